"""From a record to the rows of a ledger."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from verbale.ledger.drafts import Item, items_of
from verbale.ledger.passages import Passage, number, passages_of
from verbale.ledger.tokens import folded
from verbale.model import Interval, Record, Span, stable_id

Row = dict[str, Any]
CATEGORIES = ("statement", "act", "meeting", "commitment", "position")
_NO_LETTER = re.compile(r"[\W_]+")


class Rows(msgspec.Struct, frozen=True):
    """The rows of one page, by table."""

    passages: list[Row]
    entities: list[Row]
    names: list[Row]
    items: list[Row]
    roles: list[Row]


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
        for item in items_of(record)
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
    items = list({item.id: item for item in items_of(record)}.values())
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


def _passage(item: Item, found: Sequence[Passage]) -> Passage | None:
    """The line in which an item begins."""
    start = min(span.start for span in item.spans)
    index = bisect.bisect_right([one.span.start for one in found], start) - 1
    return found[index] if index >= 0 else None


def _item(item: Item, record: Record, page: int, day: str, passage: Passage | None) -> Row:
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


def _days(item: Item, day: str) -> Row:
    """When it was done and falls due, and the day that it is sorted by."""
    date, due = item.date or Interval(None, None), item.due or Interval(None, None)
    done = date.start or date.end
    sides = {"day_from": date.start, "day_to": date.end, "due_from": due.start, "due_to": due.end}
    return {"day": done.isoformat() if done else day} | {name: side.isoformat() if side else None for name, side in sides.items()}


def _words(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span.start : span.end]


def _gist(item: Item, words: str) -> str:
    return stable_id(item.category, item.kind, *sorted(item.parts), _NO_LETTER.sub("", folded(words)))


def _roles(item: Item, row: Row, sides: dict[str, str]) -> Iterator[Row]:
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
