"""Names as somebody types them."""

import pytest

from verbale.entities import gazetteer
from verbale.entities.lookup import holders, lookup, near

KNOWN = gazetteer.load()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("盧比歐", "rubio"),
        ("Marco Rubio", "rubio"),
        ("rubio", "rubio"),
        ("lavrov", "lavrov"),
        ("wang yi", "wang-yi"),
        ("usa", "USA"),
        ("美", "USA"),
        ("NATO", "NATO"),
        ("日内瓦", "Geneva"),
        ("外长", "外交部长"),
    ],
)
def test_a_name_in_any_way(name: str, wanted: str) -> None:
    assert wanted in [entry.id for entry in lookup(KNOWN, name)]


def test_an_unknown_name_means_nobody() -> None:
    assert lookup(KNOWN, "某某某某某") == ()
    assert lookup(KNOWN, "") == ()
    assert near(KNOWN, "某某某某某") == ()


@pytest.mark.parametrize("words", ["美国国务卿", "美國國務卿", "美国务卿"])
def test_an_office_over_time(words: str) -> None:
    people = [tenure.person for tenure in holders(KNOWN, words)]
    assert people[-2:] == ["blinken", "rubio"]


@pytest.mark.parametrize("words", ["美国", "国务卿", "美国大雨", "鲁比奥", ""])
def test_no_office(words: str) -> None:
    assert holders(KNOWN, words) == ()


@pytest.mark.parametrize(
    ("name", "why", "wanted"),
    [("鲁比奥奥", "one syllable apart", "rubio"), ("魯必奧", "sounds the same", "rubio"), ("澤連斯机", "sounds the same", "zelensky")],
)
def test_what_comes_near(name: str, why: str, wanted: str) -> None:
    assert (why, wanted) in [(reason, entry.id) for reason, entry in near(KNOWN, name)]


def test_nothing_is_near_twice() -> None:
    ids = [entry.id for _, entry in near(KNOWN, "特朗普普")]
    assert ids[0] == "trump"
    assert len(ids) == len(set(ids))
