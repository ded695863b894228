"""``python -m bench [PART...]``: measure some parts, by default all but ``ledger`` and ``web`` (half an hour each) and ``misses``."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from bench import articles, cross, dating, dirty, ledger, lines, misses, names, pairs, records, speed, times, web
from bench.sets import SHARED, available
from verbale.lexicons.own import VARIABLE

MEASURED = ("records", "names", "pairs", "dating", "dirty", "lines", "html", "times", "cross", "speed")
PARTS = (*MEASURED, "ledger", "web", "misses")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is asked for and print it.

    Args:
        arguments: As on the command line.
    """
    chosen = _parser().parse_args(arguments)
    os.environ[VARIABLE] = ""  # only our own lexicons are measured
    if not SHARED.is_dir():
        print(f"Only our own pages are measured: no folder {SHARED.name} beside the repository.")
    for part in chosen.parts or MEASURED:
        print(f"\n== {part}", flush=True)
        if part == "records":
            records.show(chosen.sets or (), full=chosen.full, misses=chosen.misses)
        elif part in {"lines", "html"}:
            (lines if part == "lines" else articles).show(validate=chosen.validate)
        elif part == "cross":
            cross.show(misses=chosen.misses)
        else:
            measured = {"names": names, "pairs": pairs, "dating": dating, "dirty": dirty, "times": times, "speed": speed}
            measured |= {"ledger": ledger, "web": web, "misses": misses}
            measured[part].show()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure quality and speed.")
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; by default all but ledger, web and misses", choices=[*PARTS, []]
    )
    parser.add_argument("--set", dest="sets", action="append", choices=available(), help="records: only this set (may be repeated)")
    parser.add_argument("--full", action="store_true", help="records: precision, recall and counts too")
    parser.add_argument(
        "--misses", action="store_true", help="records, cross: what was missed and what was extra (never of the held-out set)"
    )
    parser.add_argument("--validate", action="store_true", help="lines, html: fit the weights anew with pages held out (some minutes)")
    return parser


if __name__ == "__main__":
    main()
