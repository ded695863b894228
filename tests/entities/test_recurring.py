"""Names of persons whom no table has: whole after a title, and wherever they stand again."""

import pytest

from .reading import parties


def _names(text: str) -> set[str]:
    """The names of all persons of a text."""
    return {name for party in parties(text).entities if party.type == "person" for name in party.names}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("泰国首相塔诺没有出席，会议照开。", "塔诺"),
        ("匈牙利总理基塔事后与邻国通话。", "基塔"),
        ("德国总统普库在柏林对记者说，会谈推迟。", "普库"),
        ("韩国统一部次官简彦家向记者透露，会谈推迟。", "简彦家"),
        ("外交部发言人方成在例行记者会上说，会谈推迟。", "方成"),
        ("韩国外长马国云将于本周到访。", "马国云"),
        ("挪威国王达纳斯戈沃茶叙后离开。", "达纳斯戈沃"),
        ("联合国秘书长达穆托霍促请双方停火。", "达穆托霍"),
    ],
)
def test_a_name_after_a_title_is_whole(text: str, name: str) -> None:
    """However the tagger cuts title, name and verb."""
    assert name in _names(text)


@pytest.mark.parametrize(
    "text", ["外交部发言人周三被问到此事。", "德国总统希望在柏林会谈。", "泰国首相多次说，会谈推迟。", "韩国外长马上回应。"]
)
def test_words_after_a_title_are_no_names(text: str) -> None:
    """A day of the week, a wish, an adverb."""
    assert _names(text) <= {"发言人", "总统", "首相", "外长"} or not {"周三", "希望", "多次", "马上"} & _names(text)


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("法约塔周四曾呼吁各国让步。", "法约塔", True),
        ("外长与希科米诺通电话，商定再谈。", "希科米诺", True),
        ("法约塔发生爆炸。", "法约塔", False),
        ("外长与邻国的代表在希科米诺会谈。", "希科米诺", False),
    ],
)
def test_an_unknown_name_that_speaks_or_is_met_is_a_person(text: str, name: str, named: bool) -> None:
    """Whatever the tagger takes it for; no town."""
    assert (name in _names(text)) == named


def _phrases_of(text: str, name: str) -> int:
    """How often a name stands in the text as a phrase of a person."""
    read = parties(text)
    persons = {party.id for party in read.entities if party.type == "person" and name in party.names}
    return sum(1 for mention in read.mentions if persons & set(mention.entities) and mention.form == "name")


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        ("巴基斯坦外长斯科到访。法国总统会见了斯科。斯科说，会谈推迟。", "斯科", 3),
        ("叙利亚总统卡沙到访。他促请卡沙撤军，卡沙则拒绝。", "卡沙", 3),
        ("总参谋长扬库西帕·瓦法到场。扬库西帕说，会谈推迟。", "扬库西帕", 2),
    ],
)
def test_a_name_known_from_its_title_is_found_again(text: str, name: str, times: int) -> None:
    """Two characters after a verb or a preposition, a part of a dotted name that the tagger cuts."""
    assert _phrases_of(text, name) == times
