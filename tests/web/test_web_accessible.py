"""Every view by axe-core: nothing serious or critical, light and dark, in both languages, wide and on a phone."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.web.conftest import Served, Watched, serious

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
    assert not serious(looked)
