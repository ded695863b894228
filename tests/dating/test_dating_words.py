"""Every epoch's own examples."""

from __future__ import annotations

import pytest

from verbale.dating.words import Epoch, epochs, terms, window


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
