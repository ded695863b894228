"""Numbers of things in a page's words, and how many sides they say are meeting."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import msgspec

from verbale.ledger.events.signs import FILE
from verbale.lexicons.tables import rules

_DIGITS = {digit: number for number, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {"万": 10**4, "亿": 10**8}


class Count(msgspec.Struct, frozen=True, array_like=True):
    """So many of something.

    Attributes:
        what: Measure word and what is counted, as the page has it, folded.
        number: How many.
        exact: Whether the page gives it as exact.
    """

    what: str
    number: float
    exact: bool


def counts_of(words: str) -> Iterator[Count]:
    """The numbers of things in words.

    Args:
        words: Folded words.

    Yields:
        Each number with what it counts; days, years and rounds are none.
    """
    for found in _pattern().finditer(words):
        if found.start() and words[found.start() - 1] in "第0123456789.":
            continue
        if found["what"] == "点":  # of the clock
            continue
        number = _value(found["number"]) * _SCALES.get(found["scale"] or "", 1)
        yield Count(found["what"], number, not (found["about"] or found["more"]))


def _value(digits: str) -> float:
    """The number that Chinese or Arabic digits write."""
    if digits[0].isdecimal():
        return float(digits.replace(",", ""))
    total = one = 0
    for char in digits:
        if char in _UNITS:
            total, one = total + (one or 1) * _UNITS[char], 0
        else:
            one = _DIGITS[char]
    return float(total + one)


def sides_of(words: str) -> int | None:
    """How many sides words say are meeting.

    Args:
        words: A folded clause.

    Returns:
        The number; ``None`` where they do not say, or say several.
    """
    found = {number for number, pattern in _sided() if pattern.search(words)}
    return found.pop() if len(found) == 1 else None


@functools.cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rules(FILE)["count"]["pattern"])


@functools.cache
def _sided() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((one["number"], re.compile(one["pattern"])) for one in rules(FILE)["sided"])
