"""Every kind of act has its row of codes, and the codes are sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verbale.acts.plover import code, codes, types
from verbale.errors import UsageError

QUADS = {"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}


def test_the_table_says_what_the_codebook_says() -> None:
    book = (Path(__file__).parents[2] / "docs" / "codebook.md").read_text(encoding="utf-8")
    pairs = re.findall(r"\| `(\w+)` \| ([A-Z]+(?:/[\w-]+)?|–) ", book)
    named = {kind: "/".join(part for part in (found.plover, found.mode) if part) or "–" for kind, found in codes().items()}
    assert dict(pairs) == named


def test_codes_are_sound() -> None:
    for found in codes().values():
        assert (found.quad in QUADS) == (found.plover is not None)
        assert (found.goldstein is None) == (found.cameo is None)
        assert found.cameo is None or re.fullmatch(r"\d{3,4}", found.cameo)
        if found.goldstein is not None and found.quad == "material conflict":
            assert found.goldstein < 0
        if found.goldstein is not None and found.quad and "cooperation" in found.quad:
            assert found.goldstein > 0


def test_a_type_scores_on_the_side_of_its_class() -> None:
    for found in types().values():
        assert found.quad in QUADS
        assert found.score >= 0 if "cooperation" in found.quad else found.score <= 0


def test_what_the_published_tables_contradict_is_corrected() -> None:
    assert types()["ACCUSE"].score == -3
    assert types()["SANCTION"].quad == "material conflict"
    assert "20" in types()["ASSAULT"].cameo


def test_every_cameo_category_of_events_has_one_type() -> None:
    categories = [category for found in types().values() for category in found.cameo]
    assert len(set(categories)) == len(categories)
    assert {category[:2] for category in categories} == {f"{number:02}" for number in range(3, 21)}


def test_a_kind_and_its_cameo_code_have_one_type() -> None:
    for found in codes().values():
        if found.plover and found.cameo and found.kind != "appeal":  # CAMEO 02, appeals, became no type
            assert found.cameo.startswith(types()[found.plover].cameo), found.kind


def test_every_kind_with_a_type_has_a_score() -> None:
    assert all((found.score is None) == (found.plover is None) for found in codes().values())


def test_a_strange_kind_is_told_which_kinds_there_are() -> None:
    assert code("ceasefire").cameo == "0871"
    with pytest.raises(UsageError, match="meet, call"):
        code("handshake")
