"""How a character is read, put in brackets after it by a page or by what made it: ``國務（wù）卿``. It is no part of the sentence."""

from __future__ import annotations

import re
import unicodedata

from verbale.model import Span

_TONES = "\u0300\u0301\u0304\u030c"  # grave, acute, macron, caron
_BRACKETS = re.compile(r"(?<=[\u3400-\u9fff])[(（]\s*(?:(?:[读讀]?音|拼音|注音)\s*[:：]?\s*)?([^()（）\n\u3400-\u9fff]{1,24}?)\s*[)）]")
_SYLLABLE = r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiouü]{1,3}(?:ng|n|r)?"
_READING = re.compile(rf"{_SYLLABLE}(?:[ '’]?{_SYLLABLE}){{0,3}}")
_VOWELS = re.compile(r"[aeiouü]+")
_NUMBERED = re.compile(rf"{_SYLLABLE}[1-5](?: ?{_SYLLABLE}[1-5]){{0,3}}")
_BOPOMOFO = re.compile(r"[\u3105-\u3129ˊˇˋ˙ ]+")


def glosses(text: str) -> tuple[Span, ...]:
    """Every reading in brackets.

    Args:
        text: Any text.

    Returns:
        Spans of the brackets with what they hold, in code points of ``text``, in order. Names and words in brackets are none: a reading is
        written small, and has a tone on every word (a mark, a number) or is Bopomofo.
    """
    return tuple(Span(*found.span()) for found in _BRACKETS.finditer(text) if _is_reading(found[1]))


def _is_reading(inside: str) -> bool:
    if _BOPOMOFO.fullmatch(inside) or _NUMBERED.fullmatch(inside):
        return True
    apart = unicodedata.normalize("NFD", inside.replace("ü", "\ue000").replace("ɡ", "g"))
    toned = sum(mark in _TONES for mark in apart)
    plain = "".join(char for char in apart if char not in _TONES).replace("\ue000", "ü").replace("u\u0308", "ü")
    return toned > 0 and toned == len(_VOWELS.findall(plain)) and _READING.fullmatch(plain) is not None


def without_glosses(text: str) -> tuple[Span, ...]:
    """What is left of a text without the readings in it.

    Args:
        text: Any text.

    Returns:
        The spans between the readings, in order, none empty.
    """
    edges = [0, *(edge for span in glosses(text) for edge in (span.start, span.end)), len(text)]
    spans = (Span(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True))
    return tuple(span for span in spans if len(span))
