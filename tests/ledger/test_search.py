import datetime
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.invented import OTHER, PAGE, add, kept
from verbale.errors import LedgerError, UsageError
from verbale.language.fold import simplify
from verbale.ledger.book import Ledger
from verbale.ledger.passages import passages_of
from verbale.ledger.tokens import folded
from verbale.ledger.views import Wanted


@pytest.fixture(name="filled", scope="module")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """One ledger for the properties, on SQLite; the index of PostgreSQL is tried by the other tests."""
    with Ledger(tmp_path_factory.mktemp("search") / "ledger.db") as ledger:
        kept(ledger)
        yield ledger


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_every_two_characters_of_an_article_find_their_line_in_either_script(filled: Ledger, data: st.DataObject) -> None:
    name, record = data.draw(st.sampled_from(list(filled.records())))
    passage = data.draw(st.sampled_from(list(passages_of(record))))
    start = data.draw(st.integers(0, max(0, len(passage.words) - 2)))
    word = passage.words[start : start + 2]
    if not all(map(str.isalpha, word)) or any(map(str.isascii, word)):
        return
    for query in (word, simplify(word)):
        hits = filled.search(query)
        assert (name, passage.line) in {(hit.page, hit.line) for hit in hits}
        for hit in hits:
            text = filled.record(hit.page).page.text
            assert text[hit.start : hit.stop] == hit.words
            assert all(folded(word) in folded(text[span.start : span.end]) for span in hit.highlights)
            assert hit.highlights


def test_words_must_stand_in_one_line_and_quoted_ones_together(ledger: Ledger) -> None:
    name = add(ledger, PAGE).name
    assert [hit.line for hit in ledger.search("港口 磋商")] == [6]
    assert [hit.citation for hit in ledger.search("渡轮航线")] == [f"[{name}:4 {PAGE.index('渡轮航线')}-{PAGE.index('渡轮航线') + 4}]"]
    assert ledger.search("港口 渡轮") == []
    assert ledger.search("“港口 磋商”") == []
    assert [hit.line for hit in ledger.search("顧嵐 會談")] == [4]
    assert [hit.line for hit in ledger.search("蒙")] == [6, 4, 1]


def test_only_articles_are_searched(standing: Ledger) -> None:
    assert standing.search("荃灣三房戶減價") == []
    assert len(standing.search("关税休战")) == 2


def test_the_latest_pages_come_first_and_days_bound_them(ledger: Ledger) -> None:
    first, second = add(ledger, PAGE).name, add(ledger, OTHER).name
    assert [hit.page for hit in ledger.search("渡轮")] == [second, second, first]
    assert {hit.page for hit in ledger.search("渡轮", Wanted(last=datetime.date(2023, 4, 6)))} == {first}
    assert {hit.page for hit in ledger.search("渡轮", Wanted(first=datetime.date(2023, 4, 7)))} == {second}
    assert ledger.search("渡轮", Wanted(first=datetime.date(2023, 4, 10))) == []
    assert len(ledger.search("渡轮", Wanted(limit=1))) == 1


def test_parties_kinds_and_outlets_narrow_the_search(ledger: Ledger) -> None:
    add(ledger, PAGE, outlet="山海报", url="https://example.org/1")
    second = add(ledger, OTHER, outlet="北岸新闻网", url="https://example.org/2").name
    assert {hit.page for hit in ledger.search("渡轮", Wanted(outlet="北岸新闻网"))} == {second}
    (hit,) = ledger.search("会谈", Wanted(party="苗青"))
    assert hit.line == 4
    assert all("苗青" in {party.name_zh for party in item.parties} for item in hit.items)
    assert {item.kind for hit in ledger.search("议会", Wanted(kinds=("demand",))) for item in hit.items} == {"demand"}
    assert ledger.search("会谈", Wanted(party="苗青", kinds=("refuse",))) == []
    with pytest.raises(LedgerError, match="no page of this ledger names such a party"):
        ledger.search("会谈", Wanted(party="无名氏"))
    with pytest.raises(UsageError, match="no word"):
        ledger.search("，。")


def test_marks_that_mean_something_to_a_database_are_no_harm(ledger: Ledger) -> None:
    add(ledger, PAGE)
    for query in ("渡轮' OR '1'='1", "渡轮*", 'NEAR("渡轮")', "渡轮 & ! | ( <-> :*", "渡轮 -航线", "\\渡轮", "%渡轮%", "渡轮;"):
        ledger.search(query)
    assert len(ledger.search("(渡轮)")) == 1
    assert len(ledger.search("渡轮*")) == 1
