"""The minutes over all pages: what happened, what was promised, who holds what."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from fastapi import APIRouter

from verbale.ledger.book import Ledger
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
        which: ``timeline``, ``promises`` or ``positions``.
        chosen: What was chosen.
        items: The items.
        more: Whether there are more.
    """

    which: str
    chosen: Filters
    items: list[Told]
    more: bool


def _listing(which: str, ask: Callable[[Wanted], list[Told]], chosen: Filters) -> Listing:
    found = ask(chosen.wanted(limit=chosen.limit + 1))[::-1]
    return Listing(which=which, chosen=chosen, items=found[: chosen.limit], more=len(found) > chosen.limit)


def timeline(desk: AtDesk, chosen: Chosen) -> Listing:
    """Meetings and acts by the day on which they were done, the latest first."""
    return _listing("timeline", desk.ledger.timeline, chosen)


def promises(desk: AtDesk, chosen: Chosen) -> Listing:
    """What was promised and agreed, the latest first."""
    return _listing("promises", lambda wanted: Ledger.commitments(desk.ledger, wanted), chosen)


def positions(desk: AtDesk, chosen: Chosen) -> Listing:
    """What parties hold must, must not, will or will not be, the latest first."""
    return _listing("positions", desk.ledger.positions, chosen)


for view in (timeline, promises, positions):
    offer(router, f"/{view.__name__}", view, "list.html", Listing, lambda found: items_table(found.items))
