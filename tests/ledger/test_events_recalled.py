"""Deeds that pages recall, talks put off and moved, and persons whose names or parties pages tell differently."""

import pytest

from tests.ledger.retelling import act, events, page, put
from verbale.ledger.book import Ledger
from verbale.ledger.events.persons import may_be, same
from verbale.ledger.events.signs import looks_back, talks_again

SEIZED = act("coerce", "巴拉圭8日/扣押/三艘渔船。", "PRY", "BWA", date="2023-05-08")


def together(*groups: str) -> set[frozenset[str]]:
    return {frozenset(group.split()) for group in groups}


@pytest.mark.parametrize("words", ["要求巴方释放被/扣押/的渔民。", "要求巴方釋放遭/扣押/的漁民。", "巴拉圭曾/扣押/渔民。"])
def test_what_a_page_recalls_weeks_later_is_the_deed(ledger: Ledger, words: str) -> None:
    put(ledger, page("news", "2023-05-09", SEIZED), page("later", "2023-05-30", act("coerce", words, "PRY", "BWA")))
    assert events(ledger) == together("news:0 later:0")


def test_what_is_told_as_news_weeks_later_is_another_deed(ledger: Ledger) -> None:
    put(ledger, page("news", "2023-05-09", SEIZED), page("later", "2023-05-30", act("coerce", "巴拉圭再/扣押/一艘渔船。", "PRY", "BWA")))
    assert events(ledger) == set()


def test_what_another_party_is_recalled_to_have_done_is_another_deed(ledger: Ledger) -> None:
    put(ledger, page("news", "2023-05-09", SEIZED), page("later", "2023-05-30", act("coerce", "被/扣押/的渔民获释。", "BWA", "PRY")))
    assert events(ledger) == set()


def test_what_has_still_not_been_done_is_told_again(ledger: Ledger) -> None:
    first = act("release", "巴拉圭没有如期/释放/渔民。", "PRY", "BWA", modality="not_happened")
    again = act("release", "巴方至今没有/释放/渔民。", "PRY", "BWA", modality="not_happened")
    put(ledger, page("a", "2023-05-09", first), page("b", "2023-05-27", again))
    assert events(ledger) == together("a:0 b:0")


def test_agreements_to_talk_again_are_one_whatever_they_say_of_the_day(ledger: Ledger) -> None:
    one = act("agree", "双方/同意/|25日在亚松森举行第二轮磋商|。", "BWA PRY", date="2023-05-12")
    two = act("agree", "雙方也/商定/|本月底前再談一次|。", "BWA PRY")
    other = act("agree", "双方还/商定/|交换名单|。", "BWA PRY")
    put(ledger, page("a", "2023-05-12", one), page("b", "2023-05-13", two), page("c", "2023-05-13", other))
    assert events(ledger) == together("a:0 b:0")


def test_a_round_that_moved_is_one_and_putting_it_off_an_act_of_its_own(ledger: Ledger) -> None:
    plan = act("meet", "第二轮磋商将于12日在亚松森/举行/。", "BWA PRY", date="2023-05-12", place="Asuncion", modality="planned")
    off = act("cancel", "原定在亚松森举行的第二轮磋商/推迟/。", "BWA PRY")
    held = act("meet", "第二轮磋商19日在加德满都/举行/。", "BWA PRY", date="2023-05-19", place="Kathmandu")
    put(ledger, page("plan", "2023-05-05", plan), page("off", "2023-05-10", off), page("held", "2023-05-20", held))
    assert events(ledger) == together("plan:0 held:0")


def test_one_source_says_held_and_another_called_off(ledger: Ledger) -> None:
    plan = act("meet", "巴方说，磋商将于12日/举行/。", "BWA PRY", date="2023-05-12", modality="planned", voice="PRY")
    off = act("cancel", "博方说，磋商已经/取消/。", "BWA PRY", voice="BWA")
    put(ledger, page("a", "2023-05-10", plan, off))
    assert events(ledger) == together("a:0 a:1")


def test_who_mediates_at_talks_does_not_hold_them(ledger: Ledger) -> None:
    meet = act("meet", "两国外长6日在乌兰巴托/会谈/。", "BWA PRY", date="2023-05-06", place="Ulaanbaatar")
    mediate = act("mediate", "蒙古国6日在乌兰巴托居中/调停/。", "MNG", "BWA PRY", date="2023-05-06", place="Ulaanbaatar")
    put(ledger, page("a", "2023-05-07", meet, mediate), page("b", "2023-05-07", meet, mediate))
    assert events(ledger) == together("a:0 b:0", "a:1 b:1")


def test_a_person_of_an_untold_party_acts_for_the_party_that_another_page_tells(ledger: Ledger) -> None:
    told = act("meet", "两人6日在乌兰巴托/会谈/。", "mo-lai-si@BWA PRY", date="2023-05-06", place="Ulaanbaatar")
    untold = told | {"who": ["mo-lei-si@", "PRY"]}
    other = told | {"who": ["ka-sa-nuo@", "PRY"]}
    for name, one in (("untold", untold), ("told", told), ("other", other)):
        put(ledger, page(name, "2023-05-07", one))
    assert events(ledger) == together("untold:0 told:0")


@pytest.mark.parametrize(
    ("one", "other"), [("ji-man-ni", "ji-ma-ni"), ("a-zi-man", "a-zi-man-ha-li-si"), ("ta-de-se", "ta-de-sai"), ("li-gang", "li-gang")]
)
def test_other_spellings_of_one_name(one: str, other: str) -> None:
    assert same(one, other)
    assert same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("wang-yi", "wang-ying"), ("li-qiu-lan", "li-qing-lin"), ("ji-man", "ji-man-ni"), ("hassan-ali", "hassan-ali-khaire")],
)
def test_names_of_others(one: str, other: str) -> None:
    assert not same(one, other)


@pytest.mark.parametrize("words", ["第二轮谈判", "下月再談", "下一輪磋商".replace("輪", "轮"), "择日继续磋商", "月底续谈"])
def test_words_for_talking_again(words: str) -> None:
    assert talks_again(words.replace("談", "谈"))


@pytest.mark.parametrize("words", ["第二批名单", "6月底前换文", "继续停火", "下一步的安排"])
def test_words_for_something_else(words: str) -> None:
    assert not talks_again(words)


@pytest.mark.parametrize(
    ("words", "wanted"), [("被扣押的渔民", True), ("此前扣押渔民", True), ("昨日扣押渔民", False), ("扣押的渔民", False)]
)
def test_words_that_look_back(words: str, wanted: bool) -> None:
    start = words.index("扣押")
    assert looks_back(words, (0, len(words)), start, start + 2) is wanted


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("du-xun", "dao-sen", True), ("dao-sen", "li-gang", False), ("ji-man", "li-man", False)]
)
def test_short_foreign_names_that_begin_alike_may_be_one(one: str, other: str, *, expected: bool) -> None:
    assert may_be(one, other) is expected
    assert not same(one, other)
