"""All times of a text, in order, symbolic."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import msgspec

from verbale.language.numbers import NUMERALS
from verbale.language.times.amounts import counted, duration, lasting, vague
from verbale.language.times.joining import is_bare, joined
from verbale.language.times.points import point
from verbale.language.times.spacing import restored, squeezed
from verbale.language.times.symbols import SymbolicTime
from verbale.language.times.words import NUMBER, any_of, around, lexicon, listed, table
from verbale.model import Span

_NOT_TIMES = re.compile("|".join([*lexicon()["not_times"]["patterns"], any_of(listed("not_times"))]))
_LINK = re.compile(r"[、和及与至到]")
_FROM = re.compile(r"自从|自|从|打从|由")
_NOW = re.compile(r"(?:起|开始)?(?:至今(?![年天日晚早晨春夏秋冬后])|迄今(?:为止)?|到(?:现在|目前|如今)|至(?:现在|目前))")
_RELATIONS = re.compile(
    rf"(?P<until>止)|(?P<since>以来)|(?P<start>起(?![草诉火飞义初源码来因到点步身伏降价立床程获用舞事名死]))"
    rf"|(?P<begin>开始)|(?P<through>或之前|及以前|及之前|或以前|当天或之前)|(?P<from>或之后|及以后|及之后|或以后)"
    rf"|(?P<before>(?:之|以)前|前(?![往期线后夕景所述提途沿锋进者方台身任])(?![^，。；、]{{0,6}}{around('offices')}))"
    rf"|(?P<after>(?:之|以|过)后|后(?![续者方卫勤备院天日年来代果半期世悔]))"
    r"|(?P<within>(?:之|以)?内(?![部阁政容地战塔贾需瓦马陆衣外]))"
)
_EVERY = re.compile(rf"每(?:隔|逢)?(?:{NUMBER}|几|半)?个?(?:年|季度|月|周|星期|礼拜|天|日|晚|小时|分钟|秒)|逢周[一二三四五六日]|隔周")
_WEEKDAY_CHAR = re.compile(r"[一二三四五六日天](?![个名次])")
_BOTH = re.compile(f"(?P<pair>{any_of(table('two_days'))})[两二三]?(?P<unit>天|日|年|晚)")
_NOT_BEFORE = ("第", "每", "某", "有一", "另一", "+")
_NUMERAL_BEFORE = frozenset(NUMERALS + "几数万亿")
_ONE = frozenset({"一天", "一日", "一年", "一周"})
# 四周 is all around and 百年 an age, unless something has lasted or is to last so long.
_COUNTED = re.compile(around("counted") + "$")
_INSIDE_NUMBER = re.compile(r"[\d.+]\Z|\d[,，]\Z")
_PART_OF_DAY = re.compile("上午|下午|早上|晚上|清晨|凌晨")
_NAMES = re.compile(r"《[^《》\n]{1,60}》|“[^“”\n]{1,12}”(?=" + around("bears_a_name") + ")")
_BEGINS = re.compile(rf"{NUMBER}[日号]{around('begins')}")
_DATELINE = re.compile(r"[（(【](?P<place>[^，。（()【】）\d\s]{2,10})$")
_NO_WORDS = {"future", "past_within", "not_times", "day_parts", "zones", "example", "not_after", "not_before", "elsewhere", "terse_days"}
_NO_WORDS |= {"around", "units", "two_days"}
_TABLES = [words for name, words in lexicon().items() if name not in _NO_WORDS]
_WORDS = [
    *itertools.chain.from_iterable(_TABLES),
    *listed("day_parts"),
    *listed("day_parts", "short"),
    *listed("zones"),
    *listed("not_times"),
]
_FIRSTS = "".join(sorted({word[0] for word in _WORDS}))
# Every first character of an atom, a length or a word before a time; anything else cannot begin one.
_START = re.compile(
    rf"[\d{NUMERALS}{re.escape(_FIRSTS)}半几数好若仨俩多公中民农阴旧第自从打由每逢隔过近未此之往随接再头首周星礼元正腊去个拜Qq]"
)
_DIGIT_OR_NUMERAL = re.compile(rf"\d+|[{NUMERALS}]+")


def scan(text: str) -> tuple[SymbolicTime, ...]:
    """The time expressions of a text, before the page is dated.

    Args:
        text: Folded text (see :mod:`verbale.language.fold`).

    Returns:
        Times in order, none overlapping; spans in code points of ``text``.
    """
    shorter, places = squeezed(text)
    return tuple(_found(text) if shorter == text else (restored(time, places) for time in _found(shorter)))


def _found(text: str) -> Iterator[SymbolicTime]:
    """The times, one after the other."""
    place, titles = 0, _titles(text)
    while True:
        start = _START.search(text, place)
        if start is None:
            return
        place = start.start()
        if title := next((end for begin, end in titles if begin <= place < end), None):
            place = title
            continue
        skipped = _NOT_TIMES.match(text, place)
        if skipped:
            place = skipped.end()
            continue
        time = _read(text, place)
        if time is None:
            place = _next_place(text, place)
            continue
        yield time
        place = time.span.end


def _titles(text: str) -> list[tuple[int, int]]:
    """Where titles of works and names of ships (“十月”号) stand; their words are names."""
    return [found.span() for found in _NAMES.finditer(text)]


def _next_place(text: str, place: int) -> int:
    """Where to look next: past the rest of a numeral, never into it."""
    numeral = _DIGIT_OR_NUMERAL.match(text, place)
    return numeral.end() if numeral else place + 1


def _read(text: str, place: int) -> SymbolicTime | None:
    """The longest time that begins at a place."""
    every = _EVERY.match(text, place)
    if every:
        return _recurring(text, place, every.end())
    if text[place].isdigit() and _INSIDE_NUMBER.search(text, max(0, place - 2), place):
        return None
    times = [time for time in (read(text, place) for read in _READERS) if time]
    if lasting(text, place) and not _BEGINS.match(text, place):
        times = [time for time in times if time.kind != "day" or not is_bare(time)]
    best = max(times, key=lambda time: time.span.end, default=None)
    return best if best is None or _allowed(text, best) else None


def _allowed(text: str, time: SymbolicTime) -> bool:
    """Whether the words around a time leave it one."""
    before, words = text[max(0, time.span.start - 2) : time.span.start], text[time.span.start : time.span.end]
    refusals = (
        words[-1] == "号" and is_bare(time) and not _numbered_day(text, time),
        before.endswith(_NOT_BEFORE) and words[0] not in "今昨明",
        words[0] in NUMERALS and before[-1:] in _NUMERAL_BEFORE,
        bool(time.holiday) and str(time.holiday).startswith("国庆") and not _ours(text, time),
        time.kind == "duration" and words in _ONE and before[-1:] in set("这那每同有某前后第该此另首统唯单划归复甚朝如"),
        time.kind == "duration" and words in {"四周", "百年", "千年", "万年"} and not _COUNTED.search(text, 0, time.span.start),
        time.kind == "duration" and words in _ONE and bool(_PART_OF_DAY.match(text, time.span.end)),
        time.kind == "day" and words in {"一日", "百日"} and before[-1:] in set("有终某这那同任复甚朝如"),
    )
    return not any(refusals)


def _ours(text: str, time: SymbolicTime) -> bool:
    """Whether 国庆 is no other country's (美国国庆日) and no name (李国庆)."""
    before = text[max(0, time.span.start - 2) : time.span.start]
    return (
        not before
        or before == "中国"
        or before[-1] in "在于今明去前后到和、，。：过是逢值迎年“（ \n"
        or time.year is not None
        or time.unit is not None
    )


