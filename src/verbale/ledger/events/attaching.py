"""Which acts of a page tell of which of its meetings, where its record (a label) does not say so."""

from __future__ import annotations

from verbale.ledger.events.intervals import day_numbers
from verbale.ledger.events.sides import Sides
from verbale.model import Act, Interval, Meeting, Record

_HELD = "happened"
_FAR = 12  # lines


def attached(record: Record, sides: Sides) -> tuple[list[tuple[Meeting, tuple[Act, ...]]], list[Act]]:
    """The meetings of a page with their acts, and the acts that belong to none.

    Args:
        record: The page's record.
        sides: Whom its parties act for.

    Returns:
        The meetings in order, each with its acts in order; the other acts in order.
    """
    acts = {act.id: act for act in record.acts}
    found = {meeting.id: [acts[one] for one in meeting.acts if one in acts] for meeting in record.meetings}
    taken = {act.id for several in found.values() for act in several}
    meetings = {meeting.id: meeting for meeting in record.meetings if not found[meeting.id]}
    for act in acts.values():
        if act.id in taken or act.kind not in {"meet", "call"}:
            continue
        best = max(meetings.values(), key=lambda meeting: _fit(act, meeting, sides), default=None)
        if best is not None and _fit(act, best, sides) > 0:
            found[best.id].append(act)
            taken.add(act.id)
    several = {meeting.id: meeting for meeting in record.meetings}
    return [(several[one], tuple(group)) for one, group in found.items()], [act for act in acts.values() if act.id not in taken]


def _fit(act: Act, meeting: Meeting, sides: Sides) -> float:
    """How well an act fits a meeting; 0 where it cannot be one of it."""
    phone = meeting.format in {"phone", "video"}
    if phone != (act.kind == "call") or (act.modality == _HELD) != (meeting.modality == _HELD):
        return 0.0
    days = _days(act.date, meeting.date)
    taking = (*act.actors, *act.recipients)
    parties = _share(set(sides.behind(taking)), set(meeting.sides) | set(sides.behind(meeting.sides)))
    if not days or parties <= 0.5 or _other_persons(sides.persons(taking), meeting.sides):
        return 0.0
    place = 0.7 if act.place and act.place not in {meeting.city, meeting.country} else 1.0
    return days * parties * place - min(abs(act.line - meeting.line), _FAR) / 100


def _days(one: Interval | None, other: Interval | None) -> float:
    mine, theirs = day_numbers(one), day_numbers(other)
    if mine is None or theirs is None:
        return 0.8 if mine == theirs else 0.6
    return 1.0 if mine == theirs else 0.7 if max(mine[0], theirs[0]) <= min(mine[1], theirs[1]) else 0.0


def _share(one: set[str], other: set[str]) -> float:
    return len(one & other) / (len(one | other) or 1)


def _other_persons(mine: dict[str, tuple[str, ...]], theirs: dict[str, tuple[str, ...]]) -> bool:
    """Whether a side has only other persons in the one than in the other."""
    return any(side in theirs and theirs[side] and not set(persons) & set(theirs[side]) for side, persons in mine.items())
