"""What is told of an event: fields with their sources, reasons, days of undated pages; the commands."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.ledger.retelling import act, page, put
from verbale.cli import main
from verbale.errors import LedgerError
from verbale.ledger.book import Ledger
from verbale.ledger.views import Wanted

MEET = act("meet", "博茨瓦纳外长白洲6日在乌兰巴托同蒙古国外长顾岚/会谈/。", "baizhou@BWA gulan@MNG", date="2023-04-06", place="Ulaanbaatar")
OTHER = act("meet", "两国外长7日在乌兰巴托/举行/会谈。", "BWA MNG", date="2023-04-07", place="Ulaanbaatar")
BARE = act("meet", "两国外长在乌兰巴托/会谈/。", "BWA MNG", place="Ulaanbaatar")


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    put(ledger, page("a", "2023-04-06", MEET), page("b", "2023-04-08", OTHER), page("c", "2023-04-07", BARE))
    return ledger


def test_every_field_names_who_says_omits_and_contradicts_it(told: Ledger) -> None:
    account = told.event(told.events(pages=2)[0].id)
    fields = {field.name: field for field in account.fields}
    assert [(value.value, [one.page for one in value.said], value.contradicted) for value in fields["date"].values] == [
        ("2023-04-06", ["a"], True),
        ("2023-04-07", ["b"], True),
    ]
    assert fields["date"].omitted == ("c",)
    assert [(value.value, len(value.said), value.contradicted) for value in fields["place"].values] == [("Ulaanbaatar", 3, False)]
    text = told.record("b").page.text
    saying = fields["date"].values[1].said[0]
    assert text[saying.start : saying.stop] == "7日"
    assert account.sources == {"a": "a", "b": "b", "c": "c"}
    assert {one.page for one in account.told} == {"a", "b", "c"}


def test_every_tie_has_a_reason(told: Ledger) -> None:
    account = told.event(told.events(pages=2)[0].id)
    assert {frozenset((tie.page, tie.other_page)) for tie in account.ties} >= {frozenset("ab"), frozenset("ac")}
    assert all("the same parties" in tie.reason and 0 < tie.confidence < 1 for tie in account.ties)


def test_events_are_filtered(told: Ledger) -> None:
    put(told, page("d", "2023-05-01", act("sign", "巴拉圭和尼泊尔1日/签署/|渔业协定|。", "PRY NPL", date="2023-05-01")))
    assert [one.kind for one in told.events()] == ["meet", "sign"]
    assert [one.kind for one in told.events(Wanted(limit=1))] == ["sign"]
    assert [one.kind for one in told.events(Wanted(party="gulan"))] == ["meet"]
    assert [one.kind for one in told.events(Wanted(kinds=("sign",)))] == ["sign"]
    assert [one.parties for one in told.events(pages=2)] == [("BWA", "MNG")]


def test_an_event_is_known_by_its_id_and_by_its_members(told: Ledger) -> None:
    identity = told.events(pages=2)[0].id
    assert told.event(told.record("b").acts[0].id).event.id == identity
    assert told.is_event(identity)
    with pytest.raises(LedgerError, match="no such event"):
        told.event("nonsense")


def test_an_undated_page_is_dated_by_what_it_shares(ledger: Ledger) -> None:
    plan = act("meet", "下一轮会谈定于20日/举行/。", "BWA MNG", date="2023-04-20", modality="planned")
    undated = act("meet", "博茨瓦纳外长白洲4月6日在乌兰巴托同蒙古国外长/会谈/。", "baizhou@BWA MNG", date="2023-04-06", place="Ulaanbaatar")
    put(ledger, page("undated", None, undated))
    assert ledger.day("undated") is None
    put(ledger, page("a", "2023-04-07", MEET, plan))
    found = ledger.day("undated")
    assert found is not None
    assert (found.first, found.last) == ("2023-04-06", "2023-04-07")
    assert "a tells" in found.reason
    assert ledger.record("undated").published is None
    assert ledger.day("a") is None
    ledger.remove("a")
    assert ledger.day("undated") is None


def test_an_undated_page_came_out_before_what_it_announces(ledger: Ledger) -> None:
    plan = act("meet", "两国外长将于4月8日在亚松森/会谈/。", "BWA MNG", date="2023-04-08", place="Asuncion", modality="planned")
    undated = MEET | {"words": "白洲4月6日在乌兰巴托同顾岚/会谈/。"}
    put(ledger, page("undated", None, undated, plan | {"words": "双方8日将在亚松森/会谈/。"}))
    put(ledger, page("late", "2023-04-12", MEET), page("plan", "2023-04-05", plan))
    found = ledger.day("undated")
    assert found is not None
    assert (found.first, found.last) == ("2023-04-06", "2023-04-08")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def shown(tmp_path: Path) -> tuple[str, str]:
    with Ledger(tmp_path / "l.db") as ledger:
        put(
            ledger, page("a", "2023-04-06", MEET), page("b", "2023-04-08", OTHER), page("u", None, MEET | {"words": "双方4月6日/会谈/过。"})
        )
        return str(tmp_path / "l.db"), ledger.events(pages=2)[0].id


def test_the_commands_show_events_and_contradictions(shown: tuple[str, str]) -> None:
    location, identity = shown
    assert identity in run("events", location, "--pages", "2").output
    assert json.loads(run("events", location, "--json", "--party", "MNG").output)["id"] == identity
    clashes = run("contradictions", location)
    assert all(words in clashes.output for words in ("date", "[a:1 ", "[b:1 "))
    assert run("contradictions", location, "--field", "place").output.strip() == "no contradictions"
    assert run("contradictions", location, "--csv").output.startswith("id,field,event,day")
    event = run("show", location, identity, "--explain")
    assert all(words in event.output for words in ("participants", "3 sources", "the same parties"))
    assert json.loads(run("show", location, identity, "--json").output)["event"]["id"] == identity


def test_show_tells_the_likely_day_of_an_undated_page(shown: tuple[str, str]) -> None:
    page_shown = " ".join(run("show", shown[0], "u").output.split())
    assert "tells no day; by the events of other pages 2023-04-06" in page_shown
    assert "tells no day" not in run("show", shown[0], "a").output
