"""Talks: who negotiates what over weeks and months, in which rounds, and what comes next."""

import datetime
import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.ledger.talking import act, fill, labelled, position, promise
from verbale.cli import main
from verbale.errors import LedgerError
from verbale.ledger.book import Ledger
from verbale.ledger.entry import Entry
from verbale.ledger.views import Wanted


def met(day: str, sides: str, place: tuple[str, str] | None = None, modality: str = "happened", last: str | None = None) -> dict[str, Any]:
    city, country = place or (None, None)
    days = {"start": day, "end": last or day}
    return {
        "format": "in person",
        "date": days,
        "city": city,
        "country": country,
        "sides": {one: [] for one in sides.split()},
        "modality": modality,
    }


def page(name: str, day: str, text: str, *meetings: dict[str, Any], **labels: list[dict[str, Any]]) -> Entry:
    return labelled(name, day, text, meetings=[{"anchor": text[:4], "line": 1} | one for one in meetings], **labels)


FIRST = page(
    "first",
    "2024-03-06",
    "智利和玻利维亚5日在圣地亚哥就河道用水举行第一轮谈判。\n水库的水量是主要议题。",
    met("2024-03-05", "CHL BOL", ("Santiago", "CHL")),
)
SECOND = page(
    "second",
    "2024-03-21",
    "智利和玻利维亚20日结束第二轮用水谈判。\n双方商定4月2日在利马举行第三轮谈判。\n智利承诺在4月底前提交水库的水文数据。",
    met("2024-03-19", "CHL BOL", ("La Paz", "BOL"), last="2024-03-20"),
    met("2024-04-02", "CHL BOL", ("Lima", "PER"), modality="planned"),
    acts=[act("promise", "CHL", "智利承诺", "在4月底前提交水库的水文数据", recipients=["BOL"])],
    commitments=[promise("CHL", "在4月底前提交水库的水文数据", "BOL", ("2024-03-21", "2024-04-30"))],
)
OTHER = page("other", "2024-03-10", "索马里和吉布提10日会谈。\n双方讨论了停火。", met("2024-03-10", "SOM DJI"))
WIDER = page("wider", "2024-03-25", "智利、玻利维亚和秘鲁25日讨论河道用水。", met("2024-03-25", "BOL CHL PER", ("Lima", "PER")))
LATER = page("later", "2024-09-01", "智利和玻利维亚1日就用水重新会谈。", met("2024-09-01", "CHL BOL"))
LATEST = page("latest", "2024-09-15", "智利和玻利维亚15日就用水再次会谈。", met("2024-09-15", "CHL BOL"))
PAGES = [FIRST, SECOND, OTHER, WIDER]


def test_pages_of_the_same_sides_and_issue_are_talks(ledger: Ledger) -> None:
    fill(ledger, PAGES)
    (one,) = ledger.talks()
    assert (one.id, one.title, one.title_zh) == ("bol-chl-resources-2024-03", "Bolivia–Chile: water", "玻利维亚–智利：水资源")
    assert (one.sides, one.first, one.last) == (("BOL", "CHL"), "2024-03-06", "2024-03-25")
    assert one.issues[0] == "water"


def test_issues_of_several_words_are_told(ledger: Ledger) -> None:
    both = [page(f"n{day}", f"2024-03-0{day}", f"智利和玻利维亚{day}日就铀浓缩会谈。", met(f"2024-03-0{day}", "CHL BOL")) for day in (3, 5)]
    fill(ledger, both)
    (one,) = ledger.talks()
    assert (one.issues, one.title, one.pages) == (("nuclear programme",), "Bolivia–Chile: nuclear programme", 2)


def test_the_least_are_two_pages_on_two_days(tmp_path: Path) -> None:
    with Ledger(tmp_path / "one.db") as ledger:
        fill(ledger, [FIRST, OTHER])
        assert ledger.talks() == []
    same_day = page("same", "2024-03-06", "智利和玻利维亚5日就用水举行谈判。", met("2024-03-05", "CHL BOL"))
    with Ledger(tmp_path / "day.db") as ledger:
        fill(ledger, [FIRST, same_day])
        assert ledger.talks() == []
    only_words = [
        labelled(
            str(number),
            f"2024-03-0{number}",
            f"智利要求玻利维亚放水。{number}",
            acts=[act("demand", "CHL", "要求", "放水", recipients=["BOL"])],
        )
        for number in (1, 5)
    ]
    with Ledger(tmp_path / "words.db") as ledger:
        fill(ledger, only_words)
        assert ledger.talks() == []


