"""A negotiation: its rounds, positions side by side, promises, places, who met whom, sources; and the list of all."""

from __future__ import annotations

import datetime
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query
from sqlalchemy import Connection

from verbale.ledger.connecting import reading
from verbale.ledger.events.clashes import Contradiction, contradictions
from verbale.ledger.outcomes.moves import Move, changes
from verbale.ledger.outcomes.outcome import latest_day
from verbale.ledger.talks.account import Account, account, pages_of
from verbale.ledger.talks.talk import Talk, talk_named, talks
from verbale.ledger.telling import Told
from verbale.web.desk import AtDesk, Desk
from verbale.web.queries.events import clashing
from verbale.web.queries.parties import Named, known_names
from verbale.web.queries.talks import SOURCES, Pair, Source, Spot, pairs_of, positions_of, sources_of, spots_of
from verbale.web.tables import csv_of
from verbale.web.twins import offer
from verbale.web.views.filters import Chosen, Filters
from verbale.web.visitors import Asking

router = APIRouter()
_LISTED = ("id", "title", "title_zh", "sides", "theme", "issues", "first", "last", "pages", "meetings")
_ROUND = ("number", "first", "last", "places", "sides", "formats", "modality", "sources")


class Talks(msgspec.Struct, frozen=True, kw_only=True):
    """Negotiations, the one with the latest news first.

    Attributes:
        chosen: What was chosen.
        talks: They.
    """

    chosen: Filters
    talks: list[Talk]


class TalkView(msgspec.Struct, frozen=True, kw_only=True):
    """A negotiation.

    Attributes:
        account: Its rounds, what is scheduled, promises, what is contested.
        parties: Everybody who takes part, by id.
        positions: Side → what it holds, the latest first.
        contested: Where its pages exclude each other.
        places: Where its rounds were held.
        met: Who met whom.
        sources: Its latest pages, the newest first.
        first: The first day that is shown.
        last: The last day that is shown.
    """

    account: Account
    parties: dict[str, Named]
    positions: dict[str, list[Told]]
    contested: list[Contradiction]
    places: list[Spot]
    met: list[Pair]
    sources: list[Source]
    first: datetime.date | None
    last: datetime.date | None


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """How positions moved.

    Attributes:
        talk: The negotiation.
        moves: From what to what, by the day of the later position.
        parties: The sides, by id.
    """

    talk: Talk
    moves: list[Move]
    parties: dict[str, Named]


def all_talks(desk: AtDesk, chosen: Chosen) -> Talks:
    """The negotiations, the one with the latest news first."""
    with reading(desk.engine) as connection:
        found = talks(connection, chosen.wanted())
    return Talks(chosen=chosen, talks=found)


def talk(
    desk: AtDesk,
    visitor: Asking,
    chosen: Chosen,
    name: Annotated[str, Path(max_length=200, description="The negotiation's id, or its beginning.")],
    on: Annotated[datetime.date | None, Query(description="As of this day; by default that of the latest page.")] = None,
) -> TalkView:
    """A negotiation: rounds, positions, promises, places, who met whom, sources."""
    key = f"talk {name} {on}"
    told, view = desk.remembered(key, lambda: _found(desk, name, on))
    with reading(desk.engine) as connection:
        sources = sources_of(connection, told[:SOURCES], visitor.seen)
    return msgspec.structs.replace(view, sources=sources, first=chosen.first, last=chosen.last)


def _found(desk: Desk, name: str, on: datetime.date | None) -> tuple[list[int], TalkView]:
    with reading(desk.engine) as connection:
        found = talk_named(connection, name)
        day = on.isoformat() if on else latest_day(connection)
        told = account(connection, found, day)
        numbers = pages_of(connection, found, day)
        phases = (*told.phases, *told.scheduled)
        met, contested = pairs_of(told.phases), contradictions(connection, ids=told.contested)
        named = {*found.sides, *_everybody(told), *clashing(contested), *(party for pair in met for party in (pair.one, pair.other))}
        return numbers, TalkView(
            account=told,
            parties=known_names(connection, named),
            positions=positions_of(connection, numbers, found.sides),
            contested=contested,
            places=spots_of(phases),
            met=met,
            sources=[],
            first=None,
            last=None,
        )


def _everybody(told: Account) -> set[str]:
    return {party.id for phase in (*told.phases, *told.scheduled) for meeting in phase.meetings for party in meeting.parties}


def moved(desk: AtDesk, name: Annotated[str, Path(max_length=200, description="The negotiation's id, or its beginning.")]) -> Moved:
    """How the positions of the sides of a negotiation moved, on what it is about, in its time."""
    with reading(desk.engine) as connection:
        found = talk_named(connection, name)
        told = desk.remembered(f"moves {found.id}", lambda: _moves(connection, found))
        return Moved(talk=found, moves=told, parties=known_names(connection, set(found.sides)))


def _moves(connection: Connection, found: Talk) -> list[Move]:
    return changes(connection, pages_of(connection, found, found.last), found.sides, found.issues)


def _talks_table(found: Talks) -> bytes:
    return csv_of(_LISTED, ({name: _flat(getattr(one, name)) for name in _LISTED} for one in found.talks))


def _rounds_table(found: TalkView) -> bytes:
    rows = (
        {name: _flat(getattr(one, name)) for name in _ROUND[:-1]} | {"sources": "; ".join(meeting.citation for meeting in one.meetings)}
        for one in (*found.account.phases, *found.account.scheduled)
    )
    return csv_of(_ROUND, rows)


def _moves_table(found: Moved) -> bytes:
    columns = ("holder", "issue", "status", "reason", "day_before", "before", "citation_before", "day_after", "after", "citation_after")
    rows = (
        {name: getattr(one, name) for name in columns[:4]}
        | {f"{name}{part}": value for part, told in (("before", one.before), ("after", one.after)) for name, value in _told(told).items()}
        for one in found.moves
    )
    return csv_of(columns, rows)


def _told(one: Told) -> dict[str, str | None]:
    return {"day_": one.day, "": one.words, "citation_": one.citation}


def _flat(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else value


offer(router, "/talks", all_talks, "talks.html", Talks, _talks_table)
offer(router, "/talks/{name}/moves", moved, "moves.html", Moved, _moves_table)
offer(router, "/talks/{name}", talk, "talk.html", TalkView, _rounds_table)
