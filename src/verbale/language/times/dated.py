"""The days of a point in time, from the reference day and from what the text has named before."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from verbale.language.times.cues import Direction
from verbale.language.times.days import (
    lunar_day,
    month_of,
    months_later,
    part_of_month,
    shifted,
)
from verbale.language.times.named import Named, choose
from verbale.language.times.periods import (
    YEARLESS,
    bare_weekday,
    bare_weekend,
    counted_unit,
    decade,
    named_holiday,
    nth,
    quarter,
    whole_year,
    year_and_month,
)
from verbale.language.times.symbols import SymbolicTime
from verbale.language.times.words import listed
from verbale.model import Interval

Day = datetime.date
_CHECKED = 10  # a weekday names a day of the last or the coming days
_VAGUE_PARTS = {"early", "middle", "late"}  # told as past, they end with the reference day
_MONTHLESS = 3  # a day without a month is past unless the coming one is so many times nearer
_FRESH = 3  # a day with a verb of saying behind it is one of the last few


def point_days(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """The days of one point.

    Args:
        time: A point, neither a range nor counted.
        named: The reference day and what the text has named so far.
        way: Where a date looks whose year or month is not said.

    Returns:
        Its days, or ``None`` where they cannot be known or are none (2月30日).
    """
    try:
        value = _days(time, named, way)
    except ValueError:  # no such day in the calendar
        return None
    except OverflowError:
        return None
    return _narrowed(time, value, named.reference) if value else None


def _days(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """The days before 早些时候 and the like narrow them."""
    part = time.part or ""
    if time.kind == "time":
        day = named.meant(0, way)
        return Interval(day, day) if day else None
    readers: tuple[tuple[bool, Callable[[SymbolicTime, Named, Direction], Interval | None]], ...] = (
        (time.holiday is not None, named_holiday),
        (part.startswith(("decade", "century")), decade),
        (time.unit in {"day", "week", "quarter"}, counted_unit),
        (part.startswith("quarter_"), quarter),
        (time.ordinal is not None and time.within is not None, nth),
        (time.month is not None or time.unit == "month" or time.day is not None or time.month_part is not None, _month_or_day),
        (time.weekday is not None, bare_weekday),
        (part == "weekend", bare_weekend),
    )
    return next((reader for fits, reader in readers if fits), whole_year)(time, named, way)


def _month_or_day(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """A month, a part of one, or a day of one."""
    year, month = year_and_month(time, named)
    if month is not None:
        return _within_month(time, year, month) if year is not None else _unsaid_year(time, named, month, way)
    if year is not None or time.unit == "month":
        return None
    if time.day is not None:
        return _unsaid_month(time, named, way)
    reference = named.reference
    part = _within_month(time, reference.year, reference.month) if reference else None
    if part and part.start and reference and named.over and part.start > reference:
        before = months_later(reference.replace(day=1), -1)
        part = _within_month(time, before.year, before.month)
    return _not_after(part, reference) if way == "past" and time.month_part in _VAGUE_PARTS else part


def _not_after(value: Interval | None, reference: Day | None) -> Interval | None:
    """The days without those after the reference day, where some are not."""
    if value and value.start and value.end and reference and value.start <= reference < value.end:
        return Interval(value.start, reference)
    return value


def _within_month(time: SymbolicTime, year: int, month: int) -> Interval | None:
    """The month, its part or its day."""
    if time.lunar:
        first = lunar_day(year, month, time.day or 1)
        last = first if time.day else lunar_day(year, month + 1, 0) if month == 12 else _lunar_month_end(year, month)
        return Interval(first, last) if first and last else None
    whole = month_of(year, month)
    if time.day is not None:
        day = Day(year, month, time.day)
        return Interval(day, day)
    return part_of_month(whole, time.month_part) if time.month_part else whole


def _lunar_month_end(year: int, month: int) -> Day | None:
    """The last day of a month of the traditional calendar."""
    following = lunar_day(year, month + 1, 1)
    return shifted(following, -1) if following else None


def _possible(time: SymbolicTime, year: int, month: int) -> Interval | None:
    """The days in that year and month, or ``None`` where it has none such."""
    try:
        return _within_month(time, year, month)
    except ValueError:
        return None


def _unsaid_year(time: SymbolicTime, named: Named, month: int, way: Direction) -> Interval | None:
    """12月17日, 3月中旬."""
    if named.leaning and named.start:
        after = [_possible(time, named.start.year + step, month) for step in (0, 1)]
        return next((each for each in after if each and each.end and each.end >= named.start), None)
    carried = _possible(time, named.year, month) if named.year and named.same_sentence and way == "past" else None
    if carried and carried.start and not (named.reference and carried.start > named.reference):
        return _next_year(time, carried, named, month) or carried
    if named.reference is None:
        return None
    steps = (-4, -3, -2, -1, 0, 1, 2, 3, 4) if (month, time.day) == (2, 29) else (-1, 0, 1)
    found = [_possible(time, named.reference.year + step, month) for step in steps]
    return _checked(time, [each for each in found if each], named.reference, way, over=named.over)


def _next_year(time: SymbolicTime, carried: Interval, named: Named, month: int) -> Interval | None:
    """1月2日 told after 去年12月30日: the one that follows, where it is over."""
    turn = named.start is not None and carried.start is not None and carried.start < named.start and named.start.month - month >= 9
    following = _possible(time, named.start.year + 1, month) if turn and named.start else None
    over = following and following.start and named.reference and following.start <= named.reference
    return following if over else None


def _unsaid_month(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """23日."""
    if time.day is None:
        return None
    after = _following(time, named.start) if named.start and (named.leaning or named.same_sentence) else None
    if named.leaning or named.reference is None:
        return after
    months = [months_later(named.reference.replace(day=1), step) for step in range(-3, 4)]
    found = [each for each in (_possible(time, month.year, month.month) for month in months) if each]
    best = _checked(time, found, named.reference, way, over=named.over)
    if way != "past" or best is None or best.start is None:
        return best
    told = named.days.get(time.day)
    if told and told.start and abs((told.start - named.reference).days) < abs((best.start - named.reference).days):
        return told  # the page has named this day before with its month, or as a coming day
    fresh = named.spoken and (named.reference - best.start).days <= _FRESH
    leans = after and after.start and named.explicit_month and after.start <= named.reference and not fresh
    return after if leans else best


def _following(time: SymbolicTime, base: Day) -> Interval | None:
    """The first such day of the month from a day on."""
    months = [months_later(base.replace(day=1), step) for step in range(3)]
    found = (_possible(time, month.year, month.month) for month in months)
    return next((each for each in found if each and each.start and each.start >= base), None)


def _checked(time: SymbolicTime, candidates: list[Interval], reference: Day, way: Direction, *, over: bool) -> Interval | None:
    """The candidate that the words mean; a weekday beside it can tell a coming day from a past one."""
    ratio = 0 if over else YEARLESS if time.month else _MONTHLESS
    best, other = choose(candidates, reference, way, ratio=ratio), choose(candidates, reference, "past" if way == "coming" else "coming")
    if best is None or best.start is None or other is None or other.start is None:
        return best
    if time.weekday and best.start.isoweekday() != time.weekday == other.start.isoweekday():
        return other if abs((other.start - reference).days) <= _CHECKED else best
    if way == "coming" and time.month is None and other.start == shifted(reference, -1):
        return other  # the page tells of a day before it as of a coming one: written before midnight
    return best


def _narrowed(time: SymbolicTime, value: Interval, reference: Day | None) -> Interval:
    """本周稍晚, 今年早些时候."""
    if reference is None or value.start is None or value.end is None or not value.start <= reference <= value.end:
        return value
    words = time.day_part or ""
    if time.part == "early_on" or words.startswith(tuple(listed("around", "earlier"))):
        return Interval(value.start, reference)
    later = time.part == "later_on" or words.startswith(tuple(listed("around", "later")))
    return Interval(reference, value.end) if later else value
