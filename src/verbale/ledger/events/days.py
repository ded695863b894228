"""How well the days of two tellings agree."""

from __future__ import annotations

from typing import NamedTuple

from verbale.ledger.events.intervals import Days, gap
from verbale.ledger.events.tellings import Telling

_Scale = tuple[tuple[int, float], ...]
_AHEAD = frozenset({"planned", "proposed", "conditional", "possible"})
# By how many days apart → how likely it is still one event.
_HELD_APART = ((1, 0.6), (2, 0.35))
_ROUND_APART = ((1, 0.6), (7, 0.35))
_HELD_TOLD_APART = ((1, 0.7), (3, 0.55), (7, 0.4), (14, 0.25), (60, 0.1))
_BOTH_AHEAD_APART = ((1, 0.7), (7, 0.5), (14, 0.35))
_MOVED = ((1, 0.75), (3, 0.6), (7, 0.5), (14, 0.3))
_SINCE = ((1, 0.8), (3, 0.7), (7, 0.5), (14, 0.3), (60, 0.15), (400, 0.08))
_LAST = ((1, 0.2), (3, 0.35), (10, 0.6), (21, 0.5), (45, 0.4), (400, 0.1))  # the round before this one
_UNTIL = ((3, 0.7), (10, 0.6), (21, 0.45), (45, 0.3), (100, 0.1))
_WIDER = ((3, 0.95), (8, 0.85), (31, 0.65), (400, 0.4))
_BY_EVENTS = 0.8  # the day of a page that does not tell it
_PASSED = 0.4  # planned anew after the day first planned was past
_RECALLED = ((7, 0.7), (45, 0.6), (100, 0.2))
_LASTING = ((45, 0.6),)  # what is told as not done, again and again
_SAME_ROUND = ((1, 0.9), (14, 0.75), (30, 0.5))
_ANNOUNCED = ((3, 0.5), (10, 0.45), (21, 0.3))


class Agreement(NamedTuple):
    """How far something agrees.

    Attributes:
        share: 0 (excludes that both are one event) to 1.
        reason: In words; empty where there is nothing to tell.
    """

    share: float
    reason: str = ""


def ahead(telling: Telling) -> bool:
    """Whether something is told as yet to come, or as called off."""
    return telling.modality in _AHEAD or telling.kind == "cancel" or telling.modality == "not_happened"


def agreed(one: Telling, other: Telling) -> Agreement:
    """How well the days of two tellings agree.

    Args:
        one: A telling.
        other: Another.

    Returns:
        The agreement.
    """
    if one.days and other.days:
        return _both(one, other, one.days, other.days)
    if one.days or other.days:
        dated, undated = (one, other) if one.days else (other, one)
        return _less_sure(_one(dated, undated), undated)
    return _less_sure(_none(one, other), one, other)


def _less_sure(agreement: Agreement, *told: Telling) -> Agreement:
    """An agreement that rests on the days of pages, some of which only events tell."""
    if any(one.undated and one.told for one in told):
        return Agreement(agreement.share * _BY_EVENTS, agreement.reason)
    return agreement


def _both(one: Telling, other: Telling, mine: Days, theirs: Days) -> Agreement:
    if mine == theirs:
        return Agreement(1.0, f"the same day{'s' * (mine[0] != mine[1])}")
    apart = gap(mine, theirs)
    if ahead(one) != ahead(other):
        plan, held = (one, other) if ahead(one) else (other, one)
        if plan.told and plan.days and held.days and held.days[1] < min(plan.told[0], plan.days[1]):
            return Agreement(0.0, "planned after the other was over")
    if apart == 0:
        return Agreement(_scale(_WIDER, max(_width(mine), _width(theirs)), 0.2), "days within one another")
    if ahead(one) and ahead(other):
        late = any(plan.days and again.told and plan.days[1] < again.told[0] for plan, again in ((one, other), (other, one)))
        return Agreement(_scale(_BOTH_AHEAD_APART, apart) * (_PASSED if late else 1.0), f"planned for days {apart} apart")
    if not ahead(one) and not ahead(other):
        same = one.round.number is not None and one.round.number == other.round.number
        return Agreement(_scale(_ROUND_APART if same else _HELD_APART, apart), f"held on days {apart} apart")
    same = one.round.number is not None and one.round.number == other.round.number
    return Agreement(_scale(_SAME_ROUND if same else _MOVED, apart), f"held {apart} day{'s' * (apart > 1)} from the day planned")


def _one(dated: Telling, undated: Telling) -> Agreement:
    days, told = dated.days, undated.told
    if days is None or told is None:
        return Agreement(0.3, "a day only in one page")
    same_page = dated.page == undated.page
    if ahead(undated):
        if days[1] < told[0] or (same_page and not ahead(dated)):
            return Agreement(0.0, "over when the other was planned")
        return Agreement(_scale(_UNTIL, max(0, days[0] - told[1])), "soon after the page that tells no day")
    if days[0] > told[1] or (same_page and ahead(dated)):
        return Agreement(0.0, "yet to come when the other was told as done")
    scale, reason = _before_page(dated, undated)
    return Agreement(_scale(scale, max(0, told[1] - days[1])), reason)


def _before_page(dated: Telling, undated: Telling) -> tuple[_Scale, str]:
    """How likely what a page tells without a day was done so many days before."""
    if undated.back and undated.compared == "deed":
        return _RECALLED, "recalled by the page that tells no day"
    if undated.round.turn == "last" and dated.round.turn != "last":
        return _LAST, "the round before the page that tells no day"
    return _SINCE, "shortly before the page that tells no day"


def _none(one: Telling, other: Telling) -> Agreement:
    if one.page == other.page:
        return Agreement(0.75 if ahead(one) == ahead(other) else 0.0, "one page")
    if one.told is None or other.told is None:
        return Agreement(0.1)
    apart = gap(one.told, other.told)
    if ahead(one) == ahead(other):
        return Agreement(_scale(_told_apart(one, other), apart), f"told within {apart + 1} day{'s' * (apart > 0)}")
    plan, held = (one, other) if ahead(one) else (other, one)
    if plan.told and held.told and plan.told[0] > held.told[1]:
        return Agreement(0.0, "planned after the other was told as done")
    return Agreement(_scale(_ANNOUNCED, apart), "told as done soon after it was planned")


def _told_apart(one: Telling, other: Telling) -> _Scale:
    """How likely what two pages tell without a day is one, by how far apart they came out."""
    if one.compared != "deed":
        return _HELD_TOLD_APART
    if one.modality == other.modality == "not_happened":
        return _LASTING
    return _RECALLED if (one.back or other.back) and _before(one, other) else _HELD_TOLD_APART


def _before(one: Telling, other: Telling) -> bool:
    """Whether what is recalled is not older than the page of the other."""
    first, last = (one, other) if (one.told or (0, 0)) <= (other.told or (0, 0)) else (other, one)
    return last.back or first.told == last.told


def _width(days: Days) -> int:
    return days[1] - days[0] + 1


def _scale(steps: _Scale, days: int, beyond: float = 0.0) -> float:
    return next((share for most, share in steps if days <= most), beyond)
