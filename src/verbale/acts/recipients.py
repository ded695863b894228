"""To whom an act is done, and who does it together with its subject."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from verbale.acts.clauses import clause_subject
from verbale.acts.conditions import conditions_before
from verbale.acts.members import members
from verbale.acts.owners import opening, owner_after, with_owners
from verbale.acts.parts import Subject
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated, is_owner
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

_PREPOSITIONS = {word: re.compile(f"(?:{word}|针{word}|{word}于)$") for word in "向对给为朝"} | {"与": re.compile("[与同跟]$")}
_WITH, _WITH_FIRST = re.compile("(?:与|同|和|对|向|为)$"), re.compile("(?:与|同|和|对|向)$")
_FROM, _MOVED = re.compile("从$"), re.compile("(?:把|将)$")
_FAR = 16
_NEAR = 3
# How long the words between a preposition and its party may be.
_MODIFIED = 20
_REACH = 8
# Nobody does these to themselves.
_ONE_SIDED = frozenset({"sanction", "attack", "coerce", "concede", "aid"})
# For these kinds the owner of what is hit counts: 对丹麦的商品加征关税, 袭击乌克兰的港口.
_OWNED = frozenset({"sanction", "aid", "attack", "investigate", "coerce", "expel", "concede"})


def partners(setting: Setting, trigger: Trigger, subject: Subject) -> list[Phrase]:
    """The parties joined to the subject by 与, 同 or 和 between it and the cue."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    low = subject.phrases[-1].span.end if subject.phrases and subject.clause else max(scope.start, trigger.clause.start)
    if subject.phrases and subject.clause and subject.phrases[-1].span.start > trigger.span.start:
        return []
    witnessed = sign("in whose presence").found(setting.text, low, trigger.span.start)
    before = Span(witnessed.end() if witnessed else low, trigger.span.start)
    return joined_by(setting, before, _after("joins a partner")) or _at_talks_with(setting, before)


def _at_talks_with(setting: Setting, before: Span) -> list[Phrase]:
    """在与X的会谈中, 在与X举行的会谈上: the party between."""
    found = joined_by(setting, before, _after("at talks with"), owner=True, last=True)
    return found if found and sign("their talks").found(setting.text, found[-1].span.end, before.end) else []


@functools.cache
def _after(name: str) -> re.Pattern[str]:
    """The words of a sign, as what stands right before a party."""
    return re.compile(f"{sign(name).either}$")


def joined_by(setting: Setting, span: Span, preposition: re.Pattern[str], *, owner: bool = False, last: bool = False) -> list[Phrase]:
    """The parties after a preposition, with those beside them: the first such, or the ``last`` before the cue."""
    phrases = setting.phrases(span)
    groups: list[list[Phrase]] = []
    for position, phrase in enumerate(phrases):
        before = _bare(setting.text[max(span.start, phrase.span.start - _MODIFIED) : phrase.span.start])
        group = coordinated(setting.text, phrases, position) if preposition.search(before) else []
        beside = group and sign("borders on").found(setting.text, group[-1].span.end)
        if group and not beside and (owner or not is_owner(setting.text, group[-1])):
            groups.append(_meant(setting, group, phrases[position + len(group) :]) if owner else group)
    return (groups[-1] if last else groups[0]) if groups else []


def _meant(setting: Setting, group: list[Phrase], following: list[Phrase]) -> list[Phrase]:
    """The parties of a list, or the one after it of which they only tell where it is (对邻国北部的武装)."""
    within = following and sign("place of a party").found(setting.text, group[-1].span.end, following[0].span.start)
    return following[:1] if within else group


def _bare(before: str) -> str:
    """What stands before a party without the words that only say of it that it is there (与来访的X, 对两家X)."""
    before = before.removesuffix("“")
    found = sign("tells of a party").found(before)
    return before[: found.start()] if found else before


def recipients_of(setting: Setting, trigger: Trigger, content: Span | None, actors: tuple[str, ...]) -> list[Phrase]:
    """The phrases that name to whom the act is done, as its frame says where they stand."""
    for place in trigger.frame.recipients:
        found = _recipients(setting, trigger, content, place, actors)
        found = [phrase for phrase in found if set(members([phrase], setting)) - set(actors)]
        if found:
            return found
    return []


