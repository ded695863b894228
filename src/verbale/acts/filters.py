"""Cues that only look like acts: wishes, aims, topics, and nouns without a date."""

from __future__ import annotations

import re
from collections.abc import Callable

from verbale.acts.conditions import opens_condition
from verbale.acts.kinds import DEEDS, SPOKEN
from verbale.acts.setting import Setting
from verbale.acts.standing import is_aim
from verbale.acts.subjects import noun_before
from verbale.acts.triggers import Trigger, triggers
from verbale.model import Span

_VERBAL = frozenset({"v", "vd", "vn", "d", "p", "a", "ad", "an", "n", "nz", "xc", "c", "u"})
_STATIVE = re.compile(
    r"^(?:是|成为|有|无法|面临|失去|导致|带来|造成|意味着|取决于|达到|涵盖|包括|处于|不(?!再)|获得|遭|受|错失|得到|感到|影响|了解|出任|担任|卸任|离任|可|能|很快|超过|减少|上升|下降|恶化|引发|加剧|破坏|损害|害|被|由|让|使|令|变|为[^，。；]{1,20}带来|产生|越来越|进入|迎来|出现|消失|死|崩溃|到期|继续控制|实现停火|如何|陷入|拥有|具有|占|知道|发现|认为|赢得|落入|沦|保持|维持|永远|始终不|在[^，。]{1,8}中发挥|返回)"
)
_ADVERBIAL = frozenset({"v", "d", "vd"})
_STATE_VERBS = frozenset("是有能被")
_MODIFIERS = ("在", "轮", "次", "场", "届", "新", "和平", "后续", "首轮", "面临", "艰难", "天", "小时", "分钟")
_TIMES = ("首次", "再次", "第一次", "多次", "再度")
_MODIFYING = frozenset({"a", "m", "q", "r", "n", "nz"})
_FELT = re.compile(r"(?:感到|表示|表达|深感|深表|令|有[点些]|很|非常|十分|完全|是|极为|“)[^，。；]{0,4}$")
_NOT_DONE_IF = re.compile("“?(?:如果|若|一旦|只要)[^，。；]*[不没未]")
# 这是两国首次举行会谈: said of talks told before.
_LOOKS_BACK = re.compile("这(?:也|将|还)?是")
_MUST = re.compile("必须|应该|应当|须|希望|能够|可以")
_AFTER_WHICH = re.compile("^在.*(?:之?后|之?前)$")
_THEN = re.compile("，[^，。；]{0,16}(?:将|会|才)")
_CALLED_OFF = re.compile("取消|推迟|延期|中止|改期|延后")
_TAKES_PLACE = re.compile("举行|召开|启动|登场|持续|结束|开始")
_NAMED_ONLY = re.compile("代表|团|桌|进程|机制|地点|时间|结果|室|[“富很非具取坦有]")
_ACCORDING = re.compile("按照|根据|依照|依据|鉴于")
_ASKED = re.compile("是否|能否|会否|可否|会不会")
_NEGATED = re.compile(r"(?:不|并不|不能|不会|不想|无法|未必)$")
# 不会派兵: what will not, cannot or must not be done tells no deed.
_RULED_OUT = re.compile(r"(?:不会|不可能|不能|无意|不打算|不准备|不得|不应|不该)再?(?:[向对就与为在从][^，。；]{1,16})?$")
_FORECAST = re.compile(r"(?:预计|料|预期|估计|预测|预料|恐怕?|势必)[^，。；]{0,12}$")
_OPEN_QUESTION = re.compile(r"(?:是否|能否|会否|可否|会不会|可能|或许|也许)[^，。；]{0,16}$")
# 如果伊朗不同意: none of these are done by supposing them.
_HELD_TRUE = frozenset({"refuse", "deny", "accuse", "criticise", "support"})
# These are done by speaking even where their content is only wished.
_WHATEVER = frozenset({"offer", "demand", "appeal", "propose"})
# Only these kinds tell a fact in a relative clause (美方提出的方案, 19日签署的协定).
_RELATIVE = frozenset({"sign", "visit", "meet", "call"})


def belongs(setting: Setting, trigger: Trigger) -> bool:
    """Whether the cue tells an act at all.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    token = setting.token(trigger.span.start)
    if token is None or (token.tag not in _VERBAL and len(trigger.span) < 3) or _is_unreal(setting, trigger):
        return False
    own = _BY_ROLE.get(trigger.frame.role or "")
    return own(setting, trigger) if own else _tells_fact(setting, trigger)


def _is_unreal(setting: Setting, trigger: Trigger) -> bool:
    """Whether the words around the cue make it a basis (根据…), a condition, a question, a forecast or a look back."""
    before = setting.text[trigger.clause.start : trigger.span.start]
    if _ACCORDING.match(before) and not trigger.relative:
        return True
    if trigger.frame.kind == "meet" and _LOOKS_BACK.match(setting.text, trigger.sentence.start):
        return True
    ruled_out = _RULED_OUT if trigger.frame.kind in DEEDS else _NEGATED
    if trigger.frame.kind in SPOKEN | DEEDS and ruled_out.search(before):
        return True
    if trigger.frame.kind in _HELD_TRUE and opens_condition(before):
        return True
    if trigger.frame.kind in SPOKEN and _ASKED.search(before):
        return True
    said_ahead = trigger.frame.role in {"future", "own"} and (_OPEN_QUESTION.search(before) or _FORECAST.search(before))
    return bool(said_ahead) or (trigger.frame.role in {"future", "norm", "own"} and noun_before(setting, trigger))


def _is_norm(setting: Setting, trigger: Trigger) -> bool:
    """必须 in somebody's words, before a verb of doing."""
    token = setting.token(trigger.span.start)
    states = setting.text[trigger.span.end : trigger.span.end + 1] in _STATE_VERBS
    return token is not None and token.tag in _ADVERBIAL and not states and setting.statement_at(trigger.span.start) is not None


