"""The text of a page as HTML: coloured, numbered lines, the junk grey and folded away."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from verbale.brief.entries import Entry
from verbale.brief.lines import lines_of, numbers_of
from verbale.brief.markup import element, escape, token, word
from verbale.brief.segments import Mark, Segment, layer_marks, marks_by_line, segments
from verbale.model import ARTICLE_KINDS, Line, Record

_JUNK_SHOWN = 3


def page_text(record: Record, keyed: Mapping[str, Entry], page_key: str) -> str:
    """The text of one page as HTML.

    Args:
        record: The record; its lines, or the whole text as lines where none are labelled.
        keyed: Its entries by their keys.
        page_key: What the page's keys begin with.

    Returns:
        HTML in which every character of every line stands, in order.
    """
    lines = lines_of(record)
    marks = [*layer_marks(record), *(Mark(span, "", key) for key, entry in keyed.items() for span in entry.spans)]
    by_line = marks_by_line([line.span for line in lines], marks)
    numbers = numbers_of(record.page.text, lines)
    written = [(line, _line(record, line, number, found, page_key)) for line, number, found in zip(lines, numbers, by_line, strict=True)]
    return "".join(_folded(written))


def _line(record: Record, line: Line, number: int | None, marks: Sequence[Mark], page_key: str) -> str:
    anchor = f"{page_key}-line{number}" if number else None
    link = element("a", str(number or ""), class_="number", href=f"#{anchor}" if anchor else None, title=line.kind)
    name = {"title": "h3", "subheading": "h4"}.get(line.kind, "p")
    words = "".join(_segment(record.page.text, segment) for segment in segments(line.span, marks))
    return element(name, link + element("span", words, class_="words"), id=anchor, class_=f"line {line.kind}")


def _segment(text: str, segment: Segment) -> str:
    words = escape(text[segment.span.start : segment.span.end])
    if not segment.marks:
        return words
    layers = dict.fromkeys(mark.layer for mark in segment.marks if mark.layer)
    entries = dict.fromkeys(mark.entry for mark in segment.marks if mark.entry)
    title = "; ".join(dict.fromkeys(mark.title for mark in segment.marks if mark.title))
    parties = " ".join(dict.fromkeys(token(party) for mark in segment.marks for party in mark.parties))
    return element(
        "span",
        words,
        class_=" ".join(layers) or None,
        data_records=" ".join(entries) or None,
        data_parties=parties or None,
        title=title or None,
    )


def _folded(written: Sequence[tuple[Line, str]]) -> Iterator[str]:
    """Long runs of junk go into a part that opens on demand."""
    for is_junk, run in itertools.groupby(written, key=lambda pair: pair[0].kind not in ARTICLE_KINDS):
        lines = [line for _, line in run]
        content = "".join(lines)
        if is_junk and len(lines) > _JUNK_SHOWN:
            summary = element("summary", f"{len(lines)} {word('words', 'left_out')}")
            content = element("details", summary + content, class_="junk")
        elif is_junk:
            content = element("div", content, class_="junk")
        yield content
