"""What was promised, and what became of it."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query

from verbale.ledger.connecting import reading
from verbale.ledger.exports.flat import COLUMNS
from verbale.ledger.outcomes.outcome import Outcome, Status, latest_day, outcomes
from verbale.web.desk import AtDesk
from verbale.web.tables import csv_of
from verbale.web.twins import offer
from verbale.web.views.filters import Chosen, Filters

router = APIRouter()


class Promises(msgspec.Struct, frozen=True, kw_only=True):
    """Promises, the latest first.

    Attributes:
        chosen: What was chosen.
        status: Only of this status; empty for all.
        on: On which day they stand so.
        promises: They.
        more: Whether there are more.
    """

    chosen: Filters
    status: str
    on: str
    promises: list[Outcome]
    more: bool


def promises(
    desk: AtDesk,
    chosen: Chosen,
    status: Annotated[Literal["open", "kept", "broken", "overdue", ""], Query(description="Only of this status.")] = "",
    on: Annotated[datetime.date | None, Query(description="On this day; by default that of the latest page.")] = None,
) -> Promises:
    """What was promised and agreed, and what became of it, the latest first."""
    statuses: tuple[Status, ...] = (status,) if status else ()
    with reading(desk.engine) as connection:
        found = outcomes(connection, chosen.wanted(limit=chosen.limit + 1), on, statuses)[::-1]
        day = on.isoformat() if on else latest_day(connection)
    return Promises(chosen=chosen, status=status, on=day, promises=found[: chosen.limit], more=len(found) > chosen.limit)


def _table(found: Promises) -> bytes:
    columns = ("status", "on", "why", "shown_by", *COLUMNS)
    rows = (
        {name: column(one.commitment) for name, column in COLUMNS.items()}
        | {"status": one.status, "on": one.on, "why": one.reason, "shown_by": "; ".join(shown.citation for shown in one.shown_by)}
        for one in found.promises
    )
    return csv_of(columns, rows)


offer(router, "/promises", promises, "promises.html", Promises, _table)
