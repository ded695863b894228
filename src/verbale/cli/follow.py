"""``verbale promises``, ``positions``, ``talks``: what became of what was promised, how positions move, who negotiates what."""

from __future__ import annotations

import csv
import datetime
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click
import msgspec

from verbale.cli.ask import DAY, filters, party_option, show_items, wanted_from
from verbale.cli.keep import LEDGER, ledger_at
from verbale.cli.pages import message
from verbale.cli.told import formats

if TYPE_CHECKING:
    from verbale.ledger.outcomes.moves import Move
    from verbale.ledger.outcomes.outcome import Outcome
    from verbale.ledger.talks.account import Account, Phase
    from verbale.ledger.talks.talk import Talk
    from verbale.ledger.telling import Told

_STATUSES = ("open", "kept", "broken", "overdue")


@click.command()
@LEDGER
@party_option
@filters
@click.option("--on", "on", type=DAY, metavar="DAY", help="As of this day, by what had been told by then. [the day of the latest page]")
@click.option("--status", "statuses", type=click.Choice(_STATUSES), multiple=True, help="Only these (may be repeated).")
@click.option("--overdue", is_flag=True, help="The same as --status overdue.")
@formats
def promises(
    ledger: str, on: datetime.datetime | None, statuses: tuple[Any, ...], overdue: bool, as_json: bool, as_csv: bool, **given: Any
) -> None:
    """Show what was promised and agreed, by whom, to whom and by when, and what became of it.

    A promise is open, kept, broken or overdue; what shows it stands below, with a citation.
    """
    wanted, such = wanted_from(as_json or as_csv, **given), (*statuses, *["overdue"] * overdue)
    with ledger_at(ledger) as opened:
        found = opened.outcomes(wanted, on.date() if on else None, such)
    if _as_data([_outcome_row(one, as_csv) for one in found], as_json, as_csv):
        return
    notes = {(one.commitment.page, one.commitment.id): _outcome_note(one) for one in found}
    show_items([one.commitment for one in found], wanted, "promises", lambda one: notes[one.page, one.id])


def _outcome_note(one: Outcome) -> str:
    if one.status == "open":
        return "open"
    shown = one.shown_by[0] if one.shown_by else None
    return f"{one.status.upper()}: {one.reason}" + (f", {shown.done} {shown.citation}" if shown else "")


def _outcome_row(one: Outcome, flat: bool) -> dict[str, Any]:
    shown = [msgspec.to_builtins(other) for other in one.shown_by]
    known = {"status": one.status, "on": one.on, "reason": one.reason}
    return _row(one.commitment, flat) | known | {"shown_by": "; ".join(other.citation for other in one.shown_by) if flat else shown}


def _row(one: Told, flat: bool) -> dict[str, Any]:
    from verbale.ledger.exports.flat import COLUMNS  # noqa: PLC0415

    return {name: column(one) for name, column in COLUMNS.items()} if flat else msgspec.to_builtins(one)


