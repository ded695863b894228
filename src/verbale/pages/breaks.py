"""Whether a line goes on in the next one: a sentence or a word that a line break has cut."""

from __future__ import annotations

import functools
import math

from verbale.pages.markers import marks
from verbale.pages.weights import total, weights

_FINAL = frozenset("。！？!?…”’）)】」』.;；：:》%％")
_OPENING = frozenset("，、“‘（《〈—")
_BULLETS = frozenset("•·-*■◆▲△▼●○◎※>＞#【[［")
_STOPS = frozenset("。！？")
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
    found = ["bias", f"length:{min(len(before) // 10, 6)}", f"after:{min(len(after) // 10, 4)}"]
    found.append(f"commas:{min(before.count('，') + before.count('、'), 3)}")
    found.append(f"ends:{'yes' if any(stop in after for stop in '。！？') else 'no'}")
    if any(stop in before for stop in _STOPS):
        found.append("stop inside")
    if last in _OPENING:
        found.append("open end")
    if first in "，。、":
        found.append("mark first")
    if blank_style:
        found.append("blank style")
    if " " in before:
        found.append("blank inside")
    return found + _seams(before, after, page)


def _seams(before: str, after: str, page: str) -> list[str]:
    """Features of the characters on both sides, and whether what they make together stands elsewhere on the page."""
    found = [f"last:{before[-1]}", f"first:{after[0]}"]
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
    if found is None or _marked(before) or _marked(after) or any(marker.name == "picture_credit" for marker in marks(before)):
        return 0.0
    return 1 / (1 + math.exp(-total(weights(_TABLE), found)))


def limit(in_article: bool) -> float:
    """From which likelihood on two lines are joined: higher where it is not known that both are an article's."""
    return weights(_TABLE)["threshold in article" if in_article else "threshold"]


@functools.lru_cache(maxsize=4096)
def _marked(line: str) -> bool:
    """Whether a mark shows that the line stands by itself (a picture's credit at its end shows nothing of its beginning)."""
    return any(marker.name != "picture_credit" for marker in marks(line))
