"""Every frame keeps what its examples promise, through the real stages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from plain_text import Told

from verbale.acts.frames import Example, Frame, by_form, frames
from verbale.acts.norms import norms
from verbale.errors import LexiconError
from verbale.lexicons import own

NAMED = pytest.mark.parametrize("frame", frames(), ids=[frame.name for frame in frames()])


def _same(told: Told, entities: tuple[str, ...], names: tuple[str, ...]) -> bool:
    return len(entities) == len(names) and all(any(name in told.named(entity) for entity in entities) for name in names)


def _wrong(frame: Frame, example: Example) -> str | None:
    """What is not as the example promises; ``None`` where all is."""
    told = Told(example.text)
    acts = told.by_frame(frame.name)
    if not acts:
        return f"no act; the text tells {[(act.kind, act.because.rule) for act in told.acts]}"
    act = acts[0]
    right = {
        "kind": act.kind == frame.kind,
        "actors": _same(told, act.actors, example.actors),
        "recipients": _same(told, act.recipients, example.recipients),
        "content": told.words(act.content) == example.content,
        "modality": act.modality == example.modality,
    }
    found = (act.kind, act.actors, act.recipients, told.words(act.content), act.modality)
    return None if all(right.values()) else f"wrong {[part for part, holds in right.items() if not holds]}: found {found}"


@NAMED
def test_each_example_yields_its_act(frame: Frame) -> None:
    faults = [f"{example.text} {wrong}" for example in frame.examples if (wrong := _wrong(frame, example))]
    assert not faults, "\n".join(faults)


@NAMED
def test_texts_that_must_yield_nothing_do(frame: Frame) -> None:
    found = [text for text in frame.none if Told(text).of_kind(frame.kind)]
    assert not found, "\n".join(found)


def test_every_frame_has_examples() -> None:
    assert [frame.name for frame in frames() if len(frame.examples) < 2 or not frame.none] == []


def test_no_form_stands_twice_in_a_frame() -> None:
    for frame in frames():
        assert len(set(frame.forms)) == len(frame.forms), frame.name


def test_every_kind_of_the_codebook_has_a_frame() -> None:
    kinds = (
        "meet call visit mediate agree propose offer promise sign support concede demand appeal refuse cancel deny appoint accuse "
        "criticise investigate threaten cooperate aid withdraw ceasefire release resign sanction expel deploy coerce attack protest"
    )
    assert {frame.kind for frame in frames()} == set(kinds.split())


def test_every_form_finds_its_frames() -> None:
    assert all(form in frame.forms for form, known in by_form().items() for frame in known)


def _always_fits(frame: Frame) -> bool:
    asked = (
        frame.nouns,
        frame.nouns_before,
        frame.after,
        frame.before,
        frame.near,
        frame.not_after,
        frame.not_before,
        frame.role,
        frame.needs,
    )
    return not any(asked)


def test_no_frame_hides_a_later_one() -> None:
    for form, known in by_form().items():
        hidden = [frame.name for place, frame in enumerate(known) if any(_always_fits(other) for other in known[:place])]
        assert not hidden, f"{form}: {hidden} cannot be reached"


@pytest.fixture(name="mine")
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(own.VARIABLE, str(tmp_path))
    frames.cache_clear()
    norms.cache_clear()
    yield tmp_path
    frames.cache_clear()
    norms.cache_clear()


MINE = '[[frame]]\nname = "mine"\nkind = "deny"\nforms = ["不认这笔账"]\n'
UNKNOWN = ['role = "nobdy"', 'traits = ["acepted"]', 'recipients = ["objekt"]', 'content = "claus"', 'needs = "a party"']


@pytest.mark.parametrize("field", UNKNOWN)
def test_an_unknown_property_of_a_frame_is_told(mine: Path, field: str) -> None:
    (mine / "frames_words.toml").write_text(f"{MINE}{field}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="frame mine"):
        frames()


def test_a_known_property_of_a_frame_is_taken(mine: Path) -> None:
    (mine / "frames_words.toml").write_text(f'{MINE}traits = ["denial"]\n', encoding="utf-8")
    assert [frame.traits for frame in frames() if frame.name == "mine"] == [("denial",)]


def test_an_unknown_trait_of_a_norm_is_told(mine: Path) -> None:
    norm = '[[norm]]\nname = "mine"\nstance = "must"\npattern = "非得"\ntraits = ["always"]\nyes = ["非得停火"]\nno = ["想停火"]\n'
    (mine / "norms.toml").write_text(norm, encoding="utf-8")
    with pytest.raises(LexiconError, match="mine"):
        norms()
