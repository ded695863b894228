"""When and where an act took or takes place, as far as its own sentence tells; and by when a promise is due."""

from __future__ import annotations

import re

import msgspec

from verbale.acts.modality import SPOKEN
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.gazetteer import load
from verbale.model import Interval, Span, TimeExpression

_DEADLINE = re.compile(r"^(?:之?前|以前|之?内|以内|截止|止|内)")
_LENGTH_KINDS = frozenset({"duration", "recurring"})
_IN = re.compile(r"(?:在|于|到|至|抵达|赴|前往|访问|抵|飞抵|飞往|访)$")


class Place(msgspec.Struct, frozen=True):
    """A place: English name, the words, and the state in which it lies."""

    name: str
    words: str
    state: str | None


def date_of(setting: Setting, trigger: Trigger) -> Interval | None:
    """The days of an act.

    Args:
        setting: What the page has given so far.
        trigger: The cue.

    Returns:
        The time in the cue's own clause nearest before it, else after it, else in the clauses before in the same mouth; for what is done by speaking, the
        time of the statement; ``None`` where the text gives none.
    """
    spoken = trigger.frame.kind in SPOKEN or trigger.frame.kind == "agree"
    held = setting.statement_at(trigger.span.start)
    scope = setting.scope(trigger.span.start, trigger.sentence)
    if spoken and held and trigger.frame.kind != "agree":
        return _of_statement(setting, trigger)
    if trigger.relative:
        return _nearest(setting, Span(max(trigger.clause.start, scope.start), trigger.span.start), last=True)
    own = Span(max(trigger.clause.start, scope.start), trigger.span.start)
    found = _nearest(setting, own, last=True)
    if found is None and not spoken:
        found = _nearest(setting, Span(trigger.span.end, trigger.clause.end), last=False)
    if found is None:
        found = _nearest(setting, Span(scope.start, max(scope.start, own.start)), last=True)
    return found


def _of_statement(setting: Setting, trigger: Trigger) -> Interval | None:
    """The time that stands before the statement's cue in its sentence."""
    held = setting.statement_at(trigger.span.start)
    if held is None or held.cue is None or held.cue.start < trigger.sentence.start:
        return None
    return _nearest(setting, Span(trigger.sentence.start, held.cue.start), last=True)


def _nearest(setting: Setting, span: Span, *, last: bool) -> Interval | None:
    values = [time.value for time in setting.times if span.covers(time.span) and _is_date(time)]
    return (values[-1] if last else values[0]) if values else None


def _is_date(time: TimeExpression) -> bool:
    return time.value is not None and time.value.start is not None and time.kind not in _LENGTH_KINDS


def due_of(setting: Setting, content: Span | None) -> Interval | None:
    """The time in the content by or in which it is to be done."""
    if content is None:
        return None
    values = [time.value for time in setting.times if content.covers(time.span) and _is_date(time)]
    return values[0] if values else None


def place_of(setting: Setting, trigger: Trigger, *, after: bool = False) -> Place | None:
    """The place named in the clause, or in a clause before with the same subject.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        after: Whether the place follows the cue (前往莫斯科).
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    low = max(trigger.clause.start, scope.start)
    if after:
        return _place_in(setting, Span(trigger.span.end, min(trigger.clause.end, trigger.span.end + 16)), free=True)
    return (
        _place_in(setting, Span(low, trigger.span.start))
        or _place_in(setting, Span(trigger.span.end, trigger.clause.end))
        or _place_in(setting, Span(scope.start, max(scope.start, low)))
    )


def _place_in(setting: Setting, span: Span, *, free: bool = False) -> Place | None:
    """The narrowest place of a span; unless ``free`` only after 在 or 于."""
    found: Place | None = None
    reached = -1
    for mention in setting.parties.mentions:
        if not span.covers(mention.span) or len(mention.entities) != 1:
            continue
        before = setting.text[max(span.start, mention.span.start - 2) : mention.span.start]
        goes_on = reached >= 0 and mention.span.start - reached <= 4
        if not (free or goes_on or _IN.search(before)):
            continue
        place = _place(setting, mention.entities[0], mention.span)
        if place:
            found, reached = place, mention.span.end
            free = False
    return found


def _place(setting: Setting, identity: str, span: Span) -> Place | None:
    entity = setting.parties.by_id.get(identity)
    if entity is None or entity.type not in {"place", "state"}:
        return None
    name = entity.name or identity
    state = identity if entity.type == "state" else _state_of(identity)
    return Place(name, setting.words(span), state)


def _state_of(identity: str) -> str | None:
    known = load().entries
    for category in ("city", "venue"):
        entry = known.get((category, identity))
        if entry:
            return entry.country
    return None
