"""The contradictions that a ledger holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, or_, select

from verbale.ledger.events import tables
from verbale.ledger.events.tables import event_members
from verbale.ledger.tables import pages
from verbale.ledger.telling import citation
from verbale.ledger.views import Wanted

_ASKED = 400  # ids in one statement
_MORE = 4  # times as many are read as are wanted, since several can be one


class Source(msgspec.Struct, frozen=True):
    """One side of a contradiction.

    Attributes:
        page: The page's name.
        item: The act or meeting that tells it.
        line: The line, from 1.
        start: Where it stands, code points of the page.
        stop: Where it ends, half open.
        value: What it tells.
        voice: In whose words; ``None`` for the page's own.
        citation: Where it stands, to be copied.
    """

    page: str
    item: str
    line: int
    start: int
    stop: int
    value: str
    voice: str | None
    citation: str


class Contradiction(msgspec.Struct, frozen=True):
    """Sources that exclude each other.

    Attributes:
        id: Its id.
        field: ``date``, ``place``, ``duration``, ``participants``, ``number``, ``happened``, ``content`` or ``claim_denied``.
        event: The event that is told so differently; for a denial that of the claim.
        day: The day by which it is sorted; empty where none is known.
        reason: In words.
        confidence: 0 to 1.
        sources: Two or more.
    """

    id: str
    field: str
    event: str | None
    day: str
    reason: str
    confidence: float
    sources: tuple[Source, ...]


def contradictions(
    connection: Connection, wanted: Wanted | None = None, event: str | None = None, ids: Collection[str] | None = None
) -> list[Contradiction]:
    """Contradictions, by day; a claim that several pages tell and several deny comes once.

    Args:
        connection: The ledger.
        wanted: Days, and kinds as fields; ``None`` for all.
        event: Only those of this event.
        ids: Only these; ``None`` for all.

    Returns:
        The latest that are wanted, from early to late.
    """
    asked, limit = _asked(wanted, event), (wanted.limit if wanted else None) or 0
    asked = asked if ids is None else asked.where(tables.contradictions.c.id.in_(ids))
    size = limit * _MORE
    while True:
        rows = connection.execute(asked.limit(size or None)).all()
        last = _order(rows[-1]) if rows and len(rows) == size else ("", "")
        alike = _alike(connection, asked, rows) if size else []
        found = [one for one in _once(connection, [*rows, *alike]) if _order(one) >= last]
        if last == ("", "") or len(found) >= limit:
            return found[-limit:]  # all where there is no limit
        size *= _MORE


def _order(one: Any) -> tuple[str, str]:
    """By what contradictions are sorted: no two are alike in it."""
    return one.day, one.id


def _alike(connection: Connection, asked: Any, rows: Sequence[Any]) -> list[Any]:
    """Denials that may be one with some that were read, but were not read with them: which of them is shown hangs on no limit."""
    own, sources = tables.contradictions, tables.contradiction_sources
    there = (event_members.c.page == sources.c.page) & (event_members.c.item == sources.c.item)
    told = _sources(connection, [row.id for row in rows if row.event is None])
    homes = sorted({first.home for first, *_ in told.values() if first.home})
    items = sorted({first.item for first, *_ in told.values() if not first.home})
    found: dict[str, Any] = {}
    for column, values in ((event_members.c.event, homes), (sources.c.item, items)):
        for start in range(0, len(values), _ASKED):
            first_ones = select(sources.c.contradiction).outerjoin(event_members, there).where(sources.c.position == 0)
            like = first_ones.where(column.in_(values[start : start + _ASKED]))
            found |= {row.id: row for row in connection.execute(asked.where(own.c.event.is_(None), own.c.id.in_(like)))}
    known = {row.id for row in rows}
    return [row for row in found.values() if row.id not in known]


def _once(connection: Connection, rows: Sequence[Any]) -> list[Contradiction]:
    """Contradictions by day, of several of the same events the one of the fewest pages and the surest."""
    sources = _sources(connection, [row.id for row in rows])
    found: dict[Any, Contradiction] = {}

    def rank(row: Any) -> tuple[Any, ...]:
        return len({one.page for one in sources[row.id]}), -row.confidence, row.day, row.id

    for row in sorted(rows, key=rank):
        told = sources[row.id]
        same = (row.field, *(one.home or one.item for one in told)) if row.event is None else row.id
        if same not in found:
            found[same] = Contradiction(
                *(row.id, row.field, row.event or told[0].home, row.day, row.reason, row.confidence), tuple(map(_source, told))
            )
    return sorted(found.values(), key=_order)


def _asked(wanted: Wanted | None, event: str | None) -> Any:
    own, sources = tables.contradictions, tables.contradiction_sources
    asked = select(own).order_by(own.c.day.desc(), own.c.id.desc())
    if event:
        there = (event_members.c.page == sources.c.page) & (event_members.c.item == sources.c.item)
        denied = select(sources.c.contradiction).join(event_members, there).where(event_members.c.event == event)
        asked = asked.where(or_(own.c.event == event, own.c.id.in_(denied)))
    if wanted and wanted.first:
        asked = asked.where(own.c.day >= wanted.first.isoformat())
    if wanted and wanted.last:
        asked = asked.where(own.c.day <= wanted.last.isoformat(), own.c.day > "")
    if wanted and wanted.kinds:
        asked = asked.where(own.c.field.in_(wanted.kinds))
    return asked


def _sources(connection: Connection, ids: Sequence[str]) -> dict[str, list[Any]]:
    own = tables.contradiction_sources
    there = (event_members.c.page == own.c.page) & (event_members.c.item == own.c.item)
    asked = select(own, pages.c.name, event_members.c.event.label("home")).join(pages, pages.c.number == own.c.page)
    found: dict[str, list[Any]] = {}
    for start in range(0, len(ids), _ASKED):
        some = own.c.contradiction.in_(ids[start : start + _ASKED])
        for row in connection.execute(asked.outerjoin(event_members, there).where(some).order_by(own.c.contradiction, own.c.position)):
            found.setdefault(row.contradiction, []).append(row)
    return found


def _source(row: Any) -> Source:
    cited = citation(row.name, row.line, row.start, row.stop)
    return Source(row.name, row.item, row.line, row.start, row.stop, row.value, row.voice, cited)
