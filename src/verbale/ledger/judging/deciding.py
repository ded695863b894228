"""Judging items and events of a ledger, and what waits to be judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, exists, select

from verbale.errors import LedgerError
from verbale.ledger.finding import items_named, page_named, record_of
from verbale.ledger.judging import keeping
from verbale.ledger.judging.applying import located
from verbale.ledger.judging.fields import changed, value_of, words_of
from verbale.ledger.judging.judgement import OF_ITEMS, At, Judgement, Verdict
from verbale.ledger.parties import parties_named
from verbale.ledger.rows import extents_of
from verbale.ledger.tables import entities, items, judgements, pages
from verbale.ledger.telling import Key, Told
from verbale.model import Entity, Record

_NO_CHANGES: Mapping[str, str] = {}


class Opinion(msgspec.Struct, frozen=True, kw_only=True):
    """Who judges, and why.

    Attributes:
        judge: Who.
        reason: Why, in words.
        seen: The state in which the item was shown, from :func:`verbale.ledger.judging.keeping.state_of`; ``None`` not to ask.
    """

    judge: str
    reason: str | None = None
    seen: str | None = None


def judge_item(
    connection: Connection, verdict: Verdict, name: str, opinion: Opinion, changes: Mapping[str, str] = _NO_CHANGES
) -> Judgement:
    """Accept, reject or edit an item.

    Args:
        connection: A transaction that writes.
        verdict: Which.
        name: The item's id or citation.
        opinion: Who, why, and what they saw.
        changes: Of an edit: field → value as people write it (:func:`verbale.ledger.judging.fields.value_of`).

    Returns:
        The judgement. The page's rows are as before: the caller writes them anew.

    Raises:
        LedgerError: The name means no item or several, a change cannot be made, or somebody else was faster.
    """
    at = at_of(connection, only(connection, name))
    keeping.check_state(connection, at, opinion.seen)
    if verdict != "edit":
        return keeping.keep(connection, verdict, at, opinion.judge, opinion.reason)
    if not changes:
        raise LedgerError("an edit needs at least one FIELD=VALUE")
    read = {field: value_of(at.category, field, written, lambda party: _party(connection, party)) for field, written in changes.items()}
    record = _record(connection, at.address)
    _check(record, at.item, read)
    words = words_of(read, record.page.text)
    return keeping.keep(
        connection, verdict, at, opinion.judge, opinion.reason, changes=read, words=words, parties=_brought(connection, read)
    )


def _record(connection: Connection, address: str) -> Record:
    return record_of(connection, page_named(connection, address))


def _check(record: Record, item: str, changes: Mapping[str, Any]) -> None:
    """Tell which change cannot be, before it is kept."""
    for several in (record.statements, record.acts, record.meetings, record.commitments, record.positions):
        for one in several:
            if one.id == item:
                changed(one, changes, record.page.text)


def judge_event(connection: Connection, verdict: Verdict, at: At, others: Sequence[At], opinion: Opinion) -> Judgement:
    """Say that items are of one event, or that one is not of the event of others.

    Args:
        connection: A transaction that writes.
        verdict: ``merge`` or ``split``.
        at: The item.
        others: The others.
        opinion: Who, why, and what they saw.

    Returns:
        The judgement.

    Raises:
        LedgerError: There are no others, or somebody else was faster.
    """
    keeping.check_state(connection, at, opinion.seen)
    if not others or at in others:
        raise LedgerError(f"{at.item}: {verdict} needs another item than itself")
    return keeping.keep(connection, verdict, at, opinion.judge, opinion.reason, others=tuple(others))


def only(connection: Connection, name: str) -> Told:
    """The item that a name means.

    Args:
        connection: The ledger.
        name: An id or a citation.

    Returns:
        The item.

    Raises:
        LedgerError: It means none or several; the message names these.
    """
    found = items_named(connection, name)
    if len(found) != 1:
        several = ", ".join(f"{one.id} ({one.category} {one.kind})" for one in found[:9])
        raise LedgerError(f"{name}: {f'{len(found)} items; name one by its id: {several}' if found else 'no item of this id or citation'}")
    return found[0]


def at_of(connection: Connection, one: Told) -> At:
    """Where an item stands, in the form that outlives readings.

    Args:
        connection: The ledger.
        one: The item.

    Returns:
        It.
    """
    return At(page_named(connection, one.page).address, one.id, one.category, one.start, one.stop)


def _party(connection: Connection, name: str) -> str:
    found = parties_named(connection, name)
    if len(found) > 1:
        raise LedgerError(f"{name}: means {', '.join(found)}; write the id of one")
    return found[0]


def _brought(connection: Connection, changes: Mapping[str, Any]) -> list[dict[str, Any]]:
    """All parties of an edit, as other pages know them."""
    wanted = {party for value in changes.values() for party in _ids(value)}
    rows = connection.execute(select(entities).where(entities.c.id.in_(wanted)).order_by(entities.c.page)).all()
    first = {row.id: row for row in reversed(rows)}
    return [msgspec.to_builtins(Entity(row.id, row.type, row.name, (), row.affiliation, row.name_zh)) for _, row in sorted(first.items())]


def _ids(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [party for side, persons in value.items() for party in (side, *(persons if isinstance(persons, list) else ()))]
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else [value] if isinstance(value, str) else []


class Pair(NamedTuple):
    """Two items of which somebody said whether they are of one event.

    Attributes:
        one: Page number and id of one.
        other: Those of the other.
        judge: Who said it.
    """

    one: Key
    other: Key
    judge: str


def linked(connection: Connection) -> tuple[list[Pair], list[Pair]]:
    """The pairs of items that people said are of one event, and those that they said are not.

    Args:
        connection: The ledger.

    Returns:
        Both; pairs whose items are no longer in the ledger are left out.
    """
    pairs: dict[str, list[Pair]] = {"merge": [], "split": []}
    for one in keeping.history(connection, keeping.STANDING, judgements.c.verdict.not_in(OF_ITEMS)):
        here = _present(connection, one.at)
        there = [_present(connection, other) for other in one.others]
        pairs[one.verdict] += [Pair(here, other, one.judge) for other in there if here and other]
    return pairs["merge"], pairs["split"]


def _present(connection: Connection, at: At) -> Key | None:
    """Page number and id of an item as it is now, after its page may have been read anew; ``None`` where it is gone."""
    number = connection.scalar(select(pages.c.number).where(pages.c.address == at.address))
    if number is None:
        return None
    if connection.scalar(select(exists().where(items.c.page == number, items.c.id == at.item))):
        return number, at.item
    item = located(at, extents_of(_record(connection, at.address)))
    return (number, item) if item else None
