"""Marks of lines, read from ``lexicons/line_markers.toml``."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import cast

import msgspec

from verbale.errors import LexiconError
from verbale.model import LineKind


class Marker(msgspec.Struct, frozen=True):
    """One mark: its name, the kind that it speaks for, and the pattern that is searched in a folded, stripped line."""

    name: str
    kind: LineKind
    pattern: re.Pattern[str]
    yes: tuple[str, ...]
    no: tuple[str, ...]


@functools.lru_cache(maxsize=1)
def markers() -> tuple[Marker, ...]:
    """All marks in the order of the file.

    Returns:
        The marks.

    Raises:
        LexiconError: An entry lacks a field or its pattern is no regular expression.
    """
    text = resources.files("verbale.lexicons").joinpath("line_markers.toml").read_text(encoding="utf-8")
    return tuple(_marker(entry) for entry in tomllib.loads(text)["marker"])


def _marker(entry: dict[str, object]) -> Marker:
    try:
        pattern = re.compile(str(entry["pattern"]))
        yes, no = (tuple(cast(list[str], entry[key])) for key in ("yes", "no"))
        return Marker(str(entry["name"]), cast(LineKind, entry["kind"]), pattern, yes, no)
    except (KeyError, re.error) as fault:
        raise LexiconError(
            f"line_markers.toml: entry {entry.get('name', '?')}: {fault!r}; it needs name, kind, pattern, yes and no"
        ) from fault


@functools.lru_cache(maxsize=4096)
def marks(line: str) -> tuple[Marker, ...]:
    """The marks of one line.

    Args:
        line: Folded, without white space at its ends.

    Returns:
        Every mark whose pattern is found, in the order of the file.
    """
    return tuple(marker for marker in markers() if marker.pattern.search(line))
