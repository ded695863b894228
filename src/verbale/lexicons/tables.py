"""Reads the tables of words: tab-separated, one header line, ``#`` comment lines, forms separated by ``|``.

The user's own files (see :mod:`verbale.lexicons.own`) extend and override ours.
"""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from verbale.errors import LexiconError
from verbale.lexicons import own

_PACKAGE = "verbale.lexicons"


def text(file: str) -> str:
    """The text of one of our lexicon files.

    Args:
        file: File name inside ``lexicons/`` with its extension, ``states.tsv``.

    Returns:
        The whole file.

    Raises:
        LexiconError: There is no such file.
    """
    try:
        return importlib.resources.files(_PACKAGE).joinpath(file).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise LexiconError(f"{file}: there is no such lexicon; name a file of {_PACKAGE}") from error


def parse(file: str, content: str, required: tuple[str, ...] = ()) -> list[dict[str, str]]:
    """The rows of a table.

    Args:
        file: The name to show in errors.
        content: The table's text.
        required: Columns in which no row may be empty; they must be in the header.

    Returns:
        One dictionary a row: column name to cell, empty cells as ``""``, in the order of the file.

    Raises:
        LexiconError: No header, a missing column, a row of the wrong width, an empty required cell or stray white space.
    """
    rows: list[dict[str, str]] = []
    for _, row in numbered(file, content, required):
        if isinstance(row, LexiconError):
            raise row
        rows.append(row)
    return rows


def numbered(file: str, content: str, required: tuple[str, ...] = ()) -> Iterator[tuple[int, dict[str, str] | LexiconError]]:
    """The rows of a table with their lines; a faulty row does not hide the others.

    Args:
        file: The name to show in errors.
        content: The table's text.
        required: As for :func:`parse`.

    Yields:
        The line's number, from 1, and its row or what is wrong with it.
    """
    header: list[str] | None = None
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip("\r") or line.startswith("#"):
            continue
        cells = line.rstrip("\r").split("\t")
        try:
            if header is None:
                header = cells
                _check_header(file, number, header, required)
            else:
                yield number, _row(file, number, header, cells, required)
        except LexiconError as error:
            yield number, error
    if header is None:
        fault = f"{file}:1: no header; the first line that is no comment must name the columns, separated by tabs"
        yield 1, LexiconError(fault)


def rows(file: str, required: tuple[str, ...] = (), written: Callable[[str], str] = str) -> tuple[dict[str, str], ...]:
    """The rows of one lexicon table, read once while the user's files stay as they are.

    Args:
        file: File name inside ``lexicons/``, ``states.tsv``.
        required: Columns in which no row may be empty.
        written: What is done with the whole text first, such as bringing it into one script.

    Returns:
        One dictionary a row, see :func:`parse`. They are shared: do not change them.

    Raises:
        LexiconError: As :func:`parse` and :func:`text`.
    """
    return _rows(file, required, written, own.stamp() if file in own.KEYS else ())


@functools.cache
def _ours(file: str, required: tuple[str, ...], written: Callable[[str], str]) -> tuple[dict[str, str], ...]:
    return tuple(parse(file, written(text(file)), required))


@functools.lru_cache(maxsize=64)
def _rows(file: str, required: tuple[str, ...], written: Callable[[str], str], stamp: own.Stamp) -> tuple[dict[str, str], ...]:
    ours = _ours(file, required, written)
    given = own.text(file) if stamp else None
    if given is None:
        return ours
    shown, content = given
    theirs = parse(shown, written(content), own.KEYS[file])
    _check_columns(shown, theirs, ours)
    both = tuple(own.merged(file, ours, theirs))
    for row in both:
        if lacking := [column for column in required if not row[column]]:
            key = row[own.KEYS[file][0]]
            raise LexiconError(f"{shown}: the new entry {key!r} has no {', '.join(lacking)}; write {', '.join(required)}")
    return both


def _check_columns(shown: str, theirs: Sequence[dict[str, str]], ours: Sequence[dict[str, str]]) -> None:
    unknown = [column for column in (theirs[0] if theirs else ()) if column not in ours[0]]
    if unknown:
        raise LexiconError(f"{shown}: unknown column {', '.join(unknown)}; there are {', '.join(ours[0])}")


def rules(file: str) -> dict[str, Any]:
    """One TOML lexicon, read once while the user's files stay as they are.

    Args:
        file: File name inside ``lexicons/``, ``bodies.toml``.

    Returns:
        The parsed document. It is shared: do not change it.

    Raises:
        LexiconError: There is no such file or it is no TOML; the message has the line.
    """
    return _rules(file, own.stamp())


@functools.lru_cache(maxsize=64)
def _rules(file: str, stamp: own.Stamp) -> dict[str, Any]:
    ours = document(file, text(file))
    given = own.text(file) if stamp else None
    return own.merged_rules(ours, document(*given)) if given else ours


def document(file: str, content: str) -> dict[str, Any]:
    """A parsed TOML document.

    Args:
        file: The name to show in errors.
        content: Its text.

    Returns:
        The document.

    Raises:
        LexiconError: It is no TOML; the message has the line.
    """
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{file}: {error}; write valid TOML 1.0") from error


def forms(cell: str) -> tuple[str, ...]:
    """The written forms in one cell.

    Args:
        cell: Forms separated by ``|``, or an empty cell.

    Returns:
        The forms in order.
    """
    return tuple(cell.split("|")) if cell else ()


def _check_header(file: str, number: int, header: list[str], required: tuple[str, ...]) -> None:
    if len(set(header)) != len(header):
        raise LexiconError(f"{file}:{number}: a column is named twice; columns must differ: {', '.join(header)}")
    missing = [column for column in required if column not in header]
    if missing:
        raise LexiconError(f"{file}:{number}: no column {', '.join(missing)}; the header must have {', '.join(required)}")


def _row(file: str, number: int, header: list[str], cells: list[str], required: tuple[str, ...]) -> dict[str, str]:
    if len(cells) != len(header):
        raise LexiconError(f"{file}:{number}: {len(cells)} cells; write {len(header)}, separated by single tabs: {', '.join(header)}")
    row = dict(zip(header, cells, strict=True))
    for column, cell in row.items():
        if cell != cell.strip():
            raise LexiconError(f"{file}:{number}: white space around {column} {cell!r}; write it without")
        if "" in cell.split("|") and (cell or column in required):
            raise LexiconError(f"{file}:{number}: {column} is empty or has an empty form; write at least one, separated by single |")
    return row
