"""What statements, acts, meetings, commitments and positions have in common: the form from which their rows are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from verbale.ledger.passages import passages_of
from verbale.model import Act, Because, Commitment, Interval, Meeting, Position, Record, Span, Statement

Parts = tuple[tuple[str, str], ...]  # (role, party)


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One of the five, each field as in the record (``verbale.model``).

    Attributes:
        parts: Who takes part and as what, in the record's order.
        spans: Where it stands.
        words: What was said, agreed, asked …
        cue: The page's words for the doing.
        part_of: The meeting of an act, the act of a commitment.
    """

    id: str
    category: str
    kind: str
    parts: Parts
    spans: Sequence[Span]
    words: Sequence[Span] = ()
    cue: Span | None = None
    modality: str | None = None
    date: Interval | None = None
    due: Interval | None = None
    condition: Span | None = None
    place: str | None = None
    according_to: str | None = None
    part_of: str | None = None
    line: int
    because: Because
    confidence: float


def items_of(record: Record) -> Iterator[Item]:
    """All items of a record.

    Args:
        record: The record.

    Yields:
        They, category by category in the record's order.
    """
    kinds = {act.id: act.kind for act in record.acts}
    part_of = {act: meeting.id for meeting in record.meetings for act in meeting.acts}
    anchors = {act.id: act.anchor for act in record.acts}
    yield from map(_statement, record.statements)
    yield from (_act(act, part_of.get(act.id)) for act in record.acts)
    yield from (_meeting(meeting, record, anchors) for meeting in record.meetings)
    yield from (_commitment(one, kinds.get(one.act, "promise"), anchors.get(one.act)) for one in record.commitments)
    yield from map(_position, record.positions)


def _parts(**parties: Iterable[str]) -> Parts:
    return tuple(dict.fromkeys((role, party) for role, several in parties.items() for party in several))


def _given(*spans: Span | None) -> tuple[Span, ...]:
    return tuple(span for span in spans if span is not None)


def _statement(one: Statement) -> Item:
    return Item(
        id=one.id,
        category="statement",
        kind=one.kind,
        parts=_parts(speaker=one.speakers, addressee=one.addressees, via=one.via),
        spans=_given(*one.content, one.cue),
        words=one.content,
        cue=one.cue,
        line=one.line,
        because=one.because,
        confidence=one.confidence,
    )


def _act(one: Act, part_of: str | None) -> Item:
    return Item(
        id=one.id,
        category="act",
        kind=one.kind,
        parts=_parts(actor=one.actors, recipient=one.recipients),
        spans=_given(one.anchor, one.content),
        words=_given(one.content),
        cue=one.anchor,
        modality=one.modality,
        date=one.date,
        due=one.due,
        condition=one.condition,
        place=one.place,
        according_to=one.according_to,
        part_of=part_of,
        line=one.line,
        because=one.because,
        confidence=one.confidence,
    )


def _meeting(one: Meeting, record: Record, anchors: dict[str, Span]) -> Item:
    """A meeting: its parts are its sides, each before its persons."""
    told = [anchors[act] for act in one.acts if act in anchors] or [*one.because.evidence] or [_line(record, one.line)]
    parts = tuple(part for side, persons in one.sides.items() for part in (("side", side), *(("person", person) for person in persons)))
    return Item(
        id=one.id,
        category="meeting",
        kind=one.format or "meeting",
        parts=parts,
        spans=told[:1],
        cue=told[0],
        modality=one.modality,
        date=one.date,
        place=", ".join(part for part in (one.venue, one.city, one.country) if part) or None,
        line=one.line,
        because=one.because,
        confidence=one.confidence,
    )


def _line(record: Record, line: int) -> Span:
    return next((found.span for found in passages_of(record) if found.line == line), Span(0, 0))


def _commitment(one: Commitment, kind: str, anchor: Span | None) -> Item:
    return Item(
        id=one.id,
        category="commitment",
        kind=kind,
        parts=_parts(by=one.by, to=one.to),
        spans=_given(one.content),
        words=_given(one.content),
        cue=anchor,
        due=one.due,
        condition=one.condition,
        according_to=one.according_to,
        part_of=one.act or None,
        line=one.line,
        because=one.because,
        confidence=one.confidence,
    )


def _position(one: Position) -> Item:
    return Item(
        id=one.id,
        category="position",
        kind=one.stance,
        parts=_parts(holder=(one.holder,)),
        spans=_given(one.content),
        words=_given(one.content),
        line=one.line,
        because=one.because,
        confidence=one.confidence,
    )
