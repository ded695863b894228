"""To whom an act is done, and who does it together with its subject."""

from __future__ import annotations

import re
from collections.abc import Callable

from verbale.acts.beside import after, joined_by, next_to
from verbale.acts.clauses import clause_subject
from verbale.acts.in_content import (
    affected,
    at_head,
    content_subject,
    first_with,
    named,
    of_condition,
    party_inside,
    proposer,
    sides_of_plan,
    strikes,
    together,
    who_does,
)
from verbale.acts.members import members, states_differ
from verbale.acts.owners import opening, owner_after, with_owners
from verbale.acts.parts import Subject
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

_PREPOSITIONS = {word: re.compile(f"(?:{word}|针{word}|{word}于)$") for word in "向对给为朝"} | {"与": re.compile("[与同跟]$")}
_WITH, _WITH_FIRST = re.compile("(?:与|同|和|对|向|为)$"), re.compile("(?:与|同|和|对|向)$")
_FROM, _MOVED = re.compile("从$"), re.compile("(?:把|将)$")
_FAR = 16
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
    return joined_by(setting, before, after("joins a partner")) or _at_talks_with(setting, before)


def _at_talks_with(setting: Setting, before: Span) -> list[Phrase]:
    """在与X的会谈中, 在与X举行的会谈上: the party between."""
    found = joined_by(setting, before, after("at talks with"), owner=True, last=True)
    return found if found and sign("their talks").found(setting.text, found[-1].span.end, before.end) else []


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
    behind = Span(trigger.anchor.end, trigger.clause.end)
    if place in _PREPOSITIONS:
        return joined_by(setting, before, _PREPOSITIONS[place], owner=trigger.frame.kind in _OWNED, last=True)
    finders: dict[str, Callable[[], list[Phrase]]] = {
        "把": lambda: joined_by(setting, before, _MOVED, owner=True, last=True) or _moved(setting, before),
        "onto": lambda: joined_by(setting, behind, after("onto whom"))[:1],
        "toward": lambda: first_with(setting, content, after("toward whom")),
        "outward": lambda: joined_by(setting, behind, after("outward"), owner=True) or setting.phrases(_shortened(behind))[:1],
        "with": lambda: named(
            setting, joined_by(setting, before, _WITH) or at_head(setting, content, first_with(setting, content, _WITH_FIRST))
        ),
        "object": lambda: next_to(setting, behind, owner=True),
        "pivot": lambda: next_to(setting, behind, owner=False),
        "由": lambda: (
            next_to(setting, Span(behind.start + 1, behind.end), owner=False) if setting.text.startswith("由", behind.start) else []
        ),
        "thanked": lambda: with_owners(setting, next_to(setting, behind, owner=True), behind) or owner_after(setting, content),
        "sides": lambda: sides_of_plan(setting, content, actors),
        "affected": lambda: affected(setting, content, actors),
        "about": lambda: party_inside(setting, content)[:1],
        "inside": lambda: [phrase for phrase in party_inside(setting, content, actors) if not strikes(setting, trigger, phrase)],
        "whose": lambda: party_inside(setting, content) if content and sign("somebody's own").found(setting.words(content)) else [],
        "doer of content": lambda: who_does(setting, trigger, content),
        "subject": lambda: content_subject(setting, content),
        "together": lambda: together(setting, trigger, content),
        "from hands": lambda: _from_hands(setting, before),
        "condition": lambda: [
            phrase for phrase in of_condition(setting, trigger) if states_differ(setting, actors, members([phrase], setting))
        ],
        "proposer": lambda: proposer(setting, content),
        "head": lambda: _at_end(setting, behind),
        "owner": lambda: opening(setting, trigger, content, "owns words"),
        "joins": lambda: opening(setting, trigger, content, "is let in"),
        "including": lambda: _including(setting, trigger),
        "guest": lambda: _guest(setting, trigger),
    }
    return finders[place]() if place in finders else []


def _from_hands(setting: Setting, before: Span) -> list[Phrase]:
    """从X手中夺取: the party that had it."""
    found = joined_by(setting, before, _FROM, owner=True, last=True)
    return found if found and sign("in whose hands").found(setting.text, found[-1].span.end) else []


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


def each_other(setting: Setting, trigger: Trigger) -> bool:
    """Whether the actors act on each other."""
    before = setting.text[trigger.clause.start : trigger.span.start]
    return bool(sign("each other").found(before)) or "对方" in setting.text[trigger.span.end : trigger.span.end + 4]
