"""The ledger: every page, every version, and everything that the pages tell."""

from __future__ import annotations

from verbale.ledger.book.outcomes import Outcomes
from verbale.ledger.book.pages import Pages

__all__ = ["Ledger"]


class Ledger(Pages, Outcomes):
    """A ledger that is open; a context manager that closes it.

    Args:
        location: A file, or ``postgresql://user@host/name``.
        create: Whether a ledger that is not there is made.

    Raises:
        LedgerError: There is none, or it cannot be opened, or a newer program wrote it.
    """
