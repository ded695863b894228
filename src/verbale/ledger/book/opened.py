"""A ledger that is open."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from verbale.errors import LedgerError
from verbale.ledger.connecting import connect, reading
from verbale.ledger.connecting import writing as transaction
from verbale.ledger.migrations import level, migrate, steps


class Opened:
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
