from pathlib import Path

import pytest
from sqlalchemy import text

from tests.ledger.invented import PAGE, add, kept
from verbale.errors import LedgerError
from verbale.ledger.book import Ledger
from verbale.ledger.connecting import connect, writing
from verbale.ledger.telling import Told

HARM = {
    "UPDATE items SET words = 'nothing'": "its items are not those of its record",
    "DELETE FROM roles": "its roles are not those of its record",
    "UPDATE passages SET words = '别的话' WHERE line = 4": "its passages are not those of its record",
    "DELETE FROM entities": "its entities are not those of its record",
    "DELETE FROM names": "its names are not all there",
    "UPDATE settings SET value = '0' WHERE name = 'tokens'": "index: made of other tokens",
}


@pytest.mark.parametrize("harm", HARM)
def test_what_was_harmed_is_told_and_the_doctor_mends_it(ledger: Ledger, location: str, harm: str) -> None:
    add(ledger, PAGE)
    before = everything(ledger)
    engine = connect(location, create=False)
    with writing(engine) as connection:
        connection.execute(text(harm))
    engine.dispose()
    assert any(HARM[harm] in fault for fault in ledger.check())
    ledger.doctor()
    assert list(ledger.check()) == []
    assert everything(ledger) == before


def everything(ledger: Ledger) -> tuple[list[Told], list[int]]:
    return ledger.timeline(), [hit.line for hit in ledger.search("渡轮")]


def test_an_index_that_lost_its_words_is_made_anew(ledger: Ledger, location: str) -> None:
    add(ledger, PAGE)
    engine = connect(location, create=False)
    with writing(engine) as connection:
        clear = "INSERT INTO words (words) VALUES ('delete-all')" if engine.dialect.name == "sqlite" else "TRUNCATE words"
        connection.execute(text(clear))
    engine.dispose()
    assert ledger.search("渡轮") == []
    assert any("not in the index of words" in fault for fault in ledger.check())
    ledger.doctor()
    assert len(ledger.search("渡轮")) == 1
    assert list(ledger.check()) == []


def test_the_doctor_changes_nothing_that_is_sound(ledger: Ledger) -> None:
    kept(ledger)
    for number in range(2):
        add(ledger, PAGE, url=f"https://example.org/{number}")
    before = [(name, ledger.kept(name), told) for name, told in ledger.pages()]
    assert ledger.doctor() == len(before)
    assert [(name, ledger.kept(name), told) for name, told in ledger.pages()] == before


def test_a_backup_is_the_same_ledger(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db") as ledger:
        kept(ledger)
        ledger.backup(tmp_path / "copy.db")
        with Ledger(tmp_path / "copy.db", create=False) as copy:
            assert dict(copy.records()) == dict(ledger.records())
            assert list(copy.check()) == []
        with pytest.raises(LedgerError, match="exists"):
            ledger.backup(tmp_path / "copy.db")
        with pytest.raises(LedgerError, match="cannot be written"):
            ledger.backup(tmp_path / "none" / "copy.db")


def test_a_backup_of_postgresql_is_left_to_postgresql(postgres: str, tmp_path: Path) -> None:
    with Ledger(postgres) as ledger, pytest.raises(LedgerError, match="pg_dump"):
        ledger.backup(tmp_path / "copy.db")
