"""The words around a cue that decide what it tells (``lexicons/signs_*.toml``)."""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Callable, Mapping
from typing import Any, Literal

import msgspec

from verbale.errors import LexiconError
from verbale.lexicons.tables import rules

_FOLDER = importlib.resources.files("verbale.lexicons")
FILES = tuple(sorted(file.name for file in _FOLDER.iterdir() if file.name.startswith("signs_")))


class Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One group of words with one meaning.

    Attributes:
        name: Its name, unique over all files.
        meaning: What a stretch with such a word tells.
        at: Where in the stretch a word must stand: at its ``start``, at its ``end``, ``anywhere``, or it is the ``whole`` stretch.
        words: The words, simplified.
        pattern: A regular expression beside the words, where words do not suffice.
        within: How many characters of the same clause may stand between the word and the start or end.
        yes: Own-written stretches that have the sign. A ``|`` marks where the cue stands: what counts is what is before it (``end``) or
            after it (``start``).
        no: Stretches that look alike and have it not.
    """

    name: str
    meaning: str
    at: Literal["start", "end", "anywhere", "whole"]
    words: tuple[str, ...] = ()
    pattern: str = ""
    within: int = 0
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

    @property
    def either(self) -> str:
        """A regular expression for any of its words, the longest first."""
        words = sorted(self.words, key=lambda word: (-len(word), word))
        return "(?:" + "|".join((*map(re.escape, words), *filter(None, [self.pattern]))) + ")"

    @functools.cached_property
    def _compiled(self) -> re.Pattern[str]:
        gap = f"[^，。；]{{0,{self.within}}}" if self.within else ""
        before, after = (f"{gap}?" if gap and self.at == "start" else ""), (f"{gap}$" if self.at == "end" else "")
        return re.compile(f"{before}{self.either}{after}")

    @functools.cached_property
    def _how(self) -> Callable[[str, int, int], re.Match[str] | None]:
        """Where the pattern is tried: at the start, on the whole stretch, or anywhere."""
        return {"start": self._compiled.match, "whole": self._compiled.fullmatch}.get(self.at, self._compiled.search)

    def found(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place of the sign in a stretch.

        Args:
            text: Folded text.
            start: Where the stretch begins, in code points.
            end: Where it ends; ``None`` for the end of the text.

        Returns:
            The match, with the groups of ``pattern``, or ``None``.
        """
        return self._how(text, start, len(text) if end is None else end)

    def all(self, text: str, start: int, end: int) -> list[re.Match[str]]:
        """Every place of the sign in a stretch, in order; arguments as for :meth:`found`."""
        return list(self._compiled.finditer(text, start, end))


@functools.cache
def signs() -> Mapping[str, Sign]:
    """All signs by name.

    Raises:
        LexiconError: An entry has an unknown or missing field, no word, no regular expression as pattern, or a name is used twice.
    """
    known: dict[str, Sign] = {}
    for file in FILES:
        for entry in rules(file)["sign"]:
            read = _sign(file, entry)
            if read.name in known:
                raise LexiconError(f"{file}: {read.name} is named twice; give every sign its own name")
            known[read.name] = read
    return known


def _sign(file: str, entry: Mapping[str, Any]) -> Sign:
    try:
        read = msgspec.convert(entry, Sign)
        re.compile(read.pattern)
    except (msgspec.ValidationError, re.error) as error:
        raise LexiconError(f"{file}: sign {entry.get('name', '?')}: {error}; lexicons/signs.py lists the fields") from error
    if not read.words and not read.pattern:
        raise LexiconError(f"{file}: sign {read.name} has no word; write words or a pattern")
    return read


def sign(name: str) -> Sign:
    """One sign.

    Args:
        name: Its name in the lexicon.

    Raises:
        KeyError: There is no such sign.
    """
    return signs()[name]
