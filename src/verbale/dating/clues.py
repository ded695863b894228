"""Clues to the day on which an article came out: words, and the runs of days that they allow."""

from __future__ import annotations

import bisect
import datetime
from collections.abc import Iterable, Sequence

import msgspec

from verbale.dating.words import window
from verbale.model import Evidence, Span

Day = datetime.date
Run = tuple[Day, Day]
FIRST, LAST = window()
EVER, NEVER = Day.min, Day.max
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Clue(msgspec.Struct, frozen=True):
    """One reason for some days and against the others.

    Attributes:
        rule: What kind of reason it is.
        words: The page's words and what they tell, in short English.
        span: The words in code points of the article's text; ``None`` for words outside it.
        weight: How much it counts.
        runs: The days that it allows, as closed runs in order.
        anchors: Whether it can name the day by itself; other clues only choose among such days.
    """

    rule: str
    words: str
    span: Span | None
    weight: float
    runs: tuple[Run, ...]
    anchors: bool = False

    def allows(self, day: Day) -> bool:
        """Whether the article may have come out on ``day``."""
        return any(start <= day <= end for start, end in self.runs)

    def among(self, days: Sequence[Day]) -> set[Day]:
        """Those of many days that it allows, found without trying each day on each run.

        Args:
            days: The days in order.
        """
        found = (days[bisect.bisect_left(days, start) : bisect.bisect_right(days, end)] for start, end in self.runs)
        return {day for held in found for day in held}

    def evidence(self, day: Day) -> Evidence:
        """The clue as evidence for ``day``: with the run that holds it, or marked as outvoted with the nearest run."""
        nearest = min(self.runs, key=lambda run: max((run[0] - day).days, (day - run[1]).days, 0), default=None)
        start, end = nearest or (None, None)
        rule = self.rule if self.allows(day) else f"outvoted: {self.rule}"
        return Evidence(rule, self.span, self.words, None if start == EVER else start, None if end == NEVER else end)


def later(day: Day, days: int) -> Day:
    """The day so many days later, kept within the calendar."""
    return Day.fromordinal(min(max(day.toordinal() + days, EVER.toordinal()), NEVER.toordinal()))


def since(day: Day) -> tuple[Run, ...]:
    """All days from ``day`` on."""
    return ((day, NEVER),)


def until(day: Day) -> tuple[Run, ...]:
    """All days up to ``day``."""
    return ((EVER, day),)


def spread(days: Iterable[Day], before: int, after: int) -> tuple[Run, ...]:
    """Runs from ``before`` days before each day to ``after`` days after it."""
    return tuple((later(day, -before), later(day, after)) for day in days)


def calendar_days(year: int | None, month: int | None, day: int, weekday: int | None = None) -> tuple[Day, ...]:
    """Every day that the numbers name.

    Args:
        year: The year, or ``None`` for all those of the window.
        month: The month, or ``None`` for all.
        day: The day of the month.
        weekday: 1 (Monday) to 7 that it must be, or ``None``.
    """
    years = range(FIRST.year, LAST.year + 1) if year is None else (year,)
    months = range(1, 13) if month is None else (month,)
    named = (_day(one, other, day) for one in years for other in months)
    return tuple(found for found in named if found and weekday in {None, found.isoweekday()})


def _day(year: int, month: int, day: int) -> Day | None:
    """The day, or ``None`` where the calendar has none such."""
    try:
        return Day(year, month, day)
    except ValueError:
        return None
