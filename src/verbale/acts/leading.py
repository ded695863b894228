"""Which of those who talked goes on alone in the clauses after it: 总统与首相通话，亲自致歉."""

from __future__ import annotations

from verbale.acts.kinds import SPOKEN
from verbale.acts.members import members
from verbale.acts.parts import Subject
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign

# What one says alone, beside :data:`SPOKEN`.
_SAID_ALONE = frozenset({"concede"})


def joint_by_nature(trigger: Trigger) -> bool:
    """Whether those who talk with one another would do this together (商定, 签署), and not the first of them alone (致歉).

    Args:
        trigger: The cue.
    """
    return trigger.frame.mutual or trigger.frame.kind not in SPOKEN | _SAID_ALONE


def leading(setting: Setting, subject: Subject) -> Subject:
    """The party before 与, who goes on alone; all of a list (总统和首相).

    Args:
        setting: What the page has given so far.
        subject: The subject of a clause before the cue's.
    """
    phrases, text, partner = subject.phrases, setting.text, sign("one's partner")
    starts = [phrase.span.start for phrase in phrases]
    first = next((place for place, start in enumerate(starts) if partner.found(text, max(0, start - 1), start)), 0)
    return Subject(members(phrases[:first], setting), phrases[:first], subject.clause) if first else subject
