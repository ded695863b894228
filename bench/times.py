"""Expressions of time and the days that they mean, by Verbale and by other programs."""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bench.scorers import score_times
from bench.sets import SHARED
from bench.time_programs import NAMES, Program, program

ROUNDS = 3


def items_of(file: Path) -> list[dict[str, Any]]:
    """The labelled sentences of a file, one a line; shared/tools/score_times.py describes them."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def counts_of(file: Path, reader: Program | None = None) -> Counter[str]:
    """Answer a file of sentences and judge the answers.

    Args:
        file: One sentence with its labelled expression a line.
        reader: The program that answers; Verbale where none is given.

    Returns:
        The judge's counts, summed.
    """
    reader = reader or program("verbale")
    assert reader
    counts: Counter[str] = Counter()
    for item in items_of(file):
        counts.update(score_times.judge(item, reader.read(item), reader.end_slack))
    return counts


def speed_of(reader: Program, items: list[dict[str, Any]]) -> float:
    """Expressions found in a second, in the fastest of some rounds."""
    fastest, found = float("inf"), 0
    for _ in range(ROUNDS):
        start = time.process_time()
        found = sum(len(reader.read(item)) for item in items)
        fastest = min(fastest, time.process_time() - start)
    return found / fastest


def show() -> None:
    """Print spans, values and speed of each program on each shared file of times."""
    files = sorted((SHARED / "times").glob("*.jsonl"))
    if not files:
        print("no shared times here: nothing is measured")
        return
    readers = {name: program(name) for name in NAMES}
    print(f"{'':50}{'items':>6}{'span exact':>12}{'span overlap':>14}{'value strict':>14}{'value bound':>13}")
    for file in files:
        for name, reader in readers.items():
            print(row(file.stem, name, reader, counts_of(file, reader) if reader else Counter()))
    _show_speed(readers, [item for file in files for item in items_of(file)])


def row(file: str, name: str, reader: Program | None, found: Counter[str]) -> str:
    """One line of the table.

    Args:
        file: The name of the file of sentences.
        name: The package.
        reader: The program, or ``None`` where its package is not installed.
        found: The judge's counts.

    Returns:
        Spans and values, F1 and share of items.
    """
    if reader is None:
        return f"{file:12}{name:38}not installed"
    exact = score_times.f1(found["ex_tp"], found["ex_pred"], found["gold"])[2]
    overlap = score_times.f1(found["ov_hit"], found["ov_pred"], found["gold"], found["ov_pred_ok"])[2]
    strict, bound = found["strict"] / found["n"], found["bound"] / found["n"]
    return f"{file:12}{reader.title:38}{found['n']:6}{exact:12.3f}{overlap:14.3f}{strict:14.3f}{bound:13.3f}"


def _show_speed(readers: dict[str, Program | None], items: list[dict[str, Any]]) -> None:
    speeds = {reader.title: speed_of(reader, items) for reader in readers.values() if reader}
    ours = next(iter(speeds.values()))
    print(f"\nexpressions found in a second, the fastest of {ROUNDS} rounds over these {len(items)} sentences")
    for title, speed in speeds.items():
        print(f"  {title:38}{speed:8,.0f}" + ("" if speed == ours else f"   Verbale is {ours / speed:.1f} times as fast"))
