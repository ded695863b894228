"""States by one character: 美俄会谈, 俄外长, 对华, 英、法、德代表."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.entities.gazetteer import Gazetteer
from verbale.entities.pieces import Element
from verbale.entities.words import WORDS
from verbale.language.tagger import Tokens
from verbale.model import Span


def short_states(text: str, tokens: Tokens, gazetteer: Gazetteer, taken: Sequence[Element]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """One-character names of states where the neighbours or the tagger make sure of them.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        gazetteer: Known names; ``shorts`` maps a character to the states it may mean.
        taken: The pieces found so far.

    Yields:
        The span of each character and the states it may mean, the likeliest first.
    """
    held = {place for item in taken for place in range(item.span.start, item.span.end)}
    sure = {place for span in _by_pattern(text, tokens, gazetteer) for place in range(span.start, span.end)}
    sure |= {place for span in _by_tag(text, tokens, gazetteer) for place in range(span.start, span.end)}
    for place in sorted(sure - held):
        if text[place] in gazetteer.shorts:
            yield Span(place, place + 1), gazetteer.shorts[text[place]]


def _by_pattern(text: str, tokens: Tokens, gazetteer: Gazetteer) -> Iterator[Span]:
    letters = "".join(gazetteer.shorts)
    pair = re.compile(f"[{letters}]{{2,5}}(?={WORDS.pair.pattern})")
    single = re.compile(f"[{letters}](?={WORDS.short_body.pattern})")
    media = re.compile(f"[{letters}](?=媒(?!体))")
    listed = re.compile(f"[{letters}](?:、[{letters}])+")
    toward = re.compile(f"(?<=[对涉访赴驻援亲反抵售])[{letters}](?=[，。、；出实加的军展施发采进提])")
    for pattern in (pair, single, media, listed, toward):
        for match in pattern.finditer(text):
            if pattern is not pair or _begins_word(tokens, match.start()):
                yield Span(*match.span())


def _begins_word(tokens: Tokens, place: int) -> bool:
    """Whether a noun begins at ``place`` (so that 加以在 is not read as Canada and Israel)."""
    token = tokens.at(place)
    return token is not None and token.span.start == place and token.tag not in {"v", "d", "p", "c", "u", "r", "vd", "ad", "f"}


def _by_tag(text: str, tokens: Tokens, gazetteer: Gazetteer) -> Iterator[Span]:
    """Words of one to four such characters that the tagger takes for places or bodies (美俄 is a list, no organization)."""
    for token in tokens.items:
        word = text[token.span.start : token.span.end]
        listed = token.tag in {"LOC", "ORG"} or (token.tag in {"PER", "nz"} and len(word) > 1)
        if listed and len(word) <= 4 and all(char in gazetteer.shorts for char in word):
            yield token.span
