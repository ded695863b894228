"""The event that an act or a meeting belongs to, and those that it might belong to."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, or_, select

from verbale.acts.plover import codes
from verbale.ledger.events.signs import group_of
from verbale.ledger.events.tables import event_members, events, links
from verbale.ledger.tables import items, roles
from verbale.ledger.telling import Key, Told, told

_SHOWN = 9  # each has a key
_OTHERS = 12
_NEAR = 3  # days
_LOOKED = 400  # events that are looked at


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """The event of an item.

    Attributes:
        event: Its id.
        others: The other acts and meetings that tell of it.
    """

    event: str
    others: list[Told]


class Likely(msgspec.Struct, frozen=True, kw_only=True):
    """An event that an item may belong to.

    Attributes:
        event: Its id.
        item: An act or a meeting that tells of it.
        confidence: How sure it is that both are one; ``None`` where they only have parties and days in common.
        reason: Why, in words; empty likewise.
    """

    event: str
    item: Told
    confidence: float | None = None
    reason: str = ""


def home_of(connection: Connection, key: Key) -> Home | None:
    """The event of an item.

    Args:
        connection: The ledger.
        key: Page number and id of the item.

    Returns:
        It; ``None`` where the item is of none, or of none yet.
    """
    event = _event(connection, key)
    if event is None:
        return None
    asked = select(event_members.c.page, event_members.c.item).where(event_members.c.event == event).limit(_OTHERS + 1)
    keys = [(row.page, row.item) for row in connection.execute(asked) if (row.page, row.item) != key]
    return Home(event=event, others=told(connection, sorted(keys)[:_OTHERS]))


def _event(connection: Connection, key: Key) -> str | None:
    return connection.scalar(select(event_members.c.event).where(event_members.c.page == key[0], event_members.c.item == key[1]))


def likely(connection: Connection, key: Key) -> list[Likely]:
    """Events that an item may belong to.

    Args:
        connection: The ledger.
        key: Page number and id of the item.

    Returns:
        At most nine: those that the program compared it with, the likeliest first, then those of the same kinds, parties and days.
    """
    own = _event(connection, key)
    found: dict[str, tuple[Key, float | None, str]] = {}
    for row in _linked(connection, key):
        other = (row.other_page, row.other_item) if (row.page, row.item) == key else (row.page, row.item)
        event = _event(connection, other)
        if event and event != own:
            found.setdefault(event, (other, row.confidence, row.reason))
    for event, page, item in _beside(connection, key):
        if event != own:
            found.setdefault(event, ((page, item), None, ""))
    nearest = list(found.items())[:_SHOWN]
    items_told = told(connection, [other for _, (other, _, _) in nearest])
    return [
        Likely(event=event, item=item, confidence=share, reason=why)
        for (event, (_, share, why)), item in zip(nearest, items_told, strict=True)
    ]


def _linked(connection: Connection, key: Key) -> Sequence[Any]:
    here = and_(links.c.page == key[0], links.c.item == key[1])
    there = and_(links.c.other_page == key[0], links.c.other_item == key[1])
    return connection.execute(select(links).where(or_(here, there)).order_by(links.c.confidence.desc()).limit(4 * _SHOWN)).all()


def _beside(connection: Connection, key: Key) -> list[tuple[str, int, str]]:
    """Events of the same kinds and nearly the same days with parties of the item, those with most of them first."""
    item = connection.execute(select(items.c.category, items.c.kind, items.c.day).where(items.c.page == key[0], items.c.id == key[1])).one()
    if not item.day:
        return []
    first, last = _around(item.day)
    kinds = _kinds("meet" if item.category == "meeting" else item.kind)
    near = select(events.c.id).where(events.c.day.between(first, last), events.c.kind.in_(kinds)).order_by(events.c.day).limit(_LOOKED)
    ids = connection.scalars(near).all()
    members = connection.execute(select(event_members).where(event_members.c.event.in_(ids)).order_by(event_members.c.page)).all()
    common = _common(connection, key, {(row.page, row.item) for row in members})
    found = sorted((-common[row.page, row.item], row.event, row.page, row.item) for row in members if (row.page, row.item) in common)
    return [(event, page, item) for _, event, page, item in found]


def _common(connection: Connection, key: Key, others: set[Key]) -> dict[Key, int]:
    """How many parties other items have in common with one; those without any are left out."""
    keys = sorted(others | {key})
    parties: dict[Key, set[str]] = {}
    for at in range(0, len(keys), _LOOKED):
        some = keys[at : at + _LOOKED]
        there = roles.c.page.in_({page for page, _ in some}), roles.c.item.in_({item for _, item in some})
        for page, item, party in connection.execute(select(roles.c.page, roles.c.item, roles.c.party).where(*there)):
            parties.setdefault((page, item), set()).add(party)
    own = parties.get(key, set())
    return {other: len(own & parties.get(other, set())) for other in others if own & parties.get(other, set())}


def _kinds(kind: str) -> list[str]:
    """The kinds of acts that may be one event with an act of this kind."""
    return [other for other in codes() if group_of(other) == group_of(kind)]


def _around(day: str) -> tuple[str, str]:
    middle, near = datetime.date.fromisoformat(day), datetime.timedelta(days=_NEAR)
    first = middle - near if middle - datetime.date.min > near else datetime.date.min
    last = middle + near if datetime.date.max - middle > near else datetime.date.max
    return first.isoformat(), last.isoformat()
