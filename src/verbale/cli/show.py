"""``verbale show``: a page, a record or an event of a ledger."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click
import msgspec

from verbale.cli.accounts import show_event
from verbale.cli.keep import LEDGER, ledger_at
from verbale.cli.pages import message
from verbale.cli.told import printed, show_told

if TYPE_CHECKING:
    from verbale.ledger.book import Ledger
    from verbale.ledger.telling import Told


@click.command()
@LEDGER
@click.argument("name", metavar="PAGE|ID|CITATION|EVENT")
@click.option("--explain", is_flag=True, help="Name the rule and the words that made each record.")
@click.option("--version", "version", type=click.IntRange(1), metavar="N", help="Another version of the page than the present one.")
@click.option("--json", "as_json", is_flag=True, help="The record of the page, or the item, as JSON.")
def show(ledger: str, name: str, explain: bool, version: int | None, as_json: bool) -> None:
    """Show a page with all its records, one record by its id or citation, such as "[astana-water:4 120-139]", or an event by its id."""
    with ledger_at(ledger) as opened:
        told = opened.items(name) if version is None else []
        if told:
            _show_items(opened, told, explain, as_json)
        elif version is None and opened.is_event(name):
            show_event(opened, name, explain, as_json)
        else:
            _show_page(opened, name, version, explain, as_json)


def _show_items(ledger: Ledger, told: Sequence[Told], explain: bool, as_json: bool) -> None:
    if printed(told, msgspec.structs.asdict, as_json, as_csv=False):
        return

    def because(one: Told) -> str:
        return f"{one.category} {one.id}" + (f"  because {one.rule}, confidence {one.confidence:.2f}" if explain else "")

    show_told(told, notes=because)
    for page in dict.fromkeys(one.page for one in told):
        _show_lines(ledger, page, [one for one in told if one.page == page])


def _show_lines(ledger: Ledger, page: str, told: Sequence[Told]) -> None:
    """The lines of a page in which items stand, with their words marked."""
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    text, console = ledger.record(page).page.text, Console()
    start = text.rfind("\n", 0, min(one.start for one in told)) + 1
    stop = text.find("\n", max(one.stop for one in told) - 1)
    shown = Text(text[start : stop if stop >= 0 else None])
    for one in told:
        shown.stylize("reverse", one.start - start, one.stop - start)
    console.print(Text(f"\n{page}, from line {text.count(chr(10), 0, start) + 1}", "dim"))
    console.print(shown)


def _show_page(ledger: Ledger, name: str, version: int | None, explain: bool, as_json: bool) -> None:
    from rich.console import Console  # noqa: PLC0415

    from verbale.brief import show as show_record  # noqa: PLC0415

    record, kept = ledger.record(name, version), ledger.kept(name)
    if as_json:
        click.echo(msgspec.json.encode(record))
        return
    # Citations name a page by its source: here they must name it as this ledger does.
    named = msgspec.structs.replace(record, page=msgspec.structs.replace(record.page, source=kept.page))
    show_record(named, Console(), explain=explain)
    day = ledger.day(name)
    about = [
        *([f"tells no day; by the events of other pages {day.first} – {day.last}: {day.reason}"] if day and version is None else []),
        f"kept as {kept.page}: {kept.address}",
        f"read by {kept.reader}" + (f", told to be of {kept.given}" if kept.given else ""),
        f"report of {kept.source}" if kept.source else None,
        f"copies {kept.copy_of}, which came first" if kept.copy_of else None,
        f"copied by {', '.join(kept.copies)}" if kept.copies else None,
        f"{len(kept.versions)} versions, the last of {kept.versions[-1].added[:10]}" if len(kept.versions) > 1 else None,
    ]
    for line in filter(None, about):
        message(line)