def _numbered_day(text: str, time: SymbolicTime) -> bool:
    """Whether a bare 23号 is a day: after 在, 到, 于, a stop or the text's start, or before a time of day."""
    before, after = text[: time.span.start][-1:], text[time.span.end : time.span.end + 1]
    return not before or before in "在于到至是从自，。、（：；“和与本就已将会他她们 \n" or after in set("上下晚早凌中（")


def _recurring(text: str, place: int, end: int) -> SymbolicTime:
    """每周五, 每年3月, 每天上午: no one day."""
    if text[end - 1] in "周期拜":
        day = _WEEKDAY_CHAR.match(text, end)
        end = day.end() if day else end
        mark = _LINK.match(text, end) if day else None
        if mark and point(text, mark.end()):
            end = mark.end()
    more, mark = point(text, end), None
    while more and more.unit is None and more.year is None:
        end = more.span.end
        mark = _LINK.match(text, end)
        more = point(text, mark.end()) if mark else None
    return SymbolicTime(span=Span(place, end), kind="recurring")


def _both(text: str, place: int) -> SymbolicTime | None:
    """今明两天, 今明两年."""
    found = _BOTH.match(text, place)
    if found is None:
        return None
    unit = "year" if found["unit"].endswith("年") else "day"
    span = Span(place, found.end())
    ends = tuple(SymbolicTime(span=span, kind=unit, unit=unit, offset=offset) for offset in table("two_days")[found["pair"]])
    return SymbolicTime(span=span, kind="set", members=ends)


