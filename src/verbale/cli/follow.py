"""``verbale promises``, ``positions``: what became of what was promised, and how positions move."""

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
from verbale.cli.told import formats

if TYPE_CHECKING:
    from verbale.ledger.outcomes.moves import Move
    from verbale.ledger.outcomes.outcome import Outcome
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