def _as_data(rows: Sequence[dict[str, Any]], as_json: bool, as_csv: bool) -> bool:
    """Print rows for a program, where that is asked for."""
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    if as_json:
        for row in rows:
            click.echo(msgspec.json.encode(row))
    elif as_csv and rows:
        writer = csv.DictWriter(sys.stdout, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return as_json or as_csv


@click.command()
@LEDGER
@click.argument("party")
@filters
@click.option("--issue", metavar="ISSUE", help="Only on this issue, in English or Chinese: sanctions, 领土 …")
@formats
def positions(ledger: str, party: str, issue: str | None, as_json: bool, as_csv: bool, **given: Any) -> None:
    """Show what PARTY holds must, must not, will or will not be, and whether it held, moved or dropped it since."""
    from verbale.ledger.outcomes.issues import issue_named, issues  # noqa: PLC0415

    wanted, known = wanted_from(as_json or as_csv, party=party, **given), issue_named(issue) if issue else None
    if issue and known is None:
        raise click.BadParameter(f"{issue!r} is none of {', '.join(issues())}", param_hint="--issue")
    with ledger_at(ledger) as opened:
        held, moves = opened.positions(wanted, known), opened.moves(wanted, known)
    changes = {(one.after.page, one.after.id): one for one in moves}
    if not _as_data([_position_row(one, changes.get((one.page, one.id)), as_csv) for one in held], as_json, as_csv):
        show_items(held, wanted, f"positions of {party}", lambda one: _change(changes.get((one.page, one.id))))


def _position_row(one: Told, change: Move | None, flat: bool) -> dict[str, Any]:
    since = {"since": change.before.citation if change else None, "change": change.status if change else None}
    return _row(one, flat) | since | {"issue": change.issue if change else None, "reason": change.reason if change else None}


def _change(one: Move | None) -> str | None:
    if one is None:
        return None
    about = f" on {one.issue}" if one.issue else ""
    before = one.before
    return f"{one.status.upper()}{about} since {before.day}: {before.kind.replace('_', ' ')} “{before.words}” {before.citation}"


@click.command()
@LEDGER
@click.argument("name", metavar="[TALKS]", required=False)
@party_option
@click.option("--from", "first", type=DAY, metavar="DAY", help="That were still told of on this day or later.")
@click.option("--to", "last", type=DAY, metavar="DAY", help="That were told of on this day or before.")
@click.option("--limit", type=click.IntRange(0), default=None, metavar="N", help="At most N, 0 for all.")
@click.option("--on", "on", type=DAY, metavar="DAY", help="As of this day. [the day of the latest page]")
@formats
def talks(ledger: str, name: str | None, on: datetime.datetime | None, as_json: bool, as_csv: bool, **given: Any) -> None:
    """Show the negotiations of which several pages tell, the one with the latest news first.

    With TALKS (an id or its beginning) one of them: its rounds, what is scheduled, what falls due, what is contested, the latest pages.
    """
    wanted = wanted_from(as_json or as_csv, **given)
    with ledger_at(ledger) as opened:
        if name is not None:
            account = opened.talk(name, on.date() if on else None)
            if not _as_data([msgspec.to_builtins(account)], as_json, as_csv):
                _show_account(account)
            return
        found = opened.talks(wanted)
    if not _as_data([_talk_row(one, as_csv) for one in found], as_json, as_csv):
        for one in found:
            click.echo(f"{one.first} – {one.last}  {one.title}  {one.title_zh}\n            {_counted(one)}  [{one.id}]")
        message(
            f"{len(found)} negotiation{'s' * (len(found) != 1)}"
            if found
            else "no talks: the least are two pages on two days with a meeting"
        )


def _talk_row(one: Talk, flat: bool) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(one)
    return {name: "; ".join(map(str, value)) if isinstance(value, list) else value for name, value in row.items()} if flat else row


def _counted(one: Talk) -> str:
    return f"{one.pages} pages, {one.meetings} mentions of meetings" + (f"; {', '.join(one.issues)}" if one.issues else "")


def _show_account(one: Account) -> None:
    click.echo(f"{one.talk.title}  {one.talk.title_zh}  [{one.talk.id}]\n{one.talk.first} – {one.talk.last}, {_counted(one.talk)}")
    for heading, phases in (("Rounds", one.phases), ("Scheduled", one.scheduled)):
        _section(heading, [_phase(phase) for phase in phases])
    _section("Falls due", [f"{due.commitment.due_to}  {due.commitment.words} {due.commitment.citation}" for due in one.due])
    became = [f"{other.status}  {other.commitment.words} {other.commitment.citation}" for other in one.promises]
    _section("Promises", became)
    _section("Contested", list(one.contested))
    _section("Latest pages", [f"{page.day}  {page.title or page.page} [{page.page}]" for page in one.pages])


def _section(heading: str, lines: Sequence[str]) -> None:
    if lines:
        click.echo("\n".join((f"\n{heading}", *(f"  {line}" for line in lines))))


def _phase(one: Phase) -> str:
    days = one.first if one.first == one.last else f"{one.first} – {one.last}"
    number = f"round {one.number}, " if one.number else ""
    told = "" if one.modality == "happened" else f" ({one.modality})"
    place = f" in {', '.join(one.places)}" if one.places else ""
    return f"{days}  {number}{', '.join(one.sides)}{place}{told}  {' '.join(meeting.citation for meeting in one.meetings)}"
