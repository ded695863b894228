"""The condition that a sentence sets: 如果…, 只要…, 前提是…."""

from __future__ import annotations

import re

from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.model import Span

_CONDITION = re.compile(r"^(?:但|而|因此|所以|他说)?(?:如果|若是?|一旦|只要|倘若|假如|除非|要是|如(?!今|此|何|期|实|同|下))")
_AFTERWARDS = re.compile(r"前提是|条件是")
_BOUND = re.compile("只要|(?:如果|若)[^，。；]{0,12}不")


def opens_condition(words: str) -> bool:
    """Whether words begin with a condition (如果…, “一旦…).

    Args:
        words: A clause, or what stands of it before a cue.
    """
    return bool(_CONDITION.match(words.lstrip("“")))


def is_condition(setting: Setting, trigger: Trigger, scope: Span) -> bool:
    """Whether the cue stands in the condition itself.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        scope: The words of the same mouth in its sentence.
    """
    start = max(trigger.clause.start, scope.start)
    return opens_condition(setting.text[start : trigger.span.start])


def conditions_before(setting: Setting, trigger: Trigger, scope: Span) -> Span | None:
    """The conditional clause before the cue in its sentence or statement, if any; arguments as :func:`is_condition`."""
    place = trigger.clause.start
    while place > scope.start:
        last = place - 1 if setting.text[place - 1] not in "，。；：" else place - 2
        clause = setting.clause(last, scope)
        if clause.start >= place:
            break
        words = setting.words(clause).lstrip("“")
        if _CONDITION.match(words):
            return Span(clause.start + len(setting.words(clause)) - len(words), clause.end)
        if setting.text[clause.end : clause.end + 1] in "。；！？":
            break
        place = clause.start
    return None


def condition_of(setting: Setting, trigger: Trigger) -> Span | None:
    """The condition after the cue (前提是…), else before it (如果…)."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    after = _AFTERWARDS.search(setting.text, trigger.span.end, max(scope.end, trigger.span.end))
    if after:
        return Span(after.start(), setting.clause(after.end(), scope).end)
    return conditions_before(setting, trigger, scope)


def is_bound(setting: Setting, trigger: Trigger) -> bool:
    """只要…就不会, 如果不…就不会: a promise on a condition, no denial."""
    condition = conditions_before(setting, trigger, setting.scope(trigger.span.start, trigger.sentence))
    return condition is not None and bool(_BOUND.match(setting.words(condition)))
