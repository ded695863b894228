"""Correcting with keys, mouse and touch, alone and two at a time."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import expect

from tests.web.conftest import Served, Visit, Watched
from verbale.ledger.telling import Told
from verbale.web.accounts import Accounts

WORD = "a long word of passage"


@pytest.fixture
def own(open_room: Callable[..., Served]) -> Served:
    return open_room()


@pytest.fixture
def watched(chromium: Any) -> Iterator[Watched]:
    told = Watched(chromium)
    yield told
    told.done()


def waiting(room: Served, *categories: str) -> list[Told]:
    return room.gate.desk.ledger.judgements.queue(1000, categories)


def opened(watched: Watched, room: Served, asked: str = "") -> Any:
    watched.tab.goto(f"{room.url}/queue{asked}")
    expect(watched.tab.locator("[data-focus]")).to_be_focused()
    return watched.tab


def pressed(tab: Any, key: str) -> None:
    """Press a key and wait until what it asked for is there."""
    tab.evaluate("document.getElementById('desk').dataset.old = 1")
    tab.keyboard.press(key)
    expect(tab.locator("#desk:not([data-old])")).to_be_attached()
    expect(tab.locator("#desk [data-focus]")).to_be_focused()


def shown(tab: Any) -> str:
    return str(tab.locator("#judge [name=item]").input_value())


def made(room: Served) -> list[tuple[str, str, bool]]:
    return [(one.verdict, one.at.item, one.undone is not None) for one in room.gate.desk.ledger.judgements.history()]


def test_next_leads_through_the_queue_in_the_order_of_doubt(watched: Watched, own: Served) -> None:
    every = [one.id for one in waiting(own)]
    tab = opened(watched, own)
    for item in every[:5]:
        assert shown(tab) == item
        pressed(tab, " ")
    assert not made(own)
    assert [one["id"] for one in Visit(own.url).get("/queue.json?limit=500").json()["waiting"]] == every[:500]


def test_accept_goes_on_says_so_and_undo_comes_back(watched: Watched, own: Served) -> None:
    first, second = (one.id for one in waiting(own)[:2])
    tab = opened(watched, own)
    pressed(tab, "a")
    assert shown(tab) == second
    expect(tab.locator("#claim")).to_be_focused()
    expect(tab.locator("#announce[aria-live]")).to_have_text("Right")
    assert first not in {one.id for one in waiting(own)}
    pressed(tab, "u")
    assert shown(tab) == first
    expect(tab.locator("#announce")).to_have_text("Undone")
    assert made(own) == [("accept", first, True)]
    assert waiting(own)[0].id == first


def test_undo_takes_back_more_than_one(watched: Watched, own: Served) -> None:
    tab = opened(watched, own)
    for key in ("a", "x", "u", "u"):
        pressed(tab, key)
    assert [undone for *_, undone in made(own)] == [True, True]


def test_what_was_rejected_is_shown_nowhere_until_undone_from_the_history(watched: Watched, own: Served) -> None:
    first = waiting(own)[0]
    tab = opened(watched, own)
    pressed(tab, "x")
    assert first.id not in Visit(own.url).get(f"/pages/{first.page}").text
    tab.goto(f"{own.url}/queue?item={first.id}")
    expect(tab.get_by_role("heading", name="shown nowhere any more")).to_be_focused()
    tab.goto(f"{own.url}/judgements")
    tab.get_by_role("button", name="Undo").click()
    expect(tab.locator(".taken-back")).to_be_visible()
    assert own.gate.desk.ledger.items(first.id)


def test_mouse_and_touch_do_what_keys_do(chromium: Any, own: Served) -> None:
    first, second, third = (one.id for one in waiting(own)[:3])
    phone = Watched(chromium, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    tab = opened(phone, own)
    for name, following in (("Right", second), ("Wrong", third)):
        tab.get_by_role("button", name=name, exact=True).tap()
        expect(tab.locator("#judge [name=item]")).to_have_value(following)
    assert [told[:2] for told in made(own)] == [("accept", first), ("reject", second)]
    assert tab.evaluate("document.documentElement.scrollWidth") == 390
    phone.done()


def test_everything_works_without_scripts(chromium: Any, own: Served) -> None:
    first, second = (one.id for one in waiting(own)[:2])
    plain = Watched(chromium, java_script_enabled=False)
    plain.tab.goto(f"{own.url}/queue")
    plain.tab.get_by_label("Why").fill("read it twice")
    plain.tab.get_by_role("button", name="Wrong").click()
    assert shown(plain.tab) == second
    expect(plain.tab.locator(".done")).to_contain_text("read it twice")
    plain.tab.get_by_role("link", name="Edit").click()
    expect(plain.tab.get_by_role("button", name="Keep these values")).to_be_visible()
    assert made(own) == [("reject", first, False)]
    plain.done()


def test_keys_do_nothing_while_somebody_writes(watched: Watched, own: Served) -> None:
    tab = opened(watched, own)
    tab.get_by_label("Why").click()
    tab.keyboard.type("xa u")
    tab.keyboard.press("Enter")
    expect(tab.get_by_label("Why")).to_have_value("xa u")
    assert not made(own)
    pressed(tab, "a")
    assert own.gate.desk.ledger.judgements.history()[0].reason == "xa u"


def test_question_mark_shows_the_keys(watched: Watched, own: Served) -> None:
    tab = opened(watched, own)
    tab.keyboard.press("?")
    expect(tab.get_by_role("dialog")).to_contain_text("Not of this event")
    tab.keyboard.press("x")
    tab.keyboard.press("?")
    expect(tab.get_by_role("dialog")).to_be_hidden()
    assert not made(own)


def test_every_field_rule_and_confidence_are_shown(watched: Watched, own: Served) -> None:
    one = next(told for told in waiting(own, "act") if told.words)
    tab = opened(watched, own, f"?item={one.id}")
    expect(tab.locator(".because")).to_contain_text(one.rule)
    expect(tab.locator(".because")).to_contain_text(f"{one.confidence:.0%}")
    expect(tab.locator(".fields")).to_contain_text(one.words)
    assert "".join(tab.locator("#passage .here").all_inner_texts()).count(one.words) == 1
    for name in ("Kind", "Who", "To whom", "Certainty", "Day", "Place", "According to"):
        expect(tab.locator(".fields dt", has_text=re.compile(f"^{name}$"))).to_be_visible()


def edited(room: Served, one: Told) -> Any:
    record = room.gate.desk.ledger.record(one.page)
    return next(item for item in (*record.statements, *record.acts, *record.meetings) if item.id == one.id)


def test_edit_by_keys(watched: Watched, own: Served) -> None:
    one = waiting(own, "act")[0]
    tab = opened(watched, own, f"?item={one.id}")
    pressed(tab, "e")
    tab.get_by_role("combobox", name="Kind").select_option("appeal")
    tab.get_by_label("Certainty").select_option("planned")
    tab.get_by_label("Day", exact=True).fill("2026-02-03..2026-02-05")
    tab.get_by_label("Who 1").fill("UKR")
    tab.get_by_label("Day", exact=True).press("Enter")
    expect(tab.locator(".done")).to_contain_text("Edited")
    after = edited(own, one)
    assert (after.kind, after.modality, after.actors) == ("appeal", "planned", ("UKR",))
    assert (str(after.date.start), str(after.date.end)) == ("2026-02-03", "2026-02-05")
    judgement = own.gate.desk.ledger.judgements.history()[0]
    assert judgement.changes.keys() <= {"kind", "modality", "date", "actors"}, "what was not touched is not part of the edit"


def test_escape_leaves_the_form(watched: Watched, own: Served) -> None:
    tab = opened(watched, own)
    first = shown(tab)
    pressed(tab, "e")
    tab.keyboard.press("Escape")  # out of the field
    tab.keyboard.press("Escape")
    expect(tab.locator("#claim")).to_be_focused()
    assert shown(tab) == first


def test_selecting_words_gives_offsets_in_code_points(watched: Watched, own: Served) -> None:
    one = next(told for told in waiting(own, "statement") if len(told.words) > 8)
    text = own.gate.desk.ledger.record(one.page).page.text
    tab = opened(watched, own, f"?item={one.id}&open=edit")
    field = tab.get_by_label("Words 1")
    field.click()
    box = tab.locator("#passage .here").first.bounding_box()
    tab.mouse.move(box["x"] + 2, box["y"] + 8)
    tab.mouse.down()
    tab.mouse.move(box["x"] + 60, box["y"] + 8, steps=4)
    tab.mouse.up()
    expect(field).to_have_value(re.compile(r"^\d+-\d+$"))
    start, stop = map(int, field.input_value().split("-"))
    words = tab.evaluate("String(getSelection())")
    assert text[start:stop] == words
    expect(tab.locator("[data-span].active output")).to_have_text(words)
    tab.get_by_role("button", name="Keep these values").click()
    expect(tab.locator(".done")).to_contain_text(words)
    assert [(span.start, span.end) for span in edited(own, one).content] == [(start, stop)]


def test_ends_of_words_move_by_keys(watched: Watched, own: Served) -> None:
    one = next(told for told in waiting(own, "position") if len(told.words) > 4)
    text = own.gate.desk.ledger.record(one.page).page.text
    tab = opened(watched, own, f"?item={one.id}&open=edit")
    field = tab.get_by_label("Words 1")
    start, stop = map(int, field.input_value().split("-"))
    for name in ("Begin one character later", "End one character earlier", "End one character earlier"):
        tab.get_by_role("button", name=name).first.focus()
        tab.keyboard.press("Enter")
    expect(field).to_have_value(f"{start + 1}-{stop - 2}")
    expect(tab.locator("[data-span] output").first).to_have_text(text[start + 1 : stop - 2])


def test_what_cannot_be_kept_is_told_and_stays_written(watched: Watched, own: Served) -> None:
    one = waiting(own, "act")[0]
    tab = opened(watched, own, f"?item={one.id}&open=edit")
    tab.get_by_label("Day", exact=True).fill("2026-02-31")
    tab.get_by_label("Who 1").fill("nobody knows whom")
    tab.get_by_label("Why").fill("a reason")
    tab.get_by_role("button", name="Keep these values").click()
    alert = tab.get_by_role("alert")
    expect(alert).to_be_focused()
    expect(alert).to_contain_text("nobody knows whom")
    expect(tab.get_by_label("Day", exact=True)).to_have_value("2026-02-31")
    expect(tab.get_by_label("Who 1")).to_have_value("nobody knows whom")
    expect(tab.get_by_label("Why")).to_have_value("a reason")
    tab.get_by_label("Who 1").fill("UKR")
    tab.get_by_label("Day", exact=True).fill("2026-02-28")
    tab.get_by_role("button", name="Keep these values").click()
    expect(tab.locator(".done")).to_contain_text("Edited")
    assert str(edited(own, one).date.start) == "2026-02-28"
    watched.faults = [fault for fault in watched.faults if "422" not in fault]  # the browser tells of the refusal


def test_parties_of_other_pages_are_suggested(watched: Watched, own: Served) -> None:
    one = waiting(own, "act")[0]
    tab = opened(watched, own, f"?item={one.id}&open=edit")
    here = {entity.id for entity in own.gate.desk.ledger.record(one.page).entities}
    there = next(party for party in ("VEN", "UKR", "SGP", "MNG", "IRN") if party not in here)
    tab.get_by_label("Who 1").fill(there.lower())
    expect(tab.locator(f'#parties option[value="{there}"]')).to_have_count(1)
    assert here <= set(tab.locator("#parties option").evaluate_all("all => all.map(one => one.value)"))


def test_sides_of_a_meeting_are_edited_one_by_one(watched: Watched, own: Served) -> None:
    one = waiting(own, "meeting")[0]
    person = next(party.id for party in one.parties if party.role == "person")
    tab = opened(watched, own, f"?item={one.id}&open=edit")
    tab.get_by_label("Side 1", exact=True).fill("UKR")
    tab.get_by_label("Person of side 1 1").fill(person)
    tab.get_by_role("group", name="Sides").get_by_role("button", name="one more").first.click()
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name="Keep these values").click()
    expect(tab.locator(".done")).to_contain_text("Edited")
    sides = edited(own, one).sides
    assert sides["UKR"][0] == person


def homes(room: Served, *several: Told) -> list[str | None]:
    known = room.gate.desk.ledger.homes()
    return [known.get((one.page, one.id)) for one in several]


def test_merge_by_number_and_split_by_key(watched: Watched, own: Served) -> None:
    ledger, told = own.gate.desk.ledger, waiting(own, "act", "meeting")
    visit = Visit(own.url)
    one = next(item for item in told if visit.get(f"/queue.json?item={item.id}&open=merge").json()["likely"])
    near = visit.get(f"/queue.json?item={one.id}&open=merge").json()["likely"][0]
    tab = opened(watched, own, f"?item={one.id}")
    pressed(tab, "m")
    expect(tab.locator(".likely li").first).to_contain_text(near["item"]["citation"])
    pressed(tab, "1")
    expect(tab.locator("#announce")).to_have_text("Same event")
    assert shown(tab) == one.id, "the item itself still waits to be judged"
    other = next(item for item in ledger.items(near["item"]["id"]) if item.id == near["item"]["id"])
    assert len(set(homes(own, one, other))) == 1
    pressed(tab, "s")
    expect(tab.locator("#announce")).to_have_text("Not of the event")
    assert len(set(homes(own, one, other))) == 2


def test_merge_by_id_and_a_wrong_one_is_refused(watched: Watched, own: Served) -> None:
    one, other = waiting(own, "meeting")[:2]
    assert len(set(homes(own, one, other))) == 2
    tab = opened(watched, own, f"?item={one.id}&open=merge")
    tab.get_by_label("Or another").fill("nothing:1 2-3")
    tab.get_by_label("Or another").press("Enter")
    expect(tab.get_by_role("alert")).to_contain_text("nothing:1 2-3")
    tab.get_by_label("Or another").fill(other.id)
    tab.get_by_role("button", name="It is this one").click()
    expect(tab.locator(".done")).to_contain_text("Same event")
    assert len(set(homes(own, one, other))) == 1
    watched.faults = [fault for fault in watched.faults if "422" not in fault]


def test_two_at_once_the_slower_sees_the_faster(chromium: Any, own: Served) -> None:
    one = waiting(own)[0]
    slow, fast = Watched(chromium), Watched(chromium)
    fast.context.add_cookies([{"name": "verbale_judge", "value": "boris", "url": own.url}])
    for each in (slow, fast):
        opened(each, own, f"?item={one.id}")
    pressed(fast.tab, "a")
    pressed(slow.tab, "x")
    alert = slow.tab.get_by_role("alert")
    expect(alert).to_be_focused()
    expect(alert).to_contain_text("Somebody judged this while you were looking at it")
    expect(alert).to_contain_text("boris")
    assert shown(slow.tab) == one.id
    assert made(own) == [("accept", one.id, False)]
    pressed(slow.tab, "x")  # having seen it
    assert [told[0] for told in made(own)] == ["accept", "reject"]
    assert [fault for fault in slow.faults if "409" not in fault] == []
    slow.context.close()
    fast.done()


def test_two_at_once_what_the_slower_wrote_is_not_lost(chromium: Any, own: Served) -> None:
    one = waiting(own, "act")[0]
    slow, fast = Watched(chromium), Watched(chromium)
    for each in (slow, fast):
        opened(each, own, f"?item={one.id}&open=edit")
    fast.tab.get_by_label("Certainty").select_option("denied")
    fast.tab.get_by_role("button", name="Keep these values").click()
    expect(fast.tab.locator(".done")).to_contain_text("denied")
    slow.tab.get_by_label("Certainty").select_option("possible")
    slow.tab.get_by_role("button", name="Keep these values").click()
    expect(slow.tab.get_by_label("Certainty")).to_have_value("denied")
    expect(slow.tab.locator(".you-wrote")).to_contain_text("possible")
    slow.context.close()
    fast.done()


def test_two_at_once_what_the_faster_rejected_is_gone_for_the_slower(chromium: Any, own: Served) -> None:
    one = waiting(own)[0]
    slow = Watched(chromium)
    opened(slow, own, f"?item={one.id}")
    Visit(own.url).post("/queue", {"verdict": "reject", "item": one.id}, form="/queue")
    pressed(slow.tab, "a")
    expect(slow.tab.get_by_role("alert")).to_contain_text("Wrong")
    expect(slow.tab.get_by_role("heading", name="shown nowhere any more")).to_be_visible()
    slow.tab.get_by_role("alert").get_by_role("button", name="Undo").click()
    expect(slow.tab.locator("#judge [name=item]")).to_have_value(one.id)
    slow.context.close()


def test_page_judges_in_place(watched: Watched, own: Served) -> None:
    tab = watched.tab
    tab.goto(f"{own.url}/pages/wire-ukraine-2025")
    card = tab.locator(".statements .card").first
    item = card.get_attribute("data-id")
    card.get_by_role("button", name="Wrong").click()
    expect(card.locator(".verdict")).to_have_text("Wrong")
    expect(card.get_by_role("button", name="Right")).to_have_count(0)
    assert not own.gate.desk.ledger.items(item)
    card.get_by_role("button", name="Undo").click()
    expect(card.get_by_role("button", name="Right")).to_be_visible()
    assert own.gate.desk.ledger.items(item)
    card.locator("blockquote").click()
    tab.keyboard.press("a")
    expect(card.locator(".verdict")).to_have_text("Right")
    assert made(own)[-1] == ("accept", item, False)
    tab.keyboard.press("e")
    expect(tab.get_by_role("button", name="Keep these values")).to_be_visible()


def test_page_tells_of_a_clash_in_place(watched: Watched, own: Served) -> None:
    tab = watched.tab
    tab.goto(f"{own.url}/pages/wire-ukraine-2025")
    card = tab.locator(".statements .card").first
    Visit(own.url).post("/queue", {"verdict": "accept", "item": card.get_attribute("data-id")}, form="/queue")
    card.get_by_role("button", name="Wrong").click()
    expect(card.get_by_role("alert")).to_contain_text("Somebody judged this")
    expect(card.locator(".verdict")).to_have_text("Right")
    watched.faults = [fault for fault in watched.faults if "409" not in fault]


def test_event_judges_and_splits_in_place(watched: Watched, own: Served) -> None:
    one, other = waiting(own, "meeting")[:2]
    visit = Visit(own.url)
    visit.post("/queue", {"verdict": "merge", "item": one.id, "other": other.id}, form="/queue")
    event = homes(own, one)[0]
    watched.tab.goto(f"{own.url}/events/{event}")
    controls = watched.tab.locator(f"#judging-{one.page}-{one.id}")
    expect(controls.locator(".verdict")).to_have_text("Same event")
    controls.get_by_role("button", name="Not of this event").click()
    expect(controls.locator(".verdict")).to_have_text("Not of the event")
    assert len(set(homes(own, one, other))) == 2


def test_readers_see_what_was_judged_but_do_not_judge(open_room: Callable[..., Served], tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "accounts.json")
    accounts.keep("ada", "reader", WORD)
    accounts.keep("bo", "editor", WORD)
    room = open_room(accounts=tmp_path / "accounts.json")
    one = waiting(room, "statement")[0]
    visits = {name: Visit(room.url) for name in ("ada", "bo")}
    for name, visit in visits.items():
        visit.post("/login", {"name": name, "password": WORD}, form="/login")
    visits["bo"].post("/queue", {"verdict": "accept", "item": one.id, "reason": "seen"}, form="/queue")
    assert [(told.judge, told.reason) for told in room.gate.desk.ledger.judgements.history()] == [("bo", "seen")]
    reader = visits["ada"]
    assert reader.get("/queue").status_code == 403
    assert reader.get("/queue/parties.json?q=a").status_code == 403
    for path, sent in (("/queue", {"verdict": "reject", "item": one.id}), ("/queue/undo", {"number": "1"}), ("/queue/name", {"name": "x"})):
        assert reader.post(path, sent).status_code == 403
    page = reader.get(f"/pages/{one.page}").text
    assert 'class="verdict accept"' in page
    assert 'action="/queue' not in page
    history = reader.get("/judgements").text
    assert "seen" in history
    assert 'action="/queue' not in history
    assert made(room) == [("accept", one.id, False)]


def test_names_are_those_of_accounts_else_what_is_told(own: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERBALE_JUDGE", "machine")
    visit = Visit(own.url)
    assert visit.get("/queue.json").json()["judge"] == "machine"
    assert visit.post("/queue/name", {"name": "  顾\x00 岚 "}, form="/queue").headers["location"] == "/queue"
    assert visit.get("/queue.json").json()["judge"] == "顾 岚"
    visit.post("/queue", {"verdict": "accept", "item": waiting(own)[0].id}, form="/queue")
    assert own.gate.desk.ledger.judgements.last("顾 岚").verdict == "accept"
    visit.post("/queue/name", {"name": ""}, form="/queue")
    assert visit.get("/queue.json").json()["judge"] == "machine"
    assert visit.post("/queue/name", {"name": "x", "back": "https://elsewhere.example/"}, form="/queue").headers["location"] == "/"


def test_history_is_a_page_data_and_a_table(own: Served) -> None:
    visit, told = Visit(own.url), waiting(own, "act")[:2]
    visit.post("/queue", {"verdict": "edit", "item": told[0].id, "field.modality": "possible"}, form="/queue")
    visit.post("/queue", {"verdict": "accept", "item": told[1].id}, form="/queue")
    visit.post("/queue/undo", form="/queue")
    data = visit.get("/judgements.json").json()["judgements"]
    assert [(one["verdict"], bool(one.get("undone"))) for one in data] == [("accept", True), ("edit", False)]
    rows = list(csv.DictReader(io.StringIO(visit.get(f"/judgements.csv?item={told[0].id}").text)))
    assert [(row["verdict"], row["item"], row["changes"]) for row in rows] == [("edit", told[0].id, "modality=possible")]
    shown = visit.get(f"/judgements?page={told[0].page}").text
    assert "undone by" in visit.get("/judgements").text
    assert told[0].citation.strip("[]").split(" ")[1] in shown
    assert visit.get("/judgements?page=nope").status_code == 404
    rows = list(csv.DictReader(io.StringIO(visit.get("/queue.csv?category=act&limit=7").text)))
    assert [row["category"] for row in rows] == ["act"] * 7


def test_nonsense_is_refused(own: Served) -> None:
    visit, one = Visit(own.url), waiting(own, "act")[0]
    assert visit.post("/queue", {"verdict": "praise", "item": one.id}, form="/queue").status_code == 422
    assert visit.post("/queue", {"verdict": "accept", "item": "0000"}, form="/queue").status_code == 404
    assert visit.post("/queue", {"verdict": "edit", "item": one.id}, form="/queue").status_code == 422
    assert visit.post("/queue", {"verdict": "edit", "item": one.id, "field.kind": "dance"}, form="/queue").status_code == 422
    assert visit.post("/queue", {"verdict": "accept", "item": one.id, "token": "0"}, form=None).status_code == 403
    assert visit.post("/queue/undo", {"number": "999"}, form="/queue").status_code == 409
    assert visit.get("/queue?item=0000").status_code == 404
    assert visit.get("/queue?after=somewhere").status_code == 422
    assert not made(own)


def test_pages_of_the_same_text_are_judged_apart(own: Served) -> None:
    ledger, visit = own.gate.desk.ledger, Visit(own.url)
    text = ledger.record("hostile").page
    list(ledger.add([msgspec.structs.replace(text, url=f"https://example.org/{number}") for number in range(2)]))
    one = next(item for item in waiting(own, "act") if len(ledger.items(item.id)) > 1)
    same = ledger.items(one.id)
    assert len(same) == 3
    for verdict, item in zip(("accept", "reject"), same[1:], strict=True):
        assert visit.post("/queue", {"verdict": verdict, "item": item.id, "of": item.page, "seen": "0-0"}, form="/queue").status_code == 303
    assert [(told.verdict, told.page) for told in ledger.judgements.history()] == [("accept", same[1].page), ("reject", same[2].page)]
    assert [(item.page, item.confidence == 1) for item in ledger.items(one.id)] == [(same[0].page, False), (same[1].page, True)]
    assert visit.get(f"/queue.json?item={one.id}&of={same[1].page}").json()["seen"] == "1-0"
    assert visit.get(f"/queue.json?item={one.id}&of={same[0].page}").json()["seen"] == "0-0"
