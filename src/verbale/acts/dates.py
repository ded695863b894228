"""When an act took or takes place, as far as the text tells; and by when a promise is due."""

from __future__ import annotations

import datetime

from verbale.acts.carried import Told, carried, narrowed
from verbale.acts.day_logs import day_of_entry
from verbale.acts.kinds import SPOKEN
from verbale.acts.moments import days_in, days_told, is_date, last_of, lengthened
from verbale.acts.reaching import in_clauses_before
from verbale.acts.said_days import of_announcement, of_speaker, of_speech, of_statement
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Interval, Span, TimeExpression

_TALKS = frozenset({"meet", "call", "visit"})
# More days than any month has.
_MONTH = 32


def date_of(told: Told) -> Interval | None:
    """The days of an act.

    Args:
        told: The act and those before it.

    Returns:
        For what is done by speaking, the time of the statement; else the time in the cue's own clause nearest before it, else after it,
        else in the clauses before in the same mouth and with the same subject, else that of an act told before that it takes up; ``None``
        where the text gives none.
    """
    setting, trigger, held = told.setting, told.trigger, told.held
    kind = trigger.frame.kind
    if _is_invited(setting, trigger):
        return None
    own_words = held is not None and bool(setting.states(held.speakers) & setting.states(told.roles.actors))
    if own_words and kind in SPOKEN and not trigger.relative:
        return of_speech(told) or _of_entry(told)
    if (trigger.relative and kind != "meet") or kind == "cancel":
        return last_of(days_told(setting, Span(_last_phrase_end(setting, told.own), told.own.end), told.own.end))
    found = _told_with_it(told)
    if found is None and kind in SPOKEN and (held is None or own_words):
        found = of_speaker(told)
    if found is None and told.modality == "happened":
        found = carried(told) or (None if held and not own_words else _of_entry(told))
    return _until_now(told, narrowed(told, lengthened(setting, trigger.clause, found))) if found else None


def _of_entry(told: Told) -> Interval | None:
    """The day of a log's entry, for what happened then and no other time."""
    setting, sentence = told.setting, told.trigger.sentence
    other = sign("another occasion").found(setting.text, sentence.start, told.trigger.span.start)
    return None if other or told.modality != "happened" else day_of_entry(setting, told.trigger.span.start)


def _until_now(told: Told, days: Interval) -> Interval:
    """What has happened did so by the day of the page (本周, 今年)."""
    today = told.setting.published.end if told.setting.published else None
    if told.modality != "happened" or today is None or days.start is None or days.end is None:
        return days
    return Interval(days.start, today) if days.start <= today < days.end else days


def _told_with_it(told: Told) -> Interval | None:
    """The day that the act's own sentence gives, or the announcement that is the act."""
    found = _in_clause(told) or (of_announcement(told) if told.modality == "happened" else None)
    return found or in_clauses_before(told)


def _in_clause(told: Told) -> Interval | None:
    """The time nearest before the cue; for deeds also the first one after it."""
    setting, trigger, own = told.setting, told.trigger, told.own
    kind = trigger.frame.kind
    found = last_of(days_in(setting, own) if kind in _TALKS else days_told(setting, own, own.end))
    if found is None and kind not in SPOKEN | {"agree"}:
        found = next(iter(days_in(setting, Span(trigger.span.end, trigger.clause.end))), None)
    return found


def _is_invited(setting: Setting, trigger: Trigger) -> bool:
    """应X邀请: the invitation came before whatever the sentence dates."""
    return "guest" in trigger.frame.recipients and setting.text[trigger.clause.start] == "应"


def _last_phrase_end(setting: Setting, span: Span) -> int:
    """Where the party right before a relative clause ends: what stands before it belongs to the main clause."""
    comma = max(setting.text.rfind("的", span.start, span.end) + 1, span.start)
    phrases = setting.phrases(span)
    return max(phrases[-1].span.end, comma) if phrases else comma


def due_of(told: Told, content: Span | None, date: Interval | None) -> Interval | None:
    """By when, or in which time, what is promised is to be done.

    Args:
        told: The act.
        content: What is promised.
        date: The act's own days.

    Returns:
        The time that the content names; for a plan that is no talk, else its own days. A deadline (年底前) runs from the day on which it is
        set; what is to begin (8月起) is due in the whole month or year named. ``None`` where the text gives none.
    """
    setting = told.setting
    times = [time for time in setting.times_in(content) if time.value and is_date(setting, time)] if content else []
    if times:
        return _ahead(setting, times[0], _set_on(told, date))
    if told.modality != "planned" or told.trigger.frame.kind in _TALKS or date is None:
        return None
    begun = next((time for time in setting.times_in(told.trigger.clause) if time.value == date), None)
    return _whole(setting, begun) if begun and date.end is None else date


def _set_on(told: Told, date: Interval | None) -> datetime.date | None:
    """The day on which a deadline is set: of the promise, else of the statement that tells it, else of the page."""
    published = told.setting.published.start if told.setting.published else None
    said = date if told.modality == "happened" else of_statement(told.setting, told.held) if told.held else None
    day = said.start if said and said.start and said.start == said.end else None
    return day if day and published and day <= published else published


def _ahead(setting: Setting, time: TimeExpression, today: datetime.date | None) -> Interval | None:
    """The part of a time that lies ahead of a day."""
    value = time.value
    if value is None or value.end is None:
        return _whole(setting, time)
    if today is None or value.start is None or today > value.end:
        return value
    words = setting.words(time.span)
    by_then = sign("by then").found(setting.text, time.span.end) or sign("at the latest").found(setting.text, 0, time.span.start)
    deadline = bool(by_then) or words.endswith("前")
    return Interval(today, value.end) if deadline or value.start < today else value


def _whole(setting: Setting, time: TimeExpression) -> Interval | None:
    """8月起, 明年起: the whole month or year in which something is to begin; a day where a day is named."""
    start = time.value.start if time.value else None
    if start is None or sign("names a day").found(setting.words(time.span)):
        return Interval(start, start) if start else None
    following = start.replace(day=1) + datetime.timedelta(days=_MONTH)
    if sign("names a month").found(setting.words(time.span)):
        return Interval(start, following.replace(day=1) - datetime.timedelta(days=1))
    return Interval(start, start.replace(month=12, day=31))
