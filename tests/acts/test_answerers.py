"""To whom something is put that names nobody: whoever answers it, whoever was asked before, the others of three."""

from __future__ import annotations

import pytest
from plain_text import Told


def _to(text: str, kind: str) -> list[set[str]]:
    """The recipients of the acts of a kind, by id."""
    return [set(act.recipients) for act in Told(text).of_kind(kind)]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("菲律宾代表提议公开全部文件，中国代表没有接受。", {"CHN"}),
        ("塔吉克斯坦总统拉赫蒙提议明年再次会晤，扎帕罗夫当场同意。", {"japarov"}),
        ("也门政府曾提议先交换战俘，遭胡塞武装拒绝。", {"HOUTHI"}),
        ("泰方敦促柬方清除地雷，并提议成立联合小组。", {"KHM"}),
        ("埃及提议在开罗举行会议。", set()),
        ("瑞士提议在日内瓦举行会议，法国要求推迟。", set()),
    ],
)
def test_a_proposal_is_meant_for_whoever_answers_it_or_was_asked_before(text: str, recipients: set[str]) -> None:
    assert _to(text, "propose") == [recipients]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("印方要求尼方撤走界碑，尼方承诺研究这一要求。", "promise", {"IND"}),
        ("墨西哥总统辛鲍姆邀请巴西总统卢拉来访，卢拉表示愿意年内成行。", "offer", {"sheinbaum"}),
        ("美方要求印度降低关税，作为交换，美方愿意取消部分限制。", "offer", {"IND"}),
        ("德国总理默茨呼吁中国施加影响，并承诺继续支持乌克兰。", "promise", set()),
        ("应法国总统马克龙邀请，挪威首相斯特勒将访问巴黎。斯特勒承诺增加拨款。", "promise", set()),
    ],
)
def test_who_was_asked_undertakes_it_for_whoever_asked(text: str, kind: str, recipients: set[str]) -> None:
    assert _to(text, kind) == [recipients]


def test_one_of_three_deals_with_the_two_others() -> None:
    text = "埃塞俄比亚、苏丹和埃及三国外长在开罗会谈。埃塞外长表示，埃塞愿与两国分享水文数据。"
    assert _to(text, "offer") == [{"SDN", "EGY"}]


def test_both_sides_of_the_strait_are_its_two_sides_and_the_other_bank_is_one_of_them() -> None:
    assert _to("海基會董事長鄭文燦期盼兩岸恢復協商，大陸與台灣都未回應。", "appeal") == [{"CHN", "TWN"}]
    assert _to("台灣行政院長卓榮泰呼籲對岸放人。", "appeal") == [{"CHN"}]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("法国总统马克龙建议黎巴嫩和以色列在巴黎谈判。", "propose", {"LBN", "ISR"}),
        ("欧盟提出由塞尔维亚和科索沃互设联络处的方案。", "propose", {"SRB", "XKX"}),
        ("土耳其总统埃尔多安提议在伊斯坦布尔安排普京与泽连斯基会面。", "propose", {"putin", "zelensky"}),
        ("美国代表解释美方提出的俄乌和平计划。", "propose", set()),
        ("肯尼亚总统鲁托对乌干达总统穆塞韦尼说，肯方愿意归还渔船。", "offer", {"UGA"}),
        ("肯尼亚总统鲁托对记者说，肯方愿意归还渔船。", "offer", set()),
    ],
)
def test_a_plan_is_put_to_those_between_whom_it_is_and_an_offer_to_whoever_is_told_it(text: str, kind: str, recipients: set[str]) -> None:
    assert _to(text, kind) == [recipients]


def test_what_a_speaker_will_do_on_a_condition_is_their_own_deed() -> None:
    acts = Told("阿尔及利亚总统特本警告说，若法国不收回决定，将终止移民协议。").acts
    assert [(act.kind, act.actors, act.recipients) for act in acts] == [("threaten", ("tebboune",), ("FRA",))]


def test_those_who_fight_in_a_land_are_the_two_sides_of_the_page() -> None:
    text = "苏丹武装部队与快速支援部队没有达成协议。苏丹武装部队同快速支援部队再次交火。肯尼亚总统鲁托建议苏丹冲突双方在内罗毕再谈。"
    assert _to(text, "propose") == [{"SDN", "RSF"}]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("德国总理默茨与普京通电话，敦促俄方停火。", "demand", {"merz"}, {"RUS"}),
        ("英国首相斯塔默同印度总理莫迪通电话，呼吁印度克制。", "appeal", {"starmer"}, {"IND"}),
        ("英国首相斯塔默同印度总理莫迪和巴基斯坦总理夏巴兹通电话，呼吁两国对话。", "appeal", {"starmer"}, {"IND", "PAK"}),
        ("中国外长王毅与泰国外长西哈萨会谈，要求美国停止制裁。", "demand", {"wang-yi", "sihasak"}, {"USA"}),
        ("柬埔寨和泰国互相指责对方发动袭击。", "accuse", {"KHM", "THA"}, {"KHM", "THA"}),
        ("埃及和卡塔尔正在以色列与哈马斯之间斡旋。", "mediate", {"EGY", "QAT"}, {"ISR", "HAMAS"}),
        ("中国外交部发言人毛宁说，中方愿同日方保持沟通。", "offer", {"CHN"}, {"JPN"}),
        ("德国总理默茨表示，柏林愿意为乌克兰的安全作出贡献。", "offer", {"DEU"}, {"UKR"}),
    ],
)
def test_who_is_asked_does_not_ask_and_who_is_served_is_named(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    assert [(set(act.actors), set(act.recipients)) for act in Told(text).of_kind(kind)] == [(actors, recipients)]
