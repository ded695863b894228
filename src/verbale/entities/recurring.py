"""Names that a page bears more than once: what the tagger cuts in one place is known from another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.entities.pieces import Element
from verbale.entities.spans import Cover
from verbale.entities.words import WORDS, alternatives
from verbale.language.tagger import Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

_SHORTEST = 3
_NO_NAMES = frozenset({"TIME", "m", "w"})
# 阿里: a name of two characters that the tagger takes for a body's or a place's.
_NAME_TAGS = frozenset({"ORG", "LOC", "nz", "nr", "ns", "nt"})


def recurring(text: str, tokens: Tokens, found: Sequence[Element]) -> Iterator[Element]:
    """The names of a page wherever they stand again, and longer where only another place gives them whole.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        found: The pieces found so far.

    Yields:
        Pieces of the class name: occurrences that no piece covers, and those of which a piece covers only the beginning.
    """
    names = {text[piece.span.start : piece.span.end] for piece in found if piece.kind == "name"}
    yield from _of_two_characters(text, tokens, found, names)
    names = {name for name in names if len(name) >= _SHORTEST and WORDS.sounds.issuperset(name.replace("·", "").replace("-", ""))}
    if not names:
        return
    taken = Cover(len(text), (piece for piece in found if piece.kind != "name"))
    bounds = {piece.span.start: piece.span.end for piece in found if piece.kind == "name"}
    held = Cover(len(text), (piece for piece in found if piece.kind == "name"))
    for match in re.finditer(alternatives(names), text):
        span = Span(*match.span())
        if taken.touches(span) or bounds.get(span.start, 0) >= span.end:
            continue
        token = tokens.at(span.start)
        begins = token is not None and token.span.start == span.start and token.tag not in _NO_NAMES
        if begins and (span.start in bounds or not held.touches(span)):
            yield Element(span, "name", ())


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
