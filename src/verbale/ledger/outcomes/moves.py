"""How positions move: what a party held before and holds now, on the same matter."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, and_, case, exists, select

from verbale.language.fold import fold
from verbale.ledger.events.tables import page_days
from verbale.ledger.outcomes.stances import Change, Found, Held, compared
from verbale.ledger.outcomes.tables import item_issues
from verbale.ledger.outcomes.text import pieces as pieces_of
from verbale.ledger.parties import parties_named
from verbale.ledger.tables import entities, items, pages, roles
from verbale.ledger.telling import Key, Told, told
from verbale.ledger.views import Wanted

_SENTENCE = 1
_READ = 400  # positions of a party that are looked at, the latest, where not all are wanted
_AT_ONCE = 200


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """Two positions of one party on one matter, on different days from different pages.

    Attributes:
        holder: The side: a state or body, for whose people the position counts.
        issue: The issue that both are about; ``None`` where only their words are alike.
        status: ``held``, ``moved`` or ``dropped``.
        reason: Why, in words.
        before: The earlier position.
        after: The later one; for what was dropped it can be the act by which it was.
    """

    holder: str
    issue: str | None
    status: Change
    reason: str
    before: Told
    after: Told


def moves(connection: Connection, wanted: Wanted, issue: str | None = None) -> list[Move]:
    """How positions move.

    Args:
        connection: The ledger, all of whose pages are weighed.
        wanted: Whose positions, and of which days the later ones are.
        issue: Only this issue.

    Returns:
        The latest that are wanted, by the day of the later position.

    Raises:
        LedgerError: The ledger knows no such party.
    """
    found = compared(_held(connection, _keys(connection, wanted)))
    found = [one for one in found if (issue is None or one.issue == issue) and _asked(one, wanted)]
    return _told(connection, found[-(wanted.limit or 0) :])


def changes(connection: Connection, among: Sequence[int], holders: Collection[str], issues: Collection[str]) -> list[Move]:
    """What sides no longer hold as they did, within some pages.

    Args:
        connection: The ledger, all of whose pages are weighed.
        among: Numbers of the pages whose positions are compared.
        holders: The sides.
        issues: What the positions are about.

    Returns:
        What moved or was dropped, by the day of the later position.
    """
    found = compared(one for one in _held(connection, _keys_among(connection, among)) if one.holder in holders)
    return _told(connection, [one for one in found if one.issue in issues and one.status != "held"])


def _told(connection: Connection, found: Sequence[Found]) -> list[Move]:
    keys = [key for one in found for key in (one.before.key, one.after.key)]
    items_told = dict(zip(keys, told(connection, keys), strict=True))
    return [
        Move(
            holder=one.after.holder,
            issue=one.issue,
            status=one.status,
            reason=one.reason,
            before=items_told[one.before.key],
            after=items_told[one.after.key],
        )
        for one in found
    ]


def about(issue: str) -> ColumnElement[bool]:
    """The condition that an item is about an issue by its own words or its sentence's.

    Args:
        issue: The issue's name.

    Returns:
        A condition on the table of items.
    """
    same = (item_issues.c.page == items.c.page, item_issues.c.item == items.c.id)
    return exists().where(*same, item_issues.c.issue == issue, item_issues.c.depth <= _SENTENCE)


def _asked(one: Found, wanted: Wanted) -> bool:
    day = one.after.day
    return (wanted.first is None or day >= wanted.first.isoformat()) and (wanted.last is None or day <= wanted.last.isoformat())


def _held(connection: Connection, keys: Sequence[Key]) -> Iterator[Held]:
    """Positions and concessions with a day, each with the side that holds it; what a copy of a page tells again is left out.

    A page that does not tell its own day has the one that events give it.
    """
    by = and_(roles.c.page == items.c.page, roles.c.item == items.c.id, roles.c.role.in_(("holder", "actor")))
    who = and_(entities.c.page == roles.c.page, entities.c.id == roles.c.party)
    joined = items.join(pages, pages.c.number == items.c.page).join(roles, by).outerjoin(entities, who)
    joined = joined.outerjoin(page_days, page_days.c.page == items.c.page)
    day = case((items.c.day > "", items.c.day), else_=page_days.c.day_to).label("day")
    columns = (items.c.page, items.c.id, items.c.category, items.c.kind, day, items.c.start, items.c.words)
    asked = select(*columns, pages.c.name, roles.c.party, entities.c.type, entities.c.affiliation).select_from(joined)
    for some in _portions(keys):
        such = items.c.page.in_({page for page, _ in some}), items.c.id.in_({item for _, item in some}), pages.c.copy_of.is_(None)
        rows = connection.execute(asked.where(*such, items.c.words > "").order_by(roles.c.position.desc())).all()
        issues = _issues(connection, some)
        first = {(row.page, row.id): row for row in rows}
        yield from (_one(row, issues.get(key, ())) for key, row in first.items() if key in set(some))


def _keys(connection: Connection, wanted: Wanted) -> list[Key]:
    """The latest positions and concessions."""
    by = roles if wanted.party else items
    parties: Sequence[str | None] = parties_named(connection, wanted.party) if wanted.party else (None,)
    found: set[tuple[str, int, str]] = set()
    for party, such in itertools.product(parties, (by.c.category == "position", and_(by.c.category == "act", by.c.kind == "concede"))):
        mine = [such, *([roles.c.party == party] if party else [])]
        for asked in (_dated(by, wanted), _undated(by, wanted)):
            found.update(tuple(row) for row in connection.execute(asked.where(*mine)))
    return [(page, item) for _, page, item in sorted(found)]


def _keys_among(connection: Connection, among: Sequence[int]) -> list[Key]:
    """The positions and concessions of some pages."""
    asked = select(items.c.page, items.c.id, items.c.category, items.c.kind).order_by(items.c.page, items.c.id)
    some = (among[start : start + _AT_ONCE] for start in range(0, len(among), _AT_ONCE))
    rows = (row for numbers in some for row in connection.execute(asked.where(items.c.page.in_(numbers))))
    return [(row.page, row.id) for row in rows if row.category == "position" or (row.category, row.kind) == ("act", "concede")]


def _dated(by: Table, wanted: Wanted) -> Select[Any]:
    until = [by.c.day <= wanted.last.isoformat()] if wanted.last else []
    asked = select(by.c.day, by.c.page, _item(by)).where(by.c.day > "", *until)
    return asked.order_by(by.c.day.desc()).limit(_READ if wanted.limit else None)


def _undated(by: Table, wanted: Wanted) -> Select[Any]:
    """Those of pages whose day only events tell."""
    until = [page_days.c.day_to <= wanted.last.isoformat()] if wanted.last else []
    joined = page_days.join(by, by.c.page == page_days.c.page)
    return select(page_days.c.day_to, by.c.page, _item(by)).select_from(joined).where(by.c.day == "", *until)


def _item(by: Table) -> ColumnElement[str]:
    return by.c.item if by is roles else by.c.id


def _portions(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


def _one(row: Any, issues: Iterable[str]) -> Held:
    words, order = fold(row.words), (row.day, row.name, row.start, row.id)
    holder = row.affiliation if row.type == "person" and row.affiliation else row.party
    return Held((row.page, row.id), row.category, row.kind, row.day, order, holder, words, pieces_of(words), frozenset(issues))


def _issues(connection: Connection, keys: Sequence[Key]) -> dict[Key, list[str]]:
    """What items are about by their own words."""
    such = item_issues.c.page.in_({page for page, _ in keys}), item_issues.c.item.in_({item for _, item in keys}), item_issues.c.depth == 0
    found: dict[Key, list[str]] = {}
    for row in connection.execute(select(item_issues.c.page, item_issues.c.item, item_issues.c.issue).where(*such)):
        found.setdefault((row.page, row.item), []).append(row.issue)
    return found
