"""Sides and office-holders of several states: whom a short word means, seen from the whole page."""

import datetime

import pytest

from tests.entities.reading import phrases

SPRING = datetime.date(2025, 3, 10)


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("马尔代夫总统讲话。马方不会让步。", "马方", ("MDV",)),
        ("巴拿马总统讲话。巴方不会让出运河。", "巴方", ("PAN",)),
        ("马来西亚总理讲话。马方不会让步。", "马方", ("MYS",)),
        ("巴基斯坦与巴林会谈。巴方很满意。", "巴方", ("PAK",)),
        ("印欧领导人会晤。欧盟是伙伴。", "欧", ("EU",)),
        ("印欧领导人会晤。欧洲是伙伴。", "欧", ("EUROPE",)),
    ],
)
def test_a_side_is_of_the_state_that_the_page_names(text: str, words: str, meant: tuple[str, ...]) -> None:
    """Also where the page names it later, and where a better known state begins with the same character."""
    assert (words, meant) in phrases(text)


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("埃及、约旦、阿联酋、印尼、巴基斯坦、土耳其、沙特、卡塔尔八国外长发表声明。", "八国外长", 8),
        ("法国、德国、波兰、西班牙四国防长开会。", "四国防长", 4),
        ("马泰首相通了电话。安华说，谈得很好。", "马泰首相", 2),
        ("法德两国外长到访。法国外长巴罗发言。", "法德两国外长", 2),
    ],
)
def test_holders_of_several_states(text: str, words: str, meant: int) -> None:
    """Each state's own, or the state."""
    assert [len(ids) for name, ids in phrases(text, SPRING) if name == words] == [meant]


def test_states_in_a_list_share_the_office_after_it() -> None:
    """法国 in 法国和波兰外长 is the French minister, 中国 in 中国与法国总统马克龙 is China."""
    found = dict(phrases("法国和波兰外长见面。法国外长巴罗没有发言。", SPRING))
    assert (found["法国"], found["波兰外长"]) == (("barrot",), ("sikorski",))
    assert ("中国", ("CHN",)) in phrases("中国与法国总统马克龙通话。", SPRING)


def test_forces_without_a_country_are_those_of_the_state_told_of() -> None:
    """Not of the outlet's own state, which speaks of itself as 我国; its ministries are its own."""
    found = phrases("我国总理黄循财说，缅甸军方应停火。据统计，军方已逮捕三百人。\n外交部提醒国人小心。", SPRING)
    assert ("军方", ("MMR",)) in found
    assert ("外交部", ("SGP",)) in found


def test_the_sides_of_a_conflict_are_not_the_one_who_calls_upon_them() -> None:
    """冲突各方 are the pair told of."""
    assert ("冲突各方", ("RUS", "UKR")) in phrases("土耳其外交部强调俄乌双方停火的重要性，并呼吁冲突各方谈判。")


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("缅甸军方没有出席。民族团结政府发表声明。", "民族团结政府", ("NUG",)),
        ("利比亚局势缓和。民族团结政府发表声明。", "民族团结政府", ("GSL",)),
        ("工党批评计划。", "工党", ("LABOUR",)),
        ("苏丹武装部队拒绝停火。", "苏丹武装部队", ("SDN",)),
        ("海基会派员探视。", "海基会", ("SEF",)),
        ("泰国军方发表声明。", "泰国军方", ("THA",)),
    ],
)
def test_an_organization_is_of_the_state_that_the_page_names(text: str, words: str, meant: tuple[str, ...]) -> None:
    """Two may bear one name; armies are the state, semi-official bodies themselves."""
    assert (words, meant) in phrases(text)


def test_a_party_of_another_state_is_not_the_known_one() -> None:
    """马耳他工党 is not the British one, nor is 工党 after it."""
    found = phrases("马耳他工党批评计划。工党说，计划太贵。")
    assert [ids for words, ids in found if words == "工党"] == [("gong-dang",), ("gong-dang",)]


def test_a_party_named_with_its_state_is_meant_by_its_name_alone() -> None:
    """工党 after 挪威工党, 国会 after 巴拉圭国会."""
    found = phrases("挪威工党批评计划。工党说，计划太贵。")
    assert [ids for words, ids in found if words.endswith("工党")] == [("AP_NOR",), ("AP_NOR",)]


def test_states_at_large_are_a_group() -> None:
    """各国政府, 更多国家 are nobody's own; 与会各国 are those who meet."""
    assert ("各国政府", ("ge-guo-zheng-fu",)) in phrases("古特雷斯呼吁各国政府停止补贴。")
    assert not [words for words, _ in phrases("与会各国发表联合声明。") if "各国" in words]
