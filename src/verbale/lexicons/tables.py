"""Reads the tables of words: tab-separated, one header line, ``#`` comment lines, forms separated by ``|``."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from typing import Any

from verbale.errors import LexiconError

_PACKAGE = "verbale.lexicons"


def text(file: str) -> str:
    """The text of one lexicon file.

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
    header: list[str] | None = None
    rows: list[dict[str, str]] = []
    for number, line in enumerate(content.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.rstrip("\r").split("\t")
        if header is None:
            header = cells
            _check_header(file, number, header, required)
            continue
        rows.append(_row(file, number, header, cells, required))
    if header is None:
        raise LexiconError(f"{file}: no header; the first line that is no comment must name the columns, separated by tabs")
    return rows


@functools.cache
def rows(file: str, required: tuple[str, ...] = ()) -> tuple[dict[str, str], ...]:
    """The rows of one lexicon table, read once.

    Args:
        file: File name inside ``lexicons/``, ``states.tsv``.
        required: Columns in which no row may be empty.

    Returns:
        One dictionary a row, see :func:`parse`. They are shared: do not change them.

    Raises:
        LexiconError: As :func:`parse` and :func:`text`.
    """
    return tuple(parse(file, text(file), required))


@functools.cache
def rules(file: str) -> dict[str, Any]:
    """One TOML lexicon, read once.

    Args:
        file: File name inside ``lexicons/``, ``bodies.toml``.

    Returns:
        The parsed document. It is shared: do not change it.

    Raises:
        LexiconError: There is no such file or it is no TOML; the message has the line.
    """
    try:
        return tomllib.loads(text(file))
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
