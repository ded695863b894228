"""The views for reading, with real clicks and keys."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.web.conftest import Served, Watched

PAGE = "/pages/wire-ukraine-2025"


def test_home_remembers_what_was_seen(tab: Any, room: Served) -> None:
    tab.goto(room.url)
    expect(tab.get_by_role("heading", name="Latest pages")).to_be_visible()
    expect(tab.locator(".minutes .told").first).to_be_visible()
    tab.get_by_role("button", name="Remember this point").click()
    expect(tab.get_by_text("Nothing has come in since")).to_be_visible()


def test_home_leads_to_the_passage(tab: Any, room: Served) -> None:
    tab.goto(f"{room.url}/?on=2025-06-30")
    tab.locator(".told .cite").first.click()
    expect(tab.locator(".cited").first).to_be_in_viewport()
    expect(tab.locator(".card.chosen")).to_have_count(1)
    assert "".join(tab.locator(".lit").all_inner_texts())


def test_record_lights_its_words_and_words_their_record(tab: Any, room: Served) -> None:
    tab.goto(room.url + PAGE)
    card = tab.locator(".statements .card").first
    card.click()
    expect(card).to_have_class(re.compile("chosen"))
    lit = "".join(tab.locator(".lit").all_inner_texts())
    words = card.locator("blockquote").inner_text()
    assert all(part in lit for part in words.split(" … "))
    tab.locator(".line [data-records]").last.click()
    expect(tab.locator(".card.chosen")).to_have_count(1)
    expect(card).not_to_have_class(re.compile("chosen"))
    tab.keyboard.press("Escape")
    expect(tab.locator(".lit, .chosen")).to_have_count(0)


def test_keys_step_through_the_records(tab: Any, room: Served) -> None:
    tab.goto(room.url + PAGE)
    tab.keyboard.press("j")
    expect(tab.locator("#r1")).to_have_class(re.compile("chosen"))
    tab.keyboard.press("j")
    expect(tab.locator("#r2")).to_be_focused()
    tab.keyboard.press("k")
    expect(tab.locator("#r1")).to_have_class(re.compile("chosen"))


def test_each_record_says_why_it_is_there(tab: Any, room: Served) -> None:
    tab.goto(room.url + PAGE)
    card = tab.locator(".card").first
    expect(card.locator(".because")).to_be_hidden()
    card.click()
    expect(card.locator(".because code")).to_be_visible()


def test_selected_words_get_an_address_in_code_points(tab: Any, room: Served) -> None:
    tab.goto(room.url + PAGE)
    tab.evaluate(
        """() => {
          const words = document.querySelectorAll(".words")[2];
          const range = document.createRange();
          const first = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
          range.setStart(first, 1); range.setEnd(first, 3);
          getSelection().removeAllRanges(); getSelection().addRange(range);
        }"""
    )
    expect(tab.locator("#picked")).to_be_visible()
    words = tab.evaluate("String(getSelection())")
    tab.locator("#picked a").click()
    tab.wait_for_url("**at=*")
    assert "".join(tab.locator(".cited").all_inner_texts()) == words


def test_layers_can_be_switched_off(tab: Any, room: Served) -> None:
    tab.goto(room.url + PAGE)
    said = tab.locator(".words .said:not(.anchor)").first
    shown = said.evaluate("one => getComputedStyle(one).backgroundColor")
    tab.get_by_role("checkbox", name="words said").uncheck()
    assert said.evaluate("one => getComputedStyle(one).backgroundColor") != shown


def test_junk_is_greyed_but_there(tab: Any, room: Served) -> None:
    tab.goto(room.url + "/pages/taiwan-venezuela-2026")
    junk = tab.locator(".line.junk")
    assert junk.count()
    expect(junk.first).to_be_visible()


def test_search_narrows_without_leaving(tab: Any, room: Served) -> None:
    tab.goto(room.url)
    tab.keyboard.press("/")
    tab.keyboard.type("谈判")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?q=*")
    every = tab.locator(".hit").count()
    assert every > 1
    expect(tab.locator("mark").first).to_have_text(re.compile("谈判|談判"))
    tab.get_by_label("Kind").select_option("meeting")
    tab.wait_for_url("**kind=meeting**")
    expect(tab.locator(".hit")).not_to_have_count(every)
    tab.go_back()
    expect(tab.locator(".hit")).to_have_count(every)


def test_facet_is_in_the_address_and_can_be_taken_away(tab: Any, room: Served) -> None:
    tab.goto(f"{room.url}/search?q=谈判")
    every = tab.locator(".hit").count()
    tab.locator(".facets .facet a").first.click()
    tab.wait_for_url("**party=**")
    assert tab.locator(".hit").count() < every
    tab.locator(".facets .chips a").click()
    expect(tab.locator(".hit")).to_have_count(every)


def test_citation_leads_to_its_passage(tab: Any, room: Served) -> None:
    tab.goto(room.url + PAGE)
    citation = tab.locator(".card .cite").first.inner_text()
    tab.locator("#find").fill(citation)
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/pages/wire-ukraine-2025?at=*")
    expect(tab.locator(".cited").first).to_be_in_viewport()


def test_party_by_any_name(tab: Any, room: Served) -> None:
    tab.goto(f"{room.url}/parties/乌克兰")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("乌克兰")
    expect(tab.locator("#met")).to_be_visible()
    tab.get_by_role("link", name="Statements", exact=True).first.click()
    expect(tab.locator(".told.statement").first).to_be_visible()
    expect(tab.locator(".told.meeting")).to_have_count(0)


def test_lists_can_be_narrowed(tab: Any, room: Served) -> None:
    tab.goto(f"{room.url}/timeline")
    every = tab.locator(".told").count()
    tab.get_by_label("Party").fill("UKR")
    tab.get_by_role("button", name="Show").click()
    tab.wait_for_url("**party=UKR**")
    expect(tab.locator(".told")).not_to_have_count(every)


def test_keys_are_shown_and_lead_on(tab: Any, room: Served) -> None:
    tab.goto(room.url)
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Skip to the content")).to_be_focused()
    tab.keyboard.press("Enter")
    tab.keyboard.press("?")
    expect(tab.locator("dialog")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.locator("dialog")).to_be_hidden()
    tab.keyboard.press("g")
    tab.keyboard.press("t")
    tab.wait_for_url("**/timeline")
    tab.keyboard.press("j")
    expect(tab.locator(".told.now")).to_have_count(1)


def test_interface_speaks_chinese_and_goes_dark(tab: Any, room: Served) -> None:
    tab.goto(room.url)
    paper = tab.locator("body").evaluate("one => getComputedStyle(one).backgroundColor")
    tab.get_by_role("link", name="中文").click()
    expect(tab.get_by_role("link", name="首页").first).to_be_visible()
    tab.get_by_role("link", name="深色").click()
    assert tab.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") != paper
    tab.goto(f"{room.url}/pages")
    expect(tab.get_by_role("heading", name="网页")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/timeline", "/search?q=谈判", "/parties", "/parties/UKR", "/pages", PAGE, "/add", "/api"])
def test_nothing_is_wider_than_a_phone(chromium: Any, room: Served, path: str) -> None:
    phone = Watched(chromium, viewport={"width": 390, "height": 844})
    phone.tab.goto(room.url + path)
    assert phone.tab.evaluate("document.documentElement.scrollWidth") <= 390
    phone.done()


def test_readable_without_scripts(chromium: Any, room: Served) -> None:
    plain = Watched(chromium, java_script_enabled=False)
    plain.tab.goto(room.url + PAGE)
    expect(plain.tab.locator(".card .because").first).to_be_hidden()
    expect(plain.tab.locator(".card blockquote").first).to_be_visible()
    plain.tab.goto(f"{room.url}/search?q=谈判")
    plain.tab.get_by_label("Kind").select_option("meeting")
    plain.tab.get_by_role("button", name="Search").click()
    plain.tab.wait_for_url("**kind=meeting**")
    plain.done()
