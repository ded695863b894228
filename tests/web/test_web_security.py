"""Pages are hostile, other sites too; nobody comes in who should not."""

import contextlib
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from tests.web.conftest import EVIL, Served, Visit, Watched
from verbale.cli import main
from verbale.errors import UsageError
from verbale.web.accounts import Accounts
from verbale.web.rendering import web_url
from verbale.web.settings import LARGEST_FORM, Settings
from verbale.web.tables import csv_of

WORD = "a long word of passage"
VIEWS = (
    "/",
    "/timeline",
    "/promises",
    "/positions",
    "/parties",
    "/pages",
    "/pages/hostile",
    "/search?q=文本",
    "/add",
    "/queue?page=hostile",
    "/api",
    "/nothing",
)


def posts(app: Any) -> list[str]:
    """The addresses that take forms."""
    return [path for path, told in app.openapi()["paths"].items() if "post" in told]


@pytest.mark.parametrize("path", VIEWS)
def test_hostile_page_stays_text(visit: Visit, path: str) -> None:
    answer = visit.get(path)
    assert EVIL not in answer.text
    assert "<script>" not in answer.text
    assert "onerror=alert(1)>" not in answer.text
    assert 'href="javascript:' not in answer.text.lower()


def test_hostile_page_does_nothing_in_a_browser(tab: Any, room: Served) -> None:
    tab.goto(f"{room.url}/pages/hostile")
    assert "robbed" not in tab.title().removeprefix(tab.locator("h1").inner_text())
    expect(tab.locator("h1")).to_contain_text("<script>")
    expect(tab.locator("main img")).to_have_count(0)


@pytest.mark.parametrize("path", VIEWS)
def test_policy_is_strict(visit: Visit, path: str) -> None:
    headers = visit.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
    body = visit.get(path).text
    assert not re.search(r"<style|<[^>]*\s(?:style|on\w+)=|<script(?![^>]* src=)", body)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", " javascript:x", "//example.org", "ftp://example.org", "http://[", "", None]
)
def test_only_addresses_of_the_web_are_followed(url: str | None) -> None:
    assert web_url(url) is None


def test_addresses_of_the_web_are_kept() -> None:
    assert web_url("https://example.org/a?b=1") == "https://example.org/a?b=1"


def test_every_form_needs_its_token(room: Served, visit: Visit) -> None:
    found = posts(room.gate.app)
    assert len(found) >= 3
    for path in found:
        for form in ({}, {"token": "0" * 64}):
            assert visit.post(path.replace("{", "").replace("}", ""), form, form=None).status_code == 403


def test_token_of_another_visitor_is_refused(room: Served) -> None:
    other = Visit(room.url).token()
    mine = Visit(room.url)
    mine.token()
    assert mine.post("/seen", {"token": other, "last": 1}, form=None).status_code == 403


