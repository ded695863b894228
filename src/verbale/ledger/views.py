"""Views over all pages: the timeline, what was promised, who holds what, what is new."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, case, exists, func, or_, select

from verbale.ledger.parties import parties_named
from verbale.ledger.settings import setting
from verbale.ledger.tables import items, pages, roles, versions
from verbale.ledger.telling import Key, Told, told

BOOKMARK = "new"  # the setting that holds the last version that was shown as new
_Key = tuple[str, int, int, str]  # day, page, start, id


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What a view is asked for.

    Attributes:
        party: A name or an id; persons who act for it count too.
        kinds: Kinds of items; none for all.
        first: The first day.
        last: The last day, included.
        outlet: Who published the page.
        limit: How many at most, the latest; ``None`` for all.
    """

    party: str | None = None
    kinds: tuple[str, ...] = ()
    first: datetime.date | None = None
    last: datetime.date | None = None
    outlet: str | None = None
    limit: int | None = None


def timeline(connection: Connection, wanted: Wanted) -> list[Told]:
    """Meetings and acts in the order of their days; an act that is part of a meeting shows as that meeting.

    Args:
        connection: The ledger.
        wanted: Which; of the days, those on which things were done, or told where that is not known.

    Returns:
        The latest that are wanted, from early to late. What a copy tells again is told once.

    Raises:
        LedgerError: The ledger knows no such party.
    """
    kinds = _kinds(wanted)
    return _told(connection, ("meeting", "act"), wanted, [*kinds, or_(items.c.category == "meeting", items.c.part_of.is_(None))])


def commitments(connection: Connection, wanted: Wanted, on: datetime.date | None = None) -> list[Told]:
    """What was promised and agreed.

    Args:
        connection: The ledger.
        wanted: Which; the party is who is bound, or to whom.
        on: Only what had been told by that day.

    Returns:
        The latest that are wanted, from early to late.

    Raises:
        LedgerError: The ledger knows no such party.
    """
    return told(connection, commitment_keys(connection, wanted, on))


def commitment_keys(
    connection: Connection,
    wanted: Wanted,
    on: datetime.date | None = None,
    such: Sequence[ColumnElement[bool]] = (),
    *,
    copied: bool = False,
) -> list[Key]:
    """What :func:`commitments` tells, by page number and id alone.

    Args:
        connection: The ledger.
        wanted: Which.
        on: Only what had been told by that day.
        such: Further conditions on the table of items.
        copied: Whether those are among them that a page only copies.

    Returns:
        The latest that are wanted, from early to late.

    Raises:
        LedgerError: The ledger knows no such party.
    """
    if on is not None:
        wanted = msgspec.structs.replace(wanted, last=min(filter(None, (wanted.last, on))))
    return _keys(connection, ("commitment",), wanted, [*_kinds(wanted), *such], copied=copied)


def positions(connection: Connection, wanted: Wanted, such: Sequence[ColumnElement[bool]] = ()) -> list[Told]:
    """What a party holds must, must not, will or will not be.

    Args:
        connection: The ledger.
        wanted: Which; the party is who holds it.
        such: Further conditions on the table of items.

    Returns:
        The latest that are wanted, from early to late.

    Raises:
        LedgerError: The ledger knows no such party.
    """
    return _told(connection, ("position",), wanted, [*_kinds(wanted), *such])


def page_items(connection: Connection, name: str, *, copied: bool = True) -> list[Told]:
    """All items of a page.

    Args:
        connection: The ledger.
        name: The page's name.
        copied: Whether those are among them that the page only copies.

    Returns:
        The items in the order of the page.
    """
    asked = select(items.c.page, items.c.id).join(pages, pages.c.number == items.c.page).where(pages.c.name == name)
    asked = asked if copied else asked.where(_first_told())
    return told(connection, connection.execute(asked.order_by(items.c.start, items.c.stop, items.c.id)).all())


def _kinds(wanted: Wanted) -> list[ColumnElement[bool]]:
    """A kind is one of items, or a category."""
    return [or_(items.c.kind.in_(wanted.kinds), items.c.category.in_(wanted.kinds))] if wanted.kinds else []


def _told(connection: Connection, categories: Sequence[str], wanted: Wanted, conditions: Sequence[ColumnElement[bool]]) -> list[Told]:
    return told(connection, _keys(connection, categories, wanted, conditions))


