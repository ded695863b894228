"""``verbale who``: what the tables know of a name."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click
import msgspec

from verbale.cli.pages import message

if TYPE_CHECKING:
    from verbale.entities.entries import GazetteerEntry
    from verbale.entities.gazetteer import Gazetteer
    from verbale.entities.tenures import Tenure

_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.argument("name")
@click.option("--on", "day", type=_DAY, metavar="DAY", help="Only the offices held on a day such as 2025-02-18.")
@click.option("--json", "as_json", is_flag=True, help="What is known as JSON, one line a party.")
def who(name: str, day: datetime.datetime | None, as_json: bool) -> None:
    """Tell whom a NAME may mean, with all its forms and offices over time.

    NAME is a person, state, organization, city, venue or title in any script, a Latin surname, an id such as rubio or USA, or an office
    such as 美国国务卿. An unknown name is told with those that come near to it, and the command ends with 1.
    """
    from verbale.entities.gazetteer import load  # noqa: PLC0415 - --help needs no tables
    from verbale.entities.lookup import holders, lookup, near  # noqa: PLC0415

    known, on = load(), day.date() if day else None
    found, held = lookup(known, name), _on(holders(known, name), on)
    for entry in found:
        click.echo(_json(known, entry, on) if as_json else _told(known, entry, on))
    for tenure in held:
        click.echo(msgspec.json.encode(tenure) if as_json else _holder(known, tenure))
    if not found and not held:
        alike = near(known, name)
        message(f"{name}: not known" + ("; near to it:" if alike else ""))
        for why, entry in alike:
            message(f"  {entry.id}  {entry.name} {entry.name_zh}  ({why})")
        sys.exit(1)


def _on(tenures: Iterable[Tenure], day: datetime.date | None) -> tuple[Tenure, ...]:
    return tuple(tenure for tenure in tenures if day is None or tenure.covers(day))


def _told(known: Gazetteer, entry: GazetteerEntry, day: datetime.date | None) -> str:
    belongs = entry.affiliation or (entry.country if entry.country != entry.id else None)
    about = ", ".join(part for part in (entry.category, entry.kind, belongs, entry.city, entry.wikidata) if part)
    lines = [f"{entry.id}  {entry.name} {entry.name_zh}  ({about})", f"  forms   {'、'.join(entry.forms)}"]
    lines += [f"  office  {_office(known, tenure)} ({tenure.body})  {_days(tenure)}" for tenure in _on(known.offices_of(entry.id), day)] * (
        entry.category == "person"
    )
    return "\n".join(lines)


def _holder(known: Gazetteer, tenure: Tenure) -> str:
    person = known.entries["person", tenure.person]
    return f"{_days(tenure)}  {person.id}  {person.name} {person.name_zh}  {_office(known, tenure)} ({tenure.body})"


def _office(known: Gazetteer, tenure: Tenure) -> str:
    title = known.entry("title", tenure.office)
    return f"{tenure.office} {title.name}" if title else tenure.office


def _days(tenure: Tenure) -> str:
    return f"{tenure.start or '…'} – {tenure.end or '…'}"


def _json(known: Gazetteer, entry: GazetteerEntry, day: datetime.date | None) -> bytes:
    told: dict[str, Any] = msgspec.structs.asdict(entry)
    if entry.category == "person":
        told["offices"] = [
            {"office": tenure.office, "body": tenure.body, "start": tenure.start, "end": tenure.end}
            for tenure in _on(known.offices_of(entry.id), day)
        ]
    return msgspec.json.encode(told)
