"""Whether a line goes on in the next one: a sentence or a word that a line break has cut."""

from __future__ import annotations

import functools
import math
import re

from verbale.lexicons.signs import sign
from verbale.pages.markers import marks
from verbale.pages.weights import total, weights

_FINAL = frozenset("。！？!?…”’）)】」』.;；：:》%％")
_OPENING = frozenset("，、“‘（《〈—")
_BULLETS = frozenset("•·-*■◆▲△▼●○◎※>＞#【[［")
_AFTER_NUMBERS = frozenset("年月日时点分秒万亿多余个名人岁度元美欧枚架艘条项次届号位国天周")
_STOPS = frozenset("。！？")
_HEADLINE_COLON = re.compile(r"^[^，。]{2,12}：[^，。]*$")
_TIME_FIRST = re.compile(r"^(?:（[^（）]{2,16}[讯电]）|.{0,10}\d{1,2}日[电讯]|当地时间|(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{1,2}日)")
_LONG = 28
_TABLE = "break_weights.tsv"


def is_ideograph(char: str) -> bool:
    """Whether the character is a Chinese one."""
    return "\u3400" <= char <= "\u9fff"


def break_features(before: str, after: str, page: str, blank_style: bool) -> list[str] | None:
    """What speaks for and against a broken line at one line break.

    Args:
        before: The folded, stripped line before the break.
        after: The line after it.
        page: The whole folded page (words that stand whole elsewhere are looked up in it).
        blank_style: Whether the page divides its paragraphs by blank lines.

    Returns:
        The features, or ``None`` where the line cannot be broken here.
    """
    last, first = before[-1], after[0]
    if last in _FINAL or first in _BULLETS or before[0] in _BULLETS or not (is_ideograph(last) or last.isalnum() or last in _OPENING):
        return None
    if (len(before) < 6 and last not in _OPENING) or not (is_ideograph(first) or first.isalnum() or first in "“‘《，。、"):
        return None
    if last.isdigit() and not (first.isdigit() or first in _AFTER_NUMBERS):
        return None
    found = ["bias", f"length:{min(len(before) // 10, 6)}", f"after:{min(len(after) // 10, 4)}"]
    found.append(f"commas:{min(before.count('，') + before.count('、'), 3)}")
    found.append(f"ends:{'yes' if any(stop in after for stop in _STOPS) else 'no'}")
    signs = (
        ("stop inside", any(stop in before for stop in _STOPS)),
        ("open end", last in _OPENING),
        ("mark first", first in "，。、"),
        ("blank style", blank_style),
        ("blank inside", " " in before),
        ("colon of a headline", _HEADLINE_COLON.match(before) is not None),
        ("report inside", sign("reported with a comma").found(before) is not None),
        ("time first", _TIME_FIRST.match(before) is not None),
    )
    return [*found, *(name for name, there in signs if there), *_seams(before, after, page)]


def _seams(before: str, after: str, page: str) -> list[str]:
    """Features of the characters on both sides, and whether what they make together stands elsewhere on the page."""
    found = [f"last:{before[-1]}", f"first:{after[0]}"]
    shared = {before[i : i + 2] for i in range(len(before) - 1)} & {after[i : i + 2] for i in range(min(len(after), 40) - 1)}
    found.append(f"shared:{min(len(shared), 4)}")
    if before[-1:] + after[:1] in page:
        found.append("pair elsewhere")
    if before[-2:] + after[:1] in page or before[-1:] + after[:2] in page:
        found.append("triple elsewhere")
    if before[-2:] + after[:2] in page:
        found.append("four elsewhere")
    return found


def broken(before: str, after: str, page: str, blank_style: bool) -> float:
    """How likely the line before goes on in the line after.

    Args:
        before: The folded, stripped line before the break.
        after: The line after it; no blank line stands between them.
        page: The whole folded page.
        blank_style: Whether the page divides its paragraphs by blank lines.

    Returns:
        From 0 to 1.
    """
    found = break_features(before, after, page, blank_style)
    if found is not None and _unclosed(before, after):
        return 1.0
    if found is None or _marked(before) or _marked(after) or any(marker.name == "picture_credit" for marker in marks(before)):
        return 0.0
    return 1 / (1 + math.exp(-total(weights(_TABLE), found)))


def _unclosed(before: str, after: str) -> bool:
    """Whether a bracket or quotation mark opened in the line before is closed first in the line after."""
    for opening, closing in ("（）", "()", "“”", "《》"):
        if before.rfind(opening) > before.rfind(closing):
            close, reopen = after.find(closing), after.find(opening)
            if close >= 0 and (reopen < 0 or close < reopen):
                return True
    return False


def limit(before: str, in_article: bool) -> float:
    """From which likelihood on a line is joined to the next.

    Args:
        before: The folded line before the break.
        in_article: Whether both lines are known to be an article's; elsewhere more is asked for.

    Returns:
        From 0 to 1; little for a long line of an article with a comma in it, which no heading is.
    """
    if not in_article:
        return weights(_TABLE)["threshold"]
    return weights(_TABLE)["threshold for long lines" if len(before) >= _LONG and "，" in before else "threshold in article"]


@functools.lru_cache(maxsize=4096)
def _marked(line: str) -> bool:
    """Whether a mark shows that the line stands by itself (a picture's credit at its end shows nothing of its beginning)."""
    return any(marker.name != "picture_credit" for marker in marks(line))
