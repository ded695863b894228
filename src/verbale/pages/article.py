"""The article of a page as one folded text: junk left out, broken lines joined, with the way back to the page kept."""

from __future__ import annotations

import bisect
import functools
from typing import Any, TypeVar, cast

import msgspec

from verbale.language.fold import fold
from verbale.language.sentences import sentences
from verbale.model import ARTICLE_KINDS, Line, LineKind, Page, Span
from verbale.pages.glosses import without_glosses

Anything = TypeVar("Anything")


class Paragraph(msgspec.Struct, frozen=True):
    """One paragraph: its span in ``Article.text``, its kind, and its sentences (spans in ``Article.text``)."""

    span: Span
    kind: LineKind
    sentences: tuple[Span, ...]


class Article(msgspec.Struct, frozen=True):
    """What all later stages read.

    Attributes:
        page: The page.
        lines: Every non-blank line of the page, in page offsets.
        text: The folded article, paragraphs separated by a line break. All later stages count in it.
        origin: For each character of ``text``, its place in ``page.text``.
        paragraphs: The paragraphs in order.
    """

    page: Page
    lines: tuple[Line, ...]
    text: str
    origin: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]

    def page_span(self, span: Span) -> Span:
        """The page's characters for a span of ``text``."""
        return Span(self.origin[span.start], self.origin[span.end - 1] + 1)

    def to_page(self, value: Anything) -> Anything:
        """The same value with every span in it counted in the page (any struct, tuple or dict of them)."""
        return cast(Anything, self._moved(value))

    def _moved(self, value: Any) -> Any:
        if isinstance(value, Span):
            return self.page_span(value)
        if isinstance(value, tuple):
            return tuple(self._moved(item) for item in value)
        if isinstance(value, msgspec.Struct):
            fields = {name: self._moved(getattr(value, name)) for name in value.__struct_fields__}
            return type(value)(**fields)
        return value

    def line_number(self, place: int) -> int:
        """The page's line (from 1) that holds a character of ``text``."""
        return bisect.bisect_right(_line_starts(self.page.text), self.origin[place])


@functools.lru_cache(maxsize=8)
def _line_starts(text: str) -> list[int]:
    return [0, *(place + 1 for place, char in enumerate(text) if char == "\n")]


def article_of(page: Page, lines: tuple[Line, ...], joins: tuple[int, ...] = ()) -> Article:
    """Build the article from labelled lines.

    Args:
        page: The page.
        lines: Its non-blank lines in order, page offsets.
        joins: Positions in ``lines`` of lines that go on in the next article line (a sentence broken over two lines).

    Returns:
        The article; its text is empty where no line is one of an article.
    """
    text: list[str] = []
    origin: list[int] = []
    pieces: list[tuple[int, int, LineKind]] = []
    joined = False
    for position, line in enumerate(lines):
        if line.kind not in ARTICLE_KINDS:
            continue
        if text and not joined:
            text.append("\n")
            origin.append(line.span.start - 1)
        start = pieces.pop()[0] if joined and pieces else len(origin)
        words = page.text[line.span.start : line.span.end]
        for part in without_glosses(words):
            text.append(words[part.start : part.end])
            origin.extend(range(line.span.start + part.start, line.span.start + part.end))
        pieces.append((start, len(origin), line.kind))
        joined = position in joins
    folded = fold("".join(text))
    paragraphs = tuple(Paragraph(Span(a, b), kind, sentences(folded, Span(a, b))) for a, b, kind in pieces)
    return Article(page, lines, folded, tuple(origin), paragraphs)
