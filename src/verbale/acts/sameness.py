"""Whether two tellings are of one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.acts.sites import agree
from verbale.model import Interval, Modality

if TYPE_CHECKING:
    from verbale.acts.gathering import Gathering

_COMING: frozenset[Modality] = frozenset({"planned", "proposed", "possible", "conditional"})
_ENDLESS = 10**6


def is_same(known: Gathering, other: Gathering) -> bool:
    """Whether two tell of one meeting: the same sides, nothing that speaks against it.

    Args:
        known: What was told before.
        other: What is told now.
    """
    if known.format != other.format or not _modalities_agree(known, other):
        return False
    if known.round and other.round and known.round != other.round:
        return False
    if not dates_agree(known.date, other.date) or not agree(known.site, other.site) or not _sides_agree(known, other):
        return False
    return known.order == other.order or (known.date is None) == (other.date is None)


def _modalities_agree(known: Gathering, other: Gathering) -> bool:
    """The same; or both still to come, on one day, or of the same kind of people with one of the days unsaid."""
    if known.modality == other.modality:
        return True
    if not {known.modality, other.modality} <= _COMING:
        return False
    if known.date is not None and known.date == other.date:
        return True
    undated = (known.date is None or other.date is None) and "proposed" not in {known.modality, other.modality}
    return undated and any(known.sides.values()) == any(other.sides.values()) and known.sides.keys() == other.sides.keys()


def _sides_agree(known: Gathering, other: Gathering) -> bool:
    """The same sides (or a lone side of the other's), and on each side no two different sets of persons."""
    one, two = known.sides, other.sides
    if other.takes_up and len(one) > 1 and one.keys() <= two.keys():
        return True
    shared = one.keys() & two.keys()
    alone = len(shared) == 1 and min(len(one), len(two)) == 1
    fewer = min((one, two), key=len)
    left_out = _one_plan(known, other) and len(shared) == len(fewer) and not any(fewer.values())
    joins = other.joins and (two.keys() <= one.keys() or (len(two) > 1 and bool(shared)))
    if one.keys() != two.keys() and not alone and not left_out and not joins:
        return False
    if joins:
        return True
    return all(not one[side] or not two[side] or set(one[side]) & set(two[side]) for side in shared)


def _one_plan(known: Gathering, other: Gathering) -> bool:
    """Whether both tell of plans for one day and city: then one may leave a side out."""
    planned = known.modality != "happened" and other.modality != "happened"
    cities = known.site and other.site and known.site.city == other.site.city
    return bool(planned and known.date is not None and known.date == other.date and cities)


def dates_agree(one: Interval | None, other: Interval | None) -> bool:
    """Whether two dates can be those of one meeting: they share a day, or one is unknown."""
    if one is None or other is None:
        return True
    before = one.end is not None and other.start is not None and one.end < other.start
    after = other.end is not None and one.start is not None and other.end < one.start
    return not before and not after


def narrower(one: Interval | None, other: Interval | None) -> Interval | None:
    """The date with the fewer days; a known one before an unknown one."""
    if one is None or other is None:
        return one or other
    return other if days(other) < days(one) else one


def days(interval: Interval) -> int:
    """How many days lie between the first and the last; very many where one is open."""
    return (interval.end - interval.start).days if interval.start and interval.end else _ENDLESS
