"""The command line: results on stdout, progress and messages on stderr; exit 0 done, 1 some pages failed, 2 wrong usage."""

from __future__ import annotations

import click

from verbale.cli.look import lines, times, who
from verbale.cli.read import brief, read


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="verbale", message="%(prog)s %(version)s")
def main() -> None:
    r"""Read Chinese news pages: who met whom, who said what, what was agreed, asked, refused and promised.

    Every record is pinned to the page's own characters. Works offline.

    \b
      verbale read examples/*.txt
      verbale brief examples/*.txt -o brief.html
    """


for command in (read, brief, lines, times, who):
    main.add_command(command)
