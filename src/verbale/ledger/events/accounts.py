"""What a ledger tells of events."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from verbale.ledger.events import tables
from verbale.ledger.events.tables import event_members
from verbale.ledger.tables import pages


def homes(connection: Connection) -> dict[tuple[str, str], str]:
    """The event of every act and meeting.

    Args:
        connection: The ledger.

    Returns:
        Page's name and item's id → the event's id.
    """
    columns = (pages.c.name, event_members.c.item, event_members.c.event)
    rows = connection.execute(select(*columns).join(pages, pages.c.number == event_members.c.page))
    return {(row.name, row.item): row.event for row in rows}


class Source(msgspec.Struct, frozen=True):
    """One side of a contradiction.

    Attributes:
        page: The page's name.
        item: The act or meeting that tells it.
        line: The line, from 1.
        start: Where it stands, code points of the page.
        stop: Where it ends, half open.
        value: What it tells.
        voice: In whose words; ``None`` for the page's own.
    """

    page: str
    item: str
    line: int
    start: int
    stop: int
    value: str
    voice: str | None


class Contradiction(msgspec.Struct, frozen=True):
    """Sources that exclude each other.

    Attributes:
        id: Its id.
        field: ``date``, ``place``, ``duration``, ``participants``, ``numbers``, ``happened``, ``content`` or ``claim_denied``.
        event: The event that is told so differently; for a denial that of the claim.
        day: The day by which it is sorted; empty where none is known.
        reason: In words.
        confidence: 0 to 1.
        sources: Two or more.
    """

    id: str
    field: str
    event: str | None
    day: str
    reason: str
    confidence: float
    sources: tuple[Source, ...]


def contradictions(connection: Connection) -> list[Contradiction]:
    """All contradictions, by day; a claim that several pages tell and several deny comes once.

    Args:
        connection: The ledger.

    Returns:
        The contradictions.
    """
    own = tables.contradiction_sources
    rows = connection.execute(
        select(own, pages.c.name, event_members.c.event.label("home"))
        .join(pages, pages.c.number == own.c.page)
        .outerjoin(event_members, (event_members.c.page == own.c.page) & (event_members.c.item == own.c.item))
        .order_by(own.c.contradiction, own.c.position)
    ).all()
    sources: dict[str, list[Any]] = {}
    for row in rows:
        sources.setdefault(row.contradiction, []).append(row)
    found: dict[Any, Contradiction] = {}
    every = select(tables.contradictions).order_by(tables.contradictions.c.day, tables.contradictions.c.id)
    for row in sorted(
        connection.execute(every), key=lambda row: (len({one.page for one in sources[row.id]}), -row.confidence, row.day, row.id)
    ):
        told = sources[row.id]
        same = (row.field, *(one.home or one.item for one in told)) if row.event is None else row.id
        if same not in found:
            parts = tuple(Source(one.name, one.item, one.line, one.start, one.stop, one.value, one.voice) for one in told)
            found[same] = Contradiction(row.id, row.field, row.event or told[0].home, row.day, row.reason, row.confidence, parts)
    return sorted(found.values(), key=lambda one: (one.day, one.id))
