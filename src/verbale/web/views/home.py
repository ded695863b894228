"""Home: the negotiations with what is new since the last visit, what falls due, what is contested."""

from __future__ import annotations

import datetime
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query
from sqlalchemy import Connection

from verbale.ledger.connecting import reading
from verbale.ledger.events.clashes import Contradiction, contradictions
from verbale.ledger.outcomes.outcome import Outcome, latest_day
from verbale.ledger.talks.account import pages_of
from verbale.ledger.talks.talk import Talk, talks
from verbale.ledger.telling import Told
from verbale.ledger.views import Wanted, timeline
from verbale.web.desk import AtDesk, Desk
from verbale.web.queries.events import clashing, named
from verbale.web.queries.pages import Listed, Sought, counted, last_version, listed
from verbale.web.queries.parties import Named
from verbale.web.queries.talks import falling_due, news_of, next_round
from verbale.web.twins import offer
from verbale.web.visitors import Asking

router = APIRouter()
_SHOWN, _PAGES, _TALKS, _DUE, _CONTESTED = 12, 10, 6, 6, 4
_Told = tuple[Talk, list[int], Told | None]


class TalkNews(msgspec.Struct, frozen=True, kw_only=True):
    """A negotiation with its news.

    Attributes:
        talk: It.
        new: How many of its pages came since the last visit; ``None`` on the first visit.
        next: The next meeting that is scheduled.
    """

    talk: Talk
    new: int | None
    next: Told | None


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """What the front page shows.

    Attributes:
        on: The day: that of the latest page.
        pages: How many pages the ledger has.
        new: How many came since the last visit; ``None`` on the first visit.
        talks: The negotiations with the latest news.
        latest: The latest pages, the new ones where there are some.
        meetings: The latest meetings and acts.
        due: What was promised and falls due next.
        contested: Where sources exclude each other, the latest first.
        parties: Whom these name, by id.
        last: The number of the last version, to be remembered as seen.
    """

    on: str
    pages: int
    new: int | None
    talks: list[TalkNews]
    latest: list[Listed]
    meetings: list[Told]
    due: list[Outcome]
    contested: list[Contradiction]
    parties: dict[str, Named]
    last: int


def home(
    desk: AtDesk,
    visitor: Asking,
    on: Annotated[datetime.date | None, Query(description="As of this day; by default that of the latest page.")] = None,
) -> Home:
    """The front page: negotiations with their news, what falls due, what is contested."""
    with reading(desk.engine) as connection:
        day = on.isoformat() if on else latest_day(connection)
        last, fresh = last_version(connection), Sought(after=visitor.seen)
        new = None if visitor.seen is None else counted(connection, fresh)
        latest = listed(connection, fresh if new else Sought(), _PAGES, seen=visitor.seen)
    told, meetings, due, contested, pages = desk.remembered(f"home {on}", lambda: _standing(desk, day))
    with reading(desk.engine) as connection:
        parties = named(connection, clashing(contested))
        news = [
            TalkNews(talk=talk, new=news_of(connection, numbers, visitor.seen) if visitor.seen is not None else None, next=coming)
            for talk, numbers, coming in told
        ]
    told_of = {"talks": news, "latest": latest, "meetings": meetings, "due": due, "contested": contested, "parties": parties}
    return Home(on=day, pages=pages, new=new, last=last, **told_of)  # type: ignore[arg-type]


def _standing(desk: Desk, day: str) -> tuple[list[_Told], list[Told], list[Outcome], list[Contradiction], int]:
    """What is the same for all visitors."""
    until = Wanted(limit=_SHOWN, last=datetime.date.fromisoformat(day)) if day else Wanted(limit=_SHOWN)
    with reading(desk.engine) as connection:
        told = [_told(connection, talk, day) for talk in talks(connection, until)[:_TALKS]]
        meetings = timeline(connection, until)[::-1]
        contested = contradictions(connection, msgspec.structs.replace(until, limit=_CONTESTED))[::-1]
        return told, meetings, falling_due(connection, day, _DUE), contested, counted(connection, Sought())


def _told(connection: Connection, talk: Talk, day: str) -> _Told:
    numbers = pages_of(connection, talk, day)
    return talk, numbers, next_round(connection, talk, numbers, day)


offer(router, "/", home, "home.html", Home)
