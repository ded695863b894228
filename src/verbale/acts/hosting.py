"""Who hosts a meeting, and who mediates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from verbale.acts.gathering import Gathering
from verbale.acts.meeting_reach import Stretch
from verbale.acts.members import members
from verbale.acts.setting import Setting
from verbale.acts.surroundings import clause_of
from verbale.entities.discourse import lists
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

# The sign right before a party and the one right after it; either may be missing.
_Frame = tuple[str | None, str | None]
_HOSTS: tuple[_Frame, ...] = (
    ("by whom", "holds talks as host"),
    ("under whom", "presides"),
    (None, "holds these talks"),
    ("host named", None),
    (None, "as host"),
)
_INVITING: tuple[_Frame, ...] = (("at whose asking", "invites"),)
_MEDIATORS: tuple[_Frame, ...] = (
    ("under whom", "mediates under"),
    ("by whom", "mediates"),
    ("through whom", "mediates"),
    (None, "goes between"),
    ("mediator named", None),
    (None, "as mediator"),
)
_WHO = frozenset({"person", "state", "organization"})


def hosts_of(setting: Setting, gathering: Gathering, told: Sequence[Stretch]) -> tuple[str, ...]:
    """Who hosts a meeting.

    Args:
        setting: What the stages before have found.
        gathering: The meeting.
        told: The words about it.

    Returns:
        Parties that the page names as hosts or chairs, else whoever invited to a place in their own country; a host may be a side.
    """
    named = _parties(setting, told, _HOSTS)
    if named or gathering.site is None:
        return named
    near = [stretch for stretch in told if stretch.act]
    country = gathering.site.country
    return tuple(party for party in _parties(setting, near, _INVITING) if country and setting.parties.state_of(party) == country)


def home_of(setting: Setting, told: Iterable[Stretch]) -> str | None:
    """In whose country a meeting is held, by who hosts it (柬方将主办会议); arguments as for :func:`hosts_of`.

    Returns:
        The id of the state; ``None`` where no words beside the meeting tell.
    """
    for stretch in told:
        if stretch.act:
            clause = clause_of(setting, stretch.act.anchor)
            for phrase in setting.phrases(clause):
                states = {setting.parties.state_of(one) for one in phrase.entities if setting.parties.by_id[one].type != "person"}
                if len(states) == 1 and sign("hosts at home").found(setting.text, phrase.span.end, clause.end):
                    return states.pop()
    return None


def mediators_of(setting: Setting, gathering: Gathering, told: Sequence[Stretch]) -> tuple[str, ...]:
    """Who mediates in a meeting; arguments as for :func:`hosts_of`.

    Returns:
        Parties that the page names so, none of them of a side, unless they are all of it: whoever mediated in the room.
    """
    found = _parties(setting, told, _MEDIATORS)
    return tuple(party for party in found if gathering.sides.get(setting.parties.state_of(party), (party,)) == (party,))


def _parties(setting: Setting, told: Iterable[Stretch], frames: Sequence[_Frame]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for stretch in told:
        for group in lists(setting.text, setting.phrases(stretch.span)):
            if _is_marked(setting, group, stretch, frames):
                found |= dict.fromkeys(members(group, setting))
    return tuple(party for party in found if setting.parties.by_id[party].type in _WHO)


def _is_marked(setting: Setting, group: Sequence[Phrase], stretch: Stretch, frames: Sequence[_Frame]) -> bool:
    """Whether words of one of the frames stand around a party, and nothing says that it has no such part in this meeting."""
    text, start, end = setting.text, group[0].span.start, group[-1].span.end
    clause = setting.clause(start, stretch.span)
    closes = setting.clause(end, stretch.span).end
    follows = any(
        _opens(setting, before, clause.start, group[0]) and (after is None or sign(after).found(text, end, closes))
        for before, after in frames
    )
    if not follows or sign("role not held").found(text, clause.start, start):
        return False
    own = stretch.act is not None and clause_of(setting, stretch.act.anchor).covers(Span(start, end))
    return own or not sign("role at another time").found(text, clause.start, closes)


def _opens(setting: Setting, before: str | None, start: int, phrase: Phrase) -> bool:
    """Whether a sign stands right before a party, or begins its phrase (东道主沙特外交大臣)."""
    if before is None:
        return True
    return any(sign(before).found(setting.text, start, end) for end in range(phrase.span.start, phrase.head.start + 1))
