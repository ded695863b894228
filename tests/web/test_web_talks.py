"""Negotiations, events, promises and contradictions, with real clicks and keys."""

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import TimeoutError as TooLate
from playwright.sync_api import expect

from tests.ledger.invented import add
from tests.web.conftest import Served, Visit, Watched, serious
from verbale.ledger.book import Ledger
from verbale.web.settings import Settings

FIRST = """两国外长在日内瓦举行首轮渡轮谈判
2023年4月6日 10:20

博茨瓦纳外长白洲6日在日内瓦同蒙古国外长顾岚举行首轮谈判，讨论停火和渡轮航线，会谈历时两小时。白洲会后表示，博茨瓦纳要求蒙古国必须在月底前停火。

顾岚说：“蒙古国的港口必须始终敞开。”双方同意4月20日在开罗举行第二轮谈判。蒙古国承诺在4月15日前释放三名渔民。
"""
AGAIN = """博茨瓦纳蒙古国在日内瓦谈判
2023年4月7日 09:00

蒙古国外长顾岚6日在日内瓦同博茨瓦纳外长白洲举行首轮谈判，讨论停火，会谈历时三小时。顾岚会后表示，蒙古国愿意停火。
"""
SECOND = """第二轮谈判在开罗举行
2023年4月21日 09:00

博茨瓦纳外长白洲20日在开罗同蒙古国外长顾岚举行第二轮谈判，讨论停火问题。蒙古国已于14日释放三名渔民。双方将于5月4日在内罗毕举行第三轮谈判。
"""


