"""The entries of a record under the headings of the views."""

from __future__ import annotations

import msgspec

from verbale.brief.entries import Entry, of_act, of_commitment, of_meeting, of_position, of_statement
from verbale.brief.names import Names
from verbale.model import Record

_AGREEING = frozenset({"agree", "promise", "sign", "offer", "propose", "concede"})
_ASKING = frozenset({"demand", "appeal", "refuse", "cancel", "deny"})


class Section(msgspec.Struct, frozen=True):
    """The entries that belong under one heading."""

    key: str
    entries: tuple[Entry, ...]


def sections(record: Record) -> tuple[Section, ...]:
    """A record as a person wants to read it.

    Args:
        record: The record of one page.

    Returns:
        Meetings, statements, commitments, requests, positions and other acts, empty sections left out, entries in the order of the page.
    """
    names = Names(record)
    committed = {commitment.act for commitment in record.commitments if commitment.act}
    told = {act for meeting in record.meetings for act in meeting.acts}
    acts = [act for act in record.acts if not act.id or act.id not in committed | told]
    agreeing = [of_act(names, act) for act in acts if act.kind in _AGREEING]
    found = {
        "meetings": [of_meeting(names, meeting, record) for meeting in record.meetings],
        "statements": [of_statement(names, statement) for statement in record.statements],
        "commitments": [of_commitment(names, commitment, record) for commitment in record.commitments] + agreeing,
        "requests": [of_act(names, act) for act in acts if act.kind in _ASKING],
        "positions": [of_position(names, position) for position in record.positions],
        "acts": [of_act(names, act) for act in acts if act.kind not in _AGREEING | _ASKING],
    }
    return tuple(Section(key, tuple(sorted(entries, key=lambda entry: entry.spans[0]))) for key, entries in found.items() if entries)
