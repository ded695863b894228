"""The examples of the words that tell a time."""

from __future__ import annotations

import re

import pytest

from verbale.dating.words import Epoch, Numbered, births, epochs, numbered, terms, window
from verbale.lexicons import tables


@pytest.mark.parametrize("epoch", epochs(), ids=lambda epoch: epoch.name)
def test_an_epoch_is_found_in_its_examples_only(epoch: Epoch) -> None:
    assert epoch.yes
    assert epoch.no
    for example in epoch.yes:
        assert epoch.pattern.search(example), example
    for example in epoch.no:
        assert not epoch.pattern.search(example), example
    assert epoch.start or epoch.end


def test_names_of_epochs_differ() -> None:
    assert len({epoch.name for epoch in epochs()}) == len(epochs())


def test_the_window_holds_the_epochs_and_the_terms_have_offices() -> None:
    first, last = window()
    assert all(first <= day <= last for epoch in epochs() for day in (epoch.start, epoch.end) if day)
    body, offices = terms()
    assert body == "USA"
    assert "国务卿" in offices


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry.name) for entry in numbered()])
def test_examples_of_what_is_counted(entry: Numbered) -> None:
    counted = re.compile(entry.pattern.replace("#", "(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,5})"))
    assert [text for text in entry.yes if not counted.search(text)] == []
    assert [text for text in entry.no if counted.search(text)] == []
    assert entry.yes
    assert entry.no


def test_births_are_of_known_people() -> None:
    people = {row["id"] for row in tables.rows("people.tsv")}
    assert set(births()) <= people
