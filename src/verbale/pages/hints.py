"""What the names and elements of a page's boxes tell, read from ``lexicons/layout_hints.toml``."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from verbale.errors import LexiconError

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SURE = 6  # letters from which on a word is looked for inside others, as in "newscontentbox"


@functools.lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, frozenset[str]], dict[str, str], dict[str, str]]:
    """Words and what they tell, long words and what they tell, elements and what they tell."""
    text = resources.files("verbale.lexicons").joinpath("layout_hints.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    words: dict[str, frozenset[str]] = {}
    for hint, listed in tables["hints"].items():
        for word in listed:
            if word in words:
                raise LexiconError(f"layout_hints.toml: {word!r} is listed twice")
            words[word] = frozenset((hint,))
    long = {word: next(iter(hint)) for word, hint in words.items() if len(word) >= _SURE}
    return words, long, tables["elements"]


@functools.lru_cache(maxsize=4096)
def hints_of(tag: str, names: str) -> frozenset[str]:
    """What one box tells of the text in it.

    Args:
        tag: The element.
        names: Its class and id.

    Returns:
        The hints, none for a box that tells nothing.
    """
    words, long, elements = _tables()
    found = {elements[tag]} if tag in elements else set()
    for word in _WORD.findall(names):
        found |= words.get(word.lower(), frozenset())
    lower = names.lower()
    found.update(hint for word, hint in long.items() if word in lower)
    return frozenset(found)
