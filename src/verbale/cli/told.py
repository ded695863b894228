"""How the commands of the ledger print what it tells: for a person, as JSON Lines, as CSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click
import msgspec

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from verbale.ledger.telling import Party, Told

Command = TypeVar("Command", bound=Callable[..., Any])
Item = TypeVar("Item", bound=msgspec.Struct)


def formats(command: Command) -> Command:
    """Give a command the options ``--json`` and ``--csv``.

    Args:
        command: The command's function.

    Returns:
        The same, with ``as_json`` and ``as_csv``.
    """
    command = click.option("--csv", "as_csv", is_flag=True, help="Comma-separated values with a header.")(command)
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")(command)


def printed(items: Sequence[Item], row: Callable[[Item], dict[str, Any]], as_json: bool, as_csv: bool) -> bool:
    """Print items for a program, where that is asked for.

    Args:
        items: The items.
        row: Makes a flat row of one.
        as_json: Whether JSON is asked for.
        as_csv: Whether CSV is asked for.

    Returns:
        Whether they were printed.

    Raises:
        click.UsageError: Both are asked for.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other.")
    if as_json:
        for item in items:
            click.echo(msgspec.json.encode(item))
    elif as_csv and items:
        writer = csv.DictWriter(sys.stdout, list(row(items[0])), lineterminator="\n")
        writer.writeheader()
        writer.writerows(map(row, items))
    return as_json or as_csv


def show_told(told: Iterable[Told], *, notes: Callable[[Told], str | None] = lambda _: None) -> None:
    """Print items for a person, in the order given: day, who did what to whom, citation; below the words, and what else is known.

    Args:
        told: The items.
        notes: What else is to be said of one, if anything.
    """
    from rich.console import Console  # noqa: PLC0415 - --help needs no console
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console()
    for one in told:
        console.print(cited(Text(one.day or "no day", "bold"), head(one), one.citation))
        if one.words:
            console.print(Padding(Text(f"“{one.words}”" if one.kind == "direct" else one.words), (0, 0, 0, 12), expand=False))
        if known := "  ".join(filter(None, (*_facts(one), notes(one)))):
            console.print(Padding(Text(known, "italic dim"), (0, 0, 0, 12), expand=False))


def cited(before: Text, words: Text, citation: str) -> Table:
    """A line that ends in a citation, which is never broken.

    Args:
        before: What stands before the words, in a column of its own.
        words: The words, broken where they are too long.
        citation: The citation.

    Returns:
        The line.
    """
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    line = Table.grid(padding=(0, 0, 0, 2), expand=True)
    line.add_column(no_wrap=True)
    line.add_column(ratio=1, overflow="fold")
    line.add_column(justify="right", no_wrap=True)
    line.add_row(before, words, Text(citation, "dim"))
    return line


def head(one: Told) -> Text:
    """Who did what to whom.

    Args:
        one: The item.

    Returns:
        One line.
    """
    from rich.text import Text  # noqa: PLC0415

    from verbale.brief.labels import label  # noqa: PLC0415
    from verbale.ledger.exports.flat import WHO, WHOM, having  # noqa: PLC0415

    tables = {"statement": "statements", "act": "acts", "meeting": "formats", "commitment": "acts", "position": "stances"}
    verb = "met" if one.category == "meeting" and one.kind == "meeting" else label(tables[one.category], one.kind).english
    if one.category == "meeting":
        return Text.assemble((_sides(one.parties), "bold"), "  ", (f"meet {verb}" if verb != "met" else "meet", "red"), _modality(one))
    who = ", ".join(_name(party) for party in having(one, WHO)) or label("words", "somebody").english
    line = Text.assemble((who, "bold"), "  ", (verb, "cyan"))
    if whom := having(one, WHOM):
        line.append(" → ").append(", ".join(_name(party) for party in whom), "bold")
    return line.append(f"  {one.cue}" if one.cue else "", "dim").append(_modality(one))


def _modality(one: Told) -> str:
    from verbale.brief.labels import label  # noqa: PLC0415

    return f"  ({label('modalities', one.modality).english})" if one.modality not in {None, "happened"} else ""


def _sides(parties: Sequence[Party]) -> str:
    """The sides of a meeting, each with its persons behind it."""
    sides: list[tuple[str, list[str]]] = []
    for party in parties:
        if party.role == "side":
            sides.append((_name(party), []))
        elif party.role == "person" and sides and _name(party) != sides[-1][0]:
            sides[-1][1].append(_name(party))
    return " ↔ ".join(f"{side}: {', '.join(persons)}" if persons else side for side, persons in sides)


def _name(party: Party) -> str:
    names = dict.fromkeys(name for name in (party.name, party.name_zh) if name)
    return " ".join(names) or party.id


def _facts(one: Told) -> list[str | None]:
    from verbale.brief.names import days  # noqa: PLC0415

    done, due = days(_day(one.day_from), _day(one.day_to)), days(_day(one.due_from), _day(one.due_to))
    spread = one.day_from != one.day_to and done is not None
    told_on = one.day_from is None and one.day_to is None and one.category in {"act", "meeting"}
    behind = [_name(party) for party in one.parties if party.role == "via"]
    return [
        f"on {done.english}" if spread and done else None,
        "day not told; page's day" if told_on and one.day else None,
        f"at {_place(one, one.place)}" if one.place else None,
        f"due {due.english}" if due else None,
        f"if {one.condition}" if one.condition else None,
        f"according to {_party(one, one.according_to)}" if one.according_to else None,
        f"through {', '.join(behind)}" if behind else None,
        f"report of {one.source}" if one.source else None,
        f"copied by {', '.join(one.also)}" if one.also else None,
    ]


def _place(one: Told, place: str) -> str:
    """A place, in which a state's id is its name."""
    states = {party.id: party.name for party in one.parties if party.type == "state" and party.name}
    return ", ".join(states.get(part, part) for part in place.split(", "))


def _party(one: Told, identity: str) -> str:
    return next((_name(party) for party in one.parties if party.id == identity), identity)


def _day(written: str | None) -> Any:
    import datetime  # noqa: PLC0415

    return datetime.date.fromisoformat(written) if written else None
