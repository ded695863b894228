"""Quotation marks: what they enclose, and whether it is speech or the name of a thing."""

from __future__ import annotations

import bisect
import functools
import re

import msgspec

from verbale.model import Span
from verbale.statements.words import pattern

_LONGEST = 800
_LONGEST_NAME = 12
_COLON = re.compile("(?:（[^（）]*）)?：")
_NUMBERED = re.compile(r"^[0-9一二三四五六七八九十]+[+＋点项条]|^[A-Z0-9\-]+$")


class Quotation(msgspec.Struct, frozen=True):
    """One quotation: with its marks, and what stands inside them."""

    span: Span
    inner: Span
    closed: bool


class Quotations(msgspec.Struct, frozen=True, dict=True):
    """The quotations of a text in order (outermost only)."""

    items: tuple[Quotation, ...]

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [item.span.start for item in self.items]

    def holding(self, place: int) -> Quotation | None:
        """The quotation whose marks enclose the character at ``place``."""
        position = bisect.bisect_right(self._starts, place) - 1
        item = self.items[position] if position >= 0 else None
        return item if item and place < item.span.end else None

    def within(self, span: Span) -> tuple[Quotation, ...]:
        """The quotations that begin inside ``span``."""
        return self.items[bisect.bisect_left(self._starts, span.start) : bisect.bisect_left(self._starts, span.end)]


def quotations(text: str, within: Span, sentences: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """The outermost quotations of one paragraph.

    A mark that is never closed ends with its sentence.

    Args:
        text: Folded text (“ ” ‘ ’ only).
        within: The paragraph.
        sentences: Its sentences.
    """
    found: list[Quotation] = []
    place = within.start
    while (start := text.find("“", place, within.end)) >= 0:
        end = _closing(text, start, within.end)
        if end < 0:
            stop = next((sentence.end for sentence in sentences if sentence.start <= start < sentence.end), within.end)
            found.append(Quotation(Span(start, stop), Span(start + 1, stop), closed=False))
            place = stop
        else:
            found.append(Quotation(Span(start, end + 1), Span(start + 1, end), closed=True))
            place = end + 1
    return tuple(item for item in found if len(item.inner))


def _closing(text: str, start: int, limit: int) -> int:
    depth = 0
    for place in range(start, min(limit, start + _LONGEST)):
        depth += (text[place] == "“") - (text[place] == "”")
        if depth == 0:
            return place
    return text.find("”", start, min(limit, start + _LONGEST))


def is_speech(text: str, quotation: Quotation) -> bool:
    """Whether the quoted words are somebody's speech, not the name of a thing (“和平计划”)."""
    words = text[quotation.inner.start : quotation.inner.end]
    if _NUMBERED.search(words):
        return False
    return len(words) > _LONGEST_NAME or not pattern("<thing>$").search(words)


def introduces(text: str, name: Span, quotation: Quotation) -> bool:
    """Whether a clause is a name, with a foreign form in brackets at most, and a colon before a quotation (鲁比奥：“…”).

    Args:
        text: Folded text.
        name: The name.
        quotation: The quotation after it.
    """
    opens = text[name.start - 1] in "，。；”\n" if name.start else True
    return opens and name.end < quotation.span.start and bool(_COLON.fullmatch(text, name.end, quotation.span.start))
