"""Lengths of time (四个半小时, 三天, 十多年) and times counted by them (三天前, 未来两周, 48小时内)."""

from __future__ import annotations

import re

from verbale.language.numbers import NUMERALS, integer
from verbale.language.times.symbols import Amount, SymbolicTime
from verbale.language.times.words import any_of, around, table, whole
from verbale.model import Span

MINUTES = {"second": 1 / 60, "minute": 1, "quarter_hour": 15, "hour": 60, "day": 1440, "workday": 1440, "week": 10080}
MINUTES |= {"month": 43200, "quarter": 129600, "year": 525600, "century": 52560000, "decade": 5256000}
_UNITS = table("units")
_NEEDS_COUNTER = "月|世纪|季度|工作日|交易日"
_VAGUE = {"minute": (2, 59), "hour": (2, 12), "day": (2, 7), "week": (2, 6), "month": (2, 9), "year": (2, 9), "quarter": (2, 3)}
_VAGUE |= {"workday": (2, 7), "second": (2, 59), "quarter_hour": (2, 3), "century": (2, 5), "decade": (2, 5)}
_NOUN_GUARD = (
    r"(?![级制刊薪鉴龄围边密]|(?<=[周期拜])[一二三四五六日天](?![次名个])"
    r"|(?<=[年周])(?:[期报度代岁会]|历(?!史|经|时))|(?<=年)(?:来水|终奖|关|计划|规划))"
)
_COUNT = rf"(?:\d{{1,6}}(?:\.\d{{1,3}})?|[{NUMERALS}]{{1,9}}|仨|俩)"
# 两三天: two numerals side by side are a low and a high count.
_CLOSE_PAIR = "(?:" + "|".join(f"{low}{high}" for low, high in zip("一一两二三四五六七八", "两二三三四五六七八九", strict=True)) + ")"
_AND_MORE = re.compile(rf"[\d{NUMERALS}半]个?[多余]|[年天周月]多$")  # 两个多小时 is given as two hours
_ROW = re.compile("[一二三四五六七八九]{2,}")  # figures of a year (五八年), no count
_PAIR = _CLOSE_PAIR + "(?=[ ]?(?:个|天|日|年|周|小时|分钟|星期))"
TERM = (
    rf"(?:(?P<half>半)个?(?P<half_more>多)?(?P<half_unit>小时|钟头|天|年|月|世纪|日(?!子))"
    rf"|(?:(?P<from>{_COUNT})[ ]?(?:至|到|[-~～—–]))?(?P<count>{_PAIR}|{_COUNT}|好?几|数|多|若干)"
    r"(?P<tens>十)?(?P<more>[多几余])?[ ]?(?P<counter>个)?(?P<between>多|半)?[ ]?"
    rf"(?P<unit>{any_of(_UNITS)})(?P<after>半(?!径|数|导|岛)|多(?!边|次|国|方|党|名|个|家|数))?{_NOUN_GUARD})"
)
_TERM = re.compile(TERM)
_HALF_HOUR = re.compile(r"个半(?P<unit>小时|钟头|月|星期)")
_AND = re.compile(r"[又零余加]?")
_LENGTH_STARTS = frozenset(NUMERALS + "0123456789半几好数多若仨俩个")
_LATER = (
    r"(?P<ago>(?:之|以)?前(?![期线夕景所述提途沿锋进者方台身往])|前(?=往返))"
    r"|(?P<later>(?:之|以|过)?后(?![续者方卫勤备院代果世期]|来(?!到))|后来(?=到))"
    r"|(?P<since_amount>(?:以)?来(?![自到源往临华访])|间(?!接|隔|谍))"
    r"|(?P<within>(?:之|以)?内(?![部阁政容地战塔贾需瓦马陆衣外])|里(?![斯海约程根加尔昂奥拉]))"
)
_SUFFIX = re.compile(_LATER)
_PREFIX = re.compile(
    r"(?P<past>过去|(?<![以马路网海])上(?=[两23三]个?(?:月|星期|周|礼拜))|近|最近|此前|之前|(?<![提会战婚选赛行目空])前|刚过去|已过去)|(?P<coming>未来|(?<![一之以])下(?=[两23三]个?(?:月|星期|周|礼拜))|今后|接下来|接下去|随后|往后|之后|此后|(?:(?<=[，。：；\n])|^)后|再过|(?:(?<=[，。：；\n“])|^)过)"
)
_PREFIX_TAIL = re.compile(r"(?:之|以)?[内来里间]|中(?![国东方美俄日韩欧央]|[旬午])|以来|当中|期间")
# 近 before a length is "nearly" after a verb of lasting and before hours, else "the last".
_NEARLY = re.compile(around("nearly") + "$")
_SHORT = re.compile(rf"{_COUNT}个?半?(?:小时|分钟|钟头|秒)")


