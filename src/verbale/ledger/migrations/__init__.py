"""Numbered steps from an empty database to the present tables: a pair ``NNNN_name.sqlite.sql``, ``NNNN_name.postgresql.sql`` a step."""

from __future__ import annotations

import datetime
import functools
import importlib.resources
import re
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, inspect, select, text

from verbale.errors import LedgerError
from verbale.ledger.tables import migrations

_FILE = re.compile(r"(\d{4})_(\w+)\.(sqlite|postgresql)\.sql")


class Step(NamedTuple):
    """One step.

    Attributes:
        number: Its number, from 1 without gaps.
        name: What it is for, in a word.
        statements: The SQL, in order.
    """

    number: int
    name: str
    statements: tuple[str, ...]


@functools.cache
def steps(dialect: str) -> tuple[Step, ...]:
    """All steps for one kind of database.

    Args:
        dialect: ``sqlite`` or ``postgresql``.

    Returns:
        The steps in order.
    """
    files = {file.name: file for file in importlib.resources.files(__name__).iterdir()}
    found = [(match, files[name]) for name in sorted(files) if (match := _FILE.fullmatch(name)) and match[3] == dialect]
    return tuple(Step(int(match[1]), match[2], _statements(file.read_text(encoding="utf-8"))) for match, file in found)


def _statements(script: str) -> tuple[str, ...]:
    code = "\n".join(line for line in script.splitlines() if not line.startswith("--"))
    return tuple(statement.strip() for statement in code.split(";\n") if statement.strip())


def level(connection: Connection) -> int:
    """How many steps a database has behind it.

    Args:
        connection: The database.

    Returns:
        The number of the last step, 0 for a database without a ledger.
    """
    if not inspect(connection).has_table(migrations.name):
        return 0
    return connection.scalar(select(func.max(migrations.c.number))) or 0


def migrate(connection: Connection, wanted: Sequence[Step] | None = None) -> int:
    """Take every step that a database has not taken yet, all in the transaction of the connection.

    Args:
        connection: The database, in a transaction that writes.
        wanted: The steps; by default all of this program.

    Returns:
        How many steps were taken.

    Raises:
        LedgerError: The ledger was written by a newer program.
    """
    wanted = steps(connection.dialect.name) if wanted is None else wanted
    done = level(connection)
    if done > len(wanted):
        raise LedgerError(f"this ledger is of step {done}, this program knows {len(wanted)} steps; use the newer program that wrote it")
    for step in wanted[done:]:
        for statement in step.statements:
            connection.execute(text(statement.replace(":", "\\:")))
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        connection.execute(insert(migrations).values(number=step.number, name=step.name, applied=now))
    return len(wanted) - done
