"""Home: what is new since the last visit, what falls due."""

from __future__ import annotations

import datetime
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query

from verbale.ledger.connecting import reading
from verbale.ledger.telling import Told
from verbale.ledger.views import Wanted
from verbale.web.desk import AtDesk
from verbale.web.queries.pages import Listed, Sought, counted, last_version, listed
from verbale.web.twins import offer
from verbale.web.visitors import Asking

router = APIRouter()
_SHOWN = 12


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """What the front page shows.

    Attributes:
        on: The day.
        pages: How many pages the ledger has.
        new: How many came since the last visit; ``None`` on the first visit.
        latest: The latest pages, the new ones where there are some.
        meetings: The latest meetings and acts.
        due: What was promised for a day that is near.
        last: The number of the last version, to be remembered as seen.
    """

    on: datetime.date
    pages: int
    new: int | None
    latest: list[Listed]
    meetings: list[Told]
    last: int


def home(desk: AtDesk, visitor: Asking, on: Annotated[datetime.date | None, Query(description="As if it were this day.")] = None) -> Home:
    """The front page: what is new since the last visit, and what falls due."""
    day = on or datetime.datetime.now().astimezone().date()
    with reading(desk.engine) as connection:
        last = last_version(connection)
        fresh = Sought(after=visitor.seen)
        new = None if visitor.seen is None else counted(connection, fresh)
        latest = listed(connection, fresh if new else Sought(), _SHOWN, seen=visitor.seen)
        pages = desk.remembered("pages", lambda: counted(connection, Sought()))
    meetings = desk.ledger.timeline(Wanted(limit=_SHOWN, last=day))
    return Home(on=day, pages=pages, new=new, latest=latest, meetings=meetings[::-1], last=last)


offer(router, "/", home, "home.html", Home)
