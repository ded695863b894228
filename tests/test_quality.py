"""The floor: what was once read right stays right."""

import functools
import tomllib
from pathlib import Path
from typing import Any

import pytest

from bench.scoring import JUNK, Scores, ratios, record_of, score_records
from bench.sets import Labelled, available, labelled_pages

FLOORS: dict[str, dict[str, float]] = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
SEEDS = {"statement content, overlap": 0.85, "statement with speaker": 0.80, "act found (kind, place)": 0.70, "meeting found": 0.80}

FEW = (
    10  # measures of what either side has need no floor on fewer items: a record newly found, its part missed, would lower them by a tenth
)


@functools.cache
def pages(name: str) -> list[Labelled]:
    if name not in available():
        pytest.skip(f"no shared set {name} beside the repository")
    return labelled_pages(name)


@functools.cache
def read(name: str) -> tuple[dict[str, Any], ...]:
    return tuple(record_of(page) for page in pages(name))


@functools.cache
def scores(name: str) -> Scores:
    return score_records(pages(name), read(name))


def f1(name: str, measure: str) -> float:
    return ratios(*scores(name)[measure])[2]


@pytest.mark.parametrize(("name", "measure", "floor"), [(name, row, floor) for name, rows in FLOORS.items() for row, floor in rows.items()])
def test_no_measure_falls_below_its_floor(name: str, measure: str, floor: float) -> None:
    assert f1(name, measure) >= floor


@pytest.mark.parametrize("name", ["own", "seeds", "dev"])
def test_every_measure_has_a_floor(name: str) -> None:
    few = {measure for measure, counts in scores(name).items() if "either" in measure and sum(counts) < FEW}
    assert {measure for measure in scores(name) if measure != JUNK and f1(name, measure) > 0} - few <= set(FLOORS[name])


@pytest.mark.parametrize("name", ["own", "seeds", "dev"])
def test_nothing_is_recorded_from_junk(name: str) -> None:
    assert scores(name)[JUNK] == [0, 0, 0]


@pytest.mark.parametrize("name", ["own", "seeds", "dev"])
def test_every_span_is_grounded(name: str) -> None:
    assert f1(name, "grounded spans") == 1


def test_seeds_keep_every_line_of_the_article() -> None:
    assert f1("seeds", "article lines") == 1


def test_seeds_are_dated_by_their_words() -> None:
    assert all(page.published is None for page in pages("seeds"))
    assert scores("seeds")["published"] == [2, 0, 0]
    assert all(record["published"]["evidence"] for record in read("seeds"))


@pytest.mark.parametrize(("measure", "floor"), SEEDS.items())
def test_seeds_meet_what_was_promised(measure: str, floor: float) -> None:
    assert f1("seeds", measure) >= floor
