"""Promises that are told again: by another page, which may tell no day, no term, or tell it after it was kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, and_, bindparam, func, or_, select

from verbale.entities import gazetteer
from verbale.language.fold import fold
from verbale.ledger.events.tables import event_members
from verbale.ledger.outcomes.pledges import Pledge
from verbale.ledger.outcomes.tables import pledge_again, pledges
from verbale.ledger.outcomes.text import later, pieces, share
from verbale.ledger.tables import items
from verbale.ledger.telling import Key

_SAME = 0.5  # share of the shorter one's pairs of letters from which on two promises of one event are one
_ALIKE = 0.6  # the same for two promises that fall due on one day, of which no event tells that they are one
_NEAR = 14  # days between the pages that tell those
_AT_ONCE = 100
_DUE = select(pledges.c.page, pledges.c.item, pledges.c.told, pledges.c.data).where(
    pledges.c.due == bindparam("due"), pledges.c.page != bindparam("page"), pledges.c.told.between(bindparam("first"), bindparam("last"))
)


def told_again(connection: Connection, keys: Sequence[Key], day: str) -> dict[Key, list[Key]]:
    """Where promises are told, too: commitments in much the same words, of acts of the same event or due on the same day.

    Args:
        connection: The ledger, all of whose pages are linked and weighed.
        keys: Commitments.
        day: Only what had been told by that day, ISO 8601.

    Returns:
        For each of the commitments that is told again the others.
    """
    found: dict[Key, list[Key]] = {}
    for start in range(0, len(keys), _AT_ONCE):
        some = set(keys[start : start + _AT_ONCE])
        for page, item, words, other_page, other, others_words in connection.execute(_asked(some, day)):
            if (page, item) in some and (other_page, other) != (page, item) and _same(fold(words), fold(others_words), _SAME):
                found.setdefault((page, item), []).append((other_page, other))
        for page, item, other_page, other in connection.execute(_due_with(some, day)):
            if (page, item) in some and (other_page, other) not in found.get((page, item), ()):
                found.setdefault((page, item), []).append((other_page, other))
    return found


def due_alike(connection: Connection, page: int, own: Iterable[Pledge]) -> Iterator[dict[str, Any]]:
    """Find the promises of other pages that are the same as a page's and fall due on the same day.

    Args:
        connection: The ledger.
        page: The page's number.
        own: Its promises.

    Yields:
        Rows of the table ``pledge_again``, two for each pair.
    """
    for one in own:
        asked = {"due": one.falls_due, "page": page, "first": later(one.told, -_NEAR), "last": later(one.told, _NEAR)}
        for row in connection.execute(_DUE, asked) if one.falls_due else ():
            if _one(one, msgspec.json.decode(row.data, type=Pledge)):
                mine, theirs = (page, one.item, one.told), (row.page, row.item, row.told)
                yield from (_row(*pair) for pair in ((mine, theirs), (theirs, mine)))


def _row(one: tuple[int, str, str], other: tuple[int, str, str]) -> dict[str, Any]:
    return {"page": one[0], "item": one[1], "other_page": other[0], "other": other[1], "told": other[2]}


def _asked(some: set[Key], day: str) -> Select[Any]:
    own, again = items.alias("own"), items.alias("again")
    mine, theirs = event_members.alias("mine"), event_members.alias("theirs")
    joined = (
        own.join(mine, and_(mine.c.page == own.c.page, mine.c.item == own.c.part_of))
        .join(theirs, and_(theirs.c.event == mine.c.event, or_(theirs.c.page != mine.c.page, theirs.c.item != mine.c.item)))
        .join(
            again,
            and_(again.c.page == theirs.c.page, again.c.part_of == theirs.c.item, func.coalesce(again.c.category, "") == "commitment"),
        )
    )
    asked = select(own.c.page, own.c.id, own.c.words, again.c.page, again.c.id, again.c.words).select_from(joined)
    mine_only = own.c.page.in_({page for page, _ in some}), own.c.id.in_({item for _, item in some})
    # Wrapped, so that SQLite begins with the few promises asked for and not with all that were told by that day.
    return asked.where(*mine_only, func.coalesce(again.c.day, "") <= day).order_by(again.c.day, again.c.page, again.c.start)


def _due_with(some: set[Key], day: str) -> Select[Any]:
    """The same promises of other pages that fall due on the same day."""
    own = pledge_again.c
    mine_only = own.page.in_({page for page, _ in some}), own.item.in_({item for _, item in some})
    asked = select(own.page, own.item, own.other_page, own.other).where(*mine_only, own.told <= day)
    return asked.order_by(own.told, own.other_page, own.other)


def _one(own: Pledge, again: Pledge) -> bool:
    """Whether two promises that fall due on one day are of one kind and one side, as far as both tell one, and in much the same words."""
    if own.promise != again.promise or not _same(own.content, again.content, _ALIKE):
        return False
    known = gazetteer.load()
    first, second = ({side for side in one.by if known.entry("state", side)} for one in (own, again))
    return not first or not second or bool(first & second)


def _same(one: str, other: str, least: float) -> bool:
    first, second = pieces(one), pieces(other)
    return max(share(first, second), share(second, first)) >= least
