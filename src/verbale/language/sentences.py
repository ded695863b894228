"""Sentences: a paragraph is cut after 。！？ (and …… at its end), never inside quotation marks or brackets that close."""

from __future__ import annotations

import itertools
import re

from verbale.lexicons.signs import sign
from verbale.model import Span

_ENDS = "。！？!?"
_OPEN = {"“": "”", "‘": "’", "（": "）", "《": "》"}
_LONGEST_QUOTATION = 600
# Whose report it is: it opens the paragraph and is no part of what the first sentence says; its day, if any, is the sentence's.
_HEAD = re.compile(
    r"\s*(?![^）】\]]{0,40}[0-9]日)(?:（[^（）。！？\n]{2,40}）|【[^【】。！？\n]{2,40}】|\[[^\[\]。！？\n]{2,40}\])(?=\s*\w)"
)


def _closing(text: str, start: int, end: int) -> int:
    """Where the mark opened at ``start`` is closed, or -1 (a mark that never closes encloses nothing)."""
    opened, closed = text[start], _OPEN[text[start]]
    depth = 0
    for place in range(start, min(end, start + _LONGEST_QUOTATION)):
        depth += (text[place] == opened) - (text[place] == closed)
        if depth == 0:
            return place
    return -1


def sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of one paragraph.

    A quotation that ends with 。 before its closing mark ends the sentence when it does not begin in mid-sentence or when the words
    before it end with a colon or comma; the closing mark belongs to the sentence. Words in brackets at the head of the paragraph
    stand alone.

    Args:
        text: Folded text (see :mod:`verbale.language.fold`).
        within: The paragraph, in code points of ``text``.

    Returns:
        Spans in order, white space at their ends left out, none empty.
    """
    head = _HEAD.match(text, within.start, within.end)
    place = head.end() if head else within.start
    cuts = list(dict.fromkeys([within.start, place]))
    while place < within.end:
        char = text[place]
        if char in _OPEN:
            close = _closing(text, place, within.end)
            if close > 0:
                place = close
                if text[close] in "”’" and close > within.start and text[close - 1] in _ENDS and not _runs_on(text, close + 1, within.end):
                    cuts.append(close + 1)
        elif char in _ENDS:
            while place + 1 < within.end and text[place + 1] in _ENDS + "”’）":
                place += 1
            cuts.append(place + 1)
        place += 1
    cuts.append(within.end)
    spans = (trim(text, Span(a, b)) for a, b in itertools.pairwise(cuts))
    return tuple(span for span in spans if len(span))


def _runs_on(text: str, place: int, end: int) -> bool:
    """Whether the sentence goes on after a quotation that ended in a full stop (``“……。”他说``)."""
    rest = text[place:end].lstrip()
    told = sign("word of speaking").found(rest, 0, 20) or sign("closes a quotation").found(rest)
    told = told or sign("closes a quotation from afar").found(rest)
    return bool(told) and rest[0] not in "“‘（" and "“" not in rest[:4]


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends (empty at its start where it holds nothing else)."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
