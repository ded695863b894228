"""All checks of our lexicons and a user's folder together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

from verbale.entities.checking.cells import Known, faults
from verbale.entities.checking.forms import common_words, shared
from verbale.entities.checking.rules import rule_problems
from verbale.entities.checking.sources import Problem, Rows, Source, our_names, ours, rows_of, theirs
from verbale.entities.tenures import edge
from verbale.lexicons import own

_Read = dict[str, list[Rows]]


def check(folder: Path | None) -> tuple[Problem, ...]:
    """Look for everything that is wrong in the lexicons.

    Args:
        folder: The user's folder; ``None`` for our own files alone.

    Returns:
        The problems by file and line; ours first. Forms that several people share, and common words among ours, are no problems: the
        reader tells them apart by office, state and the words beside them.
    """
    given = [theirs(path) for path in sorted(folder.iterdir())] if folder else []
    usable = [source for source in given if isinstance(source, Source) and source.name in (*own.KEYS, *our_names(".toml"))]
    read = {name: [rows_of(source) for source in (ours(name), *usable) if source.name == name] for name in own.KEYS}
    problems = [item for item in given if isinstance(item, Problem)]
    problems += [_unknown_file(source) for source in given if isinstance(source, Source) and source not in usable]
    problems += [problem for tables_of_one in read.values() for table in tables_of_one for problem in _table(table, read)]
    problems += [problem for tables_of_one in read.values() for table in tables_of_one[1:] for problem in common_words(table)]
    problems += shared(read)
    rules = [*(ours(name) for name in our_names(".toml")), *(source for source in usable if source.name.endswith(".toml"))]
    problems += [problem for source in rules for problem in rule_problems(source)]
    return tuple(sorted(set(problems), key=lambda item: (item.file not in tables_of_ours(), item)))


def tables_of_ours() -> frozenset[str]:
    """The names under which our own files are shown."""
    return frozenset((*own.KEYS, *our_names(".toml")))


def _unknown_file(source: Source) -> Problem:
    right = ", ".join((*own.KEYS, *our_names(".toml")))
    return Problem(source.shown, 0, "error", f"is not read: name it as one of {right}")


def _table(table: Rows, read: _Read) -> Iterator[Problem]:
    """What is wrong with one table by itself, and with what it refers to."""
    yield from table.problems
    known, shown, name = Known.of(read), table.source.shown, table.source.name
    columns = read[name][0].columns
    for column in (column for column in table.columns if column not in columns):
        yield Problem(shown, 1, "error", f"unknown column {column!r}: there are {', '.join(columns)}")
    for number, row in table.rows:
        for words in faults(name, row, known):
            yield Problem(shown, number, "error", words)
    yield from _order(table)
    yield from _new_entries(table, read[name][0])
    if name == "offices.tsv":
        yield from _overlaps(table)


def _order(table: Rows) -> Iterator[Problem]:
    """Rows that stand twice or out of order."""
    keys = own.KEYS[table.source.name]
    every = keys if len(keys) == 1 else ("person", "office", "body", "from", "to")
    last: tuple[str, ...] | None = None
    for number, row in table.rows:
        key = tuple(row.get(column, "") for column in every)
        shown = " ".join(part for part in key if part)
        if last is not None and key == last:
            yield Problem(table.source.shown, number, "error", f"{shown} stands twice: write one row")
        elif last is not None and key < last:
            words = f"{shown} stands after {' '.join(last)}: sort the rows by {', '.join(every)}"
            yield Problem(table.source.shown, number, "error" if table.source.ours else "warning", words)
        last = key


def _new_entries(table: Rows, first: Rows) -> Iterator[Problem]:
    """Entries of the user's that are not among ours must have all that ours have."""
    key = own.KEYS[table.source.name]
    if table.source.ours or len(key) > 1:
        return
    ids = {row[key[0]] for _, row in first.rows}
    always = [column for column in first.columns if all(row[column] for _, row in first.rows)]
    for number, row in table.rows:
        lacking = [column for column in always if not row.get(column)]
        if row[key[0]] not in ids and lacking:
            right = f"write {', '.join(lacking)}, or the {key[0]} of an entry that is there"
            yield Problem(table.source.shown, number, "error", f"the new entry {row[key[0]]!r} is not whole: {right}")


def _overlaps(table: Rows) -> Iterator[Problem]:
    """Tenures of one person in one office at the same time; a shared day, or a shared month where only that is known, is none."""
    held: dict[tuple[str, ...], list[tuple[int, dict[str, str]]]] = {}
    for number, row in table.rows:
        held.setdefault(tuple(row[column] for column in own.KEYS["offices.tsv"]), []).append((number, row))
    for rows in held.values():
        ordered = sorted(rows, key=lambda item: item[1].get("from", ""))
        for (_, before), (number, after) in itertools.pairwise(ordered):
            if _runs_into(before.get("to", ""), after.get("from", "")):
                words = f"begins ({after.get('from') or '…'}) before the last tenure ends ({before.get('to') or '…'}): mend one of the days"
                yield Problem(table.source.shown, number, "error", words)


def _runs_into(end: str, start: str) -> bool:
    try:
        last, first = edge(end, first=True), edge(start, first=False)
    except ValueError:
        return False
    return last is None or first is None or last > first


def errors(problems: Sequence[Problem]) -> int:
    """How many of the problems are errors."""
    return sum(problem.level == "error" for problem in problems)
