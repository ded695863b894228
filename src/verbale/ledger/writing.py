"""Putting a page into a ledger, giving it another record, taking it out: each in one transaction, with everything that follows from it."""

from __future__ import annotations

import datetime
from typing import Any, Literal

from sqlalchemy import Connection, delete, exists, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from verbale.ledger import sources, words
from verbale.ledger.entry import Entry, address_of, name_of, packed, page_in, record_in, verdict_of
from verbale.ledger.events import marking
from verbale.ledger.judging.applying import applied
from verbale.ledger.judging.keeping import standing_on
from verbale.ledger.outcomes import marking as weighing
from verbale.ledger.rows import Rows, day_of, rows_of
from verbale.ledger.sources import signature_of
from verbale.ledger.tables import entities, items, names, pages, passages, roles, versions
from verbale.ledger.wires import wire_of
from verbale.model import Page

Outcome = Literal["new", "changed", "read anew", "unchanged"]


def known(connection: Connection, page: Page) -> Any:
    """The row of a page that the ledger has.

    Args:
        connection: The ledger.
        page: The page.

    Returns:
        The row of its address; for a page without a URL else one of the same bytes; ``None`` where there is neither.
    """
    row = connection.execute(select(pages).where(pages.c.address == address_of(page))).one_or_none()
    if row is None and not page.url:
        same = select(pages).where(pages.c.sha256 == page.sha256).order_by(pages.c.number).limit(1)
        row = connection.execute(same).one_or_none()
    return row


def outcome(row: Any, page: Page, given: datetime.date | None, reader: str | None = None) -> Outcome:
    """What adding a page would do.

    Args:
        row: From :func:`known`.
        page: The page.
        given: The day told from outside, ``None`` for none.
        reader: What made its record, where it comes from a file.

    Returns:
        ``unchanged`` where the ledger has the page as it is, with the same day and record.
    """
    if row is None:
        return "new"
    if row.sha256 != page.sha256:
        return "changed"
    told = given is not None and row.given != given.isoformat()
    return "read anew" if told or (reader is not None and row.reader != reader) else "unchanged"


def put(connection: Connection, entry: Entry) -> tuple[str, Outcome]:
    """Put a page into the ledger, or bring what it has of the page up to date.

    Args:
        connection: A transaction that writes.
        entry: The page, read.

    Returns:
        The page's name in the ledger, and what was done.
    """
    row = known(connection, entry.page)
    done = outcome(row, entry.page, entry.given, entry.reader if entry.origin == "given" else None)
    if done == "unchanged":
        return row.name, done
    if row is None:
        number, name = _insert_page(connection, entry)
        _insert_version(connection, entry, number, 1)
    else:
        number, name = row.number, row.name
        clear(connection, number)
        if done == "changed":
            last = select(versions.c.ordinal).where(versions.c.page == number).order_by(versions.c.ordinal.desc()).limit(1)
            _insert_version(connection, entry, number, (connection.scalar(last) or 0) + 1)
        else:
            _update_version(connection, entry, row.version)
        connection.execute(update(pages).where(pages.c.number == number).values(_told(entry)))
    fill(connection, entry, number)
    return name, done


def replace(connection: Connection, number: int, version: int, entry: Entry) -> None:
    """Give the present version of a page another record.

    Args:
        connection: A transaction that writes.
        number: The page's number.
        version: The number of its present version.
        entry: The page, read anew.
    """
    clear(connection, number)
    _update_version(connection, entry, version)
    connection.execute(update(pages).where(pages.c.number == number).values(_told(entry)))
    fill(connection, entry, number)


def remove(connection: Connection, number: int) -> None:
    """Take a page out with all its versions; judgements of it stay.

    Args:
        connection: A transaction that writes.
        number: The page's number.
    """
    clear(connection, number)
    connection.execute(delete(pages).where(pages.c.number == number))


def _told(entry: Entry) -> dict[str, Any]:
    page, published = entry.record.page, entry.record.published
    return {
        "identity": page.id,
        "sha256": entry.page.sha256,
        "source": page.source,
        "url": page.url,
        "title": _title(entry),
        "outlet": page.outlet,
        "script": page.script,
        "day": day_of(entry.record),
        "published_from": _iso(published.start if published else None),
        "published_to": _iso(published.end if published else None),
        "given": _iso(entry.given),
        "origin": entry.origin,
        "reader": entry.reader,
        "verdict": verdict_of(entry.record),
        "wire": entry.wire,
    }


