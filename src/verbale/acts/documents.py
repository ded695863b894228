"""Who speaks in a paper: 声明对此表示不满 is said by those who issued it, 草案要求 by those who put it forward."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from verbale.acts.clauses import clause_subject
from verbale.acts.kinds import SPOKEN
from verbale.acts.members import members
from verbale.acts.parts import Subject
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import joined
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

# A paper is not named this many sentences after it was issued.
_FAR = 12
# The last characters by which a paper is known again (决议草案, 草案).
_KEY = 2


def opens_with_paper(setting: Setting, trigger: Trigger) -> str | None:
    """The paper that is the subject of a cue done by speaking; ``None`` where its clause does not begin with one."""
    start = trigger.clause.start
    goes_on = sign("goes on from it").found(setting.text, start, trigger.span.start)
    if goes_on or sign("paper told by its author").found(setting.text, trigger.sentence.start, trigger.span.start):
        start = trigger.sentence.start
    found = sign("paper as subject").found(setting.text, start, trigger.span.start)
    return found["paper"] if found and trigger.frame.kind in SPOKEN else None


def issuer(setting: Setting, trigger: Trigger) -> Subject | None:
    """Those who issued the paper that is the subject of a cue done by speaking, or put it forward.

    Args:
        setting: What the page has given so far.
        trigger: The cue.

    Returns:
        ``None`` where its clause does not begin with a paper, or the page does not tell who issued it shortly before.
    """
    paper = opens_with_paper(setting, trigger)
    before = itertools.islice(_before(setting, trigger.sentence), _FAR) if paper else ()
    found = (_given_out(setting, sentence, paper[-_KEY:]) for sentence in before if paper)
    return next((given for given in found if given), None)


def _before(setting: Setting, sentence: Span) -> Iterator[Span]:
    """The sentences before one, the nearest first."""
    for paragraph in reversed(setting.article.paragraphs):
        yield from (other for other in reversed(paragraph.sentences) if other.end <= sentence.start)


def _given_out(setting: Setting, sentence: Span, key: str) -> Subject | None:
    """Who gives a paper of that kind out in a sentence."""
    for name in ("put forward", "gives a paper out"):
        for found in sign(name).all(setting.text, sentence.start, sentence.end):
            if found["paper"].endswith(key):
                return _sponsors(setting, sentence, found.start()) if name == "put forward" else _who(setting, sentence, found.start())
    return None


def _sponsors(setting: Setting, sentence: Span, place: int) -> Subject | None:
    """Those right before the verb (英国和法国提交的草案); not those in whose name they do it (约旦代表邻国提交的)."""
    phrases = setting.phrases(Span(setting.clause(place, sentence).start, place))
    while len(phrases) > 1 and setting.text.endswith("代表", 0, phrases[-1].span.start):
        phrases = phrases[:-1]
    first = len(phrases) - 1
    while first > 0 and joined(setting.text, phrases[first - 1], phrases[first]):
        first -= 1
    return _told(setting, phrases[max(first, 0) :])


def _who(setting: Setting, sentence: Span, place: int) -> Subject | None:
    """The subject of the clause that tells the issue, else of the nearest one before it."""
    while place > sentence.start:
        clause = setting.clause(place, sentence)
        group = clause_subject(setting, clause, clause.start)
        if group and group[0].span.start < place:
            return _told(setting, group)
        place = clause.start - 1
    return None


def _told(setting: Setting, group: list[Phrase]) -> Subject | None:
    return Subject(members(group, setting), tuple(group), None) if group else None
