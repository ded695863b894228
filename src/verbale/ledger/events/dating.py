"""When a page came out that does not tell its own day: by the events that it shares with pages whose day is known.

What is found stands beside the page's record and never over it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, and_, insert, select

from verbale.ledger.events.days import ahead
from verbale.ledger.events.intervals import Days, iso
from verbale.ledger.events.tables import event_members, page_days
from verbale.ledger.events.tellings import Telling

_SOON = 3  # days within which news is told
_RECALLED = 14  # days within which news recalls what was news before
_LATE = 7  # days after an event within which another page that tells it shows when it was news
_SHORT = 3  # days more than one that something may have lasted from which the page's day is counted
_SEVERAL, _ONE, _ANNOUNCED = 0.8, 0.6, 0.4


class PageDay(msgspec.Struct, frozen=True):
    """When a page without a day came out.

    Attributes:
        first: The first day that is likely, ISO 8601.
        last: The last one.
        event: The event that tells it.
        reason: In words.
        confidence: 0 to 1.
    """

    first: str
    last: str
    event: str
    reason: str
    confidence: float


class Shared(NamedTuple):
    """What a page tells that dated pages tell too.

    Attributes:
        own: What it tells.
        others: What they tell of the same event, with the pages' names, in their order.
    """

    own: Telling
    others: tuple[tuple[str, Telling], ...]


def date(connection: Connection, page: int, shared: Iterable[Shared]) -> Days | None:
    """Find the days of an undated page anew.

    Args:
        connection: A transaction that writes.
        page: The number of a page without a day, of which no such day is kept.
        shared: What it shares with dated pages.

    Returns:
        The days, ``None`` where no event tells them.
    """
    found = _found(sorted(shared, key=lambda one: one.own.item))
    if found is None:
        return None
    days, item, reason, confidence = found
    row = {"page": page, "day_from": iso(days[0]), "day_to": iso(days[1]), "item": item, "reason": reason, "confidence": confidence}
    connection.execute(insert(page_days).values(row))
    return days


def day_of(connection: Connection, page: int) -> PageDay | None:
    """When a page without a day came out.

    Args:
        connection: The ledger.
        page: The page's number.

    Returns:
        Its likely days; ``None`` where no event tells them.
    """
    there = and_(event_members.c.page == page_days.c.page, event_members.c.item == page_days.c.item)
    asked = select(page_days, event_members.c.event).join(event_members, there).where(page_days.c.page == page)
    row = connection.execute(asked).one_or_none()
    return PageDay(row.day_from, row.day_to, row.event, row.reason, row.confidence) if row else None


def _found(shared: list[Shared]) -> tuple[Days, str, str, float] | None:
    """A page came out when the latest that it tells as done was news, and before what it announces."""
    held = [(days, one) for one in shared if not ahead(one.own) and (days := _when(one))]
    latest = min((one for one in shared if ahead(one.own) and _when(one)), key=lambda one: _when(one) or (0, 0), default=None)
    counted = [(days, one) for days, one in held if one.own.ago is not None and days[1] - days[0] <= _SHORT]
    if counted:
        return _days_after(*max(counted, key=lambda pair: (pair[0][1], pair[1].own.item)))
    if held:
        days, newest = max(held, key=lambda pair: (pair[0][1], pair[1].own.item))
        told = [(name, other.told) for name, other in newest.others if other.told and 0 <= other.told[0] - days[1] <= _LATE]
        last = max((end for _, (_, end) in told), default=days[1] + _SOON) if not newest.own.back else days[1] + _RECALLED
        until = (_when(latest) or (last, last))[1] if latest else last
        names = list(dict.fromkeys(name for name, _ in told or newest.others))
        by, alone = ", ".join(names[:3]), len(names) == 1
        reason = f"tells as done what {by} tell{'s' * alone} of {iso(days[1])}"
        if newest.own.back:
            reason = f"recalls what {by} tell{'s' * alone} of {iso(days[1])}"
        sure = _ANNOUNCED if newest.own.back else _SEVERAL if len(names) > 1 else _ONE
        return (days[1], max(days[1], min(last, until))), newest.own.item, reason, sure
    if latest:
        several = [other.told for _, other in latest.others if other.told and ahead(other)]
        if several:
            first, last = min(told[0] for told in several), max(told[1] for told in several)
            names = list(dict.fromkeys(name for name, other in latest.others if ahead(other)))
            return (first, last), latest.own.item, f"announces what {', '.join(names[:3])} announced", _ANNOUNCED
    return None


def _days_after(days: Days, shared: Shared) -> tuple[Days, str, str, float]:
    """The day of a page that tells by words such as 昨天 how long before it something was done that others date."""
    ago = shared.own.ago or 0
    names = list(dict.fromkeys(name for name, _ in shared.others))
    by, alone = ", ".join(names[:3]), len(names) == 1
    reason = f"tells as done {ago} day{'s' * (ago != 1)} before it what {by} tell{'s' * alone} of {iso(days[1])}"
    return (days[0] + ago, days[1] + ago), shared.own.item, reason, _SEVERAL


def _when(one: Shared) -> Days | None:
    """The day of an event, as the page itself tells it or else the pages that tell it as the page does."""
    same = (other.days for _, other in one.others if ahead(other) == ahead(one.own) and other.days)
    return one.own.days or next(same, None)
