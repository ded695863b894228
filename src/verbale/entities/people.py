"""People, firms and factions who act without a name: by their noun and the words that tell which (三名在世原告, 锡克教团体)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.entities.pieces import Element
from verbale.entities.spans import Row
from verbale.entities.words import WORDS, alternatives
from verbale.language.tagger import Token, Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

_TELLING = frozenset({"n", "nz", "vn", "a", "an", "b", "s", "m", "q", "ORG"})
_NOUNS = frozenset({"n", "nz", "vn", "an", "ORG", "PER", "LOC", "s", "xc"})
_LONGEST = 12


def unnamed_people(text: str, tokens: Tokens, pieces: Row[Element]) -> Iterator[Span]:
    """Noun phrases for people without a name.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        pieces: Its elements.

    Yields:
        The span of each phrase, its number and the words that tell which people included; none that only belongs to
        another noun (企业家), or to the state named right before it.
    """
    for match in re.finditer(alternatives(WORDS.people), text):
        last, following = tokens.at(match.end() - 1), tokens.at(match.end())
        if last is None or last.span.end != match.end() or any(pieces.touching(Span(*match.span()))):
            continue
        if following is not None and following.tag in _NOUNS:
            continue
        span = Span(_start(text, tokens, pieces, min(match.start(), last.span.start)), match.end())
        if not any(piece.kind == "state" for piece in pieces.touching(Span(span.start - 1, span.start))):  # 俄数家天然气企业
            yield span


def noun_before(text: str, tokens: Tokens, start: int) -> Token | None:
    """The word that ends before a place; one that only means a circle (圈, 界) joined with the one before it (外交圈人士).

    Args:
        text: Folded text.
        tokens: Its words and tags.
        start: The place.
    """
    token = tokens.at(start - 1) if start else None
    if token is None or not sign("circle").found(text, token.span.start, token.span.end):
        return token
    field = tokens.at(token.span.start - 1)
    return None if field is None else Token(Span(field.span.start, token.span.end), field.tag)


def _start(text: str, tokens: Tokens, pieces: Row[Element], start: int) -> int:
    """Where the words begin that tell which people are meant."""
    low = start - _LONGEST
    while (token := tokens.at(start - 1)) and token.span.start >= low and _tells(text, token) and not any(pieces.touching(token.span)):
        start = token.span.start
    there = sign("of that place").found(text, max(0, start - 4), start)
    return there.start() if there else start


def _tells(text: str, token: Token) -> bool:
    word = text[token.span.start : token.span.end]
    return token.tag in _TELLING and word not in WORDS.stops and not WORDS.pronouns.search(word)
