"""What promises are about, and what keeps or breaks them (``lexicons/promises.toml``)."""

from __future__ import annotations

import functools
import re
from typing import Any

import msgspec

from verbale.errors import LexiconError
from verbale.lexicons import own
from verbale.lexicons.tables import rules

FILE = "promises.toml"


class Promise(msgspec.Struct, frozen=True):
    """A kind of promise.

    Attributes:
        name: What it is called.
        pattern: Finds it in the folded content of a commitment.
        refused: Where this is found too, it is none.
        by_kind: Kinds of acts that are such a promise whatever the words.
        kept: Kinds of acts that keep it.
        broken: Kinds of acts that break it.
        lasting: Whether it holds from its day on; else it is over once it is done.
        refraining: Whether it is a promise not to do something.
        together: Whether only an act of all of its parties keeps it.
    """

    name: str
    pattern: re.Pattern[str]
    refused: re.Pattern[str] | None
    by_kind: frozenset[str]
    kept: frozenset[str]
    broken: frozenset[str]
    lasting: bool
    refraining: bool
    together: bool

    def says(self, words: str) -> bool:
        """Whether folded words are such a promise."""
        return bool(self.pattern.search(words)) and not (self.refused and self.refused.search(words))


def promises() -> dict[str, Promise]:
    """The kinds of promises by name, in the order of the file.

    Raises:
        LexiconError: An entry lacks a field or its pattern is no regular expression.
    """
    return _promises(own.stamp())


@functools.lru_cache(maxsize=2)
def _promises(_: own.Stamp) -> dict[str, Promise]:
    return {entry["name"]: _promise(entry) for entry in rules(FILE)["promise"]}


def _promise(entry: dict[str, Any]) -> Promise:
    try:
        refused = re.compile(entry["except"]) if "except" in entry else None
        by_kind, kept, broken = (frozenset(entry[name]) for name in ("by_kind", "kept", "broken"))
        lasting, refraining, together = (bool(entry[name]) for name in ("lasting", "refraining", "together"))
        return Promise(entry["name"], re.compile(entry["pattern"]), refused, by_kind, kept, broken, lasting, refraining, together)
    except (KeyError, re.error) as fault:
        raise LexiconError(f"{FILE}: {entry.get('name', '?')}: {fault!r}; look at the other entries") from fault


def promise_of(content: str, kind: str) -> Promise:
    """What a commitment promises.

    Args:
        content: Its folded content.
        kind: The kind of its act.

    Returns:
        The first kind of promise that its act or its words are; where none is, the last of the file.
    """
    found = list(promises().values())
    by_kind = (one for one in found if kind in one.by_kind)
    by_words = (one for words in (main_clause(content), content) for one in found[:-1] if one.says(words))
    return next(by_kind, None) or next(by_words, found[-1])


def main_clause(content: str) -> str:
    """The first of several things that are promised together (…，并…).

    Args:
        content: Folded content.

    Returns:
        Its words; all where there is one alone.
    """
    return words_of("second").split(content)[0]


def words_of(name: str) -> re.Pattern[str]:
    """One list of words as a pattern, longest first.

    Args:
        name: A list of the file, such as ``done`` or ``failed``.

    Raises:
        LexiconError: Its pattern is no regular expression.
    """
    return _words_of(name, own.stamp())


@functools.lru_cache(maxsize=64)
def _words_of(name: str, _: own.Stamp) -> re.Pattern[str]:
    words = sorted(rules(FILE)[name].get("words", ()), key=lambda word: (-len(word), word))
    pattern = rules(FILE)[name].get("pattern")
    try:
        return re.compile("|".join([*map(re.escape, words), *([pattern] if pattern else ())]))
    except re.error as fault:
        raise LexiconError(f"{FILE}: {name}: {fault!r}; write a regular expression as pattern") from fault


def verbs_of(words: str) -> dict[str, int]:
    """The groups of verbs that folded words bear.

    Args:
        words: Folded words.

    Returns:
        Each group's name with the place of its first verb, in the order of the words.
    """
    found: dict[str, int] = {}
    for match in _verbs(own.stamp()).finditer(words):
        if not words_of("nominal").match(words, match.start()):
            found.setdefault(_group(match[0], own.stamp()), match.start())
    return found


@functools.lru_cache(maxsize=2)
def _verbs(_: own.Stamp) -> re.Pattern[str]:
    words = sorted((word for entry in rules(FILE)["verb"] for word in entry["words"]), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))


@functools.lru_cache(maxsize=400)
def _group(verb: str, _: own.Stamp) -> str:
    return next(str(entry["name"]) for entry in rules(FILE)["verb"] if verb in entry["words"])
