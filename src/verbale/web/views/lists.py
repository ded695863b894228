"""The minutes over all pages: what happened, and who holds what."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query

from verbale.errors import UsageError
from verbale.ledger import views
from verbale.ledger.connecting import reading
from verbale.ledger.outcomes.issues import issues
from verbale.ledger.outcomes.moves import about
from verbale.ledger.telling import Told
from verbale.ledger.views import Wanted
from verbale.web.desk import AtDesk
from verbale.web.tables import items_table
from verbale.web.twins import offer
from verbale.web.views.filters import Chosen, Filters

router = APIRouter()


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """Items, the latest first.

    Attributes:
        which: ``timeline`` or ``positions``.
        issue: Only about this; empty for all.
        chosen: What was chosen.
        items: The items.
        more: Whether there are more.
    """

    which: str
    issue: str
    chosen: Filters
    items: list[Told]
    more: bool


def _listing(which: str, ask: Callable[[Wanted], list[Told]], chosen: Filters, issue: str = "") -> Listing:
    found = ask(chosen.wanted(limit=chosen.limit + 1))[::-1]
    return Listing(which=which, issue=issue, chosen=chosen, items=found[: chosen.limit], more=len(found) > chosen.limit)


def timeline(desk: AtDesk, chosen: Chosen) -> Listing:
    """Meetings and acts by the day on which they were done, the latest first."""
    return _listing("timeline", desk.ledger.timeline, chosen)


def positions(
    desk: AtDesk, chosen: Chosen, issue: Annotated[str, Query(max_length=60, description="Only on this issue: ceasefire, tariffs …")] = ""
) -> Listing:
    """What parties hold must, must not, will or will not be, the latest first."""
    if issue and issue not in issues():
        raise UsageError(f"{issue}: no issue; there are {', '.join(issues())}")
    such = [about(issue)] if issue else []

    def ask(wanted: Wanted) -> list[Told]:
        with reading(desk.engine) as connection:
            return views.positions(connection, wanted, such)

    return _listing("positions", ask, chosen, issue)


for view in (timeline, positions):
    offer(router, f"/{view.__name__}", view, "list.html", Listing, lambda found: items_table(found.items))