def _from(text: str, place: int) -> SymbolicTime | None:
    """自2月24日以来, 从8日到10日: the word before counts only where one after completes it."""
    lead = _FROM.match(text, place)
    time = _extent(text, lead.end()) if lead else None
    if lead is None or time is None or time.kind in {"duration", "recurring"}:
        return None
    if time.relation is None and time.kind != "range" and lead[0] == "自从":
        return msgspec.structs.replace(time, span=Span(place, time.span.end), relation="start")
    if time.kind != "range" and time.relation not in {"since", "start"}:
        return None
    return msgspec.structs.replace(time, span=Span(place, time.span.end))


def _extent(text: str, place: int) -> SymbolicTime | None:
    """A point, range or set that begins at a place, with 前, 后, 起, 以来, 内 after it."""
    first = point(text, place)
    if first is None:
        return None
    time = joined(text, first) or first
    if time.kind in {"range", "set"} and is_bare(first) and text[place - 1 : place] in {"第"}:
        return None
    return _related(text, _dateline(text, time))


def _dateline(text: str, time: SymbolicTime) -> SymbolicTime:
    """（日内瓦22日讯）: the whole dateline is the expression."""
    if time.kind != "day" or not text.startswith(("讯", "综合讯"), time.span.end):
        return time
    opening = _DATELINE.search(text, max(0, time.span.start - 12), time.span.start)
    if opening is None:
        return time
    end = text.index("讯", time.span.end) + 1
    return msgspec.structs.replace(time, span=Span(opening.start("place"), end))


def _related(text: str, time: SymbolicTime) -> SymbolicTime:
    """The time with what 前, 后, 起, 以来, 内 after it make of it."""
    now = _NOW.match(text, time.span.end)
    if now and time.kind not in {"time", "holiday"}:
        return msgspec.structs.replace(time, span=Span(time.span.start, now.end()), relation="since")
    found = _RELATIONS.match(text, time.span.end)
    if found is None or found.lastgroup == "begin":
        return time
    relation = str(found.lastgroup)
    if relation == "within" and (time.kind in {"day", "time", "anaphor", "weekday"} or time.part in {"early_on", "later_on"}):
        return time
    if relation in {"before", "after"} and time.kind == "time":
        return time
    if found[0] == "后" and is_bare(time):
        return time  # 七日后 is in seven days
    return msgspec.structs.replace(time, span=Span(time.span.start, found.end()), relation=relation)


_READERS = (_from, _both, vague, _extent, counted, duration)
