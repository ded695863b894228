"""What follows from the records of many pages is made anew and compared: damage in the file is named, and the doctor mends it."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.ledger.invented import add
from tests.ledger.retelling import act, page, put
from tests.ledger.talking import PAGES, fill
from tests.ledger.test_talks import FIRST, SECOND
from verbale.ledger.book import Ledger

_DENIED = [
    page("accusing", "2024-03-02", act("accuse", "智利/指责/玻利维亚|炮击智利的哨所|。", "CHL", "BOL")),
    page("denying", "2024-03-04", act("deny", "玻利维亚/否认/|炮击智利的哨所|。", "BOL", "CHL")),
    page("undated", None, act("meet", "智利和玻利维亚外长20日在利马/会谈/。", "CHL BOL", date="2024-03-20", place="Lima")),
]
HARM = {
    "UPDATE events SET day = '2020-01-01' WHERE kind = 'release'": "events: id {event} has day '2020-01-01', not '2024-03-14'",
    "DELETE FROM links": "moved: links: item {meet}, other_page undated",
    "DELETE FROM event_members WHERE category = 'act'": "promised: event_members: item",
    "INSERT INTO events VALUES ('ffffffffffff', 'meet', '', '', '', NULL, 'planned', 1, 1, 1)": "events: id ffffffffffff",
    "UPDATE tellings SET data = x'00'": "released: tellings: item {release} has other data",
    "DELETE FROM telling_keys": "released: telling_keys: mark release|BOL",
    "UPDATE contradiction_sources SET value = 'said'": "contradiction_sources: contradiction",
    "DELETE FROM contradictions": "contradictions: id",
    "UPDATE page_days SET day_to = '2030-01-01'": "undated: page_days: the row has day_to '2030-01-01'",
    "UPDATE answers SET shows = 'broken' WHERE shows = 'kept'": "has shows 'broken', not 'kept'",
    "DELETE FROM pledges": "promised: pledges: item",
    "INSERT INTO deeds VALUES (99, 1, x'00')": "page 99, which is not there: deeds: place 1 does not follow",
    "UPDATE item_issues SET depth = 7": "has depth 7, not",
    "UPDATE talks SET pages = 99": "has pages 99, not",
    "DELETE FROM talk_pages": "second: talk_pages: talk",
    "UPDATE talk_runs SET last = '2030-01-01'": "has last '2030-01-01', not",
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that each test gets a copy of."""
    file = tmp_path_factory.mktemp("sound") / "ledger.db"
    with Ledger(file) as ledger:
        fill(ledger, [*PAGES, FIRST, SECOND])
        put(ledger, *_DENIED)
        ledger.link()
        ledger.weigh()
    return file


@pytest.fixture
def filled(sound: Path, tmp_path: Path) -> Ledger:
    shutil.copy(sound, tmp_path / "ledger.db")
    return Ledger(tmp_path / "ledger.db", create=False)


def _damage(ledger: Ledger, harm: str) -> int:
    """Write into the file behind the ledger's back; how many rows were touched."""
    connection = sqlite3.connect(ledger.location)
    try:
        with connection:
            return connection.execute(harm).rowcount
    finally:
        connection.close()


def _ids(ledger: Ledger) -> dict[str, str]:
    release = next(one for one in ledger.timeline() if one.kind == "release")
    meet = next(one for one in ledger.timeline() if one.kind == "meet" and one.page == "moved")
    return {"release": release.id, "meet": meet.id, "event": ledger.homes()[release.page, release.id]}


@pytest.mark.parametrize("harm", HARM)
def test_damage_is_named_and_the_doctor_mends_it(filled: Ledger, harm: str) -> None:
    with filled:
        assert list(filled.check()) == []
        wanted, before = HARM[harm].format(**_ids(filled)), _accounts(filled)
        assert _damage(filled, harm) > 0
        assert any(wanted in fault and "verbale doctor" in fault for fault in filled.check())
        assert list(filled.check(accounts=False)) == []
        filled.doctor()
        assert list(filled.check()) == []
        assert _accounts(filled) == before


def _accounts(ledger: Ledger) -> tuple[object, ...]:
    return ledger.events(), ledger.contradictions(), ledger.outcomes(), ledger.moves(), ledger.talks(), ledger.day("undated")


def test_of_many_differences_the_first_are_told_one_by_one(filled: Ledger) -> None:
    with filled:
        assert _damage(filled, "DELETE FROM pledge_keys") > 3
        told = [fault for fault in filled.check() if fault.startswith("promised: pledge_keys")]
    assert len(told) == 4
    assert "more of this kind" in told[-1]


def test_a_record_that_cannot_be_read_is_named(filled: Ledger) -> None:
    with filled:
        assert _damage(filled, "UPDATE versions SET record = x'00' WHERE page = 2") == 1
        faults = list(filled.check())
    assert len(faults) == 2
    assert faults[0].startswith("released: its present version cannot be read")
    assert "not all pages can be read" in faults[1]


def test_a_ledger_that_grew_in_any_order_is_sound(filled: Ledger) -> None:
    with filled:
        filled.remove("accusing")
        filled.link()
        put(filled, _DENIED[0])
        assert list(filled.check()) == []
        (denied,) = [one for one in filled.contradictions() if one.field == "claim_denied"]
    assert denied.day == "2024-03-04"


def test_the_same_page_at_several_addresses_leaves_a_sound_ledger(tmp_path: Path) -> None:
    text = "博茨瓦纳外长访问\n\n博茨瓦纳外长白洲表示，博茨瓦纳承诺尽快恢复渡轮航线。博茨瓦纳要求蒙古国公布文本。\n"
    with Ledger(tmp_path / "ledger.db") as ledger:
        for number in range(3):
            add(ledger, text, url=f"https://example.org/{number}")
        assert len(set(ledger.homes().values())) == 6
        for _ in range(2):
            ledger.remove(ledger.names()[0])
            assert list(ledger.check()) == []
