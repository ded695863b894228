"""What the bench makes of the answers of other programs, and that it says which are missing."""

from collections import Counter
from typing import Any

import pytest

from bench import time_programs, times


@pytest.mark.parametrize(
    ("detail", "value"),
    [
        (
            {"type": "time_point", "time": ["2022-01-21 00:00:00", "2022-01-21 23:59:59"]},
            {"start": "2022-01-21", "end": "2022-01-21"},
        ),
        ({"type": "time_span", "time": ["2022-02-24 00:00:00", "inf"]}, {"start": "2022-02-24", "end": None}),
        ({"type": "time_point", "time": ["367-01-01 00:00:00", "367-01-01 23:59:59"]}, {"start": "0367-01-01", "end": "0367-01-01"}),
        ({"type": "time_delta", "time": {"hour": 4.5}}, {"minutes": 270.0}),
        ({"type": "time_period", "time": {"delta": {"day": 7}}}, None),
    ],
)
def test_answers_of_jionlp(detail: dict[str, Any], value: dict[str, Any] | None) -> None:
    assert time_programs.jionlp_value(detail) == value


@pytest.mark.parametrize(
    ("resolution", "value"),
    [
        (
            {"values": [{"type": "date", "value": "2022-01-21"}, {"type": "date", "value": "2022-01-28"}]},
            {"start": "2022-01-21", "end": "2022-01-21"},
        ),
        ({"values": [{"type": "daterange", "start": "2021-12-01", "end": "2022-01-01"}]}, {"start": "2021-12-01", "end": "2022-01-01"}),
        ({"values": [{"type": "duration", "value": "1800"}]}, {"minutes": 30.0}),
        ({"values": [{"type": "set", "value": "not resolved"}]}, None),
        (None, None),
    ],
)
def test_answers_of_the_recognizers(resolution: dict[str, Any] | None, value: dict[str, Any] | None) -> None:
    assert time_programs.recognizers_value(resolution) == value


def test_a_program_that_is_not_installed_is_named() -> None:
    assert times.row("news", "jionlp", None, Counter()).split() == ["news", "jionlp", "not", "installed"]


def test_verbale_answers_for_itself() -> None:
    verbale = time_programs.program("verbale")
    assert verbale is not None
    assert verbale.read({"id": "a", "sentence": "双方周五会谈", "reference": "2022-01-22"}) == [
        {"start": 2, "end": 4, "value": {"start": "2022-01-21", "end": "2022-01-21"}}
    ]
