"""The examples of promises.toml: each kind of promise is found by its own, and no other kind before it."""

import pytest

from verbale.language.fold import fold
from verbale.ledger.outcomes.promises import promise_of, promises, verbs_of, words_of
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


@pytest.mark.parametrize("name", ["done", "not_done", "again", "partly", "failed"])
def test_words_stand_once(name: str) -> None:
    words = rules("promises.toml")[name]["words"]
    assert sorted(words) == sorted(set(words))
    assert all(words_of(name).search(fold(word)) for word in words)


@pytest.mark.parametrize("name", [name for name, table in rules("promises.toml").items() if isinstance(table, dict) and "yes" in table])
def test_list_examples(name: str) -> None:
    table = rules("promises.toml")[name]
    assert [text for text in table["yes"] if not words_of(name).search(fold(text))] == []
    assert [text for text in table["no"] if words_of(name).search(fold(text))] == []


def test_verbs_stand_in_one_group_only_and_are_found_with_their_place() -> None:
    words = [word for entry in rules("promises.toml")["verb"] for word in entry["words"]]
    assert sorted(words) == sorted(set(words))
    assert [word for word in words if fold(word) != word] == []
    assert verbs_of("山国移交名单后重新开放口岸，并交还船只") == {"hand over": 2, "open": 7}
    assert verbs_of("取消出口许可，扣押的船员获释") == {"lift": 0, "free": 12}
    assert verbs_of("山国外长发言") == {}
