"""Fit the table that tells sentences from shuffled words: which kinds of words follow one another more often than by chance.

usage: python -m bench.fit_word_order PAGES_DIR... [--write]
  PAGES_DIR  folders of pages (*.txt) whose sentences are taken to be sound

Prints, cross-validated by pages, the lowest association of a sound page and the highest of the same pages with the words of each sentence
shuffled. With --write the table in src/verbale/lexicons is replaced.

The weight of a pair is its pointwise mutual information (Church and Hanks 1990).
"""

from __future__ import annotations

import argparse
import itertools
import math
import pathlib
import random
from collections import Counter
from collections.abc import Iterable, Sequence

from verbale.language.tagger import tag
from verbale.model import Span
from verbale.pages.article import article_of
from verbale.pages.files import page_from_text
from verbale.pages.lines import label_lines
from verbale.pages.word_order import CLOSED, EDGE, Order, sequences

TABLE = pathlib.Path(__file__).resolve().parent.parent / "src/verbale/lexicons/word_order.tsv"
LEAST = 50  # times that a word of a closed class must be seen to stand for itself
EXPECTED = 1.0  # pairs that chance alone would bring fewer times than this tell nothing by being absent
SMOOTHING = 0.1
WEAK = 0.2
Words = list[tuple[str, str]]


def page_words(file: pathlib.Path) -> list[Words]:
    """The words of each sentence of a page's article, each with its tag."""
    page = page_from_text(file.read_text(encoding="utf-8"))
    labelled = label_lines(page.text)
    article = article_of(page, labelled.lines, labelled.joins)
    found = [sentence for paragraph in article.paragraphs for sentence in paragraph.sentences]
    return sequences(article.text, found, tag(article.text, found))


def shuffled(sentences: Sequence[Words], chance: random.Random) -> list[Words]:
    """The same page with the words of each sentence shuffled, and tagged anew; the last mark stays."""
    texts = []
    for sentence in sentences:
        words = [word for _, word in sentence]
        body = words[:-1]
        chance.shuffle(body)
        texts.append("".join([*body, *words[-1:]]))
    text = "\n".join(texts)
    starts = [sum(len(before) + 1 for before in texts[:place]) for place in range(len(texts))]
    spans = [Span(start, start + len(one)) for start, one in zip(starts, texts, strict=True)]
    return sequences(text, spans, tag(text, spans))


def fit(pages: Iterable[Sequence[Words]]) -> Order:
    """The association of each pair of neighbours that chance alone would bring, or that is seen, often enough."""
    sentences = [sentence for page in pages for sentence in page]
    seen = Counter(word for sentence in sentences for kind, word in sentence if kind in CLOSED)
    words = frozenset(word for word, count in seen.items() if count >= LEAST)
    names = [[EDGE, *Order(words, {}).names(sentence), EDGE] for sentence in sentences]
    pairs = Counter(pair for one in names for pair in itertools.pairwise(one))
    before, after = Counter[str](), Counter[str]()
    for (one, other), count in pairs.items():
        before[one] += count
        after[other] += count
    whole = pairs.total()
    table = {}
    for one, left in before.items():
        for other, right in after.items():
            chance = left * right / whole
            count = pairs[one, other]
            weight = math.log((count + SMOOTHING) / (chance + SMOOTHING))
            if (chance >= EXPECTED or count >= EXPECTED) and abs(weight) >= WEAK:
                table[one, other] = round(weight, 1)
    return Order(words, table)


def main() -> None:
    """Fit, print the figures, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=pathlib.Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    pages = [page_words(file) for folder in chosen.folders for file in sorted(folder.glob("*.txt"))]
    sound, mixed = [], []
    for part in range(5):
        order = fit(page for place, page in enumerate(pages) if place % 5 != part)
        for page in pages[part::5]:
            sound.append(order.association(page))
            mixed.append(order.association(shuffled(page, random.Random(1))))
    lowest = min(one for one in sound if one is not None)
    highest = max(one for one in mixed if one is not None)
    judged = sum(one is not None for one in sound)
    print(f"{judged} of {len(pages)} pages judged: association at least {lowest:.2f} on sound pages, at most {highest:.2f} when shuffled")
    if chosen.write:
        write(fit(pages))


def write(order: Order) -> None:
    """Replace the table."""
    head = (
        "# How much likelier than by chance one kind of word follows another (logarithm).",
        "# Fitted by bench/fit_word_order.py; do not edit by hand.",
        "before\tafter\tweight",
    )
    rows = (f"{one}\t{other}\t{weight}" for (one, other), weight in sorted(order.table.items()))
    TABLE.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
