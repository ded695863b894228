"""Days of periods: years and their parts, quarters, weeks, holidays, the n-th of something."""

from __future__ import annotations

import datetime

from verbale.language.times.cues import Direction
from verbale.language.times.days import (
    holidays,
    month_of,
    months_later,
    nth_weekday,
    part_of_year,
    quarter_of,
    shifted,
    week_of,
    year_of,
)
from verbale.language.times.named import Named, choose
from verbale.language.times.symbols import SymbolicTime
from verbale.model import Interval

Day = datetime.date
YEARLESS = 6  # a month or quarter without a year is past unless the coming one is so many times nearer


def whole_year(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """A year or a part of one; the year of the reference day where none is said."""
    year, _month = year_and_month(time, named)
    if year is None and time.part and named.reference and not time.anaphoric:
        carried = named.year if named.same_sentence and way == "past" else None
        year = carried or named.reference.year
        told = part_of_year(year, time.part, time.ordinal) if named.over and not carried else None
        year -= bool(told and told.start and told.start > named.reference)
    if year is None:
        return None
    return (part_of_year(year, time.part, time.ordinal) if time.part else None) or year_of(year)


def quarter(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """第三季度, 去年四季度初."""
    year, _ = year_and_month(time, named)
    part = time.part or ""
    if year is None and named.reference:
        around = [part_of_year(named.reference.year + step, part) for step in (-1, 0, 1)]
        return _edge(time, choose([each for each in around if each], named.reference, way, ratio=0 if named.over else YEARLESS))
    return _edge(time, part_of_year(year, part)) if year else None


def _edge(time: SymbolicTime, quarter: Interval | None) -> Interval | None:
    """The first or last month of a quarter, where the words say 初 or 末."""
    if quarter is None or quarter.start is None or quarter.end is None or time.month_part is None:
        return quarter
    day = quarter.start if time.month_part == "early" else quarter.end
    return month_of(day.year, day.month)


def year_and_month(time: SymbolicTime, named: Named) -> tuple[int | None, int | None]:
    """The year and month that the words give, counted from the reference day or from the time last named."""
    base = (named.day or named.start or named.reference) if time.anaphoric else named.reference
    if time.anaphoric and named.start and named.month:
        base = named.month.end
    if time.anaphoric and time.unit == "year" and named.start is None:
        return None, None  # 当年 without a year before it is long ago
    if time.unit == "year":
        return (base.year + (time.offset or 0) if base else None), time.month
    if time.unit == "month":
        if base is None:
            return None, None
        moved = months_later(base.replace(day=1), time.offset or 0)
        return moved.year, moved.month
    return time.year, time.month


def counted_unit(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """昨天, 次日, 上周五, 本季度."""
    base = named.meant(time.offset or 0, way) if time.anaphoric else named.reference
    if base is None or (named.day is None and time.anaphoric and (time.offset or 0) > 1):
        return None
    offset = time.offset or 0
    if time.unit == "day":
        day = _glossed(time, shifted(base, offset))
        return Interval(day, day)
    if time.unit == "quarter":
        moved = months_later(base.replace(day=1), 3 * offset)
        return _edge(time, quarter_of(moved.year, (moved.month + 2) // 3))
    return _in_week(time, week_of(shifted(base, 7 * offset)))


def _in_week(time: SymbolicTime, week: Interval) -> Interval | None:
    """The week, its weekend, or its day."""
    if time.day is not None:
        return _checked_week(time, week)
    if time.weekday is not None:
        return single(nth_weekday(week, time.weekday, 1))
    if time.part == "weekend" and week.end:
        return Interval(shifted(week.end, -1), week.end)
    return week


def single(day: Day | None) -> Interval | None:
    """One day as an interval."""
    return Interval(day, day) if day else None


def _glossed(time: SymbolicTime, day: Day) -> Day:
    """昨（21）日: the day of the month wins where it is not far."""
    near = (shifted(day, step) for step in sorted(range(-15, 16), key=abs))
    return next((each for each in near if each.day == time.day), day) if time.day is not None else day


def _checked_week(time: SymbolicTime, week: Interval) -> Interval | None:
    """上周五（21日）: the day of the month wins over the week."""
    assert week.start is not None
    near = [shifted(week.start, distance) for distance in sorted(range(-20, 27), key=lambda place: abs(place - 3))]
    for day in near:
        if day.day == time.day and time.month in {None, day.month}:
            return Interval(day, day)
    return None


def decade(time: SymbolicTime, named: Named, _way: Direction) -> Interval | None:
    """上世纪九十年代, 本世纪初."""
    start = time.year
    if time.unit == "century":
        start = named.reference.year // 100 * 100 + 100 * (time.offset or 0) if named.reference else None
    if start is None:
        return None
    name, _, part = (time.part or "").partition("_")
    first, length = start + (time.ordinal or 0), {"decade": 10, "decades": 20}.get(name, 100)
    edge = 3 if name == "decade" else 2
    cut = {"early": (0, edge), "middle": (3, 7), "late": (10 - edge, 10)}.get(part, (0, 10))
    return Interval(Day(max(1, first + cut[0] * length // 10), 1, 1), Day(first + cut[1] * length // 10 - 1, 12, 31))


def named_holiday(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """A holiday of the year that is said, or the nearest."""
    name = named.elsewhere.get(time.holiday or "", time.holiday or "")
    year, _ = year_and_month(time, named)
    if year is not None:
        return next(iter(holidays(name, year)), None)
    if named.reference is None:
        return None
    around = [named.reference.year + step for step in (-1, 0, 1)]
    return choose([days for near in around for days in holidays(name, near)], named.reference, way)


def nth(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """8月的第一个周二, 2021年第二周, 上月最后五天."""
    year, month = year_and_month(time, named)
    if month is not None:
        whole = month_of(year, month) if year else choose(_months(month, named), named.reference, way)
    else:
        year = year or (named.reference.year if named.reference else None)
        whole = year_of(year) if year else None
    if whole is None or whole.start is None or whole.end is None:
        return None
    count = time.ordinal or 1
    from_start = count > 0
    found = {
        "weekday": single(nth_weekday(whole, time.weekday or 1, count)),
        "day": single(shifted(whole.start, count - 1) if from_start else shifted(whole.end, count + 1)),
        "days": Interval(whole.start, shifted(whole.start, count - 1))
        if from_start
        else Interval(shifted(whole.end, count + 1), whole.end),
        "week": _weeks(whole, count, several=False),
        "weeks": _weeks(whole, count, several=True),
        "month": _nth_month(whole.start.year, count),
        "months": part_of_year(whole.start.year, "first_months" if from_start else "last_months", abs(count)),
    }
    return found.get(time.within or "")


def _nth_month(year: int, count: int) -> Interval | None:
    """The n-th month of a year, negative from its end."""
    month = count if count > 0 else 13 + count
    return month_of(year, month) if 1 <= month <= 12 else None


def _weeks(whole: Interval, count: int, *, several: bool) -> Interval | None:
    """The n-th week of a period (that of its n-th Monday), or its first or last n weeks."""
    monday = nth_weekday(whole, 1, 1 if several and count > 0 else count)
    if monday is None:
        return None
    return Interval(monday, shifted(monday, (7 * abs(count) if several else 7) - 1))


def _months(month: int, named: Named) -> list[Interval]:
    """A month in the years around the reference day."""
    year = named.reference.year if named.reference else 0
    return [month_of(year + step, month) for step in (-1, 0, 1) if 1 <= year + step <= 9999] if year else []


def bare_weekday(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """周五: the last one up to the reference day, or the coming one."""
    weekday, base = time.weekday or 1, named.start if named.leaning else named.reference
    if base is None:
        return None
    back, ahead = (base.isoweekday() - weekday) % 7, (weekday - base.isoweekday()) % 7
    forward = named.leaning or way == "coming" or (way == "nearest" and ahead < back)
    return single(shifted(base, ahead if forward else -back))


def bare_weekend(_: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """The last Saturday and Sunday that have begun, or the coming ones."""
    reference = named.reference
    if reference is None:
        return None
    saturday = shifted(week_of(reference).end or reference, -1)
    if way != "coming" and saturday > reference:
        saturday = shifted(saturday, -7)
    return Interval(saturday, shifted(saturday, 1))