@pytest.fixture(scope="module")
def talking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A reading room with one negotiation that four pages tell."""
    place = tmp_path_factory.mktemp("talks") / "ledger.db"
    with Ledger(place) as ledger:
        for number, text in enumerate((FIRST, AGAIN, SECOND)):
            add(ledger, text, f"https://example.org/{number}", outlet=f"第{number}日报")
        ledger.link()
        ledger.weigh()
    with Served(Settings(location=str(place))) as served:
        yield served


@pytest.fixture
def talk(talking: Served) -> dict[str, Any]:
    found = Visit(talking.url).get("/talks.json").json()["talks"]
    assert len(found) == 1
    return dict(found[0])


def test_home_leads_to_the_negotiation(tab: Any, talking: Served, talk: dict[str, Any]) -> None:
    tab.goto(talking.url)
    expect(tab.locator(".talks .next")).to_contain_text("2023-05-04")
    tab.locator(".talks .title").click()
    tab.wait_for_url(f"**/talks/{talk['id']}")
    expect(tab.get_by_role("heading", level=1)).to_have_text(talk["title"])


def test_home_counts_what_is_new_of_it(talking: Served) -> None:
    visit = Visit(talking.url)
    visit.post("/seen", {"last": 1})
    told = visit.get("/home.json").json()
    assert told["new"] == 2
    assert told["talks"][0]["new"] == 2
    assert {page["new"] for page in told["latest"]} == {True}


def test_list_and_view_count_the_same_pages(talking: Served, talk: dict[str, Any]) -> None:
    visit = Visit(talking.url)
    told = visit.get(f"/talks/{talk['id']}.json").json()
    assert talk["pages"] == told["account"]["told_by"] == len(told["sources"]) == 3
    assert all("3 pages" in visit.get(path).text for path in ("/", "/talks", f"/talks/{talk['id']}"))


def test_who_sat_on_which_side(tab: Any, talking: Served, talk: dict[str, Any]) -> None:
    tab.goto(f"{talking.url}/talks/{talk['id']}")
    rounds = tab.locator(".minutes .round:not(.coming)")
    expect(rounds).to_have_count(2)
    expect(rounds.first).to_contain_text("Cairo")
    seats = rounds.last.locator(".seats div")
    expect(seats).to_have_count(2)
    assert {" ".join(seat.split()) for seat in seats.all_inner_texts()} == {"Botswana Bai Zhou", "Mongolia Gu Lan"}
    expect(tab.locator(".minutes .round.coming")).to_contain_text("Nairobi")


def test_positions_stand_side_by_side(tab: Any, talking: Served, talk: dict[str, Any]) -> None:
    tab.goto(f"{talking.url}/talks/{talk['id']}")
    columns = tab.locator(".columns-of-sides > section")
    expect(columns).to_have_count(2)
    tops = columns.evaluate_all("all => all.map((column) => column.getBoundingClientRect().top)")  # at one moment: the page still moves
    assert tops[0] == tops[1]
    expect(columns.filter(has_text="Mongolia").locator("li").first).to_be_visible()


def test_moves_come_after_the_rest(tab: Any, talking: Served, talk: dict[str, Any]) -> None:
    tab.goto(f"{talking.url}/talks/{talk['id']}")
    expect(tab.locator("#moves")).to_contain_text("No side is told to have moved")
    assert Visit(talking.url).get(f"/talks/{talk['id']}/moves.json").json()["moves"] == []


def test_days_filter_everything(tab: Any, talking: Served, talk: dict[str, Any]) -> None:
    tab.goto(f"{talking.url}/talks/{talk['id']}")
    every = tab.locator("main [data-day]:visible").count()
    tab.get_by_label("From").fill("2023-04-18")
    tab.get_by_label("From").dispatch_event("change")
    assert tab.url.endswith("?from=2023-04-18")
    expect(tab.locator(".minutes .round:not(.coming):visible")).to_have_count(1)
    assert tab.locator("main [data-day]:visible").count() < every
    tab.reload()
    expect(tab.locator(".minutes .round:not(.coming):visible")).to_have_count(1)
    tab.get_by_role("button", name="The whole time").click()
    expect(tab.locator("main [data-day]:visible")).to_have_count(every)


def test_timeline_can_be_dragged_and_zoomed(tab: Any, talking: Served, talk: dict[str, Any]) -> None:
    tab.goto(f"{talking.url}/talks/{talk['id']}")
    expect(tab.locator(".vis-item.round")).not_to_have_count(0)
    every = tab.locator("main [data-day]:visible").count()
    box = tab.locator("#timeline .vis-center").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] - 3)
    for _ in range(4):  # it may just be drawing itself
        tab.mouse.move(*middle)
        tab.mouse.down()
        tab.mouse.move(middle[0] - 450, middle[1], steps=6)
        tab.mouse.up()
        with contextlib.suppress(TooLate):
            tab.wait_for_url("**from=**", timeout=1500)
            break
    assert tab.locator("main [data-day]:visible").count() < every


def test_item_of_the_timeline_leads_to_its_entry(tab: Any, talking: Served, talk: dict[str, Any]) -> None:
    tab.goto(f"{talking.url}/talks/{talk['id']}")
    tab.locator(".vis-item.round .vis-item-content").first.click()
    expect(tab.locator(".minutes .round.now")).to_be_in_viewport()


def test_map_and_network_are_drawn(tab: Any, talking: Served, talk: dict[str, Any]) -> None:
    tab.goto(f"{talking.url}/talks/{talk['id']}")
    expect(tab.locator("#map path.leaflet-interactive")).to_have_count(tab.locator("[data-latitude]").count())
    assert tab.locator("[data-latitude]").count() >= 2
    expect(tab.locator("#network canvas")).not_to_have_count(0)
    tab.get_by_text("As a list").click()
    expect(tab.locator("[data-one]").first).to_contain_text("Bai Zhou – Gu Lan")


def test_event_compares_its_sources(tab: Any, talking: Served, talk: dict[str, Any]) -> None:
    tab.goto(f"{talking.url}/events?pages=2")
    tab.get_by_role("row", name="Geneva").locator("th a").click()
    duration = tab.get_by_role("row", name="Duration")
    expect(duration).to_contain_text("120 min")
    expect(duration).to_contain_text("180 min")
    expect(duration.locator(".contradicted")).to_have_count(2)
    expect(tab.locator(".passages article")).to_have_count(2)
    expect(tab.locator("#ties + ul li").first).to_be_visible()
    duration.locator(".cite").first.click()
    expect(tab.locator(".cited").first).to_be_in_viewport()


def test_contradictions_lead_to_both_places(tab: Any, talking: Served) -> None:
    tab.goto(f"{talking.url}/contradictions?kind=duration")
    expect(tab.locator(".clash .sides li")).to_have_count(2)
    tab.get_by_role("link", name="the event").click()
    expect(tab.locator("#fields")).to_be_visible()


def test_promises_by_status(tab: Any, talking: Served) -> None:
    tab.goto(f"{talking.url}/promises")
    tab.get_by_label("Status").select_option("broken")
    tab.wait_for_url("**status=broken**")
    expect(tab.get_by_text("Nothing was found.")).to_be_visible()
    tab.get_by_label("Status").select_option("kept")
    tab.wait_for_url("**status=kept**")
    expect(tab.locator(".promise").filter(has_text="渔民").locator(".shown .cite").first).to_be_visible()


def test_promise_is_open_before_it_was_kept(talking: Served) -> None:
    visit = Visit(talking.url)
    told = visit.get("/promises.json?status=open&on=2023-04-10").json()["promises"]
    assert any("渔民" in one["commitment"]["words"] for one in told)
    later = visit.get("/promises.json?status=open").json()["promises"]
    assert not any("渔民" in one["commitment"]["words"] for one in later)
    due = visit.get("/home.json?on=2023-04-10").json()["due"]
    assert any("渔民" in one["commitment"]["words"] for one in due)


def test_party_tells_promises_and_issues(tab: Any, talking: Served) -> None:
    tab.goto(f"{talking.url}/parties/MNG")
    expect(tab.locator(".promise .status.kept").first).to_be_visible()
    tab.locator("#issues + ul").get_by_role("link", name="ceasefire").click()
    tab.wait_for_url("**issue=ceasefire**")
    expect(tab.locator(".told").first).to_contain_text("停火")


def test_page_names_the_event(tab: Any, talking: Served, talk: dict[str, Any]) -> None:
    pages = [page["page"] for page in Visit(talking.url).get(f"/talks/{talk['id']}.json").json()["sources"]]
    tab.goto(f"{talking.url}/pages/{pages[-1]}")
    tab.get_by_role("link", name="told by 2 pages").first.click()
    expect(tab.locator("#fields")).to_be_visible()


@pytest.mark.parametrize("path", ["/talks", "/talks/{}", "/events", "/contradictions", "/promises"])
def test_phone_and_twins(chromium: Any, talking: Served, talk: dict[str, Any], path: str) -> None:
    where = talking.url + path.format(talk["id"])
    phone = Watched(chromium, viewport={"width": 390, "height": 844})
    phone.tab.goto(where)
    assert phone.tab.evaluate("document.documentElement.scrollWidth") <= 390
    phone.done()
    assert Visit(where).get(".json").status_code == 200
    assert Visit(where).get(".csv").text.count("\n") > 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious(chromium: Any, talking: Served, talk: dict[str, Any], scheme: str) -> None:
    watched = Watched(chromium, color_scheme=scheme, bypass_csp=True)
    events = Visit(talking.url).get("/events.json?pages=2").json()["events"]
    both = ("/", f"/talks/{talk['id']}", f"/events/{events[0]['id']}")
    for path in both if scheme == "dark" else (*both, "/talks", "/events", "/contradictions", "/promises"):
        watched.tab.goto(talking.url + path, wait_until="networkidle")
        assert not serious(watched.tab), path
    watched.context.close()


def test_unknown_talks_and_events(talking: Served) -> None:
    visit = Visit(talking.url)
    for path in ("/talks/nope", "/events/nope", "/talks/nope.json", "/events/nope.csv"):
        assert visit.get(path).status_code == 404