def doing_it(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those who do something without the one to whom it is done (两国达成协议，美方将对韩国商品加征关税).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        actors: All of the subject.
    """
    if len(actors) < 2 or trigger.frame.kind not in _ONE_SIDED:
        return actors
    hit = members(joined_by(setting, Span(trigger.clause.start, trigger.span.start), _PREPOSITIONS["对"], owner=True, last=True), setting)
    rest = tuple(one for one in actors if one not in hit)
    return rest if rest and "对" in trigger.frame.recipients else actors


def _recipients(setting: Setting, trigger: Trigger, content: Span | None, place: str, actors: tuple[str, ...]) -> list[Phrase]:
    """The phrases at one place; places are those of :class:`verbale.acts.frames.Frame`."""
    before = Span(trigger.clause.start, trigger.span.start)
    after = Span(trigger.anchor.end, trigger.clause.end)
    if place in _PREPOSITIONS:
        return joined_by(setting, before, _PREPOSITIONS[place], owner=trigger.frame.kind in _OWNED, last=True)
    finders: dict[str, Callable[[], list[Phrase]]] = {
        "把": lambda: joined_by(setting, before, _MOVED, owner=True, last=True) or _moved(setting, before),
        "onto": lambda: joined_by(setting, after, _after("onto whom"))[:1],
        "toward": lambda: _first_with(setting, content, _after("toward whom")),
        "outward": lambda: joined_by(setting, after, _after("outward"), owner=True) or setting.phrases(_shortened(after))[:1],
        "with": lambda: _named(
            setting, joined_by(setting, before, _WITH) or _at_head(setting, content, _first_with(setting, content, _WITH_FIRST))
        ),
        "object": lambda: next_to(setting, after, owner=True),
        "pivot": lambda: next_to(setting, after, owner=False),
        "由": lambda: next_to(setting, Span(after.start + 1, after.end), owner=False) if setting.text.startswith("由", after.start) else [],
        "thanked": lambda: with_owners(setting, next_to(setting, after, owner=True), after) or owner_after(setting, content),
        "about": lambda: _inside(setting, content)[:1],
        "inside": lambda: [phrase for phrase in _inside(setting, content, actors) if not _strikes(setting, trigger, phrase)],
        "whose": lambda: _inside(setting, content) if content and sign("somebody's own").found(setting.words(content)) else [],
        "doer of content": lambda: _who_does(setting, trigger, content),
        "subject": lambda: _subject_of(setting, content),
        "together": lambda: _together(setting, trigger, content),
        "from hands": lambda: _from_hands(setting, before),
        "condition": lambda: _of_condition(setting, trigger),
        "proposer": lambda: _proposer(setting, content),
        "head": lambda: _at_end(setting, after),
        "owner": lambda: opening(setting, trigger, content, "owns words"),
        "joins": lambda: opening(setting, trigger, content, "is let in"),
        "including": lambda: _including(setting, trigger),
        "guest": lambda: _guest(setting, trigger),
    }
    return finders[place]() if place in finders else []


def _subject_of(setting: Setting, content: Span | None) -> list[Phrase]:
    """The subject of what is said: the first clause of it that has one (抱怨，对于…，对方毫无表示)."""
    place = content.start if content else 0
    while content and place < content.end:
        clause = setting.clause(place, content)
        found = clause_subject(setting, clause, clause.start)
        if found and found[0].span.start - clause.start <= _NEAR:
            return found
        place = clause.end + 1
    return []


def _from_hands(setting: Setting, before: Span) -> list[Phrase]:
    """从X手中夺取: the party that had it."""
    found = joined_by(setting, before, _FROM, owner=True, last=True)
    return found if found and sign("in whose hands").found(setting.text, found[-1].span.end) else []


def _together(setting: Setting, trigger: Trigger, content: Span | None) -> list[Phrase]:
    """With whom one will not do something (拒绝与对方对话); who is against it (反对与…) need not be asked to."""
    if setting.words(trigger.span).startswith("反对"):
        return []
    start = content.start + (setting.text[content.start] == "“") if content else 0
    opens = sign("with whom").found(setting.text, start)
    return joined_by(setting, Span(start, content.end), _PREPOSITIONS["与"]) if content and opens else []


def _of_condition(setting: Setting, trigger: Trigger) -> list[Phrase]:
    """The subject of the condition: 如果美方…."""
    condition = conditions_before(setting, trigger, setting.scope(trigger.span.start, trigger.sentence))
    return clause_subject(setting, setting.clause(condition.start, condition), condition.start) if condition else []


def _proposer(setting: Setting, content: Span | None) -> list[Phrase]:
    """Whose proposal is agreed to: 美方提出的方案."""
    phrases = setting.phrases(content) if content else []
    found = [phrase for phrase in phrases if sign("proposed by").found(setting.text, phrase.span.end)][:1]
    return found if found and content and found[0].span.start - content.start <= _NEAR else []


def _at_end(setting: Setting, span: Span) -> list[Phrase]:
    """带走在内避难的前总统X: the person with whom the object ends, after what is said of them."""
    last = setting.phrases(span)[-1:]
    named = last and all(setting.parties.by_id[one].type == "person" for one in last[0].entities)
    return last if named and last[0].span.end == span.end and "的" in setting.words(span) else []


def _moved(setting: Setting, before: Span) -> list[Phrase]:
    """把应邀演讲的X扣在…: the person right before the cue, after what 把 says of them."""
    moved = sign("puts the object first").all(setting.text, before.start, before.end)
    return _at_end(setting, Span(moved[-1].end(), before.end)) if moved else []


def _guest(setting: Setting, trigger: Trigger) -> list[Phrase]:
    """应X邀请，Y将…: the subject of the clause that follows; Y应X邀请: the party before 应."""
    invited = sign("at an invitation").found(setting.text, trigger.clause.start, trigger.span.start)
    if invited is None:
        return []
    before = Span(trigger.clause.start, invited.start())
    named = clause_subject(setting, before, before.start) or setting.phrases(before)[:1]
    if named or trigger.clause.end >= trigger.sentence.end:
        return named
    clause = setting.clause(trigger.clause.end + 1, trigger.sentence)
    return clause_subject(setting, clause, clause.start)


def _including(setting: Setting, trigger: Trigger) -> list[Phrase]:
    """感谢支持决议的各国，包括X和Y: those of the many who are named."""
    named = sign("some of them named").found(setting.text, trigger.span.end, trigger.sentence.end)
    return next_to(setting, Span(named.end(), trigger.sentence.end), owner=False) if named else []


def _shortened(span: Span) -> Span:
    return Span(span.start, min(span.end, span.start + _FAR))


def _who_does(setting: Setting, trigger: Trigger, content: Span | None) -> list[Phrase]:
    """Whose deed is refused, where the content opens with its doer (邻国单方面中止条约, 承认邻国的主张); not in 没有反对邻国…."""
    found = setting.phrases(content)[:1] if content else []
    if content is None or not found or sign("refusal denied").found(setting.text, trigger.clause.start, trigger.span.start):
        return []
    first, known = found[0], setting.parties.by_id
    alone = first.span.end < content.end and not sign("one's partner").found(setting.text[first.span.end : first.span.end + 1])
    opens = sign("opens a refusal").found(setting.text, content.start, first.span.start)
    return found if alone and opens and all(known[one].type != "group" for one in first.entities) else []


def _strikes(setting: Setting, trigger: Trigger, phrase: Phrase) -> bool:
    """警告说，如果…，渔民将示威: whether people of a threat are those who will act on it, and not whom it is meant for."""
    unnamed = all(setting.parties.by_id[one].type == "group" for one in phrase.entities)
    return trigger.frame.kind == "threaten" and unnamed and sign("will act").found(setting.text, phrase.span.end) is not None


def _at_head(setting: Setting, content: Span | None, found: list[Phrase]) -> list[Phrase]:
    """The party that a content begins with; 对 deeper in it belongs to its object (取消对邻国的限制)."""
    deeper = content is not None and found and found[0].span.start - content.start > 1
    return [] if deeper and setting.text[found[0].span.start - 1] == "对" else found


def _named(setting: Setting, found: list[Phrase]) -> list[Phrase]:
    """Those after 与 but for friends whom no name tells (与盟友协调)."""
    return [phrase for phrase in found if not sign("friends without a name").found(setting.words(phrase.head))]


def _first_with(setting: Setting, content: Span | None, preposition: re.Pattern[str]) -> list[Phrase]:
    """The party after a preposition in the first words of the content."""
    if content is None:
        return []
    return joined_by(setting, Span(content.start, min(content.end, content.start + 24)), preposition)


def next_to(setting: Setting, span: Span, *, owner: bool) -> list[Phrase]:
    """The party that follows at once.

    Args:
        setting: What the page has given so far.
        span: Where to look, in code points of the article's text.
        owner: Whether the party may be the owner of something (X的…).
    """
    phrases = setting.parties.phrases_in(Span(span.start, min(span.end, span.start + _REACH)))
    if not phrases or not sign("adjoins").found(setting.text, span.start, phrases[0].span.start):
        return []
    group = coordinated(setting.text, setting.parties.phrases_in(span), 0)
    if not owner and is_owner(setting.text, group[-1]):
        return []
    return group


def _inside(setting: Setting, content: Span | None, actors: tuple[str, ...] = ()) -> list[Phrase]:
    """The first parties of the content, but for those who act (威胁说，他将对邻国…)."""
    if content is None:
        return []
    phrases = setting.phrases(content)
    while phrases and actors and not set(members(phrases[:1], setting)) - set(actors):
        phrases = phrases[1:]
    return coordinated(setting.text, phrases, 0) if phrases else []


def each_other(setting: Setting, trigger: Trigger) -> bool:
    """Whether the actors act on each other."""
    before = setting.text[trigger.clause.start : trigger.span.start]
    return bool(sign("each other").found(before)) or "对方" in setting.text[trigger.span.end : trigger.span.end + 4]
