"""What can be seen of each line of a page: its shape, its marks, its words, its neighbours. Names are what the weights' table lists."""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

import msgspec

from verbale.lexicons.signs import sign
from verbale.pages.markers import marks

_LENGTHS = (1, 3, 5, 8, 13, 20, 30, 45, 70, 120)
_SHARES = (0.05, 0.15, 0.3, 0.45, 0.6, 0.8)
_BULLET = re.compile(r"^(?:[•·●○◎■◆※*▪‧]|-(?= )|– )")
_NUMBERED = re.compile(r"^(?:\d{1,2}[.、．)）]|[（(]?[一二三四五六七八九十]{1,3}[）)、])")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_DATELINE = re.compile(r"^(?:（[^（）]{2,16}[讯电]|[^，。]{0,12}\d{1,2}日[电讯]|（[^（）]{2,24}报[导道]）|据.{2,16}(?:报道|消息))")


class Look(msgspec.Struct, frozen=True):
    """One line as it looks by itself."""

    text: str
    length: int
    pairs: frozenset[str]
    truncated: bool
    solid: bool
    short: bool
    own: tuple[str, ...]
    marked: bool


def _ending(text: str) -> str:
    last = text[-1]
    if text.endswith(("...", "…", "..")):
        return "truncated"
    for name, chars in (
        ("stop", "。"),
        ("cry", "！？!?"),
        ("quote", "”’"),
        ("colon", "：:"),
        ("comma", "，、；,;"),
        ("bracket", "）)】]］"),
    ):
        if last in chars:
            return name
    return "word" if _IDEOGRAPH.match(last) else "other"


@functools.lru_cache(maxsize=4096)
def look(text: str) -> Look:
    """What one line shows by itself.

    Args:
        text: The folded line without white space at its ends, not empty.

    Returns:
        Its looks.
    """
    chinese = _IDEOGRAPH.findall(text)
    ending, found = _ending(text), marks(text)
    commas, stops = text.count("，"), text.count("。")
    junk = any(marker.kind not in {"byline", "caption"} for marker in found)
    length = len(chinese) + (len(text) - len(chinese)) // 2
    solid = length >= 30 and commas + stops >= 2 and ending in {"stop", "quote", "cry", "bracket", "colon"} and not junk
    own = [f"length:{bisect_right(_LENGTHS, length)}", f"end:{ending}", f"commas:{min(commas, 3)}", f"stops:{min(stops, 3)}"]
    own += [f"mark:{name}" for name in dict.fromkeys(marker.name for marker in found)]
    own += [name for name, there in _signs(text, len(chinese)) if there]
    short = length <= 30 and not stops and ending not in {"stop", "quote"}
    pairs = frozenset(a + b for a, b in itertools.pairwise(text) if a >= "\u3400" and b >= "\u3400" and a <= "\u9fff" and b <= "\u9fff")
    return Look(text, length, pairs, ending == "truncated", solid, short, tuple(own), bool(found))


def _signs(text: str, chinese: int) -> tuple[tuple[str, bool], ...]:
    return (
        ("bullet", bool(_BULLET.match(text))),
        ("numbered", bool(_NUMBERED.match(text))),
        ("no Chinese", chinese == 0),
        ("little Chinese", 0 < chinese < len(text) * 0.4),
        ("speech", bool(sign("prose of a report").found(text))),
        ("dateline", bool(_DATELINE.match(text))),
        ("blanks", text.count(" ") >= 2 and text.count("，") + text.count("。") == 0),
        ("one blank", text.count(" ") == 1 and text.count("，") + text.count("。") == 0),
        ("stroke", "|" in text or "｜" in text),
        ("quotation", "“" in text and "”" in text),
        ("you", "您" in text or "本网" in text or "本站" in text),
    )


