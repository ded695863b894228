"""Where things stand in a text, found without looking through all of them."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from verbale.model import Span


class HasSpan(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Its place."""
        ...


Placed = TypeVar("Placed", bound=HasSpan)


class Cover:
    """Which characters of a text are taken."""

    def __init__(self, size: int, taken: Iterable[HasSpan] = ()) -> None:
        """Mark what is taken.

        Args:
            size: The text's length in code points.
            taken: What holds its characters already.
        """
        self._marks = bytearray(size)
        for item in taken:
            self.add(item.span)

    def add(self, span: Span) -> None:
        """Take the characters of a span."""
        self._marks[span.start : span.end] = b"\1" * len(span)

    def touches(self, span: Span) -> bool:
        """Whether a character of the span is taken."""
        return self._marks.find(1, span.start, span.end) >= 0


class Row(Generic[Placed]):
    """Things that do not overlap, in order of their place.

    Attributes:
        items: The things.
    """

    def __init__(self, items: Iterable[Placed]) -> None:
        """Sort them.

        Args:
            items: The things, in any order.
        """
        self.items = sorted(items, key=lambda item: item.span)
        self._ends = [item.span.end for item in self.items]

    def touching(self, span: Span) -> Iterator[Placed]:
        """Those that share a character with the span, in order."""
        for item in self.items[bisect.bisect_right(self._ends, span.start) :]:
            if item.span.start >= span.end:
                return
            yield item
