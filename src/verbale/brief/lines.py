"""The lines of a page as they are shown, with their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.model import Line, Record, Span


def lines_of(record: Record) -> tuple[Line, ...]:
    """The lines of a page.

    Args:
        record: The page's record.

    Returns:
        Its labelled lines; every line that is not blank as a paragraph where none is labelled.
    """
    return record.lines or tuple(_unlabelled(record.page.text))


def numbers_of(text: str, lines: Sequence[Line]) -> Iterator[int | None]:
    """The number of each line.

    Args:
        text: The page's text.
        lines: Its lines, in order.

    Yields:
        The number, from 1; ``None`` for what stands on the same line as the one before.
    """
    number, place, last = 1, 0, 0
    for line in lines:
        number, place = number + text.count("\n", place, line.span.start), line.span.start
        yield number if number != last else None
        last = number


def _unlabelled(text: str) -> Iterator[Line]:
    place = 0
    for line in text.split("\n"):
        if line.strip():
            yield Line(Span(place, place + len(line)), "paragraph")
        place += len(line) + 1
