"""Points that make one time: 8日至10日, 10月底至11月初, 1月10日和12日."""

from __future__ import annotations

import re

import msgspec

from verbale.language.numbers import NUMERALS
from verbale.language.times.points import point
from verbale.language.times.symbols import SymbolicTime
from verbale.model import Span

_TO = re.compile(r"[ ]?(?:起|开始)?(?:一直)?(?:至|到|[-－—–~～]{1,2}|直至|直到|延续至|持续至|持续到)[ ]?")
_AND = re.compile(r"[ ]?(?:、|和|及|以及|与|或|，)[ ]?")
_COUNTED_DAYS = re.compile("(?:这|共|连续)?[两二三四2-4][天日]")
_UNTIL_CLOCK = re.compile(
    r"(?:上午|下午|晚上|晚间|晚|凌晨|中午|傍晚)?(?:\d{1,2}|[零一二三四五六七八九十两]{1,3})[点时](?:半|\d{1,2}分|许|左右)?(?!间)"
)
_BETWEEN = re.compile(r"之?间")
_NOTHING = re.compile("")
_PLAIN_YEAR = re.compile(r"(?:19|20)\d\d(?![\d点时:：.])")


def joined(text: str, first: SymbolicTime) -> SymbolicTime | None:
    """The range or set that a point begins.

    Args:
        text: Folded text.
        first: The point.

    Returns:
        One time with its ``members``, or ``None`` where the point stands alone.
    """
    return _range(text, first) or _set(text, first)


def _range(text: str, first: SymbolicTime) -> SymbolicTime | None:
    """8日至10日, 10月底至11月初."""
    to = _TO.match(text, first.span.end) or _turn(text, first)
    clock = _UNTIL_CLOCK.match(text, to.end()) if to and first.clock else None
    if clock:
        return msgspec.structs.replace(first, span=Span(first.span.start, clock.end()))
    second = (point(text, to.end()) or _plain_year(text, to.end(), first)) if to else None
    if to is None or second is None or second.relation:
        return None
    closing = text.startswith("止", second.span.end)
    return SymbolicTime(span=Span(first.span.start, second.span.end + closing), kind="range", members=(first, second))


def _turn(text: str, first: SymbolicTime) -> re.Match[str] | None:
    """Nothing between 三月底 and 四月初."""
    second = point(text, first.span.end) if first.month_part == "late" else None
    return _NOTHING.match(text, first.span.end) if second and second.month_part == "early" else None


def _plain_year(text: str, place: int, first: SymbolicTime) -> SymbolicTime | None:
    """2018 after 2016- or 2008.03-."""
    found = _PLAIN_YEAR.match(text, place) if first.year is not None and first.day is None else None
    return SymbolicTime(span=Span(*found.span()), kind="year", year=int(found[0])) if found else None


def is_bare(time: SymbolicTime) -> bool:
    """Whether a point says a day of the month and nothing more.

    Args:
        time: A point.

    Returns:
        True for 5日, false for 5月5日, 周五（5日）, 本月5日.
    """
    return time.day is not None and not any((time.month, time.year, time.weekday, time.unit, time.part, time.lunar))


def _set(text: str, first: SymbolicTime) -> SymbolicTime | None:
    """1月10日和12日, 本月及下月, 5日和6日, 周六和周日: parts that lean on one another; 5月1日和6月1日 are two times."""
    members, end = [first], first.span.end
    while True:
        mark = _AND.match(text, end)
        second = point(text, mark.end()) if mark else None
        if mark is None or second is None or not _leans(text, first, members[-1], second, mark[0].strip()):
            break
        members.append(second)
        end = second.span.end
    if len(members) == 1:
        return None
    between = _BETWEEN.match(text, end)
    counted = _COUNTED_DAYS.match(text, end) if members[-1].kind in {"day", "weekday"} else None
    end = counted.end() if counted else end
    kind = "range" if between else "set"
    return SymbolicTime(span=Span(first.span.start, between.end() if between else end), kind=kind, members=tuple(members))


def _leans(text: str, first: SymbolicTime, last: SymbolicTime, second: SymbolicTime, mark: str) -> bool:
    """Whether a second point belongs to the same expression."""
    if first.kind == second.kind and mark in {"和", "与", "及"} and _BETWEEN.match(text, second.span.end):
        return True
    if mark == "，":
        closed = text[second.span.end - 1] in "日号" and text[second.span.end : second.span.end + 1] in {"，", "", "、"}
        return closed and _is_day_of(first, second)
    if first.kind == second.kind == "weekday":
        return second.unit is None and second.day is None is first.day
    if text[last.span.end - 1].isdigit() or text[last.span.end - 1] in NUMERALS:
        return second.kind in {"day", "month", "year"}
    if is_bare(second):
        return (is_bare(first) or _is_day_of(first, second)) and text[second.span.end - 1] in "日号天"
    turn = first.month_part == "late" and second.month_part == "early" and first.month is not None and second.month is not None
    return turn or (mark in {"及", "和", "与"} and _is_period(first) and _is_period(second) and first.unit == second.unit)


def _is_day_of(first: SymbolicTime, second: SymbolicTime) -> bool:
    """Whether a bare day follows one with its month (1月10日和12日)."""
    return is_bare(second) and first.day is not None and (first.month is not None or first.unit == "month")


def _is_period(time: SymbolicTime) -> bool:
    """Whether a time is a month or year told by a word (本月, 明年) and nothing more."""
    return time.unit in {"month", "year"} and time.kind == time.unit and time.day is None and time.month is None
