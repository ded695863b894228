"""What a meeting was or is about, in the words of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.acts.gathering import Gathering
from verbale.acts.meeting_reach import Stretch
from verbale.acts.setting import Setting
from verbale.acts.surroundings import clause_of
from verbale.lexicons.signs import sign
from verbale.model import Act, Span

_TOPICS = ("topic before talks", "topic after verb", "topic of a noun", "topics listed")


def agenda_of(setting: Setting, gathering: Gathering, told: Sequence[Stretch]) -> tuple[Span, ...]:
    """The topics of a meeting.

    Args:
        setting: What the stages before have found.
        gathering: The meeting.
        told: The words about it.

    Returns:
        Spans in code points of the article's text, in order, none inside another.
    """
    found = {
        _without_partner(setting, gathering, Span(*match.span("topic")))
        for stretch in told
        for match in _matches(setting, stretch.span)
        if _is_its_own(setting, gathering, stretch, match)
    }
    return tuple(sorted(span for span in found if not any(other.overlaps(span) and len(other) > len(span) for other in found)))


def _matches(setting: Setting, span: Span) -> Iterator[re.Match[str]]:
    for name in _TOPICS:
        yield from sign(name).all(setting.text, span.start, span.end)


def _without_partner(setting: Setting, gathering: Gathering, topic: Span) -> Span:
    """The topic without those with whom it was discussed (就停火与俄方会谈)."""
    last = setting.phrases(topic)[-1:]
    partner = last and last[0].span.end == topic.end and setting.states(last[0].entities) <= gathering.sides.keys()
    start = last[0].span.start - 1 if partner else topic.end
    return Span(topic.start, start) if start > topic.start and setting.text[start : start + 1] in {"与", "同", "跟", "和"} else topic


def _is_its_own(setting: Setting, gathering: Gathering, stretch: Stretch, match: re.Match[str]) -> bool:
    """Whether the topic is that of the meeting: in its own clause, or in one that goes on about those who met."""
    text, start = setting.text, match.start()
    clause = setting.clause(start, stretch.span)
    if sign("topic of other talks").found(text, clause.start, start):
        return False
    if gathering.modality == "happened" and sign("topic to come").found(text, clause.start, start):
        return False
    if stretch.act and clause_of(setting, stretch.act.anchor).start == clause.start:
        return match.end() > stretch.act.anchor.start
    return _goes_on(setting, stretch.act, clause, start) and _by_sides(setting, gathering, Span(clause.start, start))


def _goes_on(setting: Setting, act: Act | None, clause: Span, start: int) -> bool:
    if sign("opens with those who met").found(setting.text, clause.start, clause.end):
        return True
    same = act is not None and act.anchor.start < start and setting.statement_at(start) == setting.statement_at(act.anchor.start)
    return same and sign("opens with the verb").found(setting.text, clause.start, clause.end) is not None


def _by_sides(setting: Setting, gathering: Gathering, span: Span) -> bool:
    """Whether nobody is named in a stretch but those who met."""
    named = {entity for phrase in setting.phrases(span) for entity in phrase.entities}
    return all(setting.parties.state_of(entity) in gathering.sides for entity in named)
