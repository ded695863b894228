"""The floor of accounts over many pages: events and contradictions that were once found stay found."""

import functools
import tomllib
from pathlib import Path

import pytest

from bench.cross import Measure, available, measures, scores

FLOORS = tomllib.loads((Path(__file__).parent / "talks/floors.toml").read_text(encoding="utf-8"))


@functools.cache
def measured(name: str) -> dict[str, Measure]:
    if name not in available():
        pytest.skip(f"no labels over pages {name} beside the repository")
    return measures(scores(name))


@pytest.mark.parametrize(
    ("name", "measure", "part", "floor"),
    [(name, measure, part, floor) for name, rows in FLOORS.items() for measure, parts in rows.items() for part, floor in parts.items()],
)
def test_no_account_falls_below_its_floor(name: str, measure: str, part: str, floor: float) -> None:
    assert getattr(measured(name)[measure], part) >= floor


def test_own_talks_are_always_there() -> None:
    assert {"talks a", "talks b"} <= set(available())
