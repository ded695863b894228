"""Expressions of time and the days that they mean."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from bench.scorers import score_times
from bench.sets import SHARED
from bench.times_answers import answer


def counts_of(file: Path) -> Counter[str]:
    """Answer a file of sentences and judge the answers.

    Args:
        file: One sentence with its labelled expression a line; shared/tools/score_times.py describes it.

    Returns:
        The judge's counts, summed.
    """
    counts: Counter[str] = Counter()
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            item = json.loads(line)
            counts.update(score_times.judge(item, answer(item)["expressions"], 0))
    return counts


def show() -> None:
    """Print spans and values for each shared file of times."""
    files = sorted((SHARED / "times").glob("*.jsonl"))
    if not files:
        print("no shared times here: nothing is measured")
        return
    print(f"{'':14}{'items':>7}{'span exact':>12}{'span overlap':>14}{'value strict':>14}{'value bound':>13}")
    for file in files:
        found = counts_of(file)
        exact = score_times.f1(found["ex_tp"], found["ex_pred"], found["gold"])[2]
        overlap = score_times.f1(found["ov_hit"], found["ov_pred"], found["gold"], found["ov_pred_ok"])[2]
        strict, bound = found["strict"] / found["n"], found["bound"] / found["n"]
        print(f"{file.stem:14}{found['n']:7}{exact:12.3f}{overlap:14.3f}{strict:14.3f}{bound:13.3f}")