def test_a_long_pause_makes_other_talks(ledger: Ledger) -> None:
    fill(ledger, [*PAGES, LATER, LATEST])
    assert [one.id for one in ledger.talks()] == ["bol-chl-resources-2024-09", "bol-chl-resources-2024-03"]
    assert [one.id for one in ledger.talks(Wanted(last=datetime.date(2024, 5, 1)))] == ["bol-chl-resources-2024-03"]
    assert [one.id for one in ledger.talks(Wanted(party="秘鲁"))] == []
    assert len(ledger.talks(Wanted(party="智利", limit=1))) == 1


def test_an_account_tells_rounds_what_is_scheduled_and_what_falls_due(ledger: Ledger) -> None:
    fill(ledger, PAGES)
    account = ledger.talk("bol-chl")
    assert [(one.first, one.last, one.places, one.number) for one in account.phases] == [
        ("2024-03-05", "2024-03-05", ("Santiago",), 1),
        ("2024-03-19", "2024-03-20", ("La Paz",), 2),
        ("2024-03-25", "2024-03-25", ("Lima",), None),
    ]
    assert [(one.first, one.places, one.modality) for one in account.scheduled] == [("2024-04-02", ("Lima",), "planned")]
    assert [one.commitment.due_to for one in account.due] == ["2024-04-30"]
    assert [one.page for one in account.pages] == ["wider", "second", "first"]
    early = ledger.talk("bol-chl", datetime.date(2024, 3, 10))
    assert [one.page for one in early.pages] == ["first"]
    assert (early.scheduled, early.due) == ((), ())


def test_an_id_of_before_older_pages_came_is_understood(ledger: Ledger) -> None:
    fill(ledger, PAGES)
    older = page("older", "2024-02-20", "智利和玻利维亚20日就用水会谈。", met("2024-02-20", "CHL BOL"))
    fill(ledger, [older])
    assert ledger.talks()[0].id == "bol-chl-resources-2024-02"
    assert ledger.talk("bol-chl-resources-2024-03").talk.id == "bol-chl-resources-2024-02"
    with pytest.raises(LedgerError, match="no such talks"):
        ledger.talk("usa-rus")


def test_the_order_of_pages_does_not_matter_and_they_go_again(tmp_path: Path) -> None:
    found = []
    for number, order in enumerate(itertools.permutations(PAGES)):
        with Ledger(tmp_path / f"{number}.db") as ledger:
            for one in order:
                fill(ledger, [one])
                ledger.weigh()
            found.append(ledger.talks())
            ledger.remove("second")
            ledger.remove("wider")
            assert ledger.talks() == []
    assert all(one == found[0] for one in found)


def test_more_sides_at_one_time_are_one_negotiation(ledger: Ledger) -> None:
    """Two of three sides alone, and all three: named by the three where enough pages tell of them."""
    again = page("again", "2024-04-01", "智利、玻利维亚和秘鲁1日再次讨论河道用水。", met("2024-04-01", "BOL CHL PER"))
    fill(ledger, [*PAGES, again])
    (one,) = ledger.talks()
    assert one.sides == ("BOL", "CHL", "PER")
    assert one.pages == 4


def test_a_page_that_tells_of_several_sides_counts_once(ledger: Ledger) -> None:
    text = "智利、玻利维亚和秘鲁1日讨论河道用水。\n智利和玻利维亚又单独会谈用水。"
    both = page("both", "2024-04-01", text, met("2024-04-01", "BOL CHL PER"), met("2024-04-01", "BOL CHL") | {"line": 2})
    fill(ledger, [*PAGES, both])
    (one,) = ledger.talks()
    account = ledger.talk(one.id)
    assert (one.pages, account.told_by, len(account.pages)) == (4, 4, 4)
    assert ledger.talk(one.id, datetime.date(2024, 3, 22)).told_by == 2


def test_talks_for_people_and_programs(location: str) -> None:
    with Ledger(location) as ledger:
        fill(ledger, PAGES)
    told = CliRunner().invoke(main, ["talks", location])
    assert "Bolivia–Chile: water" in told.stdout
    assert "bol-chl-resources-2024-03" in told.stdout
    one = CliRunner().invoke(main, ["talks", location, "bol-chl"])
    assert [
        heading for heading in ("Rounds", "Scheduled", "Falls due", "Promises", "Latest pages") if f"\n{heading}\n" not in one.stdout
    ] == []
    assert "[second:" in one.stdout
    as_json = CliRunner().invoke(main, ["talks", location, "bol-chl", "--json"])
    assert json.loads(as_json.stdout)["talk"]["sides"] == ["BOL", "CHL"]
    assert CliRunner().invoke(main, ["talks", location, "--csv"]).stdout.startswith("id,title,title_zh")
    assert CliRunner().invoke(main, ["talks", location, "nobody"]).exit_code == 2


def test_positions_alone_are_none(ledger: Ledger) -> None:
    fill(ledger, [labelled("held", "2024-03-05", "智利必须放水。", positions=[position("CHL", "must", "智利必须放水")])])
    assert ledger.talks() == []
