"""Every sign holds what its examples promise."""

from __future__ import annotations

import pytest

from verbale.lexicons.signs import Sign, sign, signs

SIGNS = list(signs().values())
YES = [(item, text) for item in SIGNS for text in item.yes]
NO = [(item, text) for item in SIGNS for text in item.no]


def _ids(cases: list[tuple[Sign, str]]) -> list[str]:
    return [f"{item.name}: {text}" for item, text in cases]


def _stretch(item: Sign, text: str) -> str:
    """What the sign is asked of: what stands before the cue, after it, or the whole example."""
    before, mark, after = text.partition("|")
    return {"end": before, "start": after}.get(item.at, text) if mark else text


@pytest.mark.parametrize(("item", "text"), YES, ids=_ids(YES))
def test_an_example_has_the_sign(item: Sign, text: str) -> None:
    assert item.found(_stretch(item, text))


@pytest.mark.parametrize(("item", "text"), NO, ids=_ids(NO))
def test_a_near_miss_has_it_not(item: Sign, text: str) -> None:
    assert not item.found(_stretch(item, text))


@pytest.mark.parametrize("item", SIGNS, ids=[item.name for item in SIGNS])
def test_every_sign_has_examples_and_a_meaning(item: Sign) -> None:
    assert len(item.yes) >= 2
    assert item.no
    assert item.meaning
    assert len(set(item.words)) == len(item.words)


def test_a_sign_looks_only_at_its_stretch() -> None:
    text = "两国首次举行会谈"
    assert sign("time again").found(text, 0, 4)
    assert not sign("time again").found(text, 0, 6)
    assert not sign("time again").found(text, 3, 4)