def _title(entry: Entry) -> str | None:
    page = entry.record.page
    line = next((line.span for line in entry.record.lines if line.kind == "title"), None)
    return page.title or (page.text[line.start : line.end] if line else None)


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _insert_page(connection: Connection, entry: Entry) -> tuple[int, str]:
    name = _free_name(connection, entry.page)
    values = _told(entry) | {"address": address_of(entry.page), "name": name, "version": 0, "story": 0}
    number = connection.execute(insert(pages).values(values).returning(pages.c.number)).scalar_one()
    connection.execute(update(pages).where(pages.c.number == number).values(story=number))
    return number, name


def _free_name(connection: Connection, page: Page) -> str:
    """The page's name, with a piece of its hash where another page has that name."""
    name, digits = name_of(page), 0
    tried = name
    while connection.scalar(select(exists().where(pages.c.name == tried))):
        digits += 6
        tried = f"{name}-{page.sha256[:digits]}" if digits <= len(page.sha256) else f"{name}-{digits}"
    return tried


def _insert_version(connection: Connection, entry: Entry, page: int, ordinal: int) -> None:
    now = _now()
    values = {"page": page, "ordinal": ordinal, "sha256": entry.page.sha256, "added": now, "read": now} | _blobs(entry)
    number = connection.execute(insert(versions).values(values).returning(versions.c.number)).scalar_one()
    connection.execute(update(pages).where(pages.c.number == page).values(version=number))


def _update_version(connection: Connection, entry: Entry, number: int) -> None:
    connection.execute(update(versions).where(versions.c.number == number).values({"read": _now()} | _blobs(entry)))


def _blobs(entry: Entry) -> dict[str, bytes]:
    return {"opened": packed(entry.page), "record": packed(entry.record)}


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")


def fill(connection: Connection, entry: Entry, page: int) -> None:
    """Write all rows that follow from a page's record.

    Args:
        connection: A transaction that writes.
        entry: The page, read.
        page: Its number.
    """
    address = connection.execute(select(pages.c.address).where(pages.c.number == page)).scalar_one()
    rows = rows_of(applied(entry.record, standing_on(connection, address)), page)
    for table, several in ((passages, rows.passages), (entities, rows.entities), (items, rows.items), (roles, rows.roles)):
        if several:
            connection.execute(insert(table), several)
    _insert_names(connection, rows)
    words.write(connection, [(row["number"], row["words"]) for row in rows.passages])
    sources.compare(connection, page, entry.signature, [row["words"] for row in rows.passages])
    marking.mark(connection, page)
    weighing.mark(connection, page)


def _insert_names(connection: Connection, rows: Rows) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    if rows.names:
        connection.execute(dialect.insert(names).on_conflict_do_nothing(), rows.names)


def refresh(connection: Connection, number: int) -> None:
    """Write all rows of a page anew, since something was said of its record.

    Args:
        connection: A transaction that writes.
        number: The page's number.
    """
    row = connection.execute(select(pages).where(pages.c.number == number)).one()
    clear(connection, number)
    fill(connection, entry_kept(connection, row), number)


def entry_kept(connection: Connection, row: Any) -> Entry:
    """A page as it was read and put into the ledger.

    Args:
        connection: The ledger.
        row: The page's row.

    Returns:
        The entry.
    """
    version = connection.execute(select(versions).where(versions.c.number == row.version)).one()
    record = record_in(version.record)
    return Entry(page_in(version.opened), record, None, row.origin, row.reader, wire_of(record), signature_of(record))


def clear(connection: Connection, page: int) -> None:
    """Delete all rows that follow from a page's record.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    indexed = connection.execute(select(passages.c.number, passages.c.words).where(passages.c.page == page)).all()
    words.remove(connection, indexed)
    sources.forget(connection, page)
    marking.forget(connection, page)
    weighing.forget(connection, page)
    parties = connection.scalars(select(entities.c.id).where(entities.c.page == page)).all()
    for table in (passages, entities, items, roles):
        connection.execute(delete(table).where(table.c.page == page))
    unnamed = ~exists().where(entities.c.id == names.c.party)
    connection.execute(delete(names).where(names.c.party.in_(parties), unnamed))
