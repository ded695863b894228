"""The page's text cut at every boundary of a span, so that spans may overlap and nest."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from verbale.model import Record, Span


class Mark(msgspec.Struct, frozen=True):
    """One span that the brief shows.

    Attributes:
        span: Code points of the page's text.
        layer: ``said``, ``cue``, ``party``, ``anchor``, ``object`` or ``time``; empty where it only belongs to a record.
        entry: The key of the entry that it belongs to, ``None`` for parties and times.
        title: What is shown when a reader points at it.
        parties: The ids of the parties whom it names.
    """

    span: Span
    layer: str
    entry: str | None = None
    title: str | None = None
    parties: tuple[str, ...] = ()


class Segment(msgspec.Struct, frozen=True):
    """A run of text with the same marks all through, the narrowest mark first."""

    span: Span
    marks: tuple[Mark, ...]


def layer_marks(record: Record) -> Iterator[Mark]:
    """The coloured layers of a record: words said, cues, acts and what they are about, parties, times.

    Args:
        record: The record.

    Yields:
        Its marks, in no order.
    """
    for statement in record.statements:
        yield from (Mark(span, "said") for span in statement.content)
        yield from (Mark(span, "cue") for span in [statement.cue] if span)
    for act in record.acts:
        yield Mark(act.anchor, "anchor")
        yield from (Mark(span, "object") for span in [act.content] if span)
    named = {entity.id: " · ".join(filter(None, (entity.name, entity.id, entity.affiliation))) for entity in record.entities}
    for mention in record.mentions:
        yield Mark(
            mention.span, "party", title="; ".join(named.get(identity, identity) for identity in mention.entities), parties=mention.entities
        )
    for time in record.times:
        value = time.value and " – ".join(dict.fromkeys(day.isoformat() if day else "…" for day in (time.value.start, time.value.end)))
        yield Mark(time.span, "time", title=value or None)


def segments(within: Span, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Cut a stretch of text at all boundaries of the marks.

    Args:
        within: The stretch, such as one line.
        marks: Marks; those outside the stretch are ignored, those that reach beyond it are cut.

    Yields:
        Segments that follow one another without a gap from ``within.start`` to ``within.end``.
    """
    inside = sorted((mark for mark in marks if mark.span.overlaps(within)), key=lambda mark: len(mark.span))
    edges = {within.start, within.end, *(edge for mark in inside for edge in (mark.span.start, mark.span.end))}
    cuts = sorted(edge for edge in edges if within.start <= edge <= within.end)
    for start, end in itertools.pairwise(cuts):
        span = Span(start, end)
        yield Segment(span, tuple(mark for mark in inside if mark.span.covers(span)))


def marks_by_line(lines: Sequence[Span], marks: Iterable[Mark]) -> list[list[Mark]]:
    """The marks of each line, so that a long page is not searched again for every line.

    Args:
        lines: Lines in order, not overlapping.
        marks: Marks in any order; one that reaches over a line break belongs to both lines.

    Returns:
        One list for each line.
    """
    found: list[list[Mark]] = [[] for _ in lines]
    place = 0
    for mark in sorted(marks, key=lambda mark: mark.span):
        while place < len(lines) and lines[place].end <= mark.span.start:
            place += 1
        reached = place
        while reached < len(lines) and lines[reached].start < mark.span.end:
            found[reached].append(mark)
            reached += 1
    return found
