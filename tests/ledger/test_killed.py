"""A program that fills a ledger is killed (SIGKILL) at twenty points; it goes on where it was."""

import multiprocessing
import random
import signal
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection

from tests.ledger.filling import PAGES, fill
from verbale.ledger.book import Ledger

KILLS = 20
CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.ledger.filling"])


def test_no_finished_page_is_lost_and_none_is_repeated(location: str) -> None:
    dice, finished = random.Random(8), set[str]()
    with Ledger(location):
        pass
    for _ in range(KILLS):
        finished |= run(location, finished, dice)
    assert 0 < len(finished) < PAGES
    finished |= run(location, finished, None)
    assert len(finished) == PAGES
    with Ledger(location) as ledger:
        assert list(ledger.check()) == []
        assert all(len(ledger.kept(name).versions) == 1 for name in ledger.names())


def run(location: str, finished: set[str], dice: random.Random | None) -> set[str]:
    """Run the program, until it has added up to three pages and a little longer, or to its end; gives the pages that are kept then."""
    here, there = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=fill, args=(location, there))
    process.start()
    there.close()
    told = list(new_pages(here, finished, dice.randint(0, 3) if dice else PAGES))
    if dice:
        time.sleep(dice.random() * 0.02)
        process.kill()
    process.join()
    here.close()
    assert process.exitcode == (-signal.SIGKILL if dice else 0)
    with Ledger(location) as ledger:
        kept = set(ledger.names())
    assert finished | set(told) <= kept, "a finished page is lost"
    return kept


def new_pages(pipe: Connection, finished: set[str], most: int) -> Iterator[str]:
    """The names of the pages that the program says it has added: those that were finished before are told to be unchanged."""
    while most and (done := pipe.recv()) is not None:
        name, outcome = done
        assert outcome == ("unchanged" if name in finished else "new")
        if outcome == "new":
            most -= 1
            yield name
