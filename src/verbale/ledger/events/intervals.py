"""Days as numbers, so that they are compared fast."""

from __future__ import annotations

import datetime

from verbale.model import Interval, Published

Days = tuple[int, int]  # ordinals of the first and the last day, closed


def day_numbers(interval: Interval | Published | None) -> Days | None:
    """Days as numbers.

    Args:
        interval: Days, either end may be open.

    Returns:
        Ordinals of both ends; ``None`` for no days.
    """
    if interval is None:
        return None
    first, last = interval.start or interval.end, interval.end or interval.start
    return (first.toordinal(), last.toordinal()) if first and last else None


def gap(mine: Days, theirs: Days) -> int:
    """How many days lie between two intervals.

    Args:
        mine: Days.
        theirs: Days.

    Returns:
        The difference between the nearest days; 0 where they overlap.
    """
    return max(0, mine[0] - theirs[1], theirs[0] - mine[1])


def overlap(mine: Days, theirs: Days) -> float:
    """The share of common days.

    Args:
        mine: Days.
        theirs: Days.

    Returns:
        0 to 1 of the days from the first of both to the last of both.
    """
    common = min(mine[1], theirs[1]) - max(mine[0], theirs[0]) + 1
    return max(0, common) / (max(mine[1], theirs[1]) - min(mine[0], theirs[0]) + 1)


def iso(day: int) -> str:
    """A day in the form of ISO 8601.

    Args:
        day: Its ordinal.

    Returns:
        As in ``2025-02-18``.
    """
    return datetime.date.fromordinal(day).isoformat()


def day_of_month(day: int) -> int:
    """The day of the month.

    Args:
        day: Its ordinal.

    Returns:
        1 to 31.
    """
    return datetime.date.fromordinal(day).day
