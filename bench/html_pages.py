"""HTML pages with their articles' texts, as lines with labels."""

from __future__ import annotations

import pathlib
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bench.scorers import score_pages
from verbale.language.fold import fold
from verbale.model import ARTICLE_KINDS
from verbale.pages.files import page_from_bytes
from verbale.pages.html import HtmlPage
from verbale.pages.lines import label_lines

_MARKUP = re.compile(r"[\s#*_`>\-|]+")
_SHORT = 12
_OWN = 0.75  # of a line's runs of four characters, the share that the article's text holds


class Labelled(NamedTuple):
    """One page: its name and file, its folded lines, 1 for each of the article and 0 for each other, and what the layout tells of each."""

    name: str
    file: str
    texts: list[str]
    labels: list[int]
    layout: Sequence[Sequence[str]] = ()


def html_pages(folder: pathlib.Path, gold: pathlib.Path) -> list[Labelled]:
    """The labelled HTML pages of a folder.

    Args:
        folder: HTML files.
        gold: Text files of the same stems with the articles.

    Returns:
        The pages in the order of their names.
    """
    pages = []
    for file in sorted(folder.iterdir()):
        page = page_from_bytes(file.read_bytes(), file.name)
        texts = [fold(line).strip() for line in page.text.split("\n") if line]
        labels = aligned(texts, fold((gold / f"{file.stem}.txt").read_text(encoding="utf-8")))
        pages.append(Labelled(file.stem, file.name, texts, labels, page.layout if isinstance(page, HtmlPage) else ()))
    return pages


def kept_text(file: pathlib.Path, table: Mapping[str, float] | None = None) -> str:
    """What we take for the article of a page: its lines without title and byline, which the articles' texts leave out as well.

    Args:
        file: An HTML page.
        table: Weights other than the committed ones.

    Returns:
        The lines, each ending in a line break.
    """
    page = page_from_bytes(file.read_bytes(), file.name)
    labelled = label_lines(page.text, page.layout if isinstance(page, HtmlPage) else (), table)
    body = ARTICLE_KINDS - {"title", "byline"}
    return "".join(f"{page.text[line.span.start : line.span.end]}\n" for line in labelled.lines if line.kind in body)


def character_f1(article: str, kept: str) -> float:
    """F1 of the runs of four characters of a text.

    Args:
        article: What is right.
        kept: What was found.

    Returns:
        From 0 to 1.
    """
    return float(score_pages.prf(score_pages.grams(article), score_pages.grams(kept) if kept.strip() else Counter())[2])


def aligned(texts: Sequence[str], article: str) -> list[int]:
    """Which lines an article's text holds: long lines by their words, short ones where they stand among them.

    Args:
        texts: The page's folded lines.
        article: The article's folded text.

    Returns:
        1 or 0 for each line.
    """
    words = _plain(article)
    known, whole = set(_fours(words)), {_plain(line) for line in article.split("\n")}
    plain = [_plain(text) for text in texts]
    sure = [len(text) >= _SHORT and sum(run in known for run in _fours(text)) > _OWN * len(_fours(text)) for text in plain]
    places = [place for place, found in enumerate(sure) if found]
    return [int(found or (bool(places) and _among(place, plain[place], words, whole, places))) for place, found in enumerate(sure)]


def _among(place: int, text: str, words: str, whole: set[str], sure: Sequence[int]) -> bool:
    if not text or len(text) >= _SHORT or text not in words:
        return False
    near = any(abs(place - other) <= 3 for other in sure)
    return (text in whole and sure[0] - 3 <= place <= sure[-1] + 3) or (len(text) >= 4 and near and sure[0] < place < sure[-1])


def _plain(text: str) -> str:
    return _MARKUP.sub("", unicodedata.normalize("NFKC", text))


def _fours(text: str) -> list[str]:
    return [text[place : place + 4] for place in range(max(1, len(text) - 3))]
