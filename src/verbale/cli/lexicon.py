"""``verbale lexicon``: the tables and rules that pages are read with, ours and the user's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from verbale.cli.pages import message
from verbale.lexicons.own import VARIABLE, folder, usual


def use(context: click.Context, given: Path | None) -> None:
    """Read pages with another folder of the user's lexicons while a command runs.

    Args:
        context: The command's context.
        given: The folder; ``None`` for the usual one.
    """
    if given is None:
        return
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = str(given)
    context.call_on_close(lambda: os.environ.update({VARIABLE: before}) if before is not None else os.environ.pop(VARIABLE))


@click.group()
def lexicon() -> None:
    """Look after the tables and rules that pages are read with."""


@lexicon.command()
@click.argument("directory", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="[DIR]")
def check(directory: Path | None) -> None:
    """Check our lexicons and your own: those of DIR, else of your configuration folder.

    Each problem is told as FILE:LINE: what is wrong: what would be right. Ends with 1 where there are errors; warnings are for you to
    judge.
    """
    from verbale.entities.checking import check as checked  # noqa: PLC0415 - --help needs no tables

    place = directory or folder()
    problems = checked(place)
    for problem in problems:
        click.echo(problem)
    errors = sum(problem.level == "error" for problem in problems)
    message(f"{place or 'no lexicons of your own'}: {errors} errors, {len(problems) - errors} warnings")
    if errors:
        sys.exit(1)


@lexicon.command()
def path() -> None:
    """Print the folder in which your own lexicons are looked for."""
    click.echo(folder() or usual())
