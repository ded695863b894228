"""Points in time: pieces that stand side by side, put together (去年 + 11月 + 22日 + 上午)."""

from __future__ import annotations

import re

import msgspec

from verbale.language.numbers import integer
from verbale.language.times.atoms import ATOM, DAY_TAIL, MONTH_TAIL, QUARTER_TAIL, WEEK_TAIL, YEAR_TAIL
from verbale.language.times.pieces import READERS, Fields
from verbale.language.times.symbols import SymbolicTime
from verbale.language.times.words import NUMBER, listed
from verbale.model import Span

_RANKS = {"zone": 0, "lunar": 1, "year": 1, "republic": 1, "republic_short": 1, "short_year": 1, "old_year": 1, "year_word": 1}
_RANKS |= {
    "decade": 2,
    "century": 2,
    "season_word": 2,
    "opening": 2,
    "quarter": 2,
    "year_part": 2,
    "month": 3,
    "month_word": 3,
    "iso_month": 3,
}
_RANKS |= {"month_part": 4, "ordinal": 4, "week_number": 4, "week": 5, "weekday": 5, "weekend": 5, "day": 6, "lunar_day": 6, "day_word": 6}
_RANKS |= {"holiday": 6, "iso": 6, "compact": 6, "bracket_weekday": 7, "bracket_day": 7, "day_part": 8, "clock": 9, "bare": 10}
_RANKS |= {
    "glossed_year": 1,
    "glossed_month": 3,
    "glossed_day": 6,
    "short_day": 6,
    "terse_day": 6,
    "great_year": 6,
    "bracket_number": 7,
    "month_day_clock": 6,
    "slash_day": 6,
    "republic_stamp": 6,
    "plain_year": 1,
    "quarter_part": 4,
}
_JOINABLE = re.compile(r"[ ]?的?")
# 9月15日，星期五，... and 星期五，9月15日，... are one time where the second stands alone between marks.
_APPOSED = re.compile(r"，(?=(?:(?:星期|周|礼拜)[一二三四五六日天]|\d{1,2}月\d{1,2}日)(?:[，。）\n]|$))")
_AFTER_OF = {"ordinal", "week_number", "opening", "quarter", "year_part", "month", "month_part", "day", "day_part"}
_NUMBER_RUN = re.compile(
    rf"(?P<bare>{NUMBER})(?=(?:、{NUMBER}){{0,6}}[ ]?(?:至|到|[-－—–~～]{{1,2}}|、|和|及|与|或)[ ]?{NUMBER}[ ]?"
    r"两?(?P<bare_unit>[日号月年]|点|时(?!间)|(?<=两)天))"
)
_BARE_UNITS = {"日": "day", "天": "day", "号": "day", "月": "month", "年": "year"}
_SAID_ONCE = {"year", "month", "day", "holiday", "part"}
_LIMITS = {"day": 31, "month": 12, "year": 2999}
_ORDINAL_DAY = re.compile(r"第(?:[三四五六七八九十]|\d)天")
_OPENS = re.compile(r"(?:^|[，。；、\n到至在于的])$")
_ALONE = frozenset(listed("day_parts", "alone"))
_FULL_CLOCK = re.compile(r"[:：]|[点时]\s?(?:半|整|钟|许|左右|[一三1-3]刻|\S*分)")
_APPROXIMATELY = re.compile(r"左右|前后")


class Reading(msgspec.Struct):
    """A point that is being put together: its fields, where it ends, and the pieces read so far."""

    fields: Fields
    end: int
    pieces: list[str]

    @property
    def rank(self) -> int:
        """How far down from year to clock the last piece stands."""
        ranked = [name for name in self.pieces if name != "lunar"]
        return _RANKS[ranked[-1]] if ranked else -1

    def add(self, found: re.Match[str], name: str, more: Fields) -> None:
        """Take one more piece."""
        self.fields |= more
        self.end = found.end()
        self.pieces.append(name)


def _tail(reading: Reading) -> re.Pattern[str] | None:
    """The pieces that mean a time only after what was read last."""
    if not reading.pieces:
        return None
    if reading.rank == 1 and reading.pieces[-1] != "lunar":
        return YEAR_TAIL
    if reading.pieces[-1] == "quarter":
        return QUARTER_TAIL
    if reading.rank == 3:
        return MONTH_TAIL
    if reading.pieces[-1] == "week" and "weekday" not in reading.fields:
        return WEEK_TAIL
    return DAY_TAIL if 5 <= reading.rank <= 8 else None


def _fits(reading: Reading, name: str, more: Fields) -> bool:
    """Whether a piece can follow those read so far."""
    fields = reading.fields
    said_twice = any(key in fields and fields[key] != more[key] for key in more.keys() & _SAID_ONCE)
    if said_twice or ("unit" in more and ("unit" in fields or "year" in fields)):
        return False
    return _in_order(reading, name)


