"""What a ledger tells of events: lists of them, and the account of one with every field and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, exists, func, select

from verbale.errors import LedgerError
from verbale.ledger.events import views
from verbale.ledger.events.clashes import Contradiction, contradictions
from verbale.ledger.events.tables import event_members, events, links, tellings
from verbale.ledger.events.tellings import Telling, unpacked
from verbale.ledger.events.views import Field
from verbale.ledger.parties import parties_named
from verbale.ledger.sources import origins
from verbale.ledger.tables import pages, roles
from verbale.ledger.telling import Told, told
from verbale.ledger.views import Wanted

_OFTEN = 2000  # times that a party takes part in something, from which on its latest events are found sooner by looking at the latest ones


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One event, in a line.

    Attributes:
        id: Its id.
        kind: Its kind of act.
        day: The day by which it is sorted; empty where none is known.
        day_from: The first day, as most of its pages tell.
        day_to: The last one.
        place: Where, as most tell.
        modality: ``happened``, ``cancelled`` or what it was last told as.
        members: How many acts and meetings tell it.
        pages: How many pages do.
        confidence: How sure it is that they are one event, 0 to 1.
        parties: Who takes part, as most tell.
    """

    id: str
    kind: str
    day: str
    day_from: str | None
    day_to: str | None
    place: str | None
    modality: str
    members: int
    pages: int
    confidence: float
    parties: tuple[str, ...]


