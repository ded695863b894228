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

EXAMPLES = [(frame, example) for frame in frames() for example in frame.examples]
NOTHING = [(frame, text) for frame in frames() for text in frame.none]


def _same(told: Told, entities: tuple[str, ...], names: tuple[str, ...]) -> bool:
    return len(entities) == len(names) and all(any(name in told.named(entity) for entity in entities) for name in names)


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=[f"{frame.name}: {example.text}" for frame, example in EXAMPLES])
def test_an_example_yields_its_act(frame: Frame, example: Example) -> None:
    told = Told(example.text)
    acts = told.by_frame(frame.name)
    assert acts, f"no act; the text tells {[(act.kind, act.because.rule) for act in told.acts]}"
    act = acts[0]
    assert act.kind == frame.kind
    assert _same(told, act.actors, example.actors), act.actors
    assert _same(told, act.recipients, example.recipients), act.recipients
    assert told.words(act.content) == example.content
    assert act.modality == example.modality


@pytest.mark.parametrize(("frame", "text"), NOTHING, ids=[f"{frame.name}: {text}" for frame, text in NOTHING])
def test_a_text_that_must_yield_nothing(frame: Frame, text: str) -> None:
    assert not Told(text).of_kind(frame.kind)


@pytest.mark.parametrize("frame", frames(), ids=[frame.name for frame in frames()])
def test_every_frame_has_examples(frame: Frame) -> None:
    assert len(frame.examples) >= 2
    assert frame.none


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
