"""From a record to the rows of a ledger."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from verbale.ledger.passages import Passage, number, passages_of
from verbale.ledger.tokens import folded
from verbale.model import Act, Because, Commitment, Interval, Meeting, Position, Record, Span, Statement, stable_id

Row = dict[str, Any]
Parts = tuple[tuple[str, str], ...]  # (role, party)
CATEGORIES = ("statement", "act", "meeting", "commitment", "position")
_NO_LETTER = re.compile(r"[\W_]+")


class Rows(msgspec.Struct, frozen=True):
    """The rows of one page, by table."""

    passages: list[Row]
    entities: list[Row]
    names: list[Row]
    items: list[Row]
    roles: list[Row]


class _Item(msgspec.Struct, frozen=True, kw_only=True):
    """What the five kinds of records have in common."""

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


def day_of(record: Record) -> str:
    """The day by which a page is sorted.

    Args:
        record: The page's record.

    Returns:
        The first day on which it may have come out, ISO 8601, empty where that is unknown.
    """
    return record.published.start.isoformat() if record.published and record.published.start else ""


class Extent(NamedTuple):
    """Where an item stands: ``start`` and ``stop`` as in the table of items."""

    id: str
    category: str
    start: int
    stop: int


def extents_of(record: Record) -> list[Extent]:
    """Where all items of a record stand.

    Args:
        record: The record.

    Returns:
        One extent an item, in the order of the record.
    """
    return [
        Extent(item.id, item.category, min(span.start for span in item.spans), max(span.end for span in item.spans))
        for item in _items(record)
    ]


def rows_of(record: Record, page: int) -> Rows:
    """All rows that follow from a record.

    Args:
        record: The record.
        page: The page's number in the ledger.

    Returns:
        The rows; the same record gives the same rows.
    """
    found, day = list(passages_of(record)), day_of(record)
    items = list({item.id: item for item in _items(record)}.values())
    rows = [_item(item, record, page, day, _passage(item, found)) for item in items]
    sides = {entity.id: entity.affiliation for entity in record.entities if entity.affiliation}
    return Rows(
        passages=[
            {"number": number(day, page, one.line), "page": page, "line": one.line, "words": one.words}
            | {"start": one.span.start, "stop": one.span.end}
            for one in found
        ],
        entities=[
            {"page": page, "id": one.id, "type": one.type, "name": one.name, "name_zh": _chinese(one), "affiliation": one.affiliation}
            for one in record.entities
        ],
        names=[{"form": form, "party": party} for form, party in sorted(set(_names(record)))],
        items=rows,
        roles=[role for item, row in zip(items, rows, strict=True) for role in _roles(item, row, sides)],
    )


def _chinese(entity: Any) -> str | None:
    """The name as this page writes it; for states and the like the usual one."""
    own = entity.names[0] if entity.names else None
    name: str | None = (own or entity.name_zh) if entity.type == "person" else (entity.name_zh or own)
    return name


def _names(record: Record) -> Iterator[tuple[str, str]]:
    for entity in record.entities:
        surname = (entity.name or "").split()[-1:] if entity.type == "person" else []
        for form in (entity.id, entity.name, entity.name_zh, *entity.names, *surname):
            if form:
                yield folded(form), entity.id


def _items(record: Record) -> Iterator[_Item]:
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


def _statement(one: Statement) -> _Item:
    return _Item(
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


def _act(one: Act, part_of: str | None) -> _Item:
    return _Item(
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


def _meeting(one: Meeting, record: Record, anchors: dict[str, Span]) -> _Item:
    """A meeting: its parts are its sides, each before its persons."""
    told = [anchors[act] for act in one.acts if act in anchors] or [*one.because.evidence] or [_line(record, one.line)]
    parts = tuple(part for side, persons in one.sides.items() for part in (("side", side), *(("person", person) for person in persons)))
    return _Item(
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


def _commitment(one: Commitment, kind: str, anchor: Span | None) -> _Item:
    return _Item(
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


def _position(one: Position) -> _Item:
    return _Item(
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


def _passage(item: _Item, found: Sequence[Passage]) -> Passage | None:
    """The line in which an item begins."""
    start = min(span.start for span in item.spans)
    index = bisect.bisect_right([one.span.start for one in found], start) - 1
    return found[index] if index >= 0 else None


def _item(item: _Item, record: Record, page: int, day: str, passage: Passage | None) -> Row:
    text = record.page.text
    content = " … ".join(text[span.start : span.end] for span in item.words)
    cue = _words(text, item.cue)
    return {
        "page": page,
        "id": item.id,
        "category": item.category,
        "kind": item.kind,
        "modality": item.modality,
        "passage": number(day, page, passage.line) if passage else 0,
        "line": passage.line if passage else item.line,
        "start": min(span.start for span in item.spans),
        "stop": max(span.end for span in item.spans),
        "words": content,
        "cue": cue,
        "condition": _words(text, item.condition),
        "place": item.place,
        "according_to": item.according_to,
        "part_of": item.part_of,
        "gist": _gist(item, content or cue or ""),
        "rule": item.because.rule,
        "confidence": float(item.confidence),
    } | _days(item, day)


def _days(item: _Item, day: str) -> Row:
    """When it was done and falls due, and the day that it is sorted by."""
    date, due = item.date or Interval(None, None), item.due or Interval(None, None)
    done = date.start or date.end
    sides = {"day_from": date.start, "day_to": date.end, "due_from": due.start, "due_to": due.end}
    return {"day": done.isoformat() if done else day} | {name: side.isoformat() if side else None for name, side in sides.items()}


def _words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def _gist(item: _Item, words: str) -> str:
    return stable_id(item.category, item.kind, *sorted(item.parts), _NO_LETTER.sub("", folded(words)))


def _roles(item: _Item, row: Row, sides: dict[str, str]) -> Iterator[Row]:
    """One row a party and role, in the item's order, and behind them the parties that its persons act for."""
    parts = dict.fromkeys(item.parts)
    named = {party for _, party in parts}
    behind = dict.fromkeys(("affiliation", sides[party]) for _, party in parts if party in sides and sides[party] not in named)
    for position, (role, party) in enumerate((*parts, *behind)):
        yield {key: row[key] for key in ("page", "category", "kind", "day")} | {
            "item": item.id,
            "role": role,
            "party": party,
            "position": position,
        }
