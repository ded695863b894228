"""The ledger: every page, every version, and everything that the pages tell."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import select

from verbale.errors import LedgerError
from verbale.ledger import adding, checking, finding, searching, views, writing
from verbale.ledger.adding import Added, Job
from verbale.ledger.connecting import connect, reading
from verbale.ledger.connecting import writing as transaction
from verbale.ledger.events import accounts, dating, linking
from verbale.ledger.events.clashes import Contradiction, contradictions
from verbale.ledger.events.dating import PageDay
from verbale.ledger.finding import Kept
from verbale.ledger.judging.judgements import Judgements
from verbale.ledger.migrations import level, migrate, steps
from verbale.ledger.outcomes import moves, outcome, storing
from verbale.ledger.outcomes.moves import Move, about
from verbale.ledger.outcomes.outcome import Outcome, Status
from verbale.ledger.settings import keep
from verbale.ledger.sources import origins
from verbale.ledger.tables import pages
from verbale.ledger.talks import account, talk
from verbale.ledger.talks.account import Account
from verbale.ledger.talks.talk import Talk
from verbale.ledger.telling import Told
from verbale.ledger.views import BOOKMARK, News, Wanted
from verbale.model import Page, Record

_ALL = Wanted()


class Ledger:
    """A ledger that is open; a context manager that closes it.

    Args:
        location: A file, or ``postgresql://user@host/name``.
        create: Whether a ledger that is not there is made.

    Raises:
        LedgerError: There is none, or it cannot be opened, or a newer program wrote it.
    """

    def __init__(self, location: str | Path, *, create: bool = True) -> None:
        self.location = str(location)
        self._engine = connect(location, create=create)
        try:
            self._bring_up_to_date()
        except LedgerError:
            self.close()
            raise

    def _bring_up_to_date(self) -> None:
        with reading(self._engine) as connection:
            present = level(connection)
        if present != len(steps(self._engine.dialect.name)):
            with transaction(self._engine) as connection:
                migrate(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

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

    def weigh(self) -> int:
        """Weigh what came since this was last done against all promises; every view of outcomes, moves and talks does so first.

        Returns:
            How many pages were weighed.
        """
        return storing.weigh_all(self._engine)

    def outcomes(
        self, wanted: Wanted = _ALL, on: datetime.date | None = None, statuses: Sequence[Status] = (), *, copied: bool = False
    ) -> list[Outcome]:
        """What became of promises; see :func:`verbale.ledger.outcomes.outcome.outcomes`."""
        self.link()
        self.weigh()
        with reading(self._engine) as connection:
            return outcome.outcomes(connection, wanted, on, statuses, copied=copied)

    def moves(self, wanted: Wanted = _ALL, issue: str | None = None) -> list[Move]:
        """How positions move; see :func:`verbale.ledger.outcomes.moves.moves`."""
        self.link()
        self.weigh()
        with reading(self._engine) as connection:
            return moves.moves(connection, wanted, issue)

    def talks(self, wanted: Wanted = _ALL) -> list[Talk]:
        """Negotiations, the one with the latest news first; see :func:`verbale.ledger.talks.talk.talks`."""
        self.weigh()
        with reading(self._engine) as connection:
            return talk.talks(connection, wanted)

    def talk(self, name: str, on: datetime.date | None = None) -> Account:
        """One negotiation with its rounds, latest news, what is scheduled, falls due and is contested.

        Args:
            name: Its id or the beginning of it.
            on: As of which day; ``None`` for the day of the latest page.

        Returns:
            The account.

        Raises:
            LedgerError: There are no such talks.
        """
        self.link()
        self.weigh()
        with reading(self._engine) as connection:
            found = talk.talk_named(connection, name)
            return account.account(connection, found, on.isoformat() if on else None)

    def positions(self, wanted: Wanted = _ALL, issue: str | None = None) -> list[Told]:
        """What parties hold, on one issue or all; see :func:`verbale.ledger.views.positions`."""
        if issue:
            self.weigh()
        with reading(self._engine) as connection:
            return views.positions(connection, wanted, [about(issue)] if issue else ())

    def news(self, since: datetime.date | None = None) -> list[News]:
        """The pages that came since a day (UTC); without one since this was last asked without one, which is then remembered."""
        with (reading if since else transaction)(self._engine) as connection:
            found, last = views.news(connection, since)
            if since is None:
                keep(connection, BOOKMARK, str(last))
            return found

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

    def link(self) -> int:
        """Link the acts and meetings of pages that came since this was last done; every view of events does so first.

        Returns:
            How many pages were linked.
        """
        return linking.link(self._engine)

    def homes(self) -> dict[tuple[str, str], str]:
        """The event of every act and meeting, by the page's name and the item's id."""
        self.link()
        with reading(self._engine) as connection:
            return accounts.homes(connection)

    def events(self, wanted: Wanted = _ALL, pages: int = 1) -> list[accounts.Happening]:
        """Events that so many pages tell, in the order of their days; see :func:`verbale.ledger.events.accounts.happenings`."""
        self.link()
        with reading(self._engine) as connection:
            return accounts.happenings(connection, wanted, pages)

    def is_event(self, name: str) -> bool:
        """Whether an event has this id."""
        self.link()
        with reading(self._engine) as connection:
            return accounts.is_event(connection, name)

    def event(self, name: str) -> accounts.Account:
        """All that is told of one event; see :func:`verbale.ledger.events.accounts.account`."""
        self.link()
        with reading(self._engine) as connection:
            return accounts.account(connection, name)

    def contradictions(self, wanted: Wanted = _ALL) -> list[Contradiction]:
        """Where pages, or voices of one page, exclude each other; see :func:`verbale.ledger.events.clashes.contradictions`."""
        self.link()
        with reading(self._engine) as connection:
            return contradictions(connection, wanted)

    def day(self, name: str) -> PageDay | None:
        """When a page that tells no day came out, by the events that it shares with pages whose day is known.

        Args:
            name: The page's name, id, address or file.

        Returns:
            Its likely days; ``None`` for a page with a day of its own, and where no event tells it.

        Raises:
            LedgerError: There is no such page.
        """
        self.link()
        with reading(self._engine) as connection:
            return dating.day_of(connection, finding.page_named(connection, name).number)

    def check(self) -> Iterator[str]:
        """Each fault of the ledger in words; none where it is sound."""
        yield from checking.check(self._engine)

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
