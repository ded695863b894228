"""When and where an act took or takes place, as far as its own sentence tells; and by when a promise is due."""

from __future__ import annotations

import msgspec

from verbale.acts.kinds import SPOKEN
from verbale.acts.setting import Setting
from verbale.acts.signs import sign
from verbale.acts.triggers import Trigger
from verbale.entities.gazetteer import load
from verbale.model import Interval, Span, Statement, TimeExpression

_LENGTH_KINDS = frozenset({"duration", "recurring"})


class Place(msgspec.Struct, frozen=True):
    """A place: English name, the words, and the state in which it lies."""

    name: str
    words: str
    state: str | None


def date_of(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> Interval | None:
    """The days of an act.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        actors: Its actors: what somebody announces of themselves bears the announcement's date.

    Returns:
        The time in the cue's own clause nearest before it, else after it, else in the clauses before in the same mouth; for what is done
        by speaking, the time of the statement; ``None`` where the text gives none.
    """
    held = setting.statement_at(trigger.span.start)
    kind = trigger.frame.kind
    own_words = held is not None and bool(setting.states(held.speakers) & setting.states(actors))
    if held and kind in SPOKEN and own_words:
        return None if _is_invited(setting, trigger) else _of_statement(setting, held)
    scope = setting.scope(trigger.span.start, trigger.sentence)
    own = Span(max(trigger.clause.start, scope.start), trigger.span.start)
    if _is_invited(setting, trigger):
        return None
    if (trigger.relative and kind != "meet") or kind == "cancel":
        return _nearest(setting, Span(_last_phrase_end(setting, own), own.end), last=True)
    found = _nearest(setting, own, last=True)
    if found is None and kind not in SPOKEN | {"agree"}:
        found = _nearest(setting, Span(trigger.span.end, trigger.clause.end), last=False)
    if found is None and kind in {"agree", "sign"} and held and set(held.speakers) & set(actors):
        found = _of_statement(setting, held)
    if found is None and kind != "agree":
        found = _nearest(setting, Span(scope.start, max(scope.start, own.start)), last=True)
    if found is None and kind in SPOKEN and (held is None or own_words):
        found = _same_speaker(setting, trigger)
    return found


def _is_invited(setting: Setting, trigger: Trigger) -> bool:
    """应X邀请: the invitation came before whatever the sentence dates."""
    return "guest" in trigger.frame.recipients and setting.text[trigger.clause.start] == "应"


def _last_phrase_end(setting: Setting, span: Span) -> int:
    """Where the party right before a relative clause ends: what stands before it belongs to the main clause."""
    comma = max(setting.text.rfind("的", span.start, span.end) + 1, span.start)
    phrases = setting.phrases(span)
    return max(phrases[-1].span.end, comma) if phrases else comma


def _of_statement(setting: Setting, held: Statement) -> Interval | None:
    """The time that stands before the statement's cue in its sentence, else that of the statement before by the same speaker."""
    if held.cue is not None:
        start = next(
            (item.start for part in setting.article.paragraphs for item in part.sentences if item.start <= held.cue.start < item.end), 0
        )
        found = _nearest(setting, Span(start, held.cue.start), last=True)
        if found:
            return found
    return _before(setting, held.content[0].start, held.speakers)


def _same_speaker(setting: Setting, trigger: Trigger) -> Interval | None:
    held = setting.statement_of(trigger.span)
    return _before(setting, held.content[0].start, held.speakers) if held else None


def _before(setting: Setting, place: int, speakers: tuple[str, ...]) -> Interval | None:
    """The day of the nearest dated statement of the same speakers before a place in the same paragraph."""
    paragraph = next((part for part in setting.article.paragraphs if part.span.start <= place < part.span.end), None)
    if paragraph is None:
        return None
    for item in reversed(setting.statements.items):
        if item.cue and item.speakers == speakers and paragraph.span.start <= item.cue.start < place:
            start = next(sentence.start for sentence in paragraph.sentences if sentence.end > item.cue.start)
            found = _nearest(setting, Span(start, item.cue.start), last=True)
            if found:
                return found
    return None


def _nearest(setting: Setting, span: Span, *, last: bool) -> Interval | None:
    values = [time.value for time in setting.times if span.covers(time.span) and _is_date(setting, time)]
    return (values[-1] if last else values[0]) if values else None


def _is_date(setting: Setting, time: TimeExpression) -> bool:
    known = time.value is not None and time.value.start is not None
    return known and time.kind not in _LENGTH_KINDS and not sign("gives no day").found(setting.words(time.span))


def due_of(setting: Setting, content: Span | None) -> Interval | None:
    """The time in the content by or in which it is to be done."""
    if content is None:
        return None
    values = [time.value for time in setting.times if time.value and content.covers(time.span) and _is_date(setting, time)]
    return _ahead(setting, values[0]) if values else None


def _ahead(setting: Setting, value: Interval) -> Interval:
    """The part of a time that lies ahead of the page; 从…起 is due on its first day."""
    today = setting.published.start if setting.published else None
    if value.end is None:
        return Interval(value.start, value.start)
    within = today is not None and value.start is not None and value.start < today <= value.end
    return Interval(today, value.end) if within else value


def place_of(setting: Setting, trigger: Trigger, *, after: bool = False) -> Place | None:
    """The place named in the clause, or in a clause before with the same subject.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        after: Whether the place follows the cue (前往莫斯科).
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    low = max(trigger.clause.start, scope.start)
    if after:
        return _place_in(setting, Span(trigger.span.end, min(trigger.clause.end, trigger.span.end + 16)), free=True)
    return (
        _place_in(setting, Span(low, trigger.span.start))
        or _place_in(setting, Span(trigger.span.end, trigger.clause.end))
        or _place_in(setting, Span(scope.start, max(scope.start, low)))
    )


def _place_in(setting: Setting, span: Span, *, free: bool = False) -> Place | None:
    """The narrowest place of a span; unless ``free`` only after 在 or 于."""
    found: Place | None = None
    reached = -1
    for mention in setting.parties.mentions:
        if not span.covers(mention.span) or len(mention.entities) != 1:
            continue
        between = setting.text[reached : mention.span.start] if reached >= 0 else ""
        goes_on = reached >= 0 and len(between) <= 4 and not sign("lists places").found(between)
        if not (free or goes_on or sign("place follows").found(setting.text, max(span.start, mention.span.start - 2), mention.span.start)):
            continue
        place = _place(setting, mention.entities[0], mention.span)
        if place:
            found, reached = place, mention.span.end
            free = False
    return found


def _place(setting: Setting, identity: str, span: Span) -> Place | None:
    entity = setting.parties.by_id.get(identity)
    if entity is None or entity.type not in {"place", "state"}:
        return None
    name = entity.name or identity
    state = identity if entity.type == "state" else _state_of(identity)
    return Place(name, setting.words(span), state)


def _state_of(identity: str) -> str | None:
    known = load().entries
    for category in ("city", "venue"):
        entry = known.get((category, identity))
        if entry:
            return entry.country
    return None
