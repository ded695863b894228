"""A page's record as labels: the form in which pages are labelled by hand (docs/codebook.md), without ids, rules and confidence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from verbale.model import Act, Commitment, Entity, Meeting, Position, Record, Span, Statement

_FIELDS: dict[type, tuple[str, ...]] = {
    Entity: ("id", "type", "name", "affiliation", "names"),
    Statement: ("speakers", "kind", "content", "cue", "addressees", "via"),
    Act: ("kind", "actors", "recipients", "anchor", "content", "modality", "date", "place", "according_to"),
    Meeting: ("format", "date", "venue", "city", "country", "duration_minutes", "sides", "modality"),
    Commitment: ("by", "to", "content", "due", "condition", "according_to"),
    Position: ("holder", "stance", "content"),
}


def labels_of(record: Record) -> dict[str, Any]:
    """The labels of a page.

    Args:
        record: The page's record, as people judged it.

    Returns:
        What :func:`verbale.ledger.labels.labelled` makes the same record of, but for ids, rules and confidence.
    """
    published = record.published
    return {
        "page": record.page.source,
        "published": msgspec.to_builtins({"start": published.start, "end": published.end}) if published else None,
        "lines": _lines(record),
        "entities": [_label(one) for one in record.entities],
        "statements": [_label(one) for one in record.statements],
        "acts": [_label(one) for one in record.acts],
        "meetings": [_label(one) for one in record.meetings],
        "commitments": [_label(one) for one in record.commitments],
        "positions": [_label(one) for one in record.positions],
    }


def _lines(record: Record) -> dict[str, str]:
    """Number of the line, from 1 → kind."""
    return {str(record.page.text.count("\n", 0, line.span.start) + 1): line.kind for line in record.lines}


def _label(one: Entity | Statement | Act | Meeting | Commitment | Position) -> dict[str, Any]:
    told = {field: getattr(one, field) for field in _FIELDS[type(one)]} | ({} if isinstance(one, Entity) else {"line": one.line})
    return {field: _plain(value) for field, value in told.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, Sequence) and not isinstance(value, (str, Span)):
        return [_plain(one) for one in value]
    return msgspec.to_builtins(value)
