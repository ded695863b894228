"""Organizations that no table has, and unnamed people of one."""

import pytest

from .reading import parties, phrases


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("韩国船员问题对策协议会发表声明。", "韩国船员问题对策协议会"),
        ("监察组织“海港援助协会”说，三人失踪。", "海港援助协会"),
        ("人权团体“春光”说，三人失踪。", "春光"),
        ("据海塔通讯社报道，会谈推迟。", "海塔通讯社"),
    ],
)
def test_an_organization_is_known_by_its_end_or_its_marks(text: str, name: str) -> None:
    """By 协议会, 通讯社; by 组织 before quotation marks."""
    assert name in [names for entity in parties(text).entities if entity.type == "organization" for names in entity.names]


@pytest.mark.parametrize("text", ["公会长没有出席。", "他说“春光”很好。", "协会议程没有公布。"])
def test_other_words_are_no_organizations(text: str) -> None:
    """The end of a name may be part of a word, and marks alone name nothing."""
    assert not [entity for entity in parties(text).entities if entity.type == "organization"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一名参加集会的商贩对法新社说，价格太高。", "一名参加集会的商贩"),
        ("一名不愿具名的官员告诉记者，车队没有出发。", "一名不愿具名的官员"),
        ("白宫一名高级官员透露，两国已有共识。", "白宫一名高级官员"),
    ],
)
def test_one_who_speaks_is_a_person(text: str, words: str) -> None:
    """Whatever kind of people the number counts, and though nothing tells their name."""
    assert phrases(text)[0][0] == words
    assert parties(text).by_id[phrases(text)[0][1][0]].type == "person"


@pytest.mark.parametrize("text", ["俄罗斯外交部两名官员说，谈判艰难。", "美国国务院知情人士说，会谈顺利。"])
def test_several_and_sources_are_no_person(text: str) -> None:
    """Two officials are a group, and so is a mere source."""
    assert {entity.type for entity in parties(text).entities if entity.type != "state"} == {"group"}


def test_somebody_who_does_not_speak_is_none() -> None:
    """Only who says something is a party."""
    assert not phrases("一名参加集会的厨师受伤。")


def test_a_body_is_that_of_the_state_whose_body_the_page_names() -> None:
    """军政府 after 马里军政府 on another line."""
    text = "马里军政府驱逐了大使。\n法国和欧洲国家批评此举，军政府没有回应。"
    assert ("军政府", ("MLI",)) in phrases(text)
