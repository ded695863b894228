"""Whether an act has happened, is planned, possible, conditional, denied, or has not happened."""

from __future__ import annotations

from verbale.acts.conditions import conditions_before, is_condition
from verbale.acts.kinds import DEEDS, SPOKEN
from verbale.acts.parts import Roles
from verbale.acts.plans import disposed, is_stipulated
from verbale.acts.setting import Setting
from verbale.acts.standing import in_topic
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Modality, Span


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
    if trigger.relative and roles.evidence and own.start <= roles.evidence[0].start < own.end:
        own = Span(roles.evidence[0].start, own.end)  # 未能就中方提出的方案达成共识: what comes before is no part of the relative clause
    denials = ("said not to be", "denied as a whole") if trigger.relative else ("denied as a whole",)
    if any(sign(name).found(setting.text, trigger.clause.start, trigger.span.start) for name in denials):
        return "denied"
    if known := _of_a_pact(setting, trigger, own):
        return known
    if trigger.frame.kind in SPOKEN:
        return _of_speech(setting, trigger, roles, own)
    if trigger.frame.role == "seized":
        return "happened"
    if is_condition(setting, trigger, scope):
        return "conditional"
    governing = Span(min(own.start, roles.start), trigger.span.start)
    return _of_deed(setting, trigger, roles, own, governing)


def _of_a_pact(setting: Setting, trigger: Trigger, own: Span) -> Modality | None:
    """没有遵守去年达成的协议: what was agreed or signed is told as done, whatever somebody does with it; not 尚未达成的协议."""
    if not trigger.relative:
        return None
    if trigger.frame.kind == "sign":
        return "happened" if sign("keeps what was signed").found(setting.text, own.start, own.end) else None
    if trigger.frame.kind != "agree" or trigger.frame.role != "joint":
        return None
    return "not_happened" if sign("not reached yet").found(setting.text, own.start, own.end) else "happened"


def _of_deed(setting: Setting, trigger: Trigger, roles: Roles, own: Span, governing: Span) -> Modality:
    """The modality by the words of the cue's own clause, and those of the clause that has its subject."""
    before, whole = setting.words(own), setting.words(governing).replace("，", "").replace("、", "")
    kept = trigger.frame.kind in DEEDS and sign("kept from").found(before)
    if kept or sign("does not come about").found(setting.words(trigger.span)):
        return "not_happened"
    negation = _negation(setting, own)
    possible = sign("possible").found(whole) or sign("or else may").found(whole)
    if negation and not possible:
        never = trigger.frame.kind == "agree" and setting.speakers(trigger.span.start) and sign("never").found(negation)
        return "denied" if never or (_is_own(setting, trigger, roles) and _denies(trigger, negation)) else "not_happened"
    if sign("already").found(before):
        return "happened"
    if possible or sign("possible after all").found(setting.text, trigger.anchor.end, trigger.sentence.end):
        return "possible"
    intended = trigger.frame.kind != "cancel" and sign("once planned").found(whole)
    coming = intended or sign("planned").found(whole) or _has_will(setting, trigger, governing)
    if coming and conditions_before(setting, trigger, setting.scope(trigger.span.start, trigger.sentence)):
        return "conditional"
    done = _is_completed(setting, trigger)
    return "planned" if not done and (coming or is_stipulated(setting, trigger)) else "happened"


def _is_completed(setting: Setting, trigger: Trigger) -> bool:
    """Whether 了 or 过 follows the cue, or 了 stands within it (谈成了, 点了头)."""
    follows = sign("completed").found(setting.text, trigger.span.end, trigger.clause.end)
    return follows is not None or "了" in setting.words(trigger.span)[1:]


def _is_own(setting: Setting, trigger: Trigger, roles: Roles) -> bool:
    """Whether somebody speaks of their own side's acts."""
    return bool(setting.states(setting.speakers(trigger.span.start)) & setting.states(roles.actors))


def _denies(trigger: Trigger, negation: str) -> bool:
    """Whether a negation in the mouth of the doers denies (我方没有签署, 从未承诺); talks that did not come about only have not."""
    plain = sign("plain denial").found(negation) and (trigger.frame.kind in SPOKEN | DEEDS)
    return bool(plain or sign("denies").found(negation))


def _negation(setting: Setting, span: Span) -> str | None:
    """The word that denies the cue: close before it, or before one preposition (没有与俄方会谈)."""
    for token in reversed(setting.tokens.within(span)):
        word = setting.words(token.span)
        if sign("denies").found(word) or sign("not done").found(word):
            return word if sign("reaches the cue").found(setting.text, token.span.end, span.end) else None
    return None


def _has_will(setting: Setting, trigger: Trigger, span: Span) -> bool:
    """Whether the words before the cue have 将 or the like, as more than the 将 that only puts the object first."""
    for token in setting.tokens.within(span):
        word = setting.words(token.span)
        if sign("short for a meeting").found(setting.text, token.span.start) or _in_name(setting, token.span):
            continue
        if sign("will with preposition").found(word):
            return True
        known = sign("will").found(word) and (token.tag in {"d", "v", "vd"} or _after_party(setting, token.span))
        if known and not disposed(setting, trigger, token.span):
            return True
    return False


def _in_name(setting: Setting, span: Span) -> bool:
    """Whether a word is the end of a name that the tagger has cut (红十字会, 安理会)."""
    return any(phrase.span.covers(span) for phrase in setting.parties.phrases_in(Span(max(0, span.start - 40), span.end)))


def _after_party(setting: Setting, span: Span) -> bool:
    return any(phrase.span.end == span.start for phrase in setting.parties.phrases_in(Span(max(0, span.start - 40), span.start)))


def _of_speech(setting: Setting, trigger: Trigger, roles: Roles, own: Span) -> Modality:
    before, scope = setting.words(own), setting.scope(trigger.span.start, trigger.sentence)
    if trigger.frame.role == "future" and trigger.frame.kind == "promise":
        condition = conditions_before(setting, trigger, scope)
        return "conditional" if condition and not sign("once that is so").found(setting.text, condition.start) else "planned"
    unsaid = sign("not spoken").found(before) if trigger.frame.role not in {"own", "speaker"} else None  # 从未、也绝不会: one denial
    told_of = unsaid is not None and bool(setting.speakers(trigger.span.start))
    if trigger.frame.kind == "refuse" and (sign("not against").found(before) or told_of):
        return "denied"
    if unsaid:
        return "denied" if _is_own(setting, trigger, roles) and _denies(trigger, unsaid[0]) else "not_happened"
    done = _is_completed(setting, trigger)
    coming = sign("to be spoken").found(before)
    named = coming is not None and in_topic(setting, trigger.clause, Span(own.start + coming.start(), own.start + coming.end()))
    # 将 in what a speaker says of a thing is no plan to say it (出兵将被视为宣战).
    spoken_of = trigger.frame.role not in {"speaker", "own"} and coming is not None and not named
    planned = spoken_of and not _puts_first(setting, trigger, own)
    return "planned" if planned and not done else "happened"


def _puts_first(setting: Setting, trigger: Trigger, span: Span) -> bool:
    """Whether the only word for the future before the cue puts its object first (将草案转交对方)."""
    wills = [token.span for token in setting.tokens.within(span) if setting.words(token.span) == "将"]
    return bool(wills) and all(disposed(setting, trigger, will) for will in wills)
