"""The marks of lines and their own examples."""

from __future__ import annotations

import time

import pytest

from verbale.language.fold import fold
from verbale.model import LineKind
from verbale.pages.markers import Marker, markers, marks
from verbale.pages.weights import weights


@pytest.mark.parametrize("marker", markers(), ids=lambda marker: marker.name)
def test_every_mark_is_found_in_its_examples_only(marker: Marker) -> None:
    assert len(marker.yes) >= 2
    assert len(marker.no) >= 1
    for line in marker.yes:
        assert marker.name in {found.name for found in marks(fold(line).strip())}, line
    for line in marker.no:
        assert marker.name not in {found.name for found in marks(fold(line).strip())}, line


def test_names_are_unique_and_kinds_known() -> None:
    names = [marker.name for marker in markers()]
    assert len(names) == len(set(names))
    assert {marker.kind for marker in markers()} <= set(LineKind.__args__)


def test_marks_hold_in_traditional_script_as_well() -> None:
    assert {marker.name for marker in marks(fold("【責任編輯：王小明】"))} == {"editor"}


@pytest.mark.parametrize("name", ["line_weights.tsv", "break_weights.tsv"])
def test_the_weights_are_numbers_of_known_features(name: str) -> None:
    table = weights(name)
    assert len(table) > 50
    assert all(abs(weight) < 20 for weight in table.values())


def test_weights_of_marks_name_marks_that_exist() -> None:
    named = {feature.removeprefix("mark:") for feature in weights("line_weights.tsv") if feature.startswith("mark:")}
    assert named <= {marker.name for marker in markers()}


@pytest.mark.parametrize(
    "piece", ["国际 | ", "即时新闻", "# 标签 ", "记者 ", "评论 回复 ", "第12楼 ", "> 新闻 ", "2021-03-04 ", "（图", "请登录", "版权 "]
)
def test_long_rows_take_no_longer_than_they_are(piece: str) -> None:
    started = time.process_time()
    marks(piece * 2000 + "，完")
    assert time.process_time() - started < 2
