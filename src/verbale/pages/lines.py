"""Every line of a page: article or junk, and of which kind; which lines a break has cut; and whether there is an article at all."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

import msgspec

from verbale.language.fold import fold
from verbale.language.sentences import trim
from verbale.model import Line, Page, Span
from verbale.pages.breaks import broken, limit
from verbale.pages.chinese import foreign
from verbale.pages.decoding import decode
from verbale.pages.html import HtmlPage
from verbale.pages.kinds import kinds_of
from verbale.pages.verdict import incomplete, verdict_of

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SEARCHED = 50_000  # characters in which the words at a line break are looked up: more than any article has
_JOINED_KINDS = frozenset({"lead", "paragraph", "caption"})


class Labelled(msgspec.Struct, frozen=True):
    """The lines of a page.

    Attributes:
        lines: Every non-blank line in order; its span leaves out line breaks and white space at its ends.
        joins: Positions in ``lines`` of article lines that go on in the next line.
        verdict: Why the page holds no article, in words; ``None`` where it holds one.
        warnings: What is wrong with the article, in words.
    """

    lines: tuple[Line, ...]
    joins: tuple[int, ...] = ()
    verdict: str | None = None
    warnings: tuple[str, ...] = ()


def label_page(page: Page) -> Labelled:
    """Label every line of a page.

    Args:
        page: The page; one that was HTML brings what its layout tells.

    Returns:
        As :func:`label_lines`.
    """
    return label_lines(page.text, page.layout if isinstance(page, HtmlPage) else ())


def label_lines(text: str, layout: Sequence[Sequence[str]] = (), table: Mapping[str, float] | None = None) -> Labelled:
    """Label every line of a text.

    Args:
        text: The page's text as it is.
        layout: For each line that is not blank what the layout of its HTML page tells of it; empty for a page that was text.
        table: Weights other than the committed ones, to measure them.

    Returns:
        Its lines with their kinds, the joins and the verdict; where there is no article, no line has an article's kind.
    """
    spans = tuple(span for found in _LINE.finditer(text) if len(span := trim(text, Span(found.start(), found.end()))))
    if reason := foreign(text):
        return Labelled(tuple(Line(span, "teaser") for span in spans), verdict=f"no article: {reason}")
    folded = fold(text)
    texts = [folded[span.start : span.end] for span in spans]
    chances = _breaks(folded, spans, texts)
    goes_on = [chance > limit(line, False) for chance, line in zip(chances, texts, strict=True)]
    groups = _groups(goes_on)
    whole = ["".join(texts[place] for place in group) for group in groups]
    article = decode(whole, _first_of(groups, layout), table)
    # Between two lines of the article a break is believed sooner than among links.
    inside = {group[-1] for group, one, other in zip(groups, article, article[1:], strict=False) if one and other}
    goes_on = _more_breaks(texts, chances, goes_on, inside)
    article = [label for group, label in zip(groups, article, strict=True) if not goes_on[group[-1]]]
    groups = _groups(goes_on)
    whole = ["".join(texts[place] for place in group) for group in groups]
    kinds = kinds_of(whole, article, _first_of(groups, layout))
    verdict = verdict_of(whole, kinds)
    lines = tuple(Line(spans[place], kind) for group, kind in zip(groups, kinds, strict=True) for place in group)
    joins = tuple(place for place, line in enumerate(lines) if goes_on[place] and line.kind in _JOINED_KINDS)
    part = incomplete(whole, kinds)
    return Labelled(lines, joins, verdict, (part,) if part and not verdict else ())


def _first_of(groups: list[list[int]], layout: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The layout of each group's first line."""
    return [layout[group[0]] for group in groups] if layout else ()


def _breaks(folded: str, spans: tuple[Span, ...], texts: list[str]) -> list[float]:
    """For each line, how likely it goes on in the next."""
    gaps = [folded.count("\n", one.end, other.start) for one, other in itertools.pairwise(spans)]
    words = folded[:_SEARCHED]
    blank_style = len(gaps) > 3 and sum(gap > 1 for gap in gaps) * 2 > len(gaps)
    chances = [broken(one, other, words, blank_style) if gap < 2 else 0.0 for gap, one, other in zip(gaps, texts, texts[1:], strict=False)]
    return [*chances, 0.0] if spans else []


def _more_breaks(texts: list[str], chances: list[float], goes_on: list[bool], inside: set[int]) -> list[bool]:
    """The breaks again, now that the article's lines are known; what is joined already is weighed as one line."""
    found: list[bool] = []
    so_far = ""
    for place, text in enumerate(texts):
        so_far += text
        found.append(goes_on[place] or (place in inside and chances[place] > limit(so_far, True)))
        so_far = so_far if found[-1] else ""
    return found


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
