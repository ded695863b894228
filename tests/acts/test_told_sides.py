"""Talks told without their sides, and who holds a round."""

from __future__ import annotations

import pytest
from plain_text import Told


def _meetings(text: str) -> list[set[str]]:
    return [set(act.actors) for act in Told(text).of_kind("meet")]


@pytest.mark.parametrize(
    "text",
    [
        "周二的会谈在奥斯陆举行，历时五小时，挪威外交大臣艾德与芬兰外长瓦尔托宁对坐。",
        "磋商持续六小时，挪威外交大臣艾德和芬兰外长瓦尔托宁出席。",
        "首轮谈判20日在奥斯陆举行，挪威代表团由外交大臣艾德率领，芬兰方面由外长瓦尔托宁主谈。",
    ],
)
def test_the_rest_of_the_sentence_seats_the_sides(text: str) -> None:
    assert _meetings(text) == [{"eide", "valtonen"}]


def test_a_dated_noun_takes_the_sides_that_held_the_talks() -> None:
    assert _meetings("10日和11日的谈判前后十二小时，由挪威和芬兰两国代表单独进行。") == [{"NOR", "FIN"}]


@pytest.mark.parametrize("text", ["首轮谈判20日在奥斯陆举行，地点没有公布。", "会谈在奥斯陆举行，挪威外交大臣艾德没有出席。"])
def test_talks_with_no_sides_anywhere_are_nobodys(text: str) -> None:
    assert _meetings(text) == []


def test_a_round_is_held_by_those_who_held_one_before() -> None:
    text = "挪威与芬兰15日举行第二轮谈判。瑞典财政大臣当天会见法国财政部长。首轮谈判10日在奥斯陆举行。"
    assert _meetings(text)[-1] == {"NOR", "FIN"}


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("挪威与芬兰15日在奥斯陆结束为期两天的鲭鱼配额谈判。", "谈判"),
        ("挪威與芬蘭的首輪磋商15日在奧斯陸落幕。", "磋商"),
        ("挪威与芬兰的首轮磋商15日在奥斯陆举行。", "举行"),
    ],
)
def test_talks_that_only_end_are_shown_by_their_noun(text: str, anchor: str) -> None:
    told = Told(text)
    assert [told.words(act.anchor) for act in told.of_kind("meet")] == [anchor]


@pytest.mark.parametrize(
    "text",
    ["挪威与芬兰的第二轮磋商原定20日在奥斯陆举行，后因天气推迟。", "挪威与芬兰的会谈原定20日举行，其后取消。"],
)
def test_talks_named_first_and_then_called_off_are_only_cancelled(text: str) -> None:
    assert [(act.kind, set(act.actors)) for act in Told(text).acts] == [("cancel", {"NOR", "FIN"})]
