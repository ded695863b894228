"""When an act took or takes place, as far as the text tells; and by when a promise is due."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from verbale.acts.carried import Told, carried, narrowed, said_before
from verbale.acts.kinds import SPOKEN
from verbale.acts.moments import days_in, days_told, is_date, last_of, lengthened
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.signs import sign
from verbale.acts.triggers import Trigger
from verbale.model import Act, Interval, Modality, Span, Statement, TimeExpression

_TALKS = frozenset({"meet", "call", "visit"})
# These are done by saying so.
_DECLARED = frozenset({"agree", "sign", "appoint", "resign", "sanction", "expel"})

# Days are carried on inside a paragraph, but not over more characters than these.
_PARAGRAPH = 2000


def date_of(setting: Setting, trigger: Trigger, roles: Roles, modality: Modality, told: Sequence[Act]) -> Interval | None:
    """The days of an act.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        roles: Its parties: what somebody announces of themselves bears the announcement's date.
        modality: Whether it has happened.
        told: The acts told before it, in order.

    Returns:
        For what is done by speaking, the time of the statement; else the time in the cue's own clause nearest before it, else after it,
        else in the clauses before in the same mouth and with the same subject, else that of an act told before that it takes up; ``None``
        where the text gives none.
    """
    if _is_invited(setting, trigger):
        return None
    kind, held = trigger.frame.kind, setting.statement_at(trigger.span.start)
    own_words = held is not None and bool(setting.states(held.speakers) & setting.states(roles.actors))
    if held and own_words and kind in SPOKEN and not trigger.relative:
        if trigger.frame.role == "future" and kind == "promise":
            return None
        return _of_statement(setting, held) or said_before(Told(setting, trigger, roles, told), held.speakers)
    own = _own(setting, trigger)
    if (trigger.relative and kind != "meet") or kind == "cancel":
        return last_of(days_told(setting, Span(_last_phrase_end(setting, own), own.end), own.end))
    found = _in_clause(setting, trigger, own)
    if found is None and held and modality == "happened" and _is_declared(setting, trigger, held, roles):
        found = _of_statement(setting, held)
    if found is None and kind != "agree":
        found = _in_clauses_before(setting, trigger, roles, modality, told)
    if found is None and kind in SPOKEN and (held is None or own_words):
        found = _of_speaker(setting, trigger, roles) or said_before(Told(setting, trigger, roles, told), roles.actors)
    before = Told(setting, trigger, roles, told)
    if found is None and modality == "happened":
        found = carried(before)
    return narrowed(before, lengthened(setting, trigger.clause, found)) if found else None


def _own(setting: Setting, trigger: Trigger) -> Span:
    """The words before the cue in its clause, in the same mouth."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    return Span(max(trigger.clause.start, scope.start), trigger.span.start)


def _is_invited(setting: Setting, trigger: Trigger) -> bool:
    """应X邀请: the invitation came before whatever the sentence dates."""
    return "guest" in trigger.frame.recipients and setting.text[trigger.clause.start] == "应"


def _last_phrase_end(setting: Setting, span: Span) -> int:
    """Where the party right before a relative clause ends: what stands before it belongs to the main clause."""
    comma = max(setting.text.rfind("的", span.start, span.end) + 1, span.start)
    phrases = setting.phrases(span)
    return max(phrases[-1].span.end, comma) if phrases else comma


def _in_clause(setting: Setting, trigger: Trigger, own: Span) -> Interval | None:
    """The time nearest before the cue; for deeds also the first one after it."""
    kind = trigger.frame.kind
    found = last_of(days_in(setting, own) if kind in _TALKS else days_told(setting, own, own.end))
    if found is None and kind not in SPOKEN | {"agree"}:
        found = next(iter(days_in(setting, Span(trigger.span.end, trigger.clause.end))), None)
    return found


def _is_declared(setting: Setting, trigger: Trigger, held: Statement, roles: Roles) -> bool:
    """Whether telling the act is doing it: agreements and signatures in a party's own words, and what is announced (宣布任命)."""
    kind = trigger.frame.kind
    if kind in {"agree", "sign"} and set(held.speakers) & set(roles.actors):
        return True
    if held.cue is None:
        return False
    announced = kind in _DECLARED and sign("announces").found(setting.words(held.cue))
    own = _own(setting, trigger)
    just = kind == "call" and set(held.speakers) & set(roles.actors) and sign("just done").found(setting.text, own.start, own.end)
    in_a_row = sign("day after day").found(setting.text, trigger.clause.start, trigger.clause.end)
    return bool(announced or just or in_a_row)


