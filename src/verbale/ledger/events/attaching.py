"""Which acts of a page tell of which of its meetings, where its record (a label) does not say so."""

from __future__ import annotations

from verbale.ledger.events.intervals import Days, day_numbers
from verbale.ledger.events.sides import Sides
from verbale.model import Act, Meeting, Record

_HELD = "happened"
_FAR = 12  # lines
_SAME_LINE = 1.2
_PAST = 10  # days


def attached(record: Record, sides: Sides, told: Days | None) -> tuple[list[tuple[Meeting, tuple[Act, ...]]], list[Act]]:
    """The meetings of a page with their acts, and the acts that belong to none.

    Args:
        record: The page's record.
        sides: Whom its parties act for.
        told: The days on which the page came out.

    Returns:
        The meetings in order, each with its acts in order; the other acts in order.
    """
    acts = {act.id: act for act in record.acts}
    found: dict[str, list[Act]] = {}
    taken: set[str] = set()
    for meeting in record.meetings:
        found[meeting.id] = [acts[one] for one in meeting.acts if one in acts and one not in taken]
        taken.update(meeting.acts)
    meetings = {meeting.id: meeting for meeting in record.meetings if not found[meeting.id]}
    for act in acts.values():
        if act.id in taken or act.kind not in {"meet", "call"}:
            continue
        best = max(meetings.values(), key=lambda meeting: _fit(act, meeting, sides, told), default=None)
        if best is not None and _fit(act, best, sides, told) > 0:
            found[best.id].append(act)
            taken.add(act.id)
    several = {meeting.id: meeting for meeting in record.meetings}
    return [(several[one], tuple(group)) for one, group in found.items()], [act for act in acts.values() if act.id not in taken]


def _fit(act: Act, meeting: Meeting, sides: Sides, told: Days | None) -> float:
    """How well an act fits a meeting; 0 where it cannot be one of it."""
    phone = meeting.format in {"phone", "video"}
    if phone != (act.kind == "call") or (act.modality == _HELD) != (meeting.modality == _HELD):
        return 0.0
    days = _days(day_numbers(act.date), day_numbers(meeting.date), told)
    taking = (*act.actors, *act.recipients)
    mine, theirs = set(sides.behind(taking)), set(sides.behind(meeting.sides))
    parties = len(mine) / len(theirs) if mine <= theirs else 0.0
    if not days or parties <= 0.5 or _other_persons(sides.persons(taking), meeting.sides):
        return 0.0
    place = 0.7 if act.place and act.place not in {meeting.city, meeting.country} else 1.0
    near = _SAME_LINE if act.line == meeting.line else 1.0
    return days * parties * place * near - min(abs(act.line - meeting.line), _FAR) / 100


def _days(mine: Days | None, theirs: Days | None, told: Days | None) -> float:
    """What a page tells without a day is seldom of a meeting that it dates long before."""
    if mine is None or theirs is None:
        past = told is not None and theirs is not None and theirs[1] < told[0] - _PAST
        return 0.0 if past else 0.8 if mine == theirs else 0.6
    return 1.0 if mine == theirs else 0.85 if max(mine[0], theirs[0]) <= min(mine[1], theirs[1]) else 0.0


def _other_persons(mine: dict[str, tuple[str, ...]], theirs: dict[str, tuple[str, ...]]) -> bool:
    """Whether a side has only other persons in the one than in the other."""
    return any(side in theirs and theirs[side] and not set(persons) & set(theirs[side]) for side, persons in mine.items())