def _is_attitude(setting: Setting, trigger: Trigger) -> bool:
    return bool(_FELT.search(setting.text[trigger.clause.start : trigger.span.start]))


def _tells_fact(setting: Setting, trigger: Trigger) -> bool:
    """Whether the cue is more than a relative clause's verb, a basis (根据…), a wish or a condition."""
    frame = trigger.frame
    if trigger.relative:
        tells = frame.nouns or frame.nouns_before or frame.kind in _RELATIVE
        return bool(tells) and not (frame.kind == "meet" and _called_off(setting, trigger)) and not _only_names(setting, trigger)
    before = setting.text[trigger.clause.start : trigger.span.start]
    if frame.nouns_before:
        return not _MUST.search(before)
    if frame.kind in DEEDS and (_NOT_DONE_IF.match(before) or _only_dates(setting, trigger)):
        return False
    if _only_names(setting, trigger) or _is_modified(setting, trigger):
        return False
    return frame.role == "speaker" or frame.kind in _WHATEVER or not is_aim(setting, trigger.clause, trigger.span)


def _called_off(setting: Setting, trigger: Trigger) -> bool:
    return bool(_CALLED_OFF.search(setting.text, trigger.span.end, trigger.clause.end))


def _only_dates(setting: Setting, trigger: Trigger) -> bool:
    """在哈马斯释放人质后，以色列将…: what must come first has not happened yet."""
    return bool(_AFTER_WHICH.match(setting.words(trigger.clause)) and _THEN.match(setting.text, trigger.clause.end, trigger.sentence.end))


def _only_names(setting: Setting, trigger: Trigger) -> bool:
    """达成协议的难度, 达成协议之前: an agreement spoken of, not reached."""
    if trigger.frame.role != "joint":
        return False
    end = trigger.noun.end if trigger.noun else trigger.anchor.end
    after = setting.text[end : trigger.clause.end]
    return bool(re.match("的(?!情况)", after) or re.search("(?:之前|以前|前)$", after))


def _is_modified(setting: Setting, trigger: Trigger) -> bool:
    """本轮会谈, 新谈判, 在会谈中: a noun, not the verb."""
    if trigger.frame.kind != "meet" or trigger.frame.role != "predicate":
        return False
    before = setting.text[trigger.clause.start : trigger.span.start]
    token = setting.token(trigger.span.start - 1) if before else None
    if before.endswith(_TIMES):
        return False
    if before.endswith(_MODIFIERS) or _TAKES_PLACE.search(setting.text, trigger.span.end, trigger.clause.end):
        return True
    phrases = setting.parties.phrases_in(trigger.clause)
    held = token is not None and (any(phrase.span.covers(token.span) for phrase in phrases) or setting.text[token.span.start - 1] in "在于")
    return token is not None and token.tag in _MODIFYING and not held


def _is_own_future(setting: Setting, trigger: Trigger) -> bool:
    """将 or 会 before a verb of doing, as adverb, with no other cue in the clause."""
    token = setting.token(trigger.span.start)
    after = setting.text[trigger.span.end : trigger.clause.end]
    if token is None or token.tag not in _ADVERBIAL or _STATIVE.match(after) or _listed_follows(setting, trigger):
        return False
    words = setting.tokens.within(Span(trigger.span.end, trigger.clause.end))
    return any(word.tag == "v" for word in words)


def _listed_follows(setting: Setting, trigger: Trigger) -> bool:
    """Whether another listed act is what will be done: it tells the future act itself."""
    rest = Span(trigger.span.end, trigger.clause.end)
    return any(
        other.frame.kind not in {"promise", "threaten"} and other.frame.role not in {"norm", "nominal"} and not other.relative
        for other in triggers(setting, rest)
    )


def _is_dated(setting: Setting, trigger: Trigger) -> bool:
    """A noun tells a fact only with its day or place beside it and something said of it."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    before = Span(max(trigger.clause.start, scope.start), trigger.span.start)
    if _NAMED_ONLY.match(setting.text, trigger.span.end) or _called_off(setting, trigger):
        return False
    dated = any(before.covers(time.span) for time in setting.times)
    return dated and setting.text[trigger.span.start - 1] != "届"


_BY_ROLE: dict[str, Callable[[Setting, Trigger], bool]] = {
    "future": _is_own_future,
    "norm": _is_norm,
    "nominal": _is_dated,
    "attitude": _is_attitude,
}
