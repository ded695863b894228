"""The parties that the content of an act names: whom it concerns, who does it, whose it is."""

from __future__ import annotations

import re

from verbale.acts.beside import bare, joined_by
from verbale.acts.clauses import clause_subject
from verbale.acts.conditions import conditions_before
from verbale.acts.members import members, states_differ
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated, lists
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

_WITH = re.compile("[与同跟]$")
_NEAR = 3
# Who may be helped, spared or let in by what somebody undertakes.
_SIDES = frozenset({"state", "organization", "person"})


def content_subject(setting: Setting, content: Span | None) -> list[Phrase]:
    """The subject of what is said: the first clause of it that has one (抱怨，对于…，对方毫无表示).

    Args:
        setting: What the page has given so far.
        content: What is agreed, asked, refused …, if anything.
    """
    place = content.start if content else 0
    while content and place < content.end:
        clause = setting.clause(place, content)
        found = clause_subject(setting, clause, clause.start)
        if found and found[0].span.start - clause.start <= _NEAR:
            return found
        place = clause.end + 1
    return []


def together(setting: Setting, trigger: Trigger, content: Span | None) -> list[Phrase]:
    """With whom one will not do something (拒绝与对方对话); who is against it (反对与…) need not be asked to.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        content: What is agreed, asked, refused …, if anything.
    """
    if setting.words(trigger.span).startswith("反对"):
        return []
    start = content.start + (setting.text[content.start] == "“") if content else 0
    opens = sign("with whom").found(setting.text, start)
    return joined_by(setting, Span(start, content.end), _WITH) if content and opens else []


