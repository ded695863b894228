"""Full-text search over the lines of all articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from verbale.ledger.parties import parties_named
from verbale.ledger.passages import numbers
from verbale.ledger.tables import items, pages, passages, roles
from verbale.ledger.telling import Told, citation, told
from verbale.ledger.tokens import highlights, terms
from verbale.ledger.views import Wanted
from verbale.ledger.words import WORDS, matched
from verbale.model import Span


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One line of an article that answers a query.

    Attributes:
        page: The page's name.
        line: The line, from 1.
        start: Where the line begins, code points of the page.
        stop: Where it ends, half open.
        citation: Page, line and the characters from the first word found to the last.
        words: The line.
        highlights: Where the words of the query stand, code points of the page.
        published: The day on which the page came out.
        title: The page's title.
        outlet: Who published it.
        url: Its address in the web.
        source: Whose report it is by its own words.
        copy_of: The page that it copies.
        items: What the ledger has recorded from this line; where parties or kinds were asked for, only of those.
    """

    page: str
    line: int
    start: int
    stop: int
    citation: str
    words: str
    highlights: tuple[Span, ...]
    published: str | None
    title: str | None
    outlet: str | None
    url: str | None
    source: str | None
    copy_of: str | None
    items: tuple[Told, ...]


def search(connection: Connection, query: str, wanted: Wanted) -> list[Hit]:
    """Lines that hold all words of a query.

    Args:
        connection: The ledger.
        query: Words in either script, all of which must stand in the line; several in quotation marks count as one.
        wanted: Which lines: the days are those on which pages came out; with a party or kinds only lines with such items.

    Returns:
        The lines, of the latest page first.

    Raises:
        UsageError: The query holds no word.
        LedgerError: The ledger knows no such party.
    """
    parties = parties_named(connection, wanted.party) if wanted.party else ()
    number, matches = matched(connection, terms(query))
    least, most = numbers(wanted.first, wanted.last)
    conditions = [matches, number >= least, number <= most, *_items(parties, wanted.kinds, number)]
    asked = select(number).select_from(WORDS).where(*conditions).order_by(number.desc())
    if wanted.outlet:
        asked = asked.where(number.in_(_published_by(wanted.outlet)))
    found = connection.scalars(asked.limit(wanted.limit)).all()
    return _hits(connection, query, found, parties, wanted.kinds)


def _published_by(outlet: str) -> Any:
    of_outlet = or_(pages.c.outlet == outlet, pages.c.wire == outlet)
    return select(passages.c.number).join(pages, pages.c.number == passages.c.page).where(of_outlet)


def _items(parties: Sequence[str], kinds: Sequence[str], number: ColumnElement[int]) -> list[ColumnElement[bool]]:
    """Whether a line has an item of a party and of a kind."""
    if not parties and not kinds:
        return []
    return [exists().where(items.c.passage == number, *_such(parties, kinds))]


def _such(parties: Sequence[str], kinds: Sequence[str]) -> list[ColumnElement[bool]]:
    such: list[ColumnElement[bool]] = []
    if kinds:
        such.append(or_(items.c.kind.in_(kinds), items.c.category.in_(kinds)))
    if parties:
        such.append(exists().where(and_(roles.c.page == items.c.page, roles.c.item == items.c.id, roles.c.party.in_(parties))))
    return such


def _hits(connection: Connection, query: str, found: Sequence[int], parties: Sequence[str], kinds: Sequence[str]) -> list[Hit]:
    first = pages.alias("first")
    about = (pages.c.name, pages.c.published_from, pages.c.title, pages.c.outlet, pages.c.url, pages.c.wire, first.c.name.label("first"))
    joined = passages.join(pages, pages.c.number == passages.c.page).outerjoin(first, first.c.number == pages.c.copy_of)
    asked = select(passages, *about).select_from(joined).where(passages.c.number.in_(found)).order_by(passages.c.number.desc())
    rows = connection.execute(asked).all()
    recorded = select(items.c.passage, items.c.page, items.c.id).where(items.c.passage.in_(found), *_such(parties, kinds))
    keys: dict[int, list[tuple[int, str]]] = {}
    for passage, page, item in connection.execute(recorded.order_by(items.c.start, items.c.stop, items.c.id)):
        keys.setdefault(passage, []).append((page, item))
    items_told = iter(told(connection, [key for row in rows for key in keys.get(row.number, ())]))
    return [_hit(query, row, tuple(next(items_told) for _ in keys.get(row.number, ()))) for row in rows]


def _hit(query: str, row: Any, recorded: tuple[Told, ...]) -> Hit:
    spans = highlights(query, row.words, row.start)
    start, stop = (spans[0].start, spans[-1].end) if spans else (row.start, row.stop)
    return Hit(
        page=row.name,
        line=row.line,
        start=row.start,
        stop=row.stop,
        citation=citation(row.name, row.line, start, stop),
        words=row.words,
        highlights=spans,
        published=row.published_from,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        source=row.wire,
        copy_of=row.first,
        items=recorded,
    )
