"""Looking after a ledger: whether it holds together, mending what follows from the pages, copies of it."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Table, delete, func, select, text, update

from verbale.errors import LedgerError
from verbale.ledger import anew, words
from verbale.ledger.connecting import reading, writing
from verbale.ledger.entry import page_in, record_in
from verbale.ledger.events import linking
from verbale.ledger.judging.applying import applied
from verbale.ledger.judging.keeping import standing_on
from verbale.ledger.outcomes import storing
from verbale.ledger.rows import Rows, rows_of
from verbale.ledger.settings import keep, setting
from verbale.ledger.tables import bands, entities, items, likenesses, names, pages, passages, roles, signatures, versions
from verbale.ledger.tokens import VERSION, Term, tokens
from verbale.ledger.writing import entry_kept, fill
from verbale.model import Page, Record

_BEGINNING = 30  # tokens of a line that are looked up
_DERIVED = (passages, entities, items, roles)


def check(engine: Engine, *, accounts: bool = True) -> Iterator[str]:
    """Look for whatever does not hold together.

    Args:
        engine: The ledger.
        accounts: Whether events, outcomes and talks are made anew and compared, which takes as long as linking and weighing all pages.

    Yields:
        Each fault in words, with the page it is about; nothing for a ledger that is sound.
    """
    unreadable = 0
    with reading(engine) as connection:
        if connection.dialect.name == "sqlite":
            yield from (f"database: {fault}" for fault in connection.scalars(text("PRAGMA integrity_check")) if fault != "ok")
        if setting(connection, "tokens") != VERSION:
            yield "index: made of other tokens than this program looks for; verbale doctor makes it anew"
        for row in connection.execute(select(pages).order_by(pages.c.number)).all():
            try:
                page, record = _version(connection, row)
            except LedgerError as error:
                yield f"{row.name}: {error}"
                unreadable += 1
            else:
                yield from (f"{row.name}: {fault}" for fault in _faults(connection, row, page, record))
    if accounts:
        yield from _accounts(engine, unreadable)


def _accounts(engine: Engine, unreadable: int) -> Iterator[str]:
    if unreadable:
        yield "events: not compared, since not all pages can be read"
        return
    try:
        linking.link(engine)
        storing.weigh_all(engine)
    except msgspec.MsgspecError as error:
        yield f"events: what pages tell of them cannot be read ({error}); verbale doctor makes it anew"
        return
    yield from anew.differences(engine)


def _version(connection: Connection, row: Any) -> tuple[Page, Record]:
    """A page and its present record."""
    version = connection.execute(select(versions).where(versions.c.number == row.version)).one_or_none()
    if version is None or version.page != row.number:
        raise LedgerError("its present version is missing")
    try:
        return page_in(version.opened), record_in(version.record)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise LedgerError(f"its present version cannot be read ({error}); take it out and add it again") from error


def _faults(connection: Connection, row: Any, page: Page, record: Record) -> Iterator[str]:
    if page.text != record.page.text:
        yield "its record is of another text than the page"
    wanted = rows_of(applied(record, standing_on(connection, row.address)), row.number)
    for table, rows in zip(_DERIVED, (wanted.passages, wanted.entities, wanted.items, wanted.roles), strict=True):
        if _sorted(table, rows) != _sorted(table, connection.execute(select(table).where(table.c.page == row.number)).mappings().all()):
            yield f"its {table.name} are not those of its record; verbale doctor writes them anew"
    if missing := {(one["form"], one["party"]) for one in wanted.names} - _named(connection, wanted):
        yield f"its names are not all there ({len(missing)} are missing); verbale doctor writes them anew"
    for one in wanted.passages:
        if not _indexed(connection, one["number"], one["words"]):
            yield f"line {one['line']} is not in the index of words; verbale doctor makes it anew"
            return


def _named(connection: Connection, wanted: Rows) -> set[tuple[str, str]]:
    parties = {one["party"] for one in wanted.names}
    rows = connection.execute(select(names.c.form, names.c.party).where(names.c.party.in_(parties)))
    return {(row.form, row.party) for row in rows}


def _sorted(table: Table, rows: Any) -> list[tuple[Any, ...]]:
    return sorted((tuple(row[column.name] for column in table.columns) for row in rows), key=repr)


def _indexed(connection: Connection, number: int, line: str) -> bool:
    """Whether a passage answers to its own beginning."""
    beginning = Term(tokens(line)[:_BEGINNING], open_ended=False)
    if not beginning:
        return True
    column, matches = words.matched(connection, [beginning])
    return bool(connection.scalar(select(func.count()).select_from(words.WORDS).where(matches, column == number)))


def doctor(engine: Engine, progress: Callable[[str], None] = lambda _: None) -> int:
    """Write everything anew that follows from the pages' records: rows, index, whose report each page is, near-duplicates.

    Nothing is read, nothing is lost. Events and outcomes are taken out; they are made anew at the latest when they are asked for.

    Args:
        engine: The ledger.
        progress: Called with the name of each page that is done.

    Returns:
        How many pages there are.
    """
    with writing(engine) as connection:
        rows = connection.execute(select(pages).order_by(pages.c.number)).all()
        words.clear(connection)
        for table in (*_DERIVED, names, bands, signatures, likenesses, *reversed(anew.MADE), *anew.WAITING):
            connection.execute(delete(table))
        connection.execute(update(pages).values(story=pages.c.number, copy_of=None))
        for row in rows:
            entry = entry_kept(connection, row)
            connection.execute(update(pages).where(pages.c.number == row.number).values(wire=entry.wire))
            fill(connection, entry, row.number)
            progress(row.name)
        keep(connection, "tokens", VERSION)
    return len(rows)


def backup(engine: Engine, target: Path) -> None:
    """Copy a ledger of SQLite into a file while others may read and write it.

    Args:
        engine: The ledger.
        target: A file that does not exist yet.

    Raises:
        LedgerError: The file exists, cannot be written, or the ledger is one of PostgreSQL.
    """
    if engine.dialect.name != "sqlite":
        raise LedgerError("a ledger in PostgreSQL is copied with its own program: pg_dump --format=custom")
    if target.exists():
        raise LedgerError(f"{target}: exists; name a new file")
    try:
        with closing(sqlite3.connect(str(engine.url.database))) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
    except sqlite3.Error as error:
        raise LedgerError(f"{target}: cannot be written: {error}") from error