def _keys(
    connection: Connection, categories: Sequence[str], wanted: Wanted, conditions: Sequence[ColumnElement[bool]], *, copied: bool = False
) -> list[Key]:
    """The latest items from early to late. Each category and party is asked for by itself, so that an index gives the order."""
    parties: Sequence[str | None] = parties_named(connection, wanted.party) if wanted.party else (None,)
    found: set[_Key] = set()
    for category in categories:
        for party in parties:
            asked = _asked(category, party, wanted).where(*[_first_told()] * (not copied), *conditions)
            found.update((row.day, row.page, row.start, row.id) for row in connection.execute(asked))
    rows = sorted(found)[-wanted.limit :] if wanted.limit else sorted(found)
    return [(page, item) for _, page, _, item in rows]


def _asked(category: str, party: str | None, wanted: Wanted) -> Select[tuple[str, int, int, str]]:
    by = roles if party else items
    days = [by.c.day >= wanted.first.isoformat()] if wanted.first else []
    days += [by.c.day <= wanted.last.isoformat(), by.c.day > ""] if wanted.last else []
    joined = roles.join(items, and_(items.c.page == roles.c.page, items.c.id == roles.c.item)) if party else items
    such = [by.c.category == category, *days]
    such += [roles.c.party == party] if party else []
    such += [_published_by(wanted.outlet)] if wanted.outlet else []
    asked = select(items.c.day, items.c.page, items.c.start, items.c.id)
    asked = asked.select_from(joined.join(pages, pages.c.number == items.c.page)).where(*such)
    # The same item can come once for each role of the party: twice the limit is enough for the two that are usual.
    return asked.order_by(by.c.day.desc(), by.c.page.desc()).limit(2 * wanted.limit + 10 if wanted.limit else None)


def _published_by(outlet: str) -> ColumnElement[bool]:
    return or_(pages.c.outlet == outlet, pages.c.wire == outlet)


def _first_told() -> ColumnElement[bool]:
    """Not told in the same words by the page that this one copies."""
    first = items.alias("first")
    same = exists().where(first.c.page == pages.c.copy_of, first.c.gist == items.c.gist)
    return or_(pages.c.copy_of.is_(None), ~same)


class News(msgspec.Struct, frozen=True, kw_only=True):
    """A page that came into the ledger, or came anew.

    Attributes:
        page: The page's name.
        version: Which version of it, from 1.
        added: When it was added, UTC.
        published: The day on which it came out.
        title: Its title.
        outlet: Who published it.
        url: Its address in the web.
        copy_of: The page that it copies.
        source: Whose report it is by its own words.
        verdict: Why it holds nothing.
        statements: How many statements it has.
        acts: How many acts.
        meetings: How many meetings.
        commitments: How many commitments.
        positions: How many positions.
    """

    page: str
    version: int
    added: str
    published: str | None
    title: str | None
    outlet: str | None
    url: str | None
    copy_of: str | None
    source: str | None
    verdict: str | None
    statements: int
    acts: int
    meetings: int
    commitments: int
    positions: int


def news(connection: Connection, since: datetime.date | None) -> tuple[list[News], int]:
    """The pages that came since a day, or since the ledger was last asked.

    Args:
        connection: The ledger.
        since: The day (UTC), included; ``None`` for those after the bookmark.

    Returns:
        The pages in the order in which they came, and the number of the last version in the ledger, for the bookmark.
    """
    after = versions.c.added >= since.isoformat() if since else versions.c.number > int(setting(connection, BOOKMARK) or 0)
    first = pages.alias("first")
    columns = (versions.c.ordinal, versions.c.added, pages, first.c.name.label("first"))
    joined = versions.join(pages, pages.c.version == versions.c.number).outerjoin(first, first.c.number == pages.c.copy_of)
    rows = connection.execute(select(*columns).select_from(joined).where(after).order_by(versions.c.number)).all()
    last = connection.scalar(select(func.max(versions.c.number))) or 0
    counts = _counts(connection, after)
    return [_news(row, counts.get(row.number, {})) for row in rows], last


_CATEGORIES = ("statement", "act", "meeting", "commitment", "position")


def _counts(connection: Connection, after: ColumnElement[bool]) -> dict[int, dict[str, int]]:
    sums = [func.sum(case((items.c.category == category, 1), else_=0)).label(f"{category}s") for category in _CATEGORIES]
    joined = items.join(pages, pages.c.number == items.c.page).join(versions, versions.c.number == pages.c.version)
    rows = connection.execute(select(items.c.page, *sums).select_from(joined).where(after).group_by(items.c.page)).mappings()
    return {row["page"]: {name: int(row[name]) for name in row if name != "page"} for row in rows}


def _news(row: Any, counts: dict[str, int]) -> News:
    told = {name: getattr(row, name) for name in ("added", "title", "outlet", "url", "verdict")}
    told |= {"page": row.name, "version": row.ordinal, "published": row.published_from, "copy_of": row.first, "source": row.wire}
    return News(**dict.fromkeys((f"{category}s" for category in _CATEGORIES), 0) | counts | told)
