"""What tells right before an organization's name what it is: 左翼游击队“民族解放军”, 阿富汗武装组织塔利班."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.entities.pieces import Element
from verbale.entities.spans import Row
from verbale.language.tagger import Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

_BODIES = frozenset({"organization", "body"})
_OWNERS = frozenset({"state", "city", "venue", "organization"})
_TELLING = frozenset({"n", "nz", "ns", "vn", "a", "LOC", "ORG"})
_LONGEST_KIND, _MOST_WORDS = 12, 2


def descriptions(text: str, tokens: Tokens, row: Row[Element]) -> dict[int, int]:
    """Where the descriptions of organizations begin.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        row: Its elements.

    Returns:
        For the start of each organization's name that has a description, the start of the description, in code points of ``text``.
    """
    found = {piece.span.start: _start(text, tokens, row, piece.span.start) for piece in row.items if piece.kind in _BODIES}
    return {name: start for name, start in found.items() if start is not None}


def described(starts: dict[int, int], piece: Element) -> int | None:
    """Where the name begins of the organization in whose description an element stands, if it does.

    Args:
        starts: What :func:`descriptions` found.
        piece: The element.
    """
    return next((name for name, start in starts.items() if start <= piece.span.start and piece.span.end <= name), None)


def _start(text: str, tokens: Tokens, row: Row[Element], name: int) -> int | None:
    place = name - (text[name - 1 : name] == "“")
    kind = sign("kind of body").found(text, max(0, place - _LONGEST_KIND), place)
    if kind is None:
        return None
    start = kind.start()
    for _ in range(_MOST_WORDS):
        word = tokens.at(start - 1)
        free = word is not None and word.span.end == start and word.tag in _TELLING and len(word.span) > 1
        if word is None or not free or any(row.touching(word.span)):
            break
        start = word.span.start
    owner = _ending(row, start)
    return owner.span.start if owner is not None and owner.kind in _OWNERS else start


def _ending(row: Row[Element], place: int) -> Element | None:
    """The element that ends at a place."""
    last: Sequence[Element] = [piece for piece in row.touching(Span(max(0, place - 1), max(1, place))) if piece.span.end == place]
    return last[-1] if last else None
