"""Numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.language.numbers import full_year, integer


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("23", 23),
        ("二十三", 23),
        ("廿三", 23),
        ("卅一", 31),
        ("十", 10),
        ("十五", 15),
        ("一百零三", 103),
        ("二○二五", 2025),
        ("二〇二五", 2025),
        ("一九九七", 1997),
        ("两千零四", 2004),
        ("三千", 3000),
        ("零七", 7),
        ("两", 2),
    ],
)
def test_integer(words: str, number: int) -> None:
    assert integer(words) == number


@pytest.mark.parametrize("words", ["", "日", "三点", "1a", "几"])
def test_no_numeral(words: str) -> None:
    assert integer(words) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_digits_round_trip(number: int) -> None:
    assert integer(str(number)) == number


@given(st.integers(min_value=1, max_value=9999))
def test_numerals_round_trip(number: int) -> None:
    assert integer(_spelled(number)) == number


def _spelled(number: int) -> str:
    """A number below 10,000 in Chinese numerals."""
    digits, words, skipped = "零一二三四五六七八九", "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // size % 10
        if digit:
            words += ("零" if skipped and words else "") + digits[digit] + unit
            skipped = False
        else:
            skipped = bool(words)
    return words


@pytest.mark.parametrize(("year", "full"), [(8, 2008), (91, 1991), (49, 2049), (50, 1950), (2025, 2025), (789, 789)])
def test_full_year(year: int, full: int) -> None:
    assert full_year(year) == full
