"""What each column of a table may hold."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterator, Mapping

import msgspec

from verbale.entities.checking.sources import Row, Rows
from verbale.entities.tenures import edge
from verbale.language.fold import fold
from verbale.lexicons import own, tables

# Territories that are no parties, but have people in office.
GOVERNED = frozenset({"HKG", "MAC"})
ORGANIZATION_KINDS = ("agency", "armed", "bloc", "company", "igo", "media", "other", "parliament", "party", "platform")
FORM_COLUMNS = ("forms", "actors", "short")
_CLEAN = re.compile(r"[^\s·\-—'.](.*[^\s·\-—'])?")
_LATIN = re.compile(r"[A-Za-z]")
_DEGREES = {"latitude": 90, "longitude": 180}


class Known(msgspec.Struct):
    """The ids of all tables together, ours and the user's."""

    ids: dict[str, set[str]]
    titles: set[str]

    @classmethod
    def of(cls, read: Mapping[str, list[Rows]]) -> Known:
        """Collect them."""
        ids = {name: {row[own.KEYS[name][0]] for table in found for _, row in table.rows} for name, found in read.items()}
        titles = {form for table in read["titles.tsv"] for _, row in table.rows for form in (row["office"], *_forms(row.get("forms", "")))}
        return cls(ids, titles)

    def is_body(self, name: str) -> bool:
        """Whether it is a state, an organization or a territory with people in office."""
        return name in self.ids["states.tsv"] or name in self.ids["organizations.tsv"] or name in GOVERNED


Check = Callable[[str, Known], str | None]


def faults(file: str, row: Row, known: Known) -> Iterator[str]:
    """What is wrong with the cells of one row, each with what would be right.

    Args:
        file: The table's name.
        row: The row, cells as written.
        known: All ids.
    """
    for column, check in _checks_of(file):
        if row.get(column) and (fault := check(row[column], known)):
            yield f"{column} {row[column]!r} {fault}"
    for column in FORM_COLUMNS:
        yield from _form_faults(file, column, _forms(row.get(column, "")))
    if file == "offices.tsv":
        yield from _order_of_days(row)


@functools.cache
def _checks_of(file: str) -> tuple[tuple[str, Check], ...]:
    """The checks of one table's columns, in order."""
    return tuple((column, check) for (table, column), check in _CHECKS.items() if table == file)


def _forms(cell: str) -> tuple[str, ...]:
    return tables.forms(cell.removeprefix(own.ADDING).removeprefix("|"))


def _form_faults(file: str, column: str, forms: tuple[str, ...]) -> Iterator[str]:
    single = (file, column) == ("states.tsv", "short")
    for form in forms:
        if single and len(form) != 1:
            yield f"{column}: {form!r} is no single character: write longer forms under forms"
        elif not single and file != "organizations.tsv" and len(form.strip(" ·")) < 2:
            yield f"{column}: {form!r} is a single character: write forms of two characters or more"
        elif not _CLEAN.fullmatch(form) or "··" in form:
            yield f"{column}: {form!r} has a mark at its edge or two in a row: write the bare name"
        elif len(fold(form)) != len(form):
            yield f"{column}: {form!r} changes its length when folded: write it in simplified characters"
    for form in sorted({form for form in forms if forms.count(form) > 1}):
        yield f"{column}: {form!r} stands twice: write it once"


def _order_of_days(row: Row) -> Iterator[str]:
    try:
        first = edge(row.get("from", ""), first=True) or datetime.date.min
        last = edge(row.get("to", ""), first=False) or datetime.date.max
    except ValueError:
        return
    if first > last:
        yield f"ends ({row['to']}) before it begins ({row['from']}): write from before to"


def _like(pattern: str, right: str) -> Check:
    compiled = re.compile(pattern)
    return lambda cell, _: None if compiled.fullmatch(cell) else f"is malformed: write {right}"


def _one_of(words: tuple[str, ...]) -> Check:
    return lambda cell, _: None if cell in words else f"is unknown: write one of {', '.join(words)}"


def _id_in(table: str, what: str) -> Check:
    return lambda cell, known: None if cell in known.ids[table] else f"is not in {table}: write {what}"


def _body(cell: str, known: Known) -> str | None:
    right = "an ISO alpha-3 code of states.tsv or an id of organizations.tsv"
    return None if known.is_body(cell) else f"is neither a state nor an organization: write {right}"


def _day(cell: str, _: Known) -> str | None:
    try:
        edge(cell, first=True)
    except ValueError:
        return "is no day: write an ISO day, month or year (2025-01-21, 2025-01, 2025)"
    return None


def _title(cell: str, known: Known) -> str | None:
    return None if cell in known.titles else "is no title: add it to titles.tsv, or write a form that stands there"


def _degrees(limit: int) -> Check:
    def check(cell: str, _: Known) -> str | None:
        try:
            right = -limit <= float(cell) <= limit
        except ValueError:
            right = False
        return None if right else f"is out of range: write decimal degrees from -{limit} to {limit}"

    return check


def _no_state(cell: str, known: Known) -> str | None:
    return "is a state's id too: write another" if cell in known.ids["states.tsv"] else None


_STATE = _id_in("states.tsv", "an ISO 3166 alpha-3 code that stands there, such as FRA")
_ACRONYM = _like(r"[A-Z][A-Z0-9_]*", "capital letters, digits and _ such as ASEAN")
_CHECKS: dict[tuple[str, str], Check] = {
    ("people.tsv", "id"): _like(r"[a-z]+(-[a-z]+)*", "small Latin letters and single hyphens, such as gu-lan"),
    ("people.tsv", "name"): lambda cell, _: None if _LATIN.search(cell) else "has no Latin letter: write the Latin name",
    ("people.tsv", "affiliation"): _body,
    ("people.tsv", "wikidata"): _like(r"Q[1-9]\d*", "a Wikidata id such as Q1234, or nothing"),
    ("offices.tsv", "person"): _id_in("people.tsv", "the id of a person who stands there"),
    ("offices.tsv", "office"): _title,
    ("offices.tsv", "body"): _body,
    ("offices.tsv", "from"): _day,
    ("offices.tsv", "to"): _day,
    ("states.tsv", "id"): _like(r"[A-Z]{3}", "an ISO 3166 alpha-3 code such as FRA"),
    ("states.tsv", "capital"): _id_in("cities.tsv", "the English name of a city that stands there"),
    ("organizations.tsv", "id"): lambda cell, known: _ACRONYM(cell, known) or _no_state(cell, known),
    ("organizations.tsv", "type"): _one_of(("group", "organization")),
    ("organizations.tsv", "kind"): _one_of(ORGANIZATION_KINDS),
    ("organizations.tsv", "state"): _STATE,
    ("cities.tsv", "country"): _STATE,
    **{("cities.tsv", column): _degrees(limit) for column, limit in _DEGREES.items()},
    ("venues.tsv", "city"): _id_in("cities.tsv", "the English name of a city that stands there"),
    ("titles.tsv", "rank"): _one_of(("1", "2", "3", "4", "5")),
}
