"""Every kind of act has its row of codes, and the codes are sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from verbale.acts.plover import code, codes
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


def test_one_type_has_one_quad_class() -> None:
    pairs = {(found.plover, found.quad) for found in codes().values()}
    assert len(pairs) == len({plover for plover, _ in pairs})


def test_a_strange_kind_is_told_which_kinds_there_are() -> None:
    assert code("ceasefire").cameo == "0871"
    with pytest.raises(UsageError, match="meet, call"):
        code("handshake")
