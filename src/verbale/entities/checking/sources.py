"""The files that are checked, and what a problem in one of them is."""

from __future__ import annotations

import importlib.resources
from pathlib import Path
from typing import Literal

import msgspec

from verbale.errors import LexiconError
from verbale.language.fold import simplify
from verbale.lexicons import own, tables

Row = dict[str, str]


class Problem(msgspec.Struct, frozen=True, order=True):
    """One thing that is wrong in a lexicon.

    Attributes:
        file: The file as it is shown.
        line: Its line, from 1; 0 for the whole file.
        level: ``error`` for what cannot be used or contradicts itself, ``warning`` for what may be meant so.
        words: What is wrong, a colon, and what would be right.
    """

    file: str
    line: int
    level: Literal["error", "warning"]
    words: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.level}: {self.words}"


class Source(msgspec.Struct, frozen=True):
    """One file of lexicons.

    Attributes:
        name: Its name, ``people.tsv``.
        shown: Its name or path as problems show it.
        text: Its text.
        ours: Whether it comes with Verbale.
    """

    name: str
    shown: str
    text: str
    ours: bool


class Rows(msgspec.Struct, frozen=True):
    """One table, row by row.

    Attributes:
        source: The file.
        columns: Its columns.
        rows: Each row with its line, cells as written.
        problems: What is wrong with the form of the table.
    """

    source: Source
    columns: tuple[str, ...]
    rows: tuple[tuple[int, Row], ...]
    problems: tuple[Problem, ...]


def ours(name: str) -> Source:
    """One of our files."""
    return Source(name, name, tables.text(name), ours=True)


def our_names(ending: str) -> tuple[str, ...]:
    """The names of our files with an ending, sorted."""
    folder = importlib.resources.files("verbale.lexicons")
    return tuple(sorted(item.name for item in folder.iterdir() if item.name.endswith(ending)))


def theirs(path: Path) -> Source | Problem:
    """A user's file, or why it cannot be read."""
    try:
        return Source(path.name, str(path), path.read_text(encoding="utf-8-sig"), ours=False)
    except (OSError, UnicodeDecodeError) as error:
        return Problem(str(path), 0, "error", f"cannot be read ({error}): write it as UTF-8")


def rows_of(source: Source) -> Rows:
    """A table taken apart; a faulty row does not hide the others."""
    columns = tuple(_columns(source.text))
    rows, problems = [], []
    for number, row in tables.numbered(source.shown, source.text, own.KEYS[source.name]):
        if isinstance(row, LexiconError):
            problems.append(Problem(source.shown, number, "error", _words(row, source.shown, number)))
        else:
            rows.append((number, row))
    return Rows(source, columns, tuple(rows), tuple(problems))


def folded_rows(table: Rows) -> dict[int, Row]:
    """The rows by line in simplified characters, as the gazetteer reads them."""
    return {number: dict(zip(row, simplify("\t".join(row.values())).split("\t"), strict=True)) for number, row in table.rows}


def _columns(text: str) -> list[str]:
    first = next((line for line in text.split("\n") if line.strip("\r") and not line.startswith("#")), "")
    return first.rstrip("\r").split("\t")


def _words(error: LexiconError, shown: str, number: int) -> str:
    """The message without the place, which the problem bears."""
    return str(error).removeprefix(f"{shown}:{number}: ").replace("; ", ": ", 1)
