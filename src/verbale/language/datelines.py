"""Datelines: the words at the head of a wire story that name agency, place and day (``新华社北京12月8日电``)."""

from __future__ import annotations

import re

from verbale.model import Span

_DATELINE = re.compile(
    r"\s*[（【(]?(?!另?据|根据|对于|针对)[^，。：；、“”\n]{0,16}?(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日"
    r"(?:综合外电|综合外媒|综合|专|特稿|外)?(?:(?:报道|报导|消息)(?![，说称指])|电|讯)(?:[（(][^（）()]{0,24}[）)])?[）】)]?[\s\u3000]*"
)
_PLACES_ONLY = re.compile(r"\s*[（(][^（）()，。]{2,20}(?:电|讯|综合电|综合报道|综合报导)[）)]\s*")


def dateline_of(text: str, paragraph: Span) -> Span | None:
    """The dateline with which a paragraph begins.

    Args:
        text: Folded text.
        paragraph: The paragraph, in code points of ``text``.

    Returns:
        The dateline with the white space after it, or ``None``.
    """
    found = _DATELINE.match(text, paragraph.start, paragraph.end) or _PLACES_ONLY.match(text, paragraph.start, paragraph.end)
    return Span(*found.span()) if found else None