def _in_order(reading: Reading, name: str) -> bool:
    """Whether a piece stands where it can: from year to clock, a weekday on either side of the day."""
    fields, rank = reading.fields, reading.rank
    after_weekday = bool(reading.pieces) and reading.pieces[-1] in {"week", "weekday"}
    if name == "lunar":
        return rank <= 1 and "lunar" not in fields
    if name in {"month", "day", "iso"} and after_weekday:
        return "weekday" in fields and "day" not in fields
    if name in {"weekday", "bracket_weekday"} and "weekday" in fields:
        return False
    if name.startswith("bracket"):
        return 5 <= rank <= 6 or (rank == 7 and reading.pieces[-1] != name)
    return _RANKS[name] > rank or (name == "day_part" and rank == 8) or (name == "weekday" and rank == 6)


def _bare(text: str, place: int, reading: Reading) -> bool:
    """Take a number whose unit stands after the next one (8至10日, 5、6日)."""
    found = _NUMBER_RUN.match(text, place)
    if not found or (place and text[place - 1].isdigit()):
        return False
    unit, value = _BARE_UNITS.get(found["bare_unit"]), integer(found["bare"]) or 0
    if unit and not 1 <= value <= _LIMITS[unit]:
        return False
    if unit is None or unit in reading.fields or (unit == "year" and value < 1000) or _RANKS[unit] < reading.rank:
        return False
    reading.add(found, "bare", {unit: value})
    return True


def _step(text: str, reading: Reading) -> bool:
    """Take the next piece, if there is one that fits."""
    gap = _JOINABLE.match(text, reading.end)
    joined = gap.end() if gap and reading.pieces else reading.end
    if reading.pieces and (reading.pieces[-1] == "weekday" or reading.fields.keys() >= {"month", "day"}):
        apposed = _APPOSED.match(text, reading.end)
        joined = apposed.end() if apposed else joined
    for place in dict.fromkeys((reading.end, joined)):
        for pattern in (_tail(reading), ATOM):
            found = pattern.match(text, place) if pattern else None
            if found is None:
                continue
            name = str(found.lastgroup).removeprefix("piece_")
            more = READERS[name](found)
            if "的" in text[reading.end : place] and name not in _AFTER_OF:
                continue
            if _fits(reading, name, more):
                reading.add(found, name, more)
                return True
        if _bare(text, place, reading):
            return True
    return False


def _kind(reading: Reading) -> str:
    """The kind of time that the pieces make."""
    fields = reading.fields
    unit, within = fields.get("unit"), fields.get("within")
    kinds = (
        ("holiday", "holiday" in fields),
        ("day", within in {"day", "weekday"}),
        ("anaphor", bool(fields.get("anaphoric"))),
        ("day", "day" in fields or unit == "day"),
        ("weekday", "weekday" in fields),
        ("week", unit == "week" or "weekend" in reading.pieces or within == "week"),
        ("period", "part" in fields or "ordinal" in fields or unit in {"quarter", "century"}),
        ("month", "month" in fields or unit == "month" or "month_part" in fields),
        ("year", "year" in fields or unit == "year"),
    )
    return next((kind for kind, fits in kinds if fits), "time")


def _stands(reading: Reading, text: str, start: int) -> bool:
    """Whether the pieces are a time by themselves."""
    pieces = [name for name in reading.pieces if name not in {"zone", "lunar"}]
    if not pieces or pieces[0].startswith("bracket") or pieces[0] in {"ordinal", "week_number"}:
        return False
    if pieces == ["lunar_day"]:
        return "lunar" in reading.pieces
    if pieces[0] == "opening":
        return "季" in text[start : reading.end] or "个月" in text[start : reading.end]
    if pieces[0] == "day_part":
        return len(pieces) > 1 or reading.fields["day_part"] in _ALONE
    if pieces == ["clock"]:
        return bool(_FULL_CLOCK.search(text[start : reading.end]))
    return True


def point(text: str, start: int) -> SymbolicTime | None:
    """The point in time that begins at a place.

    Args:
        text: Folded text.
        start: Where it begins, in code points.

    Returns:
        The longest point from there, or ``None``.
    """
    reading = Reading(fields={}, end=start, pieces=[])
    while (not reading.pieces or reading.pieces[-1] != "bare") and _step(text, reading):
        continue
    if reading.pieces == ["ordinal"] and _ORDINAL_DAY.match(text, start) and _OPENS.search(text, 0, start):
        reading.fields = {"unit": "day", "offset": reading.fields["ordinal"] - 1, "anaphoric": True}
    elif not _stands(reading, text, start):
        return None
    about = _APPROXIMATELY.match(text, reading.end)
    if "republic" in reading.pieces and reading.fields.get("holiday", "").startswith("国庆"):
        reading.fields["holiday"] = "双十节"
    fields = {name: value for name, value in reading.fields.items() if name in SymbolicTime.__struct_fields__}
    return SymbolicTime(span=Span(start, about.end() if about else reading.end), kind=_kind(reading), **fields)
