"""What the views of a ledger tell: one line an item, with everything that is needed to show it and to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVarTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, literal, select

from verbale.ledger.tables import entities, items, pages, roles

_AT_ONCE = 100  # items asked for in one statement
Columns = TypeVarTuple("Columns")
Key = tuple[int, str]  # the page's number, the item's id


class Party(msgspec.Struct, frozen=True):
    """Somebody who takes part.

    Attributes:
        id: The party's id.
        role: As what: speaker, addressee, via; actor, recipient; side, person; by, to; holder; ``affiliation``: behind
            a person; ``according_to``: in whose words.
        name: English name, ``None`` where none is known.
        name_zh: Chinese name, for a person as the page writes it.
        type: person, state, organization, place or group.
        affiliation: The party that it acts for or belongs to.
    """

    id: str
    role: str
    name: str | None
    name_zh: str | None
    type: str | None = None
    affiliation: str | None = None


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One statement, act, meeting, commitment or position as a page tells it.

    Attributes:
        id: The item's id.
        page: The page's name in the ledger.
        line: The line, from 1.
        start: Where its words begin, code points of the page.
        stop: Where they end, half open.
        citation: The last four in short, to be copied: ``[astana-water:4 120-139]``.
        category: ``statement``, ``act``, ``meeting``, ``commitment`` or ``position``.
        kind: Kind of the statement or act, format of the meeting, kind of the commitment's act, stance of the position.
        modality: As in the record (codebook 5).
        day: The day that it is sorted by: when it was done, else when the page came out; ``None`` where neither is known.
        day_from: The first day on which it was done, as far as the page tells.
        day_to: The last one.
        published: The day on which the page came out.
        parties: Who takes part, in the order of the record.
        words: The page's words for what was said, agreed, asked …; empty where it has none.
        cue: The page's word for the saying or doing.
        due_from: The first day on which a commitment falls due.
        due_to: The last one.
        condition: The page's words for the condition.
        place: Where.
        according_to: In whose words it is told.
        confidence: 0 to 1.
        rule: The rule that found it.
        outlet: Who published the page.
        title: The page's title.
        url: The page's address in the web.
        source: Whose report the page is by its own words: a medium's id.
        also: Pages that copy this one, so are no further sources.
    """

    id: str
    page: str
    line: int
    start: int
    stop: int
    citation: str
    category: str
    kind: str
    modality: str | None
    day: str | None
    day_from: str | None
    day_to: str | None
    published: str | None
    parties: tuple[Party, ...]
    words: str
    cue: str | None
    due_from: str | None
    due_to: str | None
    condition: str | None
    place: str | None
    according_to: str | None
    confidence: float
    rule: str
    outlet: str | None
    title: str | None
    url: str | None
    source: str | None
    also: tuple[str, ...]


_SAME = tuple(name for name in Told.__struct_fields__ if name in items.c)


def citation(page: str, line: int, start: int, stop: int) -> str:
    """A short citation.

    Args:
        page: The page's name.
        line: The line, from 1.
        start: The first character, code points of the page.
        stop: The one after the last.

    Returns:
        As in ``[astana-water:4 120-139]``.
    """
    return f"[{page}:{line} {start}-{stop}]"


def told(connection: Connection, keys: Sequence[Key]) -> list[Told]:
    """Items with all that belongs to them.

    Args:
        connection: The ledger.
        keys: Page number and id of each.

    Returns:
        The items in the order of the keys.
    """
    found: dict[Key, Any] = {}
    parts: dict[Key, list[Party]] = {}
    every = list(dict.fromkeys((page, item) for page, item in keys))
    for start in range(0, len(every), _AT_ONCE):
        some = every[start : start + _AT_ONCE]
        found.update({(row.page, row.id): row for row in connection.execute(_keyed(select(items), items.c.page, items.c.id, some))})
        for key, party in _parties(connection, some):
            parts.setdefault(key, []).append(party)
    about = _pages(connection, {page for page, _ in found})
    return [_told(found[page, item], about[page], parts.get((page, item), ())) for page, item in keys if (page, item) in found]


def _keyed(asked: Select[*Columns], page: ColumnElement[int], item: ColumnElement[str], keys: Sequence[Key]) -> Select[*Columns]:
    """Narrow to keys. Pages and ids apart find the odd row too many, but each by the index (SQLite reads all rows for pairs)."""
    return asked.where(page.in_({one for one, _ in keys}), item.in_({one for _, one in keys}))


def _parties(connection: Connection, keys: Sequence[Key]) -> Iterator[tuple[Key, Party]]:
    """Who takes part in items, each in its order, and then in whose words each is told."""
    known = (entities.c.name, entities.c.name_zh, entities.c.type, entities.c.affiliation)
    joined = roles.outerjoin(entities, and_(entities.c.page == roles.c.page, entities.c.id == roles.c.party))
    taking = select(roles.c.page, roles.c.item, roles.c.party, roles.c.role, *known).select_from(joined)
    spoken = items.join(entities, and_(entities.c.page == items.c.page, entities.c.id == items.c.according_to))
    telling = select(items.c.page, items.c.id, entities.c.id.label("party"), literal("according_to"), *known).select_from(spoken)
    rows = [*connection.execute(_keyed(taking, roles.c.page, roles.c.item, keys).order_by(roles.c.position))]
    for page, item, *party in (*rows, *connection.execute(_keyed(telling, items.c.page, items.c.id, keys))):
        yield (page, item), Party(*party)


def _pages(connection: Connection, numbers: set[int]) -> dict[int, tuple[Any, tuple[str, ...]]]:
    """Each page's row and the names of those that copy it."""
    columns = (pages.c.number, pages.c.name, pages.c.published_from, pages.c.outlet, pages.c.title, pages.c.url, pages.c.wire)
    found = {row.number: row for row in connection.execute(select(*columns).where(pages.c.number.in_(numbers)))}
    copies: dict[int, list[str]] = {}
    copying = select(pages.c.copy_of, pages.c.name).where(pages.c.copy_of.in_(numbers)).order_by(pages.c.name)
    for first, name in connection.execute(copying):
        copies.setdefault(first, []).append(name)
    return {number: (row, tuple(copies.get(number, ()))) for number, row in found.items()}


def _told(row: Any, about: tuple[Any, tuple[str, ...]], parties: Sequence[Party]) -> Told:
    page, copies = about
    same = {name: getattr(row, name) for name in _SAME}
    return Told(
        **same
        | {
            "page": page.name,
            "citation": citation(page.name, row.line, row.start, row.stop),
            "day": row.day or None,
            "published": page.published_from,
            "parties": tuple(parties),
            "outlet": page.outlet,
            "title": page.title,
            "url": page.url,
            "source": page.wire,
            "also": copies,
        }
    )
