"""A time as it is worded, before the page is dated."""

from __future__ import annotations

import msgspec

from verbale.model import Span


class Amount(msgspec.Struct, frozen=True):
    """A length of time: from ``low`` to ``high`` of ``unit`` (minute, hour, day, workday, week, month, quarter, year).

    几天 is 2 to 7 days, 十多年 is 10 to 19 years; ``exact`` is false for these.
    """

    unit: str
    low: float
    high: float

    @property
    def exact(self) -> bool:
        """Whether the words give one number."""
        return self.low == self.high


class SymbolicTime(msgspec.Struct, frozen=True, kw_only=True):
    """One time expression with what its own words say.

    Attributes:
        span: Where it stands, in code points of the scanned text.
        kind: day, weekday, week, month, year, period (part of a year, decade, century), holiday, relative (an amount or a vague
            word such as 近日), anaphor (当日, 次日), time (a time of day alone), range, set, duration or recurring.
        year: The year that is written (complete; 民国 years converted).
        month: 1 to 12.
        day: Day of the month.
        weekday: 1 (Monday) to 7.
        unit: What ``offset`` counts: day, week, month, quarter, year.
        offset: Distance from the reference day (去年 is -1 year) or, where ``anaphoric``, from the time last named in the text.
        anaphoric: Whether the time is counted from one that the text has named.
        part: A part of the period: 底 is late, 上旬 first_third, 上半年 first_half, quarter_1, early_on, later_on, weekend ...
        month_part: A part of the month: early, late, first_third, month_first_half ...
        day_part: Time of day in words (凌晨).
        clock: Time of day in figures, as written.
        ordinal: The n-th ``within`` (week, day, weekday) of the period, negative from its end.
        holiday: Its name in the lexicon.
        lunar: Whether month and day are those of the traditional calendar.
        amount: The length in 三天前, 未来两周, 48小时内.
        relation: ago, later, past, coming, within, since_amount for amounts; before, until, after, since, start for points.
        range_days: For vague words (近日): first and last day counted from the reference day.
        minutes: Length of a duration.
        members: Ends of a range or parts of a set.
    """

    span: Span
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    offset: int | None = None
    anaphoric: bool = False
    part: str | None = None
    ordinal: int | None = None
    within: str | None = None
    holiday: str | None = None
    lunar: bool = False
    month_part: str | None = None
    day_part: str | None = None
    clock: str | None = None
    amount: Amount | None = None
    relation: str | None = None
    range_days: tuple[int, int] | None = None
    minutes: int | None = None
    members: tuple[SymbolicTime, ...] = ()
