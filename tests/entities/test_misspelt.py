"""States whose name the page misprints."""

import pytest

from tests.entities.reading import parties, phrases


@pytest.mark.parametrize(
    ("sentence", "states"),
    [
        ("阿美尼亚和阿塞拜疆总统将会面。", {"ARM", "AZE"}),
        ("阿寨拜疆外长发表声明。", {"AZE"}),
        ("哥伦比娅总统佩特罗拒绝评论。", {"COL"}),
        ("亚美尼亚外长到场。记者随后前往阿美尼亚采访。", {"ARM"}),
    ],
)
def test_one_wrong_character_does_not_hide_a_state(sentence: str, states: set[str]) -> None:
    assert {entity.id for entity in parties(sentence).entities if entity.type == "state"} == states


@pytest.mark.parametrize("sentence", ["加利尼亚和同伴抵达会场。", "阿美尼亚集团发布财报。", "谈判在马里尼亚举行。"])
def test_an_unknown_name_is_no_list_of_states(sentence: str) -> None:
    """Its characters stand for no states, and nothing beside it makes it one."""
    assert not [entity for entity in parties(sentence).entities if entity.type == "state"]


def test_a_list_of_states_by_one_character_stays_one() -> None:
    assert [ids for _, ids in phrases("美英法德外长举行会谈。")][:3] == [("USA",), ("GBR",), ("FRA",)]


def test_a_capital_after_a_title_is_no_person() -> None:
    assert not [entity for entity in parties("两国外长阿布扎比会谈没有结果。").entities if entity.type == "person"]
