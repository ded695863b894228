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
ALIKE = ("/timeline", "/positions", "/pages", "/search?q=!", "/api", "/nothing")  # made of the same parts as others: looked at once
LOOKS = {"light": ("en", "light", 1280), "dark": ("zh", "dark", 390)}
PAIRS = [(look, path) for look in LOOKS for path in VIEWS if look == "light" or path not in ALIKE]


@pytest.fixture(scope="module")
def looked(chromium: Any) -> Iterator[dict[str, Any]]:
    """A tab for each look."""
    tabs = {}
    for look, (language, scheme, width) in LOOKS.items():
        told = {"locale": language, "color_scheme": scheme, "viewport": {"width": width, "height": 900}, "bypass_csp": True}
        tabs[look] = Watched(chromium, **told)
    yield {look: watched.tab for look, watched in tabs.items()}
    for watched in tabs.values():
        watched.context.close()


@pytest.mark.parametrize(("look", "path"), PAIRS)
def test_nothing_serious(looked: dict[str, Any], room: Served, look: str, path: str) -> None:
    looked[look].goto(room.url + path)
    assert not serious(looked[look])
