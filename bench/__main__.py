"""``python -m bench [records|dirty|lines|times|speed]``: measure one part, or all of them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from bench import dirty, lines, records, speed, times
from bench.sets import SHARED, available

PARTS = ("records", "dirty", "lines", "times", "speed")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure what is asked for and print it.

    Args:
        arguments: As on the command line.
    """
    chosen = _parser().parse_args(arguments)
    if not SHARED.is_dir():
        print(f"Only our own pages are measured: no folder {SHARED.name} beside the repository.")
    for part in chosen.parts or PARTS:
        print(f"\n== {part}", flush=True)
        if part == "records":
            records.show(chosen.sets or (), full=chosen.full, misses=chosen.misses)
        elif part == "lines":
            lines.show(validate=chosen.validate)
        else:
            {"dirty": dirty, "times": times, "speed": speed}[part].show()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure quality and speed.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all by default", choices=[*PARTS, []])
    parser.add_argument("--set", dest="sets", action="append", choices=available(), help="records: only this set (may be repeated)")
    parser.add_argument("--full", action="store_true", help="records: precision, recall and counts too")
    parser.add_argument("--misses", action="store_true", help="records: what was missed and what was extra (never of the held-out set)")
    parser.add_argument("--validate", action="store_true", help="lines: fit the weights anew with pages held out (some minutes)")
    return parser


if __name__ == "__main__":
    main()
