"""The days of a point in time, from the reference day and from what the text has named before."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import msgspec

from verbale.language.times.cues import Direction
from verbale.language.times.days import (
    holiday,
    lunar_day,
    month_of,
    months_later,
    nth_weekday,
    part_of_month,
    part_of_year,
    quarter_of,
    shifted,
    week_of,
    year_of,
)
from verbale.language.times.symbols import SymbolicTime
from verbale.model import Interval

Day = datetime.date
_CHECKED = 31  # how far a weekday may move a date from the reference day
_FRESH = 3  # a day with a verb of saying behind it is one of the last few
_SHORT = 8  # days of a range whose last day can be 当日
_PAST_IS_NEARER = 6  # a date without a year is past unless the coming one is so many times nearer


class Named(msgspec.Struct):
    """The reference day, and the time that the text named last.

    ``month`` and ``year`` are those that were written out; ``leaning`` says that the next time is part of the same expression.
    """

    reference: Day | None = None
    day: Day | None = None
    month: Interval | None = None
    year: int | None = None
    start: Day | None = None
    end: int | None = None
    same_sentence: bool = False
    leaning: bool = False
    explicit_month: bool = False
    spoken: bool = False
    days: dict[int, Interval] = msgspec.field(default_factory=dict)

    def remember(self, time: SymbolicTime, value: Interval) -> None:
        """Take a resolved time as the one named last.

        Args:
            time: The time.
            value: Its days, both known.
        """
        if value.start is None or value.end is None:
            return
        last = time.members[-1] if time.members else time
        carries = self.same_sentence or self.leaning
        self.start, self.end, self.month = value.start, time.span.end, value
        if (value.end - value.start).days < _SHORT:
            self.day = value.end
        if last.year is not None or last.unit == "year":
            self.year = value.end.year
        elif not carries:
            self.year = None
        self.explicit_month = last.month is not None or last.unit == "month" or (self.explicit_month and carries)
        if value.start == value.end:
            self.days[value.start.day] = value


def choose(candidates: Iterable[Interval], reference: Day | None, way: Direction, *, yearless: bool = False) -> Interval | None:
    """The one that the words mean among the years or months that a date may have.

    Args:
        candidates: The possible days.
        reference: The reference day; without it nothing is chosen.
        way: past takes the latest not after it, coming the first not before it, nearest the nearest.
        yearless: The month is said: the past is taken unless the coming one is far nearer.

    Returns:
        The chosen days, or ``None``.
    """
    if reference is None:
        return None
    known = [(each.start, each.end) for each in candidates if each.start and each.end]
    past = max((each for each in known if each[0] <= reference), default=None)
    coming = min((each for each in known if each[1] >= reference), default=None)
    if past is None or coming is None:
        best = past or coming
    elif way == "coming":
        best = coming
    else:
        ratio = _PAST_IS_NEARER if yearless else 1
        nearer = (reference - past[1]).days <= ratio * (coming[0] - reference).days
        best = past if nearer or (way == "past" and not yearless) else coming
    return Interval(*best) if best else None


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
    if time.kind == "time":
        day = named.day or named.reference
        return Interval(day, day) if day else None
    if time.holiday:
        return _holiday(time, named, way)
    if time.part and time.part.startswith(("decade", "century")):
        return _decade(time, named)
    if time.unit in {"day", "week", "quarter"}:
        return _counted_unit(time, named)
    year, month = _year_and_month(time, named)
    if time.part and time.part.startswith("quarter_") and time.month_part and year is not None:
        quarter = int(time.part[-1])
        month = quarter * 3 - 2 if time.month_part == "early" else quarter * 3
        return month_of(year, month)
    if time.ordinal is not None and time.within:
        return _ordinal(time, named, year, month, way)
    if month is not None or time.day is not None or time.month_part:
        return _month_or_day(time, named, year, month, way)
    if time.weekday is not None:
        return _weekday(time.weekday, named, way)
    if time.part == "weekend":
        return _weekend(named.reference, way)
    if year is None and time.part and named.reference:
        if time.part.startswith("quarter_"):
            around = [part_of_year(named.reference.year + step, time.part) for step in (-1, 0, 1)]
            return choose([each for each in around if each], named.reference, way, yearless=True)
        year = named.reference.year
    if year is None:
        return None
    return part_of_year(year, time.part, time.ordinal) or year_of(year) if time.part else year_of(year)


def _year_and_month(time: SymbolicTime, named: Named) -> tuple[int | None, int | None]:
    """The year and month that the words give, counted from the reference day or from the time last named."""
    base = (named.day or named.start or named.reference) if time.anaphoric else named.reference
    if time.anaphoric and named.start and named.month:
        base = named.month.end
    if time.unit == "year":
        return (base.year + (time.offset or 0) if base else None), time.month
    if time.unit == "month":
        if base is None:
            return None, None
        moved = months_later(base.replace(day=1), time.offset or 0)
        return moved.year, moved.month
    return time.year, time.month


def _counted_unit(time: SymbolicTime, named: Named) -> Interval | None:
    """昨天, 次日, 上周五, 本季度."""
    base = (named.day or named.reference) if time.anaphoric else named.reference
    if base is None:
        return None
    offset = time.offset or 0
    if time.unit == "day":
        day = _glossed(time, shifted(base, offset))
        return Interval(day, day)
    if time.unit == "quarter":
        moved = months_later(base.replace(day=1), 3 * offset)
        quarter = (moved.month + 2) // 3
        if time.month_part:
            return month_of(moved.year, quarter * 3 - 2 if time.month_part == "early" else quarter * 3)
        return quarter_of(moved.year, quarter)
    week = week_of(shifted(base, 7 * offset))
    if time.day is not None and week.start and week.end:
        return _checked_week(time, week)
    if time.weekday is not None and week.start:
        day = shifted(week.start, time.weekday - 1)
        return Interval(day, day)
    if time.part == "weekend" and week.end:
        return Interval(shifted(week.end, -1), week.end)
    return week


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


def _decade(time: SymbolicTime, named: Named) -> Interval | None:
    """上世纪九十年代, 本世纪初."""
    start = time.year
    if time.unit == "century":
        start = named.reference.year // 100 * 100 + 100 * (time.offset or 0) if named.reference else None
    if start is None:
        return None
    name, _, part = (time.part or "").partition("_")
    first, length = start + (time.ordinal or 0), 10 if name == "decade" else 100
    edge = 3 if name == "decade" else 2
    cut = {"early": (0, edge), "middle": (3, 7), "late": (10 - edge, 10)}.get(part, (0, 10))
    return Interval(Day(max(1, first + cut[0] * length // 10), 1, 1), Day(first + cut[1] * length // 10 - 1, 12, 31))


def _holiday(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """A holiday of the year that is said, or the nearest."""
    name = time.holiday or ""
    year, _ = _year_and_month(time, named)
    if year is not None:
        day = holiday(name, year)
        return Interval(day, day) if day else None
    if named.reference is None:
        return None
    days = [holiday(name, named.reference.year + step) for step in (-1, 0, 1)]
    return choose([Interval(day, day) for day in days if day], named.reference, way)


def _ordinal(time: SymbolicTime, named: Named, year: int | None, month: int | None, way: Direction) -> Interval | None:
    """8月的第一个周二, 2021年第二周, 上月最后五天."""
    if month is not None:
        whole = month_of(year, month) if year else choose(_months(month, named), named.reference, way)
    else:
        year = year or (named.reference.year if named.reference else None)
        whole = year_of(year) if year else None
    if whole is None or whole.start is None or whole.end is None:
        return None
    count = time.ordinal or 1
    if time.within == "weekday" and time.weekday:
        day = nth_weekday(whole, time.weekday, count)
        return Interval(day, day) if day else None
    if time.within == "day":
        day = shifted(whole.start, count - 1) if count > 0 else shifted(whole.end, count + 1)
        return Interval(day, day)
    if time.within == "days":
        return Interval(whole.start, shifted(whole.start, count - 1)) if count > 0 else Interval(shifted(whole.end, count + 1), whole.end)
    if time.within in {"week", "weeks"}:
        return _weeks(whole, count, time.within == "weeks")
    return part_of_year(whole.start.year, "first_months", count) if time.within == "months" else _nth_month(whole.start.year, count)


def _nth_month(year: int, count: int) -> Interval | None:
    """The n-th month of a year, negative from its end."""
    month = count if count > 0 else 13 + count
    return month_of(year, month) if 1 <= month <= 12 else None


def _weeks(whole: Interval, count: int, several: bool) -> Interval | None:
    """The n-th week of a period (that of its n-th Monday), or its first or last n weeks."""
    monday = nth_weekday(whole, 1, 1 if several and count > 0 else count)
    if monday is None:
        return None
    return Interval(monday, shifted(monday, (7 * abs(count) if several else 7) - 1))


def _months(month: int, named: Named) -> list[Interval]:
    """A month in the years around the reference day."""
    year = named.reference.year if named.reference else 0
    return [month_of(year + step, month) for step in (-1, 0, 1) if 1 <= year + step <= 9999] if year else []


def _month_or_day(time: SymbolicTime, named: Named, year: int | None, month: int | None, way: Direction) -> Interval | None:
    """A month, a part of one, or a day of one."""
    if month is None and year is not None:
        return None
    if year is not None and month is not None:
        return _within_month(time, year, month)
    if month is not None:
        return _unsaid_year(time, named, month, way)
    if time.month_part and time.day is None:
        reference = named.reference
        part = _within_month(time, reference.year, reference.month) if reference else None
        return _not_after(part, reference) if way == "past" else part
    return _unsaid_month(time, named, way)


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
        return carried
    if named.reference is None:
        return None
    steps = (-4, -3, -2, -1, 0, 1, 2, 3, 4) if (month, time.day) == (2, 29) else (-1, 0, 1)
    found = [_possible(time, named.reference.year + step, month) for step in steps]
    return _checked(time, [each for each in found if each], named.reference, way)


def _unsaid_month(time: SymbolicTime, named: Named, way: Direction) -> Interval | None:
    """23日."""
    if time.day is None:
        return None
    after = _following(time, named.start) if named.start and (named.leaning or named.same_sentence) else None
    if named.leaning or named.reference is None:
        return after
    months = [months_later(named.reference.replace(day=1), step) for step in range(-3, 4)]
    found = [each for each in (_possible(time, month.year, month.month) for month in months) if each]
    best = _checked(time, found, named.reference, way)
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


def _checked(time: SymbolicTime, candidates: list[Interval], reference: Day, way: Direction) -> Interval | None:
    """The candidate that the words mean; a weekday beside it can tell a coming day from a past one."""
    best, other = (
        choose(candidates, reference, way, yearless=time.month is not None),
        choose(candidates, reference, "past" if way == "coming" else "coming"),
    )
    if best is None or best.start is None or other is None or other.start is None:
        return best
    if time.weekday and best.start.isoweekday() != time.weekday == other.start.isoweekday():
        return other if abs((other.start - reference).days) <= _CHECKED else best
    if way == "coming" and time.month is None and other.start == shifted(reference, -1):
        return other  # the page tells of a day before it as of a coming one: written before midnight
    return best


def _weekday(weekday: int, named: Named, way: Direction) -> Interval | None:
    """周五: the last one up to the reference day, or the coming one."""
    if named.leaning and named.start:
        day = shifted(named.start, (weekday - named.start.isoweekday()) % 7)
        return Interval(day, day)
    if named.reference is None:
        return None
    back, ahead = (named.reference.isoweekday() - weekday) % 7, (weekday - named.reference.isoweekday()) % 7
    day = shifted(named.reference, ahead if way == "coming" or (way == "nearest" and ahead < back) else -back)
    return Interval(day, day)


def _weekend(reference: Day | None, way: Direction) -> Interval | None:
    """The last Saturday and Sunday that have begun, or the coming ones."""
    if reference is None:
        return None
    saturday = shifted(week_of(reference).end or reference, -1)
    if way != "coming" and saturday > reference:
        saturday = shifted(saturday, -7)
    return Interval(saturday, shifted(saturday, 1))


def _narrowed(time: SymbolicTime, value: Interval, reference: Day | None) -> Interval:
    """本周稍晚, 今年早些时候."""
    if reference is None or value.start is None or value.end is None or not value.start <= reference <= value.end:
        return value
    if time.part == "early_on":
        return Interval(value.start, reference)
    return Interval(reference, value.end) if time.part == "later_on" else value
