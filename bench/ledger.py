"""How a ledger grows: what a page costs to add to a small and to a large one, and how long its answers take."""

from __future__ import annotations

import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.ledger_pages import entries
from verbale.ledger.book import Ledger
from verbale.ledger.connecting import connect, writing
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
    """Print the figures of two ledgers in temporary files of SQLite.

    Args:
        large: How many pages the larger gets.
    """
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder) / "few.db", Path(folder) / "many.db"
        fill(str(few), min(SMALL, large))
        fill(str(many), large)
        costs = cost((str(few), str(many)), large)
        told = ", ".join(f"{seconds * 1000:.1f} ms at {size:,}" for seconds, size in zip(costs, (min(SMALL, large), large), strict=True))
        print(f"a page costs {told}: {costs[1] / costs[0]:.2f} times; it takes {many.stat().st_size / large / 1024:.1f} KiB")
        with Ledger(many, create=False) as ledger:
            for name, seconds in answers(ledger).items():
                spread = f"median {statistics.median(seconds) * 1000:6.1f} ms, slowest {max(seconds) * 1000:7.1f} ms"
                print(f"  {name:10} {spread}, {len(seconds)} questions")


def fill(location: str, count: int) -> None:
    """Fill a ledger with generated pages.

    Args:
        location: Where it is made.
        count: How many pages it gets.
    """
    engine = connect(location, create=True)
    with writing(engine) as connection:
        migrate(connection)
    pages = entries(count)
    for done in range(0, count, _TOGETHER):
        ready = list(itertools.islice(pages, _TOGETHER))
        with writing(engine) as connection:
            for entry in ready:
                put(connection, entry)
        _progress(done + len(ready), count)
    engine.dispose()


def cost(locations: Sequence[str], first: int, window: int = _WINDOW) -> list[float]:
    """What a page costs to add, without the reading, in a transaction of its own as ``verbale add`` does it.

    Args:
        locations: Ledgers. Each page is added to all of them in turn, so that other work on the machine slows all alike.
        first: The number of the first page, which none of them has.
        window: How many pages are added.

    Returns:
        The median seconds for each ledger.
    """
    engines = [connect(location, create=False) for location in locations]
    seconds: list[list[float]] = [[] for _ in engines]
    for entry in entries(window, seed=9, first=first):
        for engine, told in zip(engines, seconds, strict=True):
            start = time.perf_counter()
            with writing(engine) as connection:
                put(connection, entry)
            told.append(time.perf_counter() - start)
    for engine in engines:
        engine.dispose()
    return [statistics.median(told) for told in seconds]


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
