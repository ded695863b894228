"""Cue words in a sentence that pass what their frame asks of their surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from verbale.acts.frames import Frame, any_of, by_form, compiled, cue_pattern
from verbale.acts.kinds import SPOKEN, SUFFERED
from verbale.acts.passives import doer
from verbale.acts.setting import Setting
from verbale.acts.standing import follows_party, in_topic, is_owned, is_word, stands
from verbale.lexicons.signs import sign
from verbale.model import Span

# How long the phrase that names a party may be.
_LONGEST_NAME = 120
# A verb follows these: what comes after them makes no noun of them (愿意派出, 不会邀请).
_MODAL = frozenset({"own", "future", "norm"})
_AND = re.compile("并且?|和|及")
_RELATIVE = re.compile("[了过]?的")


class Trigger(msgspec.Struct, frozen=True):
    """A cue in its place.

    Attributes:
        frame: Its frame.
        span: The cue word alone.
        anchor: The words shown: the cue, with the noun that follows at once (举行会谈); the noun alone where the cue only ends the talks.
        noun: The noun that the frame asked for, if any.
        sentence: Its sentence.
        clause: Its clause.
        relative: Whether it stands in a relative clause (美方提出的方案).
    """

    frame: Frame
    span: Span
    anchor: Span
    noun: Span | None
    sentence: Span
    clause: Span
    relative: bool


def triggers(setting: Setting, sentence: Span) -> Iterator[Trigger]:
    """The cues of one sentence, in order.

    Args:
        setting: What the page has given so far.
        sentence: The sentence.

    Yields:
        For each cue word the first frame whose conditions hold.
    """
    place = sentence.start
    while match := cue_pattern().search(setting.text, place, sentence.end):
        span = Span(match.start(), match.end())
        if not (is_word(setting, span) or _meets_party(setting, span)) or _in_name(setting, span):
            # 秘密会面: 密会 is no word here, but 会面 within it is.
            place = span.start + 1
            continue
        clause = setting.clause(span.start, sentence)
        senses = ((frame, cue) for cue in _cues(setting, span) for frame in by_form()[setting.words(cue)])
        fitting = (_fitting(setting, frame, cue, sentence, clause) for frame, cue in senses)
        trigger = next((found for found in fitting if found), None)
        place = span.end
        if trigger:
            yield trigger
        elif not _is_token(setting, span):
            place = span.start + 1


def _is_token(setting: Setting, span: Span) -> bool:
    token = setting.token(span.start)
    return token is not None and token.span.start == span.start and token.span.end >= span.end


def _cues(setting: Setting, span: Span) -> Iterator[Span]:
    """The cue, then shorter ones that it begins with: 将承担 is 将 where nobody is made to pay."""
    yield span
    for end in range(span.end - 1, span.start, -1):
        shorter = Span(span.start, end)
        if setting.words(shorter) in by_form() and is_word(setting, shorter):
            yield shorter


def _meets_party(setting: Setting, span: Span) -> bool:
    """Whether a party begins right after the cue, and a word begins with it: no part of a longer word (控诉 in 控诉白俄罗斯).

    Between two parties it is a word wherever the tagger drew the lines (援助 in 中国援助所罗门群岛).
    """
    token = setting.token(span.start)
    after = any(phrase.span.start == span.end for phrase in setting.parties.phrases_in(Span(span.end, span.end + 1)))
    return after and len(span) > 1 and token is not None and (token.span.start == span.start or follows_party(setting, span.start))


def _in_name(setting: Setting, span: Span) -> bool:
    nearby = setting.parties.phrases_in(Span(max(0, span.start - _LONGEST_NAME), span.end))
    return any(phrase.span.covers(span) for phrase in nearby)


def _fitting(setting: Setting, frame: Frame, span: Span, sentence: Span, clause: Span) -> Trigger | None:
    """The cue by one frame, if all of the frame's conditions hold."""
    before, after = setting.text[clause.start : span.start], setting.text[span.end : clause.end]
    topic = sign("talks put first").found(setting.text, sentence.start, clause.start)
    if not _allowed(frame, (topic[0] if topic else "") + before + after, before, setting.text[span.end : sentence.end]):
        return None
    if frame.earlier and not compiled(frame.earlier).search(setting.text[sentence.start : clause.start]):
        return None
    if frame.kind in SPOKEN and _goes_on_as(frame.kind, setting.text, span.end, clause.end):
        return None
    found = any_of(frame.nouns).search(after) if frame.nouns else None
    noun = Span(span.end + found.start(), span.end + found.end()) if found else None
    relative = bool(_RELATIVE.match(after)) or setting.text[span.start] == "所"
    given = doer(setting, clause.start, span.start)
    before = setting.text[given[-1].span.end : span.start].removeprefix("的") if given else before
    follows = "" if frame.role in _MODAL or sign("never a noun").found(setting.words(span)) else after
    owned = _is_undergone(frame, before, after) or (frame.kind == "attack" and is_owned(setting, clause, span))
    if (frame.nouns and noun is None) or not (owned or stands(frame, before, follows, noun=noun is not None, relative=relative)):
        return None
    if not relative and frame.role != "nominal" and in_topic(setting, clause, span):
        return None
    return Trigger(frame, span, _anchor(setting, frame, span, noun, clause), noun, sentence, clause, relative)


def _is_undergone(frame: Frame, before: str, after: str) -> bool:
    """遭自家卫队软禁, 被警察开枪驱散: a deed that somebody suffers, by whomever; not those held that a noun names (被扣押人员)."""
    if frame.kind == "attack" and sign("struck by a weapon").found(before):
        return True
    suffered = frame.kind in SUFFERED and sign("undergone").found(before)
    return bool(suffered and not sign("goes on as a noun").found(after) and not sign("held people").found(after))


def _anchor(setting: Setting, frame: Frame, span: Span, noun: Span | None, clause: Span) -> Span:
    """The words shown: a verb that only tells the end of talks (结束, 落幕) tells no meeting, their noun does."""
    if noun and noun.start - span.end <= 1:
        return Span(span.start, noun.end)
    if frame.kind != "meet" or not sign("only ends talks").found(setting.words(span)):
        return span
    before = list(any_of(frame.nouns_before).finditer(setting.text, clause.start, span.start)) if frame.nouns_before else []
    return Span(before[-1].start(), before[-1].end()) if before else noun or span


def _goes_on_as(kind: str, text: str, place: int, end: int) -> bool:
    """呼吁并要求X…: two words of one request; the second one tells it."""
    joined = _AND.match(text, place, end)
    cue = cue_pattern().match(text, joined.end(), end) if joined else None
    return cue is not None and any(frame.kind in {kind, "demand"} for frame in by_form()[cue[0]])


def _allowed(frame: Frame, near: str, before: str, rest: str) -> bool:
    """Whether the patterns of the frame hold: those that must, and those that must not."""
    needed = ((frame.before, before), (frame.after, rest), (frame.near, near))
    barred = ((frame.not_before, before), (frame.not_after, rest))
    if any(pattern and not compiled(pattern).search(words) for pattern, words in needed):
        return False
    if any(pattern and compiled(pattern).search(words) for pattern, words in barred):
        return False
    return not frame.nouns_before or bool(any_of(frame.nouns_before).search(before))
