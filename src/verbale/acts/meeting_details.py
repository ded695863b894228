"""What the page tells of a meeting beside its sides, day and place: host, mediators, agenda, outcome, and the meeting that follows."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.acts.agendas import agenda_of
from verbale.acts.gathering import Gathering
from verbale.acts.hosting import home_of, hosts_of, mediators_of
from verbale.acts.meeting_reach import stretches
from verbale.acts.outcomes import followed, outcome_of
from verbale.acts.setting import Setting
from verbale.model import Act, Meeting, stable_id


def detailed(setting: Setting, acts: Sequence[Act], found: Sequence[Gathering], made: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """The meetings with their ids and with what else the page tells of them.

    Args:
        setting: What the stages before have found.
        acts: All acts of the page.
        found: What tells of each meeting, in the order of ``made``.
        made: The meetings.

    Returns:
        The same meetings in the same order, with hosts, mediators, agenda (article offsets), outcome and the meeting that follows each.
    """
    named = [_with_id(setting, meeting) for meeting in made]
    ids = {id(gathering): meeting.id for gathering, meeting in zip(found, named, strict=True)}
    following: dict[int, Gathering] = {}
    for coming in found:
        if known := followed(setting, coming, found):
            following.setdefault(id(known), coming)
    details = []
    for gathering, meeting in zip(found, named, strict=True):
        follower = following.get(id(gathering))
        next_meeting = ids[id(follower)] if follower else None
        others = [other for other in found if other is not gathering]
        details.append(
            _with_details(setting, acts, (gathering, follower), others, msgspec.structs.replace(meeting, next_meeting=next_meeting))
        )
    return tuple(details)


def _with_details(
    setting: Setting, acts: Sequence[Act], pair: tuple[Gathering, Gathering | None], others: Sequence[Gathering], meeting: Meeting
) -> Meeting:
    """The meeting with all that is told of it; that the next one was agreed on is told of this one too."""
    gathering, follower = pair
    told = stretches(setting, gathering, others)
    agreed = stretches(setting, gathering, [other for other in others if other is not follower])
    return msgspec.structs.replace(
        meeting,
        country=meeting.country or (home_of(setting, told) if meeting.format == "in person" else None),
        hosts=hosts_of(setting, gathering, told),
        mediators=mediators_of(setting, gathering, told),
        agenda=agenda_of(setting, gathering, told),
        outcome=outcome_of(setting, gathering, agreed, acts, others),
    )


def _with_id(setting: Setting, meeting: Meeting) -> Meeting:
    """What makes the meeting the one it is: its id stays while format, day, sides and line stay."""
    identifying = msgspec.json.encode([meeting.format, meeting.date, meeting.sides, meeting.line]).decode()
    return msgspec.structs.replace(meeting, id=stable_id(setting.article.page.id, "meetings", identifying))
