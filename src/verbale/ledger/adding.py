"""Adding many pages, and reading those that are there anew: one transaction a page, in one process or several."""

from __future__ import annotations

import concurrent.futures
import datetime
import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine, select, update

from verbale.errors import LedgerError, VerbaleError
from verbale.ledger.connecting import reading, writing
from verbale.ledger.entry import Entry, entry_of, made_by, page_in, reader, record_in, verdict_of
from verbale.ledger.tables import pages, versions
from verbale.ledger.writing import Outcome, known, outcome, put, replace
from verbale.model import Page

_AHEAD = 4  # pages in work for each process, so that none waits
Task = TypeVar("Task")


class Job(NamedTuple):
    """One page to add.

    Attributes:
        page: The page, opened.
        given: The day on which it came out, where that is known from elsewhere.
        file: The file that holds its record, ``None`` to read the page.
    """

    page: Page
    given: datetime.date | None = None
    file: Path | None = None


class Added(NamedTuple):
    """What became of one page.

    Attributes:
        name: Its name in the ledger; for a page that failed where it comes from.
        outcome: What was done.
        verdict: Why the page holds nothing, or what failed; ``None`` where all is well.
    """

    name: str
    outcome: Outcome | Literal["failed"]
    verdict: str | None = None


def records_in(folder: Path) -> Callable[[str], Path]:
    """Where the records of pages lie.

    Args:
        folder: A folder with one JSON file a page, named like the page's file, at any depth.

    Returns:
        A function from the stem of a page's file to the file with its record.

    Raises:
        LedgerError: Two files have one name; the function raises it where there is no file for a page.
    """
    found: dict[str, Path] = {}
    for file in sorted(folder.rglob("*.json")):
        if file.stem in found:
            raise LedgerError(f"{found[file.stem]} and {file} are both records of {file.stem}; give a folder with one of them")
        found[file.stem] = file

    def record_of(stem: str) -> Path:
        if stem not in found:
            raise LedgerError(f"{folder}: no {stem}.json in it, the record of {stem}")
        return found[stem]

    return record_of


def add(engine: Engine, jobs: Iterable[Job], processes: int = 1) -> Iterator[Added]:
    """Add pages; what the ledger has already is not read again.

    Args:
        engine: The ledger.
        jobs: The pages.
        processes: How many processes read.

    Yields:
        What became of each page, as soon as it is kept; with several processes not always in the order of the pages.
    """
    for job, done in _spread(((job, job, _before(engine, job)) for job in jobs), processes):
        if isinstance(done, VerbaleError):
            yield Added(job.page.source, "failed", str(done))
        elif isinstance(done, Entry):
            with writing(engine) as connection:
                name, what = put(connection, done)
            yield Added(name, what, verdict_of(done.record))
        else:
            yield done


def _before(engine: Engine, job: Job) -> Added | None:
    """What is said of a page that needs no reading."""
    with reading(engine) as connection:
        row = known(connection, job.page)
    if outcome(row, job.page, job.given, made_by(job.file) if job.file else None) == "unchanged":
        return Added(row.name, "unchanged", row.verdict)
    return None


def reread(engine: Engine, names: Sequence[str] = (), *, everything: bool = False, processes: int = 1) -> Iterator[Added]:
    """Read pages anew with the program and the lexicons as they are now; versions, names and judgements stay.

    Args:
        engine: The ledger.
        names: The pages; none for all.
        everything: Whether also those are read that were read with the same program and lexicons. Records that were given as files are
            never touched.
        processes: How many processes read.

    Yields:
        What became of each page: ``unchanged`` where its record is the same as before.
    """
    for (number, version, name), done in _spread(_rereadings(engine, names, everything), processes):
        if isinstance(done, Entry):
            with writing(engine) as connection:
                what = _renew(connection, number, version, done)
            yield Added(name, what, verdict_of(done.record))
        else:
            yield Added(name, "failed", str(done))


def _rereadings(engine: Engine, names: Sequence[str], everything: bool) -> Iterator[tuple[tuple[int, int, str], Job, None]]:
    wanted = select(pages.c.number, pages.c.version, pages.c.name, pages.c.given).where(pages.c.origin == "read")
    wanted = wanted.where(pages.c.name.in_(names)) if names else wanted
    with reading(engine) as connection:
        rows = connection.execute((wanted if everything else wanted.where(pages.c.reader != reader())).order_by(pages.c.number)).all()
    for row in rows:
        with reading(engine) as connection:
            opened = connection.scalar(select(versions.c.opened).where(versions.c.number == row.version))
        if opened is not None:
            given = datetime.date.fromisoformat(row.given) if row.given else None
            yield (row.number, row.version, row.name), Job(page_in(opened), given), None


def _renew(connection: Connection, number: int, version: int, entry: Entry) -> Outcome:
    before = connection.scalar(select(versions.c.record).where(versions.c.number == version))
    if before is None or record_in(before) != entry.record:
        replace(connection, number, version, entry)
        return "read anew"
    connection.execute(update(pages).where(pages.c.number == number).values(reader=entry.reader))
    return "unchanged"


def _spread(tasks: Iterable[tuple[Task, Job, Added | None]], processes: int) -> Iterator[tuple[Task, Entry | Added | VerbaleError]]:
    """Read the pages of tasks that have no answer yet, in this process or in several."""
    if processes <= 1:
        for task, job, before in tasks:
            yield task, before or _read(job)
        return
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(processes, context, _end_with_parent) as pool:
        waiting: dict[concurrent.futures.Future[Entry | VerbaleError], Task] = {}
        for task, job, before in tasks:
            if before:
                yield task, before
                continue
            waiting[pool.submit(_read, job)] = task
            if len(waiting) >= _AHEAD * processes:
                yield from _finished(waiting, concurrent.futures.FIRST_COMPLETED)
        yield from _finished(waiting, concurrent.futures.ALL_COMPLETED)


def _finished(
    waiting: dict[concurrent.futures.Future[Entry | VerbaleError], Task], until: str
) -> Iterator[tuple[Task, Entry | VerbaleError]]:
    for future in concurrent.futures.wait(waiting, return_when=until).done:
        yield waiting.pop(future), future.result()


def _read(job: Job) -> Entry | VerbaleError:
    try:
        return entry_of(job.page, job.given, job.file)
    except VerbaleError as error:
        return error


def _end_with_parent() -> None:
    """Let a process that reads end when the one that started it has been killed."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
