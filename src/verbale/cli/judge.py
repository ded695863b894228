"""``verbale judge``: what people say of the records, and what becomes of it."""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from verbale.cli.keep import LEDGER, ledger_at
from verbale.cli.pages import message
from verbale.cli.told import formats, printed, show_told

if TYPE_CHECKING:
    from verbale.ledger.judging.deciding import Opinion
    from verbale.ledger.judging.judgement import Judgement

Command = TypeVar("Command", bound=Callable[..., Any])
_ITEM = click.argument("item", metavar="ITEM")
_BY = click.option(
    "--by",
    "judge",
    default=lambda: os.environ.get("VERBALE_JUDGE") or getpass.getuser(),
    metavar="NAME",
    help="Who judges. [VERBALE_JUDGE, else your login]",
)


def _opinion(command: Command) -> Command:
    because = click.option("--because", "reason", metavar="WORDS", help="Why.")
    return _BY(because(command))


def _of(judge: str, reason: str | None) -> Opinion:
    from verbale.ledger.judging.deciding import Opinion  # noqa: PLC0415 - --help needs no ledger

    return Opinion(judge=judge, reason=reason)


@click.group()
def judge() -> None:
    """Say what is right and wrong in a ledger.

    ITEM is an id or a citation as the other commands show it, EVENT an event or an item of one. Judgements are kept beside the
    records: they stay when pages are read anew, and can be undone.
    """


@judge.command()
@LEDGER
@_ITEM
@_opinion
def accept(ledger: str, item: str, judge: str, reason: str | None) -> None:
    """Say that ITEM is right."""
    with ledger_at(ledger) as opened:
        _tell(opened.judgements.accept(item, _of(judge, reason)))


@judge.command()
@LEDGER
@_ITEM
@_opinion
def reject(ledger: str, item: str, judge: str, reason: str | None) -> None:
    """Say that ITEM is wrong: it is shown nowhere any more."""
    with ledger_at(ledger) as opened:
        _tell(opened.judgements.reject(item, _of(judge, reason)))


@judge.command()
@LEDGER
@_ITEM
@click.argument("changes", nargs=-1, required=True, metavar="FIELD=VALUE...")
@_opinion
def edit(ledger: str, item: str, changes: tuple[str, ...], judge: str, reason: str | None) -> None:
    """Give ITEM other values.

    \b
      speakers=拉夫罗夫,rubio     parties by name or id, commas between them
      content=120-139            characters of the page, as citations count them
      date=2026-02-03..2026-02-05, due=, place=Geneva, kind=demand
      sides='USA=rubio; RUS'     of meetings: parties with their persons
    """  # noqa: D301 - click reads the backspace character
    wrong = [change for change in changes if "=" not in change]
    if wrong:
        raise click.UsageError(f"{wrong[0]}: write FIELD=VALUE, such as kind=demand")
    values = {field: value for field, _, value in (change.partition("=") for change in changes)}
    with ledger_at(ledger) as opened:
        _tell(opened.judgements.edit(item, values, _of(judge, reason)))


@judge.command()
@LEDGER
@click.argument("event")
@click.argument("other", metavar="EVENT")
@_opinion
def merge(ledger: str, event: str, other: str, judge: str, reason: str | None) -> None:
    """Say that two events are one."""
    with ledger_at(ledger) as opened:
        _tell(opened.judgements.merge(event, other, _of(judge, reason)))


@judge.command()
@LEDGER
@_ITEM
@_opinion
def split(ledger: str, item: str, judge: str, reason: str | None) -> None:
    """Say that ITEM is not of the event that it stands in."""
    with ledger_at(ledger) as opened:
        _tell(opened.judgements.split(item, _of(judge, reason)))


@judge.command()
@LEDGER
@click.argument("number", type=int, required=False)
@_BY
def undo(ledger: str, number: int | None, judge: str) -> None:
    """Take a judgement back: the one of this NUMBER, else your last one."""
    with ledger_at(ledger) as opened:
        made = opened.judgements.undo(opened.judgements.last(judge).number if number is None else number, judge)
    message(f"undone: {_words(made)}")


@judge.command()
@LEDGER
@click.option("--page", metavar="PAGE", help="Only judgements on this page.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def history(ledger: str, page: str | None, as_json: bool) -> None:
    """Show all judgements, also those that were undone."""
    with ledger_at(ledger) as opened:
        several = opened.judgements.history(page)
    for one in several:
        click.echo(json.dumps(msgspec.to_builtins(one), ensure_ascii=False) if as_json else _words(one))
    if not several:
        message("no judgements")


@judge.command()
@LEDGER
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="How many.")
@click.option("--page", metavar="PAGE", help="Only items of this page.")
@formats
def queue(ledger: str, limit: int, page: str | None, as_json: bool, as_csv: bool) -> None:
    """Show what nobody has judged yet, the most doubtful first."""
    from verbale.ledger.exports.flat import COLUMNS  # noqa: PLC0415

    with ledger_at(ledger) as opened:
        told = opened.judgements.queue(limit, page=page)
    if not printed(told, lambda one: {name: column(one) for name, column in COLUMNS.items()}, as_json, as_csv):
        show_told(told, notes=lambda one: f"{one.id}  {one.rule}")


@judge.command()
@LEDGER
@click.argument("directory", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
def labels(ledger: str, directory: Path) -> None:
    """Write the judged pages as labels: DIR/pages/NAME.txt and DIR/gold/NAME.json.

    A page is written where every statement, act, meeting and position of it was judged; what was rejected is left out. Nobody has looked
    for what the program missed: add it by hand before you measure with these labels.
    """
    with ledger_at(ledger) as opened:
        written = opened.judgements.write_labels(directory)
    message(f"{directory}: labels of {written} pages")


def _tell(made: Judgement) -> None:
    message(_words(made))


def _words(one: Judgement) -> str:
    what = f"{one.number}  {one.judged[:16]}  {one.judge}  {one.verdict} {one.at.category} {one.at.item}"
    what += f" [{one.page or one.at.address} {one.at.start}-{one.at.stop}]"
    what += "".join(f"  {field}={json.dumps(value, ensure_ascii=False)}" for field, value in one.changes.items())
    what += "".join(f"  {other.item}" for other in one.others)
    what += f"  because {one.reason}" if one.reason else ""
    return what + (f"  (undone by {one.undone_by} {(one.undone or '')[:16]})" if one.undone else "")
