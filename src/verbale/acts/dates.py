"""When an act took or takes place, as far as the text tells; and by when a promise is due."""

from __future__ import annotations

from verbale.acts.carried import Told, carried, narrowed
from verbale.acts.kinds import SPOKEN
from verbale.acts.moments import days_in, days_told, is_date, last_of, lengthened
from verbale.acts.reaching import in_clauses_before
from verbale.acts.said_days import of_announcement, of_speaker, of_speech
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.model import Interval, Span

_TALKS = frozenset({"meet", "call", "visit"})


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
        return of_speech(told)
    if (trigger.relative and kind != "meet") or kind == "cancel":
        return last_of(days_told(setting, Span(_last_phrase_end(setting, told.own), told.own.end), told.own.end))
    found = _told_with_it(told)
    if found is None and kind in SPOKEN and (held is None or own_words):
        found = of_speaker(told)
    if found is None and told.modality == "happened":
        found = carried(told)
    return narrowed(told, lengthened(setting, trigger.clause, found)) if found else None


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


def due_of(setting: Setting, content: Span | None) -> Interval | None:
    """The time in the content by or in which it is to be done."""
    if content is None:
        return None
    values = [time.value for time in setting.times_in(content) if time.value and is_date(setting, time)]
    return _ahead(setting, values[0]) if values else None


def _ahead(setting: Setting, value: Interval) -> Interval:
    """The part of a time that lies ahead of the page; 从…起 is due on its first day."""
    today = setting.published.start if setting.published else None
    if value.end is None:
        return Interval(value.start, value.start)
    within = today is not None and value.start is not None and value.start < today <= value.end
    return Interval(today, value.end) if within else value
