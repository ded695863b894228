"""Every sign holds what its examples promise."""

from __future__ import annotations

from verbale.lexicons.signs import Sign, sign, signs

SIGNS = list(signs().values())
YES = [(item, text) for item in SIGNS for text in item.yes]
NO = [(item, text) for item in SIGNS for text in item.no]


def _stretch(item: Sign, text: str) -> str:
    """What the sign is asked of: what stands before the cue, after it, or the whole example."""
    before, mark, after = text.partition("|")
    return {"end": before, "start": after}.get(item.at, text) if mark else text


def test_every_example_has_its_sign() -> None:
    missing = [f"{item.name}: {text}" for item, text in YES if not item.found(_stretch(item, text))]
    assert not missing, "\n".join(missing)


def test_no_near_miss_has_it() -> None:
    found = [f"{item.name}: {text}" for item, text in NO if item.found(_stretch(item, text))]
    assert not found, "\n".join(found)


def test_every_sign_has_examples_and_a_meaning() -> None:
    whole = (len(item.yes) >= 2 and bool(item.no and item.meaning) and len(set(item.words)) == len(item.words) for item in SIGNS)
    assert [item.name for item, right in zip(SIGNS, whole, strict=True) if not right] == []


def test_a_sign_looks_only_at_its_stretch() -> None:
    text = "两国首次举行会谈"
    assert sign("time again").found(text, 0, 4)
    assert not sign("time again").found(text, 0, 6)
    assert not sign("time again").found(text, 3, 4)
