"""Who sat in on a meeting of others: chairs, witnesses, ambassadors at the table (卡塔尔埃米尔主持, 两国大使在座)."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.acts.gathering import Gathering, sides_of
from verbale.acts.members import members
from verbale.acts.setting import Setting
from verbale.acts.surroundings import sentence_of
from verbale.entities.discourse import lists
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Act, Span

# How far before a chair's name 在 may stand (在东道国总统见证下).
_REACH = 3


def add_bystanders(setting: Setting, gathered: Sequence[Gathering], acts: Sequence[Act]) -> None:
    """Seat whoever was in the room beside those who met, each on a side of their own state; whoever mediates takes no side.

    Args:
        setting: What the stages before have found.
        gathered: The page's meetings; their sides are completed in place.
        acts: The acts of the page.
    """
    between = setting.states(tuple(one for act in acts if act.kind == "mediate" for one in act.actors))
    for paragraph in setting.article.paragraphs:
        for group in lists(setting.text, setting.phrases(paragraph.span)):
            mediates = between & setting.states(members(group, setting))
            for meeting in () if mediates else _attended(setting, gathered, group):
                _seat(setting, meeting, group)


def _attended(setting: Setting, gathered: Sequence[Gathering], group: list[Phrase]) -> Sequence[Gathering]:
    """The meetings in which a group sat, by the words after it: those told last in its sentence, else the last one before it."""
    end = group[-1].span.end
    sentence, start = sentence_of(setting, group[0].span), group[0].span.start
    under = sign("under whom").found(setting.text, max(0, start - _REACH), start)
    if sign("chairs their talks").found(setting.text, end) or (under and sign("under their eyes").found(setting.text, end)):
        own = setting.states(members(group, setting))  # where somebody else sat for their side, it was another meeting
        return [meeting for meeting in _held(gathered, Span(end, sentence.end))[:1] if not any(meeting.sides.get(side) for side in own)]
    person = all(setting.parties.by_id[one].type == "person" for phrase in group for one in phrase.entities)
    if not sign("sits in").found(setting.text, end) and not (person and sign("presides over them").found(setting.text, end)):
        return []
    here = _held(gathered, Span(sentence.start, start))
    if here:
        return [meeting for meeting in here if any(act.anchor == here[-1].acts[-1].anchor for act in meeting.acts)] or here[-1:]
    before = setting.sentence_before(sentence)
    near = before and "\n" not in setting.text[before.start : sentence.start]
    return _held(gathered, before)[-1:] if before and near else []


def _held(gathered: Sequence[Gathering], span: Span) -> list[Gathering]:
    """The meetings in person that a stretch tells to have been held, in the order of their words there."""
    told = [
        (act.anchor.start, number)
        for number, gathering in enumerate(gathered)
        for act in gathering.acts
        if span.start <= act.anchor.start < span.end and gathering.format == "in person" and gathering.modality == "happened"
    ]
    return [gathered[number] for _, number in sorted(told)]


def _seat(setting: Setting, meeting: Gathering, group: list[Phrase]) -> None:
    known = {person for persons in meeting.sides.values() for person in persons}
    for side, persons in sides_of(members(group, setting), setting.parties).items():
        added = [person for person in persons if person not in known]
        if added or side not in meeting.sides:
            meeting.sides[side] = (*meeting.sides.get(side, ()), *added)
