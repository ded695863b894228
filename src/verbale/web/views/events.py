"""An event with the sources that say, omit or contradict each field; the list of events, and of contradictions."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Query

from verbale.ledger.connecting import reading
from verbale.ledger.events.accounts import Account, Happening, account, happenings
from verbale.ledger.events.clashes import Contradiction, contradictions
from verbale.web.desk import AtDesk
from verbale.web.queries.events import Passage, clashing, named, passages_telling, voices
from verbale.web.queries.judging_states import Standing, standing
from verbale.web.queries.parties import Named
from verbale.web.tables import csv_of
from verbale.web.twins import offer
from verbale.web.views.filters import Chosen, Filters

router = APIRouter()
_FIELD = ("field", "value", "contradicted", "page", "line", "start", "stop", "voice", "citation")


class Events(msgspec.Struct, frozen=True, kw_only=True):
    """Events, the latest first.

    Attributes:
        chosen: What was chosen.
        pages: How many pages must tell one.
        events: They.
        parties: Who takes part, by id.
        more: Whether there are more.
    """

    chosen: Filters
    pages: int
    events: list[Happening]
    parties: dict[str, Named]
    more: bool


class EventView(msgspec.Struct, frozen=True, kw_only=True):
    """An event.

    Attributes:
        account: Every field with its sources, contradictions, why its pages belong together.
        passages: The lines that tell it.
        parties: Who takes part, by id.
        judged: ``PAGE#ID`` of an item → what was said of it.
    """

    account: Account
    passages: list[Passage]
    parties: dict[str, Named]
    judged: dict[str, Standing]


class Contested(msgspec.Struct, frozen=True, kw_only=True):
    """Contradictions, the latest first.

    Attributes:
        chosen: What was chosen.
        contradictions: They.
        parties: Whom they name, by id.
        more: Whether there are more.
    """

    chosen: Filters
    contradictions: list[Contradiction]
    parties: dict[str, Named]
    more: bool


def events(
    desk: AtDesk, chosen: Chosen, pages: Annotated[int, Query(ge=1, le=1000, description="How many pages must tell one.")] = 1
) -> Events:
    """Events, the latest first."""
    with reading(desk.engine) as connection:
        found = happenings(connection, chosen.wanted(limit=chosen.limit + 1), pages)[::-1]
        parties = named(connection, [party for one in found for party in one.parties])
    return Events(chosen=chosen, pages=pages, events=found[: chosen.limit], parties=parties, more=len(found) > chosen.limit)


def event(
    desk: AtDesk, name: Annotated[str, Path(max_length=64, description="The event's id, or that of an act or meeting of it.")]
) -> EventView:
    """An event: every field with the sources that say, omit or contradict it, and the passages."""
    with reading(desk.engine) as connection:
        found = account(connection, name)
        told = passages_telling(connection, found.told)
        judged = standing(connection, (one.page for one in found.told), (one.id for one in found.told))
        return EventView(account=found, passages=told, parties=named(connection, voices(found)), judged=judged)


def contested(desk: AtDesk, chosen: Chosen) -> Contested:
    """Where sources exclude each other, the latest first."""
    with reading(desk.engine) as connection:
        found = contradictions(connection, chosen.wanted(limit=chosen.limit + 1))[::-1]
        parties = named(connection, clashing(found))
    return Contested(chosen=chosen, contradictions=found[: chosen.limit], parties=parties, more=len(found) > chosen.limit)


def _events_table(found: Events) -> bytes:
    names = Happening.__struct_fields__
    return csv_of(names, (msgspec.structs.asdict(one) | {"parties": "; ".join(one.parties)} for one in found.events))


def _fields_table(found: EventView) -> bytes:
    rows = (
        msgspec.structs.asdict(said) | {"field": field.name, "value": value.value, "contradicted": value.contradicted}
        for field in found.account.fields
        for value in field.values
        for said in value.said
    )
    return csv_of(_FIELD, rows)


def _contested_table(found: Contested) -> bytes:
    columns = ("id", "field", "event", "day", "reason", "confidence", "value", "voice", "page", "line", "start", "stop", "citation")
    rows = (
        msgspec.structs.asdict(source) | {name: getattr(one, name) for name in columns[:6]}
        for one in found.contradictions
        for source in one.sources
    )
    return csv_of(columns, rows)


offer(router, "/events", events, "events.html", Events, _events_table)
offer(router, "/events/{name}", event, "event.html", EventView, _fields_table)
offer(router, "/contradictions", contested, "contradictions.html", Contested, _contested_table)
