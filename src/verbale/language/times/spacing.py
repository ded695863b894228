"""Spaces inside times (9 月 18 日, 上 周五): left out while reading, put back into the spans."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from verbale.language.times.symbols import SymbolicTime
from verbale.model import Span

_IDEOGRAPH = "\u3400-\u9fff〇"
# Between figures a space parts two numbers; between words and figures it parts nothing.
_SPACE = re.compile(rf"(?<=[{_IDEOGRAPH}（）])[ ]{{1,2}}(?=[{_IDEOGRAPH}（）\d])|(?<=\d)[ ]{{1,2}}(?=[{_IDEOGRAPH}（）])")


def squeezed(text: str) -> tuple[str, Sequence[int]]:
    """The text without the spaces that part nothing.

    Args:
        text: Folded text.

    Returns:
        The shorter text, and for each of its characters the place in ``text``, in code points.
    """
    if _SPACE.search(text) is None:
        return text, range(len(text))
    gaps = {place for found in _SPACE.finditer(text) for place in range(*found.span())}
    places = [place for place in range(len(text)) if place not in gaps]
    return "".join(text[place] for place in places), places


def restored(time: SymbolicTime, places: Sequence[int]) -> SymbolicTime:
    """A time of the squeezed text with the spans of the text as it was.

    Args:
        time: A time that was read in the shorter text.
        places: What :func:`squeezed` gave.

    Returns:
        The same time, spans in code points of the whole text.
    """
    span = Span(places[time.span.start], places[time.span.end - 1] + 1)
    return msgspec.structs.replace(time, span=span, members=tuple(restored(member, places) for member in time.members))
