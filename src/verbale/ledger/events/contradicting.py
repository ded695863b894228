"""Writing contradictions down, and taking them out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from verbale.ledger.events.fields import Contradiction, Source
from verbale.ledger.events.tables import contradiction_sources, contradictions
from verbale.model import stable_id

_ASKED = 400  # ids in one statement


def write(connection: Connection, found: Iterable[tuple[str | None, int | None, Contradiction]]) -> None:
    """Write contradictions; those that are there stay.

    Args:
        connection: A transaction that writes.
        found: For each the event that all its sources tell, ``None`` for none; the day by which it is sorted; and itself.
    """
    rows: dict[str, dict[str, Any]] = {}
    sources: list[dict[str, Any]] = []
    for event, day, one in found:
        identity = stable_id(one.field, *sorted(f"{source.page} {source.member.item} {source.value}" for source in one.sources))
        if identity not in rows:
            rows[identity] = {
                "id": identity,
                "event": event,
                "field": one.field,
                "day": datetime.date.fromordinal(day).isoformat() if day else "",
                "confidence": one.confidence,
                "reason": one.reason,
            }
            sources += [_row(identity, position, source) for position, source in enumerate(one.sources)]
    if rows:
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(contradictions).on_conflict_do_nothing(), list(rows.values()))
        connection.execute(dialect.insert(contradiction_sources).on_conflict_do_nothing(), sources)


def _row(identity: str, position: int, source: Source) -> dict[str, Any]:
    member = source.member
    return {
        "contradiction": identity,
        "position": position,
        "page": source.page,
        "item": member.item,
        "line": member.line,
        "start": source.place[0],
        "stop": source.place[1],
        "value": source.value,
        "voice": member.voice,
    }


def of_page(connection: Connection, page: int) -> None:
    """Take out the contradictions of which a page is a source.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    of = select(contradiction_sources.c.contradiction).where(contradiction_sources.c.page == page)
    _remove(connection, connection.scalars(of.distinct()).all())


def of_events(connection: Connection, ids: Sequence[str]) -> None:
    """Take out the contradictions inside events.

    Args:
        connection: A transaction that writes.
        ids: The events' ids.
    """
    _remove(connection, connection.scalars(select(contradictions.c.id).where(contradictions.c.event.in_(ids))).all())


def _remove(connection: Connection, ids: Sequence[str]) -> None:
    for start in range(0, len(ids), _ASKED):
        some = ids[start : start + _ASKED]
        connection.execute(delete(contradiction_sources).where(contradiction_sources.c.contradiction.in_(some)))
        connection.execute(delete(contradictions).where(contradictions.c.id.in_(some)))
