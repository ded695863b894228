"""Whether two tellings are of one fight: the same two sides, and days that belong together."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.ledger.events.days import Agreement, ahead
from verbale.ledger.events.intervals import Days, gap, overlap
from verbale.ledger.events.tellings import Telling

_TOLD_APART = ((1, 0.75), (6, 0.6), (10, 0.4))
_SHARE = 0.25  # of common days, from which on two spans of fighting are one
_SINGLE = 0.45  # a raid of a day of its own, and fighting without a day
_SPAN = 0.7
_SOON, _LATER = 2, 7  # days after which fighting without a day is told


def agreements(one: Telling, other: Telling) -> Iterator[Agreement]:
    """What agrees between two tellings of fighting.

    Args:
        one: A telling.
        other: Another.

    Yields:
        One agreement after the other; a share of 0 ends the comparison.
    """
    if ahead(one) != ahead(other):
        yield Agreement(0.0, "done here, to come there")
    yield _sides(one, other)
    yield _days(one, other)


def _sides(one: Telling, other: Telling) -> Agreement:
    mine, theirs = set(one.parties), set(other.parties)
    if len(mine) < 2 or len(theirs) < 2:
        return Agreement(0.5 if mine <= theirs or theirs <= mine else 0.0, "one side in both")
    return Agreement(1.0, "the same two sides") if mine == theirs else Agreement(0.0, "other sides")


def _days(one: Telling, other: Telling) -> Agreement:
    if one.days and other.days:
        return _both(one.days, other.days)
    if not one.days and not other.days:
        return _none(one, other)
    dated, undated = (one, other) if one.days else (other, one)
    if dated.days is None or undated.told is None:
        return Agreement(0.3)
    if dated.days[0] > undated.told[1]:
        return Agreement(0.0, "after the other was told")
    since, base = undated.told[1] - dated.days[1], _SPAN if dated.days[0] != dated.days[1] else _SINGLE
    share = base if since <= _SOON else base * 0.8 if since <= _LATER else 0.1
    return Agreement(share, "shortly before the page that tells no day")


def _both(mine: Days, theirs: Days) -> Agreement:
    apart = gap(mine, theirs)
    if not apart:
        together = overlap(mine, theirs) >= _SHARE or abs(mine[0] - theirs[0]) <= 1
        return Agreement(0.9, "days of one fight") if together else Agreement(0.0, "a raid of a day of its own")
    return Agreement(0.5, "neighbouring days") if apart == 1 else Agreement(0.0, "other days")


def _none(one: Telling, other: Telling) -> Agreement:
    if one.page == other.page:
        return Agreement(0.8, "one page")
    if one.told is None or other.told is None:
        return Agreement(0.2)
    apart = gap(one.told, other.told)
    return Agreement(next((share for most, share in _TOLD_APART if apart <= most), 0.05), f"told within {apart + 1} days")
