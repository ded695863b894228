"""Times in the clauses before a cue that reach over to its clause."""

from __future__ import annotations

import itertools

from verbale.acts.carried import Told
from verbale.acts.moments import is_date
from verbale.acts.said_days import of_statement
from verbale.lexicons.signs import sign
from verbale.model import Interval, Span, TimeExpression

_TALKS = frozenset({"meet", "call", "visit", "mediate"})
_DONE = frozenset({"happened", "not_happened"})


def in_clauses_before(told: Told) -> Interval | None:
    """The nearest time in the clauses before a cue, in the same mouth, that holds for the cue too.

    Args:
        told: The act and those before it.

    Returns:
        Its days, up to the day of telling where it says since when (自27日起); ``None`` where none holds or the act came some time after.
    """
    setting, trigger = told.setting, told.trigger
    scope = setting.scope(trigger.span.start, trigger.sentence)
    if sign("afterwards").found(setting.text, told.own.start, told.own.end):
        return None
    before = Span(scope.start, max(scope.start, told.own.start))
    same = itertools.takewhile(lambda act: act.anchor.start >= trigger.sentence.start, reversed(told.acts))
    contents = [act.content for act in same if act.content and act.content.end <= told.own.start]
    for time in reversed([time for time in setting.times_in(before) if is_date(setting, time)]):
        if not any(content.covers(time.span) for content in contents) and _reaches(told, time):
            since = sign("since").found(setting.text, before.start, time.span.start)
            return _until_told(told, time.value) if since else time.value
    return None


def _reaches(told: Told, time: TimeExpression) -> bool:
    """Whether a time before the cue's clause holds there too.

    It does where it stands before the subject of its own clause or the subject is the same; a plan's day stands with words of plan.
    """
    setting = told.setting
    if sign("day of a report").found(setting.text, time.span.end):
        return False
    clause = setting.clause(time.span.start, told.trigger.sentence)
    done = any(token.tag == "v" for token in setting.tokens.within(Span(time.span.end, clause.end)))
    if told.modality not in _DONE:
        ahead = sign("future").found(setting.text, clause.start, clause.end)
        reported = sign("then a report").found(setting.text, time.span.end)
        if (done and not ahead) or (reported and _is_over(told, time)):
            return False
    before = {entity for phrase in setting.phrases(Span(clause.start, time.span.start)) for entity in phrase.entities}
    if told.trigger.frame.kind == "agree":
        return told.roles.start <= clause.start
    same = not before or told.roles.start <= clause.start or bool(before & set(told.roles.actors or told.roles.recipients))
    return same or told.trigger.frame.kind in _TALKS or sign("says during what").found(setting.text, clause.start, clause.end) is not None


def _is_over(told: Told, time: TimeExpression) -> bool:
    """Whether a time is no later than the page: what is planned comes after it."""
    today = told.setting.published.start if told.setting.published else None
    return today is not None and time.value is not None and time.value.end is not None and time.value.end <= today


def _until_told(told: Told, since: Interval | None) -> Interval | None:
    """自27日起: from then to the day on which it is told."""
    said = of_statement(told.setting, told.held) if told.held else None
    end = said.end if said else told.setting.published.end
    return Interval(since.start, end) if since and since.start and end and since.start <= end else since
