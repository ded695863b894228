"""Hostile deeds on a condition: whoever says that their own side will do them threatens (如果…将制裁, 否则…将加征关税)."""

from __future__ import annotations

from verbale.acts.clauses import clause_subject
from verbale.acts.conditions import conditions_before
from verbale.acts.members import members, states_differ
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Modality, Span

_HOSTILE = frozenset({"sanction", "attack", "coerce", "expel", "deploy", "protest"})


def is_threat(setting: Setting, trigger: Trigger, roles: Roles, modality: Modality) -> bool:
    """Whether a deed is only threatened.

    Args:
        setting: What the page has given so far.
        trigger: Its cue.
        roles: Its parties.
        modality: Its modality as a deed.
    """
    otherwise = _else(setting, trigger)
    breaks_off = trigger.frame.kind == "promise" and (otherwise or sign("breaks off").found(setting.text, trigger.span.end))
    if (trigger.frame.kind not in _HOSTILE and not breaks_off) or modality not in {"planned", "conditional", "possible"}:
        return False
    speakers = setting.speakers(trigger.span.start)
    own = not states_differ(setting, speakers, roles.actors) if speakers else otherwise
    condition = _condition(setting, trigger)
    only = condition is not None and setting.text.startswith("只有", condition.start)  # 只有停火才会派兵: no threat
    return own and (bool(otherwise) or (condition is not None and not only))


def threatened(setting: Setting, trigger: Trigger) -> Span:
    """The words of the threat: from the condition on, or the clause after 否则."""
    clause, scope = trigger.clause, setting.scope(trigger.span.start, trigger.sentence)
    condition = _condition(setting, trigger)
    start = condition.start if condition else max(clause.start, scope.start)
    otherwise = sign("or else").found(setting.text, start)
    return Span(otherwise.end() if otherwise else start, min(clause.end, scope.end))


def supposed(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Who would bring the threat about: the subject of the condition, or of the clause before 否则."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    span = _condition(setting, trigger)
    if span is None and trigger.clause.start - 1 > scope.start:
        span = setting.clause(trigger.clause.start - 1, Span(scope.start, trigger.clause.start - 1))
    found = members(clause_subject(setting, span, span.start), setting) if span else ()
    return tuple(one for one in found if states_differ(setting, actors, (one,)))


def _condition(setting: Setting, trigger: Trigger) -> Span | None:
    return conditions_before(setting, trigger, setting.scope(trigger.span.start, trigger.sentence))


def _else(setting: Setting, trigger: Trigger) -> bool:
    start = max(trigger.clause.start, setting.scope(trigger.span.start, trigger.sentence).start)
    return sign("or else").found(setting.text, start) is not None
