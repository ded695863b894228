"""Events, outcomes and talks made anew from the records, in a ledger beside; and where a ledger holds something else than that."""

from __future__ import annotations

import collections
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, and_, exists, insert, or_, select

from verbale.ledger.connecting import connect, reading, writing
from verbale.ledger.events import linking
from verbale.ledger.events.tables import MADE as OF_EVENTS
from verbale.ledger.events.tables import event_members, events, unlinked, unsettled
from verbale.ledger.migrations import migrate
from verbale.ledger.outcomes import storing
from verbale.ledger.outcomes.tables import MADE as OF_OUTCOMES
from verbale.ledger.outcomes.tables import unweighed
from verbale.ledger.tables import items, judgements, pages, versions
from verbale.ledger.talks.tables import MADE as OF_TALKS
from verbale.ledger.talks.tables import talk_stale
from verbale.model import stable_id

MADE = (*OF_EVENTS, *OF_OUTCOMES, *OF_TALKS)
WAITING = (unlinked, unsettled, unweighed, talk_stale)
_AT_ONCE = 100  # pages whose rows are compared together
_SAME = 5  # events that may have had the same id, as those of one page at several addresses
_SHOWN = 3  # differences of a table that are told one by one for each page, the others by their number

_Key = tuple[Any, ...]
_Row = dict[str, Any]
_Names = Mapping[str, str]  # an event's id → by what it is compared


def differences(engine: Engine) -> Iterator[str]:
    """Make everything anew that follows from the records of many pages, and compare it with what a ledger holds.

    It takes as long as linking and weighing all pages does.

    Args:
        engine: The ledger, whose pages are all there; nothing in it is changed.

    Yields:
        Each difference in words, with the page that it is about.
    """
    with reading(engine) as stored, _beside() as other:
        if any(stored.scalar(select(exists(select(table)))) for table in WAITING):
            yield "events: pages came while the ledger was looked at; run verbale check again"
            return
        _copy(stored, other)
        linking.link(other)
        storing.weigh_all(other)
        with reading(other) as made:
            yield from _compared(stored, made)


@contextmanager
def _beside() -> Iterator[Engine]:
    """An empty ledger in a file that goes at the end."""
    with tempfile.TemporaryDirectory() as folder:
        engine = connect(Path(folder) / "anew.db", create=True)
        try:
            with writing(engine) as connection:
                migrate(connection)
            yield engine
        finally:
            engine.dispose()


def _copy(stored: Connection, other: Engine) -> None:
    """Copy what events and outcomes follow from: pages with their present records, items, judgements."""
    present = select(versions).join(pages, pages.c.version == versions.c.number)
    with writing(other) as connection:
        for table, asked in ((pages, select(pages)), (versions, present), (items, select(items)), (judgements, select(judgements))):
            for some in stored.execute(asked).mappings().partitions(_AT_ONCE):
                connection.execute(insert(table), [dict(row) for row in some])
        for table in (unlinked, unweighed):
            connection.execute(insert(table).from_select(["page"], select(pages.c.number)))


def _compared(stored: Connection, made: Connection) -> Iterator[str]:
    names = {row.number: row.name for row in stored.execute(select(pages.c.number, pages.c.name))}
    alike = _twins(stored, made), _twins(made, stored)
    for table in MADE:
        for some in _parts(table, sorted(names)):
            asked = select(table).where(some) if some is not None else select(table)
            held, wanted = (_rows(table, one.execute(asked).mappings(), ids) for one, ids in zip((stored, made), alike, strict=True))
            yield from _told(table, held, wanted, names)


def _parts(table: Table, numbers: Sequence[int]) -> Iterator[Any]:
    """Conditions that cut a table into parts by pages, and one for pages that are not there; ``None`` for a table that knows no pages."""
    if "page" not in table.c:
        yield None
        return
    page, last = table.c.page, 0
    for start in range(0, len(numbers), _AT_ONCE):
        first, last = last, numbers[start : start + _AT_ONCE][-1]
        yield and_(page > first, page <= last)
    yield or_(page > last, page <= 0)


def _rows(table: Table, rows: Iterable[Any], ids: _Names) -> dict[_Key, _Row]:
    """Rows by their keys, events by what they are compared by."""
    column = "id" if table is events else "event"
    several = [dict(row) | ({column: ids.get(row[column], row[column])} if column in table.c else {}) for row in rows]
    return {tuple(row[one.name] for one in table.primary_key.columns): row for row in several}


def _twins(one: Connection, other: Connection) -> _Names:
    """By what events are compared whose ids differ only because another event has had the same: that id and the first of their pages."""
    ids = {identity for both in (one, other) for identity in both.scalars(select(events.c.id))}
    root = _roots(ids)
    asked = select(event_members.c.event, event_members.c.page).where(event_members.c.event.in_(root))
    first: dict[str, int] = {}
    for row in one.execute(asked) if root else ():
        first[row.event] = min(row.page, first.get(row.event, row.page))
    return {identity: f"{root[identity]} of page {page}" for identity, page in first.items()}


def _roots(ids: Collection[str]) -> dict[str, str]:
    """The id from which each was made (settling.py), of those of which another was made or which were made of one."""
    before: dict[str, str] = {}
    for identity in ids:
        last = identity
        for _ in range(_SAME):
            before[stable_id(last)] = last
            last = stable_id(last)
    found: dict[str, str] = {}
    for identity in ids:
        root = identity
        while root in before:
            root = before[root]
        if root != identity:
            found |= {identity: root, root: root}
    return found


def _told(table: Table, held: dict[_Key, _Row], wanted: dict[_Key, _Row], names: Mapping[int, str]) -> Iterator[str]:
    """Each row that is missing, too much or other than it should be; of many of one page the first."""
    found: dict[str, list[str]] = collections.defaultdict(list)
    for key in sorted(held.keys() | wanted.keys(), key=repr):
        if fault := _fault(held.get(key), wanted.get(key)):
            row = held.get(key) or wanted[key]
            found[_page(row, names)].append(f"{_named(table, row, names)} {fault}")
    for page, faults in found.items():
        yield from (f"{page}{table.name}: {fault}; verbale doctor makes it anew" for fault in faults[:_SHOWN])
        if (more := len(faults) - _SHOWN) > 0:
            yield f"{page}{table.name}: {more} more of this kind; verbale doctor makes them anew"


def _page(row: _Row, names: Mapping[int, str]) -> str:
    return f"{names.get(row['page'], 'page {page}, which is not there'.format_map(row))}: " if "page" in row else ""


def _named(table: Table, row: _Row, names: Mapping[int, str]) -> str:
    """A row by its key, without the page that is told before."""
    own = [column.name for column in table.primary_key.columns if column.name != "page"]
    return ", ".join(f"{name} {names.get(row[name], row[name]) if name.endswith('_page') else row[name]}" for name in own) or "the row"


def _fault(held: _Row | None, wanted: _Row | None) -> str | None:
    if held is None:
        return "is missing"
    if wanted is None:
        return "does not follow from the records"
    return ", ".join(_other(name, held[name], wanted[name]) for name in wanted if held[name] != wanted[name]) or None


def _other(name: str, held: Any, wanted: Any) -> str:
    return f"has other {name}" if isinstance(wanted, bytes) else f"has {name} {held!r}, not {wanted!r}"
