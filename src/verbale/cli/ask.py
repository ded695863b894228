"""``verbale search``, ``timeline``, ``new``, ``export``: what a ledger tells."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

from verbale.cli.keep import LEDGER, ledger_at
from verbale.cli.pages import message
from verbale.cli.told import formats, printed, show_told
from verbale.errors import UsageError

if TYPE_CHECKING:
    from verbale.ledger.searching import Hit
    from verbale.ledger.telling import Told
    from verbale.ledger.views import News, Wanted

Command = TypeVar("Command", bound=Callable[..., Any])
DAY = click.DateTime(formats=["%Y-%m-%d"])
_SHOWN = 50


def filters(command: Command) -> Command:
    """The options by which the views choose.

    Args:
        command: The command's function.

    Returns:
        The same, with ``kinds``, ``first``, ``last``, ``outlet`` and ``limit``.
    """
    for option in (
        click.option(
            "--limit", type=click.IntRange(0), default=None, metavar="N", help=f"At most N, 0 for all. [{_SHOWN}; all as JSON, CSV]"
        ),
        click.option("--outlet", metavar="NAME", help="Only pages of this outlet, or reports of this medium (XINHUA)."),
        click.option("--to", "last", type=DAY, metavar="DAY", help="Until this day."),
        click.option("--from", "first", type=DAY, metavar="DAY", help="From this day on."),
        click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind: demand, meet, must … (may be repeated)."),
    ):
        command = option(command)
    return command


def party_option(command: Command) -> Command:
    """The option that names a party.

    Args:
        command: The command's function.

    Returns:
        The same, with ``party``.
    """
    return click.option("--party", metavar="NAME", help="Only this party: an id (USA, rubio) or a name in any script.")(command)


def wanted_from(as_data: bool, limit: int | None, first: datetime.datetime | None, last: datetime.datetime | None, **others: Any) -> Wanted:
    """What the options ask for.

    Args:
        as_data: Whether the answer is for a program, which is given all.
        limit: How many at most, 0 for all; ``None`` where not told.
        first: The first day.
        last: The last day.
        others: What else :class:`verbale.ledger.views.Wanted` takes.

    Returns:
        It.
    """
    from verbale.ledger.views import Wanted  # noqa: PLC0415

    most = (None if as_data else _SHOWN) if limit is None else limit or None
    return Wanted(first=first.date() if first else None, last=last.date() if last else None, limit=most, **others)


def show_items(told: Sequence[Told], wanted: Wanted, what: str, notes: Callable[[Told], str | None] = lambda _: None) -> None:
    """Show items to a person, and say where there are none, or more.

    Args:
        told: The items.
        wanted: What was asked for.
        what: What they are, for a message.
        notes: What else is to be said of one.
    """
    show_told(told, notes=notes)
    if not told:
        message(f"no {what}")
    elif len(told) == wanted.limit:
        message(f"the latest {len(told)}; --limit 0 shows all")


@click.command()
@LEDGER
@party_option
@filters
@formats
def timeline(ledger: str, as_json: bool, as_csv: bool, **given: Any) -> None:
    """Show meetings and acts in the order of their days.

    An act whose day the page does not tell stands at the day of the page. What a copy of a page tells again is shown once.
    """
    wanted = wanted_from(as_json or as_csv, **given)
    with ledger_at(ledger) as opened:
        found = opened.timeline(wanted)
    if not printed(found, _flat, as_json, as_csv):
        show_items(found, wanted, "meetings and acts")


def _flat(one: Told) -> dict[str, Any]:
    from verbale.ledger.exports.flat import COLUMNS  # noqa: PLC0415

    return {name: column(one) for name, column in COLUMNS.items()}


@click.command()
@LEDGER
@click.argument("query", metavar="WORDS")
@party_option
@filters
@formats
def search(ledger: str, query: str, as_json: bool, as_csv: bool, **given: Any) -> None:
    """Find the lines of articles that hold all WORDS, in either script; latest pages first.

    Several words in "quotation marks" count as one. With --party or --kind only lines are found from which something of that party or
    kind was recorded. --from and --to are days on which pages came out.
    """
    wanted = wanted_from(as_json or as_csv, **given)
    with ledger_at(ledger) as opened:
        try:
            hits = opened.search(query, wanted)
        except UsageError as error:
            raise click.BadParameter(str(error), param_hint="WORDS") from error
    if not printed(hits, _hit_row, as_json, as_csv):
        _show_hits(hits)
        message(f"nothing found for {query}" if not hits else f"{len(hits)} line{'s' * (len(hits) != 1)}{_more(hits, wanted)}")


def _more(hits: Sequence[Hit], wanted: Wanted) -> str:
    return ", the latest; --limit 0 shows all" if len(hits) == wanted.limit else ""


def _hit_row(hit: Hit) -> dict[str, Any]:
    row = {name: getattr(hit, name) for name in hit.__struct_fields__ if name not in {"highlights", "items"}}
    spans = "; ".join(f"{span.start}-{span.end}" for span in hit.highlights)
    return row | {"highlights": spans, "items": "; ".join(f"{item.category} {item.kind} {item.id}" for item in hit.items)}


def _show_hits(hits: Sequence[Hit]) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from verbale.cli.told import cited, head  # noqa: PLC0415

    console = Console()
    for hit in hits:
        about = " · ".join(filter(None, (hit.published or "no day", hit.outlet, hit.title, hit.copy_of and f"copies {hit.copy_of}")))
        console.print(cited(Text(""), Text(about, "bold"), hit.citation))
        line = Text(hit.words)
        for span in hit.highlights:
            line.stylize("bold reverse", span.start - hit.start, span.end - hit.start)
        console.print(Padding(line, (0, 0, 0, 2), expand=False))
        for item in hit.items:
            console.print(cited(Text("    ·"), head(item), item.citation))


@click.command()
@LEDGER
@click.option("--since", required=True, metavar="DAY|last", help="A day (UTC), or last: since this command was last run with last.")
@formats
def new(ledger: str, since: str, as_json: bool, as_csv: bool) -> None:
    """Show the pages that came into the ledger, or came in a new version."""
    try:
        day = None if since == "last" else datetime.date.fromisoformat(since)
    except ValueError as error:
        raise click.BadParameter(f"{since!r} is neither a day such as 2025-02-18 nor last", param_hint="--since") from error
    with ledger_at(ledger) as opened:
        found = opened.news(day)
    if not printed(found, msgspec.structs.asdict, as_json, as_csv):
        for one in found:
            click.echo(_news(one))
        message(f"{len(found)} page{'s' * (len(found) != 1)}" if found else "nothing new")


def _news(one: News) -> str:
    about = " · ".join(filter(None, (one.published or "no day", one.outlet, one.title)))
    counts = ((one.statements, "statements"), (one.acts, "acts"), (one.meetings, "meetings"), (one.commitments, "promises"))
    told = ", ".join(f"{count} {what}" for count, what in counts if count) or one.verdict or "nothing recorded"
    extra = [f"version {one.version}"] * (one.version > 1) + [f"copies {one.copy_of}"] * bool(one.copy_of)
    extra += [f"report of {one.source}"] * bool(one.source)
    return f"[{one.page}]  {about}\n  {'; '.join([told, *extra])}"


@click.command()
@LEDGER
@click.option("--format", "form", required=True, metavar="FORM", help="jsonl, csv, parquet, plover or cross.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="The file; else standard output.")
def export(ledger: str, form: str, output: Path | None) -> None:
    """Write all that a ledger holds for other programs: records (jsonl), one row an item (csv, parquet), event data (plover)."""
    from verbale.ledger.exports import writing  # noqa: PLC0415

    if form not in writing.FORMS:
        raise click.BadParameter(f"{form!r} is none of {', '.join(writing.FORMS)}", param_hint="--format")
    with ledger_at(ledger) as opened:
        if output is None:
            writing.export(opened, form, sys.stdout.buffer)
            return
        try:
            output.parent.mkdir(parents=True, exist_ok=True)
            with output.open("wb") as file:
                writing.export(opened, form, file)
        except OSError as error:
            raise click.BadParameter(f"{output} cannot be written: {error.strerror}", param_hint="--output") from error
    message(f"{ledger} -> {output}")
