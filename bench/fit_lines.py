"""Fit the weights that tell article lines from junk, and broken lines from whole ones.

usage: python -m bench.fit_lines LINES_DIR [--gold GOLD_DIR --pages PAGES_ROOT]... [--html HTML_DIR --articles TEXT_DIR] [--write]
  LINES_DIR  files of ``1<TAB>line`` (article) and ``0<TAB>line`` (junk)
  GOLD_DIR   labelled pages (*.json with "page" and "lines") to add
  HTML_DIR   HTML pages, and TEXT_DIR with their articles (same stems): then the weights for HTML are fitted, not those for text

Prints the cross-validated line F1 (pages, not lines, are held out). With --write the tables in src/verbale/lexicons are replaced.
A linear chain is fitted by gradient ascent on its likelihood, with numpy only; the result does not depend on the machine's clock.
"""

from __future__ import annotations

import argparse
import json
import math
import pathlib
import random
from collections import Counter
from collections.abc import Sequence

import numpy

from bench.fit_breaks import break_examples, fit_breaks
from bench.html_pages import Labelled, character_f1, html_pages, kept_text
from bench.lines import Kept, kept_by_us, measured, page_of
from verbale.language.fold import fold
from verbale.model import ARTICLE_KINDS
from verbale.pages.decoding import best_path
from verbale.pages.features import page_features

LEXICONS = pathlib.Path(__file__).resolve().parent.parent / "src/verbale/lexicons"
NEWS = {"reporting prose": 1.0}  # by hand: the training lines are of all kinds of pages, we read news
Page = tuple[str, list[str], list[int]]
Layout = Sequence[Sequence[str]]
PIECE = 300  # lines in which long pages are fitted piece by piece: the fitting takes as long as its longest piece
DIVISIONS = (7, 1, 2)  # seeds by which the pages are divided for validation: one division is a matter of luck
SURE = 40.0  # log odds of a line whose label is known
IGNORED = {"title", "byline"}
CHOSEN = {  # by hand: the training lines have no blank ones between them, and far more breaks than pages have
    "threshold": 0.9,
    "colon of a headline": -3.0,
    "threshold in article": 0.7,
    "threshold for long lines": 0.1,
    "blank style": 2.0,
}


def labelled_lines(folder: pathlib.Path) -> list[Page]:
    """Pages of ``label<TAB>line``."""
    pages = []
    for file in sorted(folder.iterdir()):
        rows = [row for row in file.read_text(encoding="utf-8").split("\n") if row[:2] in {"0\t", "1\t"} and row[2:].strip()]
        pages.append((file.stem, [fold(row[2:]).strip() for row in rows], [int(row[0]) for row in rows]))
    return pages


