"""Names that a page bears more than once: what the tagger cuts in one place is known from another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from verbale.entities.pieces import Element
from verbale.entities.spans import Cover
from verbale.entities.words import WORDS, alternatives
from verbale.language.tagger import Token, Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

_SHORTEST, _FURTHEST = 3, 4
_NO_NAMES = frozenset({"TIME", "m", "w"})
# Words that the tagger takes unknown foreign names for.
_MISTAKEN = frozenset({"LOC", "ORG", "nz", "n", "v", "vn", "f"})
_LONGEST = 6
# 阿里: a name of two characters that the tagger takes for a body's or a place's.
_NAME_TAGS = frozenset({"ORG", "LOC", "nz", "nr", "ns", "nt"})
_DOTS = re.compile("[·-]")


def recurring(text: str, tokens: Tokens, found: Sequence[Element]) -> Iterator[Element]:
    """The names of a page wherever they stand again, and longer where only another place gives them whole.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        found: The pieces found so far.

    Yields:
        Pieces of the class name: occurrences that no piece covers, and those of which a piece covers only a part.
    """
    whole = {text[piece.span.start : piece.span.end] for piece in found if piece.kind == "name"}
    yield from _of_two_characters(text, tokens, found, whole)
    parts = {part for name in whole for part in (_DOTS.split(name)[0], _DOTS.split(name)[-1])}
    names = {name for name in whole | parts if len(name) >= _SHORTEST and _is_sure(name)}
    yield from _again(text, tokens, found, names)
    yield from _short(text, tokens, found)
    yield from _speaking(text, tokens, found)


def _is_sure(name: str) -> bool:
    """Whether a name is written by sound, or a Chinese one of three characters."""
    by_sound = WORDS.sounds.issuperset(_DOTS.sub("", name))
    return by_sound or (len(name) == _SHORTEST and name.startswith(WORDS.surnames))


def _again(text: str, tokens: Tokens, found: Sequence[Element], names: Iterable[str]) -> Iterator[Element]:
    """The names where no piece has them, or only a part of them."""
    if not names:
        return
    taken = Cover(len(text), (piece for piece in found if piece.kind != "name"))
    held = [piece.span for piece in found if piece.kind == "name"]
    for match in re.finditer(alternatives(names), text):
        span = Span(*match.span())
        touching = [other for other in held if other.start < span.end and span.start < other.end]
        if taken.touches(span) or not all(span.covers(other) and other != span for other in touching):
            continue
        token = tokens.at(span.start)
        begins = token is not None and token.span.start == span.start and token.tag not in _NO_NAMES
        if begins:
            yield Element(span, "name", ())


def _short(text: str, tokens: Tokens, found: Sequence[Element]) -> Iterator[Element]:
    """The names of two characters that stand after a title, wherever they stand again as words of their own (外长斯科 … 会见了斯科)."""
    titles = {piece.span.end for piece in found if piece.kind == "title"}
    names = {text[piece.span.start : piece.span.end] for piece in found if piece.kind == "name" and piece.span.start in titles}
    names = {name for name in names if len(name) < _SHORTEST and not text.startswith(WORDS.begun_like_names, text.index(name))}
    taken = Cover(len(text), found)
    for match in re.finditer(alternatives(names), text) if names else ():
        span = Span(*match.span())
        token = tokens.at(span.start)
        if token is not None and not taken.touches(span) and _is_word(text, token, span):
            yield Element(span, "name", ())


def _speaking(text: str, tokens: Tokens, found: Sequence[Element]) -> Iterator[Element]:
    """Names written by sound that the tagger takes for other words, where they open a clause and speak, or somebody calls or meets them."""
    taken = Cover(len(text), found)
    for token in tokens.items:
        span = token.span
        unlike = token.tag in _MISTAKEN and _SHORTEST <= len(span) <= _LONGEST and not taken.touches(span)
        if unlike and WORDS.sounds.issuperset(text[span.start : span.end]) and _is_somebody(text, span):
            yield Element(span, "name", ())


def _is_somebody(text: str, span: Span) -> bool:
    """Whether the words around tell that a name is a person's (，法约塔周四曾呼吁, 与希科米诺通电话)."""
    low = max(0, span.start - _FURTHEST)
    opens = sign("opens a clause before a name").found(text, low, span.start)
    if opens and sign("speaks as a person").found(text, span.end):
        return True
    return sign("with somebody").found(text, low, span.start) is not None and sign("talks with somebody").found(text, span.end) is not None


def _is_word(text: str, token: Token, span: Span) -> bool:
    """Whether a short name is a word of the tagger, or begins one that goes on as after a name (米米/约见面 is 米米 nowhere)."""
    if token.span.start != span.start or token.tag in _NO_NAMES:
        begun = sign("before a name").found(text, max(0, span.start - _FURTHEST), span.start) is not None
        return begun and sign("follows a name").found(text, span.end) is not None
    return token.span.end == span.end or sign("follows a name").found(text, span.end) is not None


def _of_two_characters(text: str, tokens: Tokens, found: Sequence[Element], names: set[str]) -> Iterator[Element]:
    """The short names of the page that are other names (阿里), or common words whose bearer speaks again (高峰未给出数字)."""
    taken = Cover(len(text), found)
    for token in tokens.items:
        if len(token.span) < _SHORTEST and text[token.span.start : token.span.end] in names and not taken.touches(token.span):
            speaks = token.tag == "n" and _speaks(text, token.span.end)
            if speaks or token.tag in _NAME_TAGS:
                yield Element(token.span, "name", ())


def _speaks(text: str, end: int) -> bool:
    """Whether words of speaking or acting follow a name."""
    return text.startswith(WORDS.verbs_after_names, end) or sign("speaks after a setting").found(text, end) is not None
