"""Forms that may mislead: those of two entries, and those that are common words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from verbale.entities.checking.cells import FORM_COLUMNS
from verbale.entities.checking.sources import Problem, Row, Rows, folded_rows
from verbale.language.fold import fold
from verbale.language.tagger import tag
from verbale.lexicons import own, tables
from verbale.model import Span

# Tables in which one form must not mean two things; people may share a name and are told apart by office and state.
_DISTINCT = frozenset({"cities.tsv", "organizations.tsv", "states.tsv", "titles.tsv", "venues.tsv"})
_LONGEST_WORD = 3
# The tagger's tags of plain words: nouns, verbs, adjectives, adverbs and the like, no names.
_PLAIN = frozenset({"n", "v", "vn", "vd", "a", "ad", "an", "d", "m", "q", "r", "p", "c", "u", "t", "f", "s", "TIME"})
# The words that act for a government are several states' (国务院).
_SHAREABLE = frozenset({"actors", "short"})
Bearer = tuple[Rows, int, str, str]  # the table, the line, the id, the state of an organization


def shared(read: Mapping[str, list[Rows]]) -> Iterator[Problem]:
    """Forms of two entries: an error within most tables, a warning where a user's form meets another entry's."""
    bearers: dict[str, list[Bearer]] = defaultdict(list)
    for file, found in read.items():
        key = own.KEYS[file][0]
        for table in found:
            for number, row in folded_rows(table).items() if file != "offices.tsv" else ():
                for form in _full_forms(row):
                    bearers[form].append((table, number, row[key], row.get("state", "")))
    for form, places in sorted(bearers.items()):
        yield from _clashes(form, places)


def _full_forms(row: Row) -> set[str]:
    """All forms but those that states share."""
    cells = (row.get(column, "").removeprefix(own.ADDING).removeprefix("|") for column in FORM_COLUMNS if column not in _SHAREABLE)
    return {form for cell in cells for form in tables.forms(cell)}


def _clashes(form: str, places: list[Bearer]) -> Iterator[Problem]:
    for index, (table, number, name, state) in enumerate(places):
        for other, line, also, home in places[:index]:
            if other.source.name == table.source.name and (also == name or (state and home and state != home)):
                continue  # organizations of two states may share a name: the page tells which state it speaks of
            words = f"{form!r} of {name} is also a form of {also} ({other.source.shown}:{line}): leave it out where one is rarely meant"
            if other.source.name == table.source.name and table.source.name in _DISTINCT:
                yield Problem(table.source.shown, number, "error", words)
            elif not table.source.ours:
                yield Problem(table.source.shown, number, "warning", words)


def common_words(table: Rows) -> Iterator[Problem]:
    """Short forms that the tagger takes for a plain word: they will be found where nobody is meant."""
    if table.source.name in {"offices.tsv", "titles.tsv"}:
        return
    for number, row in table.rows:
        for form in sorted(_full_forms(row)):
            if len(form) <= _LONGEST_WORD and _is_plain(fold(form)):
                right = "leave it out, or guard it in guards_names.toml against the words beside which it is none"
                yield Problem(table.source.shown, number, "warning", f"{form!r} is a common word: {right}")


def _is_plain(form: str) -> bool:
    words = tag(form, [Span(0, len(form))]).items
    return len(words) == 1 and words[0].tag in _PLAIN
