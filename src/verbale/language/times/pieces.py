"""What each atom adds to a symbolic time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from verbale.language.numbers import full_year, integer
from verbale.language.times.words import table

Fields = dict[str, Any]
_WEEKDAYS = {char: place for place, char in enumerate("一二三四五六日", start=1)} | {"天": 7}
_MONTH_NAMES = {"元": 1, "首": 1, "正": 1, "腊": 12}


def _number(found: re.Match[str], group: str) -> int:
    """The numeral in a group that is known to hold one."""
    return integer(found[group]) or 0


def weekday(char: str) -> int:
    """The weekday that a character names.

    Args:
        char: One of 一 to 六, 日, 天.

    Returns:
        1 for Monday to 7 for Sunday.
    """
    return _WEEKDAYS[char]


def _word(words: str, named: str, found: re.Match[str], unit: str) -> Fields:
    """Distance from the reference day or, for words such as 同月, from the time last named."""
    text = found[0].removesuffix("份").strip()
    if text in table(named):
        return {"unit": unit, "offset": table(named)[text], "anaphoric": True}
    return {"unit": unit, "offset": table(words)[text]}


def _iso(found: re.Match[str]) -> Fields:
    return {"year": int(found["iso_year"]), "month": int(found["iso_month"]), "day": int(found["iso_day"])}


def _compact(found: re.Match[str]) -> Fields:
    return {"year": int(found["compact_year"]), "month": int(found["compact_month"]), "day": int(found["compact_day"])}


def _stamp(found: re.Match[str]) -> Fields:
    """1120823 at the end of a report."""
    return {"year": 1911 + int(found["stamp_year"]), "month": int(found["stamp_month"]), "day": int(found["stamp_day"])}


def _year(found: re.Match[str]) -> Fields:
    words = found["year"]
    return {"year": int(words) if words.isascii() else integer(words.replace("O", "〇").replace("0", "〇"))}


def _short_year(found: re.Match[str]) -> Fields:
    return {"year": full_year(_number(found, str(found.lastgroup).removeprefix("piece_")))}


def _republic(found: re.Match[str]) -> Fields:
    groups = found.groupdict()
    group = next(name for name in ("republic", "republic_short", "republic_alone") if groups.get(name))
    return {"year": table("eras")[groups.get("era") or "民国"] + (1 if found[group] == "元" else _number(found, group))}


def _century_start(words: str) -> Fields:
    if words.startswith(("上", "本")):
        return {"unit": "century", "offset": -1 if words.startswith("上") else 0}
    return {"year": ((integer(words.removesuffix("世纪")) or 1) - 1) * 100}


def _decade(found: re.Match[str]) -> Fields:
    tens = _number(found, "decade")
    part = {"初": "early", "前": "early", "中": "middle", "末": "late", "后": "late"}.get((found["decade_part"] or " ")[0])
    within = f"decade_{part}" if part else "decade"
    if found["first_decade"]:  # 五六十年代
        tens, within = _number(found, "first_decade") * 10, "decades"
    if found["decade_century"] is None:
        return {"year": full_year(tens, 30), "part": within}
    words = found["decade_century"]
    start = {"year": int(words) * 100} if words.isdigit() else _century_start(words)
    return start | {"part": within, "ordinal": tens}


def _century(found: re.Match[str]) -> Fields:
    part = {"初": "early", "中": "middle", "末": "late"}.get((found["century_part"] or " ")[0])
    return _century_start(found["century"]) | {"part": f"century_{part}" if part else "century"}


def _season_word(found: re.Match[str]) -> Fields:
    part, offset = table("seasons")[found[0]]
    return {"unit": "year", "offset": offset, "part": part}


def _opening(found: re.Match[str]) -> Fields:
    size = 3 if "季" in found["opening_unit"] else 1
    months = _number(found, "opening_count") * size
    return {"part": "first_months" if found["opening_side"] in "前头" else "last_months", "ordinal": months}


def _quarter(found: re.Match[str]) -> Fields:
    groups = found.groupdict()
    if groups.get("quarter_word"):
        return {"unit": "quarter", "offset": "上本下".index(found["quarter_word"]) - 1}
    if found["quarter_edge"]:
        return {"part": "quarter_4" if found["quarter_edge"] == "末" else "quarter_1"}
    return {"part": f"quarter_{integer(found['quarter'] or found['quarter_letter'])}"}


def _year_part(found: re.Match[str]) -> Fields:
    early = ("早", "较早")
    words = found[0]
    part = table("year_parts").get(words) or table("year_parts_after_year").get(words)
    return {"part": part or ("early_on" if words.startswith(early) else "later_on")}


def _month_part(found: re.Match[str]) -> Fields:
    return {"month_part": table("month_parts").get(found[0]) or table("month_parts_after_month")[found[0]]}


def _week(found: re.Match[str]) -> Fields:
    word = found["week_word"]
    fields: Fields = {"unit": "week", "offset": table("weeks").get(word, table("named_weeks").get(word))}
    if word in table("named_weeks"):
        fields["anaphoric"] = True
    if found["week_day"] == "末" or found["week_end"]:
        return fields | {"part": "weekend"}
    return fields | ({"weekday": weekday(found["week_day"])} if found["week_day"] else {})


def _month(found: re.Match[str]) -> Fields:
    name = found["month"]
    return {"month": _MONTH_NAMES.get(name) or integer(name)} | ({"lunar": True} if name in "正腊" else {})


def _lunar_day(found: re.Match[str]) -> Fields:
    words = found["lunar_day"] or found["lunar_count"]
    return {"day": integer(words.removeprefix("初")), "lunar": True}


def _ordinal(found: re.Match[str]) -> Fields:
    words, unit = found["ordinal"], found["ordinal_unit"]
    count = integer(words.removeprefix("第").removeprefix("最后").removeprefix("前")) or 1
    last = words.startswith("最后")
    within = (
        "weekday" if unit[-1] in _WEEKDAYS and unit[-1] != unit else "week" if unit[0] in "周星礼" else "day" if unit in "天日" else "month"
    )
    span = words.startswith("前") or (last and count > 1)
    fields: Fields = {"ordinal": -count if last else count, "within": f"{within}s" if span else within}
    return fields | ({"weekday": weekday(unit[-1])} if within == "weekday" else {})


def _bracket_day(found: re.Match[str]) -> Fields:
    groups = {"year": found["bracket_year"], "month": found["bracket_month"], "day": found["bracket_day"]}
    return {name: integer(words) for name, words in groups.items() if words}


_GLOSSED = {"前": -2, "昨": -1, "去": -1, "上": -1, "今": 0, "本": 0, "明": 1, "下": 1, "后": 2}


def _glossed_year(found: re.Match[str]) -> Fields:
    """去（2022）年, 今（112）年."""
    year = int(found["glossed_year"])
    return {"year": year if year > 1000 else year + 1911}


def _glossed_month(found: re.Match[str]) -> Fields:
    """上（7）月: the word tells the month, the number is left to the reader."""
    return {"unit": "month", "offset": _GLOSSED[found["glossed_month_word"]]}


def _glossed_day(found: re.Match[str]) -> Fields:
    """昨（21）日, 今22日."""
    day = {"unit": "day", "offset": _GLOSSED[found["glossed_day_word"]], "day": integer(found["glossed_day"] or found["plain_day"])}
    return day | ({"month": int(found["glossed_day_month"])} if found["glossed_day_month"] else {})


READERS: dict[str, Callable[[re.Match[str]], Fields]] = {
    "zone": lambda _: {},
    "iso": _iso,
    "month_day_clock": lambda found: {"month": int(found["mark_month"]), "day": int(found["mark_day"])},
    "quarter_part": lambda found: {"month_part": "early" if found["quarter_part"] == "初" else "late"},
    "plain_year": lambda found: {"year": int(found["plain_year"])},
    "slash_day": lambda found: {"month": int(found["slash_month"]), "day": int(found["slash_day"])},
    "republic_stamp": _stamp,
    "compact": _compact,
    "iso_month": lambda found: {"year": int(found["dotted_year"]), "month": int(found["dotted_month"])},
    "decade": _decade,
    "century": _century,
    "year": _year,
    "republic": _republic,
    "republic_short": _republic,
    "short_year": _short_year,
    "old_year": _short_year,
    "season_word": _season_word,
    "year_word": lambda found: _word("years", "named_years", found, "year"),
    "opening": _opening,
    "quarter": _quarter,
    "holiday": lambda found: {"holiday": found[0] if found[0] in table("holidays") else found[0].removesuffix("纪念日")},
    "year_part": _year_part,
    "week": _week,
    "week_number": lambda found: {"ordinal": _number(found, "week_number"), "within": "week"},
    "weekday": lambda found: {"weekday": weekday(found["weekday"])},
    "weekend": lambda _: {"part": "weekend"},
    "lunar": lambda _: {"lunar": True},
    "month": _month,
    "month_word": lambda found: _word("months", "named_months", found, "month"),
    "month_part": _month_part,
    "day": lambda found: {"day": _number(found, "day")},
    "glossed_year": _glossed_year,
    "glossed_month": _glossed_month,
    "glossed_day": _glossed_day,
    "short_day": lambda found: {"unit": "day", "offset": _GLOSSED[found["short_day"]]},
    "terse_day": lambda found: {"unit": "day", "offset": _GLOSSED[found["terse_day"]]},
    "great_year": lambda found: {"month": 1, "day": _number(found, "great_year"), "lunar": True},
    "bracket_number": lambda found: {"day": _number(found, "bracket_number")},
    "lunar_day": _lunar_day,
    "day_word": lambda found: _word("days", "named_days", found, "day"),
    "ordinal": _ordinal,
    "bracket_weekday": lambda found: {"weekday": weekday(found["bracket_weekday"])},
    "bracket_day": _bracket_day,
    "day_part": lambda found: {"day_part": found[0]},
    "clock": lambda found: {"clock": found[0]},
}
