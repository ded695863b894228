"""Reading many pages: the date of each, one failure that does not stop the others, messages on stderr."""

from __future__ import annotations

import contextlib
import datetime
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from verbale.errors import NoArticle, VerbaleError

if TYPE_CHECKING:
    from verbale.model import Page, Record

Published = Callable[[Path], datetime.date | None]
STANDARD_INPUT = Path("-")


class Outcome(msgspec.Struct):
    """How many pages were read and how many were not."""

    read: int = 0
    failed: int = 0


def message(text: str) -> None:
    """Say something that is no result.

    Args:
        text: One line, printed on stderr.
    """
    click.echo(text, err=True)


class PublishedOption(click.ParamType[Published]):
    """``--published``: one day for all pages, or a table of days by the stem of the page's file."""

    name = "DAY|TABLE.tsv"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Published:
        """A function from a page's path to its day.

        Args:
            value: What was given.
            param: The option.
            ctx: The command.

        Returns:
            The function; a page that the table does not name has no day.

        Raises:
            click.BadParameter: It is neither a day nor a table that can be read.
        """
        written = str(value)
        day = _day(written)
        if day is not None:
            return lambda _: day
        if not Path(written).is_file():
            self.fail(f"{written!r} is neither a day such as 2025-02-18 nor a file of lines 'STEM<tab>DAY'", param, ctx)
        try:
            table = _table(Path(written))
        except ValueError as error:
            self.fail(f"{written}: {error}", param, ctx)
        return lambda path: table.get(path.stem)


def _day(written: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return None


def _table(path: Path) -> dict[str, datetime.date]:
    table = {}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        stem, _, written = line.partition("\t")
        day = _day(written.strip())
        if day is None:
            raise ValueError(f"line {number} is {line!r}, not a page's stem, a tab and a day such as 2025-02-18")
        table[stem.strip()] = day
    return table


def files(paths: Sequence[Path], outcome: Outcome) -> list[Path]:
    """The page files that the arguments stand for; an argument that stands for none is told on stderr.

    Args:
        paths: Files, folders, patterns, ``-`` for the standard input.
        outcome: Counts what failed.

    Returns:
        Each file once, in order.
    """
    from verbale.pages.files import expand  # noqa: PLC0415 - --help opens no page

    found: dict[Path, None] = {}
    for path in paths:
        try:
            found.update(dict.fromkeys([path] if path == STANDARD_INPUT else expand([path])))
        except VerbaleError as error:
            _failed(path, error, outcome)
    return list(found)


class FieldOption(click.ParamType[tuple[str, str]]):
    """``--field``: which field of a JSON record holds what, such as ``text=body``."""

    name = "WHAT=FIELD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """What is asked for, and the field's name.

        Args:
            value: What was given.
            param: The option.
            ctx: The command.

        Returns:
            The two parts.

        Raises:
            click.BadParameter: It is not of this form, or asks for something that a page does not have.
        """
        from verbale.pages.json_lines import GUESSED  # noqa: PLC0415 - --help opens no page

        what, equals, field = str(value).partition("=")
        if what not in GUESSED or not equals or not field:
            self.fail(f"{value!r} is not one of {', '.join(GUESSED)}, an equals sign and a field's name", param, ctx)
        return what, field


def read_all(
    paths: Sequence[Path], published: Published | None, outcome: Outcome, fields: Mapping[str, str] | None = None
) -> Iterator[tuple[Path, Record]]:
    """Read pages one after the other.

    Args:
        paths: The pages' files, from :func:`files`.
        published: Gives the day of a page that has one from outside.
        outcome: Counts what was read and what failed; a page without an article is given all the same, but counts as failed.
        fields: Which fields of JSON records hold what; those not given are guessed.

    Yields:
        Each page that could be read, with its path, or one made of it and the page's id where a file holds many. What failed, and every
        encoding other than UTF-8, is told on stderr.
    """
    from verbale import read  # noqa: PLC0415 - the stages are loaded only when a page is read

    for number, path in enumerate(paths, 1):
        for page in opened(path, outcome, fields):
            name = name_of(path, page)
            day = published(name if name == path else Path(f"{page.id}.page")) if published else None
            try:
                with _progress(f"{number}/{len(paths)} {name.name}"):
                    record = read(page, published=day)
            except VerbaleError as error:
                _failed(name, error, outcome)
                continue
            _count(name, record, outcome)
            yield name, record


def opened(path: Path, outcome: Outcome, fields: Mapping[str, str] | None = None) -> Iterator[Page]:
    """The pages of one file, one of each record where it is a collection.

    Args:
        path: The file, ``-`` for the standard input.
        outcome: Counts what failed, which is told on stderr.
        fields: Which fields of JSON records hold what; those not given are guessed.

    Yields:
        Each page that could be opened.
    """
    from verbale.pages.containers import open_pages  # noqa: PLC0415

    def failed(error: VerbaleError) -> None:
        _failed(path, error, outcome)

    try:
        yield from open_pages(sys.stdin.buffer if path == STANDARD_INPUT else path, fields, failed)
    except VerbaleError as error:
        failed(error)


def name_of(path: Path, page: Page) -> Path:
    """What a page is called in messages and by its files.

    Args:
        path: The file that it comes from.
        page: The page.

    Returns:
        The file for a page that is all of it; for one of a collection a name made of the file's and the page's id.
    """
    if page.source in {str(path), "standard input"}:
        return path
    stem = "standard-input" if path == STANDARD_INPUT else path.stem
    return path.with_name(f"{stem}-{re.sub('[^0-9A-Za-z_-]+', '_', page.id)}.page")


def _count(name: Path, record: Record, outcome: Outcome) -> None:
    from verbale.model import ARTICLE_KINDS  # noqa: PLC0415

    if record.page.encoding != "utf-8":
        message(f"{name}: decoded as {record.page.encoding}")
    if any(line.kind in ARTICLE_KINDS for line in record.lines):
        outcome.read += 1
    else:
        _failed(name, NoArticle("; ".join(record.warnings) or "no article on this page"), outcome)


@contextlib.contextmanager
def _progress(text: str) -> Iterator[None]:
    """Show on a terminal what is being read, and take it away again."""
    if not sys.stderr.isatty():
        yield
        return
    click.echo(f"\r\x1b[K{text}", nl=False, err=True)
    try:
        yield
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _failed(path: Path, error: VerbaleError, outcome: Outcome) -> None:
    outcome.failed += 1
    told = str(error)
    message(f"error: {told}" if str(path) in told else f"error: {path}: {told}")


def finish(outcome: Outcome) -> None:
    """End the command as its pages went.

    Args:
        outcome: The counts.

    Raises:
        SystemExit: With 1 where pages failed.
    """
    if outcome.failed:
        message(f"{outcome.failed} of {outcome.failed + outcome.read} pages could not be read")
        sys.exit(1)
