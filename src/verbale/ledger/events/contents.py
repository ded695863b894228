"""What was agreed, asked, said … in the form in which two pages' words are compared."""

from __future__ import annotations

import re

import msgspec

_TERM = re.compile(r"[“‘「『《\"]([^”’」』》\"]{2,24})[”’」』》\"]")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*[%点万亿千百]*")
_NO_LETTER = re.compile(r"[\W_]+")
_EMPTY = frozenset("的了在和与及将对就为是有也并而或等所其该这那一个")
_SHORTEST = 4  # pairs of characters from which on the lesser text being contained in the other tells much


class Content(msgspec.Struct, frozen=True, array_like=True):
    """Words as they are compared.

    Attributes:
        words: Letters and digits, folded.
        terms: What stands in quotation marks.
        numbers: The numbers, with their units.
    """

    words: str = ""
    terms: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


def content_of(words: str, otherwise: str) -> Content:
    """Words as they are compared.

    Args:
        words: Folded words.
        otherwise: Taken for numbers and terms too; not compared.

    Returns:
        They.
    """
    both = f"{words} {otherwise}"
    terms = tuple(dict.fromkeys(_NO_LETTER.sub("", term) for term in _TERM.findall(both)))
    return Content(_NO_LETTER.sub("", words), terms, tuple(dict.fromkeys(_NUMBER.findall(both))))


def likeness(one: Content, other: Content) -> float:
    """How far two contents say the same.

    Args:
        one: A content.
        other: Another.

    Returns:
        0 to 1: the share of common pairs of characters, raised where terms or numbers agree.
    """
    mine, theirs = _pairs(one.words), _pairs(other.words)
    common, least = len(mine & theirs), min(len(mine), len(theirs))
    if not least:
        return 0.0
    even = 2 * common / (len(mine) + len(theirs))
    inside = common / least if least >= _SHORTEST else common / (least + 2)
    terms = 0.25 if set(one.terms) & set(other.terms) else 0.0
    numbers = 0.15 if _telling(one.numbers) & _telling(other.numbers) else 0.0
    return min(1.0, (even + inside) / 2 + terms + numbers)


def _pairs(words: str) -> frozenset[str]:
    """Neighbouring characters, but for those that any text has."""
    return frozenset(words[at : at + 2] for at in range(len(words) - 1) if not (words[at] in _EMPTY or words[at + 1] in _EMPTY))


def _telling(numbers: tuple[str, ...]) -> set[str]:
    """Numbers that are not alike by chance."""
    return {number for number in numbers if len(number) > 1}
