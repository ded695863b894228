"""On which days a meeting took or takes place."""

from __future__ import annotations

import datetime

import msgspec

from verbale.acts.moments import is_date
from verbale.acts.setting import Setting
from verbale.acts.sites import day_of
from verbale.acts.surroundings import sentence_of
from verbale.lexicons.signs import sign
from verbale.model import Act, Interval, Span

_DAY_MINUTES = 24 * 60
_LONGEST = 31
_COMING = frozenset({"planned", "proposed", "possible", "conditional"})


def dated(setting: Setting, act: Act) -> Act:
    """An act with the days of its meeting.

    Args:
        setting: What the stages before have found.
        act: An act of meeting; its own date stays where the text says no more.

    Returns:
        The act; where it happened and has no day, with the one that its sentence names; where its clause tells how many days the talks
        took (结束为期两天的会谈), with all of them.
    """
    sentence = sentence_of(setting, act.anchor)
    date = act.date or (day_of(setting.article, act, setting.times_in(sentence)) if act.modality == "happened" else None)
    if act.modality == "happened" and is_to_come(setting, date):
        date = None
    if date is None and act.modality == "planned":
        act, date = _told_after(setting, act, sentence)
    clause = setting.clause(act.anchor.start, sentence)
    length = _length(setting, clause)
    if length:
        over = sign("talks end").found(setting.text, clause.start, clause.end) is not None
        date = _stretched(date or (_told_on(setting, act, sentence) if over else None), length, over=over)
    return msgspec.structs.replace(act, date=_from_today(setting, date) if act.modality in _COMING else date)


def _from_today(setting: Setting, date: Interval | None) -> Interval | None:
    """The days of a meeting to come; of whole months or a year only those from the page's own day on (年内, 本月内)."""
    today = setting.published.end if setting.published else None
    if date is None or today is None or date.start is None or date.end is None or not date.start < today <= date.end:
        return date
    whole = date.start.day == 1 and (date.end + datetime.timedelta(days=1)).day == 1
    return Interval(today, date.end) if whole else date


def _told_after(setting: Setting, act: Act, sentence: Span) -> tuple[Act, Interval | None]:
    """将举行会谈，可能于下周进行: the day that the next clause gives."""
    clause = setting.clause(act.anchor.start, sentence)
    day = sign("then their day").found(setting.text, min(clause.end + 1, sentence.end), sentence.end)
    times = [time for time in setting.times_in(Span(day.end(), sentence.end)) if time.span.start == day.end()] if day else []
    if day is None or not times or not is_date(setting, times[0]):
        return act, None
    possible = sign("talks possible").found(day[0]) is not None
    return (msgspec.structs.replace(act, modality="possible") if possible else act), times[0].value


def is_to_come(setting: Setting, date: Interval | None) -> bool:
    """Whether the days all lie after the page's own.

    Args:
        setting: What the stages before have found.
        date: The days, or ``None``.
    """
    today = setting.published.end if setting.published else None
    return date is not None and today is not None and date.start is not None and date.start > today


def _length(setting: Setting, clause: Span) -> int | None:
    """How many days the talks of a clause took."""
    for time in setting.times_in(clause):
        if clause.covers(time.span) and time.minutes and time.minutes % _DAY_MINUTES == 0:
            length = time.minutes // _DAY_MINUTES
            if 1 < length <= _LONGEST and sign("days of talks").found(setting.text, time.span.end, clause.end):
                return length
    return None


def _told_on(setting: Setting, act: Act, sentence: Span) -> Interval | None:
    """The day on which the end of the talks was told."""
    days = [time.value for time in setting.times_in(Span(sentence.start, act.anchor.start)) if time.value]
    return next((day for day in reversed(days) if day.start is not None and day.start == day.end), None)


def _stretched(date: Interval | None, length: int, *, over: bool) -> Interval | None:
    """All days of talks of which one day is known: the last one where they are over, else the first."""
    more = datetime.timedelta(days=length - 1)
    if date is None or date.start is None or date.end not in {None, date.start}:
        return date
    return Interval(date.start - more, date.start) if over and date.end else Interval(date.start, date.start + more)
