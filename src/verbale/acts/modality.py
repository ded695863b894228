"""Whether an act has happened, is planned, possible, conditional, denied, or has not happened."""

from __future__ import annotations

import re

from verbale.acts.conditions import conditions_before, is_condition
from verbale.acts.kinds import SPOKEN
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.model import Modality, Span

# Words that deny; the stronger ones make a denial where somebody speaks of their own deeds.
_DENYING = frozenset({"从未", "从来没有", "从没有", "从没", "绝未", "并未", "并没有", "未曾", "从不", "不"})
_NEGATIVE = _DENYING | {
    "没有",
    "未能",
    "尚未",
    "还未",
    "仍未",
    "暂未",
    "未予",
    "未获",
    "不再",
    "未",
    "没",
    "尚无",
    "暂无",
    "并无",
    "没能",
    "无法",
    "拒绝",
    "不出席",
}
_REACH = re.compile(r"^(?:[与同和向对就在于为给][^，。；]{1,60})?[^，。；与对向就]{0,10}$")
_POSSIBLE = re.compile(
    r"(?:可能|或将|或会|或许|也许|有望|不排除|恐将|恐怕|能否|是否|或于|或在|或因|料将|不确定|未必|有机会)[^，。；]{0,30}$|(?:^|[^或])或(?=[将会因于在])"
)
_POSSIBLE_AFTER = re.compile(r"^[^，。；]{0,12}(?:能否|是否|可能性)|^[^。]{0,20}(?:不确定性|尚不确定)")
_PLANNED = re.compile(r"(?:即将|将于|将在|拟于|预计|打算|有意|明天|明日|明年|接下来|等待|期待|迎来|规定)[^，。；]{0,40}$")
# 取消原定于周四举行的会谈: the cancelling is done, the meeting was planned.
_ONCE_PLANNED = re.compile(r"(?:原定|原计划|定于)[^，。；]{0,40}$")
_ALREADY = re.compile(r"(?:已|已经|业已|均已|早已)[^，。；]{0,8}$")
_WILL = frozenset({"将", "会", "将会", "拟", "料", "计划", "准备"})
_WILL_JOINED = re.compile("[将会拟][向在与同为就对以从于]")
_COMPLETED = re.compile(r"^(?:了|过)|^[^，。；]{0,16}[^为]了")
_COMMAS = re.compile("[，、]")
_SPOKEN_NOT = re.compile(r"(?:从未|从没|并未|并没有|没有|尚未|未(?!来))[^，。；]{0,4}$")
_SPOKEN_PLANNED = re.compile(r"(?:将|将会|计划|拟)[^，。；]{0,6}$")


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
    own = Span(max(trigger.clause.start, min(scope.start, trigger.span.start)), trigger.span.start)
    if trigger.frame.kind in SPOKEN:
        return _of_speech(setting, trigger, scope, setting.words(own))
    if is_condition(setting, trigger, scope):
        return "conditional"
    governing = Span(min(own.start, roles.start), trigger.span.start)
    return _of_deed(setting, trigger, roles, own, governing)


def _of_deed(setting: Setting, trigger: Trigger, roles: Roles, own: Span, governing: Span) -> Modality:
    """The modality by the words of the cue's own clause, and those of the clause that has its subject."""
    before, whole = setting.words(own), _COMMAS.sub("", setting.words(governing))
    negation = _negation(setting, own)
    if negation and not _POSSIBLE.search(whole):
        speakers = setting.speakers(trigger.span.start)
        denies = negation in _DENYING and setting.states(speakers) & setting.states(roles.actors)
        return "denied" if denies else "not_happened"
    if _ALREADY.search(before):
        return "happened"
    if _POSSIBLE.search(whole) or _POSSIBLE_AFTER.search(setting.text[trigger.anchor.end : trigger.sentence.end]):
        return "possible"
    intended = trigger.frame.kind != "cancel" and _ONCE_PLANNED.search(whole)
    coming = intended or _PLANNED.search(whole) or _has_will(setting, governing)
    if coming and conditions_before(setting, trigger, setting.scope(trigger.span.start, trigger.sentence)):
        return "conditional"
    return "planned" if coming and not _COMPLETED.match(setting.text[trigger.span.end : trigger.clause.end]) else "happened"


def _negation(setting: Setting, span: Span) -> str | None:
    """The word that denies the cue: close before it, or before one preposition (没有与俄方会谈)."""
    for token in reversed(setting.tokens.within(span)):
        word = setting.words(token.span)
        if word in _NEGATIVE:
            return word if _REACH.match(setting.text[token.span.end : span.end]) else None
    return None


def _has_will(setting: Setting, span: Span) -> bool:
    if any(_WILL_JOINED.fullmatch(setting.words(token.span)) for token in setting.tokens.within(span)):
        return True
    return any(
        setting.words(token.span) in _WILL and (token.tag in {"d", "v", "vd"} or _after_party(setting, token.span))
        for token in setting.tokens.within(span)
    )


def _after_party(setting: Setting, span: Span) -> bool:
    return any(phrase.span.end == span.start for phrase in setting.parties.phrases_in(Span(max(0, span.start - 40), span.start)))


def _of_speech(setting: Setting, trigger: Trigger, scope: Span, before: str) -> Modality:
    if trigger.frame.role == "future" and trigger.frame.kind == "promise":
        return "conditional" if conditions_before(setting, trigger, scope) else "planned"
    if _SPOKEN_NOT.search(before):
        return "not_happened"
    return "planned" if _SPOKEN_PLANNED.search(before) else "happened"
