"""Where the content of an act ends: before another cue, a new subject, an answer, or what its speaker turns to."""

from __future__ import annotations

import itertools
import re

from verbale.acts.clauses import clause_subject
from verbale.acts.conditions import opens_condition
from verbale.acts.frames import by_form, cue_pattern
from verbale.acts.kinds import SPOKEN
from verbale.acts.members import members, states_differ
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Span
from verbale.statements.cues import entries

# A new subject stands within so many characters of its clause's beginning.
_HEAD = 5


def ends_before(setting: Setting, trigger: Trigger, clause: Span, *, free: bool) -> bool:
    """Whether a content ends before a clause.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        clause: The clause after the content so far.
        free: Whether it may have a subject of its own.
    """
    words = setting.words(clause)
    if not words or sign("content stops").found(words.lstrip("“")) or opens_condition(words):
        return True
    if sign("takes examples in").found(words) or "是否" in words:
        return False
    if _opens_with_cue(trigger, words) or _is_another_norm(setting, trigger, clause):
        return True
    if free and setting.text[clause.start - 1] == "；":
        return False
    if not free and _opens_with_thing(setting, clause):
        return True
    subject = clause_subject(setting, clause, clause.start)
    return bool(subject) and not free and _is_new_subject(setting, Span(clause.start, subject[0].span.start))


def _opens_with_cue(trigger: Trigger, words: str) -> bool:
    """Whether a clause opens with a cue that tells something else."""
    joined = sign("goes on").found(words)
    head = words[joined.end() :] if joined else words
    denied = sign("denies along").found(words)
    cue = cue_pattern().match(head) or _stance_quoted(head) or (cue_pattern().match(words, denied.end()) if denied else None)
    return bool(cue and not _carries_on(trigger, cue[0])) or head.startswith(tuple(entries()))


def _is_another_norm(setting: Setting, trigger: Trigger, clause: Span) -> bool:
    """必须停火；两国应撤军: whether a clause after a norm is set off by a semicolon, or has a norm of its own."""
    apart = setting.text[clause.start - 1] == "；" or sign("another norm").found(setting.words(clause))
    return trigger.frame.role == "norm" and bool(apart)


def _carries_on(trigger: Trigger, cue: str) -> bool:
    """Whether a content goes on with a cue: after a norm with any deed, and with what is to be supported or opposed (应停火，收回言论)."""
    kinds = {frame.kind for frame in by_form()[cue]}
    if trigger.frame.role == "norm":
        return not kinds <= SPOKEN - {"support", "refuse"}
    return sign("carries on").found(cue) is not None or (trigger.frame.kind == "offer" and not kinds <= SPOKEN)


def is_answered(setting: Setting, clause: Span) -> bool:
    """要求对方停火，总统当场拒绝: whether a clause opens with a party that speaks up itself.

    Args:
        setting: What the page has given so far.
        clause: The clause.
    """
    subject = clause_subject(setting, clause, clause.start)
    if not subject or not _is_new_subject(setting, Span(clause.start, subject[0].span.start)):
        return False
    return sign("speaks up").found(setting.text, subject[-1].span.end, clause.end) is not None


def turns_to_own(setting: Setting, trigger: Trigger, clause: Span, turn: str = "will or will not") -> bool:
    """指责对方推翻条款，内阁不会表决: whether a clause turns to what the speaker's own side will do or not do.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        clause: The clause.
        turn: The sign by which it turns.
    """
    speakers = setting.speakers(trigger.span.start) or setting.speakers(clause.start)
    subject = clause_subject(setting, clause, clause.start)
    after = subject[-1].span.end if subject else clause.start
    if not speakers or sign(turn).found(setting.text, after, clause.end) is None:
        return False
    if not subject:
        will = sign("will or will not").found(setting.text, clause.start, clause.end)
        return will is not None and sign("body of one's own").found(setting.text, clause.start, will.start("will")) is not None
    return not states_differ(setting, speakers, members(subject, setting))


def _stance_quoted(words: str) -> re.Match[str] | None:
    """会留守高地，“决不容许…”: a cue that opens a quotation, where it tells where the speaker stands."""
    cue = cue_pattern().match(words, 1) if words.startswith("“") else None
    return cue if cue and any(frame.role == "own" for frame in by_form()[cue[0]]) else None


def _is_new_subject(setting: Setting, before: Span) -> bool:
    """Whether a party with these words before it in its clause begins something new: it is no verb's object (坚定维护中国企业的权益)."""
    return len(before) <= _HEAD and not any(token.tag == "v" and len(token.span) > 1 for token in setting.tokens.within(before))


def _opens_with_thing(setting: Setting, clause: Span) -> bool:
    """Whether a clause has a subject of its own that is no party: a noun, with an adverb after it (对话也应由…)."""
    after = next(itertools.dropwhile(lambda token: token.tag in {"n", "vn"}, setting.tokens.within(clause)), None)
    if after is None or after.span.start == clause.start:
        return False
    return sign("said of a thing").found(setting.text, after.span.start, clause.end) is not None
