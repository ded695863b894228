"""Whether an act has happened, is planned, possible, conditional, denied, or has not happened."""

from __future__ import annotations

import re

from verbale.acts.kinds import SPOKEN
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.model import Modality, Span

_DENIED = re.compile(r"(?:从未|从来没有|从没有|从没|绝未|并未|并没有|未曾|不存在|不向|从不)[^，。；]{0,20}$")
_NOT = re.compile(
    r"(?:没有|未能|尚未|还未|仍未|暂未|未予|未获|不再|未(?!来)|没|尚无|暂无|并无|不出席|不参加|不|并未|从未|没能|无法|拒绝)[^，。；与对向就]{0,10}$"
)
_POSSIBLE = re.compile(
    r"(?:可能|或将|或会|或许|也许|有望|不排除|恐将|恐怕|能否|是否|或于|或在|或因|料将|不确定|未必|有机会|不太可能)[^，。；]{0,30}$|(?:^|[^或])或(?=[将会因于在])"
)
_POSSIBLE_AFTER = re.compile(r"^[^，。；]{0,12}(?:能否|是否|可能性)|^[^。]{0,20}(?:不确定性|尚不确定)")
_PLANNED = re.compile(r"(?:即将|将于|将在|拟于|定于|预计|原定|原计划|打算|有意|明天|明日|明年|接下来|等待|期待|迎来|规定)[^，。；]{0,40}$")
_COMMAS = re.compile("[，、]")
_ALREADY = re.compile(r"(?:已|已经|业已|均已|早已)[^，。；]{0,8}$")
_WILL = frozenset({"将", "会", "将会", "拟", "料", "计划", "准备"})
_FUTURE = re.compile(r"^[^。]{0,16}(?:将于|将在|即将|定于|计划)")
_CONDITION = re.compile(r"^(?:但|而|因此|所以|他说)?(?:如果|若是?|一旦|只要|倘若|假如|除非|要是|如(?!今|此|何|期|实|同|下))")
_COMPLETED = re.compile(r"^(?:了|过)|^[^，。；]{0,16}[^为]了")


def modality_of(setting: Setting, trigger: Trigger, roles: Roles) -> Modality:
    """The modality of one act.

    Args:
        setting: What the page has given so far.
        trigger: Its cue.
        roles: Its parties: whoever denies a deed of their own denies it, the reporter only says that it did not happen.

    Returns:
        ``happened`` unless the words around the cue say otherwise.
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    start = max(trigger.clause.start, scope.start) if scope.start <= trigger.span.start else trigger.clause.start
    before = setting.text[start : trigger.span.start]
    governing = _COMMAS.sub("", setting.text[min(start, roles.start) : trigger.span.start])
    kind = trigger.frame.kind
    if kind in SPOKEN:
        return _of_speech(setting, trigger, before)
    own = setting.states(setting.speakers(trigger.span.start)) & setting.states(roles.actors)
    if own and _DENIED.search(before):
        return "denied"
    negation = _NOT.search(before)
    if _is_condition(setting, trigger, scope):
        return "conditional"
    if negation and not _POSSIBLE.search(governing):
        return "not_happened"
    if _ALREADY.search(before):
        return "happened"
    if _POSSIBLE.search(governing) or _POSSIBLE_AFTER.search(setting.text[trigger.anchor.end : trigger.sentence.end]):
        return "possible"
    if (_PLANNED.search(governing) or _has_will(setting, Span(min(start, roles.start), trigger.span.start))) and not _COMPLETED.match(
        setting.text[trigger.span.end : trigger.clause.end]
    ):
        return "planned"
    return "happened"


def _has_will(setting: Setting, span: Span) -> bool:
    return any(setting.words(token.span) in _WILL and token.tag in {"d", "v", "vd"} for token in setting.tokens.within(span))


def _of_speech(setting: Setting, trigger: Trigger, before: str) -> Modality:
    if trigger.frame.role == "future" and trigger.frame.kind == "promise":
        scope = setting.scope(trigger.span.start, trigger.sentence)
        return "conditional" if conditions_before(setting, trigger, scope) else "planned"
    if re.search(r"(?:从未|从没|并未|并没有|没有|尚未|未)[^，。；]{0,4}$", before):
        return "not_happened"
    if re.search(r"(?:将|将会|计划|拟)[^，。；]{0,6}$", before):
        return "planned"
    return "happened"


def _is_condition(setting: Setting, trigger: Trigger, scope: Span) -> bool:
    """Whether the cue stands in the condition itself."""
    start = max(trigger.clause.start, scope.start)
    return bool(_CONDITION.match(setting.text[start : trigger.span.start].lstrip("“")))


def conditions_before(setting: Setting, trigger: Trigger, scope: Span) -> Span | None:
    """The conditional clause before the cue in its sentence or statement, if any."""
    place = trigger.clause.start
    while place > scope.start:
        clause = setting.clause(place - 1, scope) if setting.text[place - 1] not in "，。；：" else setting.clause(place - 2, scope)
        if clause.start >= place:
            break
        words = setting.words(clause).lstrip("“")
        if _CONDITION.match(words):
            return Span(clause.start + len(setting.words(clause)) - len(words), clause.end)
        if setting.text[clause.end : clause.end + 1] in "。；！？":
            break
        place = clause.start
    return None
