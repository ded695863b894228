"""Whether a word that could report speech is only told of: a noun, a point in time, what somebody reacts to, or what a fact shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.entities.discourse import clause_start
from verbale.language.tagger import Token, Tokens
from verbale.model import Span
from verbale.statements.words import listed, pattern

if TYPE_CHECKING:
    from verbale.statements.cues import Cue

_BARE = frozenset({"a", "PER", "LOC", "ORG", "n", "nr", "ns", "nt", "nz", "r", "t", "TIME", "d", "ad", "m", "q"})
_NOUNS = frozenset({"vn", "n", "an"})
_TAKEN_UP = frozenset({"reveal", "threaten", "promise", "propose", "demand", "accuse"})
_HEADS = frozenset({"reveal", "promise", "propose"})


def is_told_of(text: str, cue: Cue, sentence: Span, tokens: Tokens) -> bool:
    """Whether a cue is only told of and reports no words.

    Args:
        text: Folded text.
        cue: The cue.
        sentence: Its sentence.
        tokens: The words of the text.
    """
    clause = clause_start(text, cue.span.start, sentence.start)
    before = tokens.within(Span(clause, cue.span.start))
    after = _to_comma(text, tokens.within(Span(cue.span.end, sentence.end)))
    if cue.entry.form in listed("shows a fact") and pattern("<fact><adverb of showing>*|<adverb of showing>+").fullmatch(
        text, clause, cue.span.start
    ):
        return True
    if cue.entry.form in listed("shows a fact") and pattern("<shown by><adverb of showing>*$").search(text, clause, cue.span.start):
        return True
    if pattern("<was due>[^，。；的时后前“”]*$").search(text, clause, cue.span.start) or _is_told_by_noun(text, cue, clause):
        return True
    if cue.entry.form in listed("foresees") and pattern("<foreseen>").match(text, cue.span.end):
        return True
    return (
        _is_made(text, cue, tokens)
        or _heads_a_noun(text, cue, after)
        or _is_a_time(text, before, after)
        or _is_reacted_to(text, cue, before, after)
    )


def _to_comma(text: str, words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words up to the next comma, stop or quotation mark."""
    stop = next((place for place, word in enumerate(words) if text[word.span.start] in "，。；：！？“"), len(words))
    return words[:stop]


def _is_told_by_noun(text: str, cue: Cue, clause: int) -> bool:
    """Whether the words are a condition, or measured by a demand (未按照法国要求登记…), or a noun opens its clause (抗议不会停止)."""
    if pattern("[但而且]?(?:<condition within>|只有)").match(text, clause, cue.span.start):
        return True  # 只有对方书面保证…，才会…
    if cue.entry.form not in listed("also a noun"):
        return False
    if pattern("<measured by>[^，。；“的后时会了]{1,8}$").search(text, clause, cue.span.start):
        return True
    return clause == cue.span.start and cue.entry.meaning == "accuse" and pattern("<goes on being>").match(text, cue.span.end) is not None


def _is_made(text: str, cue: Cue, tokens: Tokens) -> bool:
    """Whether the cue is the noun of a verb that only makes it one (提出质疑, 进行说明)."""
    here = tokens.at(cue.span.start)
    plain = len(cue.span) == len(cue.entry.form) and text[cue.span.end : cue.span.end + 1] != "："
    return (
        plain
        and here is not None
        and here.tag in _NOUNS
        and bool(pattern("<makes a noun>了?$").search(text, cue.span.start - 4, cue.span.start))
    )


def _heads_a_noun(text: str, cue: Cue, after: tuple[Token, ...]) -> bool:
    """Whether the cue and the verb after it only describe a noun (宣布成立的委员会)."""
    if cue.entry.meaning not in _HEADS or len(after) < 2 or after[0].span.start != cue.span.end:
        return False
    return after[0].tag == "v" and text[after[1].span.start : after[1].span.end] == "的"


def _is_a_time(text: str, before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    """Whether the cue only tells when something else was done (在确认船员安全后离开)."""
    place = next((number for number, word in reversed(list(enumerate(before))) if word.tag not in _BARE), None)
    if place is None or text[before[place].span.start : before[place].span.end] not in {"在", "自", "自从"}:
        return False
    ends = (number for number, word in enumerate(after) if word.tag == "f" and text[word.span.start : word.span.end] in listed("time of"))
    return (end := next(ends, -1)) > 0 and end + 1 < len(after)


def _is_reacted_to(text: str, cue: Cue, before: tuple[Token, ...], after: tuple[Token, ...]) -> bool:
    """Whether the words are only what somebody reacts to (对美方宣布加税表示遗憾)."""
    if cue.entry.meaning not in _TAKEN_UP:
        return False
    place = next((number for number, word in reversed(list(enumerate(before))) if word.tag not in _BARE), None)
    if (
        place is None
        or place + 1 == len(before)
        or text[before[place].span.start : before[place].span.end] not in {"对", "对于", "就", "因"}
    ):
        return False
    return any(text[word.span.start : word.span.end] in listed("reacts") for word in after)
