"""Every line of a page: article or junk, and of which kind; which lines a break has cut; and whether there is an article at all."""

from __future__ import annotations

import itertools
import re

import msgspec

from verbale.language.fold import fold
from verbale.language.sentences import trim
from verbale.model import ARTICLE_KINDS, Line, LineKind, Span
from verbale.pages.breaks import broken
from verbale.pages.decoding import decode
from verbale.pages.kinds import kinds_of
from verbale.pages.verdict import verdict_of

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_JOINED_KINDS = frozenset({"lead", "paragraph", "caption"})


class Labelled(msgspec.Struct, frozen=True):
    """The lines of a page.

    Attributes:
        lines: Every non-blank line in order; its span leaves out line breaks and white space at its ends.
        joins: Positions in ``lines`` of article lines that go on in the next line.
        verdict: Why the page holds no article, in words; ``None`` where it holds one.
    """

    lines: tuple[Line, ...]
    joins: tuple[int, ...] = ()
    verdict: str | None = None


def label_lines(text: str) -> Labelled:
    """Label every line of a page.

    Args:
        text: The page's text as it is.

    Returns:
        Its lines with their kinds, the joins and the verdict; where there is no article, no line has an article's kind.
    """
    spans = tuple(span for found in _LINE.finditer(text) if len(span := trim(text, Span(found.start(), found.end()))))
    folded = fold(text)
    texts = [folded[span.start : span.end] for span in spans]
    goes_on = _breaks(folded, spans, texts)
    groups = _groups(goes_on)
    whole = ["".join(texts[place] for place in group) for group in groups]
    kinds = kinds_of(whole, decode(whole))
    verdict = verdict_of(whole, kinds)
    lines = tuple(Line(spans[place], kind) for group, kind in zip(groups, kinds, strict=True) for place in group)
    joins = tuple(place for place, line in enumerate(lines) if goes_on[place] and line.kind in _JOINED_KINDS)
    return Labelled(lines, joins, verdict)


def _breaks(folded: str, spans: tuple[Span, ...], texts: list[str]) -> list[bool]:
    """For each line, whether it goes on in the next."""
    gaps = [folded.count("\n", one.end, other.start) for one, other in itertools.pairwise(spans)]
    blank_style = len(gaps) > 3 and sum(gap > 1 for gap in gaps) * 2 > len(gaps)
    goes_on = [gap < 2 and broken(one, other, folded, blank_style) for gap, one, other in zip(gaps, texts, texts[1:], strict=False)]
    return [*goes_on, False] if spans else []


def _groups(goes_on: list[bool]) -> list[list[int]]:
    """Positions of lines that belong together, in order."""
    groups: list[list[int]] = []
    joined = False
    for place, more in enumerate(goes_on):
        if joined:
            groups[-1].append(place)
        else:
            groups.append([place])
        joined = more
    return groups


def has_article(kinds: list[LineKind]) -> bool:
    """Whether any line is one of an article."""
    return any(kind in ARTICLE_KINDS for kind in kinds)
