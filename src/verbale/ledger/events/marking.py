"""The list of pages to be linked: a page comes onto it when its record is written, and its links go when its record goes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, Engine, delete, exists, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from verbale.ledger.connecting import reading
from verbale.ledger.events import contradicting
from verbale.ledger.events.tables import event_members, events, links, page_days, telling_keys, tellings, unlinked, unsettled
from verbale.ledger.tables import pages

_ASKED = 400  # ids in one statement


def mark(connection: Connection, page: int) -> None:
    """Put a page on the list of those to be linked.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(dialect.insert(unlinked).values(page=page).on_conflict_do_nothing())


def forget(connection: Connection, page: int) -> None:
    """Take out what a page told of events; what was linked with it is settled anew.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    beside = select(links.c.other_page, links.c.other_item).where(links.c.page == page, links.c.other_page != page)
    before = select(links.c.page, links.c.item).where(links.c.other_page == page, links.c.page != page)
    others = [tuple(row) for row in (*connection.execute(beside), *connection.execute(before))]
    unsettle(connection, others)
    mark_undated(connection, page, {other for other, _ in others})
    _leave(connection, page)
    contradicting.of_page(connection, page)
    connection.execute(delete(links).where(or_(links.c.page == page, links.c.other_page == page)))
    for table in (telling_keys, tellings, unsettled, unlinked, page_days):
        connection.execute(delete(table).where(table.c.page == page))


def mark_undated(connection: Connection, page: int, others: Collection[int]) -> None:
    """Have pages linked anew that tell no day of their own, since a dated page that may tell their day came or goes.

    Args:
        connection: A transaction that writes.
        page: That page's number; where it is undated itself, nothing is done.
        others: Numbers of pages that are linked with it.
    """
    if not others or not connection.scalar(select(pages.c.day).where(pages.c.number == page)):
        return
    for other in connection.scalars(select(pages.c.number).where(pages.c.number.in_(others), pages.c.day == "")).all():
        mark(connection, other)


def unsettle(connection: Connection, keys: Iterable[tuple[int, str]]) -> None:
    """Have the event of tellings found anew."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    rows = [{"page": page, "item": item} for page, item in sorted(set(keys))]
    if rows:
        connection.execute(dialect.insert(unsettled).on_conflict_do_nothing(), rows)


def waiting(engine: Engine) -> bool:
    """Whether there is something to be linked or settled.

    Args:
        engine: The ledger.

    Returns:
        Whether events are to be made before they are shown.
    """
    with reading(engine) as connection:
        return bool(connection.scalar(select(exists(select(unlinked.c.page)) | exists(select(unsettled.c.page)))))


def _leave(connection: Connection, page: int) -> None:
    """Take a page's acts and meetings out of their events; an event that no page is left to tell of goes."""
    own = connection.scalars(select(event_members.c.event).where(event_members.c.page == page).distinct()).all()
    connection.execute(delete(event_members).where(event_members.c.page == page))
    _empty(connection, own)


def _empty(connection: Connection, ids: Sequence[str]) -> None:
    for start in range(0, len(ids), _ASKED):
        some = ids[start : start + _ASKED]
        left = set(connection.scalars(select(event_members.c.event).where(event_members.c.event.in_(some)).distinct()))
        connection.execute(delete(events).where(events.c.id.in_([one for one in some if one not in left])))
