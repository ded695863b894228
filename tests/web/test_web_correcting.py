"""Correcting with the keys, alone and two at a time."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Served, Visit, Watched


@pytest.fixture
def own(open_room: Callable[..., Served]) -> Served:
    return open_room()


@pytest.fixture
def judging(chromium: Any, own: Served) -> Iterator[Any]:
    """The first item of the queue."""
    watched = Watched(chromium)
    watched.tab.goto(f"{own.url}/review")
    watched.tab.locator(".doubts .cite").first.click()
    watched.tab.wait_for_url("**/review/*?category=")
    yield watched.tab
    watched.done()


def shown(tab: Any) -> str:
    return tab.url.partition("?")[0].rpartition("/")[2]


def pressed(tab: Any, key: str) -> str:
    """The item that is shown after a key."""
    before = tab.url
    tab.keyboard.press(key)
    tab.wait_for_url(lambda url: url != before)
    return shown(tab)


def test_queue_is_ordered_by_doubt(own: Served) -> None:
    sure = [one["confidence"] for one in Visit(own.url).get("/review.json").json()["items"]]
    assert len(sure) > 10
    assert sure == sorted(sure)


def test_accept_goes_on_and_undo_comes_back(judging: Any, own: Served) -> None:
    first = shown(judging)
    second = pressed(judging, "a")
    assert second != first
    expect(judging.locator(".done")).to_contain_text("right")
    assert first not in [one["id"] for one in Visit(own.url).get("/review.json").json()["items"]]
    assert pressed(judging, "u") == first
    assert Visit(own.url).get("/review/history.json").json()["judgements"][0]["undone"]
    assert first in [one["id"] for one in Visit(own.url).get("/review.json").json()["items"]]


def test_rejected_item_is_shown_nowhere(judging: Any, own: Served) -> None:
    first = shown(judging)
    page = own.gate.desk.ledger.items(first)[0].page
    pressed(judging, "x")
    assert not own.gate.desk.ledger.items(first)
    assert first not in Visit(own.url).get(f"/pages/{page}").text
    judging.goto(f"{own.url}/review/history")
    judging.get_by_role("button", name="Undo").click()
    judging.wait_for_url(f"**/review/{first}?**")
    assert own.gate.desk.ledger.items(first)


def test_space_goes_on_without_judging(judging: Any, own: Served) -> None:
    first = shown(judging)
    assert pressed(judging, " ") != first
    assert not own.gate.desk.ledger.judgements.history()


def test_edit_by_keys_and_by_selecting_words(chromium: Any, own: Served) -> None:
    one = next(item for item in own.gate.desk.ledger.judgements.queue(50, ("statement",)) if len(item.words) > 6)
    watched = Watched(chromium)
    tab = watched.tab
    tab.goto(f"{own.url}/review/{one.id}")
    tab.keyboard.press("e")
    expect(tab.get_by_label("Speakers")).to_be_focused()
    tab.get_by_label("Words (offsets)").click()
    box = tab.locator(".lit").first.bounding_box()
    tab.mouse.move(box["x"] + 2, box["y"] + 8)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 60, box["y"] + 8, steps=4)
    tab.mouse.up()
    expect(tab.get_by_label("Words (offsets)")).to_have_value(re.compile(rf"^{one.start}-\d+$"))
    written = tab.get_by_label("Words (offsets)").input_value()
    tab.get_by_role("button", name="Keep these values").click()
    tab.wait_for_url("**done=**")
    start, stop = map(int, written.split("-"))
    record = own.gate.desk.ledger.record(one.page)
    edited = next(item for item in record.statements if item.id == one.id)
    assert [(span.start, span.end) for span in edited.content] == [(start, stop)]
    watched.done()


def test_nonsense_is_refused_in_words(own: Served) -> None:
    visit, one = Visit(own.url), own.gate.desk.ledger.judgements.queue(1, ("act",))[0]
    answer = visit.post(f"/review/{one.id}", {"verdict": "edit", "field.kind": "dance"}, form=f"/review/{one.id}")
    assert answer.status_code == 409
    assert "dance" in answer.text
    assert visit.post(f"/review/{one.id}", {"verdict": "praise"}, form=f"/review/{one.id}").status_code == 422
    assert visit.post("/review/0000", {"verdict": "accept"}).status_code == 404


def test_merge_by_key_and_split(chromium: Any, own: Served) -> None:
    ledger = own.gate.desk.ledger
    one, other = ledger.judgements.queue(2, ("meeting",))
    watched = Watched(chromium)
    watched.tab.goto(f"{own.url}/review/{one.id}")
    watched.tab.keyboard.press("m")
    expect(watched.tab.get_by_label("The other event")).to_be_focused()
    watched.tab.keyboard.type(other.id)
    watched.tab.keyboard.press("Enter")
    expect(watched.tab.locator(".done")).to_contain_text("merged")
    ledger.link()
    homes = ledger.homes()
    assert homes[one.page, one.id] == homes[other.page, other.id]
    watched.tab.keyboard.press("m")
    watched.tab.get_by_role("button", name="Not of the event").click()
    expect(watched.tab.locator(".done")).to_contain_text("split")
    ledger.link()
    homes = ledger.homes()
    assert homes[one.page, one.id] != homes[other.page, other.id]
    watched.done()


def test_two_at_once(chromium: Any, own: Served) -> None:
    one = own.gate.desk.ledger.judgements.queue(1)[0]
    slow, fast = Watched(chromium), Watched(chromium)
    for watched in (slow, fast):
        watched.tab.goto(f"{own.url}/review/{one.id}")
    fast.tab.keyboard.press("a")
    fast.tab.wait_for_url("**done=**")
    slow.tab.keyboard.press("x")
    expect(slow.tab.get_by_text("Somebody judged this while you were looking")).to_be_visible()
    assert own.gate.desk.ledger.items(one.id)
    assert [made.verdict for made in own.gate.desk.ledger.judgements.history()] == ["accept"]
    slow.faults.clear()  # the browser tells of the 409 in its console
    slow.done()
    fast.done()


def test_readers_do_not_judge(open_room: Callable[..., Served], tmp_path: Path) -> None:
    from verbale.web.accounts import Accounts  # noqa: PLC0415

    Accounts(tmp_path / "accounts.json").keep("ada", "reader", "a long word of passage")
    room = open_room(accounts=tmp_path / "accounts.json")
    visit, one = Visit(room.url), room.gate.desk.ledger.judgements.queue(1)[0]
    visit.post("/login", {"name": "ada", "password": "a long word of passage"}, form="/login")
    assert visit.get("/review").status_code == 403
    assert visit.post(f"/review/{one.id}", {"verdict": "reject"}).status_code == 403
    assert "/review/" not in visit.get(f"/pages/{one.page}").text
    assert not room.gate.desk.ledger.judgements.history()


def test_card_leads_to_its_judging(tab: Any, room: Served) -> None:
    tab.goto(f"{room.url}/pages/wire-ukraine-2025")
    tab.locator(".card .correct").first.click()
    expect(tab.get_by_role("button", name="Right")).to_be_visible()
