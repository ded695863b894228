"""A party: the forms of its name, its offices, what it said, holds and promised, and whom it met."""

from __future__ import annotations

import datetime
import functools
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query

from verbale.entities.gazetteer import Gazetteer, load
from verbale.ledger.connecting import reading
from verbale.ledger.outcomes.outcome import Outcome, latest_day, of_commitments
from verbale.ledger.parties import parties_named
from verbale.ledger.telling import Told
from verbale.web.desk import AtDesk
from verbale.web.queries.parties import Named, forms, issues_of, most_named, one, said, whom_met
from verbale.web.rendering import party_url
from verbale.web.tables import csv_of, items_table
from verbale.web.twins import Moved, offer

router = APIRouter()
_CATEGORIES = ("statement", "position", "commitment", "meeting", "act")
_TYPES = ("state", "person", "organization", "group", "place")


class Parties(msgspec.Struct, frozen=True, kw_only=True):
    """Parties, those that most pages name first.

    Attributes:
        type: Only of this type.
        query: Only with this in a name or id.
        parties: They.
    """

    type: str | None
    query: str
    parties: list[Named]


class Office(msgspec.Struct, frozen=True):
    """An office that somebody held.

    Attributes:
        office: Its name.
        body: Of which state or organization.
        body_name: The same in English.
        start: Since when at the earliest.
        end: Until when at the latest; ``None`` where it is held still or that is not known.
    """

    office: str
    body: str
    body_name: str
    start: datetime.date | None
    end: datetime.date | None


class PartyView(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a party.

    Attributes:
        party: Who it is.
        behind: For whom it acts.
        forms: How pages name it, folded.
        offices: Its offices over time, the latest first, as far as the tables know.
        items: What it did, by category, the latest first.
        promises: What it promised or was promised, and what became of it, the latest first.
        met: Whom it met in its latest meetings.
        issues: What it speaks of, and how often of late.
        issue: The issue that alone is shown; empty for all.
        chosen: The category that alone is shown.
    """

    party: Named
    behind: Named | None
    forms: list[str]
    offices: list[Office]
    items: dict[str, list[Told]]
    promises: list[Outcome]
    met: list[Named]
    issues: list[tuple[str, int]]
    issue: str
    chosen: str | None


@functools.cache
def _known() -> Gazetteer:
    return load()


def parties(
    desk: AtDesk,
    type: Annotated[str | None, Query(max_length=20, description=", ".join(_TYPES))] = None,  # noqa: A002
    q: Annotated[str, Query(max_length=100, description="A piece of a name or an id.")] = "",
    limit: Annotated[int, Query(ge=1, le=2000)] = 200,
) -> Parties:
    """The parties whom the pages name, those on most pages first."""

    def found() -> list[Named]:
        with reading(desk.engine) as connection:
            return most_named(connection)

    wanted, piece = type or None, q.strip().casefold()
    told = [
        party
        for party in desk.remembered("parties", found)
        if wanted in (None, party.type) and any(piece in (name or "").casefold() for name in (party.id, party.name, party.name_zh))
    ]
    return Parties(type=wanted, query=q, parties=told[:limit])


def party(
    desk: AtDesk,
    name: Annotated[str, Path(max_length=200, description="An id, or a name in any script.")],
    show: Annotated[str | None, Query(max_length=20, description="Only this category, and more of it.")] = None,
    issue: Annotated[str, Query(max_length=60, description="Only what is about this issue.")] = "",
) -> PartyView | Moved:
    """A party: names, offices, statements, positions, promises, and whom it met."""
    chosen = show if show in _CATEGORIES else None
    with reading(desk.engine) as connection:
        found = one(connection, name)
        if found is None:
            return Moved(party_url(parties_named(connection, name)[0]))
        wanted, size = ((chosen,), 200) if chosen else (_CATEGORIES, 8)
        items = {category: said(connection, name, category, size, issue) for category in wanted if category != "commitment"}
        promises = of_commitments(connection, said(connection, name, "commitment", size, issue), latest_day(connection))
        return PartyView(
            party=found,
            behind=one(connection, found.affiliation) if found.affiliation else None,
            forms=forms(connection, name),
            offices=_offices(name),
            items=items,
            promises=promises if "commitment" in wanted else [],
            met=whom_met(connection, name)[:24],
            issues=issues_of(connection, name)[:16],
            issue=issue,
            chosen=chosen,
        )


def _offices(person: str) -> list[Office]:
    known, told = _known(), []
    for tenure in known.offices_of(person)[::-1]:
        body = known.entry("state", tenure.body) or known.entry("organization", tenure.body)
        told.append(Office(tenure.office, tenure.body, body.name if body else tenure.body, tenure.start, tenure.end))
    return told


def _parties_table(found: Parties) -> bytes:
    rows = (msgspec.structs.asdict(party) for party in found.parties)
    return csv_of(Named.__struct_fields__, rows)


def _party_table(found: PartyView) -> bytes:
    promised = [one.commitment for one in found.promises]
    return items_table([item for told in found.items.values() for item in told] + promised)


offer(router, "/parties", parties, "parties.html", Parties, _parties_table)
offer(router, "/parties/{name}", party, "party.html", PartyView, _party_table)
