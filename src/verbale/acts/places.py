"""Where an act took or takes place, as far as its own sentence tells."""

from __future__ import annotations

import msgspec

from verbale.acts.setting import Setting
from verbale.acts.signs import sign
from verbale.acts.triggers import Trigger
from verbale.entities.gazetteer import load
from verbale.model import Span


class Place(msgspec.Struct, frozen=True):
    """A place: English name, the words, and the state in which it lies."""

    name: str
    words: str
    state: str | None


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
        between = setting.text[reached : mention.span.start] if reached >= 0 else ""
        goes_on = reached >= 0 and len(between) <= 4 and not sign("lists places").found(between)
        if not (free or goes_on or sign("place follows").found(setting.text, max(span.start, mention.span.start - 2), mention.span.start)):
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
