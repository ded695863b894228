"""Article or junk, on the lines of pages that were stripped of their markup."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.scorers import score_pages
from bench.sets import ROOT, SHARED
from verbale.model import ARTICLE_KINDS
from verbale.pages.lines import label_lines

LINES = SHARED / "pages/cleaning/lines"


def labels_of(rows: list[str]) -> list[int]:
    """Label the lines of one page.

    Args:
        rows: The lines in order, as ``1<TAB>line`` or ``0<TAB>line``; the figures are not looked at.

    Returns:
        1 for each line of the article, 0 for each other.
    """
    kinds, starts, at = {}, [], 0
    texts = [row[2:] for row in rows]
    for line in label_lines("\n".join(texts)).lines:
        kinds[line.span.start] = int(line.kind in ARTICLE_KINDS)
    for text in texts:
        starts.append(at + len(text) - len(text.lstrip()))
        at += len(text) + 1
    return [kinds.get(start, 0) for start in starts]


def show(*, validate: bool = False) -> None:
    """Print the line F1 on the shared stripped pages.

    Args:
        validate: Whether to fit the weights anew, five times with a fifth of the pages held out (some minutes).
    """
    if not LINES.is_dir():
        print("no shared pages here: stripped lines are not measured")
        return
    with tempfile.TemporaryDirectory() as folder:
        for file in sorted(LINES.iterdir()):
            rows = [row for row in file.read_text(encoding="utf-8").split("\n") if re.match(r"[01]\t", row)]
            (Path(folder) / f"{file.stem}.txt").write_text("".join(f"{label}\n" for label in labels_of(rows)), encoding="utf-8")
        print("with the weights as they are, which were fitted on these very pages:")
        score_pages.lines(LINES, Path(folder))
    if validate:
        fit = [sys.executable, "-m", "bench.fit_lines", str(LINES), "--pages", str(SHARED)]
        golds = [part for name in ("seeds", "dev") for part in ("--gold", str(SHARED / "gold" / name))]
        subprocess.run([*fit, *golds], check=True, cwd=ROOT)
