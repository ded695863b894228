"""Fitted weights, read from the lexicons' tables (``bench/fit_lines.py`` writes them)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from importlib import resources

from verbale.errors import LexiconError


@functools.lru_cache(maxsize=4)
def weights(name: str) -> Mapping[str, float]:
    """One table of weights.

    Args:
        name: The file's name in ``lexicons/``: a feature, a tab and its weight a line; lines with ``#`` say what the table is.

    Returns:
        The weight of each feature.

    Raises:
        LexiconError: A line is not a feature and a number.
    """
    table: dict[str, float] = {}
    lines = resources.files("verbale.lexicons").joinpath(name).read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("# "):
            continue
        feature, _, weight = line.partition("\t")
        try:
            table[feature] = float(weight)
        except ValueError as fault:
            raise LexiconError(f"{name}, line {number}: {line!r} is not a feature, a tab and a number") from fault
    return table


def total(table: Mapping[str, float], features: Iterable[str]) -> float:
    """The sum of the weights of the features that are there (an unknown feature weighs nothing)."""
    return sum(table.get(feature, 0.0) for feature in features)
