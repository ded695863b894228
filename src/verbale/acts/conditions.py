"""The condition that a sentence sets: 如果…, 只要…, 前提是…."""

from __future__ import annotations

from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Span


def opens_condition(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether words begin with a condition (如果…, “一旦…).

    Args:
        text: Folded text.
        start: Where the words begin.
        end: Where their sentence ends; ``None`` for the end of the text.
    """
    return bool(sign("condition").found(text, start, end))


def is_condition(setting: Setting, trigger: Trigger, scope: Span) -> bool:
    """Whether the cue stands in the condition itself.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        scope: The words of the same mouth in its sentence.
    """
    start = max(trigger.clause.start, scope.start)
    if start >= trigger.span.start:
        return False
    return _holds_condition(setting, Span(start, trigger.span.start), trigger.sentence.end)


def _holds_condition(setting: Setting, clause: Span, end: int) -> bool:
    """Whether a clause begins with a condition, or does so after a party (双方若会谈, 邻国如果动武)."""
    opens = [clause.start, *(phrase.span.end for phrase in setting.phrases(clause))]
    return any(opens_condition(setting.text, place, end) for place in opens)


def conditions_before(setting: Setting, trigger: Trigger, scope: Span) -> Span | None:
    """The conditional clause before the cue in its sentence or statement, if any; arguments as :func:`is_condition`."""
    place = trigger.clause.start
    while place > scope.start:
        last = place - 1 if setting.text[place - 1] not in "，。；：" else place - 2
        clause = setting.clause(last, scope)
        if clause.start >= place:
            break
        if _holds_condition(setting, clause, scope.end) and not sign("condition with its outcome").found(setting.words(clause)):
            return Span(clause.start + (setting.text[clause.start] == "“"), clause.end)
        if setting.text[clause.end : clause.end + 1] in "。；！？":
            break
        place = clause.start
    return None


def condition_of(setting: Setting, trigger: Trigger) -> Span | None:
    """The condition after the cue (前提是…), else before it (如果…)."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    after = sign("condition after").found(setting.text, trigger.span.end, max(scope.end, trigger.span.end))
    if after:
        return Span(after.start(), setting.clause(after.end(), scope).end)
    return conditions_before(setting, trigger, scope)


def is_bound(setting: Setting, trigger: Trigger) -> bool:
    """只要…就不会动武, 如果不…就不会开火: harm that is forgone on a condition is a promise, no denial."""
    if not sign("harm").found(setting.text, trigger.span.end, trigger.clause.end):
        return False
    condition = conditions_before(setting, trigger, setting.scope(trigger.span.start, trigger.sentence))
    return condition is not None and sign("binds a promise").found(setting.text, condition.start, condition.end) is not None
