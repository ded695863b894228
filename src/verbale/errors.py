"""One tree of errors. Each message says what was wrong, where, and what would be right."""

from __future__ import annotations


class VerbaleError(Exception):
    """Any fault that Verbale tells of on purpose."""


class PageError(VerbaleError):
    """A page that could not be read: missing, empty, binary, too large, or of an unknown encoding."""


class NoArticle(PageError):
    """A page that was read but holds no article."""


class LexiconError(VerbaleError):
    """An entry of a lexicon that cannot be used."""


class UsageError(VerbaleError):
    """An argument that cannot be used, such as a day that is none."""


class LedgerError(VerbaleError):
    """A ledger that cannot be opened, read or written, or that does not hold what it should."""
