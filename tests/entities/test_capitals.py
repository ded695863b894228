"""Capitals that act are their state's government; capitals where things happen are places."""

import pytest

from .reading import phrases


@pytest.mark.parametrize(
    ("text", "capital", "state"),
    [
        ("发言人回应，伦敦“对这番话感到失望”。", "伦敦", "GBR"),
        ("他强调，平壤必须先遵守决议。", "平壤", "PRK"),
        ("除非第比利斯释放所有人，否则制裁不会解除。", "第比利斯", "GEO"),
        ("爱尔兰总理马丁提出由都柏林充当调停人。", "都柏林", "IRL"),
        ("声明谴责任何绕过内比都的交易。", "内比都", "MMR"),
        ("韩方已把构想知会华府和东京。", "东京", "JPN"),
        ("如果华盛顿继续加税，谈判就会中断。", "华盛顿", "USA"),
        ("他坦言，布鲁塞尔“不喜欢这种限制”。", "布鲁塞尔", "EU"),
        ("他强调新德里提交的证据已经足够。", "新德里", "IND"),
        ("他希望基辅方面不要错过机会。", "基辅方面", "UKR"),
    ],
)
def test_a_capital_that_acts_is_its_state(text: str, capital: str, state: str) -> None:
    """At the head of a clause, with a predicate or quoted words; after a verb of asking."""
    assert (capital, (state,)) in phrases(text)


@pytest.mark.parametrize(
    "text",
    [
        "他说，雅典举行了会议。",
        "不过，太子港已有三座桥被炸。",
        "会议在北京召开。",
        "外长访问了吉隆坡。",
        "据报道，巴黎爆发示威。",
        "他参观了伦敦“老城”。",
    ],
)
def test_a_capital_where_things_happen_is_a_place(text: str) -> None:
    """Meetings and protests do not act."""
    assert not [words for words, entities in phrases(text) if entities and words in text and words in "雅典太子港北京吉隆坡巴黎伦敦"]


def test_capitals_in_a_list_act_together() -> None:
    found = phrases("声明说，利雅得和华盛顿愿意再次会谈，会议在雅典和巴黎举行。")
    assert [entities for words, entities in found if words in {"利雅得", "华盛顿"}] == [("SAU",), ("USA",)]
    assert not [entities for words, entities in found if words in {"雅典", "巴黎"}]
