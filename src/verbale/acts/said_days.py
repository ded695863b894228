"""The day of what somebody says: that of the statement, or of what the same speaker said before."""

from __future__ import annotations

from verbale.acts.carried import Told, said_at_talks, said_before
from verbale.acts.moments import days_told, last_of
from verbale.acts.setting import Setting
from verbale.lexicons.signs import sign
from verbale.model import Interval, Span, Statement

# Days are carried on inside a paragraph, but not over more characters than these.
_PARAGRAPH = 2000
# These are done by saying so.
_DECLARED = frozenset({"agree", "sign", "appoint", "resign", "sanction", "expel"})


def of_statement(setting: Setting, held: Statement) -> Interval | None:
    """The day of a statement.

    Args:
        setting: What the page has given so far.
        held: The statement.

    Returns:
        The time that stands before its cue in its sentence, else that of the statement before by the same speaker, or ``None``.
    """
    found = _before_cue(setting, held.cue) if held.cue else None
    return found or _before(setting, held.content[0].start, held.speakers, nested=setting.outside(held) is not None)


def of_speech(told: Told) -> Interval | None:
    """The day of an act done by speaking in the speaker's own words.

    Args:
        told: The act; a statement holds it.

    Returns:
        The day of the statement, or of what the same speaker did by speaking right before; ``None`` for a plan of one's own.
    """
    held = told.held
    if held is None or (told.trigger.frame.role == "future" and told.trigger.frame.kind == "promise"):
        return None
    return of_statement(told.setting, held) or said_before(told, held.speakers) or said_at_talks(told, held.speakers)


def of_speaker(told: Told) -> Interval | None:
    """The day of what the same speaker said before, where the reporter tells the act.

    Args:
        told: The act, done by speaking.

    Returns:
        The day of the speaker's statement before it in the paragraph, where the cue opens a statement or the sentence names no new subject
        (并…表示感谢, 他还批评…); of the last one on the page where it is the same speech (在讲话中); ``None`` where there is none.
    """
    setting, trigger, actors = told.setting, told.trigger, told.roles.actors
    opened = setting.statement_of(trigger.span)
    if opened:
        found = _before(setting, opened.content[0].start, opened.speakers)
    elif sign("same occasion").found(setting.text, trigger.sentence.start, trigger.span.start):
        found = _before(setting, trigger.span.start, actors, anywhere=True)
    else:
        goes_on = not told.roles.named or sign("goes on with him").found(setting.text, trigger.sentence.start)
        found = _before(setting, trigger.span.start, actors) if goes_on else None
    return found or said_before(told, actors)


def of_announcement(told: Told) -> Interval | None:
    """The day of the statement that tells an act, where telling it is doing it.

    Args:
        told: The act.

    Returns:
        The statement's day for agreements and signatures in a party's own words, for what is announced (宣布任命), for a call of which the
        caller tells right after, and for what goes on day after day; else ``None``.
    """
    held = told.held
    if held is None:
        return None
    kind, own = told.trigger.frame.kind, bool(set(held.speakers) & set(told.roles.actors))
    return of_statement(told.setting, held) if (own and kind in {"agree", "sign"}) or _is_announced(told, held, own=own) else None


def _is_announced(told: Told, held: Statement, *, own: bool) -> bool:
    if held.cue is None:
        return False
    setting, clause, kind = told.setting, told.trigger.clause, told.trigger.frame.kind
    if kind in _DECLARED and sign("announces").found(setting.words(held.cue)):
        return True
    just = own and kind == "call" and sign("just done").found(setting.text, told.own.start, told.own.end)
    return bool(just or sign("day after day").found(setting.text, clause.start, clause.end))


def _before_cue(setting: Setting, cue: Span) -> Interval | None:
    sentence = setting.sentence_at(cue.start)
    return last_of(days_told(setting, Span(sentence.start if sentence else 0, cue.start), cue.start))


def _before(setting: Setting, place: int, speakers: tuple[str, ...], *, nested: bool = False, anywhere: bool = False) -> Interval | None:
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
