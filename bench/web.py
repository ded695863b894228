"""How long the reading room takes to answer on a large ledger: each view as a page, without the network and the browser.

``python -m bench.web LEDGER`` measures a ledger that is there.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from starlette.types import Message

from bench.ledger import LARGE, fill
from verbale.ledger.book import Ledger
from verbale.ledger.connecting import connect, reading
from verbale.ledger.views import Wanted
from verbale.web.gate import Gate
from verbale.web.queries.parties import most_named
from verbale.web.settings import Settings
from verbale.web.site import site

_ASKED = 40  # requests of each view, each with another question where it has one
_WORDS = ("停火", "谈判", "停火 制裁", "人质谈判", "河流水文", "观察人士", "愿意", "日内瓦", "關稅", "導彈", "第4711号", "利雅得 会谈")
_PARTIES = 20  # those whom most pages name


def show(count: int = LARGE) -> None:
    """Print the figures of a ledger of generated pages in a temporary file.

    Args:
        count: How many pages it gets.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "many.db"
        fill(str(place), count)
        with Ledger(place) as ledger:
            ledger.link()
            ledger.weigh()
        measure(place)


def measure(place: Path) -> None:
    """Print how long each view takes.

    Args:
        place: A ledger, linked and weighed.
    """
    questions = {view: list(_addresses(view, place)) for view in _VIEWS}
    gate = site(Settings(location=str(place)))
    print(f"time of a page in ms, {_ASKED} requests each (the first of a kind left out): by the clock, and of this program alone")
    for view, addresses in questions.items():
        clock, own = zip(*[_seconds(gate, address) for address in addresses][1:], strict=True)
        told = f"median {statistics.median(clock) * 1000:6.0f}   slowest {max(clock) * 1000:6.0f}"
        print(f"  {view:16} {told}   alone: median {statistics.median(own) * 1000:6.0f}   slowest {max(own) * 1000:6.0f}")
    gate.desk.close()


_VIEWS = (
    *("home", "talks", "negotiation", "moves", "timeline", "events", "event", "promises", "positions", "contradictions"),
    *("parties", "party", "pages", "page", "search", "search, narrowed", "queue", "add"),
)


def _addresses(view: str, place: Path) -> Iterator[str]:
    """The addresses of a view, as many as are asked for."""
    dice = random.Random(8)
    engine = connect(str(place), create=False)
    with reading(engine) as connection:
        parties = [party.id for party in most_named(connection) if party.type != "place"][:_PARTIES]
    engine.dispose()
    with Ledger(place, create=False) as ledger:
        named = {
            "page": [f"/pages/{name}" for name in dice.choices(ledger.names(), k=_ASKED)],
            "event": [f"/events/{one.id}" for one in ledger.events(Wanted(limit=_ASKED))] if view == "event" else [],
            "negotiation": [f"/talks/{one}" for one in _talks(ledger)] if view == "negotiation" else [],
            "moves": [f"/talks/{one}/moves" for one in _talks(ledger)] if view == "moves" else [],
        }
    for number in range(_ASKED):
        word, party = dice.choice(_WORDS), dice.choice(parties)
        if named.get(view):
            yield named[view][number % len(named[view])]
        elif view == "party":
            yield f"/parties/{party}"
        elif view.startswith("search"):
            yield f"/search?q={word}" + (f"&party={party}&kind=demand" if view != "search" else "")
        elif view in {"timeline", "promises", "positions", "events"}:
            yield f"/{view}" + (f"?party={party}" if number % 2 else "")
        else:
            yield "/" if view == "home" else f"/{view}"


def _talks(ledger: Ledger) -> list[str]:
    """Negotiations by their ids: in turn one of those of most pages, and one of those with the latest news."""
    latest = ledger.talks(Wanted())
    largest = sorted(latest, key=lambda one: -one.pages)
    both = [one.id for pair in zip(largest, latest, strict=True) for one in pair]
    return list(dict.fromkeys(both))[:_ASKED]


def _seconds(gate: Gate, address: str) -> tuple[float, float]:
    """How long an answer takes by the clock, and how long the processor works on it, whatever else the machine does."""
    clock, own = time.perf_counter(), time.process_time()
    status = asyncio.run(_status(gate, address))
    taken = time.perf_counter() - clock, time.process_time() - own
    if status != 200:
        raise RuntimeError(f"{address}: {status}")
    return taken


async def _status(gate: Gate, address: str) -> int:
    """Ask the application itself."""
    path, _, query = address.partition("?")
    told: list[int] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            told.append(message["status"])

    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http", "path": path}
    scope |= {"raw_path": path.encode(), "query_string": query.encode(), "root_path": "", "headers": [(b"host", b"127.0.0.1")]}
    await gate(scope | {"client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80)}, receive, send)
    return told[0]


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
