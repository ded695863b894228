"""Records of pages made dirty: half-width marks, other quotation marks, traditional script, junk, broken lines, white space."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from bench.scoring import Scores, scores_of, table
from bench.sets import SHARED, Labelled, pages_of

VARIANTS = ("halfwidth", "corner", "traditional", "junk", "broken", "spaced", "all")
SETS = ("seeds", "dev", "regional")


def show() -> None:
    """Print one column a variant, all sets together; needs the shared tools."""
    maker = SHARED / "tools/dirty.py"
    if not maker.is_file():
        print("no shared tools here: dirty pages are not measured")
        return
    columns: dict[str, Scores] = {}
    for variant in VARIANTS:
        with tempfile.TemporaryDirectory() as folder:
            pages = [page for name in SETS for page in _made(maker, name, variant, Path(folder) / name)]
            columns[variant] = scores_of(pages)
    print(table(columns))


def _made(maker: Path, name: str, variant: str, out: Path) -> list[Labelled]:
    command = [sys.executable, str(maker), str(SHARED / "gold" / name), str(SHARED), str(out), "--only", variant]
    out.mkdir()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return list(pages_of(out / "gold", out, out))
