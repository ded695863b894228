"""The words of time from lexicons/times.toml, ready for patterns."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Any

from verbale.language.numbers import NUMERALS, ZEROS


@functools.lru_cache(maxsize=1)
def lexicon() -> dict[str, Any]:
    """The tables of lexicons/times.toml, as the file has them."""
    return tomllib.loads(resources.files("verbale.lexicons").joinpath("times.toml").read_text(encoding="utf-8"))


def table(name: str) -> dict[str, Any]:
    """One table of the lexicon.

    Args:
        name: The table's name.

    Returns:
        Word to value.
    """
    found: dict[str, Any] = lexicon()[name]
    return found


def listed(name: str, key: str = "words") -> list[str]:
    """One list of words of the lexicon.

    Args:
        name: The table's name.
        key: The list's name in it.

    Returns:
        The words in the file's order.
    """
    found: list[str] = lexicon()[name][key]
    return found


def around(name: str) -> str:
    """The words of one list around times, as a pattern.

    Args:
        name: The list's name in the table ``around``.

    Returns:
        A regular expression in a group of its own, the words in the file's order.
    """
    return f"(?:{'|'.join(listed('around', name))})"


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first.

    Args:
        words: Plain words, no patterns.

    Returns:
        A regular expression, not grouped by name.
    """
    return _alternatives(words, {}, {})


def whole(words: Iterable[str]) -> str:
    """A pattern for any of the words where it is not cut out of others (接近|日方, 同|日方).

    Args:
        words: Plain words, no patterns.

    Returns:
        A regular expression, not grouped by name, the longest word first.
    """
    return _alternatives(words, table("not_after"), table("not_before"))


def _alternatives(words: Iterable[str], not_after: dict[str, str], not_before: dict[str, str]) -> str:
    """The words by their first characters, so that most are ruled out at once."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(word)
    branches = []
    for first, group in by_first.items():
        guard = f"(?<![{not_after[first]}])" if first in not_after else ""
        branches.append(guard + re.escape(first) + "(?:" + "|".join(_rest(word, not_before) for word in group) + ")")
    return "(?:" + "|".join(branches) + ")"


def _rest(word: str, not_before: dict[str, str]) -> str:
    """A word after its first character, with what may not follow; 今日 and its like are sure whatever follows."""
    sure = word[0] in "今昨明" and word[-1] == "日"
    after = None if sure else not_before.get(word[-1])
    return re.escape(word[1:]) + (f"(?!{after})" if after else "")


# Bounded, so that a long run of figures costs no more than a short one.
NUMBER = rf"(?:\d{{1,8}}|[{NUMERALS}]{{1,12}})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])(?![\d])"
_TO_NINE = "[一二三四五六七八九]"
DAY = rf"(?:[12]\d|3[01]|0?[1-9]|三十一?|二十{_TO_NINE}?|廿{_TO_NINE}?|卅一?|十{_TO_NINE}?|{_TO_NINE})"
CHINESE_YEAR = rf"[一二][{ZEROS}O0一二三四五六七八九]{{3}}"  # O and 0 are what typists put for 〇
