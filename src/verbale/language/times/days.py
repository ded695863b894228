"""Days of the calendar: months, weeks, parts of periods, holidays, the traditional calendar."""

from __future__ import annotations

import calendar
import csv
import datetime
import functools
from importlib import resources

from verbale.language.times.words import table
from verbale.model import Interval

Day = datetime.date
_FIRST, _LAST = Day(1, 1, 1), Day(9999, 12, 31)


def shifted(day: Day, days: float) -> Day:
    """A day so many days later, kept within the calendar.

    Args:
        day: The day to count from.
        days: How many days; negative counts back.

    Returns:
        The day.
    """
    number = day.toordinal() + int(days)
    return Day.fromordinal(min(max(number, _FIRST.toordinal()), _LAST.toordinal()))


def months_later(day: Day, months: float) -> Day:
    """The same day of the month so many months later, or the month's last day where it has none such.

    Args:
        day: The day to count from.
        months: How many months; a half counts 15 days.

    Returns:
        The day.
    """
    whole = int(months // 1)
    number = min(max(day.year * 12 + day.month - 1 + whole, 12), 9999 * 12 + 11)
    year, month = number // 12, number % 12 + 1
    moved = Day(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return moved if months == whole else shifted(moved, 15)


def month_of(year: int, month: int) -> Interval:
    """A whole month.

    Args:
        year: 1 to 9999.
        month: 1 to 12.

    Returns:
        Its first and last day.
    """
    return Interval(Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1]))


def year_of(year: int) -> Interval:
    """A whole year.

    Args:
        year: 1 to 9999.

    Returns:
        Its first and last day.
    """
    return Interval(Day(year, 1, 1), Day(year, 12, 31))


def week_of(day: Day) -> Interval:
    """The week, Monday to Sunday, of a day.

    Args:
        day: Any day.

    Returns:
        Its Monday and Sunday.
    """
    monday = shifted(day, -day.weekday())
    return Interval(monday, shifted(monday, 6))


def quarter_of(year: int, quarter: int) -> Interval:
    """A quarter of a year.

    Args:
        year: 1 to 9999.
        quarter: 1 to 4.

    Returns:
        Its first and last day.
    """
    return Interval(Day(year, quarter * 3 - 2, 1), month_of(year, quarter * 3).end)


_YEAR_PARTS = {
    "early": (1, 2),
    "middle": (6, 7),
    "late": (12, 12),
    "beginning": (1, 1),
    "first_half": (1, 6),
    "second_half": (7, 12),
    "whole": (1, 12),
}
_YEAR_PARTS |= {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "summer_holiday": (7, 8)}
_YEAR_PARTS |= {f"quarter_{number}": (number * 3 - 2, number * 3) for number in (1, 2, 3, 4)}
_MONTH_PARTS = {
    "early": (1, 10),
    "middle": (11, 20),
    "late": (21, 31),
    "first_third": (1, 10),
    "second_third": (11, 20),
    "third_third": (21, 31),
}
_MONTH_PARTS |= {"month_first_half": (1, 15), "month_second_half": (16, 31), "whole": (1, 31)}


def part_of_year(year: int, part: str, count: int | None = None) -> Interval | None:
    """A part of a year.

    Args:
        year: 1 to 9998.
        part: early, middle, late, first_half, quarter_2, spring, first_months ...
        count: How many months, for first_months and last_months.

    Returns:
        Its days, or ``None`` where the part is of no year.
    """
    if part == "winter":
        return Interval(Day(year, 12, 1), month_of(year + 1, 2).end)
    if part in {"first_months", "last_months"} and count and 1 <= count <= 12:
        first, last = (1, count) if part == "first_months" else (13 - count, 12)
    elif part in _YEAR_PARTS:
        first, last = _YEAR_PARTS[part]
    else:
        return None
    return Interval(Day(year, first, 1), month_of(year, last).end)