def _of_statement(setting: Setting, held: Statement) -> Interval | None:
    """The time that stands before the statement's cue in its sentence, else that of the statement before by the same speaker."""
    if held.cue is not None:
        found = _before_cue(setting, held.cue)
        if found:
            return found
    return _before(setting, held.content[0].start, held.speakers, nested=setting.outside(held) is not None)


def _before_cue(setting: Setting, cue: Span) -> Interval | None:
    sentence = setting.sentence_at(cue.start)
    return last_of(days_told(setting, Span(sentence.start if sentence else 0, cue.start), cue.start))


def _of_speaker(setting: Setting, trigger: Trigger, roles: Roles) -> Interval | None:
    """The day of what the same speaker said before; the reporter goes on with it where the sentence names no subject (并…表示感谢)."""
    held = setting.statement_of(trigger.span)
    if held:
        return _before(setting, held.content[0].start, held.speakers, nested=False)
    if sign("same occasion").found(setting.text, trigger.sentence.start, trigger.span.start):
        return _before(setting, trigger.span.start, roles.actors, nested=False, anywhere=True)
    return None if roles.named else _before(setting, trigger.span.start, roles.actors, nested=False)


def _before(setting: Setting, place: int, speakers: tuple[str, ...], *, nested: bool, anywhere: bool = False) -> Interval | None:
    """The day of the nearest dated statement of the same speakers before a place.

    It stands in the same paragraph unless ``anywhere``, and is quoted by others only if ``nested``.
    """
    starts = (part.span.start for part in setting.article.paragraphs if part.span.start <= place < part.span.end)
    low = 0 if anywhere else max(next(starts, place), place - _PARAGRAPH)
    for item in reversed(setting.statements.items):
        if item.cue and item.speakers == speakers and low <= item.cue.start < place:
            found = _before_cue(setting, item.cue) if nested or setting.outside(item) is None else None
            if found:
                return found
    return None


def _in_clauses_before(setting: Setting, trigger: Trigger, roles: Roles, modality: Modality, told: Sequence[Act]) -> Interval | None:
    """The nearest time in the clauses before, in the same mouth, that reaches over to the cue's clause."""
    scope, own = setting.scope(trigger.span.start, trigger.sentence), _own(setting, trigger)
    if sign("afterwards").found(setting.text, own.start, own.end):
        return None
    before = Span(scope.start, max(scope.start, own.start))
    same = itertools.takewhile(lambda act: act.anchor.start >= before.start, reversed(told))
    contents = [act.content for act in same if act.content and act.content.end <= own.start]
    for time in reversed([time for time in setting.times_in(before) if is_date(setting, time)]):
        if not any(content.covers(time.span) for content in contents) and _reaches(setting, trigger, roles, modality, time):
            since = sign("since").found(setting.text, before.start, time.span.start)
            return _until_told(setting, trigger, time.value) if since else time.value
    return None


def _reaches(setting: Setting, trigger: Trigger, roles: Roles, modality: Modality, time: TimeExpression) -> bool:
    """Whether a time before the cue's clause holds there too.

    It does where it stands before the subject of its own clause or the subject is the same; a plan's day stands with words of plan.
    """
    if sign("day of a report").found(setting.text, time.span.end):
        return False
    clause = setting.clause(time.span.start, trigger.sentence)
    done = any(token.tag == "v" for token in setting.tokens.within(Span(time.span.end, clause.end)))
    if done and modality not in {"happened", "not_happened"} and not sign("future").found(setting.text, clause.start, clause.end):
        return False
    before = {entity for phrase in setting.phrases(Span(clause.start, time.span.start)) for entity in phrase.entities}
    same = not before or roles.start <= clause.start or bool(before & set(roles.actors))
    return same or trigger.frame.kind in _TALKS | {"mediate"}


def _until_told(setting: Setting, trigger: Trigger, since: Interval | None) -> Interval | None:
    """自27日起: from then to the day on which it is told."""
    held = setting.statement_at(trigger.span.start)
    said = _of_statement(setting, held) if held else None
    end = said.end if said else setting.published.end
    return Interval(since.start, end) if since and since.start and end and since.start <= end else since


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