class Tie(msgspec.Struct, frozen=True):
    """Why two pages are taken to tell one event.

    Attributes:
        page: The name of one.
        item: Its act or meeting.
        other_page: The name of the other.
        other_item: Its act or meeting.
        confidence: 0 to 1.
        reason: In words.
    """

    page: str
    item: str
    other_page: str
    other_item: str
    confidence: float
    reason: str


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told of one event.

    Attributes:
        event: The event.
        told: Its acts and meetings, by page.
        sources: Page → whose word it gives; pages with the same are one source.
        fields: Every field with who says, omits and contradicts it.
        contradictions: Where its sources exclude each other, and what is denied.
        ties: Why its pages belong together, the surest first.
    """

    event: Happening
    told: tuple[Told, ...]
    sources: dict[str, str]
    fields: tuple[Field, ...]
    contradictions: tuple[Contradiction, ...]
    ties: tuple[Tie, ...]


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


def happenings(connection: Connection, wanted: Wanted, least: int = 1) -> list[Happening]:
    """Events in the order of their days.

    Args:
        connection: The ledger.
        wanted: Which; of the days, those of the events.
        least: How many pages must tell one.

    Returns:
        The latest that are wanted, from early to late.

    Raises:
        LedgerError: The ledger knows no such party.
    """
    asked = select(events).where(events.c.pages >= least)
    if wanted.first:
        asked = asked.where(events.c.day >= wanted.first.isoformat())
    if wanted.last:
        asked = asked.where(events.c.day <= wanted.last.isoformat(), events.c.day > "")
    if wanted.kinds:
        asked = asked.where(events.c.kind.in_(wanted.kinds))
    if wanted.party:
        asked = asked.where(_of_party(connection, wanted.party))
    if wanted.outlet:
        there = event_members.join(pages, pages.c.number == event_members.c.page)
        published = (pages.c.outlet == wanted.outlet) | (pages.c.wire == wanted.outlet)
        asked = asked.where(events.c.id.in_(select(event_members.c.event).select_from(there).where(published)))
    rows = connection.execute(asked.order_by(events.c.day.desc(), events.c.id.desc()).limit(wanted.limit)).all()
    return _happenings(connection, rows[::-1])


def _of_party(connection: Connection, party: str) -> ColumnElement[bool]:
    """The condition that a party takes part in an event: asked of each event, the latest first, where the party does in very many."""
    known = parties_named(connection, party)
    there = and_(roles.c.page == event_members.c.page, roles.c.item == event_members.c.item)
    often = select(func.count()).select_from(select(roles.c.item).where(roles.c.party.in_(known)).limit(_OFTEN).subquery())
    if (connection.scalar(often) or 0) < _OFTEN:
        return events.c.id.in_(select(event_members.c.event).join(roles, there).where(roles.c.party.in_(known)))
    # Wrapped, so that SQLite begins with the members of an event and not with all that the party ever did.
    own = func.coalesce(roles.c.party, "").in_(known)
    return exists().where(event_members.c.event == events.c.id, there, own)


def _happenings(connection: Connection, rows: Sequence[Any]) -> list[Happening]:
    by_event: dict[str, list[Telling]] = {}
    for event, telling in _tellings(connection, [row.id for row in rows]):
        by_event.setdefault(event, []).append(telling)
    names = Happening.__struct_fields__[:-1]
    return [Happening(**{name: getattr(row, name) for name in names}, parties=views.parties_of(by_event.get(row.id, ()))) for row in rows]


def _tellings(connection: Connection, ids: Sequence[str], at_once: int = 400) -> Iterable[tuple[str, Telling]]:
    joined = and_(tellings.c.page == event_members.c.page, tellings.c.item == event_members.c.item)
    for start in range(0, len(ids), at_once):
        asked = select(event_members.c.event, tellings.c.data).join(tellings, joined)
        some = asked.where(event_members.c.event.in_(ids[start : start + at_once]))
        for row in connection.execute(some.order_by(event_members.c.page, event_members.c.item)):
            yield row.event, unpacked(row.data)


def is_event(connection: Connection, name: str) -> bool:
    """Whether an event has this id.

    Args:
        connection: The ledger.
        name: Perhaps an id.

    Returns:
        Whether it has.
    """
    return connection.scalar(select(events.c.id).where(events.c.id == name)) is not None


def event_named(connection: Connection, name: str) -> str:
    """The event that a name means.

    Args:
        connection: The ledger.
        name: An event's id, or that of an act or meeting of it.

    Returns:
        The event's id.

    Raises:
        LedgerError: There is none.
    """
    found = connection.scalar(select(events.c.id).where(events.c.id == name))
    found = found or connection.scalar(select(event_members.c.event).where(event_members.c.item == name).order_by(event_members.c.page))
    if not found:
        raise LedgerError(f"{name}: no such event in this ledger; verbale events names them")
    return str(found)


def account(connection: Connection, name: str) -> Account:
    """All that is told of one event.

    Args:
        connection: The ledger.
        name: Its id, or that of an act or meeting of it.

    Returns:
        The account.

    Raises:
        LedgerError: There is no such event.
    """
    identity = event_named(connection, name)
    row = connection.execute(select(events).where(events.c.id == identity)).one()
    several = sorted((telling for _, telling in _tellings(connection, [identity])), key=lambda one: (one.told or (0, 0), one.order))
    numbers = list(dict.fromkeys(one.page for one in several))
    named = connection.execute(select(pages.c.number, pages.c.name).where(pages.c.number.in_(numbers)))
    names = {row.number: row.name for row in named}
    clashes = tuple(contradictions(connection, event=identity))
    keys = [(one.page, member.item) for one in several for member in one.members]
    return Account(
        event=_happenings(connection, [row])[0],
        told=tuple(told(connection, keys)),
        sources={names[number]: origin for number, origin in origins(connection, numbers).items()},
        fields=views.fields_of(several, names, clashes),
        contradictions=clashes,
        ties=tuple(_ties(connection, several, names)),
    )


def _ties(connection: Connection, several: Sequence[Telling], names: dict[int, str]) -> list[Tie]:
    keys = {one.key for one in several}
    own = links.c
    asked = select(links).where(own.page.in_(names), own.other_page.in_(names))
    asked = asked.order_by(own.confidence.desc(), own.page, own.item, own.other_page, own.other_item)
    return [
        Tie(names[row.page], row.item, names[row.other_page], row.other_item, row.confidence, row.reason)
        for row in connection.execute(asked)
        if (row.page, row.item) in keys and (row.other_page, row.other_item) in keys
    ]
