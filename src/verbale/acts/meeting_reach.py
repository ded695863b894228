"""Which words of the page are about one meeting: its sentences up to the next meeting, and the sentence after."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.acts.gathering import Gathering
from verbale.acts.setting import Setting
from verbale.acts.surroundings import clause_of, sentence_of
from verbale.model import Act, Span


class Stretch(msgspec.Struct, frozen=True):
    """Words about a meeting.

    Attributes:
        span: The words, in code points of the article's text.
        act: The act of the meeting in the same sentence; ``None`` for the sentence after.
    """

    span: Span
    act: Act | None


def stretches(setting: Setting, gathering: Gathering, others: Sequence[Gathering]) -> list[Stretch]:
    """The words about a meeting, in order.

    Args:
        setting: What the stages before have found.
        gathering: The meeting.
        others: The other meetings of the page: their clauses are theirs.

    Returns:
        For each act the part of its sentence that no other meeting claims, and the next sentence of the paragraph where it tells of no
        other meeting.
    """
    strange = [act.anchor for other in others for act in other.acts]
    found: list[Stretch] = []
    for act in gathering.acts:
        sentence = sentence_of(setting, act.anchor)
        around = [clause_of(setting, anchor) for anchor in strange if sentence.start <= anchor.start < sentence.end]
        found.append(Stretch(_own(setting, act, sentence, around), act))
        after = setting.sentence_at(sentence.end)
        last = not any(clause.start > act.anchor.start for clause in around)
        if after and last and sentence == setting.sentence_before(after) and not _told(after, strange, gathering):
            found.append(Stretch(after, None))
    return found


def _own(setting: Setting, act: Act, sentence: Span, around: Sequence[Span]) -> Span:
    """The part of a sentence about one of its meetings: from its clause, or the beginning, to the clause of the next."""
    clause, scope = clause_of(setting, act.anchor), setting.scope(act.anchor.start, sentence)
    start = clause.start if any(other.start < clause.start for other in around) else scope.start
    end = min((other.start for other in around if other.start >= clause.end), default=scope.end)
    return Span(min(start, act.anchor.start), max(end, act.anchor.end))


def _told(sentence: Span, strange: Sequence[Span], gathering: Gathering) -> bool:
    """Whether the sentence tells of some meeting."""
    anchors = [*strange, *(act.anchor for act in gathering.acts)]
    return any(sentence.start <= anchor.start < sentence.end for anchor in anchors)
