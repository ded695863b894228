"""The lines of articles as the ledger numbers them: by day, then page, then line, so that the newest come first without sorting."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import msgspec

from verbale.model import ARTICLE_KINDS, Record, Span

_PAGE_BITS = 27
_LINE_BITS = 14
LAST_LINE = (1 << _LINE_BITS) - 1
LAST_PAGE = (1 << _PAGE_BITS) - 1


class Passage(msgspec.Struct, frozen=True):
    """One line of an article.

    Attributes:
        line: Its number in the page, from 1.
        span: Its characters, code points of the page.
        words: Its words.
    """

    line: int
    span: Span
    words: str


def number(day: str, page: int, line: int) -> int:
    """The number of a passage.

    Args:
        day: The page's day, ISO 8601, or empty.
        page: The page's number in the ledger.
        line: The line, from 1; lines beyond the 16,383rd share its number.

    Returns:
        A number that is larger for a later day, page and line.
    """
    return (_ordinal(day) << _PAGE_BITS | page) << _LINE_BITS | min(line, LAST_LINE)


def numbers(first: datetime.date | None, last: datetime.date | None) -> tuple[int, int]:
    """The numbers that passages of certain days have.

    Args:
        first: The first day; ``None`` for no limit, then pages without a day are among them.
        last: The last day, included; ``None`` for no limit.

    Returns:
        The least and the greatest number.
    """
    return number(first.isoformat() if first else "", 0, 0), number((last or datetime.date.max).isoformat(), LAST_PAGE, LAST_LINE)


def _ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal() if day else 0


def passages_of(record: Record) -> Iterator[Passage]:
    """The lines of a record's article.

    Args:
        record: The record.

    Yields:
        Each line that is part of the article, in order.
    """
    text, line, counted = record.page.text, 1, 0
    for found in record.lines:
        line += text.count("\n", counted, found.span.start)
        counted = found.span.start
        if found.kind in ARTICLE_KINDS and line <= LAST_LINE:
            yield Passage(line, found.span, text[found.span.start : found.span.end])
