"""Other programs that read times in Chinese, on the same sentences in the same run; those that are not installed are left out.

They are in requirements/bench.in: ``pip install -r requirements/bench.in``. Verbale itself needs none of them.
"""

from __future__ import annotations

import datetime
import importlib
import importlib.metadata
import logging
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from bench.times_answers import answer

Answer = dict[str, Any]
Reader = Callable[[Answer], list[Answer]]
_MINUTES = {"year": 525600, "month": 43200, "week": 10080, "day": 1440, "hour": 60, "minute": 1, "second": 1 / 60}
_DATE = re.compile(r"(\d{1,4})-(\d\d-\d\d)(?!\d)")
_MINUTES |= {"workday": 1440, "quarter": 129600}


class Program(NamedTuple):
    """A program that reads the times of a sentence.

    Attributes:
        title: Its name and version.
        read: Item (sentence, reference) to expressions, as shared/tools/score_times.py wants them.
        end_slack: Days by which the end of its periods lies after their last day.
    """

    title: str
    read: Reader
    end_slack: int


def _tolerant(read: Reader) -> Reader:
    """A reader that finds nothing where the program fails, whatever its fault."""

    def attempt(item: Answer) -> list[Answer]:
        try:
            return read(item)
        except Exception:  # noqa: BLE001
            return []

    return attempt


def _verbale(_: Any) -> Reader:
    return lambda item: list(answer(item)["expressions"])


def _jionlp(module: Any) -> Reader:
    logging.disable(logging.ERROR)  # it logs each of its own faults with a traceback

    def read(item: Answer) -> list[Answer]:
        day = datetime.date.fromisoformat(item["reference"])
        base = {"year": day.year, "month": day.month, "day": day.day}
        found = module.ner.extract_time(item["sentence"], time_base=base, with_parsing=True)
        return [{"start": each["offset"][0], "end": each["offset"][1], "value": jionlp_value(each["detail"])} for each in found]

    return _tolerant(read)


def jionlp_value(detail: Answer) -> Answer | None:
    """What JioNLP's answer means: two moments, or a length as units and their counts; what comes again (time_period) has no value.

    Args:
        detail: The parsed expression.

    Returns:
        Days, minutes, or ``None``.
    """
    time = detail["time"]
    if detail["type"] in {"time_point", "time_span"}:
        return {"start": _day(time[0]), "end": _day(time[1])}
    if detail["type"] != "time_delta":
        return None
    lengths = [sum(count * _MINUTES[unit] for unit, count in each.items()) for each in (time if isinstance(time, list) else [time])]
    return {"minutes": sum(lengths) / len(lengths)}


def _day(moment: str | None) -> str | None:
    """The day of a moment that is written as a date with any time behind it; the year may be short (367-01-01)."""
    found = _DATE.match(moment or "")
    return f"{int(found[1]):04}-{found[2]}" if found else None


def _recognizers(module: Any) -> Reader:
    def read(item: Answer) -> list[Answer]:
        reference = datetime.datetime.combine(datetime.date.fromisoformat(item["reference"]), datetime.time())
        found = module.recognize_datetime(item["sentence"], "zh-cn", reference=reference)
        return [{"start": each.start, "end": each.end + 1, "value": recognizers_value(each.resolution)} for each in found]

    return _tolerant(read)


def recognizers_value(resolution: Answer | None) -> Answer | None:
    """The first of the recognizers' values, which is the past one.

    Args:
        resolution: All that an expression may mean.

    Returns:
        Days (the end of a period is the day after its last), minutes, or ``None``.
    """
    first = ((resolution or {}).get("values") or [{}])[0]
    if first.get("type") == "duration":
        return {"minutes": float(first["value"]) / 60}
    day, start, end = (_day(first.get(name)) for name in ("value", "start", "end"))
    return {"start": day or start, "end": day or end} if day or start or end else None


_KNOWN: dict[str, tuple[str, Callable[[Any], Reader], int]] = {
    "verbale": ("verbale", _verbale, 0),
    "jionlp": ("jionlp", _jionlp, 0),
    "ms-recognizers-text-date-time": ("ms_recognizers_date_time", _recognizers, 1),
}


def program(name: str) -> Program | None:
    """One program, ready to read.

    Args:
        name: The name of its package.

    Returns:
        The program, or ``None`` where the package is not installed.
    """
    module, make, end_slack = _KNOWN[name]
    try:
        read = make(importlib.import_module(module))
    except ImportError:
        return None
    return Program(f"{name} {importlib.metadata.version(name)}", read, end_slack)


NAMES = tuple(_KNOWN)
