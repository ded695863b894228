"""What the reading room works with: the ledger, who may come in, the pages that are being added."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Request
from sqlalchemy import Engine, func, select

from verbale.ledger.book import Ledger
from verbale.ledger.connecting import connect, reading
from verbale.ledger.events.tables import unlinked
from verbale.ledger.outcomes.tables import unweighed
from verbale.ledger.tables import judgements, versions
from verbale.web.accounts import Account, Accounts
from verbale.web.intake import Intake
from verbale.web.sessions import Sessions
from verbale.web.settings import Settings

_REMEMBERED = 30.0  # seconds for which a costly answer is given again, whatever has come since
_ANSWERS = 200  # are remembered
_UNCHANGED = 3600.0  # the same, where the ledger has not changed
Answer = TypeVar("Answer")


class Desk:
    """Everything that lasts longer than a request.

    Args:
        settings: How the reading room is opened.

    Raises:
        LedgerError: There is no such ledger, or it cannot be opened.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.ledger = Ledger(settings.location, create=False)
        self.engine: Engine = connect(settings.location, create=False)
        self.accounts = Accounts(settings.accounts) if settings.accounts else None
        self.sessions = Sessions()
        self.intake = Intake(self.ledger)
        self._lock = threading.Lock()
        self._answers: dict[str, tuple[float, tuple[int, ...], Any]] = {}

    @property
    def guarded(self) -> bool:
        """Whether one must have an account to come in."""
        return self.accounts is not None

    def account(self, token: str) -> Account | None:
        """The account of a session.

        Args:
            token: The session's token.

        Returns:
            The account as it is now; ``None`` where there is no session, or its password has changed since.
        """
        told = self.sessions.who(token) if token and self.accounts else None
        found = self.accounts.all().get(told[0]) if told and self.accounts else None
        return found if found and told and found.password == told[1] else None

    def remembered(self, name: str, answer: Callable[[], Answer]) -> Answer:
        """A costly answer, asked for anew only now and then.

        Args:
            name: What is asked.
            answer: Finds it out.

        Returns:
            The answer, as of now, or at most half a minute old.
        """
        with self._lock:
            moment, stamp, known = self._answers.get(name, (0.0, (), None))
        age, now = time.monotonic() - moment, self._stamp()
        if known is not None and (age < _REMEMBERED or (age < _UNCHANGED and stamp == now)):
            return cast(Answer, known)
        found = answer()
        with self._lock:
            self._answers.pop(name, None)
            self._answers[name] = (time.monotonic(), now, found)
            while len(self._answers) > _ANSWERS:
                del self._answers[next(iter(self._answers))]
        return found

    def _stamp(self) -> tuple[int, ...]:
        """What changes with the ledger: its last version and judgement, and how much is left to be compared."""
        with reading(self.engine) as connection:
            latest = [connection.scalar(select(func.max(table.c.number))) or 0 for table in (versions, judgements)]
            waiting = [connection.scalar(select(func.max(table.c.page))) or 0 for table in (unlinked, unweighed)]
        return (*latest, *waiting)

    def forget(self) -> None:
        """Ask everything anew: the ledger has just been changed here."""
        with self._lock:
            self._answers.clear()

    def close(self) -> None:
        """Let go of everything."""
        self.intake.close()
        self.engine.dispose()
        self.ledger.close()


def _desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(_desk_of)]
