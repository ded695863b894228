"""The passage of an item: the lines around it, in which only this item is marked."""

from __future__ import annotations

import msgspec

from verbale.brief.entries import Entry, of_act, of_commitment, of_meeting, of_position, of_statement
from verbale.brief.names import Names
from verbale.ledger.telling import Told
from verbale.model import Act, Commitment, Meeting, Position, Record, Statement
from verbale.web.marked import ShownLine, marked_lines
from verbale.web.queries.judging_fields import item_of


def passage(record: Record, item: Told, around: int) -> list[ShownLine]:
    """The lines of a page around an item.

    Args:
        record: The page's record.
        item: The item.
        around: How many lines before and after.

    Returns:
        The lines; the item's own characters belong to a record ``it``.
    """
    entry = _entry(record, item.id)
    lines = marked_lines(_alone(record, item.id), {"it": entry} if entry else {}, None)
    own = [at for at, line in enumerate(lines) if line.number == item.line or any(run.records for run in line.runs)]
    first, last = (own[0], own[-1]) if own else (0, 0)
    return lines[max(0, first - around) : last + around + 1]


def _entry(record: Record, item: str) -> Entry | None:
    found, names = item_of(record, item), Names(record)
    match found:
        case Statement():
            return of_statement(names, found)
        case Act():
            return of_act(names, found)
        case Meeting():
            return of_meeting(names, found, record)
        case Commitment():
            return of_commitment(names, found, record)
        case Position():
            return of_position(names, found)
    return None


def _alone(record: Record, item: str) -> Record:
    """A record with one item, and the acts that tell of it where it is a meeting."""
    acts = next((one.acts for one in record.meetings if one.id == item), (item,))
    return msgspec.structs.replace(
        record,
        statements=tuple(one for one in record.statements if one.id == item),
        acts=tuple(one for one in record.acts if one.id in acts),
        meetings=(),
        commitments=(),
        positions=(),
    )
