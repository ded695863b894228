"""Who is told in a clause of its own to have taken part in a meeting: 外长在首都会谈，欧盟特使在座."""

from __future__ import annotations

from verbale.acts.members import members
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

_THERE = ("sits in", "presides over them", "joins them")


def attendants(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> list[Phrase]:
    """Those who sit in, preside or join by telephone, in the clauses after the one that tells of the meeting.

    Args:
        setting: What the page has given so far.
        trigger: The cue of the meeting.
        actors: Who meets.

    Returns:
        The parties of such clauses of the sentence, none of those who meet; none where somebody meets others one by one.
    """
    if sign("one by one").found(setting.text, trigger.clause.start, trigger.span.start):
        return []
    found: list[Phrase] = []
    place, end = trigger.clause.end + 1, trigger.sentence.end
    while place < end and setting.text[place - 1] == "，":
        clause = setting.clause(place, Span(place, end))
        found += [phrase for phrase in _sitting_in(setting, clause) if not {*members([phrase], setting)} & {*actors}]
        place = clause.end + 1
    return found


def _sitting_in(setting: Setting, clause: Span) -> list[Phrase]:
    """The parties at the head of a clause that only tells that they were there."""
    phrases = setting.phrases(clause)
    if not phrases or phrases[0].span.start != clause.start:
        return []
    group = coordinated(setting.text, phrases, 0)
    there = any(sign(name).found(setting.text, group[-1].span.end) for name in _THERE)
    return group if there and members(group, setting) else []