def part_of_month(month: Interval, part: str) -> Interval:
    """A part of a month.

    Args:
        month: The whole month.
        part: early, middle, late, first_third, month_first_half ...

    Returns:
        Its days.
    """
    if month.start is None or month.end is None or part not in _MONTH_PARTS:
        return month
    first, last = _MONTH_PARTS[part]
    return Interval(month.start.replace(day=first), month.end.replace(day=min(last, month.end.day)))


@functools.lru_cache(maxsize=1)
def _lunar_years() -> dict[int, tuple[Day, int, str]]:
    """New Year's Day, leap month (0 for none) and month lengths (1 is 30 days) of every year in the lexicon."""
    lines = resources.files("verbale.lexicons").joinpath("lunar_calendar.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t")
    return {int(row["year"]): (Day.fromisoformat(row["new_year"]), int(row["leap_month"]), row["month_lengths"]) for row in rows}


def lunar_day(year: int, month: int, day: int) -> Day | None:
    """A day of the traditional calendar.

    Args:
        year: The year in which the traditional year begins.
        month: 1 to 12, or 13 for the first month of the next year.
        day: 1 to 30; 0 is the day before the month's first.

    Returns:
        The day, or ``None`` outside the table's years.
    """
    if month == 13:
        return lunar_day(year + 1, 1, 1 + day - 1) if day else _day_before(lunar_day(year + 1, 1, 1))
    row = _lunar_years().get(year)
    if row is None:
        return None
    start, leap, lengths = row
    before = month - 1 + (1 if leap and month > leap else 0)
    return shifted(start, sum(29 + int(length) for length in lengths[:before]) + day - 1)


def _day_before(day: Day | None) -> Day | None:
    return shifted(day, -1) if day else None


def _easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    number = moon + week - 7 * late + 114
    return Day(year, number // 31, number % 31 + 1)


@functools.lru_cache(maxsize=1)
def _feasts() -> dict[tuple[str, int], list[Interval]]:
    """The days of the feasts that move with the moon, by name and year in which they begin."""
    lines = resources.files("verbale.lexicons").joinpath("movable_feasts.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[tuple[str, int], list[Interval]] = {}
    for row in csv.DictReader(lines, delimiter="\t"):
        days = Interval(Day.fromisoformat(row["first"]), Day.fromisoformat(row["last"]))
        found.setdefault((row["name"], int(row["first"][:4])), []).append(days)
    return found


def holidays(name: str, year: int) -> list[Interval]:
    """When a holiday falls in a year.

    Args:
        name: Its name in the lexicon.
        year: The year (of the traditional calendar for its holidays).

    Returns:
        Its days: mostly one, two in a year that has the feast twice, none where it is not known.
    """
    if name in table("feasts"):
        return _feasts().get((table("feasts")[name], year), [])
    day = _holiday(name, year)
    return [Interval(day, day)] if day else []


def _holiday(name: str, year: int) -> Day | None:
    """The one day of a holiday."""
    if name in table("lunar_holidays"):
        month, day = table("lunar_holidays")[name]
        return lunar_day(year, month, day)
    if name in table("weekday_holidays"):
        month, weekday, which = table("weekday_holidays")[name]
        return nth_weekday(month_of(year, month), weekday, which)
    if name in table("easter_holidays"):
        return shifted(_easter(year), table("easter_holidays")[name])
    month, day = table("holidays").get(name) or table("memorial_days").get(name) or table("solar_terms")[name]
    return Day(year, month, day)


def nth_weekday(within: Interval, weekday: int, which: int) -> Day | None:
    """The n-th such weekday of a period.

    Args:
        within: The period, both ends known.
        weekday: 1 for Monday to 7.
        which: From 1; negative counts from the end.

    Returns:
        The day, or ``None`` where the period has none such.
    """
    if within.start is None or within.end is None or which == 0:
        return None
    if which > 0:
        first = shifted(within.start, (weekday - within.start.isoweekday()) % 7)
        day = shifted(first, 7 * (which - 1))
    else:
        last = shifted(within.end, -((within.end.isoweekday() - weekday) % 7))
        day = shifted(last, 7 * (which + 1))
    return day if within.start <= day <= within.end else None
