"""The examples of promises.toml: each kind of promise is found by its own, and no other kind before it."""

import pytest

from verbale.language.fold import fold
from verbale.ledger.outcomes.promises import promise_of, promises, words_of
from verbale.lexicons.tables import rules

ENTRIES = rules("promises.toml")["promise"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_promise_examples(entry: dict) -> None:
    assert [text for text in entry["yes"] if promise_of(fold(text), "promise").name != entry["name"]] == []
    if entry is not ENTRIES[-1]:
        assert [text for text in entry["no"] if promise_of(fold(text), "promise").name == entry["name"]] == []


@pytest.mark.parametrize(("kind", "name"), [("release", "release"), ("withdraw", "withdrawal"), ("ceasefire", "ceasefire"), ("aid", "aid")])
def test_the_act_tells_the_promise_where_its_words_do_not(kind: str, name: str) -> None:
    assert promise_of("全部二十名船员", kind).name == name


def test_names_are_unique_and_kinds_do_not_both_keep_and_break() -> None:
    assert len(promises()) == len(ENTRIES)
    assert [one.name for one in promises().values() if one.kept & one.broken] == []
    assert [one.name for one in promises().values() if one.refraining and one.kept] == []


@pytest.mark.parametrize("name", ["verbs", "done", "not_done", "failed"])
def test_words_stand_once(name: str) -> None:
    words = rules("promises.toml")[name]["words"]
    assert sorted(words) == sorted(set(words))
    assert all(words_of(name).search(fold(word)) for word in words)
