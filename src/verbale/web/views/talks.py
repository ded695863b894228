"""A negotiation: its rounds, positions side by side, promises, places, who met whom, sources; and the list of all."""

from __future__ import annotations

import datetime
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query
from sqlalchemy import Connection

from verbale.ledger.connecting import reading
from verbale.ledger.events.clashes import Contradiction, contradictions
from verbale.ledger.outcomes.moves import Move, moves
from verbale.ledger.outcomes.outcome import latest_day
from verbale.ledger.talks.account import Account, account
from verbale.ledger.talks.talk import Talk, talk_named, talks
from verbale.ledger.telling import Told
from verbale.ledger.views import Wanted
from verbale.web.desk import AtDesk, Desk
from verbale.web.queries.events import clashing
from verbale.web.queries.parties import Named, known_names
from verbale.web.queries.talks import Pair, Source, Spot, numbers_of, pairs_of, positions_of, sources_of, spots_of
from verbale.web.tables import csv_of
from verbale.web.twins import offer
from verbale.web.views.filters import Chosen, Filters
from verbale.web.visitors import Asking

router = APIRouter()
_MOVES = 200
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
        moves: How positions moved.
        contested: Where its pages exclude each other.
        places: Where its rounds were held.
        met: Who met whom.
        sources: Its pages, the newest first.
        first: The first day that is shown.
        last: The last day that is shown.
    """

    account: Account
    parties: dict[str, Named]
    positions: dict[str, list[Told]]
    moves: list[Move]
    contested: list[Contradiction]
    places: list[Spot]
    met: list[Pair]
    sources: list[Source]
    first: datetime.date | None
    last: datetime.date | None


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
        sources = sources_of(connection, told, visitor.seen)
    return msgspec.structs.replace(view, sources=sources, first=chosen.first, last=chosen.last)


def _found(desk: Desk, name: str, on: datetime.date | None) -> tuple[list[int], TalkView]:
    with reading(desk.engine) as connection:
        found = talk_named(connection, name)
        day = on.isoformat() if on else latest_day(connection)
        told = account(connection, found, day)
        numbers = numbers_of(connection, found, day)
        phases = (*told.phases, *told.scheduled)
        met, contested = pairs_of(told.phases), _contested(connection, told)
        named = {*found.sides, *_everybody(told), *clashing(contested), *(party for pair in met for party in (pair.one, pair.other))}
        return numbers, TalkView(
            account=told,
            parties=known_names(connection, named),
            positions=positions_of(connection, numbers, found.sides),
            moves=_moves(connection, found, day),
            contested=contested,
            places=spots_of(phases),
            met=met,
            sources=[],
            first=None,
            last=None,
        )


def _everybody(told: Account) -> set[str]:
    return {party.id for phase in (*told.phases, *told.scheduled) for meeting in phase.meetings for party in meeting.parties}


def _moves(connection: Connection, found: Talk, day: str) -> list[Move]:
    """The moves of the sides on what the talks are about, in their time."""
    first, last = datetime.date.fromisoformat(found.first), datetime.date.fromisoformat(min(found.last, day))
    every = [one for side in found.sides for one in moves(connection, Wanted(party=side, first=first, last=last, limit=_MOVES))]
    return [one for one in every if one.holder in found.sides and one.issue in found.issues and one.status != "held"]


def _contested(connection: Connection, told: Account) -> list[Contradiction]:
    wanted = set(told.contested)
    return [one for one in contradictions(connection, Wanted()) if one.id in wanted] if wanted else []


def _talks_table(found: Talks) -> bytes:
    return csv_of(_LISTED, ({name: _flat(getattr(one, name)) for name in _LISTED} for one in found.talks))


def _rounds_table(found: TalkView) -> bytes:
    rows = (
        {name: _flat(getattr(one, name)) for name in _ROUND[:-1]} | {"sources": "; ".join(meeting.citation for meeting in one.meetings)}
        for one in (*found.account.phases, *found.account.scheduled)
    )
    return csv_of(_ROUND, rows)


def _flat(value: object) -> object:
    return "; ".join(map(str, value)) if isinstance(value, tuple) else value


offer(router, "/talks", all_talks, "talks.html", Talks, _talks_table)
offer(router, "/talks/{name}", talk, "talk.html", TalkView, _rounds_table)
