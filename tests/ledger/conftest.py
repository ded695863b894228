"""Every test of the ledger runs on SQLite and on a real PostgreSQL, where this machine has one (``.ci/run`` installs it)."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.ledger.invented import kept
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
    return _place(request, tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def standing_location(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where one ledger can be made for the tests of a file that only look at it."""
    return _place(request, tmp_path_factory.mktemp("standing"))


def _place(request: pytest.FixtureRequest, folder: Path) -> str:
    if request.param == "sqlite":
        return str(folder / "ledger.db")
    address, name = request.getfixturevalue("postgres"), f"ledger_{next(_NUMBERS)}"
    engine = create_engine(address.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    engine.dispose()
    return f"{address}&options=-csearch_path%3D{name}"


@pytest.fixture(scope="module")
def standing(standing_location: str) -> Iterator[Ledger]:
    """The pages of tests/pages, for tests that only look at them."""
    with Ledger(standing_location) as opened:
        kept(opened)
        yield opened


@pytest.fixture
def ledger(location: str) -> Iterator[Ledger]:
    with Ledger(location) as opened:
        yield opened
