"""Other programs that find articles in HTML, on the same pages in the same run; those that are not installed are left out.

They are in requirements/bench.in: ``pip install -r requirements/bench.in``. Verbale itself needs none of them.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.html_pages import character_f1

Extractor = Callable[[str], str]
_TAGS = re.compile(r"<[^>]*>")


def _trafilatura(module: Any) -> Extractor:
    return lambda html: module.extract(html, include_comments=False) or ""


def _resiliparse(module: Any) -> Extractor:
    return lambda html: str(module.extract_plain_text(html, main_content=True))


def _readability(module: Any) -> Extractor:
    return lambda html: _TAGS.sub("\n", module.Document(html).summary())


def _justext(module: Any) -> Extractor:
    """Without a list of stop words, as its own documentation has it for languages that it does not know."""

    def extract(html: str) -> str:
        found = module.justext(
            html.encode(), frozenset(), encoding="utf-8", stopwords_low=0, stopwords_high=0, length_low=20, length_high=60
        )
        return "\n".join(paragraph.text for paragraph in found if not paragraph.is_boilerplate)

    return extract


_KNOWN: dict[str, tuple[str, Callable[[Any], Extractor]]] = {
    "trafilatura": ("trafilatura", _trafilatura),
    "resiliparse": ("resiliparse.extract.html2text", _resiliparse),
    "readability-lxml": ("readability", _readability),
    "jusText": ("justext", _justext),
}


def installed() -> Iterator[tuple[str, Extractor]]:
    """The programs that are installed, with their versions; says which are not.

    Yields:
        A program's name and version, and what finds the article in the HTML of a page.
    """
    for name, (module, make) in _KNOWN.items():
        try:
            extract = make(importlib.import_module(module))
        except ImportError:
            print(f"{name:<26}not installed")
            continue
        yield f"{name} {importlib.metadata.version(name)}", extract


def show(files: Sequence[Path], articles: Sequence[str]) -> None:
    """Print the mean F1 and the speed of each program that is installed.

    Args:
        files: HTML pages, UTF-8.
        articles: The articles' texts, in the same order.
    """
    pages = [file.read_text(encoding="utf-8") for file in files]
    for title, extract in installed():
        start = time.process_time()
        found = [attempt(extract, page) for page in pages]
        speed = len(pages) / (time.process_time() - start)
        scores = [character_f1(article, text) for article, text in zip(articles, found, strict=True)]
        print(f"{title:<26}F1 {statistics.mean(scores):.3f}   median {statistics.median(scores):.3f}   {speed:.0f} pages/s")


def attempt(extract: Extractor, page: str) -> str:
    """What a program finds in a page; nothing where it fails.

    Args:
        extract: The program.
        page: The page's HTML.

    Returns:
        The text that it takes for the article.
    """
    try:
        return extract(page)
    except Exception as fault:  # noqa: BLE001 - a program that fails on a page finds nothing there, whatever its fault
        print(f"  {type(fault).__name__}: {str(fault)[:80]}")
        return ""