def of_condition(setting: Setting, trigger: Trigger) -> list[Phrase]:
    """The subject of the condition: 如果美方….

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    condition = conditions_before(setting, trigger, setting.scope(trigger.span.start, trigger.sentence))
    return clause_subject(setting, setting.clause(condition.start, condition), condition.start) if condition else []


def proposer(setting: Setting, content: Span | None) -> list[Phrase]:
    """Whose proposal is agreed to: 美方提出的方案.

    Args:
        setting: What the page has given so far.
        content: What is agreed, asked, refused …, if anything.
    """
    phrases = setting.phrases(content) if content else []
    found = [phrase for phrase in phrases if sign("proposed by").found(setting.text, phrase.span.end)][:1]
    return found if found and content and found[0].span.start - content.start <= _NEAR else []


def who_does(setting: Setting, trigger: Trigger, content: Span | None) -> list[Phrase]:
    """Whose deed is refused, where the content opens with its doer (邻国单方面中止条约, 承认邻国的主张); not in 没有反对邻国….

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        content: What is agreed, asked, refused …, if anything.
    """
    found = setting.phrases(content)[:1] if content else []
    if content is None or not found or sign("refusal denied").found(setting.text, trigger.clause.start, trigger.span.start):
        return []
    first, known = found[0], setting.parties.by_id
    alone = first.span.end < content.end and not sign("one's partner").found(setting.text[first.span.end : first.span.end + 1])
    opens = sign("opens a refusal").found(setting.text, content.start, first.span.start)
    return found if alone and opens and all(known[one].type != "group" for one in first.entities) else []


def strikes(setting: Setting, trigger: Trigger, phrase: Phrase) -> bool:
    """警告说，如果…，渔民将示威: whether people of a threat are those who will act on it, and not whom it is meant for.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        phrase: The party.
    """
    unnamed = all(setting.parties.by_id[one].type == "group" for one in phrase.entities)
    return trigger.frame.kind == "threaten" and unnamed and sign("will act").found(setting.text, phrase.span.end) is not None


def at_head(setting: Setting, content: Span | None, found: list[Phrase]) -> list[Phrase]:
    """The party that a content begins with; 对 deeper in it belongs to its object (取消对邻国的限制).

    Args:
        setting: What the page has given so far.
        content: What is agreed, asked, refused …, if anything.
        found: The parties found there.
    """
    deeper = content is not None and found and found[0].span.start - content.start > 1
    return [] if deeper and setting.text[found[0].span.start - 1] == "对" else found


def named(setting: Setting, found: list[Phrase]) -> list[Phrase]:
    """Those after 与 but for friends whom no name tells (与盟友协调).

    Args:
        setting: What the page has given so far.
        found: The parties found there.
    """
    return [phrase for phrase in found if not sign("friends without a name").found(setting.words(phrase.head))]


def first_with(setting: Setting, content: Span | None, preposition: re.Pattern[str]) -> list[Phrase]:
    """The party after a preposition in the first words of the content.

    Args:
        setting: What the page has given so far.
        content: What is agreed, asked, refused …, if anything.
        preposition: What must stand right before it.
    """
    if content is None:
        return []
    found = joined_by(setting, Span(content.start, min(content.end, content.start + 24)), preposition)
    return _whole_list(setting, content, found) if found else []


def _whole_list(setting: Setting, content: Span, found: list[Phrase]) -> list[Phrase]:
    """建议A和B谈判, 提议安排A与B会面: the party after 和 or 与, with those before it that it is joined to."""
    before = next((group for group in lists(setting.text, setting.phrases(content)) if found[0] in group), found)
    return before if len(before) > len(found) else found


def party_inside(setting: Setting, content: Span | None, actors: tuple[str, ...] = ()) -> list[Phrase]:
    """The first parties of the content, but for those who act (威胁说，他将对邻国…).

    Args:
        setting: What the page has given so far.
        content: What is agreed, asked, refused …, if anything.
        actors: Who acts.
    """
    if content is None:
        return []
    phrases = setting.phrases(content)
    while phrases and actors and not set(members(phrases[:1], setting)) - set(actors):
        phrases = phrases[1:]
    return coordinated(setting.text, phrases, 0) if phrases else []


def affected(setting: Setting, content: Span | None, actors: tuple[str, ...]) -> list[Phrase]:
    """For or to whom something is undertaken, deeper in what is said of it: 确保邻国…, 把邻国纳入…, 与邻国站在一起.

    Args:
        setting: What the page has given so far.
        content: What is promised or offered, if anything.
        actors: Who undertakes it.
    """
    known = setting.parties.by_id
    for group in lists(setting.text, setting.phrases(content)) if content else ():
        sides = members(group, setting)
        others = sides and states_differ(setting, actors, sides) and all(known[one].type in _SIDES for one in sides)
        if content and others and _concerns(setting, content, Span(group[0].span.start, group[-1].span.end)):
            return group
    return []


def sides_of_plan(setting: Setting, content: Span | None, actors: tuple[str, ...]) -> list[Phrase]:
    """Between whom something is to be, where a plan opens with two sides: 由A和B互设联络处的方案, 美国与邻国签约.

    Args:
        setting: What the page has given so far.
        content: What is proposed, if anything.
        actors: Who proposes it: not their own side.
    """
    phrases = setting.phrases(content) if content else []
    head = content is not None and phrases and sign("opens a plan").found(setting.text, content.start, phrases[0].span.start)
    group = coordinated(setting.text, phrases, 0) if head else []
    known = setting.parties.by_id
    apart = len(group) > 1 and group[-1].span.start > group[-2].span.end  # 俄乌和平计划 only tells of what the plan is
    named = apart and all(known[one].type in _SIDES for one in members(group, setting))
    return [phrase for phrase in group if states_differ(setting, actors, members([phrase], setting))] if named else []


def _concerns(setting: Setting, content: Span, party: Span) -> bool:
    """Whether the words around a party tell that it is helped, spared, heard or let in."""
    text = setting.text
    if sign("a paper of theirs").found(text, party.end, content.end):
        return False
    before = bare(text[content.start : party.start])
    there = sign("who are where").found(before)
    funded = before.endswith("在") and sign("gets money").found(text, party.end, content.end)
    moved = sign("puts the object first").found(before[-1:]) and sign("put into or out of").found(text, party.end, content.end)
    beside = _WITH.search(before) and sign("at somebody's side").found(text, party.end, content.end)
    helped = sign("done for or to somebody").found(before[: there.start()] if there else before)
    served = before.endswith("为") and sign("at their service").found(text, party.end, content.end)
    needed = before.endswith(("根据", "按照", "应")) and sign("as they need").found(text, party.end, content.end)
    return bool(helped or moved or beside or funded or served or needed)
