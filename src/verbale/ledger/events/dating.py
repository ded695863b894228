"""When a page came out that does not tell its own day: by the events that it shares with pages whose day is known.

What is found stands beside the page's record and never over it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, and_, delete, insert, select

from verbale.ledger.events.days import ahead
from verbale.ledger.events.intervals import Days, iso
from verbale.ledger.events.tables import event_members, page_days, tellings
from verbale.ledger.events.tellings import Telling, unpacked
from verbale.ledger.tables import pages

_SOON = 3  # days within which news is told
_LATE = 7  # days after an event within which another page that tells it shows when it was news
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


class _Shared(NamedTuple):
    """An event of the page with what dated pages tell of it."""

    event: str
    own: Telling
    others: tuple[tuple[str, Telling], ...]


def date(connection: Connection, undated: Iterable[int]) -> None:
    """Find the days of undated pages anew.

    Args:
        connection: A transaction that writes.
        undated: The numbers of pages without a day.
    """
    for page in sorted(set(undated)):
        connection.execute(delete(page_days).where(page_days.c.page == page))
        found = _found(list(_shared(connection, page)))
        if found:
            row = {"page": page, "day_from": found.first, "day_to": found.last, "event": found.event}
            connection.execute(insert(page_days).values(row | {"reason": found.reason, "confidence": found.confidence}))


def day_of(connection: Connection, page: int) -> PageDay | None:
    """When a page without a day came out.

    Args:
        connection: The ledger.
        page: The page's number.

    Returns:
        Its likely days; ``None`` where no event tells them.
    """
    row = connection.execute(select(page_days).where(page_days.c.page == page)).one_or_none()
    return PageDay(row.day_from, row.day_to, row.event, row.reason, row.confidence) if row else None


def _shared(connection: Connection, page: int) -> Iterable[_Shared]:
    """The page's events that dated pages tell too."""
    own = event_members.alias()
    there = and_(tellings.c.page == event_members.c.page, tellings.c.item == event_members.c.item)
    asked = (
        select(event_members.c.event, pages.c.name, tellings.c.data).join(tellings, there).join(pages, pages.c.number == tellings.c.page)
    )
    rows = connection.execute(asked.where(event_members.c.event.in_(select(own.c.event).where(own.c.page == page)))).all()
    found: dict[str, list[tuple[str, Telling]]] = {}
    for row in rows:
        found.setdefault(row.event, []).append((row.name, unpacked(row.data)))
    for event, several in sorted(found.items()):
        others = tuple(one for one in sorted(several, key=lambda one: one[0]) if one[1].told)
        yield from (_Shared(event, telling, others) for _, telling in several if telling.page == page and others)


def _found(shared: list[_Shared]) -> PageDay | None:
    """A page came out when the latest that it tells as done was news, and before what it announces."""
    held = [(days, one) for one in shared if not ahead(one.own) and (days := _when(one))]
    latest = min((one for one in shared if ahead(one.own) and _when(one)), key=lambda one: _when(one) or (0, 0), default=None)
    if held:
        days, newest = max(held, key=lambda pair: (pair[0][1], pair[1].event))
        told = [(name, other.told) for name, other in newest.others if other.told and 0 <= other.told[0] - days[1] <= _LATE]
        last = max((end for _, (_, end) in told), default=days[1] + _SOON)
        until = (_when(latest) or (last, last))[1] if latest else last
        names = list(dict.fromkeys(name for name, _ in told or newest.others))
        reason = f"tells as done what {', '.join(names[:3])} tell{'s' * (len(names) == 1)} of {iso(days[1])}"
        return PageDay(iso(days[1]), iso(max(days[1], min(last, until))), newest.event, reason, _SEVERAL if len(names) > 1 else _ONE)
    if latest:
        several = [other.told for _, other in latest.others if other.told and ahead(other)]
        if several:
            first, last = min(told[0] for told in several), max(told[1] for told in several)
            names = list(dict.fromkeys(name for name, other in latest.others if ahead(other)))
            return PageDay(iso(first), iso(last), latest.event, f"announces what {', '.join(names[:3])} announced", _ANNOUNCED)
    return None


def _when(one: _Shared) -> Days | None:
    """The day of an event, as the page itself tells it or else the pages that tell it as the page does."""
    same = (other.days for _, other in one.others if ahead(other) == ahead(one.own) and other.days)
    return one.own.days or next(same, None)
