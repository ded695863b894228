"""Adding pages in the browser and without it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.ledger.invented import OTHER, PAGE
from tests.web.conftest import Served, Visit, Watched


def test_pasted_page_shows_its_record_at_once(chromium: Any, open_room: Callable[..., Served]) -> None:
    room = open_room()
    watched = Watched(chromium)
    watched.tab.set_default_timeout(20_000)
    watched.tab.goto(f"{room.url}/add")
    watched.tab.get_by_label("Text or HTML").fill(PAGE)
    watched.tab.get_by_label("Its address").fill("https://example.org/ferries")
    watched.tab.get_by_role("button", name="Add").click()
    expect(watched.tab.get_by_role("heading", level=1)).to_have_text("博茨瓦纳外长访问蒙古国")
    expect(watched.tab.locator(".statements .card").first).to_be_visible()
    expect(watched.tab.get_by_role("link", name="the page in the web")).to_have_attribute("href", "https://example.org/ferries")
    watched.done()


def test_dropped_files_are_followed(chromium: Any, open_room: Callable[..., Served], tmp_path: Path) -> None:
    room = open_room()
    files = {"one.txt": PAGE, "two.txt": OTHER, "three.txt": ""}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\0\1\2" * 50)
    watched = Watched(chromium)
    watched.tab.goto(f"{room.url}/add")
    watched.tab.locator("#files").set_input_files([tmp_path / name for name in (*files, "bad.txt")])
    expect(watched.tab.locator("#chosen")).to_contain_text("one.txt, two.txt")
    watched.tab.get_by_role("button", name="Add").click()
    expect(watched.tab.get_by_text("Done: 3 pages")).to_be_visible(timeout=20_000)
    rows = watched.tab.locator("tbody tr")
    expect(rows.filter(has_text=re.compile("bad.txt.*failed"))).to_have_count(1)
    rows.get_by_role("link").first.click()
    expect(watched.tab.locator(".card").first).to_be_visible()
    watched.done()


def test_files_are_dropped_on_their_field(chromium: Any, open_room: Callable[..., Served]) -> None:
    watched = Watched(chromium)
    watched.tab.goto(f"{open_room().url}/add")
    moved = watched.tab.evaluate_handle(
        "() => { const moved = new DataTransfer(); moved.items.add(new File(['x'], 'dropped.txt')); return moved; }"
    )
    watched.tab.dispatch_event("#drop", "drop", {"dataTransfer": moved})
    expect(watched.tab.locator("#chosen")).to_have_text("dropped.txt")
    watched.done()


def test_page_that_is_there_is_not_added_again(open_room: Callable[..., Served]) -> None:
    room = open_room()
    visit = Visit(room.url)
    places = {visit.post("/add", {"text": PAGE}).headers["location"] for _ in range(2)}
    assert len(places) == 1
    assert visit.get(places.pop()).status_code == 200


def test_file_is_never_taken_for_one_of_this_machine(open_room: Callable[..., Served], tmp_path: Path) -> None:
    room = open_room()
    own = tmp_path / "own.txt"
    own.write_text(OTHER, encoding="utf-8")
    visit = Visit(room.url)
    answer = visit.post("/add", files={"files": (str(own), PAGE.encode())})
    told = visit.get(answer.headers["location"].partition("#")[0] + ".json").json()
    assert told["kept"]["address"].startswith("sha256:")
    assert str(tmp_path) not in str(told)


@pytest.mark.parametrize("form", [{}, {"text": "  "}, {"text": "一", "url": "javascript:alert(1)"}])
def test_nothing_and_nonsense_are_refused(visit: Visit, form: dict[str, str]) -> None:
    assert visit.post("/add", form).status_code == 400


def test_unknown_batch(visit: Visit) -> None:
    assert visit.get("/add/nothing").status_code == 404
