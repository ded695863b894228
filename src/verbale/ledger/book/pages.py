"""What a ledger holds: pages with their versions and records, and what people say of them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import select

from verbale.ledger import adding, checking, finding, searching, views, writing
from verbale.ledger.adding import Added, Job
from verbale.ledger.book.opened import Opened
from verbale.ledger.connecting import reading
from verbale.ledger.connecting import writing as transaction
from verbale.ledger.finding import Kept
from verbale.ledger.judging.judgements import Judgements
from verbale.ledger.settings import keep
from verbale.ledger.sources import origins
from verbale.ledger.tables import pages
from verbale.ledger.telling import Told
from verbale.ledger.views import BOOKMARK, News, Wanted
from verbale.model import Page, Record

_ALL = Wanted()


class Pages(Opened):
    """The pages of a ledger and their records."""

    def add(self, jobs: Iterable[Page | Job], processes: int = 1) -> Iterator[Added]:
        """Add pages, each in a transaction of its own, as the result is taken from the iterator.

        Args:
            jobs: Pages, with or without their day and the file of their record.
            processes: How many processes read.

        Yields:
            What became of each page: ``new``, ``changed``, ``read anew``, ``unchanged`` or ``failed``.
        """
        yield from adding.add(self._engine, (job if isinstance(job, Job) else Job(job) for job in jobs), processes)

    def reread(self, names: Sequence[str] = (), *, everything: bool = False, processes: int = 1) -> Iterator[Added]:
        """Read pages anew with the program and the lexicons as they are now.

        Args:
            names: The pages; none for all.
            everything: Also those that were read with the same program and lexicons.
            processes: How many processes read.

        Yields:
            What became of each page: ``read anew``, ``unchanged`` or ``failed``.

        Raises:
            LedgerError: There is no such page.
        """
        found = [self._named(name) for name in names]
        yield from adding.reread(self._engine, found, everything=everything, processes=processes)

    def _named(self, name: str) -> str:
        with reading(self._engine) as connection:
            return str(finding.page_named(connection, name).name)

    def remove(self, name: str) -> str:
        """Take a page out with all its versions; judgements of it stay.

        Args:
            name: The page's name, id, address or file.

        Returns:
            The name of the page that was removed.

        Raises:
            LedgerError: There is no such page.
        """
        with transaction(self._engine) as connection:
            row = finding.page_named(connection, name)
            writing.remove(connection, row.number)
            return str(row.name)

    def names(self) -> list[str]:
        """The names of all pages, in the order of their days."""
        with reading(self._engine) as connection:
            return list(connection.scalars(select(pages.c.name).order_by(pages.c.day, pages.c.number)))

    def record(self, name: str, version: int | None = None) -> Record:
        """A page's record.

        Args:
            name: The page's name, id, address or file.
            version: Which version, from 1; ``None`` for the present one.

        Returns:
            The record.

        Raises:
            LedgerError: There is no such page or version.
        """
        with reading(self._engine) as connection:
            return finding.record_of(connection, finding.page_named(connection, name), version)

    def records(self) -> Iterator[tuple[str, Record]]:
        """Every page's name and present record, in the order of the pages' days."""
        for name in self.names():
            yield name, self.record(name)

    def pages(self, *, copied: bool = True) -> Iterator[tuple[str, list[Told]]]:
        """Every page's name and items, in the order of the pages' days.

        Args:
            copied: Whether a page that copies another also has the items that it tells in that page's words.

        Yields:
            The name and the items in the order of the page.
        """
        for name in self.names():
            with reading(self._engine) as connection:
                yield name, views.page_items(connection, name, copied=copied)

    def kept(self, name: str) -> Kept:
        """What the ledger knows of a page beside its record: versions, copies, whose report it is.

        Args:
            name: The page's name, id, address or file.

        Returns:
            It.

        Raises:
            LedgerError: There is no such page.
        """
        with reading(self._engine) as connection:
            return finding.kept(connection, finding.page_named(connection, name))

    def items(self, name: str) -> list[Told]:
        """The statements, acts, meetings, commitments and positions that an id or a citation means.

        Args:
            name: An id or its beginning, or a citation.

        Returns:
            They; none where there are none.
        """
        with reading(self._engine) as connection:
            return finding.items_named(connection, name)

    def news(self, since: datetime.date | None = None) -> list[News]:
        """The pages that came since a day (UTC); without one since this was last asked without one, which is then remembered."""
        with (reading if since else transaction)(self._engine) as connection:
            found, last = views.news(connection, since)
            if since is None:
                keep(connection, BOOKMARK, str(last))
            return found

    def search(self, query: str, wanted: Wanted = _ALL) -> list[searching.Hit]:
        """Lines that hold all words of a query; see :func:`verbale.ledger.searching.search`."""
        with reading(self._engine) as connection:
            return searching.search(connection, query, wanted)

    def timeline(self, wanted: Wanted = _ALL) -> list[Told]:
        """Meetings and acts in the order of their days; see :func:`verbale.ledger.views.timeline`."""
        with reading(self._engine) as connection:
            return views.timeline(connection, wanted)

    def commitments(self, wanted: Wanted = _ALL, on: datetime.date | None = None) -> list[Told]:
        """What was promised and agreed; see :func:`verbale.ledger.views.commitments`."""
        with reading(self._engine) as connection:
            return views.commitments(connection, wanted, on)

    def origins(self, names: Sequence[str]) -> dict[str, str]:
        """Whose word each page gives; pages with one origin are one source.

        Args:
            names: Pages.

        Returns:
            Page → medium, or the page of its story that came out first.

        Raises:
            LedgerError: There is no such page.
        """
        with reading(self._engine) as connection:
            numbers = {name: finding.page_named(connection, name).number for name in names}
            found = origins(connection, numbers.values())
        return {name: found[number] for name, number in numbers.items()}

    @property
    def judgements(self) -> Judgements:
        """What people say of the records."""
        return Judgements(self._engine)

    def check(self, *, accounts: bool = True) -> Iterator[str]:
        """Each fault of the ledger in words; none where it is sound.

        Args:
            accounts: Whether events, outcomes and talks are made anew and compared.

        Yields:
            The faults, those of pages first.
        """
        yield from checking.check(self._engine, accounts=accounts)

    def doctor(self, progress: Callable[[str], None] = lambda _: None) -> int:
        """Write everything anew that follows from the pages' records.

        Args:
            progress: Called with the name of each page that is done.

        Returns:
            How many pages there are.
        """
        return checking.doctor(self._engine, progress)

    def backup(self, target: Path) -> None:
        """Copy the ledger into a file; see :func:`verbale.ledger.checking.backup`."""
        checking.backup(self._engine, target)
