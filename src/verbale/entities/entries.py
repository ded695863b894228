"""What the gazetteer knows: one entry a person, state, organization, city, venue or title, read from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from verbale.errors import LexiconError
from verbale.language.fold import simplify
from verbale.lexicons import tables
from verbale.model import EntityType

Category = Literal["person", "state", "actor", "organization", "city", "venue", "title"]


class GazetteerEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing known by name.

    Attributes:
        category: Which table it comes from; ``actor`` for the words that stand for a state's government (id and name are the state's).
        id: Slug of a person, ISO alpha-3 of a state, acronym of an organization, English name of a city or venue, office of a title.
        type: The type of party that it is; ``None`` for a title.
        name: English name.
        forms: All forms, folded, none twice; the first is the one to show.
        affiliation: ISO alpha-3 (or organization id) that a person or an organization belongs to.
        wikidata: Wikidata id of a person.
        kind: Kind of an organization (igo, bloc, armed, party, parliament, agency, company, media, platform, other).
        country: ISO alpha-3 of the state itself, or of the state in which a city or venue lies.
        city: City of a venue; capital of a state.
        rank: How much a title says, 1 to 5; 0 elsewhere.
        latitude: Degrees north of a city.
        longitude: Degrees east of a city.
    """

    category: Category
    id: str
    type: EntityType | None
    name: str
    forms: tuple[str, ...]
    affiliation: str | None = None
    wikidata: str | None = None
    kind: str | None = None
    country: str | None = None
    city: str | None = None
    rank: int = 0
    latitude: float | None = None
    longitude: float | None = None

    @property
    def name_zh(self) -> str:
        """The form to show."""
        return self.forms[0]


def read() -> list[GazetteerEntry]:
    """All entries of the tables, in the order in which a form prefers them: persons, states, actors, organizations, cities, venues, titles.

    Returns:
        The entries.

    Raises:
        LexiconError: A table cannot be used.
    """
    cities = _cities()
    countries = {city.id: city.country for city in cities}
    return [*_people(), *_states(), *_actors(), *_organizations(), *cities, *_venues(countries), *_titles()]


def shorts(single: Mapping[str, Iterable[tuple[Category, str]]]) -> dict[str, tuple[str, ...]]:
    """The single characters, with the likeliest party first.

    Args:
        single: Each single character with its (category, id) candidates.

    Returns:
        Each character with the ids of the states and groups that it stands for, ordered as ``bodies.toml`` says.

    Raises:
        LexiconError: The order names a party that does not have this character.
    """
    order: dict[str, list[str]] = tables.rules("bodies.toml").get("order", {})
    ranked = {}
    for char, pairs in single.items():
        ids = [name for category, name in pairs if category in {"state", "organization"}]
        first = [name for name in order.get(char, []) if name in ids]
        ranked[char] = tuple([*first, *(name for name in ids if name not in first)])
    return {char: ids for char, ids in ranked.items() if ids}


def _rows(file: str, *required: str) -> tuple[dict[str, str], ...]:
    return tables.rows(file, required, simplify)  # the whole file at once is faster; a test holds the width


def _forms(*cells: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for cell in cells for form in tables.forms(cell)))


def _people() -> list[GazetteerEntry]:
    return [
        GazetteerEntry(
            category="person",
            id=row["id"],
            type="person",
            name=row["name"],
            forms=_forms(row["forms"]),
            affiliation=row["affiliation"] or None,
            wikidata=row["wikidata"] or None,
        )
        for row in _rows("people.tsv", "id", "name", "forms")
    ]


def _states() -> list[GazetteerEntry]:
    return [_state(row, "state", _forms(row["forms"], row["short"])) for row in _rows("states.tsv", "id", "name", "forms")]


def _actors() -> list[GazetteerEntry]:
    return [_state(row, "actor", _forms(row["actors"])) for row in _rows("states.tsv") if row["actors"]]


def _state(row: dict[str, str], category: Category, forms: tuple[str, ...]) -> GazetteerEntry:
    return GazetteerEntry(
        category=category, id=row["id"], type="state", name=row["name"], forms=forms, country=row["id"], city=row["capital"] or None
    )


def _organizations() -> list[GazetteerEntry]:
    return [
        GazetteerEntry(
            category="organization",
            id=row["id"],
            type="group" if row["type"] == "group" else "organization",
            name=row["name"],
            forms=_forms(row["forms"]),
            affiliation=row["state"] or None,
            kind=row["kind"],
        )
        for row in _rows("organizations.tsv", "id", "type", "name", "kind", "forms")
    ]


def _cities() -> list[GazetteerEntry]:
    return [
        GazetteerEntry(
            category="city",
            id=row["id"],
            type="place",
            name=row["id"],
            forms=_forms(row["forms"]),
            country=row["country"] or None,
            latitude=_degrees("cities.tsv", row, "latitude"),
            longitude=_degrees("cities.tsv", row, "longitude"),
        )
        for row in _rows("cities.tsv", "id", "latitude", "longitude", "forms")
    ]


def _venues(countries: Mapping[str, str | None]) -> list[GazetteerEntry]:
    return [
        GazetteerEntry(
            category="venue",
            id=row["id"],
            type="place",
            name=row["id"],
            forms=_forms(row["forms"]),
            city=row["city"] or None,
            country=countries.get(row["city"]),
        )
        for row in _rows("venues.tsv", "id", "forms")
    ]


def _titles() -> list[GazetteerEntry]:
    return [
        GazetteerEntry(
            category="title", id=row["office"], type=None, name=row["name"], forms=_forms(row["forms"]), rank=_rank("titles.tsv", row)
        )
        for row in _rows("titles.tsv", "office", "name", "rank", "forms")
    ]


def _degrees(file: str, row: dict[str, str], column: str) -> float:
    try:
        return float(row[column])
    except ValueError as error:
        raise LexiconError(f"{file}: {column} of {row['id']} is {row[column]!r}; write decimal degrees such as 46.20") from error


def _rank(file: str, row: dict[str, str]) -> int:
    if row["rank"] not in {"1", "2", "3", "4", "5"}:
        raise LexiconError(f"{file}: rank of {row['office']} is {row['rank']!r}; write 1 (says little) to 5 (names one office)")
    return int(row["rank"])
