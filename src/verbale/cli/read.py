"""``verbale read`` and ``verbale brief``: pages to records, and records to one HTML file."""

from __future__ import annotations

import collections
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from verbale.cli.pages import FieldOption, Outcome, Published, PublishedOption, files, finish, message, read_all

if TYPE_CHECKING:
    from verbale.model import Record

_Fields = tuple[tuple[str, str], ...]
_PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
_PUBLISHED = click.option("--published", type=PublishedOption(), help="The day on which the pages came out, or a table of STEM<tab>DAY.")
_FIELDS = click.option(
    "--field",
    "fields",
    type=FieldOption(),
    multiple=True,
    help="The field of JSON records that holds the text, title, url, date, outlet or id.",
)


@click.command()
@_PATHS
@click.option("--json", "as_json", is_flag=True, help="Write records as JSON, one line a page.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Write DIR/<stem>.json for each page.", metavar="DIR")
@_PUBLISHED
@_FIELDS
@click.option("--explain", is_flag=True, help="Name the rule and the words that made each record.")
def read(paths: tuple[Path, ...], as_json: bool, out: Path | None, published: Published | None, fields: _Fields, explain: bool) -> None:
    """Read pages and show their records.

    PATH is a file of text or HTML (UTF-8, UTF-16, GB18030 or Big5), a collection of pages as JSON Lines or WARC, any of these packed
    (.gz), a folder of them, or - for the standard input. A page that cannot be read is told on stderr, the others are read all the same.
    """
    outcome = Outcome()
    pages = files(paths, outcome)
    targets = _targets(pages, out) if out else {}
    for path, record in read_all(pages, published, outcome, dict(fields)):
        if out:
            target = _target(path, record, targets, out)
            target.write_bytes(indented(record))
            message(f"{path} -> {target}")
        if as_json:
            click.echo(msgspec.json.encode(record))
        elif not out:
            _show(record, explain)
    finish(outcome)


def _show(record: Record, explain: bool) -> None:
    from rich.console import Console  # noqa: PLC0415 - --help needs no console

    from verbale.brief import show  # noqa: PLC0415

    show(record, Console(), explain=explain)


def indented(record: Record) -> bytes:
    """A record as a file holds it.

    Args:
        record: The record.

    Returns:
        JSON, UTF-8, indented, ending in a line break.
    """
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def _targets(paths: Sequence[Path], out: Path) -> dict[Path, Path]:
    """The file for each page: its stem, with a hash of its path where two stems collide."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.BadParameter(f"{out} cannot be made: {error.strerror}", param_hint="--out") from error
    stems = collections.Counter(path.stem for path in paths)
    return {path: out / f"{path.stem}{_hash(path) if stems[path.stem] > 1 else ''}.json" for path in paths}


def _target(path: Path, record: Record, targets: dict[Path, Path], out: Path) -> Path:
    """The file for a page; two pages of a collection with one id get different ones."""
    if path not in targets:
        targets[path] = out / f"{path.stem}.json"
        return targets[path]
    if path.suffix == ".page":
        return out / f"{path.stem}{_hash(Path(record.page.source))}.json"
    return targets[path]


def _hash(path: Path) -> str:
    return f"-{hashlib.sha256(path.as_posix().encode()).hexdigest()[:8]}"


@click.command()
@_PATHS
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The HTML file.")
@_PUBLISHED
@_FIELDS
def brief(paths: tuple[Path, ...], output: Path, published: Published | None, fields: _Fields) -> None:
    """Write pages and their records as one HTML file that needs no network."""
    from verbale.brief import brief as written  # noqa: PLC0415 - --help needs no view

    outcome = Outcome()
    records = [record for _, record in read_all(files(paths, outcome), published, outcome, dict(fields))]
    if records:
        try:
            output.parent.mkdir(parents=True, exist_ok=True)
            output.write_text(written(records), encoding="utf-8")
        except OSError as error:
            raise click.BadParameter(f"{output} cannot be written: {error.strerror}", param_hint="--output") from error
        message(f"{len(records)} {'page' if len(records) == 1 else 'pages'} -> {output}")
    finish(outcome)
