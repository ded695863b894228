"""The weights that tell broken lines from whole ones; :mod:`bench.fit_lines` writes them."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Sequence

import numpy

from verbale.pages.breaks import break_features, is_ideograph

Page = tuple[str, list[str], list[int]]


def break_examples(pages: Sequence[Page]) -> list[tuple[int, list[str]]]:
    """Breaks made at random in paragraphs (1) and line breaks as they stand after lines without final punctuation (0)."""
    chance, examples = random.Random(11), []
    for _, texts, labels in pages:
        page = "\n".join(texts)
        for before, after in itertools.pairwise(texts):
            found = break_features(before, after, page, False)
            if found is not None and "。" not in before and len(before) < 60:  # else a line that is likely broken itself
                examples.append((0, found))
        for text, label in zip(texts, labels, strict=True):
            places = [i for i in range(8, len(text) - 8) if is_ideograph(text[i]) and is_ideograph(text[i - 1])]
            if label == 1 and len(text) > 40 and text[-1] in "。”" and places:
                place = chance.choice(places)
                cut = page.replace(text, f"{text[:place]}\n{text[place:]}", 1)
                found = break_features(text[:place], text[place:], cut, False)
                if found is not None:
                    examples.append((1, found))
    return examples


def fit_breaks(examples: Sequence[tuple[int, list[str]]], penalty: float = 1.0, rounds: int = 300) -> dict[str, float]:
    """Logistic regression on the features of line breaks."""
    counts = Counter(feature for _, found in examples for feature in found)
    names = sorted(name for name, count in counts.items() if count >= 8)
    index = {name: place for place, name in enumerate(names)}
    rows = numpy.zeros((len(examples), len(names)))
    gold = numpy.array([label for label, _ in examples])
    for place, (_, found) in enumerate(examples):
        rows[place, [index[feature] for feature in found if feature in index]] = 1
    weights, first, second = (numpy.zeros(len(names)) for _ in range(3))
    for step in range(1, rounds + 1):
        slope = rows.T @ (gold - 1 / (1 + numpy.exp(-rows @ weights))) - penalty * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights = weights + 0.1 * (first / (1 - 0.9**step)) / (numpy.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return dict(zip(names, weights.tolist(), strict=True))
