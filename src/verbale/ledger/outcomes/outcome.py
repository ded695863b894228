"""What became of a promise on a day: open, kept, broken or overdue, and what shows it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, Literal, get_args

import msgspec
from sqlalchemy import ColumnElement, Connection, exists, func, or_, select

from verbale.ledger import views
from verbale.ledger.outcomes.again import Named, told_again
from verbale.ledger.outcomes.tables import answers, pledges
from verbale.ledger.tables import items, pages
from verbale.ledger.telling import Told, citation
from verbale.ledger.views import Wanted

Status = Literal["open", "kept", "broken", "overdue"]
STATUSES: tuple[Status, ...] = get_args(Status)
_SHOWN_BY = {"kept": ("kept",), "broken": ("broken", "moved")}
_ORDER = {"kept": 0, "broken": 1, "moved": 2, "failed": 3}
_AT_ONCE = 200
_MORE = 4  # times as many promises are looked at as are wanted, where only those of a status are


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What shows that a promise was kept or broken.

    Attributes:
        shows: ``kept``, ``broken``, ``moved`` (what was agreed is elsewhere) or ``failed`` (not done when it was due).
        reason: Why, in words.
        done: The day of it, ISO 8601.
        page: The page that tells it.
        citation: Where, to be copied.
        act: The act's id, ``None`` where only the words tell it.
        line: The line, from 1.
        start: The first character, code points of the page.
        stop: The one after the last.
        confidence: 0 to 1.
    """

    shows: str
    reason: str
    done: str
    page: str
    citation: str
    act: str | None
    line: int
    start: int
    stop: int
    confidence: float


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A promise and what became of it.

    Attributes:
        commitment: The promise as its page tells it.
        status: ``open``, ``kept``, ``broken`` or ``overdue``.
        on: The day on which it is so, ISO 8601; empty in a ledger without days.
        reason: Why, in words.
        shown_by: What shows it, the deciding one first.
    """

    commitment: Told
    status: Status
    on: str
    reason: str
    shown_by: tuple[Shown, ...]


def latest_day(connection: Connection) -> str:
    """The day of the latest page, ISO 8601; empty where no page has one."""
    return connection.scalar(select(func.max(pages.c.day))) or ""


def outcomes(connection: Connection, wanted: Wanted, on: datetime.date | None = None, statuses: Sequence[Status] = ()) -> list[Outcome]:
    """What became of promises.

    Args:
        connection: The ledger, all of whose pages are weighed.
        wanted: Which; the party is who is bound, or to whom.
        on: On which day, by what had been told by then; ``None`` for the day of the latest page.
        statuses: Only these; none for all.

    Returns:
        The latest that are wanted, from early to late.

    Raises:
        LedgerError: The ledger knows no such party.
    """
    day, size = on.isoformat() if on else latest_day(connection), wanted.limit
    size = _MORE * size if size and statuses else size
    while True:
        some = msgspec.structs.replace(wanted, limit=size)
        promised = views.commitments(connection, some, datetime.date.fromisoformat(day) if day else None, _conditions(statuses, day))
        found = [one for one in of_commitments(connection, promised, day) if not statuses or one.status in statuses]
        if not size or not wanted.limit or len(promised) < size or len(found) >= wanted.limit:
            return found[-(wanted.limit or 0) :]
        size *= _MORE


def _conditions(statuses: Sequence[Status], day: str) -> list[ColumnElement[bool]]:
    """What the ledger itself can tell of promises that may be of a status."""
    showing = [shows for status, several in _SHOWN_BY.items() if status in statuses for shows in several]
    same = (answers.c.page == items.c.page, answers.c.item == items.c.id, answers.c.told <= day)
    answered = exists().where(*same, answers.c.shows.in_(showing))
    due = exists().where(pledges.c.page == items.c.page, pledges.c.item == items.c.id, pledges.c.due > "", pledges.c.due < day)
    if not statuses or "open" in statuses:
        return []
    return [or_(*[answered] * bool(showing), *[due] * ("overdue" in statuses))]


def of_commitments(connection: Connection, promised: Sequence[Told], day: str) -> list[Outcome]:
    """What became of certain promises.

    Args:
        connection: The ledger, all of whose pages are weighed.
        promised: Commitments.
        day: On which day, ISO 8601.

    Returns:
        Their outcomes, in the same order.
    """
    again = told_again(connection, promised, day)
    keys = sorted({*((one.page, one.id) for one in promised), *(other for others in again.values() for other in others)})
    terms, shown = _terms(connection, keys), _shown(connection, keys, day)
    return [_of_one(one, [(one.page, one.id), *again.get((one.page, one.id), ())], terms, shown, day) for one in promised]


def _of_one(one: Told, keys: Sequence[Named], terms: dict[Named, tuple[str, int]], shown: dict[Named, list[Shown]], day: str) -> Outcome:
    """What became of a promise; where nothing shows it, what shows the same promise where it is told again does."""
    showing = next((found for key in keys if (found := shown.get(key))), [])
    due = next((term for key in keys if (term := terms.get(key, ("", 0))[0])), "")
    return _outcome(one, due, any(terms.get(key, ("", 0))[1] for key in keys), showing, day)


def _portions(keys: Sequence[Named]) -> Iterator[Sequence[Named]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


def _terms(connection: Connection, keys: Sequence[Named]) -> dict[Named, tuple[str, int]]:
    """When each promise falls due, and whether it is to last."""
    asked = select(pages.c.name, pledges.c.item, pledges.c.due, pledges.c.lasting).join(pages, pages.c.number == pledges.c.page)
    found: dict[Named, tuple[str, int]] = {}
    for some in _portions(keys):
        such = pledges.c.item.in_([item for _, item in some]), pages.c.name.in_({page for page, _ in some})
        found.update({(row.name, row.item): (row.due, row.lasting) for row in connection.execute(asked.where(*such))})
    return found


def _shown(connection: Connection, keys: Sequence[Named], day: str) -> dict[Named, list[Shown]]:
    """What had been told by a day that shows something of each promise."""
    own, by = pages.alias("own"), pages.alias("by")
    joined = answers.join(own, own.c.number == answers.c.page).join(by, by.c.number == answers.c.by_page)
    asked = select(answers, own.c.name.label("own"), by.c.name.label("by")).select_from(joined).where(answers.c.told <= day)
    found: dict[Named, list[Shown]] = {}
    for some in _portions(keys):
        such = answers.c.item.in_([item for _, item in some]), own.c.name.in_({page for page, _ in some})
        for row in connection.execute(asked.where(*such)):
            found.setdefault((row.own, row.item), []).append(_showing(row))
    return found


def _showing(row: Any) -> Shown:
    same = {name: getattr(row, name) for name in Shown.__struct_fields__ if name not in {"page", "citation"}}
    return Shown(**same, page=row.by, citation=citation(row.by, row.line, row.start, row.stop))


def _outcome(one: Told, due: str, lasting: bool, shown: Sequence[Shown], day: str) -> Outcome:
    first = decisive(shown, lasting=lasting, due=due)
    ordered = tuple(sorted(shown, key=lambda other: (first is not None and other.shows != first.shows, *_order(other))))
    if first is not None and first.shows != "failed":
        return Outcome(commitment=one, status="kept" if first.shows == "kept" else "broken", on=day, reason=first.reason, shown_by=ordered)
    if due and due < day:
        told = first.reason if first else f"due by {due}, and no page tells that it was done"
        return Outcome(commitment=one, status="overdue", on=day, reason=told, shown_by=ordered)
    return Outcome(commitment=one, status="open", on=day, reason=f"due by {due}" if due else "no page tells what became of it", shown_by=())


def _order(one: Shown) -> tuple[str, int, float, str, int]:
    return one.done, _ORDER[one.shows], -one.confidence, one.page, one.start


def decisive(shown: Sequence[Shown], *, lasting: bool, due: str) -> Shown | None:
    """What decides among all that shows something of a promise.

    Args:
        shown: What shows something.
        lasting: Whether the promise is to last: then a breach counts more than that it was kept before.
        due: The last day on which it falls due, empty for none: what was done by then counts more than that it was put off before.

    Returns:
        The deciding one; ``None`` for none.
    """
    ordered = sorted(shown, key=_order)
    broken = [one for one in ordered if one.shows == "broken"]
    in_time = [one for one in ordered if one.shows == "kept" and due and one.done <= due]
    return next(iter((broken if lasting else in_time) or ordered), None)