def page_features(texts: Sequence[str]) -> list[list[str]]:
    """The features of every line of a page.

    Args:
        texts: The folded, stripped, non-blank lines in order.

    Returns:
        For each line the names of its features.
    """
    looks = _with_cut_prose([look(text) for text in texts])
    same = Counter(texts)
    cuts = Counter(one.length for one in looks if one.truncated)
    shares = _shares(looks)
    whole = _whole(looks)
    gaps = _gaps(looks)
    return [
        [*one.own, *whole, *_repeats(one, same, cuts), *_company(looks, place), *gaps[place], *_words(one, shares[place])]
        for place, one in enumerate(looks)
    ]


def _with_cut_prose(looks: list[Look]) -> list[Look]:
    """A page whose only prose is one excerpt, cut off: that excerpt is its prose."""
    cut = [place for place, one in enumerate(looks) if one.truncated and one.length >= 30 and "，" in one.text]
    if len(cut) == 1 and not any(one.solid for one in looks):
        looks[cut[0]] = msgspec.structs.replace(looks[cut[0]], solid=True)
    return looks


def _whole(looks: list[Look]) -> list[str]:
    """What the whole page is like: how much of it is prose, and how many lines it has."""
    prose = sum(one.length for one in looks if one.solid) / max(1, sum(one.length for one in looks))
    size = bisect_right((2, 4, 8, 20, 60), len(looks))
    return ["bias", f"prose:{int(prose * 5)}", f"lines:{size}"]


def _repeats(one: Look, same: Counter[str], cuts: Counter[int]) -> list[str]:
    found = [f"repeated:{min(same[one.text], 3)}"] if same[one.text] > 1 else []
    if one.truncated:
        alike = sum(cuts[length] for length in range(one.length - 2, one.length + 3))
        found.append("cut alone" if alike == 1 else "cut alike" if alike > 2 else "cut twice")
    return found


def _company(looks: list[Look], place: int) -> list[str]:
    """The kind of lines right before and after, and how dense prose is around."""
    one, found = looks[place], []
    shape = "solid" if one.solid else "short" if one.short else "middling"
    for name, other in (("before", place - 1), ("after", place + 1)):
        inside = 0 <= other < len(looks)
        seen = ("solid" if looks[other].solid else "short" if looks[other].short else "middling") if inside else "edge"
        found.append(f"{shape} {name} {seen}")
    near = looks[max(0, place - 4) : place + 5]
    found.append(f"{shape} among:{sum(other.solid for other in near) * 5 // len(near)}")
    run = 0
    while run < 8 and place + run + 1 < len(looks) and looks[place + run + 1].short:
        run += 1
    back = 0
    while back < 8 and place - back - 1 >= 0 and looks[place - back - 1].short:
        back += 1
    if one.short:
        found.append(f"run:{bisect_right((1, 2, 4, 8), run + back + 1)}")
    return found


def _gaps(looks: list[Look]) -> list[list[str]]:
    """How far the nearest prose is on either side, and whether any is left."""
    solid = [place for place, one in enumerate(looks) if one.solid]
    found: list[list[str]] = []
    for place, one in enumerate(looks):
        spot = bisect_right(solid, place)
        before = solid[spot - 1] if spot and solid[spot - 1] != place else solid[spot - 2] if spot > 1 else None
        after = solid[spot] if spot < len(solid) else None
        shape = "solid" if one.solid else "other"
        up = "none" if before is None else str(bisect_right((1, 2, 4, 8), place - before))
        down = "none" if after is None else str(bisect_right((1, 2, 4, 8), after - place))
        found.append([f"{shape} up:{up}", f"{shape} down:{down}"])
    return found


def _shares(looks: list[Look]) -> list[float]:
    """For each line, the share of its character pairs that stand in the page's prose elsewhere."""
    prose = Counter(pair for one in looks if one.solid for pair in one.pairs)
    shares = []
    for one in looks:
        own = 1 if one.solid else 0
        hit = sum(1 for pair in one.pairs if prose[pair] > own)
        shares.append(hit / len(one.pairs) if one.pairs else 0.0)
    return shares


def _words(one: Look, share: float) -> list[str]:
    if len(one.pairs) < 2:
        return []
    shape = "solid" if one.solid else "short" if one.short else "middling"
    return [f"{shape} shared:{bisect_right(_SHARES, share)}"]