@pytest.mark.parametrize("headers", [{"Origin": "https://elsewhere.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_form_from_elsewhere_is_refused(visit: Visit, headers: dict[str, str]) -> None:
    assert visit.post("/seen", {"last": 1}, headers=headers).status_code == 403
    assert visit.post("/seen", {"last": 1}).status_code == 303


def test_other_names_do_not_reach_this_machine(visit: Visit) -> None:
    assert visit.get("/", headers={"Host": "rebound.example"}).status_code == 421


def test_large_requests_are_refused(visit: Visit, room: Served) -> None:
    assert visit.get("/", headers={"Content-Length": str(LARGEST_FORM + 1)}).status_code == 413
    port, answer = int(room.url.rpartition(":")[2]), b""
    with socket.create_connection(("127.0.0.1", port), 10) as line, contextlib.suppress(OSError):
        line.sendall(b"POST /seen HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n")
        line.sendall(b"Content-Type: application/x-www-form-urlencoded\r\n\r\n")
        for _ in range(64):
            line.sendall(b"10000\r\n" + b"a" * 65536 + b"\r\n")
        answer = line.recv(65536)
    assert not answer.startswith((b"HTTP/1.1 2", b"HTTP/1.1 3"))


def test_faults_are_told_without_a_trace(room: Served, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def __getattr__(self, name: str) -> None:
            raise RuntimeError("a secret")

    monkeypatch.setattr(room.gate.desk, "ledger", Broken())
    for path in ("/timeline", "/timeline.json"):
        answer = visit.get(path, headers={"Connection": "close"})  # as the server does after a fault
        assert answer.status_code == 500
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text
        assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1"])
def test_tables_hold_no_formulas(value: str) -> None:
    cell = csv_of(["a"], [{"a": value}]).decode().partition("\n")[2]
    assert cell.lstrip('"').startswith("'")
    assert csv_of(["a"], [{"a": -1}]) == b"a\n-1\n"


# Accounts


@pytest.fixture(scope="module")
def guarded(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A room with accounts; what tests do to those of ``cy`` and ``dan`` is of no matter to the others."""
    file = tmp_path_factory.mktemp("accounts") / "accounts.json"
    accounts = Accounts(file)
    for name in ("ada", "cy", "dan"):
        accounts.keep(name, "reader", WORD)
    accounts.keep("eve", "editor", WORD)
    with Served(Settings(location=str(filled), accounts=file)) as served:
        yield served


def come_in(visit: Visit, name: str, password: str = WORD, **form: str) -> Any:
    return visit.post("/login", {"name": name, "password": password} | form, form="/login")


def test_nobody_comes_in_without_an_account(guarded: Served) -> None:
    visit = Visit(guarded.url)
    for path in VIEWS[:-1]:
        answer = visit.get(path)
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/login")
    assert visit.get("/home.json").status_code == 401
    assert visit.get("/openapi.json").status_code == 401
    assert visit.get("/static/verbale.css").status_code == 200
    assert come_in(visit, "ada", "another password").status_code == 403
    assert come_in(visit, "nobody").status_code == 403
    assert visit.get("/").status_code == 303


def test_readers_read_and_editors_add(guarded: Served) -> None:
    reader, editor = Visit(guarded.url), Visit(guarded.url)
    assert come_in(reader, "ada").status_code == 303
    assert come_in(editor, "eve").status_code == 303
    assert "ada" in reader.get("/").text
    assert reader.get("/add").status_code == 403
    assert 'href="/add"' not in reader.get("/").text
    assert reader.post("/add", {"text": "一"}).status_code == 403
    assert editor.get("/add").status_code == 200


def test_going_out_ends_the_session(guarded: Served) -> None:
    visit = Visit(guarded.url)
    come_in(visit, "ada")
    session = visit.session.cookies["verbale_session"]
    assert visit.post("/logout").status_code == 303
    assert visit.get("/", headers={"Cookie": f"verbale_session={session}"}).status_code == 303


def test_another_password_ends_the_session(guarded: Served) -> None:
    visit = Visit(guarded.url)
    come_in(visit, "cy")
    assert visit.get("/").status_code == 200
    accounts = guarded.gate.desk.accounts
    accounts.keep("cy", "reader", "quite another one")
    assert visit.get("/").status_code == 303
    come_in(visit, "cy", "quite another one")
    accounts.remove("cy")
    assert visit.get("/").status_code == 303


def test_passwords_cannot_be_tried_for_ever(guarded: Served) -> None:
    visit = Visit(guarded.url)
    told = [come_in(visit, "dan", f"wrong password {number}").status_code for number in range(9)]
    assert told == [403] * 8 + [429]
    assert come_in(visit, "eve").status_code == 303


@pytest.mark.parametrize(
    "place", ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "elsewhere", "/%0d%0aX: y\r\n"]
)
def test_coming_in_leads_nowhere_else(guarded: Served, place: str) -> None:
    assert come_in(Visit(guarded.url), "ada", next=place).headers["location"] == "/"


def test_coming_in_with_a_browser(chromium: Any, guarded: Served) -> None:
    watched = Watched(chromium)
    watched.tab.goto(f"{guarded.url}/parties")
    watched.tab.get_by_label("Name").fill("ada")
    watched.tab.get_by_label("Password").fill(WORD)
    watched.tab.get_by_role("button", name="Come in").click()
    expect(watched.tab.get_by_role("heading", name="Parties")).to_be_visible()
    watched.tab.get_by_role("button", name="Go out").click()
    expect(watched.tab.get_by_role("heading", name="Come in")).to_be_visible()
    watched.done()


def test_cookies_are_hidden_from_scripts(guarded: Served) -> None:
    visit = Visit(guarded.url)
    cookies = come_in(visit, "ada").headers["set-cookie"]
    assert "HttpOnly" in cookies
    assert "SameSite=Lax" in cookies


def test_passwords_are_not_kept_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "accounts.json"
    Accounts(file).keep("ada", "reader", WORD)
    assert WORD not in file.read_text()
    assert "$argon2id$" in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("name", "password"), [("", WORD), ("a b", WORD), ("x" * 65, WORD), ("ada", "short")])
def test_unfit_names_and_passwords(tmp_path: Path, name: str, password: str) -> None:
    with pytest.raises(UsageError):
        Accounts(tmp_path / "a.json").keep(name, "reader", password)


@pytest.mark.parametrize("options", [["--host", "0.0.0.0"], ["--host", "192.168.0.1"], ["--name", "room.example"]])
def test_others_come_in_only_with_accounts(filled: Path, options: list[str]) -> None:
    answer = CliRunner().invoke(main, ["serve", str(filled), *options])
    assert answer.exit_code == 2
    assert "account" in answer.output


def test_accounts_by_the_command_line(filled: Path, tmp_path: Path) -> None:
    file = ["--accounts", str(tmp_path / "a.json")]
    added = CliRunner().invoke(main, ["account", "add", "ada", "--editor", *file], input=f"{WORD}\n{WORD}\n")
    assert added.exit_code == 0
    assert CliRunner().invoke(main, ["account", "list", *file]).output == "ada\teditor\n"
    assert CliRunner().invoke(main, ["account", "remove", "ada", *file]).exit_code == 0
    assert CliRunner().invoke(main, ["account", "remove", "ada", *file]).exit_code == 2


@pytest.mark.parametrize(
    ("host", "others"), [("127.0.0.1", False), ("::1", False), ("localhost", False), ("0.0.0.0", True), ("example.org", True)]
)
def test_who_can_reach_it(host: str, others: bool) -> None:
    assert Settings(location="x", host=host).open_to_others is others
