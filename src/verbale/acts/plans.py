"""Two readings of the future: what an agreement or a plan says is to be done, and the 将 that only puts the object first."""

from __future__ import annotations

from verbale.acts.moments import days_in
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Span

# What agreements and plans set down; fighting and punishing are none of it.
_SET_DOWN = frozenset({"withdraw", "release", "ceasefire", "aid", "cooperate", "sign", "visit", "meet", "appoint"})
# Verbs that take an object before them with 将 or 把; talks do not.
_TAKES = frozenset({"attack", "cancel", "release", "expel", "withdraw", "coerce", "deploy", "sanction", "propose", "concede", "aid"})
_ADVERBS = frozenset({"d", "ad", "z"})
_NOUNS = frozenset({"n", "nz", "nt", "nr", "ns", "nw", "vn", "an", "PER", "LOC", "ORG"})


def is_stipulated(setting: Setting, trigger: Trigger) -> bool:
    """Whether the sentence only gives what an agreement or a plan says (根据协议，以军撤至…, 协议规定，…).

    Args:
        setting: What the page has given so far.
        trigger: The cue; whether it is told as done (已, 了) was asked before.
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    if trigger.frame.kind not in _SET_DOWN or trigger.relative or scope.start >= trigger.span.start:
        return False
    by_plan = sign("by the plan").found(setting.text, scope.start) or sign("by the plan").found(setting.text, trigger.sentence.start)
    stipulated = sign("stipulates").found(setting.text, trigger.sentence.start, trigger.span.start)
    if not by_plan and (not stipulated or sign("but").found(setting.text, stipulated.end(), trigger.span.start)):
        return False
    today = setting.published.start
    past = [day for day in days_in(setting, trigger.clause) if today and day.end and day.end < today]
    return not past and not sign("already").found(setting.text, trigger.clause.start, trigger.span.start)


def disposed(setting: Setting, trigger: Trigger, will: Span) -> Span | None:
    """The object that 将 or 把 puts before the cue (将原定周四的会谈取消).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        will: The 将 or 把.

    Returns:
        The object, or ``None`` where the word is no such 将: the cue has an object after it
        (not a party to whom it goes), or no noun stands right before it.
    """
    source = sign("taken from").found(setting.text, will.end, trigger.span.start)  # 将邻国从名单中剔除
    between = Span(will.end, source.start() if source else trigger.span.start)
    tokens = setting.tokens.within(between)
    while len(tokens) > 1 and tokens[-1].tag in _ADVERBS:  # 将其外交官悉数驱逐
        tokens = tokens[:-1]
    if trigger.frame.kind not in _TAKES or not tokens or tokens[-1].tag not in _NOUNS:
        return None
    head = max(setting.text.rfind("的", between.start, between.end), between.start)
    between = Span(between.start, tokens[-1].span.end)
    governed = any(token.tag in {"p", "d"} for token in tokens if token.span.start >= head)
    onto = any(phrase.span.start == trigger.span.end for phrase in setting.parties.phrases_in(Span(trigger.span.end, trigger.span.end + 1)))
    goes_to = setting.text[trigger.span.end - 1] in "往至到给入向赴为作在进上回下出"  # 将部队调往边界, 将组织列为…, 将总统扣在官邸
    ends = onto or goes_to or sign("object stood before").found(setting.text, trigger.span.end, trigger.clause.end)
    return between if ends and not governed else None
