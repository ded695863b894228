"""Where readers' comments begin under an article: what stands below is not the article's, however well it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from verbale.pages.features import Look

_TIME = re.compile(r"(?:19|20)\d\d ?[-/.年] ?\d{1,2}|\d{1,2}:\d\d")
_WORDS = re.compile(r"[\w ]*[A-Za-z\u3400-\u9fff]+[\w ]*")
_SIGNED = 60  # characters that a line with a comment's writer and time has at most
_TAIL = 12  # signs at a line's end by which lines with writer and time are known as alike
_ABOVE = 2  # lines of prose above the comments: an article
_COMMENTS = 3  # lines with writer and time below from which on these are comments, even if they are longer than the article


def without_comments(labels: Sequence[bool], looks: Sequence[Look]) -> list[bool]:
    """The labels without what readers wrote under the article.

    Args:
        labels: For each line whether it is taken for the article's.
        looks: The lines.

    Returns:
        The labels; below a heading of comments that follows an article's prose all are junk, if less prose stands below than above or the
        lines below tell again and again who wrote when.
    """
    prose = [place for place, (label, one) in enumerate(zip(labels, looks, strict=True)) if label and one.solid]
    for place, one in enumerate(looks):
        above = [looks[other].length for other in prose if other < place]
        if len(above) < _ABOVE or "mark:reply" not in one.own:
            continue
        below = sum(looks[other].length for other in prose if other > place)
        if below <= sum(above) or _signed(looks[place + 1 :]) >= _COMMENTS:
            return [label and other < place for other, label in enumerate(labels)]
    return list(labels)


def _signed(looks: Sequence[Look]) -> int:
    """How many lines tell in the same way who wrote when."""
    told = (one.text for one in looks if one.length <= _SIGNED and "。" not in one.text and _TIME.search(one.text))
    shapes = Counter(_WORDS.sub("", re.sub(r"\d+", "9", text))[-_TAIL:] for text in told)
    return max(shapes.values(), default=0)
