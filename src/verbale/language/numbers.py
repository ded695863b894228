"""Numerals as news pages write them: 23, 二十三, 廿三, 二○二五, 两千零四."""

from __future__ import annotations

ZEROS = "〇○零"
NUMERALS = f"{ZEROS}一二两三四五六七八九十廿卅百千"
_DIGITS = {char: 0 for char in ZEROS} | {char: place for place, char in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
_TENS = {"廿": 20, "卅": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def integer(words: str) -> int | None:
    """The whole number that a numeral stands for.

    Args:
        words: Arabic digits, Chinese numerals with units (二十三, 廿三, 两千零四) or Chinese digits in a row (二〇二五, 一五).

    Returns:
        The number, or ``None`` where the words are no numeral.
    """
    if words.isascii() and words.isdigit():
        return int(words)
    if not words or any(char not in NUMERALS for char in words):
        return None
    if all(char in _DIGITS for char in words):
        return int("".join(str(_DIGITS[char]) for char in words))
    return _with_units(words)


def _with_units(words: str) -> int:
    """The value of a numeral with 十, 百 or 千 in it (十五, 一百零三)."""
    total, digit = 0, None
    for char in words:
        if char in _UNITS:
            total += (1 if digit is None or digit == 0 else digit) * _UNITS[char]
            digit = None
        elif char in _TENS:
            total, digit = total + _TENS[char], None
        else:
            digit = _DIGITS[char]
    return total + (digit or 0)


def full_year(year: int, pivot: int = 50) -> int:
    """The year that two digits stand for.

    Args:
        year: A year as written; from 100 on it is complete.
        pivot: Two digits from here on belong to the 1900s, those below to the 2000s.

    Returns:
        The complete year.
    """
    if year >= 100:
        return year
    return year + (1900 if year >= pivot else 2000)
