"""Which pages there are."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Label, func, or_, select

from verbale.ledger.tables import pages, passages, versions

_BEGINNING = 40  # characters


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One page in a list.

    Attributes:
        page: Its name.
        title: Its title.
        outlet: Who published it.
        day: When it came out.
        added: When it came into the ledger, UTC.
        source: Whose report it is.
        copy_of: The page that it copies.
        verdict: Why it holds nothing.
        new: Whether it came since the last visit.
        begins: The first words of its article, for a page without a title.
    """

    page: str
    title: str | None
    outlet: str | None
    day: str | None
    added: str
    source: str | None
    copy_of: str | None
    verdict: str | None
    new: bool = False
    begins: str | None = None


class Sought(msgspec.Struct, frozen=True, kw_only=True):
    """Which pages are wanted.

    Attributes:
        outlet: Who published them.
        first: The first day.
        last: The last day.
        title: A piece of the title or of the name.
        after: Only versions with a greater number.
    """

    outlet: str | None = None
    first: datetime.date | None = None
    last: datetime.date | None = None
    title: str | None = None
    after: int | None = None


def listed(connection: Connection, sought: Sought, limit: int, skip: int = 0, seen: int | None = None) -> list[Listed]:
    """Pages, the latest first; where only new ones are wanted, in the order in which they came.

    Args:
        connection: The ledger.
        sought: Which.
        limit: How many at most.
        skip: How many are left out before.
        seen: The last version that was seen on the visit before.

    Returns:
        The pages.
    """
    first = pages.alias("first")
    columns = (pages, versions.c.added, first.c.name.label("first"), beginning())
    joined = pages.join(versions, versions.c.number == pages.c.version).outerjoin(first, first.c.number == pages.c.copy_of)
    order = (pages.c.version.desc(),) if sought.after is not None else (pages.c.day.desc(), pages.c.number.desc())
    asked = select(*columns).select_from(joined).where(*_conditions(sought)).order_by(*order).limit(limit).offset(skip)
    return [_listed(row, seen) for row in connection.execute(asked)]


def beginning() -> Label[str]:
    """The first words of a page's article, as a column ``begins``."""
    words = select(func.substr(passages.c.words, 1, _BEGINNING)).where(passages.c.page == pages.c.number)
    return words.order_by(passages.c.number).limit(1).scalar_subquery().label("begins")


def counted(connection: Connection, sought: Sought) -> int:
    """How many pages are wanted.

    Args:
        connection: The ledger.
        sought: Which.

    Returns:
        Their number.
    """
    return connection.scalar(select(func.count()).select_from(pages).where(*_conditions(sought))) or 0


def outlets(connection: Connection) -> list[tuple[str, int]]:
    """Who published how many pages, the most first.

    Args:
        connection: The ledger.

    Returns:
        Outlet and number.
    """
    asked = select(pages.c.outlet, func.count()).where(pages.c.outlet.is_not(None)).group_by(pages.c.outlet)
    return sorted(((str(name), int(count)) for name, count in connection.execute(asked)), key=lambda pair: (-pair[1], pair[0]))


def last_version(connection: Connection) -> int:
    """The number of the version that came last.

    Args:
        connection: The ledger.

    Returns:
        It, 0 for an empty ledger.
    """
    return connection.scalar(select(func.max(versions.c.number))) or 0


def _conditions(sought: Sought) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if sought.outlet:
        found.append(or_(pages.c.outlet == sought.outlet, pages.c.wire == sought.outlet))
    if sought.first:
        found.append(pages.c.day >= sought.first.isoformat())
    if sought.last:
        found += [pages.c.day <= sought.last.isoformat(), pages.c.day > ""]
    if sought.title:
        found.append(or_(pages.c.title.contains(sought.title, autoescape=True), pages.c.name.contains(sought.title, autoescape=True)))
    if sought.after is not None:
        found.append(pages.c.version > sought.after)
    return found


def _listed(row: Any, seen: int | None) -> Listed:
    return Listed(
        page=row.name,
        title=row.title,
        outlet=row.outlet,
        day=row.published_from or row.day or None,
        added=row.added,
        source=row.wire,
        copy_of=row.first,
        verdict=row.verdict,
        begins=None if row.title else row.begins,
        new=seen is not None and row.version > seen,
    )
