"""Words beside a name that decide how it is read (``lexicons/contexts.toml``)."""

from __future__ import annotations

import functools
import re
from typing import Any

from verbale.lexicons.tables import rules
from verbale.model import Span

# A context reaches this far from its name, in characters.
_REACH = 40


def before(name: str, text: str, place: int, low: int = 0) -> bool:
    """Whether the words of a context stand directly before a place.

    Args:
        name: The context's name.
        text: Folded text.
        place: Where the name begins.
        low: The context lies wholly after this place.
    """
    words = _words(name)
    if words is not None:
        return text.endswith(words, low, place)
    return _pattern(name).search(text, max(low, place - _REACH), place) is not None


def after(name: str, text: str, place: int) -> bool:
    """Whether the words of a context stand directly after a place.

    Args:
        name: The context's name.
        text: Folded text.
        place: Where the name ends.
    """
    words = _words(name)
    if words is not None:
        return text.startswith(words, place)
    return _pattern(name).match(text, place) is not None


def within(name: str, text: str, span: Span) -> bool:
    """Whether a span ends in the words of a context (side ``end``) or is one of them (side ``between``).

    Args:
        name: The context's name.
        text: Folded text.
        span: The span.
    """
    words = _words(name)
    if words is None:
        return _pattern(name).search(text[span.start : span.end]) is not None
    if _entry(name)["side"] == "between":
        return text[span.start : span.end] in words
    return text.endswith(words, span.start, span.end)


@functools.cache
def _entry(name: str) -> dict[str, Any]:
    return next(entry for entry in rules("contexts.toml")["context"] if entry["name"] == name)


@functools.cache
def _words(name: str) -> tuple[str, ...] | None:
    """The words of a context that needs no pattern."""
    entry = _entry(name)
    return tuple(entry["words"]) if "words" in entry and "between" not in entry else None


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    entry = _entry(name)
    words = "|".join(re.escape(word) for word in sorted(entry.get("words", ()), key=len, reverse=True))
    between = "|".join(re.escape(word) for word in sorted(entry.get("between", ()), key=len, reverse=True))
    pattern = entry.get("pattern") or f"(?:{between}){{0,4}}(?:{words})"
    return re.compile(f"(?:{pattern})$" if entry["side"] in {"before", "end"} else pattern)
