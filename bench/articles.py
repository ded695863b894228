"""Articles found in HTML pages, by the runs of four characters that they share with the articles' texts."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from bench import extractors
from bench.html_pages import character_f1, kept_text
from bench.sets import ROOT, SHARED

FOLDER = SHARED / "pages/cleaning"


def show(*, validate: bool = False) -> None:
    """Print the mean F1 on the shared HTML pages, and how many a second are cleaned in one process; then the same of other programs.

    Args:
        validate: Whether to fit the weights anew, five times with a fifth of the pages held out.
    """
    files = sorted((FOLDER / "html").glob("*"))
    if not files:
        print("no shared HTML pages here: nothing is measured")
        return
    start = time.process_time()
    kept = [kept_text(file) for file in files]
    seconds = time.process_time() - start
    articles = [(FOLDER / "gold" / f"{file.stem}.txt").read_text(encoding="utf-8") for file in files]
    found = [character_f1(article, text) for article, text in zip(articles, kept, strict=True)]
    few = sum(value < 0.5 for value in found)
    print(f"{len(files)} pages   F1 {statistics.mean(found):.3f}   median {statistics.median(found):.3f}   under .5: {few}")
    print(f"{len(files) / seconds:.0f} pages/s (with the lines' folding; the weights were fitted on these very pages)")
    if validate:
        fit = [sys.executable, "-m", "bench.fit_lines", str(FOLDER / "lines"), "--html", str(FOLDER / "html")]
        subprocess.run([*fit, "--articles", str(FOLDER / "gold")], check=True, cwd=ROOT)
    extractors.show(files, articles)
