"""What full-text search compares: words in one script and one width, cut into overlapping pairs of characters.

Pairs find every word of two and more characters exactly, with no dictionary that could cut it wrongly. Folding here looks at one
character at a time, so every piece of a text folds as it does inside the text, and whatever stands on a page is found by its own words.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from verbale.errors import UsageError
from verbale.language.fold import simplify
from verbale.model import Span

VERSION = "1"  # raised when the same text gives other tokens; a ledger whose index is older is indexed anew
# Variants that are one word to a reader, but that conversion of single characters leaves apart.
_VARIANTS = str.maketrans("羣藉瞭祇馀", "群借了只余")
_IDEOGRAPH = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"[{_IDEOGRAPH}]+|(?:(?![{_IDEOGRAPH}_])\w)+")
_IDEOGRAPHS = re.compile(f"[{_IDEOGRAPH}]")
_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”|(\S+)')


@functools.cache
def _folded(char: str) -> str:
    for variant in (unicodedata.normalize("NFKC", char), simplify(char).translate(_VARIANTS), char.lower()):
        if len(variant) == 1 and variant != char:
            return _folded(variant)
    return char


def folded(text: str) -> str:
    """The text as search compares it: simplified, half-width, lower case.

    Args:
        text: Any text.

    Returns:
        A text of the same length, each character folded by itself.
    """
    return "".join(map(_folded, text))


def tokens(text: str) -> list[str]:
    """The tokens of a text, in order.

    Args:
        text: Any text.

    Returns:
        For each run of ideographs all pairs of neighbours and then its last character; each other word or number whole.
    """
    return [token for run in _RUN.findall(folded(text)) for token in (*_pairs(run), *_last(run))]


def _pairs(run: str) -> list[str]:
    if not _IDEOGRAPHS.match(run):
        return [run]
    return [run[i : i + 2] for i in range(len(run) - 1)]


def _last(run: str) -> list[str]:
    return [run[-1]] if _IDEOGRAPHS.match(run) else []


class Term(tuple[str, ...]):
    """Tokens that must follow one another; the last may be the beginning of one where ``open_ended``."""

    open_ended: bool

    def __new__(cls, parts: list[str], open_ended: bool) -> Term:
        """The term of some tokens."""
        term = super().__new__(cls, parts)
        term.open_ended = open_ended
        return term


def terms(query: str) -> tuple[Term, ...]:
    """What must stand in a passage so that it answers a query.

    Args:
        query: Words separated by white space, all of which must stand there; several words in quotation marks count as one.

    Returns:
        One term a word.

    Raises:
        UsageError: The query holds no letter and no digit.
    """
    found = tuple(_term(runs) for word in _words(query) if (runs := _RUN.findall(folded(word))))
    if not found:
        raise UsageError(f"{query!r} holds no word to search for; give words in either script, such as 停火 谈判")
    return found


def _words(query: str) -> list[str]:
    return [next(filter(None, groups), "") for groups in _QUOTED.findall(query)]


def _term(runs: list[str]) -> Term:
    parts = [token for run in runs[:-1] for token in (*_pairs(run), *_last(run))]
    last = runs[-1]
    if _IDEOGRAPHS.match(last) and len(last) == 1:
        return Term([*parts, last], open_ended=True)
    return Term([*parts, *_pairs(last)], open_ended=False)


def highlights(query: str, text: str, start: int = 0) -> tuple[Span, ...]:
    """Where the words of a query stand in a text.

    Args:
        query: As for :func:`terms`.
        text: The text.
        start: The offset of the text in its page, in code points.

    Returns:
        The places in order, code points of the page, half open; those that touch are one.
    """
    inside = folded(text)
    patterns = filter(None, (_pattern(folded(word)) for word in _words(query)))
    found = sorted(span for pattern in patterns for span in _places(pattern, inside))
    merged: list[Span] = []
    for span in found:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(Span(span.start + start, span.end + start) for span in merged)


def _places(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Every place, also those that overlap (停停 stands twice in 停停停)."""
    place = 0
    while match := pattern.search(text, place):
        yield Span(*match.span())
        place = match.start() + 1


@functools.lru_cache(maxsize=256)
def _pattern(word: str) -> re.Pattern[str] | None:
    """The word with anything but letters and digits between its runs, as the tokens leave it out too."""
    runs = _RUN.findall(word)
    if not runs:
        return None
    between = r"[\W_]*"
    whole = between.join(map(re.escape, runs))
    before = "" if _IDEOGRAPHS.match(runs[0]) else rf"(?<![^\W_{_IDEOGRAPH}])"
    after = "" if _IDEOGRAPHS.match(runs[-1]) else rf"(?![^\W_{_IDEOGRAPH}])"
    return re.compile(before + whole + after)
