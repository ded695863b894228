"""Verbale reads Chinese news pages and writes the minutes of diplomacy.

``import verbale`` loads no model; the first page read does.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from verbale.errors import LedgerError, LexiconError, NoArticle, PageError, UsageError, VerbaleError
from verbale.model import Record

if TYPE_CHECKING:
    from verbale.ledger.book import Ledger
    from verbale.pages.containers import open_pages
    from verbale.reading import pipe, read

__version__ = "0.1.0"
__all__ = [
    "Ledger",
    "LedgerError",
    "LexiconError",
    "NoArticle",
    "PageError",
    "Record",
    "UsageError",
    "VerbaleError",
    "__version__",
    "open_pages",
    "pipe",
    "read",
]


_HOMES = {"Ledger": "verbale.ledger.book", "open_pages": "verbale.pages.containers", "pipe": "verbale.reading", "read": "verbale.reading"}


def __getattr__(name: str) -> Any:
    """Loads the stages of reading when they are first asked for."""
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'verbale' has no attribute {name!r}; it has {', '.join(__all__)}")
