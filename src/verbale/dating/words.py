"""The words of ``lexicons/dating.toml``, compiled once."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable

import msgspec

from verbale.errors import LexiconError
from verbale.lexicons.tables import rules


class Epoch(msgspec.Struct, frozen=True):
    """Words that exist only from a day on, or only up to one."""

    name: str
    pattern: re.Pattern[str]
    start: datetime.date | None
    end: datetime.date | None
    yes: tuple[str, ...]
    no: tuple[str, ...]


class Numbered(msgspec.Struct, frozen=True):
    """Something that is counted by the year, such as an anniversary: number ``n`` belongs to ``year + n``.

    Attributes:
        name: What it is.
        pattern: A regular expression with ``#`` for the number.
        year: The year of number zero.
        before: How many days before that year it is spoken of already.
        after: How many days after it.
        yes: Words in which it stands.
        no: Words in which it does not.
    """

    name: str
    pattern: str
    year: int
    yes: tuple[str, ...]
    no: tuple[str, ...]
    before: int = 0
    after: int = 0


def any_of(words: Iterable[str]) -> str:
    """A pattern of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@functools.cache
def pattern(name: str) -> re.Pattern[str]:
    """One list of ``[words]`` as a pattern.

    Args:
        name: Name of the list.
    """
    return re.compile(any_of(rules("dating.toml")["words"][name]))


@functools.cache
def epochs() -> tuple[Epoch, ...]:
    """All epochs in the order of the file.

    Raises:
        LexiconError: An entry lacks a field, has no day, or its pattern is no regular expression.
    """
    return tuple(_epoch(entry) for entry in rules("dating.toml")["epoch"])


def _epoch(entry: dict[str, object]) -> Epoch:
    start, end = entry.get("from"), entry.get("to")
    days = [day for day in (start, end) if isinstance(day, datetime.date)]
    yes, no = entry.get("yes"), entry.get("no")
    if not days or not isinstance(yes, list) or not isinstance(no, list):
        raise LexiconError(f"dating.toml: epoch {entry.get('name', '?')}: write name, pattern, from or to (a day), yes and no")
    try:
        compiled = re.compile(str(entry["pattern"]))
    except (KeyError, re.error) as fault:
        raise LexiconError(f"dating.toml: epoch {entry.get('name', '?')}: {fault!r}; write a regular expression as pattern") from fault
    return Epoch(
        str(entry["name"]),
        compiled,
        start if isinstance(start, datetime.date) else None,
        end if isinstance(end, datetime.date) else None,
        tuple(yes),
        tuple(no),
    )


@functools.cache
def numbered() -> tuple[Numbered, ...]:
    """All that is counted by the year, in the order of the file.

    Raises:
        LexiconError: An entry lacks a field.
    """
    try:
        return tuple(msgspec.convert(rules("dating.toml")["numbered"], list[Numbered]))
    except msgspec.ValidationError as error:
        raise LexiconError(f"dating.toml: numbered: {error}; write name, pattern with #, year, yes and no") from error


@functools.cache
def births() -> dict[str, datetime.date]:
    """Days of birth by the person's id."""
    return dict(rules("dating.toml")["births"])


@functools.cache
def terms() -> tuple[str, frozenset[str]]:
    """The body whose offices end with an administration, and those offices."""
    data = rules("dating.toml")["terms"]
    return str(data["body"]), frozenset(data["offices"])


@functools.cache
def window() -> tuple[datetime.date, datetime.date]:
    """The first and the last day that are considered at all.

    Raises:
        LexiconError: They are no days in order.
    """
    data = rules("dating.toml")["window"]
    first, last = data.get("from"), data.get("to")
    if not isinstance(first, datetime.date) or not isinstance(last, datetime.date) or last <= first:
        raise LexiconError("dating.toml: window: write from and to as days (2000-01-01), from before to")
    return first, last
