"""One script and one width, so that every rule is written once.

Folding keeps the length: character ``i`` of the folded text stands for character ``i`` of the text.
"""

from __future__ import annotations

import functools
import re

from opencc_pyo3 import OpenCC

_CHINESE_MARKS = "，：；！？（）"
_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0xFF01 + i) not in _CHINESE_MARKS} | {0x3000: 0x20, 0xA0: 0x20}
_QUOTES = str.maketrans("「」『』﹁﹂﹃﹄＂〝〞", '“”‘’“”‘’"“”')
_DOTS = str.maketrans("‧・•∙･", "·····")
_FULL = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）", "\\": "／"}
_IDEOGRAPH = "\u3400-\u9fff"
_NEAR = f"{_IDEOGRAPH}“”‘’（）《》〈〉【】，。：；！？、…"
# A half-width mark is Chinese punctuation where an ideograph or Chinese punctuation stands on either side (but 1,000 and 20:30 stay).
_HALF_MARK = re.compile(rf"(?<=[{_NEAR}])(?:[,;!?()]|:(?!//))+|(?:[,;!?()]|:(?!//))+(?=[{_NEAR}])")
_BRACKETED = re.compile(
    rf"(?<=[{_IDEOGRAPH}])[(（]([^()（）\n]{{1,60}})[)）]"
)  # a Latin gloss: both brackets, though no ideograph stands inside
_STRAIGHT = re.compile(r'"([^"\n]{1,400})"')
# One mark of a pair is straight, the other is not.
_HALF_STRAIGHT = (re.compile(r'(?<=“)([^“”"\n]{1,400})"'), re.compile(r'"(?=[^“”"\n]{1,400}”)'))


@functools.lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simplify(text: str) -> str:
    """Simplified characters for traditional ones, one for one.

    Args:
        text: Any text.

    Returns:
        A text of the same length (OpenCC ``t2s``; where its phrase table changes the length, character by character).
    """
    whole = _converter().convert(text)
    if len(whole) == len(text):
        return whole
    singles = ((char, _converter().convert(char)) for char in text)
    return "".join(new if len(new) == 1 else char for char, new in singles)


def fold(text: str) -> str:
    """The text in one script and one width.

    Simplified characters; half-width letters and digits; full-width Chinese punctuation; curly quotation marks for corner brackets, for
    paired straight ones and for a straight one that pairs with a curly one.

    Args:
        text: Any text.

    Returns:
        A text of the same length.
    """
    folded = text.translate(_WIDTH).translate(_QUOTES).translate(_DOTS)
    folded = _HALF_STRAIGHT[0].sub(lambda found: f"{found[1]}”", folded)
    folded = _STRAIGHT.sub(lambda found: f"“{found[1]}”", _HALF_STRAIGHT[1].sub("“", folded))
    folded = _BRACKETED.sub("（\\1）", folded)
    folded = _HALF_MARK.sub(lambda found: "".join(_FULL[mark] for mark in found[0]), folded)
    return simplify(folded)
