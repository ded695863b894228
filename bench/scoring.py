"""Records scored against labels with the shared scorer, and tables of the scores."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from bench.scorers import score
from bench.sets import Labelled
from verbale.model import Page
from verbale.reading import read_opened

JUNK = "records from junk lines"  # the one measure that has only extras
Scores = dict[str, list[int]]  # measure -> right, extra, missed


def record_of(page: Labelled, *, told: bool = True) -> dict[str, Any]:
    """Read one page into the record that users get as JSON.

    Args:
        page: The page.
        told: Whether the day it came out is told, where a table knows it.

    Returns:
        The record, as read back from JSON.
    """
    opened = Page(id=page.name, source=f"{page.name}.txt", sha256="", text=page.text)
    record = read_opened(opened, page.published if told else None)
    read: dict[str, Any] = json.loads(msgspec.json.encode(record))
    return read


def scores_of(pages: Sequence[Labelled], *, told: bool = True, say: Callable[[str], None] | None = None) -> Scores:
    """Read and score pages, all together.

    Args:
        pages: Labelled pages.
        told: As for :func:`record_of`.
        say: Called with each miss and each extra in words.

    Returns:
        For each measure how many were right, extra and missed.
    """
    return score_records(pages, [record_of(page, told=told) for page in pages], say=say)


def score_records(pages: Sequence[Labelled], records: Sequence[dict[str, Any]], *, say: Callable[[str], None] | None = None) -> Scores:
    """Score records that were read before, all together.

    Args:
        pages: Labelled pages.
        records: The record of each, in the same order.
        say: As for :func:`scores_of`.

    Returns:
        As :func:`scores_of`.
    """
    tally = score.Tally()
    for page, record in zip(pages, records, strict=True):
        found: list[str] = []
        score.score_page(page.gold, record, page.text, tally, found.append)
        if say:
            for words in found:
                say(f"{page.name}: {words}")
    return dict(tally)


def ratios(right: int, extra: int, missed: int) -> tuple[float, float, float]:
    """Precision, recall and F1.

    Args:
        right: How many were right.
        extra: How many were found that are not in the labels.
        missed: How many labels were not found.

    Returns:
        The three, from 0 to 1; 0 where there is nothing to divide by.
    """
    precision = right / (right + extra) if right + extra else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def table(columns: Mapping[str, Scores]) -> str:
    """F1 of several sets side by side.

    Args:
        columns: The name of each set, and its scores.

    Returns:
        One line a measure; ``-`` where a set has nothing to measure it on.
    """
    names = list(dict.fromkeys(name for scores in columns.values() for name in scores))
    lines = [f"{'F1':36}" + "".join(f"{name:>12}" for name in columns)]
    for name in names:
        cells = [scores.get(name) for scores in columns.values()]
        lines.append(f"{name:36}" + "".join(f"{_cell(name, cell):>12}" for cell in cells))
    return "\n".join(lines)


def _cell(name: str, counts: list[int] | None) -> str:
    if name == JUNK:
        return f"{counts[1] if counts else 0} in all"
    return f"{ratios(*counts)[2]:.3f}" if counts and any(counts) else "-"


def detail(scores: Scores) -> str:
    """Precision, recall, F1 and the counts of one set.

    Args:
        scores: Its scores.

    Returns:
        One line a measure.
    """
    lines = [f"{'':36}{'P':>7}{'R':>7}{'F1':>7}{'right':>7}{'extra':>7}{'missed':>7}"]
    for name, counts in scores.items():
        lines.append(f"{name:36}" + "".join(f"{part:7.3f}" for part in ratios(*counts)) + "".join(f"{count:7}" for count in counts))
    return "\n".join(lines)
