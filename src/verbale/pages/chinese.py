"""Whether a text is Chinese, and in which script."""

from __future__ import annotations

import collections
import re
import unicodedata
from typing import Literal

from verbale.language.fold import simplify

_IDEOGRAPH = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_KANA = re.compile(r"[\u3041-\u30fa]")
_LETTER = re.compile(r"[^\W\d_]")
_TRADITIONAL_SHARE = 0.06


def foreign(text: str) -> str | None:
    """Why a text is not Chinese.

    Args:
        text: Any text.

    Returns:
        The reason in words where it holds no or hardly any Chinese, or is Japanese; ``None`` for Chinese.
    """
    chinese, letters, kana = (len(kind.findall(text)) for kind in (_IDEOGRAPH, _LETTER, _KANA))
    if chinese < 5 or chinese * 20 < letters:
        return f"holds no Chinese text ({chinese} Chinese characters in {len(text)}{_other_script(text)})"
    if kana > chinese * 0.4:
        return f"looks Japanese ({kana} kana to {chinese} Chinese characters)"
    return None


def _other_script(text: str) -> str:
    """In which script most letters of a text are, where there are any."""
    names = collections.Counter(unicodedata.name(letter, "").split(" ")[0] for letter in _LETTER.findall(text))
    names.pop("", None)
    return f"; most letters are {names.most_common(1)[0][0].capitalize()}" if names else ""


def script_of(text: str) -> Literal["simplified", "traditional", "other"]:
    """The script of a text.

    Args:
        text: Any text.

    Returns:
        ``traditional`` where more than a few of the Chinese characters have another simplified form, ``other`` without Chinese.
    """
    chinese = _IDEOGRAPH.findall(text)
    if not chinese:
        return "other"
    joined = "".join(chinese)
    changed = sum(old != new for old, new in zip(joined, simplify(joined), strict=True))
    return "traditional" if changed > len(chinese) * _TRADITIONAL_SHARE else "simplified"