def gold_pages(folder: pathlib.Path, root: pathlib.Path) -> list[Page]:
    """Labelled pages; titles and bylines count as either (-1), for they are found by rule."""
    pages = []
    for file in sorted(folder.glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        rows = (root / gold["page"]).read_text(encoding="utf-8").split("\n")
        kept = [(row, gold["lines"][str(number)]) for number, row in enumerate(rows, 1) if row.strip()]
        labels = [-1 if kind in IGNORED else int(kind in ARTICLE_KINDS) for _, kind in kept]
        pages.append((file.stem, [fold(row).strip() for row, _ in kept], labels))
    return pages


def made_pages(pages: Sequence[Page]) -> list[Page]:
    """More pages of the same lines, as pages come: the article alone, an excerpt of it, a short one in its own or another's chrome.

    The name of a made page holds the names of the pages it is made of, so that validation can leave it out with them.
    """
    chance, made = random.Random(5), []
    prose = {name: article for name, texts, labels in pages if (article := _prose(texts, labels))}
    for name, texts, labels in pages:
        if article := prose.get(name):
            made.append((f"{name} clean", article, [1] * len(article)))
            made.append((f"{name} cut", [article[0][:20], max(article, key=len)[:90].rstrip("。，") + "..."], [1, 1]))
        if name not in prose or chance.random() < 0.5:
            other = chance.choice(sorted(prose))
            few = prose[other][: chance.randint(3, 9)]
        else:
            other, few = name, prose[name][: chance.randint(2, 5)]
        first = labels.index(1) if 1 in labels else 0
        above = [text for text, label in zip(texts[:first], labels[:first], strict=True) if label == 0]
        below = [text for text, label in zip(texts[first:], labels[first:], strict=True) if label == 0]
        made.append((f"{name} {other} mix", above + few + below, [0] * len(above) + [1] * len(few) + [0] * len(below)))
    return made


def _prose(texts: Sequence[str], labels: Sequence[int]) -> list[str]:
    """The article's lines where most of them are sentences, else nothing."""
    article = [text for text, label in zip(texts, labels, strict=True) if label == 1]
    whole = sum("。" in text for text in article)
    return article if whole >= 3 and whole * 2 > len(article) else []


class Chain:
    """Pages as arrays, and a chain's weights: one a feature, then ``stay`` (``change`` is its negative)."""

    def __init__(self, pages: Sequence[Page], layouts: Sequence[Layout] = (), least: int = 3) -> None:
        self.pages = pages
        self.found = [page_features(texts) for _, texts, _ in pages]
        for found, layout in zip(self.found, layouts, strict=False):
            for line, told in zip(found, layout, strict=True):
                line.extend(told)
        counts = Counter(feature for lines in self.found for line in lines for feature in set(line))
        self.names = sorted(name for name, count in counts.items() if count >= least)
        index = {name: place for place, name in enumerate(self.names)}
        self.active = [[[index[feature] for feature in line if feature in index] for line in lines] for lines in self.found]

    def fit(self, chosen: Sequence[int], penalty: float, rounds: int = 100) -> numpy.ndarray:
        """The weights that make the chosen pages' labels likeliest, less a penalty on their squares."""
        lines = [line for page in chosen for line in self.active[page]]
        columns = numpy.array([column for line in lines for column in line])
        owners = numpy.repeat(numpy.arange(len(lines)), [len(line) for line in lines])
        inside, share = self._pieces(chosen)
        labels = numpy.full(inside.shape, -1)
        labels.T[inside.T] = numpy.concatenate([self.pages[page][2] for page in chosen])
        shares = numpy.repeat(share, inside.sum(axis=0))
        weights, first, second = (numpy.zeros(len(self.names) + 1) for _ in range(3))
        for step in range(1, rounds + 1):
            scores = numpy.zeros(inside.shape)
            scores.T[inside.T] = numpy.bincount(owners, weights[columns], len(lines))
            free, pairs = expected(scores, weights[-1], inside)
            held, kept = expected(numpy.where(labels < 0, scores, numpy.where(labels == 1, SURE, -SURE)), weights[-1], inside)
            slope = -penalty * weights
            slope[:-1] += numpy.bincount(columns, (shares * (held - free).T[inside.T])[owners], len(self.names))
            slope[-1] = share @ (kept - pairs)
            first = 0.9 * first + 0.1 * slope
            second = 0.99 * second + 0.01 * slope**2
            weights = weights + 0.1 * (first / (1 - 0.9**step)) / (numpy.sqrt(second / (1 - 0.99**step)) + 1e-8)
        return weights

    def _pieces(self, chosen: Sequence[int]) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Where lines stand in a table of one column a piece of a page, and how much each piece counts."""
        lengths = [len(self.pages[page][2]) for page in chosen]
        sizes = numpy.array([min(PIECE, length - start) for length in lengths for start in range(0, length, PIECE)])
        share = numpy.concatenate([[1 / (1 + length / 400)] * len(range(0, length, PIECE)) for length in lengths])
        return numpy.arange(sizes.max())[:, None] < sizes[None, :], share

    def labels(self, page: int, weights: numpy.ndarray, lean: float = 0.0) -> list[bool]:
        """The decoded labels of one page."""
        scores = [float(weights[line].sum()) + lean for line in self.active[page]]
        return best_path(scores, float(weights[-1]), -float(weights[-1]))


def expected(scores: numpy.ndarray, stay: float, inside: numpy.ndarray) -> tuple[numpy.ndarray, numpy.ndarray]:
    """The chance of article for each line (rows) of each page (columns), and each page's expected equal minus unequal neighbours."""
    equal, unequal = math.exp(stay), math.exp(-stay)
    forward, behind = numpy.empty(scores.shape), numpy.zeros(scores.shape)

    def step(odds: numpy.ndarray) -> numpy.ndarray:
        grown = numpy.exp(numpy.clip(odds, -SURE, SURE))
        passed: numpy.ndarray = numpy.log((grown * equal + unequal) / (grown * unequal + equal))
        return passed

    forward[0] = scores[0]
    for place in range(1, len(scores)):
        forward[place] = scores[place] + step(forward[place - 1])
    for place in range(len(scores) - 2, -1, -1):
        behind[place] = numpy.where(inside[place + 1], step(scores[place + 1] + behind[place + 1]), 0)
    limit = 2 * SURE
    chance = 1 / (1 + numpy.exp(-numpy.clip(forward + behind, -limit, limit)))
    before = numpy.exp(numpy.clip(forward[:-1], -limit, limit))
    after = numpy.exp(numpy.clip((scores + behind)[1:], -limit, limit))
    same, other = equal * (1 + before * after), unequal * (before + after)
    return chance, ((same - other) / (same + other) * inside[1:]).sum(axis=0)


def f1(pairs: Sequence[tuple[int, bool]]) -> float:
    """F1 of article lines; lines of either label are left out."""
    hit = sum(gold == 1 and got for gold, got in pairs)
    return 2 * hit / max(1, sum(gold == 1 for gold, _ in pairs) + sum(got for gold, got in pairs if gold >= 0))


def validate(chain: Chain, chosen: argparse.Namespace, seed: int, parts: int = 5) -> str:
    """Figures of the chain alone and of the whole way over the stripped pages, each page labelled by weights fitted without it."""
    labelled = [page_of(file.stem, file.read_text(encoding="utf-8")) for file in sorted(chosen.lines.iterdir())]
    order = list(range(len(labelled)))
    random.Random(seed).shuffle(order)
    pairs: list[tuple[int, bool]] = []
    kept: dict[int, Kept] = {}
    for part in range(parts):
        out = set(order[part::parts])
        names = {labelled[page].name for page in out}
        weights = chain.fit([page for page, (name, _, _) in enumerate(chain.pages) if names.isdisjoint(name.split(" "))], chosen.penalty)
        for page in out:
            pairs += zip(chain.pages[page][2], chain.labels(page, weights), strict=True)
            kept[page] = kept_by_us(labelled[page].texts, named(chain, weights))
    return f"chain alone F1 {f1(pairs):.3f}; whole way {measured(labelled, [kept[page] for page in sorted(kept)])}"


def write(name: str, title: str, table: dict[str, float]) -> None:
    """Write one table, features in order, small weights left out."""
    rows = [f"{feature}\t{weight:.3f}" for feature, weight in sorted(table.items()) if abs(weight) >= 0.01]
    (LEXICONS / name).write_text(
        f"# {title}\n# Fitted by bench/fit_lines.py; do not edit by hand.\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )


def main() -> None:
    """Fit, print the figures, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=pathlib.Path)
    parser.add_argument("--gold", type=pathlib.Path, action="append", default=[])
    parser.add_argument("--pages", type=pathlib.Path)
    parser.add_argument("--penalty", type=float, help="1 by default, 3 for HTML")
    parser.add_argument("--skip-validation", action="store_true")
    parser.add_argument("--breaks-only", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--html", type=pathlib.Path)
    parser.add_argument("--articles", type=pathlib.Path)
    chosen = parser.parse_args()
    chosen.penalty = chosen.penalty or (3.0 if chosen.html else 1.0)
    if chosen.html:
        fit_html(html_pages(chosen.html, chosen.articles), chosen)
        return
    pages = labelled_lines(chosen.lines)
    if not chosen.breaks_only:
        fit_kept(pages, chosen)
    breaks = fit_breaks(break_examples(pages))
    if chosen.write:
        write("break_weights.tsv", "How much each feature of a line break speaks for a broken line (positive).", breaks | CHOSEN)


def fit_html(labelled: Sequence[Labelled], chosen: argparse.Namespace) -> None:
    """Fit, validate and write the weights of lines of HTML pages."""
    chain = Chain([(page.name, page.texts, page.labels) for page in labelled], [page.layout for page in labelled])
    if not chosen.skip_validation:
        lines, characters = validate_html(chain, labelled, chosen)
        print(f"cross-validated over {len(labelled)} HTML pages: line F1 {lines:.3f}, character F1 of the kept lines {characters:.3f}")
    if chosen.write:
        title = "How much each feature of a line of an HTML page speaks for article (positive) or junk (negative)."
        write("html_weights.tsv", title, named(chain, chain.fit(range(len(labelled)), chosen.penalty)))


def validate_html(chain: Chain, labelled: Sequence[Labelled], chosen: argparse.Namespace, parts: int = 5) -> tuple[float, float]:
    """Line F1 of the chain, and character F1 of what the whole stage keeps, each page labelled by weights fitted without it."""
    order = list(range(len(labelled)))
    random.Random(7).shuffle(order)
    pairs: list[tuple[int, bool]] = []
    scores = []
    for part in range(parts):
        out = order[part::parts]
        weights = chain.fit([page for page in order if page not in out], chosen.penalty)
        for page in out:
            one = labelled[page]
            pairs += zip(one.labels, chain.labels(page, weights), strict=True)
            kept = kept_text(chosen.html / one.file, named(chain, weights))
            scores.append(character_f1((chosen.articles / f"{one.name}.txt").read_text(encoding="utf-8"), kept))
    return f1(pairs), sum(scores) / len(scores)


def named(chain: Chain, weights: numpy.ndarray) -> dict[str, float]:
    """A chain's weights by the names of its features."""
    stay = float(weights[-1])
    return dict(zip(chain.names, weights[:-1].tolist(), strict=True)) | {"stay": stay, "change": -stay} | NEWS


def fit_kept(labelled: Sequence[Page], chosen: argparse.Namespace) -> None:
    """Fit, validate and write the weights of lines."""
    known = [*labelled, *(page for folder in chosen.gold for page in gold_pages(folder, chosen.pages))]
    held, pages = range(len(labelled)), [*known, *made_pages(known)]
    chain = Chain(pages)
    if not chosen.skip_validation:
        for seed in DIVISIONS:
            print(f"cross-validated over {len(held)} pages, division {seed}: {validate(chain, chosen, seed)}", flush=True)
    weights = chain.fit(range(len(pages)), chosen.penalty)
    fitted = [pair for page in held for pair in zip(pages[page][2], chain.labels(page, weights), strict=True)]
    print(f"line F1 on the fitted pages: {f1(fitted):.3f}")
    if chosen.write:
        title = "How much each feature of a line speaks for article (positive) or junk (negative)."
        write("line_weights.tsv", title, named(chain, weights))


if __name__ == "__main__":
    main()
