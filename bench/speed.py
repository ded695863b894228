"""How fast: pages and characters a second in one process, what of it the tagger takes, and the first page of a fresh process."""

from __future__ import annotations

import resource
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
    """Print the speed; every figure is of the fastest round, for other work on the machine only ever slows."""
    pages = [page for name in available() for page in labelled_pages(name)]
    characters = sum(len(page.text) for page in pages)
    record_of(pages[0])  # loads the model
    whole, tagger = _fastest(lambda: [record_of(page) for page in pages], lambda: _tag_all(pages))
    first, bare = cold_start(min((ROOT / "tests/pages").glob("*.txt")))
    print(f"{len(pages)} pages, {characters:,} characters, one process, the fastest of {ROUNDS} rounds")
    print(f"  pages/s       {len(pages) / whole:10.1f}")
    print(f"  characters/s  {characters / whole:10,.0f}")
    print(f"  the tagger with what must come before it takes {tagger / whole:.0%} of the time")
    print(f"  one page in a fresh process: {first:.2f} s, {first / bare:.1f} times a bare import of onnxruntime")
    print(f"  most memory that such a process takes: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB")


def cold_start(page: Path) -> tuple[float, float]:
    """How long it takes to read one page in a process of its own.

    Args:
        page: The page.

    Returns:
        Seconds for that, and seconds for a process that only imports onnxruntime.
    """
    bare = [sys.executable, "-c", "import onnxruntime"]
    read = [sys.executable, "-c", f"import pathlib, verbale; verbale.read(pathlib.Path({str(page)!r}))"]
    return _fastest(lambda: _run(read), lambda: _run(bare))


def _fastest(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    rounds = [(_seconds(one), _seconds(other)) for _ in range(ROUNDS)]
    return min(first for first, _ in rounds), min(second for _, second in rounds)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, cwd=ROOT)


def _tag_all(pages: list[Labelled]) -> None:
    for page in pages:
        labelled = label_lines(page.text)
        opened = Page(id=page.name, source=page.name, sha256="", text=page.text)
        article = article_of(opened, labelled.lines, labelled.joins)
        tag(article.text, [sentence for paragraph in article.paragraphs for sentence in paragraph.sentences])


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
