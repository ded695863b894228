"""Answer a file of sentences with the times that Verbale reads in them.

usage: times_answers.py ITEMS.jsonl ANSWERS.jsonl

ITEMS: one {"id", "sentence", "reference", "before"?} a line; ANSWERS: one {"id", "expressions"} a line, offsets in the sentence.
"""

from __future__ import annotations

import datetime
import json
import sys
from pathlib import Path
from typing import Any

from verbale.language.times import times_of
from verbale.model import TimeExpression


def value_of(time: TimeExpression) -> dict[str, Any] | None:
    """The value of one expression as JSON."""
    if time.value is not None:
        ends = (time.value.start, time.value.end)
        return {name: day and day.isoformat() for name, day in zip(("start", "end"), ends, strict=True)}
    return None if time.minutes is None else {"minutes": time.minutes}


def answer(item: dict[str, Any]) -> dict[str, Any]:
    """The expressions of one item, read after the words before it."""
    before = item.get("before") or ""
    times = times_of(before + "\n" * bool(before) + item["sentence"], datetime.date.fromisoformat(item["reference"]))
    skip = len(before) + bool(before)
    found = [
        {"start": time.span.start - skip, "end": time.span.end - skip, "value": value_of(time)} for time in times if time.span.start >= skip
    ]
    return {"id": item["id"], "expressions": found}


def main() -> None:
    """Read the first file, write the second."""
    items, answers = (Path(name) for name in sys.argv[1:3])
    lines = [json.loads(line) for line in items.read_text(encoding="utf-8").splitlines() if line.strip()]
    answers.write_text("".join(json.dumps(answer(item), ensure_ascii=False) + "\n" for item in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
