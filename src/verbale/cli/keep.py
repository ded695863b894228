"""``verbale add``, ``remove``, ``reread``, ``check``, ``backup``, ``doctor``: filling a ledger and looking after it."""

from __future__ import annotations

import collections
import contextlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verbale.cli.pages import FieldOption, Outcome, Published, PublishedOption, files, message, name_of, opened
from verbale.errors import LedgerError

if TYPE_CHECKING:
    from verbale.ledger.adding import Added, Job
    from verbale.ledger.book import Ledger

LEDGER = click.argument("ledger", metavar="LEDGER")
_JOBS = click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="How many processes read.")


class _Refused(click.ClickException):
    """A ledger, page or party that is not there: as wrong usage, but told without the usage."""

    exit_code = 2


@contextlib.contextmanager
def ledger_at(location: str, *, create: bool = False) -> Iterator[Ledger]:
    """Open a ledger for a command.

    Args:
        location: A file or the address of a database.
        create: Whether one that is not there is made.

    Yields:
        The ledger.

    Raises:
        click.ClickException: It cannot be opened or does not hold what is asked for; the message tells it.
    """
    from verbale.ledger.book import Ledger  # noqa: PLC0415 - --help needs no ledger

    try:
        with Ledger(location, create=create) as ledger:
            yield ledger
    except LedgerError as error:
        raise _Refused(str(error)) from error


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--ledger", "location", required=True, metavar="FILE|URL", help="The ledger: a file, or postgresql://user@host/name.")
@click.option("--published", type=PublishedOption(), help="The day on which the pages came out, or a table of STEM<tab>DAY.")
@click.option(
    "--records",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="Take records or labels from DIR/**/STEM.json instead of reading the pages.",
)
@click.option(
    "--field",
    "fields",
    type=FieldOption(),
    multiple=True,
    help="The field of JSON records that holds the text, title, url, date, outlet or id.",
)
@_JOBS
def add(
    paths: tuple[Path, ...], location: str, published: Published | None, records: Path | None, fields: Sequence[tuple[str, str]], jobs: int
) -> None:
    """Add pages to a ledger, which is made where it does not exist.

    PATH is as for read. Each page is kept as soon as it is read: stop at any time, run the command again, and it goes on where it was. A
    page that is there is not read again; where its text has changed a new version is added and the old one is kept.
    """
    outcome = Outcome()
    with ledger_at(location, create=True) as ledger:
        pages = _jobs(files(paths, outcome), outcome, published, records, dict(fields))
        counts = _told(ledger.add(pages, jobs), outcome)
        ledger.link()
        ledger.weigh()
    _summary(counts, outcome, location)


def _jobs(
    paths: Sequence[Path], outcome: Outcome, published: Published | None, records: Path | None, fields: dict[str, str]
) -> Iterator[Job]:
    from verbale.ledger.adding import Job, records_in  # noqa: PLC0415

    record_of = records_in(records) if records else None
    for path in paths:
        for page in opened(path, outcome, fields):
            name = name_of(path, page)
            day = published(name if name == path else Path(f"{page.id}.page")) if published else None
            try:
                yield Job(page, day, record_of(name.stem if name == path else page.id) if record_of else None)
            except LedgerError as error:
                outcome.failed += 1
                message(f"error: {error}")


def _told(done: Iterable[Added], outcome: Outcome) -> collections.Counter[str]:
    """Tell of each page as it is done: briefly on a terminal, in words where something is wrong."""
    counts: collections.Counter[str] = collections.Counter()
    for one in done:
        counts[one.outcome] += 1
        outcome.failed += one.outcome == "failed"
        if one.verdict and one.outcome != "unchanged":
            _line(
                f"{'error' if one.outcome == 'failed' else 'nothing in'} {one.name}: {one.verdict}".replace(
                    f"{one.name}: {one.name}:", f"{one.name}:"
                )
            )
        elif one.outcome == "changed":
            _line(f"changed: {one.name}; the version before is kept")
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{counts.total()} pages, {one.name}", nl=False, err=True)
    if sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
    return counts


def _line(text: str) -> None:
    message(f"\r\x1b[K{text}" if sys.stderr.isatty() else text)


def _summary(counts: collections.Counter[str], outcome: Outcome, location: str) -> None:
    counts["failed"] = outcome.failed
    parts = [f"{count} {what}" for what in ("new", "changed", "read anew", "unchanged", "failed") if (count := counts[what])]
    message(f"{location}: {', '.join(parts) or 'no pages'}")
    if outcome.failed:
        sys.exit(1)


@click.command()
@LEDGER
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
def remove(ledger: str, pages: tuple[str, ...]) -> None:
    """Take pages out of a ledger, with all their versions. Judgements of them stay."""
    with ledger_at(ledger) as opened_ledger:
        for page in pages:
            message(f"removed {opened_ledger.remove(page)}")


@click.command()
@LEDGER
@click.argument("pages", nargs=-1, metavar="[PAGE...]")
@click.option("--all", "everything", is_flag=True, help="Also pages that were read with the same program and lexicons.")
@_JOBS
def reread(ledger: str, pages: tuple[str, ...], everything: bool, jobs: int) -> None:
    """Read pages anew, after the program or a lexicon has changed.

    By default all pages are read that were not yet read with the program and the lexicons as they are. Judgements are kept. Pages whose
    records were given with --records are left as they are.
    """
    outcome = Outcome()
    with ledger_at(ledger) as opened_ledger:
        counts = _told(opened_ledger.reread(pages, everything=everything, processes=jobs), outcome)
        opened_ledger.link()
        opened_ledger.weigh()
    _summary(counts, outcome, ledger)


@click.command()
@LEDGER
@click.option("--pages-only", is_flag=True, help="Leave out events, outcomes and talks.")
def check(ledger: str, pages_only: bool) -> None:
    """Look for whatever does not hold together in a ledger; ends with 1 where there is something.

    Events, outcomes and talks are made anew in a file beside the ledger and compared, which takes as long as linking all pages: seconds
    for some hundred pages, half an hour for fifty thousand.
    """
    with ledger_at(ledger) as opened_ledger:
        faults = list(opened_ledger.check(accounts=not pages_only))
        count = len(opened_ledger.names())
    for fault in faults:
        click.echo(fault)
    message(f"{ledger}: {count} pages, {len(faults)} faults" if faults else f"{ledger}: {count} pages, sound")
    if faults:
        sys.exit(1)


@click.command()
@LEDGER
@click.argument("target", type=click.Path(path_type=Path), metavar="FILE")
def backup(ledger: str, target: Path) -> None:
    """Copy a ledger into a new file, while others may read and write it."""
    with ledger_at(ledger) as opened_ledger:
        opened_ledger.backup(target)
    message(f"{ledger} -> {target}")


@click.command()
@LEDGER
def doctor(ledger: str) -> None:
    """Write everything in a ledger anew that follows from its pages' records: tables, index, who copies whom, events, outcomes, talks.

    No page is read.
    """
    with ledger_at(ledger) as opened_ledger:
        count = opened_ledger.doctor()
        opened_ledger.link()
        opened_ledger.weigh()
    message(f"{ledger}: {count} pages written anew")
