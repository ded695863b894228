"""``verbale events``, ``contradictions``, and ``show`` of an event: what many pages tell of one thing."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import click
import msgspec

from verbale.cli.keep import LEDGER, ledger_at
from verbale.cli.pages import message
from verbale.cli.told import cited, formats, printed, show_told

if TYPE_CHECKING:
    from rich.console import Console

    from verbale.ledger.book import Ledger
    from verbale.ledger.events.accounts import Account, Happening
    from verbale.ledger.events.clashes import Contradiction
    from verbale.ledger.events.views import Field
    from verbale.model import Record

_DAY = click.DateTime(formats=["%Y-%m-%d"])
_SHOWN = 50
_MARKS = ",，。；;\n"
_TIES = 12  # reasons that --explain shows of one event
_FIRST = click.option("--from", "first", type=_DAY, metavar="DAY", help="From this day on.")
_LAST = click.option("--to", "last", type=_DAY, metavar="DAY", help="Until this day.")
_LIMIT = click.option(
    "--limit", type=click.IntRange(0), default=None, metavar="N", help=f"At most N, 0 for all. [{_SHOWN}; all as JSON, CSV]"
)


def _wanted(as_data: bool, first: datetime.datetime | None, last: datetime.datetime | None, limit: int | None, **others: Any) -> Any:
    from verbale.ledger.views import Wanted  # noqa: PLC0415 - --help needs no ledger

    most = (None if as_data else _SHOWN) if limit is None else limit or None
    return Wanted(first=first.date() if first else None, last=last.date() if last else None, limit=most, **others)


@click.command()
@LEDGER
@click.option("--party", metavar="NAME", help="Only this party: an id (USA, rubio) or a name in any script.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only this kind: meet, agree, attack … (may be repeated).")
@click.option("--pages", "least", type=click.IntRange(1), default=1, metavar="N", help="Only what at least N pages tell.")
@_FIRST
@_LAST
@_LIMIT
@formats
def events(ledger: str, least: int, as_json: bool, as_csv: bool, **filters: Any) -> None:
    """Show events: what several pages tell of one act or meeting, joined."""
    wanted = _wanted(as_json or as_csv, **filters)
    with ledger_at(ledger) as opened:
        found = opened.events(wanted, least)
    if printed(found, _event_row, as_json, as_csv):
        return
    for one in found:
        click.echo(_line(one))
    if not found:
        message("no events")
    elif len(found) == wanted.limit:
        message(f"the latest {len(found)}; --limit 0 shows all")


def _event_row(one: Happening) -> dict[str, Any]:
    return msgspec.structs.asdict(one) | {"parties": "; ".join(one.parties)}


def _line(one: Happening) -> str:
    about = " · ".join(filter(None, (", ".join(one.parties), one.place, one.modality if one.modality != "happened" else None)))
    return f"{_days(one)}  {one.kind}  {about}  ({_count(one.members, 'record')} of {_count(one.pages, 'page')})  {one.id}"


def _days(one: Happening) -> str:
    return " – ".join(dict.fromkeys(filter(None, (one.day_from, one.day_to)))) or (f"about {one.day}" if one.day else "no day")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


@click.command()
@LEDGER
@click.option("--field", "kinds", multiple=True, metavar="FIELD", help="Only this field: date, place, claim_denied … (may be repeated).")
@_FIRST
@_LAST
@_LIMIT
@formats
def contradictions(ledger: str, as_json: bool, as_csv: bool, **filters: Any) -> None:
    """Show where sources exclude each other, and claims that the one concerned denies.

    Copies of a page and reports of one wire count as one source. What one page tells and another leaves out contradicts nothing.
    """
    from rich.console import Console  # noqa: PLC0415

    wanted = _wanted(as_json or as_csv, **filters)
    with ledger_at(ledger) as opened:
        found = opened.contradictions(wanted)
        if printed(found, _clash_row, as_json, as_csv):
            return
        for one in found:
            _show_clash(opened, one, Console())
    if not found:
        message("no contradictions")
    elif len(found) == wanted.limit:
        message(f"the latest {len(found)}; --limit 0 shows all")


def _clash_row(one: Contradiction) -> dict[str, Any]:
    said = " | ".join(f"{source.value} {source.citation}" for source in one.sources)
    return msgspec.structs.asdict(one) | {"sources": said}


def _show_clash(ledger: Ledger, one: Contradiction, console: Console) -> None:
    """A contradiction with the words of its sources."""
    from rich.text import Text  # noqa: PLC0415

    head = Text.assemble((one.day or "no day", "bold"), f"  {one.field.replace('_', ' ')}", (f"  {one.reason}", "dim"))
    console.print(cited(Text(""), head, f"event {one.event}" if one.event else ""))
    for source in one.sources:
        record = ledger.record(source.page)
        words = _clause(record.page.text, source.start, source.stop)
        voice = f", in the words of {_name(record, source.voice)}" if source.voice else ""
        console.print(cited(Text("    ·"), Text.assemble((source.value, "cyan"), f"{voice}: ", words), source.citation))


def _name(record: Record, party: str) -> str:
    """What a page calls a party."""
    entity = next((one for one in record.entities if one.id == party), None)
    return " ".join(dict.fromkeys(filter(None, (entity.name, entity.names[0] if entity.names else None)))) if entity else party


def _clause(text: str, start: int, stop: int) -> str:
    """The clause around characters of a page."""
    first = max((text.rfind(mark, 0, start) for mark in _MARKS), default=-1) + 1
    ends = [end for mark in _MARKS if (end := text.find(mark, stop)) >= 0]
    return text[first : min(ends, default=len(text))]


def show_event(ledger: Ledger, name: str, explain: bool, as_json: bool) -> None:
    """Show all that is told of one event.

    Args:
        ledger: The ledger.
        name: Its id.
        explain: Whether the reasons are shown why its pages belong together.
        as_json: Whether it is printed as JSON.

    Raises:
        LedgerError: There is no such event.
    """
    from rich.console import Console  # noqa: PLC0415

    account, console = ledger.event(name), Console()
    if as_json:
        click.echo(msgspec.json.encode(account))
        return
    click.echo(_line(account.event))
    for field in account.fields:
        _show_field(field, console)
    click.echo("\ntold by")
    show_told(account.told)
    for one in account.contradictions:
        click.echo("")
        _show_clash(ledger, one, console)
    if explain:
        _show_ties(account)


def _show_field(field: Field, console: Console) -> None:
    from rich.text import Text  # noqa: PLC0415

    for number, value in enumerate(field.values):
        mark = " ✗" if value.contradicted else "  "
        before = Text(f"  {field.name if not number else '':<13}{mark}")
        by = " ".join(dict.fromkeys(one.citation for one in value.said))
        console.print(cited(before, Text.assemble((value.value, "bold"), (f"  {by}", "dim")), ""))
    if field.omitted:
        console.print(Text(f"  {'':<15}not told by {', '.join(field.omitted)}", "italic dim"))


def _show_ties(account: Account) -> None:
    sources = dict.fromkeys(account.sources.values())
    click.echo(f"\n{_count(len(account.sources), 'page')}, {_count(len(sources), 'source')}: {', '.join(sources)}")
    for tie in account.ties[:_TIES]:
        click.echo(f"  {tie.confidence:.2f}  {tie.page} {tie.item} and {tie.other_page} {tie.other_item}: {tie.reason}")
    if len(account.ties) > _TIES:
        click.echo(f"  and {len(account.ties) - _TIES} more; --json has all")
