"""How fast: pages and characters a second in one process, what of it the tagger takes, and the first page of a fresh process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.scoring import record_of
from bench.sets import ROOT, Labelled, available, labelled_pages
from verbale.language.tagger import tag
from verbale.model import Page
from verbale.pages.article import article_of
from verbale.pages.lines import label_lines

ROUNDS = 5


def show() -> None:
    """Print the speed; every figure is the median of some rounds."""
    pages = [page for name in available() for page in labelled_pages(name)]
    characters = sum(len(page.text) for page in pages)
    record_of(pages[0])  # loads the model
    whole = _median(lambda: [record_of(page) for page in pages])
    tagger = _median(lambda: _tag_all(pages))
    print(f"{len(pages)} pages, {characters:,} characters, one process, median of {ROUNDS} rounds")
    print(f"  pages/s       {len(pages) / whole:10.1f}")
    print(f"  characters/s  {characters / whole:10,.0f}")
    print(f"  of the time the tagger alone takes {tagger / whole:.0%}")
    page = next((ROOT / "tests/pages").glob("*.txt"))
    print(f"  one page in a fresh process: {cold_start(page):.1f} times a bare import of onnxruntime")


def cold_start(page: Path, rounds: int = ROUNDS) -> float:
    """How much longer than the import of onnxruntime it takes to read one page in a process of its own.

    Args:
        page: The page.
        rounds: How often to measure both, in turn.

    Returns:
        The ratio of the medians.
    """
    bare = [sys.executable, "-c", "import onnxruntime"]
    read = [sys.executable, "-c", f"import pathlib, verbale; verbale.read(pathlib.Path({str(page)!r}))"]
    times = [(_seconds(lambda: _run(read)), _seconds(lambda: _run(bare))) for _ in range(rounds)]
    return statistics.median(one for one, _ in times) / statistics.median(other for _, other in times)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, cwd=ROOT)


def _tag_all(pages: list[Labelled]) -> None:
    for page in pages:
        labelled = label_lines(page.text)
        opened = Page(id=page.name, source=page.name, sha256="", text=page.text)
        article = article_of(opened, labelled.lines, labelled.joins)
        tag(article.text, [sentence for paragraph in article.paragraphs for sentence in paragraph.sentences])


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_seconds(work) for _ in range(ROUNDS))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
