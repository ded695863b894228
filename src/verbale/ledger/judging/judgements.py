"""Judging a ledger: each judgement is one transaction, after which the rows of the pages concerned say what it says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from verbale.errors import LedgerError
from verbale.ledger import writing
from verbale.ledger.connecting import reading
from verbale.ledger.connecting import writing as transaction
from verbale.ledger.events.judged import told_by
from verbale.ledger.events.linking import link
from verbale.ledger.events.tables import event_members
from verbale.ledger.exports.labels import labels_of
from verbale.ledger.finding import page_named, record_of
from verbale.ledger.judging import deciding, keeping, queueing
from verbale.ledger.judging.deciding import Opinion, at_of, only
from verbale.ledger.judging.judgement import At, Judgement, Verdict
from verbale.ledger.judging.queueing import Place
from verbale.ledger.tables import judgements, pages
from verbale.ledger.telling import Told, told


class Judgements:
    """What people say of the records of a ledger.

    Args:
        engine: The ledger.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def accept(self, item: str, opinion: Opinion) -> Judgement:
        """Say that an item is right.

        Args:
            item: Its id or citation.
            opinion: Who says it.

        Returns:
            The judgement.

        Raises:
            LedgerError: There is no such item, or somebody judged it since it was shown.
        """
        return self._judge("accept", item, opinion)

    def reject(self, item: str, opinion: Opinion) -> Judgement:
        """Say that an item is wrong: it is shown nowhere any more.

        Args:
            item: Its id or citation.
            opinion: Who says it.

        Returns:
            The judgement.

        Raises:
            LedgerError: As :meth:`accept`.
        """
        return self._judge("reject", item, opinion)

    def edit(self, item: str, changes: Mapping[str, str], opinion: Opinion) -> Judgement:
        """Give an item other values.

        Args:
            item: Its id or citation.
            changes: Field → value; see :func:`verbale.ledger.judging.fields.value_of`.
            opinion: Who says it.

        Returns:
            The judgement.

        Raises:
            LedgerError: As :meth:`accept`, or a value is none of its field.
        """
        return self._judge("edit", item, opinion, changes)

    def _judge(self, verdict: Verdict, item: str, opinion: Opinion, changes: Mapping[str, str] | None = None) -> Judgement:
        with transaction(self._engine) as connection:
            made = deciding.judge_item(connection, verdict, item, opinion, changes or {})
            _refresh(connection, [made.at])
            return made

    def merge(self, first: str, second: str, opinion: Opinion) -> Judgement:
        """Say that two events are one.

        Args:
            first: An event, or an item of it.
            second: The other one.
            opinion: Who says it.

        Returns:
            The judgement.

        Raises:
            LedgerError: There is no such event or item, or both are one already.
        """
        link(self._engine)
        with transaction(self._engine) as connection:
            one, other = _members(connection, first), _members(connection, second)
            if set(one) & set(other):
                raise LedgerError(f"{first} and {second} are one event already")
            made = deciding.judge_event(connection, "merge", one[0], other[:1], opinion)
            _refresh(connection, (made.at, *made.others))
            return made

    def split(self, item: str, opinion: Opinion) -> Judgement:
        """Say that an item is not of the event that it stands in.

        Args:
            item: Its id or citation.
            opinion: Who says it.

        Returns:
            The judgement.

        Raises:
            LedgerError: There is no such item, or it is an event of its own.
        """
        link(self._engine)
        with transaction(self._engine) as connection:
            at = at_of(connection, only(connection, item))
            made = deciding.judge_event(connection, "split", at, _others(connection, at), opinion)
            _refresh(connection, (made.at, *made.others))
            return made

    def undo(self, number: int, judge: str) -> Judgement:
        """Take a judgement back.

        Args:
            number: Its number.
            judge: Who takes it back.

        Returns:
            The judgement.

        Raises:
            LedgerError: There is none of this number, or it was taken back before.
        """
        with transaction(self._engine) as connection:
            made = keeping.undo(connection, number, judge)
            _refresh(connection, (made.at, *made.others))
            return made

    def last(self, judge: str) -> Judgement:
        """The last judgement of somebody that stands.

        Args:
            judge: Who.

        Returns:
            The judgement.

        Raises:
            LedgerError: There is none.
        """
        with reading(self._engine) as connection:
            found = keeping.history(connection, judgements.c.judge == judge, keeping.STANDING, limit=1)
        if not found:
            raise LedgerError(f"{judge} has judged nothing that could be undone")
        return found[0]

    def history(self, page: str | None = None, item: str | None = None, limit: int | None = None) -> list[Judgement]:
        """All judgements, also those that were undone.

        Args:
            page: Only those on items of this page.
            item: Only those on this item.
            limit: How many at most, the latest.

        Returns:
            The judgements in the order in which they were made.

        Raises:
            LedgerError: There is no such page.
        """
        with reading(self._engine) as connection:
            wanted = [judgements.c.address == page_named(connection, page).address] if page else []
            wanted += [judgements.c.item == item] if item else []
            return keeping.history(connection, *wanted, limit=limit)

    def state(self, one: Told) -> str:
        """What changes whenever somebody judges an item; for :attr:`Opinion.seen`.

        Args:
            one: The item.

        Returns:
            A short text.
        """
        with reading(self._engine) as connection:
            return keeping.state_of(connection, page_named(connection, one.page).address, one.id)

    def queue(self, limit: int, categories: Sequence[str] = (), page: str | None = None, after: Place | None = None) -> list[Told]:
        """What nobody has judged, the most doubtful first; see :func:`verbale.ledger.judging.queueing.queue`."""
        with reading(self._engine) as connection:
            return queueing.queue(connection, limit, categories, page, after)

    def write_labels(self, folder: Path) -> int:
        """Write the pages of which everything has been judged as labels: ``pages/NAME.txt`` and ``gold/NAME.json``.

        Args:
            folder: Where; it is made.

        Returns:
            How many pages were written.

        Raises:
            LedgerError: The folder cannot be written.
        """
        with reading(self._engine) as connection:
            judged = sorted({one.page for one in keeping.history(connection, keeping.STANDING) if one.page})
            whole = [name for name in judged if not queueing.queue(connection, 1, page=name)]
            records = [(name, record_of(connection, page_named(connection, name))) for name in whole]
        try:
            for part in ("pages", "gold"):
                (folder / part).mkdir(parents=True, exist_ok=True)
            for name, record in records:
                (folder / "pages" / f"{name}.txt").write_text(record.page.text, encoding="utf-8", newline="")
                told = json.dumps(labels_of(record) | {"page": f"pages/{name}.txt"}, ensure_ascii=False, indent=1)
                (folder / "gold" / f"{name}.json").write_text(told + "\n", encoding="utf-8")
        except OSError as error:
            raise LedgerError(f"{folder}: cannot be written: {error.strerror}") from error
        return len(records)


