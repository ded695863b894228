"""Opening the database of a ledger: a file of SQLite, or PostgreSQL by its address."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from verbale.errors import LedgerError

_WAIT = 60  # seconds for which a writer waits for another
_LOCK = 7_305_118  # any number, the same for all writers to one PostgreSQL ledger
_PRAGMAS = ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON", f"busy_timeout = {_WAIT * 1000}", "cache_size = -65536")


def address(location: str | Path) -> URL:
    """The address of a ledger's database.

    Args:
        location: A file, or an address such as ``postgresql://user@host/name`` or ``sqlite:///file``.

    Returns:
        The address as SQLAlchemy takes it.

    Raises:
        LedgerError: It is of another kind of database, or no address.
    """
    if "://" not in str(location):
        return URL.create("sqlite", database=str(location))
    try:
        url = make_url(str(location))
    except ArgumentError as error:
        raise LedgerError(f"{location}: no address of a database; write postgresql://user@host/name, or a file") from error
    kind = url.get_backend_name().replace("postgres", "postgresql").replace("postgresqlql", "postgresql")
    if kind not in {"sqlite", "postgresql"}:
        raise LedgerError(f"{kind}: no database for ledgers; give a file or postgresql://user@host/name")
    return url.set(drivername="postgresql+psycopg" if kind == "postgresql" else "sqlite")


def connect(location: str | Path, *, create: bool) -> Engine:
    """Open a ledger's database.

    Args:
        location: As for :func:`address`.
        create: Whether a file that does not exist is made.

    Returns:
        The engine; its transactions see one state of the ledger.

    Raises:
        LedgerError: There is no such file, or it is no ledger, or PostgreSQL cannot be reached.
    """
    url = address(location)
    if url.get_backend_name() == "sqlite":
        _check_file(Path(url.database or ""), create)
    try:
        engine = create_engine(url)
    except (ImportError, NoSuchModuleError) as error:
        raise LedgerError("PostgreSQL needs the extra: pip install 'verbale[postgres]'") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: a folder, not a ledger; name a file, such as {path / 'ledger.db'}")
    if path.exists():
        with path.open("rb") as file:
            head = file.read(16)
        if head and head != b"SQLite format 3\0":
            raise LedgerError(f"{path}: not a ledger; name a file that 'verbale add' has made, or a new one")
    elif not create:
        raise LedgerError(f"{path}: no such ledger; 'verbale add PATH --ledger {path}' makes one")
    elif not path.absolute().parent.is_dir():
        raise LedgerError(f"{path}: there is no folder {path.parent}; make it first")


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin says so
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that writes; writers to one ledger go one after the other.

    Args:
        engine: From :func:`connect`.

    Yields:
        The connection; what was done is kept at the end, and undone where something is raised.

    Raises:
        LedgerError: The database refuses.
    """
    with told(engine), engine.connect().execution_options(writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that only reads.

    Args:
        engine: From :func:`connect`.

    Yields:
        The connection.

    Raises:
        LedgerError: The database refuses.
    """
    with told(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Tell faults of the database in words.

    Args:
        engine: The engine, whose address is named without its password.

    Yields:
        Nothing.

    Raises:
        LedgerError: The database refuses.
    """
    try:
        yield
    except DBAPIError as error:
        fault: Any = error.orig
        raise LedgerError(f"{engine.url.render_as_string()}: {str(fault).strip()}") from error
