"""The command line: results on stdout, progress and messages on stderr; exit 0 done, 1 some pages failed, 2 wrong usage."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verbale.cli.accounts import contradictions, events
from verbale.cli.ask import export, new, search, timeline
from verbale.cli.follow import positions, promises, talks
from verbale.cli.judge import judge
from verbale.cli.keep import add, backup, check, doctor, remove, reread
from verbale.cli.lexicon import lexicon, use
from verbale.cli.look import lines, times
from verbale.cli.read import brief, read
from verbale.cli.serve import account, serve
from verbale.cli.show import show
from verbale.cli.who import who
from verbale.errors import LexiconError


class _Group(click.Group):
    """Tells of a lexicon that cannot be used in words."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except LexiconError as error:
            raise click.UsageError(f"{error} (verbale lexicon check names all that is wrong)") from error


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="verbale", message="%(prog)s %(version)s")
@click.option(
    "--lexicons", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR", help="Your own lexicons, beside ours."
)
@click.pass_context
def main(context: click.Context, lexicons: Path | None) -> None:
    """Read Chinese news pages: who met whom, who said what, what was agreed, asked, refused and promised.

    Every record is pinned to the page's own characters. Works offline.

    \b
      verbale read examples/*.txt
      verbale brief examples/*.txt -o brief.html
    """  # noqa: D301 - click reads the backspace character
    use(context, lexicons)


_READING = (read, brief, lines, times, who, lexicon)
_VIEWS = (show, search, timeline, events, contradictions, promises, positions, talks, new, export)
_LEDGER = (add, serve, account, *_VIEWS, remove, reread, judge, check, backup, doctor)
for command in (*_READING, *_LEDGER):
    main.add_command(command)
