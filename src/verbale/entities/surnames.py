"""Persons by surname and title: 惠总统 on a page about 惠恕仁."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from verbale.entities.pieces import Element
from verbale.entities.spans import Cover
from verbale.entities.words import WORDS
from verbale.language.tagger import Tokens
from verbale.model import Span

_SHORTEST, _LONGEST = 2, 3  # characters of a name whose first is its surname


def surnamed(text: str, tokens: Tokens, found: Sequence[Element], shorts: Container[str]) -> Iterator[Element]:
    """Titles with the first character of a known person's name before them.

    Args:
        text: Folded text.
        tokens: Its words.
        found: The pieces found so far.
        shorts: Characters that stand for states (乌总统 is Ukraine's, whoever else is on the page).

    Yields:
        A person for each such title, the title within its span, where one person of the page alone has a name that begins so.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for piece in found:
        if piece.kind == "person" and len(piece.ids) == 1 and len(piece.span) >= _SHORTEST and text[piece.span.start] not in shorts:
            bearers[text[piece.span.start]].update(piece.ids)
    taken = Cover(len(text), found)
    for piece in found:
        place = piece.span.start - 1
        known = bearers.get(text[place], set()) if piece.kind == "title" and place >= 0 else set()
        token = tokens.at(place)
        if len(known) == 1 and token and token.span.start == place and not taken.touches(Span(place, place + 1)):
            yield Element(Span(place, piece.span.end), "person", tuple(known))


def surnamed_again(text: str, tokens: Tokens, found: Sequence[Element], titles: Sequence[Element]) -> Iterator[Element]:
    """Titles with the surname of somebody before them whom only the page knows (夏副主席 on a page about 夏立言).

    Args:
        text: Folded text.
        tokens: Its words.
        found: The pieces found so far.
        titles: The known titles, those too that a wrong name covers.

    Yields:
        A name for each such title, the title within its span, where one unknown name of the page alone begins so.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for piece in found:
        if piece.kind in {"person", "name"} and _SHORTEST <= len(piece.span) <= _LONGEST and text[piece.span.start] in WORDS.surnames:
            bearers[text[piece.span.start]].add(text[piece.span.start : piece.span.end])
    taken = Cover(len(text), (piece for piece in found if piece.kind != "name"))
    for piece in titles:
        place = piece.span.start - 1
        known = bearers.get(text[place], set()) if place >= 0 else set()
        token = tokens.at(place)
        if len(known) == 1 and token and token.span.start == place and not taken.touches(Span(place, place + 1)):
            yield Element(Span(place, piece.span.end), "name", ())
