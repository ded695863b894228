"""Every view by axe-core: nothing serious or critical, light and dark, in both languages, wide and on a phone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import Served, Watched

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
VIEWS = (
    "/",
    "/timeline",
    "/promises",
    "/positions",
    "/parties",
    "/parties/UKR",
    "/pages",
    "/pages/wire-ukraine-2025",
    "/search?q=谈判&party=UKR",
    "/search?q=!",
    "/add",
    "/queue",
    "/queue?open=edit",
    "/queue?category=meeting&open=merge",
    "/judgements",
    "/api",
    "/keys",
    "/nothing",
)
LOOKS = {"light": ("en", "light", 1280), "dark": ("zh", "dark", 390)}


@pytest.fixture(scope="module", params=LOOKS)
def looked(request: pytest.FixtureRequest, chromium: Any) -> Iterator[Any]:
    language, scheme, width = LOOKS[request.param]
    watched = Watched(chromium, locale=language, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    yield watched.tab
    watched.context.close()


@pytest.mark.parametrize("path", VIEWS)
def test_nothing_serious(looked: Any, room: Served, path: str) -> None:
    looked.goto(room.url + path)
    looked.add_script_tag(path=str(AXE))
    found = looked.evaluate("axe.run(document, {resultTypes: ['violations']}).then(told => told.violations)")
    serious = [(one["id"], node["html"][:200]) for one in found if one["impact"] in {"serious", "critical"} for node in one["nodes"]]
    assert not serious
