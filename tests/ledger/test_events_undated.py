"""A page without a day is linked by the day that events give it, which it shares with dated pages; and rounds that follow one another."""

import itertools
from pathlib import Path

import pytest

from tests.ledger.retelling import act, events, page, put
from verbale.ledger.book import Ledger

_MEET = act("meet", "博茨瓦纳外长白洲6日在乌兰巴托同蒙古国外长/会谈/。", "baizhou@BWA MNG", date="2023-04-06", place="Ulaanbaatar")
_AGREED = act("agree", "蒙古国/同意/|释放被扣的博茨瓦纳司机|。", "MNG", "BWA")
_UNDATED = page("undated", None, _MEET, _AGREED | {"words": "蒙古國已/同意/|釋放遭扣的博茨瓦納司機|。"})
_HELD = page("held", "2023-04-07", _MEET)


def test_what_an_undated_page_tells_is_linked_by_its_likely_day(ledger: Ledger) -> None:
    put(ledger, _UNDATED, page("near", "2023-04-08", _AGREED), page("far", "2023-06-20", _AGREED))
    assert events(ledger) == set()
    put(ledger, _HELD)
    assert events(ledger) == {frozenset({"undated:0", "held:0"}), frozenset({"undated:1", "near:0"})}
    ledger.remove("held")
    assert events(ledger) == set()
    assert list(ledger.check()) == []


def test_a_page_that_only_recalls_came_out_some_time_later(ledger: Ledger) -> None:
    recalled = page("undated", None, _MEET | {"words": "此前博茨瓦纳外长白洲6日在乌兰巴托同蒙古国外长/会谈/。"})
    put(ledger, recalled, _HELD)
    found = ledger.day("undated")
    assert found is not None
    assert (found.first, found.last, found.confidence) == ("2023-04-06", "2023-04-20", 0.4)
    assert found.reason.startswith("recalls what held tells")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("三天前，博茨瓦纳外长白洲在乌兰巴托同蒙古国外长/会谈/。", "2023-04-09"),
        ("博茨瓦納外長白洲昨天在烏蘭巴托同蒙古國外長/會晤/。", "2023-04-07"),
    ],
)
def test_words_that_count_back_from_an_undated_page_tell_its_day(ledger: Ledger, words: str, day: str) -> None:
    told = act("meet", words, "baizhou@BWA MNG", place="Ulaanbaatar")
    put(ledger, _HELD, page("undated", None, told))
    found = ledger.day("undated")
    assert found is not None
    assert (found.first, found.last) == (day, day)
    assert "before it what held tells" in found.reason


def test_persons_without_a_state_are_found_by_their_sound_on_undated_pages(ledger: Ledger) -> None:
    named = act("meet", "白舟6日在乌兰巴托同蒙古国外长/见面/。", "bai-zhou-lu@ MNG", date="2023-04-06", place="Ulaanbaatar")
    undated = act("meet", "博茨瓦纳外长白洲鲁在乌兰巴托同蒙古国外长/会晤/。", "bai-zhou-lu@BWA MNG", place="Ulaanbaatar")
    put(ledger, page("undated", None, undated), page("dated", "2023-04-07", named))
    assert events(ledger) == {frozenset({"undated:0", "dated:0"})}


def test_the_order_of_undated_and_dated_pages_does_not_matter(tmp_path: Path) -> None:
    second = page("second", None, _AGREED, _MEET | {"words": "白洲六日在乌兰巴托同蒙古国外长/会晤/。"})
    pages = [_UNDATED, _HELD, page("near", "2023-04-08", _AGREED), second]
    found = []
    for number, order in enumerate(itertools.permutations(pages)):
        with Ledger(tmp_path / f"{number}.db") as ledger:
            for one in order:
                put(ledger, one)
                ledger.link()
            found.append((events(ledger), ledger.day("undated"), ledger.day("second")))
            assert number % 6 or list(ledger.check()) == []
    assert len(found[0][0]) == 2
    assert all(one == found[0] for one in found)


@pytest.mark.parametrize("words", ["博茨瓦纳和蒙古国代表25日在布尔奇/再谈/。", "兩國代表25日在布爾奇舉行下一輪/磋商/。"])
def test_the_round_after_the_one_that_was_held_is_one_with_it_wherever_it_moved(ledger: Ledger, words: str) -> None:
    first = act("meet", "博茨瓦纳和蒙古国6日在乌兰巴托举行首轮/磋商/。", "BWA MNG", date="2023-04-06", place="Ulaanbaatar")
    plan = act("meet", words, "BWA MNG", date="2023-04-25", place="Canberra", modality="planned")
    moved = act("meet", "博茨瓦纳和蒙古国29日在奥克兰举行第二轮/磋商/。", "BWA MNG", date="2023-04-29", place="Auckland")
    third = moved | {"words": "博茨瓦纳和蒙古国29日在奥克兰举行第三轮/磋商/。"}
    put(ledger, page("plan", "2023-04-07", first, plan), page("moved", "2023-04-30", moved))
    assert events(ledger) == {frozenset({"plan:1", "moved:0"})}
    put(ledger, page("other", "2023-04-30", third))
    assert frozenset({"plan:1", "moved:0"}) in events(ledger)


def test_what_one_page_tells_of_one_party_another_tells_of_both(ledger: Ledger) -> None:
    alone = act("sign", "蒙古国3月13日/签署/|边界条约|。", "MNG", date="2023-03-13")
    both = act("sign", "博茨瓦纳和蒙古国三月/签署/|边界条约|。", "BWA MNG", date={"start": "2023-03-01", "end": "2023-03-31"})
    put(ledger, page("alone", "2023-05-06", alone), page("both", "2023-05-20", both))
    assert events(ledger) == {frozenset({"alone:0", "both:0"})}
