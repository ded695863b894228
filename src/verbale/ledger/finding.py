"""Finding one page or one item by whatever name somebody has for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, or_, select

from verbale.errors import LedgerError
from verbale.ledger.entry import record_in
from verbale.ledger.judging.applying import applied
from verbale.ledger.judging.keeping import standing_on
from verbale.ledger.sources import origins
from verbale.ledger.tables import items, likenesses, pages, versions
from verbale.ledger.telling import Told, told
from verbale.model import Record

_CITED = re.compile(r"\[?(?P<page>[^\s\[\]]+):(?P<line>\d+)(?: (?P<start>\d+)-(?P<stop>\d+))?\]?")
_OF_PAGE = re.compile(r"(?P<page>[^\s\[\]#]+)#(?P<item>[0-9a-f]{12})")
_SHORTEST = 4  # characters of an id that is cut off
_NEAREST = 5


class Version(msgspec.Struct, frozen=True):
    """One version of a page.

    Attributes:
        ordinal: From 1.
        added: When it was added, UTC.
        read: When its record was made, UTC.
        sha256: Of its bytes.
    """

    ordinal: int
    added: str
    read: str
    sha256: str


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger knows of a page beside its record.

    Attributes:
        page: The page's name.
        address: Its URL, file or hash.
        reader: What made its record.
        given: The day that was told from outside.
        verdict: Why it holds nothing.
        source: Whose report it is by its own words.
        copy_of: The page that came out first, of which it is a near-duplicate.
        copies: The pages that copy it, and how alike they are, 0 to 1.
        origin: Whose word it gives: the same for all pages that are one source.
        versions: All versions, the first first.
    """

    page: str
    address: str
    reader: str
    given: str | None
    verdict: str | None
    source: str | None
    copy_of: str | None
    copies: dict[str, float]
    origin: str
    versions: tuple[Version, ...]


def page_named(connection: Connection, name: str) -> Any:
    """The row of the page that a name means.

    Args:
        connection: The ledger.
        name: A page's name, id, address or file.

    Returns:
        The row.

    Raises:
        LedgerError: There is none, or several; the message names those that come near.
    """
    for exactly in (pages.c.name == name, pages.c.address == name):  # by the index; the others are looked for only where this finds none
        row = connection.execute(select(pages).where(exactly)).one_or_none()
        if row:
            return row
    found = connection.execute(select(pages).where(or_(pages.c.identity == name, pages.c.source == name)).order_by(pages.c.number)).all()
    if len(found) == 1:
        return found[0]
    near = select(pages.c.name).where(pages.c.name.contains(name, autoescape=True)).order_by(pages.c.name).limit(_NEAREST)
    others = [row.name for row in found] or list(connection.scalars(near).all())
    several = f"{name}: {len(found)} pages" if found else f"{name}: no such page in this ledger"
    raise LedgerError(several + (f"; there is {', '.join(others)}" if others else ""))


def record_of(connection: Connection, row: Any, ordinal: int | None = None) -> Record:
    """A page's record.

    Args:
        connection: The ledger.
        row: From :func:`page_named`.
        ordinal: Which version, from 1; ``None`` for the present one.

    Returns:
        The record; the present one as people judged it, a version by its number as it was read.

    Raises:
        LedgerError: There is no such version.
    """
    which = versions.c.number == row.version if ordinal is None else versions.c.ordinal == ordinal
    data = connection.scalar(select(versions.c.record).where(versions.c.page == row.number, which))
    if data is None:
        raise LedgerError(f"{row.name}: no version {ordinal}")
    record = record_in(data)
    return record if ordinal else applied(record, standing_on(connection, row.address))


def kept(connection: Connection, row: Any) -> Kept:
    """What a ledger knows of a page beside its record.

    Args:
        connection: The ledger.
        row: From :func:`page_named`.

    Returns:
        It.
    """
    columns = (versions.c.ordinal, versions.c.added, versions.c.read, versions.c.sha256)
    told = connection.execute(select(*columns).where(versions.c.page == row.number).order_by(versions.c.ordinal)).all()
    return Kept(
        page=row.name,
        address=row.address,
        reader=row.reader,
        given=row.given,
        verdict=row.verdict,
        source=row.wire,
        copy_of=connection.scalar(select(pages.c.name).where(pages.c.number == row.copy_of)),
        copies=_copies(connection, row.number),
        origin=origins(connection, [row.number])[row.number],
        versions=tuple(Version(*version) for version in told),
    )


def _copies(connection: Connection, number: int) -> dict[str, float]:
    rows = [
        row
        for one, other in ((likenesses.c.page, likenesses.c.other), (likenesses.c.other, likenesses.c.page))
        for row in connection.execute(
            select(pages.c.name, likenesses.c.likeness)
            .join(likenesses, other == pages.c.number)
            .where(one == number, pages.c.copy_of == number)
        )
    ]
    every = connection.scalars(select(pages.c.name).where(pages.c.copy_of == number).order_by(pages.c.name)).all()
    return dict.fromkeys(every, 0.0) | {name: round(share, 3) for name, share in rows}


def items_named(connection: Connection, name: str) -> list[Told]:
    """The items that an id or a citation means.

    Args:
        connection: The ledger.
        name: An id or its beginning, ``PAGE#ID`` where several pages have the same text, or a citation with or without its brackets, with
            or without the characters.

    Returns:
        The items, none where there are none.
    """
    cited, of_page = _CITED.fullmatch(name.strip()), _OF_PAGE.fullmatch(name.strip())
    asked: Sequence[Any]
    if of_page:
        joined = select(items.c.page, items.c.id).join(pages, pages.c.number == items.c.page)
        asked = connection.execute(joined.where(pages.c.name == of_page["page"], items.c.id == of_page["item"])).all()
    elif cited:
        there = [items.c.start < int(cited["stop"]), items.c.stop > int(cited["start"])] if cited["start"] else []
        there += [] if there else [items.c.line == int(cited["line"])]
        joined = select(items.c.page, items.c.id).join(pages, pages.c.number == items.c.page)
        asked = connection.execute(
            joined.where(pages.c.name == cited["page"], *there).order_by(items.c.start, items.c.stop, items.c.id)
        ).all()
    elif len(name) >= _SHORTEST:
        begins = items.c.id.between(name, name + "g")  # ids are hexadecimal
        asked = connection.execute(select(items.c.page, items.c.id).where(begins).order_by(items.c.page, items.c.id)).all()
    else:
        asked = ()
    return told(connection, asked)
