"""The text of a page for a template: lines, and runs of characters with everything that is marked there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from verbale.brief.entries import Entry
from verbale.brief.lines import lines_of, numbers_of
from verbale.brief.segments import Mark, Segment, layer_marks, marks_by_line, segments
from verbale.model import ARTICLE_KINDS, Line, Record, Span


class Run(msgspec.Struct, frozen=True):
    """Characters with the same marks.

    Attributes:
        text: The characters.
        start: The first one, code points of the page.
        layers: The layers that they belong to.
        records: The keys of the records that they tell.
        title: What is shown when a reader points at them.
        parties: The ids of the parties whom they name.
        cited: Whether the address asks for them.
    """

    text: str
    start: int
    layers: tuple[str, ...]
    records: tuple[str, ...]
    title: str
    parties: tuple[str, ...]
    cited: bool


class ShownLine(msgspec.Struct, frozen=True):
    """A line of the page.

    Attributes:
        number: From 1; ``None`` for what stands on the same line as the one before.
        kind: What it is.
        junk: Whether it is none of the article's.
        start: Its first character, code points of the page.
        runs: Its characters.
    """

    number: int | None
    kind: str
    junk: bool
    start: int
    runs: tuple[Run, ...]


def marked_lines(record: Record, keyed: Mapping[str, Entry], cited: Span | None) -> list[ShownLine]:
    """All lines of a page that is not blank.

    Args:
        record: The record.
        keyed: Its entries by their keys.
        cited: The characters that the address asks for.

    Returns:
        The lines in order, with every character of theirs.
    """
    marks = [*layer_marks(record), *(Mark(span, "", key) for key, entry in keyed.items() for span in entry.spans)]
    return _lines(record, [*marks, *([Mark(cited, "cited")] if cited else [])])


def _lines(record: Record, marks: Sequence[Mark]) -> list[ShownLine]:
    lines = lines_of(record)
    by_line = marks_by_line([line.span for line in lines], marks)
    numbers = numbers_of(record.page.text, lines)
    return [_line(record.page.text, *told) for told in zip(lines, numbers, by_line, strict=True)]


def _line(text: str, line: Line, number: int | None, marks: Sequence[Mark]) -> ShownLine:
    runs = tuple(_run(text, segment) for segment in segments(line.span, marks))
    return ShownLine(number, line.kind, line.kind not in ARTICLE_KINDS, line.span.start, runs)


def _run(text: str, segment: Segment) -> Run:
    layers = tuple(dict.fromkeys(mark.layer for mark in segment.marks if mark.layer))
    return Run(
        text=text[segment.span.start : segment.span.end],
        start=segment.span.start,
        layers=tuple(layer for layer in layers if layer != "cited"),
        records=tuple(dict.fromkeys(mark.entry for mark in segment.marks if mark.entry)),
        title="; ".join(dict.fromkeys(mark.title for mark in segment.marks if mark.title)),
        parties=tuple(dict.fromkeys(party for mark in segment.marks for party in mark.parties)),
        cited="cited" in layers,
    )
