"""Users' own lexicons: a folder of files named like ours, whose entries extend and override them."""

from __future__ import annotations

import contextlib
import functools
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import click

from verbale.errors import LexiconError

# Names the folder; empty for none at all. Without it the configuration folder is looked into.
VARIABLE = "VERBALE_LEXICONS"
# The tables that can be extended, with the columns that make a row the one it is.
KEYS: dict[str, tuple[str, ...]] = {
    "cities.tsv": ("id",),
    "offices.tsv": ("person", "office", "body"),
    "organizations.tsv": ("id",),
    "people.tsv": ("id",),
    "states.tsv": ("id",),
    "titles.tsv": ("office",),
    "venues.tsv": ("id",),
}
# A cell that begins with it adds its forms to those that are there.
ADDING = "+"
Row = dict[str, str]
Stamp = tuple[tuple[str, int, int], ...]
_held: ContextVar[Stamp | None] = ContextVar("held", default=None)


def folder() -> Path | None:
    """The folder with the user's lexicons.

    Returns:
        What ``VERBALE_LEXICONS`` names, else ``verbale/lexicons`` in the user's configuration folder where it exists; ``None`` for none.

    Raises:
        LexiconError: ``VERBALE_LEXICONS`` names no folder.
    """
    named = os.environ.get(VARIABLE)
    if named is None:
        return usual() if usual().is_dir() else None
    if not named:
        return None
    if not Path(named).is_dir():
        raise LexiconError(f"{named}: no such folder of lexicons; name one that exists, or none")
    return Path(named)


def usual() -> Path:
    """Where the user's lexicons are looked for when ``VERBALE_LEXICONS`` is not set, whether the folder exists or not."""
    return _configuration(os.environ.get("XDG_CONFIG_HOME"), os.environ.get("HOME")) / "lexicons"


@functools.cache
def _configuration(*_: str | None) -> Path:
    """The configuration folder, found anew where the variables that tell it change."""
    return Path(click.get_app_dir("verbale"))


def stamp() -> Stamp:
    """What tells whether the user's files have changed: name, time of change and size of each, in order.

    Returns:
        Nothing where there are none.
    """
    held = _held.get()
    return _looked() if held is None else held


@contextlib.contextmanager
def holding() -> Iterator[None]:
    """Look at the user's files once for all that is done within, which then is done with one state of them.

    Yields:
        Nothing.
    """
    token = _held.set(stamp())
    try:
        yield
    finally:
        _held.reset(token)


def _looked() -> Stamp:
    place = folder()
    if place is None:
        return ()
    with os.scandir(place) as entries:
        files = [(entry.path, entry.stat()) for entry in entries if entry.name.endswith((".tsv", ".toml"))]
    return tuple(sorted((path, state.st_mtime_ns, state.st_size) for path, state in files))


def text(file: str) -> tuple[str, str] | None:
    """The user's file of this name.

    Args:
        file: File name, ``people.tsv``.

    Returns:
        Its path as errors show it, and its text; ``None`` where there is no such file.

    Raises:
        LexiconError: It is not UTF-8 or cannot be read.
    """
    place = folder()
    path = place / file if place else None
    if path is None or not path.is_file():
        return None
    try:
        return str(path), path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read ({error}); write it as UTF-8") from error


def merged(file: str, ours: Sequence[Row], theirs: Sequence[Row]) -> list[Row]:
    """Our rows with theirs: a row with a key of ours replaces it, cell by cell; other rows are added.

    An empty cell keeps ours, a cell that begins with ``+`` adds its forms to ours. In a table whose key may repeat (``offices.tsv``)
    all rows of a key replace all of ours.

    Args:
        file: File name inside ``lexicons/``.
        ours: Our rows, in order.
        theirs: The user's rows, in order; columns may be missing.

    Returns:
        New rows with all of our columns, ours first.
    """
    keys = KEYS[file]
    columns = list(ours[0])
    known = {_key(row, keys): row for row in ours}
    single = len(keys) == 1
    given = [_over(known.get(_key(row, keys), {}) if single else {}, row, columns) for row in theirs]
    replaced = {_key(row, keys): row for row in given}
    kept = [replaced.get(_key(row, keys), row) if single else row for row in ours if single or _key(row, keys) not in replaced]
    return kept + [row for row in given if not single or _key(row, keys) not in known]


def _key(row: Mapping[str, str], keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(row[key] for key in keys)


def _over(ours: Mapping[str, str], theirs: Mapping[str, str], columns: Iterable[str]) -> Row:
    return {column: _cell(ours.get(column, ""), theirs.get(column, "")) for column in columns}


def _cell(ours: str, theirs: str) -> str:
    if theirs.startswith(ADDING):
        added = theirs.removeprefix(ADDING).removeprefix("|")
        return "|".join(dict.fromkeys(part for part in (*ours.split("|"), *added.split("|")) if part))
    return theirs or ours


def merged_rules(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Our rules with theirs: lists grow, an entry with the ``name`` of ours replaces it, other values replace ours.

    Args:
        ours: A parsed document.
        theirs: The user's document of that name.

    Returns:
        A new document.
    """
    both = dict(ours)
    for name, value in theirs.items():
        known = both.get(name)
        if isinstance(known, dict) and isinstance(value, dict):
            both[name] = merged_rules(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            both[name] = _merged_list(known, value)
        else:
            both[name] = value
    return both


def _merged_list(ours: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    named = {item["name"]: item for item in theirs if isinstance(item, dict) and "name" in item}
    kept = [named.get(item.get("name"), item) if isinstance(item, dict) else item for item in ours]
    return kept + [item for item in theirs if item not in kept]
