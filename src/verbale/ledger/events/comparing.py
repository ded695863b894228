"""Whether two tellings are of one event: how sure, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from verbale.ledger.events import deeds, strife, talks
from verbale.ledger.events.days import Agreement
from verbale.ledger.events.persons import placed
from verbale.ledger.events.tellings import Telling, without_day

LEAST = 0.35  # from which on two tellings are linked
_MOST = 0.99
_WAYS: dict[str, Callable[[Telling, Telling], Iterator[Agreement]]] = {
    "talks": talks.agreements,
    "strife": strife.agreements,
    "deed": deeds.agreements,
    "words": deeds.agreements,
}


class Comparison(NamedTuple):
    """What comparing two tellings gave.

    Attributes:
        confidence: 0 to 1; 0 where they exclude each other.
        reason: The agreements in words; where they exclude each other, by what.
    """

    confidence: float
    reason: str


def compare(one: Telling, other: Telling) -> Comparison:
    """Compare two tellings.

    Args:
        one: A telling.
        other: Another; the order of the two changes nothing.

    Returns:
        How sure it is that both are of one event; of an undated and a dated page the likelier with or without the day that events give it.
    """
    found = _compared(one, other)
    if one.undated == other.undated:
        return found
    return max(found, _compared(without_day(one), without_day(other)), key=lambda comparison: comparison.confidence)


def _compared(one: Telling, other: Telling) -> Comparison:
    if one.group != other.group:
        return Comparison(0.0, f"{one.kind} and {other.kind}")
    if one.order > other.order:
        one, other = other, one
    one, other = placed(one, other), placed(other, one)
    confidence, reasons = 1.0, []
    for part in _WAYS[one.compared](one, other):
        confidence *= part.share
        if not part.share:
            return Comparison(0.0, part.reason)
        reasons.append(part.reason)
    return Comparison(round(min(_MOST, confidence), 3), ", ".join(filter(None, reasons)))
