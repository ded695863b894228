"""Checks of the rules (TOML): an entry looks like ours of its kind, and its patterns can be used."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from verbale.entities.checking.sources import Problem, Source, ours
from verbale.errors import LexiconError
from verbale.lexicons import tables

_PATTERN_FIELDS = ("pattern", "after", "not_after", "before", "not_before")


@functools.lru_cache(maxsize=128)
def rule_problems(source: Source) -> tuple[Problem, ...]:
    """What is wrong with one file of rules.

    Args:
        source: The file, ours or the user's.

    Returns:
        The problems, in no order; found once for each text of a file.
    """
    return tuple(_problems(source))


def _problems(source: Source) -> Iterator[Problem]:
    try:
        document = tables.document(source.shown, source.text)
    except LexiconError as error:
        found = re.search(r"at line (\d+)", str(error))
        words = str(error).removeprefix(f"{source.shown}: ").replace(";", ":", 1)
        yield Problem(source.shown, int(found[1]) if found else 0, "error", words)
        return
    model = document if source.ours else tables.document(source.name, ours(source.name).text)
    lines = _Lines(source.text)
    for name, value in document.items():
        if name not in model:
            yield Problem(source.shown, lines.of(name), "error", f"{name!r} is no part of this file: write one of {', '.join(model)}")
        elif _is_entries(model[name]):
            yield from _entries(source, name, value, model[name], lines)
        elif type(value) is not type(model[name]):
            right = type(model[name]).__name__
            yield Problem(source.shown, lines.of(name), "error", f"{name} is a {type(value).__name__}: write a {right}")


class _Lines:
    """Where the parts of a document begin."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._found: dict[str, list[int]] = {}

    def of(self, name: str, index: int = 0) -> int:
        """The line of the so-many-th part with a name, from 1; 0 where it is not found."""
        if name not in self._found:
            heads = re.compile(rf"\s*(?:\[\[?\s*{re.escape(name)}\s*\]\]?|{re.escape(name)}\s*=)")
            self._found[name] = [number for number, line in enumerate(self._lines, 1) if heads.match(line)]
        found = self._found[name]
        return found[index] if index < len(found) else 0


def _is_entries(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _entries(source: Source, name: str, value: Any, model: list[dict[str, Any]], lines: _Lines) -> Iterator[Problem]:
    if not _is_entries(value):
        yield Problem(source.shown, lines.of(name), "error", f"{name} is no list of entries: begin each with [[{name}]]")
        return
    known = {field: type(item[field]) for item in model for field in item}
    always = set.intersection(*(set(item) for item in model))
    seen: set[str] = set()
    for index, entry in enumerate(value):
        line = lines.of(name, index)
        for words in _faults(entry, known, always):
            yield Problem(source.shown, line, "error", words)
        title = entry.get("name")
        if isinstance(title, str) and title in seen:
            yield Problem(source.shown, line, "error", f"the name {title!r} stands twice among [[{name}]]: give each its own")
        seen.add(str(title) if title else "")


def _faults(entry: Mapping[str, Any], known: Mapping[str, type], always: set[str]) -> Iterator[str]:
    for field in sorted(always - entry.keys()):
        yield f"{field} is missing: every entry of this kind has it"
    for field, value in entry.items():
        if field not in known:
            yield f"{field} is unknown: the fields are {', '.join(sorted(known))}"
        elif not isinstance(value, known[field]):
            yield f"{field} is a {type(value).__name__}: write a {known[field].__name__}"
        elif field in _PATTERN_FIELDS and isinstance(value, str) and (fault := _pattern_fault(value)):
            yield f"{field} is no regular expression ({fault}): mend it"


def _pattern_fault(pattern: str) -> str | None:
    try:
        re.compile(pattern)
    except re.error as error:
        return str(error)
    return None
