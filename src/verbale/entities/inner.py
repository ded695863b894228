"""Names within a phrase: the states and organizations in a title, the state before its ministry."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.entities.pieces import PARTIES, Element, Reference
from verbale.entities.spans import Row
from verbale.entities.words import WORDS
from verbale.model import Span


def inner_references(text: str, item: Reference, pieces: Row[Element]) -> Iterator[Reference]:
    """The names that stand within a reference and are not its head.

    Args:
        text: Folded text.
        item: The reference.
        pieces: The text's elements.

    Yields:
        References with ``inside`` set.
    """
    limit = item.head.start if item.kind == "person" else item.span.end
    seen = {item.head}
    for piece in pieces.touching(Span(item.span.start, limit)):
        of_somebody = piece.kind == "body" and item.kind == "group"  # 山城工会一名干事
        if (piece.kind in PARTIES or of_somebody) and item.span.covers(piece.span):
            kind = piece.kind if piece.kind in {"organization", "body"} else "state"
            for span in (piece.span, *_with_bodies(text, piece, limit)):
                if span not in seen:
                    seen.add(span)
                    yield Reference(span, span, kind, piece.ids, inside=True)


def _with_bodies(text: str, piece: Element, limit: int) -> Iterator[Span]:
    """The state with the bodies after it, one by one (俄方 and 俄方代表团)."""
    end = piece.span.end
    while piece.kind == "state" and end < limit:
        body = WORDS.one_body.match(text, end, limit)
        if body is None:
            return
        end = body.end()
        yield Span(piece.span.start, end)
