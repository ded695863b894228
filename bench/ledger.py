"""How a ledger grows: what a page costs to add to a small and to a large one, and how long its answers take."""

from __future__ import annotations

import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.ledger_pages import entries
from verbale.ledger.book import Ledger
from verbale.ledger.connecting import connect, writing
from verbale.ledger.entry import Entry
from verbale.ledger.migrations import migrate
from verbale.ledger.views import Wanted
from verbale.ledger.writing import put

SMALL, LARGE = 1_000, 50_000
_WINDOW = 200  # pages timed one by one
_TOGETHER = 100  # pages added in one transaction, where nothing is timed
_ASKED = 60  # questions of each kind
_WORDS = ("停火", "谈判", "停火 制裁", "人质谈判", "河流水文", "观察人士", "愿意", "日内瓦", "關稅", "導彈", "第4711号", "利雅得 会谈")
_PARTIES = ("USA", "乌克兰", "kor", "VNM", "新加坡")


def show(large: int = LARGE) -> None:
    """Print the figures of a ledger in a temporary file of SQLite.

    Args:
        large: How many pages it gets.
    """
    with tempfile.TemporaryDirectory() as folder:
        location = Path(folder) / "ledger.db"
        few, many = growth(str(location), min(SMALL, large), large)
        print(f"a page costs {few * 1000:.1f} ms at {min(SMALL, large):,} pages, {many * 1000:.1f} ms at {large:,}: {many / few:.2f} times")
        print(f"the ledger takes {location.stat().st_size / large / 1024:.1f} KiB a page")
        with Ledger(location, create=False) as ledger:
            for name, seconds in answers(ledger).items():
                spread = f"median {statistics.median(seconds) * 1000:6.1f} ms, slowest {max(seconds) * 1000:7.1f} ms"
                print(f"  {name:10} {spread}, {len(seconds)} questions")


def growth(location: str, small: int, large: int, window: int = _WINDOW) -> tuple[float, float]:
    """Fill a ledger with generated pages.

    Args:
        location: Where it is made.
        small: After so many pages some are timed.
        large: So many pages in all.
        window: How many are timed, each in a transaction of its own as ``verbale add`` does it, without the reading.

    Returns:
        The median seconds that a page costs around ``small`` pages, and at the end.
    """
    engine = connect(location, create=True)
    with writing(engine) as connection:
        migrate(connection)

    def keep(some: Iterator[Entry], count: int, together: int) -> list[float]:
        seconds = []
        for _ in range(0, count, together):
            ready = list(itertools.islice(some, together))
            start = time.perf_counter()
            with writing(engine) as connection:
                for entry in ready:
                    put(connection, entry)
            seconds.append(time.perf_counter() - start)
            _progress(len(seconds) * together, count)
        return seconds

    pages = entries(large)
    keep(pages, small - window // 2, _TOGETHER if small > _TOGETHER else 1)
    few = keep(pages, window, 1)
    keep(pages, large - small - window - window // 2, _TOGETHER if large > 10 * _TOGETHER else 1)
    many = keep(pages, window, 1)
    engine.dispose()
    return statistics.median(few), statistics.median(many)


def _progress(done: int, count: int) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{done:,} of {count:,} pages", end="" if done < count else "\r\x1b[K", file=sys.stderr, flush=True)


def answers(ledger: Ledger, asked: int = _ASKED) -> dict[str, list[float]]:
    """How long a ledger's answers take, the first of each kind left out.

    Args:
        ledger: The ledger, with generated pages.
        asked: How many questions of each kind.

    Returns:
        Kind of question → seconds of each.
    """
    dice, names = random.Random(8), ledger.names()
    few = Wanted(limit=50)

    def party() -> Wanted:
        return Wanted(limit=50, party=dice.choice(_PARTIES))

    questions: dict[str, Callable[[], object]] = {
        "search": lambda: ledger.search(dice.choice(_WORDS), Wanted(limit=20)),
        "… by party": lambda: ledger.search(dice.choice(_WORDS), Wanted(limit=20, party=dice.choice(_PARTIES), kinds=("demand",))),
        "timeline": lambda: ledger.timeline(few if dice.random() < 0.2 else party()),
        "show": lambda: ledger.record(dice.choice(names)),
        "… kept": lambda: ledger.kept(dice.choice(names)),
        "promises": lambda: ledger.commitments(party()),
        "positions": lambda: ledger.positions(party()),
    }
    return {name: [_seconds(question) for _ in range(asked + 1)][1:] for name, question in questions.items()}


def _seconds(question: Callable[[], object]) -> float:
    start = time.perf_counter()
    question()
    return time.perf_counter() - start
