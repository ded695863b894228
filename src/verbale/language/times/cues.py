"""Whether the words around a date look ahead or back."""

from __future__ import annotations

import re
from typing import Literal

from verbale.language.times.words import any_of, around, lexicon, listed
from verbale.model import Span

Direction = Literal["past", "coming", "nearest"]
_BREAK = re.compile(r"[，。；：！？“”\n（）]")
_BEFORE = re.compile(any_of(listed("future", "before")))
_AFTER = re.compile(any_of(listed("future", "after")))
_DEMANDS = re.compile(any_of(listed("future", "demands")))
_SAYS = re.compile(r"(?:在[^，。]{1,8})?" + around("says"))
_NEAREST = re.compile(any_of(listed("future", "nearest")))
# 定20日, 料周三, 拟下月, 改26日 right before the date; not 决定, 资料, 模拟, 修改.
_SET = re.compile(
    r"(?:(?<![决约固商协确指规一肯否制稳安议既假设裁选锁鉴特测坚修])[定订]|(?<![资材原意不燃饮面塑肥照史])料|(?<![模虚])拟|(?<![修更整删])改)"
    r"(?:在|于|到|至)?$|[期任效延续缓]至$|^(?:一直)?[至到]$"
)
_STOPS = re.compile(any_of(listed("future", "stops")))
_NOT_CUES = re.compile(any_of(listed("future", "not_cues")))
_LOOKS_BACK = re.compile(r"[^，。；]{0,6}?(?:" + "|".join(lexicon()["past_within"]["words"]) + ")")
_AGREED = re.compile(around("agreed") + "[将会于在]?$")
_TOLD = re.compile(r"[^，。；！？“”\n将会拟]{0,14}?" + around("happened"))
_OF_A_THING = re.compile(around("of_a_thing"))
_REACH_BEFORE, _REACH_AFTER = 14, 8


def _clause_before(text: str, start: int) -> str:
    """The words of the clause before a place, from the last verb of saying or deciding on."""
    words = text[max(0, start - _REACH_BEFORE) : start]
    cut = max((found.end() for found in _BREAK.finditer(words)), default=0)
    return _NOT_CUES.sub("", words[cut:])


def direction(text: str, span: Span) -> Direction:
    """Which way a date looks of which the year or month is not said.

    Args:
        text: Folded text.
        span: The date.

    Returns:
        ``coming`` after 将, 定于, 计划 ..., or where such a word follows in the clause; ``nearest`` after 原定; else ``past``.
    """
    before, after = _clause_before(text, span.start), _clause_after(text, span)
    if _NEAREST.search(before):
        return "nearest"
    cue = max((found.end() for found in _BEFORE.finditer(before)), default=-1)
    stop = max((found.start() for found in _STOPS.finditer(before)), default=-1)
    demand = max((found.end() for found in _DEMANDS.finditer(before)), default=-1)
    if _SET.search(before):
        return "coming"
    if cue > stop or (cue >= 0 and cue == len(before)) or (demand > stop and not _SAYS.match(text, span.end)):
        return "coming"
    return "coming" if _AFTER.search(after) else "past"


def _clause_after(text: str, span: Span) -> str:
    """The words of the clause after a date up to a verb of saying or deciding; of the next clause where the date opens the sentence."""
    opens = span.start == 0 or text[span.start - 1] in "。！？；\n"
    start = span.end + (opens and text[span.end : span.end + 1] == "，")
    words = text[start : start + _REACH_AFTER]
    end = min((found.start() for found in (_BREAK.search(words), _STOPS.search(words)) if found), default=len(words))
    return _NOT_CUES.sub("", words[:end])


def looks_back(text: str, end: int) -> bool:
    """Whether a length before a place is over (一周内第三次, 两天内先后).

    Args:
        text: Folded text.
        end: Where the length ends.

    Returns:
        True where a count of what has happened follows.
    """
    return bool(_LOOKS_BACK.match(text, end))


def is_of_a_thing(text: str, end: int) -> bool:
    """Whether a year is only that of a thing or a person (1953年出生的松树): nothing is told to happen then.

    Args:
        text: Folded text.
        end: Where the year ends, in code points.
    """
    return _OF_A_THING.match(text, end) is not None


def is_told(text: str, end: int) -> bool:
    """Whether the clause after a time tells of something that has happened.

    Args:
        text: Folded text.
        end: Where the time ends, in code points.

    Returns:
        True where 了, 曾, 已 or a verb of saying follows in the clause.
    """
    return bool(_TOLD.match(text, end))


def is_agreed(text: str, span: Span) -> bool:
    """Whether the words right before a vague time agree to, wish or may do something (同意近期会谈).

    Args:
        text: Folded text.
        span: The time.

    Returns:
        True after 同意, 愿, 可能, 希望 ...
    """
    return bool(_AGREED.search(text, max(0, span.start - 5), span.start))
