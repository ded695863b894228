"""The reading room of a ledger in PostgreSQL shows what that of a file with the same pages shows, and is corrected like it."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.ledger.invented import add, labelled
from tests.ledger.postgres import programs, server
from tests.web.conftest import Served, Visit
from tests.web.test_web_talks import AGAIN, FIRST, SECOND
from verbale.ledger.book import Ledger
from verbale.web.settings import Settings

LISTS = (
    "/talks",
    "/timeline",
    "/events",
    "/promises",
    "/positions?issue=ceasefire",
    "/contradictions",
    "/pages",
    "/parties",
    "/search?q=停火",
)
OTHERS = (
    "/home",
    "/promises?status=kept",
    "/events?party=MNG&pages=2",
    "/parties/MNG",
    "/queue",
    "/judgements",
    "/search?q=谈判&kind=meet",
)


def fill(location: str) -> str:
    with Ledger(location) as ledger:
        list(ledger.add(labelled()))
        for number, text in enumerate((FIRST, AGAIN, SECOND)):
            add(ledger, text, f"https://example.org/{number}", outlet=f"第{number}日报")
        ledger.link()
        ledger.weigh()
    return location


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Visit, Visit]]:
    """Visitors of the reading rooms of a ledger in PostgreSQL and of one in a file."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL on this machine: the reading room is tested on SQLite only")
    file = fill(str(tmp_path_factory.mktemp("both") / "ledger.db"))
    with (
        server(found) as address,
        Served(Settings(location=fill(address))) as team,
        Served(Settings(location=file)) as alone,
    ):
        yield Visit(team.url), Visit(alone.url)


def told(visit: Visit, path: str) -> Any:
    before, _, asked = path.partition("?")
    answer = visit.get(f"{before}.json?{asked}")
    assert answer.status_code == 200, answer.text
    return untimed(answer.json())


def untimed(value: Any) -> Any:
    """Data without the moments at which pages came into the ledger."""
    if isinstance(value, dict):
        return {name: untimed(one) for name, one in value.items() if name not in {"added", "read"}}
    return [untimed(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", [*LISTS, *OTHERS])
def test_both_tell_the_same(both: tuple[Visit, Visit], path: str) -> None:
    team, alone = both
    assert told(team, path) == told(alone, path)
    assert team.get(path.replace("/home", "/")).status_code == 200


@pytest.mark.parametrize("path", [path for path in LISTS if path != "/pages"])  # its table tells when pages came in
def test_tables_are_the_same(both: tuple[Visit, Visit], path: str) -> None:
    before, _, asked = path.partition("?")
    team, alone = (visit.get(f"{before}.csv?{asked}").text for visit in both)
    assert team == alone
    assert team.count("\n") > 1


def test_talks_events_and_pages_are_the_same(both: tuple[Visit, Visit]) -> None:
    team, alone = both
    talk = told(team, "/talks")["talks"][0]["id"]
    event = told(team, "/events?pages=2")["events"][0]["id"]
    page = told(team, "/pages")["pages"][0]["page"]
    for path in (f"/talks/{talk}", f"/talks/{talk}?on=2023-04-10", f"/talks/{talk}/moves", f"/events/{event}", f"/pages/{page}"):
        assert told(team, path) == told(alone, path)
        assert team.get(path).status_code == 200


def test_records_are_corrected(both: tuple[Visit, Visit]) -> None:
    team, _ = both
    item = told(team, "/queue")["item"]["id"]
    assert team.post("/queue", {"verdict": "accept", "item": item}, form="/queue").status_code == 303
    assert [one["verdict"] for one in told(team, "/judgements")["judgements"]] == ["accept"]
    assert told(team, "/queue")["item"]["id"] != item
    assert team.post("/queue/undo", form="/queue").status_code == 303
    assert told(team, "/queue")["item"]["id"] == item
