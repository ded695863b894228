"""Whether prose lines tell two stories that share no words, as when another article or readers' letters follow the page's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from verbale.pages.features import Look

_MOST_STORIES = 3  # a change of story is looked for so often at most
_LEAST_LINES = 3  # on either side: fewer lines share too few words even within one story
_TERMS = 0.12  # of the terms (pairs of characters in two lines or more) of a side, the share that one story's sides have in common
_PAIRS = 0.075  # the same of all pairs


def own_story(lines: Sequence[Look]) -> tuple[int, int]:
    """The part of the prose that is the page's own story.

    Args:
        lines: The prose lines in order.

    Returns:
        Positions from and to (half open). All lines where they tell one story; else the lines before the change, or those after it
        where only they report somebody's words.
    """
    first, end = 0, len(lines)
    for _ in range(_MOST_STORIES):
        change = _change(lines[first:end])
        if change is None:
            break
        change += first
        reports = [any("speech" in one.own for one in part) for part in (lines[first:change], lines[change:end])]
        first, end = (change, end) if reports == [False, True] else (first, change)
    return first, end


def _change(lines: Sequence[Look]) -> int | None:
    """The line at which the words change most, or ``None`` where they do not change enough."""
    if len(lines) < 2 * _LEAST_LINES:
        return None
    places: dict[str, list[int]] = {}
    for place, one in enumerate(lines):
        for pair in one.pairs:
            places.setdefault(pair, []).append(place)
    cuts = range(_LEAST_LINES, len(lines) - _LEAST_LINES + 1)
    terms, pairs = _shared_terms(places, len(lines)), _shared_pairs(places, len(lines))
    found = [cut for cut in cuts if terms[cut] < _TERMS and pairs[cut] < _PAIRS]
    return min(found, key=lambda cut: (terms[cut], pairs[cut]), default=None)


def _shared_terms(places: dict[str, list[int]], count: int) -> list[float]:
    """For each cut, how many of the terms of the two sides stand on the other side as well."""
    terms, shared = [0] * (count + 2), [0] * (count + 2)
    for found in places.values():
        if len(found) < 2:
            continue
        first, second, before_last, last = found[0], found[1], found[-2], found[-1]
        terms[second + 1] += 1  # a term of the side above from the cut after its second line on
        terms[0] += 1  # a term of the side below up to its last line but one
        terms[before_last + 1] -= 1
        for start, end in ((second + 1, last + 1), (first + 1, before_last + 1)):
            if start < end:
                shared[start] += 1
                shared[end] -= 1
    return [both / all_of_them if all_of_them else 1.0 for both, all_of_them in zip(accumulate(shared), accumulate(terms), strict=True)]


def _shared_pairs(places: dict[str, list[int]], count: int) -> list[float]:
    """For each cut, the share of the poorer side's pairs that stand on the other side."""
    above, below, both = ([0] * (count + 2) for _ in range(3))
    for found in places.values():
        above[found[0] + 1] += 1
        below[0] += 1
        below[found[-1] + 1] -= 1
        both[found[0] + 1] += 1
        both[found[-1] + 1] -= 1
    sums = zip(accumulate(both), accumulate(above), accumulate(below), strict=True)
    return [shared / min(one, other) if one and other else 1.0 for shared, one, other in sums]
