"""What became of what was promised, how positions move, who negotiates what."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from verbale.ledger import views
from verbale.ledger.book.events import Events
from verbale.ledger.connecting import reading
from verbale.ledger.outcomes import moves, outcome, storing
from verbale.ledger.outcomes.moves import Move, about
from verbale.ledger.outcomes.outcome import Outcome, Status
from verbale.ledger.talks import account, talk
from verbale.ledger.talks.account import Account
from verbale.ledger.talks.talk import Talk
from verbale.ledger.telling import Told
from verbale.ledger.views import Wanted

_ALL = Wanted()


class Outcomes(Events):
    """The outcomes and negotiations of a ledger."""

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