def _measure(found: re.Match[str]) -> Amount | None:
    """The length that one term gives."""
    if found["half"]:
        return Amount(_UNITS[found["half_unit"]], 0.5, 0.9 if found["half_more"] else 0.5)
    unit, words = _UNITS[found["unit"]], found["count"]
    if _ROW.fullmatch(words) and not re.fullmatch(_CLOSE_PAIR, words):
        return None
    if found["unit"] == "月" and not found["counter"] and words != "数":
        return None
    if words[-1] in "几数多干":
        low, high = _VAGUE[unit]
        return Amount(unit, low * 10, (high + 1) * 10) if found["tens"] else Amount(unit, low, high)
    low_count, high_count = _counts(found)
    if found["more"] or found["between"] == "多" or found["after"] == "多":
        round_number = high_count % 10 == 0 and high_count > 0
        high_count += 10 ** (len(str(int(high_count))) - 1) if round_number else 1
    return Amount(unit, low_count, high_count)


def _counts(found: re.Match[str]) -> tuple[float, float]:
    """The least and the greatest number that a count means (两三天, 三到五天, 四个半小时)."""
    words = found["count"]
    if re.fullmatch(_CLOSE_PAIR, words):
        return _number(words[0]), _number(words[1])
    number = _number(words) * (10 if found["tens"] else 1)
    low = min(_number(found["from"]), number) if found["from"] else number
    half = 0.5 if found["between"] == "半" or (found["after"] or "").startswith("半") else 0.0
    return low + half, number + half


def _number(words: str) -> float:
    """The number that a count means."""
    return float(words) if words.replace(".", "", 1).isdigit() else float({"仨": 3, "俩": 2}.get(words) or integer(words) or 0)


def _is_date(found: re.Match[str]) -> bool:
    """Whether a term reads better as a date (3日, 2025年, 19时) or as no time at all."""
    unit, words = found.groupdict().get("unit"), found.groupdict().get("count") or ""
    if found["counter"] and unit in {"天", "日", "年"}:
        return True  # 一个天才, 两个年轻人
    if unit == "年":
        return len(words) >= 3 and not found["more"] and (integer(words) or 0) >= 1000 and "千" not in words and "百" not in words
    return unit == "分" and not found["counter"]


def length(text: str, start: int) -> tuple[int, Amount | None, float, bool] | None:
    """The length of time that begins at a place.

    Args:
        text: Folded text.
        start: Where it begins, in code points.

    Returns:
        Where it ends, the amount (of a single term), the minutes of all terms together and whether they are exact; or ``None``.
    """
    if text[start : start + 1] not in _LENGTH_STARTS:
        return None
    half = _HALF_HOUR.match(text, start)
    if half:
        unit = _UNITS[half["unit"]]
        return half.end(), Amount(unit, 1.5, 1.5), 1.5 * MINUTES[unit], True
    end, terms = start, list[Amount]()
    while True:
        gap = _AND.match(text, end) if terms else None
        found = _TERM.match(text, gap.end() if gap else end)
        part_of_hour = bool(terms) and terms[-1].unit == "hour" and found is not None and found.groupdict().get("unit") == "分"
        amount = _measure(found) if found and (part_of_hour or not _is_date(found)) else None
        if found is None or amount is None or (terms and found.groupdict().get("count") in {"多", "数", "几"}):
            break
        terms.append(amount)
        end = found.end()
    if not terms:
        return None
    days_and_nights = len(terms) > 1 and text[end - 1] == "夜"
    minutes = sum(term.low * MINUTES[term.unit] for term in (terms[:1] if days_and_nights else terms))
    exact = all(term.exact or len(terms) > 1 for term in terms) or bool(_AND_MORE.search(text, start, end))
    return end, (terms[0] if len(terms) == 1 else None), minutes, exact


