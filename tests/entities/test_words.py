"""The words of references.toml: each in one place, none that cannot be reached."""

import pytest

from verbale.entities.words import WORDS
from verbale.lexicons import tables

DATA = tables.rules("references.toml")


def word_lists() -> list[tuple[str, list[str]]]:
    """Every list of words with its place."""
    return [(f"{section}.{name}", words) for section, lists in DATA.items() for name, words in lists.items() if isinstance(words, list)]


@pytest.mark.parametrize(("place", "words"), word_lists(), ids=lambda value: value if isinstance(value, str) else "")
def test_no_word_stands_twice_in_a_list(place, words):
    assert sorted(words) == sorted(set(words)), place


def test_every_group_word_is_of_one_number():
    groups = DATA["groups"]
    counted = [*groups["two"], *groups["three"], *groups["all"], *groups["whoever"]]
    assert len(counted) == len(set(counted))
    assert set(groups["persons"]) | set(groups["states"]) <= set(counted)


@pytest.mark.parametrize("word", [*DATA["groups"]["two"], *DATA["groups"]["three"], *DATA["groups"]["all"], *WORDS.kinds])
def test_every_word_that_takes_up_a_party_is_found_whole(word):
    match = WORDS.pronouns.search(f"，{word}，")
    assert match is not None
    assert match["yes"] == word


@pytest.mark.parametrize("word", DATA["not_pronouns"]["words"])
def test_words_that_only_look_like_it_are_none(word):
    assert [match["yes"] for match in WORDS.pronouns.finditer(f"，{word}，") if match["yes"]] == []


def test_every_noun_of_offices_ends_a_word():
    counted = [*DATA["groups"]["two"], *DATA["groups"]["three"]]
    assert [noun for noun in WORDS.offices if not any(word.endswith(noun) for word in counted)] == []
