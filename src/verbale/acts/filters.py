"""Cues that only look like acts: wishes, aims, topics, and nouns without a date."""

from __future__ import annotations

import re

from verbale.acts.kinds import DEEDS
from verbale.acts.roles import noun_before
from verbale.acts.setting import Setting
from verbale.acts.standing import is_aim
from verbale.acts.triggers import Trigger, triggers
from verbale.model import Span

_VERBAL = frozenset({"v", "vd", "vn", "d", "p", "a", "ad", "an", "n", "nz", "xc", "c", "u"})
_UNTIL = re.compile(r"^[^，。；]{0,20}(?:之前|前|后|之后|期间|时)(?:[，。]|$)")
_STATIVE = re.compile(
    r"^(?:是|成为|有|无法|面临|失去|导致|带来|造成|意味着|取决于|达到|涵盖|包括|处于|不(?!再)|获得|遭|受|错失|得到|感到|影响|了解|出任|担任|卸任|离任|可|能|很快|超过|减少|上升|下降|恶化|引发|加剧|破坏|损害|害|被|由|让|使|令|变|为[^，。；]{1,20}带来|产生|越来越|进入|迎来|出现|消失|死|崩溃|到期|继续控制|实现停火|如何|陷入|拥有|具有|占|知道|发现|认为|赢得|落入|沦|保持|维持|永远|始终不|在[^，。]{1,8}中发挥|返回)"
)
# Only these kinds tell a fact in a relative clause (美方提出的方案, 19日签署的协定).
_RELATIVE = frozenset({"sign", "visit", "meet", "call"})


def belongs(setting: Setting, trigger: Trigger) -> bool:
    """Whether the cue tells an act at all.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    token = setting.token(trigger.span.start)
    if token is None or (token.tag not in _VERBAL and len(trigger.span) < 3):
        return False
    role = trigger.frame.role
    before = setting.text[trigger.clause.start : trigger.span.start]
    if role in {"future", "own"} and (_OPEN_QUESTION.search(before) or _FORECAST.search(before)):
        return False
    if role in {"future", "norm", "own"} and noun_before(setting, trigger):
        return False
    if role == "future":
        return _is_own_future(setting, trigger)
    if role == "norm":
        if re.match("(?:是|有|能|在|被)", setting.text[trigger.span.end :][:1]) and not re.match(
            "在", setting.text[trigger.span.end :][:1]
        ):
            return False
        return token.tag in {"v", "d", "vd"} and setting.statement_at(trigger.span.start) is not None
    if role == "nominal":
        return _is_dated(setting, trigger)
    if role == "attitude":
        return bool(re.search(r"(?:感到|表示|表达|深感|深表|令|有[点些]|很|非常|十分|完全|是|极为|“)[^，。；]{0,4}$", before))
    if trigger.relative and not (trigger.frame.nouns or trigger.frame.nouns_before or trigger.frame.kind in _RELATIVE):
        return False
    if _ACCORDING.match(setting.text, trigger.clause.start) and not trigger.relative:
        return False
    if trigger.frame.nouns_before:
        return True
    if trigger.frame.kind == "meet" and trigger.relative and _called_off(setting, trigger):
        return False
    if _not_done_if(before) and trigger.frame.kind in DEEDS:
        return False
    if trigger.frame.name == "reaches agreement" and _only_names(setting, trigger):
        return False
    if trigger.frame.name == "parties talk" and _is_modified(setting, trigger):
        return False
    return (
        trigger.relative
        or role == "speaker"
        or trigger.frame.kind in {"offer", "demand", "appeal", "propose"}
        or not is_aim(setting, trigger.clause, trigger.span)
    )


def _called_off(setting: Setting, trigger: Trigger) -> bool:
    return bool(re.search("取消|推迟|延期|中止|改期|延后", setting.text[trigger.span.end : trigger.clause.end]))


def _not_done_if(before: str) -> bool:
    """如果…不…: the condition is that it is not done."""
    return bool(re.match("“?(?:如果|若|一旦|只要)[^，。；]*[不没未]", before))


def _only_names(setting: Setting, trigger: Trigger) -> bool:
    """达成协议的难度, 达成协议之前: an agreement spoken of, not reached."""
    end = trigger.noun.end if trigger.noun else trigger.anchor.end
    after = setting.text[end : trigger.clause.end]
    return bool(re.match("的(?!情况)", after) or re.search("(?:之前|以前|前)$", after))


def _is_modified(setting: Setting, trigger: Trigger) -> bool:
    """本轮会谈, 新谈判, 在会谈中: a noun, not the verb."""
    before = setting.text[trigger.clause.start : trigger.span.start]
    token = setting.token(trigger.span.start - 1) if before else None
    if before.endswith(("在", "轮", "次", "场", "届", "新", "和平", "后续", "首轮", "面临", "艰难", "天", "小时", "分钟")):
        return True
    held = token is not None and any(phrase.span.covers(token.span) for phrase in setting.parties.phrases_in(trigger.clause))
    return token is not None and token.tag in {"a", "m", "q", "r", "n", "nz"} and not held


_ACCORDING = re.compile("按照|根据|依照|依据|鉴于")
_FORECAST = re.compile(r"(?:预计|料|预期|估计|预测|预料|恐怕?|势必)[^，。；]{0,12}$")
_OPEN_QUESTION = re.compile(r"(?:是否|能否|会不会|可能|或许|也许)[^，。；]{0,16}$")


def _is_own_future(setting: Setting, trigger: Trigger) -> bool:
    """将 or 会 before a verb of doing, as adverb, with no other cue in the clause."""
    token = setting.token(trigger.span.start)
    after = setting.text[trigger.span.end : trigger.clause.end]
    if token is None or token.tag not in {"v", "d", "vd"} or _STATIVE.match(after) or _listed_follows(setting, trigger):
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
    after = setting.text[trigger.span.end : trigger.span.end + 4]
    if re.match("代表|团|桌|进程|机制|地点|时间|结果|室", after):
        return False
    if re.match("[“富很非具取坦有]", after):
        return False
    if _called_off(setting, trigger):
        return False
    dated = any(before.covers(time.span) for time in setting.times)
    return dated and setting.text[trigger.span.start - 1] != "届"
