"""A reading room of its own for the tests, and a browser to visit it."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
import requests
import uvicorn

from tests.ledger.invented import labelled
from verbale.ledger.adding import Job
from verbale.ledger.book import Ledger
from verbale.pages.files import page_from_bytes
from verbale.web.settings import Settings
from verbale.web.site import site

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
NO_BROWSER = "NO CHROMIUM: the reading room was not visited; install chromium"
# How long a page may take to show something, in milliseconds: a machine may be busy with other work.
_PATIENCE = 20_000
AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
EVIL = '"><script>document.title="robbed"</script>'
HOSTILE = f"""{EVIL}蒙古国外长访问博茨瓦纳
2023年4月9日 09:00

蒙古国外长顾岚9日在博茨瓦纳议会表示，蒙古国已同意公布协定的文本{EVIL}。他拒绝了推迟签署的要求<img src=x onerror=alert(1)>。
"""


def fill(location: Path) -> Path:
    """A ledger with the pages of tests/pages by their labels, and one page that means harm."""
    with Ledger(location) as ledger:
        jobs = labelled()
        list(ledger.add(jobs))
        page = page_from_bytes(HOSTILE.encode(), "upload:hostile")
        evil = msgspec.structs.replace(page, id="hostile", title=f"{EVIL}标题", outlet=f"{EVIL}报", url="javascript:alert(1)")
        list(ledger.add([Job(evil)]))
        ledger.link()
        ledger.weigh()
    return location


class Served:
    """A server in a thread of its own."""

    def __init__(self, settings: Settings) -> None:
        self.gate = site(settings)
        self._server = uvicorn.Server(uvicorn.Config(self.gate, port=0, log_level="critical", ws="none"))
        self._thread = threading.Thread(target=self._server.run)

    def __enter__(self) -> "Served":
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        self.url = f"http://127.0.0.1:{self._server.servers[0].sockets[0].getsockname()[1]}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that no test changes."""
    return fill(tmp_path_factory.mktemp("web") / "ledger.db")


@pytest.fixture(scope="session")
def room(filled: Path) -> Iterator[Served]:
    """A reading room where nothing is changed."""
    with Served(Settings(location=str(filled))) as served:
        yield served


@pytest.fixture
def open_room(filled: Path, tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Opens a reading room with a ledger of its own, which the test may change."""
    opened: list[Served] = []

    def start(**settings: object) -> Served:
        place = tmp_path / "own.db"
        if not place.exists():
            with Ledger(filled) as ledger:
                ledger.backup(place)
        served = Served(Settings(location=str(place), **settings)).__enter__()
        opened.append(served)
        return served

    yield start
    for served in opened:
        served.__exit__()


class Visit:
    """A visitor without a browser: keeps cookies, and sends forms with the token that was shown."""

    def __init__(self, url: str) -> None:
        self.url, self.session = url, requests.Session()
        self.session.trust_env = False

    def get(self, path: str, **options: object) -> requests.Response:
        return self.session.get(self.url + path, **{"timeout": 30, "allow_redirects": False} | options)

    def token(self, path: str = "/") -> str:
        shown = self.get(path).text
        return shown.partition('name="token" value="')[2].partition('"')[0]

    def post(self, path: str, data: dict[str, object] | None = None, form: str | None = "/", **options: object) -> requests.Response:
        token = {"token": self.token(form)} if form else {}
        told = {"timeout": 30, "allow_redirects": False, "data": token | (data or {})} | options
        return self.session.post(self.url + path, **told)


@pytest.fixture
def visit(room: Served) -> Visit:
    return Visit(room.url)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """The system's Chromium."""
    if CHROMIUM is None:
        pytest.skip(NO_BROWSER)
    from playwright.sync_api import expect, sync_playwright  # noqa: PLC0415

    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Watched:
    """A tab that is watched: what its console says, and what it asks other machines for."""

    def __init__(self, browser: object, **options: object) -> None:
        told = {"locale": "en-GB", "reduced_motion": "reduce", "viewport": {"width": 1280, "height": 900}} | options
        self.context = browser.new_context(**told)  # type: ignore[attr-defined]
        self.tab = self.context.new_page()
        self.tab.set_default_timeout(_PATIENCE)
        self.faults: list[str] = []
        self.tab.on("console", lambda message: self.faults.append(message.text) if message.type in {"error", "warning"} else None)
        self.tab.on("pageerror", lambda error: self.faults.append(str(error)))
        self.tab.on("request", self._asked)

    def _asked(self, request: object) -> None:
        url = request.url  # type: ignore[attr-defined]
        if not url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.faults.append(f"asked {url}")

    def done(self) -> None:
        self.context.close()
        assert not self.faults


def serious(tab: object) -> list[tuple[str, str]]:
    """What axe-core finds serious or critical: the rule, and the element. The tab must let scripts in from outside."""
    tab.add_script_tag(path=str(AXE))  # type: ignore[attr-defined]
    found = tab.evaluate("axe.run(document, {resultTypes: ['violations']}).then(told => told.violations)")  # type: ignore[attr-defined]
    return [(one["id"], node["html"][:200]) for one in found if one["impact"] in {"serious", "critical"} for node in one["nodes"]]


@pytest.fixture
def tab(chromium: object) -> Iterator[object]:
    """A tab of a browser in which nothing may go wrong."""
    watched = Watched(chromium)
    yield watched.tab
    watched.done()
