"""Meetings of the members of one organization (安理会举行闭门会议, 东盟外长会议落幕): the organization is their only party."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.acts.setting import Setting
from verbale.entities.gazetteer import load
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

# How long the rest of a meeting's name may be (第三次领导人非正式会议).
_LONGEST = 14
_OF_STATES = frozenset({"igo", "bloc"})


def assembles(body: str) -> bool:
    """Whether a party is an organization or group of states.

    Args:
        body: Id of a party.
    """
    entry = load().entry("organization", body)
    return entry is not None and (entry.kind in _OF_STATES or entry.type == "group")


def meets_itself(setting: Setting, bodies: Sequence[str], noun: Span) -> bool:
    """Whether one organization of states holds a meeting of any kind.

    Args:
        setting: What the page has given so far.
        bodies: Ids of those who meet.
        noun: The words for the meeting, with what stands before them.
    """
    known = sign("members meet").found(setting.words(noun)) or sign("meeting of any kind").found(setting.words(noun))
    return len(bodies) == 1 and assembles(bodies[0]) and known is not None


def assembly_named(setting: Setting, phrases: Sequence[Phrase], end: int) -> tuple[str, ...]:
    """Whose members meet, by the name of the meeting (七国集团外长会议).

    Args:
        setting: What the page has given so far.
        phrases: The parties before the noun, in order.
        end: Where the noun ends, in code points of the article's text.

    Returns:
        The organization right before the noun; empty where none is, or where the noun is that of any meeting.
    """
    last = phrases[-1] if phrases else None
    if last is None or len(last.entities) != 1 or not assembles(last.entities[0]):
        return ()
    named = any(found.end() == end for found in sign("members meet").all(setting.text, last.span.start, end))
    return last.entities if named and end - last.span.end <= _LONGEST else ()
