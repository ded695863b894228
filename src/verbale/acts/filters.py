"""Cues that only look like acts: wishes, aims, topics, and nouns without a date."""

from __future__ import annotations

import re

from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger, is_aim
from verbale.model import Span

_VERBAL = frozenset({"v", "vd", "vn", "d", "p", "a", "ad", "n", "xc"})
_UNTIL = re.compile(r"^[^，。；]{0,20}(?:之前|前|后|之后|期间|时)(?:[，。]|$)")
_STATIVE = re.compile(
    r"^(?:是|成为|有|无法|面临|失去|导致|带来|造成|意味着|考虑|视|取决于|达到|涵盖|包括|处于|不|获得|遭受|错失|得到|受|感到|影响|了解|面对|出任|担任|卸任|离任|控制|可|能|很快|再次|超过|减少|增加|上升|下降|恶化|引发|加剧|破坏|损害|害|被|由|让|使|令|在[^，。]{1,8}中发挥|成|变|会|为[^，。；]{1,20}带来|产生|持续|越来越|进入|迎来|出现|消失|死|崩溃|结束|到期|于|继续控制|因|根据|实现停火|同|说|表示|如何|付出|承担|陷入|需要|需|必|更|否|拥有|具有|占|遭|见|看到|知道|发现|认为)"
)
_HELD_BY_TALKS = frozenset({"dated talks"})


def belongs(setting: Setting, trigger: Trigger) -> bool:
    """Whether the cue tells an act at all.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    token = setting.token(trigger.span.start)
    if token is None or token.tag not in _VERBAL and not trigger.frame.nouns_before:
        return False
    role = trigger.frame.role
    if role == "future":
        return _is_own_future(setting, trigger)
    if role == "norm":
        return token.tag in {"v", "d", "vd"} and setting.statement_at(trigger.span.start) is not None
    if role == "nominal":
        return _is_dated(setting, trigger)
    if role == "attitude":
        before = setting.text[trigger.clause.start : trigger.span.start]
        return bool(re.search(r"(?:感到|表示|表达|深感|深表|令|有[点些]|很|非常|十分|完全|是|极为|“)[^，。；]{0,4}$", before))
    return trigger.relative or trigger.frame.kind in {"offer", "demand", "appeal"} or not is_aim(setting, trigger)


def _is_own_future(setting: Setting, trigger: Trigger) -> bool:
    """将 or 会 before a verb of doing, as adverb, with no other cue in the clause."""
    token = setting.token(trigger.span.start)
    after = setting.text[trigger.span.end : trigger.clause.end]
    if token is None or token.tag == "p" or _STATIVE.match(after):
        return False
    words = setting.tokens.within(Span(trigger.span.end, trigger.clause.end))
    return any(word.tag == "v" for word in words)


def _is_dated(setting: Setting, trigger: Trigger) -> bool:
    """A noun tells a fact only with its day or place beside it and something said of it."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    before = Span(max(trigger.clause.start, scope.start), trigger.span.start)
    after = setting.text[trigger.span.end : trigger.span.end + 4]
    if re.match("代表|团|桌|进程|机制|地点|时间|结果|室", after):
        return False
    dated = any(before.covers(time.span) for time in setting.times)
    return dated and setting.text[trigger.span.start - 1] != "届"
