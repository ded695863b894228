"""Judgements as rows: writing them, taking them back, finding those of a page."""

from __future__ import annotations

import datetime
import json
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from verbale.errors import LedgerError
from verbale.ledger.judging.judgement import At, Judgement, Verdict
from verbale.ledger.tables import judgements, pages

STANDING = judgements.c.undone.is_(None)


def keep(connection: Connection, verdict: Verdict, at: At, judge: str, reason: str | None = None, **said: Any) -> Judgement:
    """Write a judgement.

    Args:
        connection: A transaction that writes.
        verdict: What is said.
        at: Of which item.
        judge: Who says it.
        reason: Why.
        **said: ``changes``, ``words``, ``parties`` or ``others`` of the judgement.

    Returns:
        The judgement as it is kept.
    """
    values = {
        "verdict": verdict,
        "address": at.address,
        "item": at.item,
        "category": at.category,
        "start": at.start,
        "stop": at.stop,
        "value": json.dumps(msgspec.to_builtins(said), ensure_ascii=False) if said else None,
        "reason": reason,
        "judge": judge,
        "judged": _now(),
    }
    number = connection.execute(insert(judgements).values(values).returning(judgements.c.number)).scalar_one()
    return judgement_numbered(connection, number)


def judgement_numbered(connection: Connection, number: int) -> Judgement:
    """A judgement by its number.

    Args:
        connection: The ledger.
        number: The number.

    Returns:
        The judgement.

    Raises:
        LedgerError: There is none of this number.
    """
    found = history(connection, judgements.c.number == number)
    if not found:
        raise LedgerError(f"{number}: no judgement of this number in the ledger")
    return found[0]


def undo(connection: Connection, number: int, judge: str) -> Judgement:
    """Take a judgement back; it stays as a row.

    Args:
        connection: A transaction that writes.
        number: Its number.
        judge: Who takes it back.

    Returns:
        The judgement.

    Raises:
        LedgerError: There is none of this number, or it was taken back before.
    """
    one = judgement_numbered(connection, number)
    if one.undone:
        raise LedgerError(f"judgement {number} was undone by {one.undone_by} at {one.undone}")
    connection.execute(update(judgements).where(judgements.c.number == number).values(undone_by=judge, undone=_now()))
    return judgement_numbered(connection, number)


def history(connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None) -> list[Judgement]:
    """Judgements, the first first.

    Args:
        connection: The ledger.
        *conditions: On columns of ``judgements``; :data:`STANDING` for those that nobody took back.
        limit: How many at most, the latest.

    Returns:
        The judgements in the order in which they were made.
    """
    asked = select(judgements, pages.c.name.label("page")).outerjoin(pages, pages.c.address == judgements.c.address)
    rows = connection.execute(asked.where(*conditions).order_by(judgements.c.number.desc()).limit(limit)).all()
    return [_judgement(row) for row in reversed(rows)]


def judges(connection: Connection) -> list[str]:
    """Everybody who has judged, by name.

    Args:
        connection: The ledger.

    Returns:
        The names in their order.
    """
    return list(connection.scalars(select(judgements.c.judge).distinct().order_by(judgements.c.judge)))


def standing_on(connection: Connection, address: str) -> list[Judgement]:
    """What is said of the items of one page and was not taken back.

    Args:
        connection: The ledger.
        address: The page's address.

    Returns:
        The judgements in the order in which they were made.
    """
    return history(connection, judgements.c.address == address, STANDING)


def state_of(connection: Connection, address: str, item: str) -> str:
    """What changes whenever somebody judges an item or takes a judgement of it back.

    Args:
        connection: The ledger.
        address: The page's address.
        item: The item's id.

    Returns:
        A short text, to be compared with another one only.
    """
    asked = select(func.count(), func.count(judgements.c.undone))
    given, undone = connection.execute(asked.where(judgements.c.address == address, judgements.c.item == item)).one()
    return f"{given}-{undone}"


def check_state(connection: Connection, at: At, seen: str | None) -> None:
    """Refuse a judgement by somebody who has not seen the last one.

    Args:
        connection: The ledger.
        at: The item.
        seen: From :func:`state_of` when it was shown; ``None`` where nobody asks.

    Raises:
        LedgerError: Somebody has judged it since.
    """
    if seen is not None and seen != state_of(connection, at.address, at.item):
        last = history(connection, judgements.c.address == at.address, judgements.c.item == at.item)[-1]
        what = (
            f"{last.undone_by} took a judgement back at {last.undone}" if last.undone else f"{last.judge}: {last.verdict}, at {last.judged}"
        )
        raise LedgerError(f"{at.item} was judged meanwhile ({what}); look at it again")


def _judgement(row: Any) -> Judgement:
    at = At(row.address, row.item, row.category, row.start, row.stop)
    said = msgspec.convert(json.loads(row.value), _Said) if row.value else _Said()
    same = {name: getattr(row, name) for name in ("number", "verdict", "page", "reason", "judge", "judged", "undone_by", "undone")}
    return Judgement(at=at, **msgspec.structs.asdict(said), **same)


class _Said(msgspec.Struct):
    """What the column ``value`` holds."""

    changes: dict[str, Any] = {}
    words: dict[str, tuple[str, ...]] = {}
    parties: tuple[dict[str, Any], ...] = ()
    others: tuple[At, ...] = ()


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