def _refresh(connection: Connection, several: Iterable[At]) -> None:
    numbers = select(pages.c.number).where(pages.c.address.in_({at.address for at in several}))
    for number in connection.scalars(numbers.order_by(pages.c.number)).all():
        writing.refresh(connection, number)


def _members(connection: Connection, name: str) -> list[At]:
    """The items of an event, or of the event that an item belongs to."""
    keys = connection.execute(select(event_members.c.page, event_members.c.item).where(event_members.c.event == name)).all()
    if keys:
        return sorted((at_of(connection, one) for one in told(connection, [(row.page, row.item) for row in keys])), key=repr)
    at = at_of(connection, only(connection, name))
    return [at, *(one for one in _event_of(connection, at) if one != at)]


def _others(connection: Connection, at: At) -> list[At]:
    """What is told of the same event, but not as the same meeting on the same page."""
    number = page_named(connection, at.address).number
    own = next((one for one in told_by(connection, number) if any(member.item == at.item for member in one.members)), None)
    same = {member.item for member in own.members} if own else {at.item}
    return [one for one in _event_of(connection, at) if one.address != at.address or one.item not in same]


def _event_of(connection: Connection, at: At) -> list[At]:
    number = page_named(connection, at.address).number
    event = select(event_members.c.event).where(event_members.c.page == number, event_members.c.item == at.item)
    keys = connection.execute(select(event_members.c.page, event_members.c.item).where(event_members.c.event.in_(event))).all()
    return [at_of(connection, one) for one in told(connection, sorted((row.page, row.item) for row in keys))]
