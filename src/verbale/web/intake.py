"""Pages that are being added: one batch after the other, each page in a transaction of its own."""

from __future__ import annotations

import concurrent.futures
import io
import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

import msgspec

from verbale.errors import LedgerError, VerbaleError
from verbale.ledger.adding import Added
from verbale.ledger.book import Ledger
from verbale.model import Page
from verbale.pages.containers import open_pages
from verbale.pages.files import page_from_text

_LOG = logging.getLogger("verbale.web")
_BATCHES = 50  # the last ones are remembered
SHOWN = 500  # pages of a batch that are told one by one


class Given(msgspec.Struct, frozen=True):
    """A file or a text that somebody gave.

    Attributes:
        name: The file's name; ``None`` for a text that was pasted.
        data: What it holds.
        url: The address in the web, as far as it is known.
    """

    name: str | None
    data: bytes
    url: str | None = None


class Arrived(msgspec.Struct, frozen=True):
    """What became of one page.

    Attributes:
        name: Its name in the ledger, or that of its file where it failed.
        outcome: ``new``, ``changed``, ``read anew``, ``unchanged`` or ``failed``.
        verdict: Why it holds nothing or what failed.
    """

    name: str
    outcome: str
    verdict: str | None


class Batch(msgspec.Struct, kw_only=True):
    """Pages that were given together.

    Attributes:
        id: By which it is asked for.
        files: How many files and texts were given.
        opened: How many of them were opened so far.
        pages: How many pages were done so far.
        finished: Whether all are done.
        arrived: What became of the pages, the first ones.
    """

    id: str
    files: int
    opened: int = 0
    pages: int = 0
    finished: bool = False
    arrived: list[Arrived] = msgspec.field(default_factory=list)


class Intake:
    """Adds what is given, in a thread of its own.

    Args:
        ledger: Where it is added.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._worker = concurrent.futures.ThreadPoolExecutor(1, "verbale-intake")
        self._lock = threading.Lock()
        self._batches: OrderedDict[str, Batch] = OrderedDict()

    def take(self, given: Sequence[Given]) -> tuple[str, concurrent.futures.Future[None]]:
        """Begin to add.

        Args:
            given: Files and texts.

        Returns:
            The batch's id, and what is done when all are added.
        """
        batch = Batch(id=secrets.token_urlsafe(9), files=len(given))
        with self._lock:
            self._batches[batch.id] = batch
            while len(self._batches) > _BATCHES:
                self._batches.popitem(last=False)
        return batch.id, self._worker.submit(self._add, batch, given)

    def catch_up(self) -> None:
        """Find, in the thread, what the ledger's pages have to do with one another."""
        self._worker.submit(self._catch_up)

    def _catch_up(self) -> None:
        try:
            self._ledger.link()
            self._ledger.weigh()
        except LedgerError:
            _LOG.exception("the pages of the ledger could not be compared")

    def batch(self, identity: str) -> Batch | None:
        """A batch as it is now.

        Args:
            identity: Its id.

        Returns:
            A copy; ``None`` where it is not remembered.
        """
        with self._lock:
            found = self._batches.get(identity)
            return msgspec.structs.replace(found, arrived=list(found.arrived)) if found else None

    def _add(self, batch: Batch, given: Sequence[Given]) -> None:
        try:
            for one in given:
                self._add_one(batch, one)
        finally:
            with self._lock:
                batch.finished = True
            self._catch_up()

    def _add_one(self, batch: Batch, one: Given) -> None:
        name = one.name or "pasted"
        try:
            for added in self._ledger.add(_pages(one, lambda error: self._arrive(batch, Added(name, "failed", str(error))))):
                self._arrive(batch, added)
        except VerbaleError as error:
            self._arrive(batch, Added(name, "failed", str(error)))
        with self._lock:
            batch.opened += 1

    def _arrive(self, batch: Batch, added: Added) -> None:
        with self._lock:
            batch.pages += 1
            if len(batch.arrived) < SHOWN:
                batch.arrived.append(Arrived(*added))

    def close(self) -> None:
        """Finish the page in work and add no more."""
        self._worker.shutdown(wait=True, cancel_futures=True)


def _pages(one: Given, failed: object) -> Iterator[Page]:
    """The pages of a file. None of them is taken for a file of this machine, whatever it calls itself."""
    if one.name is None:
        yield _from(page_from_text(one.data.decode("utf-8"), source="pasted"), one)
        return
    for page in open_pages(io.BytesIO(one.data), failed=failed):  # type: ignore[arg-type]
        yield _from(page, one)


def _from(page: Page, one: Given) -> Page:
    name = f"upload:{PurePosixPath((one.name or 'pasted').replace(chr(92), '/')).name}"
    return msgspec.structs.replace(page, source=name, url=one.url or page.url)
