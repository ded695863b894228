"""What waits to be judged, the most doubtful first."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select, true

from verbale.ledger.judging.judgement import OF_ITEMS
from verbale.ledger.rows import CATEGORIES
from verbale.ledger.tables import items, judgements, pages
from verbale.ledger.telling import Key, Told, told

_WAITING = tuple(category for category in CATEGORIES if category != "commitment")  # commitments follow from their acts


class Place(NamedTuple):
    """Where an item stands in the queue.

    Attributes:
        confidence: Of the item.
        day: By which it is sorted, ISO 8601; empty for none.
        page: The page's number.
        start: Where its words begin, code points of the page.
        item: Its id.
    """

    confidence: float
    day: str
    page: int
    start: int
    item: str


def queue(
    connection: Connection, limit: int, categories: Sequence[str] = (), page: str | None = None, after: Place | None = None
) -> list[Told]:
    """What nobody has judged yet, the most doubtful first, of these the newest.

    Args:
        connection: The ledger.
        limit: How many at most.
        categories: Only items of these categories; none for all but commitments, which follow from their acts.
        page: Only those of the page of this name; without one, copies of other pages are left out.
        after: Only those that come behind this place.

    Returns:
        The items.
    """
    wanted = categories or _WAITING
    several = [_of_page(connection, page, wanted, after)] if page else [_first(connection, limit, category, after) for category in wanted]
    return told(connection, [(one.page, one.item) for one in itertools.islice(heapq.merge(*several, key=_sorted_by), limit)])


def _sorted_by(place: Place) -> tuple[float, list[int], int, int, str]:
    """What sorts places as the database does: later days first, no day last."""
    return place.confidence, [*(-ord(sign) for sign in place.day), 1], place.page, place.start, place.item


def place_of(connection: Connection, key: Key) -> Place | None:
    """Where an item stands in the queue.

    Args:
        connection: The ledger.
        key: Page number and id of the item.

    Returns:
        Its place, whether it is judged or not; ``None`` where there is no such item.
    """
    row = connection.execute(select(*_COLUMNS).where(items.c.page == key[0], items.c.id == key[1])).one_or_none()
    return Place(*row) if row else None


_COLUMNS = (items.c.confidence, items.c.day, items.c.page, items.c.start, items.c.id)
_ORDER = (items.c.confidence, items.c.day.desc(), items.c.page, items.c.start, items.c.id)


def _first(connection: Connection, limit: int, category: str, after: Place | None) -> list[Place]:
    """The first items of one category; each step of the order is asked for alone, so that the index leads to it."""
    found: list[Place] = []
    for behind in _behind(after) if after else (true(),):
        asked = select(*_COLUMNS).where(items.c.category == category, _unjudged(), _first_of_story(), behind)
        found += [Place(*row) for row in connection.execute(asked.order_by(*_ORDER).limit(limit - len(found)))]
        if len(found) == limit:
            break
    return found


def _of_page(connection: Connection, name: str, categories: Sequence[str], after: Place | None) -> list[Place]:
    """All items of a page; they are few, so they are put in order here."""
    number = connection.scalar(select(pages.c.number).where(pages.c.name == name))
    asked = select(*_COLUMNS).where(items.c.page == number, items.c.category.in_(categories), _unjudged())
    found = sorted((Place(*row) for row in connection.execute(asked)), key=_sorted_by)
    return [one for one in found if after is None or _sorted_by(one) > _sorted_by(after)]


def _behind(place: Place) -> Iterator[ColumnElement[bool]]:
    same = and_(items.c.confidence == place.confidence, items.c.day == place.day)
    here = and_(items.c.page == place.page, or_(items.c.start > place.start, and_(items.c.start == place.start, items.c.id > place.item)))
    yield and_(same, or_(items.c.page > place.page, here))
    yield and_(items.c.confidence == place.confidence, items.c.day < place.day)
    yield items.c.confidence > place.confidence


def _unjudged() -> ColumnElement[bool]:
    there = judgements.join(pages, pages.c.address == judgements.c.address)
    said = (judgements.c.item == items.c.id, pages.c.number == items.c.page)
    return ~exists().select_from(there).where(*said, judgements.c.undone.is_(None), judgements.c.verdict.in_(OF_ITEMS)).correlate(items)


def _first_of_story() -> ColumnElement[bool]:
    return exists().where(pages.c.number == items.c.page, pages.c.copy_of.is_(None)).correlate(items)
