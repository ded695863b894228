"""Promises that are told again: by another page, which may tell no day, no term, or tell it after it was kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Select, and_, or_, select

from verbale.language.fold import fold
from verbale.ledger.events.tables import event_members
from verbale.ledger.outcomes.text import pieces, share
from verbale.ledger.tables import items, pages
from verbale.ledger.telling import Told

Named = tuple[str, str]  # the page's name, the item's id
_SAME = 0.5  # share of the shorter one's pairs of letters from which on two promises of one event are one
_AT_ONCE = 100


def told_again(connection: Connection, promised: Sequence[Told], day: str) -> dict[Named, list[Named]]:
    """Where promises are told, too: commitments of acts of the same event in much the same words.

    Args:
        connection: The ledger, all of whose pages are linked.
        promised: Commitments.
        day: Only what had been told by that day, ISO 8601.

    Returns:
        For each of the commitments that is told again the others.
    """
    found: dict[Named, list[Named]] = {}
    for start in range(0, len(promised), _AT_ONCE):
        some = {(one.page, one.id): one for one in promised[start : start + _AT_ONCE]}
        for page, item, other_page, other, words in connection.execute(_asked(some, day)):
            one = some.get((page, item))
            if one is not None and (other_page, other) != (page, item) and _same(one.words, words):
                found.setdefault((page, item), []).append((other_page, other))
    return found


def _asked(some: dict[Named, Told], day: str) -> Select[Any]:
    own, again = items.alias("own"), items.alias("again")
    mine, theirs = event_members.alias("mine"), event_members.alias("theirs")
    home, there = pages.alias("home"), pages.alias("there")
    joined = (
        own.join(home, home.c.number == own.c.page)
        .join(mine, and_(mine.c.page == own.c.page, mine.c.item == own.c.part_of))
        .join(theirs, and_(theirs.c.event == mine.c.event, or_(theirs.c.page != mine.c.page, theirs.c.item != mine.c.item)))
        .join(again, and_(again.c.page == theirs.c.page, again.c.part_of == theirs.c.item, again.c.category == "commitment"))
        .join(there, there.c.number == again.c.page)
    )
    asked = select(home.c.name, own.c.id, there.c.name, again.c.id, again.c.words).select_from(joined)
    return asked.where(own.c.id.in_([item for _, item in some]), home.c.name.in_({page for page, _ in some}), again.c.day <= day)


def _same(one: str, other: str) -> bool:
    first, second = pieces(fold(one)), pieces(fold(other))
    return max(share(first, second), share(second, first)) >= _SAME
