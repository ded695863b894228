"""Every test of the ledger runs on SQLite and on a real PostgreSQL, where this machine has one (``.ci/run`` installs it)."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.ledger.postgres import programs, server
from verbale.ledger.book import Ledger

_NUMBERS = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a database on a PostgreSQL server of our own."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL on this machine: the ledger is tested on SQLite only")
    with server(found) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    address, name = request.getfixturevalue("postgres"), f"ledger_{next(_NUMBERS)}"
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{address}&options=-csearch_path%3D{name}"


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    with Ledger(location) as opened:
        yield opened
