"""Days for times that are counted by a length (三天前, 未来两周)."""

from __future__ import annotations

import datetime

from verbale.language.times.amounts import MINUTES
from verbale.language.times.days import month_of, months_later, shifted, week_of, year_of
from verbale.language.times.symbols import Amount
from verbale.model import Interval

Day = datetime.date
_SHORT = {"second", "minute", "quarter_hour", "hour"}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def moved(day: Day, unit: str, count: float) -> Day:
    """A day moved by so many units.

    Args:
        day: The day to count from.
        unit: minute, hour, day, workday, week, month, quarter, year ...
        count: How many; negative goes back.

    Returns:
        The day.
    """
    if unit in _MONTHS:
        return months_later(day, count * _MONTHS[unit])
    days = count * 7 / 5 if unit == "workday" else count * MINUTES[unit] / 1440
    return shifted(day, round(days))


def at_distance(day: Day, amount: Amount, sign: int) -> Interval:
    """When something was so long ago, or will be so long after.

    Args:
        day: The day to count from.
        amount: The distance.
        sign: -1 for before, 1 for after.

    Returns:
        The day for days; the week, month or year that holds it for longer units; all that a vague amount may mean.
    """
    low, high = moved(day, amount.unit, sign * amount.low), moved(day, amount.unit, sign * amount.high)
    start, end = min(low, high), max(low, high)
    if amount.unit in _SHORT:
        return (
            Interval(start, end) if amount.exact else Interval(min(start, shifted(day, min(sign, 0))), max(end, shifted(day, max(sign, 0))))
        )
    if amount.unit == "month" and amount.high < 1:
        return Interval(shifted(start, -2), shifted(end, 2))
    if amount.unit == "week" and amount.exact:
        return Interval(week_of(start).start, week_of(end).end)
    if amount.unit in {"month", "quarter"} or (amount.unit == "year" and amount.low != int(amount.low)):
        return Interval(month_of(start.year, start.month).start, month_of(end.year, end.month).end)
    if amount.unit in _MONTHS:
        return Interval(year_of(start.year).start, year_of(end.year).end)
    return Interval(start, end)


def stretch(day: Day, amount: Amount, sign: int, *, within: bool = False) -> Interval:
    """The time from now back or ahead.

    Args:
        day: Now.
        amount: How long.
        sign: -1 for back, 1 for ahead.
        within: Whether the words set a limit (三个月内): the same day three months on is still inside.

    Returns:
        Both ends included.
    """
    far = moved(day, amount.unit, sign * amount.high)
    if amount.unit in _MONTHS and sign > 0 and not within:
        far = shifted(far, -1)
    return Interval(min(day, far), max(day, far))
