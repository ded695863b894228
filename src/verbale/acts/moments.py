"""The times of a stretch that can be the day of what the stretch tells."""

from __future__ import annotations

import datetime

from verbale.acts.setting import Setting
from verbale.language.numbers import integer
from verbale.language.times.cues import is_of_a_thing
from verbale.lexicons.signs import sign
from verbale.model import Interval, Span, TimeExpression

_LENGTH_KINDS = frozenset({"duration", "recurring"})
# How far before a length the word may begin that tells what lasted.
_REACH = 8


def is_date(setting: Setting, time: TimeExpression) -> bool:
    """Whether a time gives a day, or an interval of days: no length of time, and nothing vague (近日)."""
    return time.value is not None and time.value.start is not None and names_day(setting, time)


def names_day(setting: Setting, time: TimeExpression) -> bool:
    """Whether a time is worded as a day or an interval, known or not: no length of time, nothing vague, no year of a thing."""
    if time.kind in _LENGTH_KINDS or (time.kind == "year" and is_of_a_thing(setting.text, time.span.end)):
        return False
    lasted = sign("has lasted").found(setting.text, max(0, time.span.start - _REACH), time.span.start)
    return not lasted and not sign("gives no day").found(setting.words(time.span))


def days_in(setting: Setting, span: Span) -> list[Interval]:
    """The days that a stretch names, in order.

    Args:
        setting: What the page has given so far.
        span: The stretch.

    Returns:
        The values of its times, without those on which a medium reported or learned it.
    """
    times = [time for time in setting.times_in(span) if is_date(setting, time)]
    return [time.value for time in times if time.value and not sign("day of a report").found(setting.text, time.span.end)]


def days_told(setting: Setting, span: Span, cue: int) -> list[Interval]:
    """The days of a stretch before a cue, without those of a noun's own history (4日发表的战略).

    Args:
        setting: What the page has given so far.
        span: The stretch.
        cue: Where the cue begins.
    """
    times = [time for time in setting.times_in(span) if is_date(setting, time)]
    kept = [
        time
        for time in times
        if not sign("day of a report").found(setting.text, time.span.end)
        and not _modifies(setting, time, cue)
        and _same_mouth(setting, time, cue)
    ]
    return [time.value for time in kept if time.value]


def _same_mouth(setting: Setting, time: TimeExpression, cue: int) -> bool:
    """Whether a time stands in the words that hold the cue too, not in what somebody else, or the same person before, is quoted with."""
    held = setting.statement_at(time.span.start)
    return held is None or any(span.start <= cue < span.end for span in held.content)


def _modifies(setting: Setting, time: TimeExpression, cue: int) -> bool:
    """Whether a time belongs to a relative clause between it and the cue."""
    found = sign("modifies another").found(setting.text, time.span.end, cue)
    if found is None:
        return False
    return found[0] == "的" or any(token.tag == "v" for token in setting.tokens.within(Span(time.span.end, found.end())))


def last_of(days: list[Interval]) -> Interval | None:
    """The last of some days, if any."""
    return days[-1] if days else None


def lengthened(setting: Setting, clause: Span, day: Interval) -> Interval:
    """A day with the length that its clause gives: from it on (21日起为期10天), or up to it (6日结束3天会谈, 连续第二天).

    Args:
        setting: What the page has given so far.
        clause: The clause of the act.
        day: The day found for it.

    Returns:
        The interval, or the day as it is where the clause gives no length.
    """
    again = sign("day after day").found(setting.text, clause.start, clause.end)
    if again and day.end and (count := integer(again["count"])):
        return Interval(day.end - datetime.timedelta(days=count - 1), day.end)
    length = _days_long(setting, clause)
    if length is None or length < 2 or day.start is None:
        return day
    if sign("from then on").found(setting.text, clause.start, clause.end):
        return Interval(day.start, day.start + datetime.timedelta(days=length - 1))
    if day.start == day.end and sign("ends then").found(setting.text, clause.start, clause.end):
        return Interval(day.start - datetime.timedelta(days=length - 1), day.start)
    return day


def _days_long(setting: Setting, clause: Span) -> int | None:
    """How many whole days a clause says that something took (为期10天)."""
    lengths = [time.minutes for time in setting.times if time.kind == "duration" and time.minutes and clause.covers(time.span)]
    return next((minutes // 1440 for minutes in lengths if minutes >= 1440 and minutes % 1440 == 0), None)
