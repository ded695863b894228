"""Deeds that the words before their clause only want, set down or make depend on something."""

from __future__ import annotations

from verbale.acts.kinds import DEEDS
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Span

_PACTS = frozenset({"agree", "cancel"})


def is_only_wanted(setting: Setting, trigger: Trigger) -> bool:
    """Whether a deed is only part of what must be, of what a paper asks for, or comes only after something else.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    if trigger.frame.kind not in DEEDS | _PACTS:
        return False
    return (
        _goes_on_from_norm(setting, trigger)
        or _is_listed(setting, trigger)
        or _comes_only_then(setting, trigger)
        or _is_asked(setting, trigger)
    )


def _goes_on_from_norm(setting: Setting, trigger: Trigger) -> bool:
    """对方必须停火，立即释放人质: the second thing that must be done, in a clause without a subject."""
    clause, scope = trigger.clause, setting.scope(trigger.span.start, trigger.sentence)
    if trigger.frame.kind in _PACTS or clause.start <= scope.start:
        return False
    if not sign("only tells how").found(setting.text, clause.start, trigger.span.start):
        return False
    before = setting.clause(clause.start - 1, scope)
    return sign("says what must be").found(setting.text, before.start, before.end) is not None


def _is_listed(setting: Setting, trigger: Trigger) -> bool:
    """停火条件：对方撤军, 方案包括撤军: what a paper or a demand lists."""
    sentence = Span(trigger.sentence.start, trigger.span.start)
    return sign("lists what is wanted").found(setting.text, sentence.start, sentence.end) is not None


def _comes_only_then(setting: Setting, trigger: Trigger) -> bool:
    """必须先修宪，邻国才会签约: done only after something else, which has not come about."""
    then = sign("only then").found(setting.text, trigger.clause.start, trigger.span.start)
    return then is not None and sign("first of all").found(setting.text, trigger.sentence.start, then.start()) is not None


def _is_asked(setting: Setting, trigger: Trigger) -> bool:
    """被问到会否出兵: a question, not what it asks about."""
    return sign("asked whether").found(setting.text, trigger.clause.start, trigger.span.start) is not None
