import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from verbale.errors import LedgerError
from verbale.ledger.book import Ledger
from verbale.ledger.connecting import connect, reading, writing
from verbale.ledger.migrations import Step, level, migrate, steps
from verbale.ledger.tables import metadata, migrations


def test_the_steps_make_the_tables_that_the_code_uses(location: str) -> None:
    engine = connect(location, create=True)
    with writing(engine) as connection:
        assert migrate(connection) == len(steps(engine.dialect.name))
        found = inspect(connection)
        for table in metadata.sorted_tables:
            columns = {column["name"]: column for column in found.get_columns(table.name)}
            assert list(columns) == [column.name for column in table.columns]
            for column in table.columns:
                assert columns[column.name]["nullable"] == column.nullable, f"{table.name}.{column.name}"
                wanted = column.type.compile(engine.dialect)
                assert columns[column.name]["type"].compile(engine.dialect) in {
                    wanted,
                    wanted.replace("DOUBLE PRECISION", "DOUBLE_PRECISION"),
                }
            assert found.get_pk_constraint(table.name)["constrained_columns"] == [column.name for column in table.primary_key]
            indexes = {index["name"]: index["column_names"] for index in found.get_indexes(table.name) if not index["unique"]}
            assert indexes == {index.name: [column.name for column in index.columns] for index in table.indexes}
    engine.dispose()


def test_numbers_have_no_gaps_and_both_databases_the_same_steps() -> None:
    sqlite, postgresql = steps("sqlite"), steps("postgresql")
    assert [step.number for step in sqlite] == list(range(1, len(sqlite) + 1))
    assert [step[:2] for step in sqlite] == [step[:2] for step in postgresql]


def test_an_older_ledger_takes_the_steps_that_it_lacks_and_keeps_what_it_has(location: str) -> None:
    engine = connect(location, create=True)
    now = steps(engine.dialect.name)
    later = (*now, Step(len(now) + 1, "later", ("CREATE TABLE later (page BIGINT)", "INSERT INTO later SELECT number FROM pages")))
    with writing(engine) as connection:
        migrate(connection)
        connection.execute(text("INSERT INTO names (form, party) VALUES ('白洲', 'baizhou')"))
    with writing(engine) as connection:
        assert migrate(connection, later) == 1
        assert migrate(connection, later) == 0
        assert connection.scalar(text("SELECT count(*) FROM later")) == 0
        assert connection.scalar(text("SELECT party FROM names")) == "baizhou"
        assert list(connection.scalars(select(migrations.c.name).order_by(migrations.c.number))) == [step.name for step in later]
    engine.dispose()
    with pytest.raises(LedgerError, match="use the newer program"):
        Ledger(location)


def test_a_step_that_fails_leaves_the_ledger_as_it_was(location: str) -> None:
    engine = connect(location, create=True)
    broken = (*steps(engine.dialect.name), Step(99, "broken", ("CREATE TABLE half (page BIGINT)", "CREATE NONSENSE")))
    with pytest.raises(LedgerError), writing(engine) as connection:
        migrate(connection, broken)
    with reading(engine) as connection:
        assert level(connection) == 0
        assert inspect(connection).get_table_names() == []
    engine.dispose()


def test_files_that_are_no_ledgers_are_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("博茨瓦纳外长访问蒙古国", encoding="utf-8")
    for place, told in ((tmp_path / "page.txt", "not a ledger"), (tmp_path, "a folder"), (tmp_path / "no" / "l.db", "no folder")):
        with pytest.raises(LedgerError, match=told):
            Ledger(place)
    with pytest.raises(LedgerError, match="no such ledger; 'verbale add"):
        Ledger(tmp_path / "none.db", create=False)
    with pytest.raises(LedgerError, match="no database for ledgers"):
        Ledger("mysql://host/name")
    with pytest.raises(LedgerError, match="no address"):
        Ledger("://")
    assert not (tmp_path / "none.db").exists()


def test_sqlite_is_strict_and_writes_ahead(tmp_path: Path) -> None:
    Ledger(tmp_path / "l.db").close()
    connection = sqlite3.connect(tmp_path / "l.db")
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    strict = {row[1]: row[5] for row in connection.execute("PRAGMA table_list")}
    assert all(strict[table.name] for table in metadata.sorted_tables)
    connection.close()
