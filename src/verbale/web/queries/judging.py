"""What is shown of an item that is to be judged."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, and_, or_, select

from verbale.ledger.events.tables import event_members, links
from verbale.ledger.finding import page_named
from verbale.ledger.judging.fields import EDITABLE
from verbale.ledger.tables import pages
from verbale.ledger.telling import Told, told
from verbale.model import Record

_MOST = 8


class Alike(msgspec.Struct, frozen=True):
    """An item that may be of the same event.

    Attributes:
        item: It.
        confidence: How sure that is, 0 to 1.
        reason: Why.
        together: Whether they are of one event now.
    """

    item: Told
    confidence: float
    reason: str
    together: bool


def alike(connection: Connection, one: Told) -> list[Alike]:
    """What may tell of the same event.

    Args:
        connection: The ledger.
        one: An act or a meeting.

    Returns:
        The items, the likeliest first.
    """
    page = page_named(connection, one.page).number
    here = and_(links.c.page == page, links.c.item == one.id)
    there = and_(links.c.other_page == page, links.c.other_item == one.id)
    rows = connection.execute(select(links).where(or_(here, there)).order_by(links.c.confidence.desc()).limit(_MOST)).all()
    keys = [(row.other_page, row.other_item) if (row.page, row.item) == (page, one.id) else (row.page, row.item) for row in rows]
    known = {(other.page, other.id): other for other in told(connection, keys)}
    names = _names(connection, {number for number, _ in keys})
    homes = _homes(connection, [(page, one.id), *keys])
    return [
        Alike(known[names[key[0]], key[1]], row.confidence, row.reason, homes.get(key) == homes.get((page, one.id)))
        for key, row in zip(keys, rows, strict=True)
        if (names[key[0]], key[1]) in known
    ]


def _names(connection: Connection, numbers: set[int]) -> dict[int, str]:
    return {number: name for number, name in connection.execute(select(pages.c.number, pages.c.name).where(pages.c.number.in_(numbers)))}


def _homes(connection: Connection, keys: list[tuple[int, str]]) -> dict[tuple[int, str], str]:
    asked = select(event_members).where(event_members.c.item.in_({item for _, item in keys}))
    return {(row.page, row.item): row.event for row in connection.execute(asked)}


def written(record: Record, one: Told) -> dict[str, str]:
    """The values of an item's fields as people write them.

    Args:
        record: The record of its page.
        one: The item.

    Returns:
        Field → value; empty where the record holds no such item.
    """
    several: tuple[Any, ...] = (*record.statements, *record.acts, *record.meetings, *record.commitments, *record.positions)
    found = next((item for item in several if item.id == one.id), None)
    if found is None:
        return {}
    values = msgspec.to_builtins(found)
    return {field: _written(kind, values.get(field)) for field, kind in EDITABLE[one.category].items()}


def _written(kind: str, value: Any) -> str:
    if value is None:
        return ""
    if kind == "parties":
        return ", ".join(value)
    if kind in {"span", "spans"}:
        return ", ".join(f"{start}-{stop}" for start, stop in (value if kind == "spans" else [value]))
    if kind == "days":
        ends = [value["start"] or "", value["end"] or ""]
        return ends[0] if ends[0] == ends[1] else "..".join(ends)
    if kind == "sides":
        return "; ".join(f"{side}={', '.join(persons)}" if persons else side for side, persons in value.items())
    return str(value)
