"""The labelled pages that we measure on: our own always, the shared ones where they lie beside the repository."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
HELD_OUT = "more"  # measured in total only: nobody reads its sentences, so nothing can be tuned to them
SHARED_SETS = ("seeds", "dev", "regional", HELD_OUT)


class Labelled(NamedTuple):
    """One page with its labels.

    Attributes:
        name: The stem of the page's file.
        text: The page.
        gold: Its labels, as docs/codebook.md describes them.
        published: The day it came out, where a table beside the pages tells it; else the page must be dated by its words.
    """

    name: str
    text: str
    gold: dict[str, Any]
    published: datetime.date | None


def available() -> list[str]:
    """The names of the sets that are on this machine, our own first."""
    return ["own", *(name for name in SHARED_SETS if (SHARED / "gold" / name).is_dir())]


def labelled_pages(name: str) -> list[Labelled]:
    """The pages of one set.

    Args:
        name: One of :func:`available`.

    Returns:
        The pages in the order of their names.
    """
    if name == "own":
        return list(pages_of(ROOT / "tests/pages", ROOT, ROOT / "tests/pages"))
    return list(pages_of(SHARED / "gold" / name, SHARED, SHARED / "pages" / name))


def pages_of(gold: Path, root: Path, table: Path) -> Iterator[Labelled]:
    """The pages of a folder of labels.

    Args:
        gold: The folder of labels, one JSON file a page.
        root: The folder that each label's ``page`` is relative to.
        table: The folder of ``published.tsv``; without that file no page's day is known.

    Yields:
        One labelled page a file, in the order of their names.
    """
    days = _days(table / "published.tsv")
    for file in sorted(gold.glob("*.json")):
        labels = json.loads(file.read_text(encoding="utf-8"))
        page = root / labels["page"]
        yield Labelled(page.stem, page.read_bytes().decode("utf-8"), labels, days.get(page.stem))


def _days(table: Path) -> dict[str, datetime.date]:
    rows = table.read_text(encoding="utf-8").splitlines() if table.is_file() else []
    cells = [row.split("\t") for row in rows if row.strip()]
    return {name: datetime.date.fromisoformat(day) for name, day, *_ in cells}
