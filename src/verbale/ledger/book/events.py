"""What happened, as several pages tell it."""

from __future__ import annotations

from verbale.ledger import finding
from verbale.ledger.book.opened import Opened
from verbale.ledger.connecting import reading
from verbale.ledger.events import accounts, dating, linking
from verbale.ledger.events.clashes import Contradiction, contradictions
from verbale.ledger.events.dating import PageDay
from verbale.ledger.views import Wanted

_ALL = Wanted()


class Events(Opened):
    """The events of a ledger: acts and meetings across pages."""

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
