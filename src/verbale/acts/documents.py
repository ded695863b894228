"""Who speaks in a paper: 声明对此表示不满 is said by those who issued it."""

from __future__ import annotations

import re

from verbale.acts.clauses import clause_subject
from verbale.acts.kinds import SPOKEN
from verbale.acts.members import members
from verbale.acts.parts import Subject
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.model import Span

_PAPER = "(?:声明|公报|公告|通报|照会|宣言|公开信)"
_OPENS = re.compile(f"(?:这份|该|此份|上述|联合|这项)?(?:联合|书面)?{_PAPER}(?!草案)")
_ISSUES = re.compile(f"(?:发表|发布|发出|公布|签署|发)了?[^，。；：]{{0,16}}{_PAPER}")
# A paper is not named this many sentences after it was issued.
_FAR = 6


def issuer(setting: Setting, trigger: Trigger) -> Subject | None:
    """Those who issued the paper that is the subject of a cue done by speaking.

    Args:
        setting: What the page has given so far.
        trigger: The cue.

    Returns:
        ``None`` where its clause does not begin with a paper, or the paragraph does not tell who issued it.
    """
    if trigger.frame.kind not in SPOKEN or not _OPENS.match(setting.text, trigger.clause.start, trigger.span.start):
        return None
    sentence: Span | None = trigger.sentence
    for _ in range(_FAR):
        sentence = setting.sentence_before(sentence) if sentence else None
        if sentence is None:
            return None
        found = _ISSUES.search(setting.text, sentence.start, sentence.end)
        if found:
            return _who(setting, sentence, found.start())
    return None


def _who(setting: Setting, sentence: Span, place: int) -> Subject | None:
    """The subject of the clause that tells the issue, else of the nearest one before it."""
    while place > sentence.start:
        clause = setting.clause(place, sentence)
        group = clause_subject(setting, clause, clause.start)
        if group and group[0].span.start < place:
            return Subject(members(group, setting), tuple(group), None)
        place = clause.start - 1
    return None