def _bare_day(text: str, start: int, end: int) -> bool:
    """Whether the length is a bare number and 日, which is a day of the month except before 内 and 后."""
    return (
        text[end - 1] == "日"
        and "个" not in text[start:end]
        and text[start] not in "两数几半好"
        and "作" not in text[start:end]
        and "易" not in text[start:end]
    )


def counted(text: str, start: int) -> SymbolicTime | None:
    """A time counted by a length (三天前, 未来两周内) that begins at a place.

    Args:
        text: Folded text.
        start: Where it begins, in code points.

    Returns:
        The time with its ``amount`` and ``relation``, or ``None``.
    """
    lead = _PREFIX.match(text, start)
    if lead:
        nearly = lead[0] == "近" and (_NEARLY.search(text, max(0, start - 4), start) or _SHORT.match(text, lead.end()))
        return None if nearly else _after_lead(text, lead)
    measured = length(text, start)
    suffix = _SUFFIX.match(text, measured[0]) if measured and measured[1] else None
    if measured is None or suffix is None or _TOLD.search(text, max(0, start - 2), start):
        return None
    ago = suffix.lastgroup == "ago"
    if ago and _bare_day(text, start, measured[0]) and (text[start] not in NUMERALS or text[start - 1 : start] in {"月", "在", "于"}):
        return None
    return SymbolicTime(span=Span(start, suffix.end()), kind="relative", amount=measured[1], relation=str(suffix.lastgroup))


# 停火后72小时内 counts from something that is told, not from the day of the article.
_TOLD = re.compile(around("told") + "$")
_MONTHS = re.compile(r"(?P<count>[两三四五六仨])月(?![一二三四五六七八九十\d])")


def _after_lead(text: str, lead: re.Match[str]) -> SymbolicTime | None:
    """A length after 未来, 过去, 近 ..."""
    place = lead.end() + (text[lead.end() : lead.end() + 1] in {"的", " "})
    measured = length(text, place)
    months = _MONTHS.match(text, place) if lead["past"] else None
    if measured and measured[1]:
        end, amount = measured[0], measured[1]
    elif months:
        end, amount = months.end(), Amount("month", _number(months["count"]), _number(months["count"]))
    else:
        return None
    if lead[0] == "前" and _bare_day(text, place, end):
        return None
    tail = _PREFIX_TAIL.match(text, end)
    relation = "later" if lead[0] in {"再过", "过"} else str(lead.lastgroup)
    return SymbolicTime(span=Span(lead.start(), tail.end() if tail else end), kind="relative", amount=amount, relation=relation)


def duration(text: str, start: int) -> SymbolicTime | None:
    """A length of time by itself that begins at a place.

    Args:
        text: Folded text.
        start: Where it begins, in code points.

    Returns:
        The duration, with ``minutes`` where the words are exact, or ``None``.
    """
    measured = length(text, start)
    if measured is None:
        return None
    end, _, minutes, exact = measured
    if _bare_day(text, start, end) and not lasting(text, start):
        return None
    suffix = _SUFFIX.match(text, end)
    if suffix and suffix.lastgroup == "within" and measured[1]:
        return SymbolicTime(span=Span(start, suffix.end()), kind="duration", minutes=round(minutes) if exact else None)
    return SymbolicTime(span=Span(start, end), kind="duration", minutes=round(minutes) if exact and minutes >= 1 else None)


_LASTING = re.compile(around("lasting") + "(?:了|近|约|大约|至少)?$")


def lasting(text: str, start: int) -> bool:
    """Whether the words before a place say that a length follows (为期3日).

    Args:
        text: Folded text.
        start: The place, in code points.

    Returns:
        True after 为期, 历时, 长达 ...
    """
    return bool(_LASTING.search(text, max(0, start - 6), start))


def vague(text: str, start: int) -> SymbolicTime | None:
    """A vague word (近日, 日前) that begins at a place.

    Args:
        text: Folded text.
        start: Where it begins, in code points.

    Returns:
        The time with the days that the word covers, or ``None``.
    """
    found = _VAGUE_WORDS.match(text, start)
    if found is None:
        return None
    low, high = table("vague")[found[0]]
    return SymbolicTime(span=Span(start, found.end()), kind="relative", relation="vague", range_days=(low, high))


_VAGUE_WORDS = re.compile(whole(table("vague")) + "(?![瓦])")
