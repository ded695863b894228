"""Accounts over many pages against labels: events, contradictions, outcomes, moves, with labelled records put in and with our own."""

from __future__ import annotations

import contextlib
import datetime
import io
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.scorers import score_ledger
from bench.sets import SHARED
from verbale.ledger.adding import Job
from verbale.ledger.book import Ledger
from verbale.ledger.exports.cross import cross
from verbale.pages.files import read_page

LABELS = SHARED / "gold/cross-dev.json"
_SETS = ("seeds", "dev")


def show(*, misses: bool = False) -> None:
    """Print the scores.

    Args:
        misses: Whether to print what was missed and what was extra.
    """
    if not LABELS.is_file():
        print(f"no {LABELS.name} beside the repository")
        return
    for name, jobs in (("labelled records put in", _labelled()), ("records as we read them", _read())):
        print(f"\n{name}\n{scores(jobs, misses=misses)}")


def scores(jobs: Iterator[Job], labels: Path = LABELS, *, misses: bool = False) -> str:
    """What the shared scorer says of a ledger of pages.

    Args:
        jobs: The pages.
        labels: The labels over pages; the pages' own lie in folders beside it.
        misses: Whether to tell what was missed and what was extra.

    Returns:
        Its table.
    """
    with tempfile.TemporaryDirectory() as folder:
        with Ledger(Path(folder) / "cross.db") as ledger:
            for added in ledger.add(jobs):
                if added.outcome == "failed":
                    raise RuntimeError(f"{added.name}: {added.verdict}")
            told = Path(folder) / "cross.json"
            told.write_text(json.dumps(cross(ledger)), encoding="utf-8")
        table = io.StringIO()
        with contextlib.redirect_stdout(table):
            score_ledger.main(str(labels), str(told), str(labels.parent), misses)
    return table.getvalue().rstrip()


def _labelled() -> Iterator[Job]:
    for name in _SETS:
        for file in sorted((SHARED / "pages" / name).glob("*.txt")):
            yield Job(read_page(file), None, SHARED / "gold" / name / f"{file.stem}.json")


def _read() -> Iterator[Job]:
    """The pages to be read; where a table beside them tells their day it is known."""
    for name in _SETS:
        days = _days(SHARED / "pages" / name / "published.tsv")
        for file in sorted((SHARED / "pages" / name).glob("*.txt")):
            yield Job(read_page(file), days.get(file.stem))


def _days(table: Path) -> dict[str, datetime.date]:
    if not table.is_file():
        return {}
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line)
    return {stem: datetime.date.fromisoformat(day) for stem, day in rows}
