"""Pages that are no news: programmes, tables and essays, whose lines need not be sentences nor end as such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from verbale.lexicons.signs import sign
from verbale.pages.features import Look

_FIELD = re.compile(r"^([\u4e00-\u9fff][\u4e00-\u9fff ]{0,7})：")
_TIMES, _FIELDS, _SHARE = 3, 20, 0.2  # how often a field comes in a programme, how many lines have one, and which share of all
_FIGURE = 8  # lines between two of the article's from which on they can be a figure, or words set downwards
_LEAST = 15  # article lines from which on a page can be a document: fewer tell too little
_RARE, _SOME, _FEW = 0.1, 0.2, 0.2  # shares: of prose that reports somebody's words, and of lines that are prose
_WIDE, _STEP = 25, 3  # lines so long show where text was broken, as few headlines are; lengths in one step or the next are alike
_END = re.compile(r"[。！？!?…；;”’]$|\.\.\.$")


def is_document(looks: Sequence[Look], article: Sequence[bool]) -> bool:
    """Whether an article is a programme, a table or an essay rather than news.

    Args:
        looks: The lines of the page.
        article: For each line whether it is the article's.

    Returns:
        Whether it is long, and hardly any of its prose reports somebody's words, or was broken at a fixed width.
    """
    lines = [one for one, label in zip(looks, article, strict=True) if label]
    prose = [one for one in lines if one.solid]
    reports = sum("speech" in one.own for one in prose)
    silent = reports <= _RARE * len(prose) or (len(prose) < _FEW * len(lines) and reports <= _SOME * len(prose))
    return len(lines) >= _LEAST and (silent or _has_fixed_width(lines))


def _has_fixed_width(lines: Sequence[Look]) -> bool:
    """Whether many longer lines end within a sentence, most of them at about the same length."""
    cut = Counter(one.length // _STEP for one in lines if one.length >= _WIDE and not _END.search(one.text))
    alike = max((count + cut[width + 1] for width, count in list(cut.items())), default=0)
    return alike >= _LEAST and alike * 2 > cut.total()


def with_programme(labels: Sequence[bool], looks: Sequence[Look]) -> list[bool]:
    """The labels with a page's programme or records, where the page has no article in sentences.

    Args:
        labels: For each line whether it is taken for the article's.
        looks: The lines.

    Returns:
        The labels; the stretch whose lines begin with the same fields again and again (``地点：``, ``主持人：``) is the article's.
    """
    if any(label and one.solid for label, one in zip(labels, looks, strict=True)):
        return list(labels)
    fields = [found[1].replace(" ", "") if (found := _FIELD.match(one.text)) else "" for one in looks]
    times = Counter(field for field in fields if field and not sign("field of a forum").found(field))
    places = [place for place, field in enumerate(fields) if times[field] >= _TIMES]
    if len(places) < _FIELDS or len(places) < _SHARE * (places[-1] - places[0] + 1):
        return list(labels)
    return [label or places[0] <= place <= places[-1] for place, label in enumerate(labels)]


def with_figures(labels: Sequence[bool], looks: Sequence[Look]) -> list[bool]:
    """The labels with the figures inside the article: stretches of lines that are mostly one character.

    Args:
        labels: For each line whether it is taken for the article's.
        looks: The lines.

    Returns:
        The labels with such stretches between two lines of the article added.
    """
    kept, last = list(labels), len(labels)
    for place, label in enumerate(labels):
        if not label:
            continue
        gap = looks[last + 1 : place]
        if len(gap) >= _FIGURE and sum(len(one.text) == 1 for one in gap) * 2 > len(gap):
            kept[last + 1 : place] = [True] * len(gap)
        last = place
    return kept
