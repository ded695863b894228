"""What became of a promise on a day: open, kept, broken or overdue, and what shows it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, Literal, get_args

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, exists, func, or_, select

from verbale.ledger import views
from verbale.ledger.outcomes.again import told_again
from verbale.ledger.outcomes.tables import answers, pledges
from verbale.ledger.tables import items, pages
from verbale.ledger.telling import Key, Told, citation, told
from verbale.ledger.views import Wanted

Status = Literal["open", "kept", "broken", "overdue"]
STATUSES: tuple[Status, ...] = get_args(Status)
_SHOWN_BY = {"kept": ("kept",), "broken": ("broken", "moved", "failed")}
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


def outcomes(
    connection: Connection, wanted: Wanted, on: datetime.date | None = None, statuses: Sequence[Status] = (), *, copied: bool = False
) -> list[Outcome]:
    """What became of promises.

    Args:
        connection: The ledger, all of whose pages are weighed.
        wanted: Which; the party is who is bound, or to whom.
        on: On which day, by what had been told by then; ``None`` for the day of the latest page.
        statuses: Only these; none for all.
        copied: Whether promises that a page only copies are among them.

    Returns:
        The latest that are wanted, from early to late; those of pages without a day, which no day leaves out, come first.

    Raises:
        LedgerError: The ledger knows no such party.
    """
    day, size = on.isoformat() if on else latest_day(connection), wanted.limit
    size = _MORE * size if size and statuses else size
    while True:
        some = msgspec.structs.replace(wanted, limit=size)
        keys = views.commitment_keys(connection, some, on, _conditions(statuses, day), copied=copied)
        found = [(key, one) for key, one in _became(connection, keys, day).items() if not statuses or one.status in statuses]
        if not size or not wanted.limit or len(keys) < size or len(found) >= wanted.limit:
            found = found[-(wanted.limit or 0) :]
            promised = told(connection, [key for key, _ in found])
            return [one.of(commitment, day) for commitment, (_, one) in zip(promised, found, strict=True)]
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
    numbers = {row.name: row.number for row in connection.execute(_numbers({one.page for one in promised}))}
    keys = [(numbers[one.page], one.id) for one in promised]
    became = _became(connection, keys, day)
    return [became[key].of(one, day) for key, one in zip(keys, promised, strict=True)]


def _numbers(names: set[str]) -> Select[Any]:
    return select(pages.c.number, pages.c.name).where(pages.c.name.in_(names))


class _Became(msgspec.Struct, frozen=True):
    """What became of a promise, before all that is told of it is read."""

    status: Status
    reason: str
    shown_by: tuple[Shown, ...] = ()

    def of(self, commitment: Told, day: str) -> Outcome:
        return Outcome(commitment=commitment, status=self.status, on=day, reason=self.reason, shown_by=self.shown_by)


def _became(connection: Connection, keys: Sequence[Key], day: str) -> dict[Key, _Became]:
    """What became of promises; where nothing shows it, what shows the same promise where it is told again does."""
    again = told_again(connection, keys, day)
    every = sorted({*keys, *(other for others in again.values() for other in others)})
    terms, shown = _terms(connection, every), _shown(connection, every, day)
    found: dict[Key, _Became] = {}
    for key in keys:
        same = [key, *again.get(key, ())]
        showing = next((several for one in same if (several := shown.get(one))), [])
        due = next((term for one in same if (term := terms.get(one, ("", 0))[0])), "")
        found[key] = _one(due, any(terms.get(one, ("", 0))[1] for one in same), showing, day)
    return found


def _portions(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


def _terms(connection: Connection, keys: Sequence[Key]) -> dict[Key, tuple[str, int]]:
    """When each promise falls due, and whether it is to last."""
    asked = select(pledges.c.page, pledges.c.item, pledges.c.due, pledges.c.lasting)
    found: dict[Key, tuple[str, int]] = {}
    for some in _portions(keys):
        such = pledges.c.page.in_({page for page, _ in some}), pledges.c.item.in_({item for _, item in some})
        found.update({(row.page, row.item): (row.due, row.lasting) for row in connection.execute(asked.where(*such))})
    return found


def _shown(connection: Connection, keys: Sequence[Key], day: str) -> dict[Key, list[Shown]]:
    """What had been told by a day that shows something of each promise."""
    asked = select(answers, pages.c.name).join(pages, pages.c.number == answers.c.by_page).where(answers.c.told <= day)
    found: dict[Key, list[Shown]] = {}
    for some in _portions(keys):
        such = answers.c.page.in_({page for page, _ in some}), answers.c.item.in_({item for _, item in some})
        for row in connection.execute(asked.where(*such)):
            found.setdefault((row.page, row.item), []).append(_showing(row))
    return found


def _showing(row: Any) -> Shown:
    same = {name: getattr(row, name) for name in Shown.__struct_fields__ if name not in {"page", "citation"}}
    return Shown(**same, page=row.name, citation=citation(row.name, row.line, row.start, row.stop))


def _one(due: str, lasting: bool, shown: Sequence[Shown], day: str) -> _Became:
    first = decisive(shown, lasting=lasting, due=due)
    ordered = tuple(sorted(shown, key=lambda other: (first is not None and other.shows != first.shows, *_order(other))))
    if first is not None:
        return _Became("kept" if first.shows == "kept" else "broken", first.reason, ordered)
    if due and due < day:
        return _Became("overdue", f"due by {due}, and no page tells that it was done")
    return _Became("open", f"due by {due}" if due else "no page tells what became of it")


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
