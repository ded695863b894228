"""Accounts over many pages against labels: events, contradictions, outcomes, moves, with labelled records put in and with our own."""

from __future__ import annotations

import contextlib
import datetime
import io
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bench.scorers import score_ledger
from bench.sets import ROOT, SHARED
from verbale.ledger.adding import Job
from verbale.ledger.book import Ledger
from verbale.ledger.exports.cross import cross
from verbale.pages.files import read_page

_COLUMNS = 7  # of a row of the scorer's table: name, precision, recall, F1, found, extra, missed


class Account(NamedTuple):
    """Labelled pages that make one ledger.

    Attributes:
        labels: The labels over pages; the pages' own lie in folders beside it.
        pages: Folders of pages, each perhaps with a table of the pages' days.
        stems: How the pages' names begin.
    """

    labels: Path
    pages: tuple[Path, ...]
    stems: str = ""

    def jobs(self, *, labelled: bool) -> Iterator[Job]:
        """The pages.

        Args:
            labelled: Whether their labels are put in; else they are read.

        Yields:
            Each page, with its day where a table beside it tells it.
        """
        for folder in self.pages:
            days = _days(folder / "published.tsv")
            for file in sorted(folder.glob(f"{self.stems}*.txt")):
                labels = next(self.labels.parent.rglob(f"{file.stem}.json")) if labelled else None
                yield Job(read_page(file), days.get(file.stem), labels)


class Measure(NamedTuple):
    """One row of the scorer's table."""

    precision: float
    recall: float
    f1: float


_TALKS = ROOT / "tests/talks"
ACCOUNTS = {
    "talks a": Account(_TALKS / "gold/cross-a.json", (_TALKS / "pages",), "talka-"),
    "talks b": Account(_TALKS / "gold/cross-b.json", (_TALKS / "pages",), "talkb-"),
    "dev": Account(SHARED / "gold/cross-dev.json", (SHARED / "pages/seeds", SHARED / "pages/dev")),
}


def available() -> list[str]:
    """The accounts whose labels are on this machine; those of our own pages always are."""
    return [name for name, account in ACCOUNTS.items() if account.labels.is_file()]


def show(*, misses: bool = False) -> None:
    """Print the scores.

    Args:
        misses: Whether to print what was missed and what was extra.
    """
    for name in available():
        for labelled, what in ((True, "labelled records put in"), (False, "records as we read them")):
            print(f"\n{name}, {what}\n{scores(name, labelled=labelled, misses=misses)}")


def scores(name: str, *, labelled: bool = True, misses: bool = False) -> str:
    """What the shared scorer says of a ledger of pages.

    Args:
        name: One of :func:`available`.
        labelled: Whether the pages' labels are put in; else they are read.
        misses: Whether to tell what was missed and what was extra.

    Returns:
        Its table.

    Raises:
        RuntimeError: A page could not be added.
    """
    account = ACCOUNTS[name]
    with tempfile.TemporaryDirectory() as folder:
        with Ledger(Path(folder) / "cross.db") as ledger:
            for added in ledger.add(account.jobs(labelled=labelled)):
                if added.outcome == "failed":
                    raise RuntimeError(f"{added.name}: {added.verdict}")
            told = Path(folder) / "cross.json"
            told.write_text(json.dumps(cross(ledger)), encoding="utf-8")
        table = io.StringIO()
        with contextlib.redirect_stdout(table):
            score_ledger.main(str(account.labels), str(told), str(account.labels.parent), misses)
    return table.getvalue().rstrip()


def measures(table: str) -> dict[str, Measure]:
    """The rows of a table.

    Args:
        table: From :func:`scores`, without misses.

    Returns:
        Name of the measure → precision, recall and F1; rows of one share are left out.
    """
    rows = (line.rsplit(maxsplit=_COLUMNS - 1) for line in table.splitlines()[1:])
    return {row[0].strip(): Measure(*map(float, row[1:4])) for row in rows if len(row) == _COLUMNS and row[1][0].isdecimal()}


def _days(table: Path) -> dict[str, datetime.date]:
    if not table.is_file():
        return {}
    rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if line)
    return {stem: datetime.date.fromisoformat(day) for stem, day in rows}
