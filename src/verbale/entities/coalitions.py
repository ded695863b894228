"""Coalitions that are named by who leads them alone (美国领导的联盟, 以沙特为首的多国联军)."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.entities.pieces import PARTIES, Element
from verbale.entities.spans import Row
from verbale.lexicons.signs import sign
from verbale.model import Span


def coalitions(text: str, pieces: Row[Element]) -> Iterator[Span]:
    """Noun phrases for coalitions, from their leader's name on.

    Args:
        text: Folded text.
        pieces: Its elements.

    Yields:
        The span of each phrase.
    """
    for piece in pieces.items:
        led = sign("leads a coalition").found(text, piece.span.end) if piece.kind in PARTIES else None
        if led is not None:
            yield Span(piece.span.start, led.end())
