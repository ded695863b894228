"""Whom a feeling about what was just told is aimed at, and where somebody turns from what they ask to something else."""

from __future__ import annotations

import pytest
from plain_text import Told


def _recipients(text: str, kind: str) -> list[set[str]]:
    told = Told(text)
    return [{_first(told, entity, text) for entity in act.recipients} for act in told.of_kind(kind)]


def _first(told: Told, entity: str, text: str) -> str:
    """The first name that the text gives somebody."""
    return next(iter(sorted(told.parties.by_id[entity].names, key=text.find)), entity)


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("爱尔兰总理马丁提议在都柏林谈判。法国对此表示欢迎。", "support", {"马丁"}),
        ("越南释放三名柬埔寨渔民，柬埔寨首相洪玛奈对此表示感谢。", "support", {"越南"}),
        ("朝鮮昨日試射飛彈。對此，日本首相石破茂表示強烈譴責。", "criticise", {"朝鮮"}),
        ("中国海警船驶入附近海域。日本政府已就此提出抗议。", "criticise", {"中国"}),
        ("新加坡外长维文说，谈判仍在继续。新方对此表示欢迎。", "support", set()),
        ("澳洲总理阿尔巴尼斯对停火表示欢迎。", "support", set()),
        ("越南与老挝签署协议。美国对此表示不满。", "criticise", set()),
    ],
)
def test_a_feeling_about_what_was_just_told_is_aimed_at_whoever_did_it(text: str, kind: str, recipients: set[str]) -> None:
    assert _recipients(text, kind) == [recipients]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("苏丹外交部呼吁埃及和埃塞俄比亚回到谈判桌，并感谢沙特的调停。", ["appeal", "support"]),
        ("印尼总统普拉博沃承诺年底前扑灭火点，并邀请新加坡派员查看。", ["promise", "propose"]),
        ("意大利总理梅洛尼没有批评美国，只是呼吁法国冷静。", ["criticise", "appeal"]),
        ("日本要求中国释放船员，并支持两国对话。", ["demand"]),
    ],
)
def test_what_somebody_goes_on_to_do_is_no_part_of_what_they_ask(text: str, kinds: list[str]) -> None:
    told = Told(text)
    assert [act.kind for act in told.acts] == kinds
    assert len({act.actors for act in told.acts}) == 1


def test_otherwise_is_a_threat() -> None:
    told = Told("波蘭外長西科爾斯基說，白俄羅斯必須釋放記者，否則波蘭將關閉邊境。")
    assert [told.words(act.content) for act in told.of_kind("threaten")] == ["波兰将关闭边境"]


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("智利外长范克拉韦伦说，智利从未承诺开放港口。", "promise", "denied"),
        ("越南外交部发言人范秋姮表示，越方没有向任何国家提供武器。", "aid", "denied"),
        ("马来西亚首相安华说，大马与印尼尚未签署协议。", "sign", "not_happened"),
        ("据路透社报道，智利总统博里奇没有作出承诺。", "promise", "not_happened"),
    ],
)
def test_only_the_doers_deny(text: str, kind: str, modality: str) -> None:
    assert [act.modality for act in Told(text).of_kind(kind)] == [modality]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("北京取消中日韩领导人会议。", {"日", "韩"}),
        ("法国外长巴罗推迟原定周一与德国外长瓦德富尔的会晤。", {"瓦德富尔"}),
        ("印尼外长苏吉约诺原定今日访问马来西亚的行程展延。", {"马来西亚"}),
        ("德国总理默茨因故取消了周二的活动。", set()),
    ],
)
def test_talks_are_called_off_with_their_other_side(text: str, recipients: set[str]) -> None:
    assert _recipients(text, "cancel") == [recipients]


def test_what_is_called_off_is_no_visit() -> None:
    assert [act.kind for act in Told("英國首相施紀賢往柏林會見默茨的行程已經押後。").acts] == ["cancel"]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("新西兰总理拉克森一句话，就让北京取消中日韩领导人会议。", "cancel", {"北京"}, {"日", "韩"}),
        ("印度与英国在美国总统特朗普见证下签署贸易协定。", "sign", {"印度", "英国"}, set()),
        ("美国国务卿鲁比奥提出辞职，被总统特朗普拒绝。", "refuse", {"特朗普"}, {"鲁比奥"}),
        ("智利警方表示，至少57人被捕。", "coerce", {"智利"}, set()),
        ("朝鲜拒绝与韩国恢复对话。", "refuse", {"朝鲜"}, {"韩国"}),
        ("匈牙利反对与乌克兰开启谈判。", "refuse", {"匈牙利"}, set()),
        ("丹麦应马里要求，宣布将士兵撤回国内。", "demand", {"马里"}, {"丹麦"}),
    ],
)
def test_who_does_it_to_whom_by_other_words_than_a_subject(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    told = Told(text)
    assert [{_first(told, entity, text) for entity in act.actors} for act in told.of_kind(kind)] == [actors]
    assert _recipients(text, kind) == [recipients]


def test_go_betweens_are_not_the_two_sides() -> None:
    told = Told("塞尔维亚总统武契奇周六同科索沃总理库尔蒂会谈，欧盟代表博雷利和特使莱恰克从中斡旋。双方未能达成一致。")
    assert [act.actors for act in told.of_kind("agree")] == [("vucic", "kurti")]


def test_each_of_several_is_met_apart() -> None:
    told = Told("法国外长巴罗同中国外长王毅、美国国务卿鲁比奥分别举行会谈。")
    assert [len(act.actors) for act in told.of_kind("meet")] == [2, 2]


def test_somebody_sent_travels_not_the_sender() -> None:
    assert not Told("联合国秘书长古特雷斯表示，他已派特使前往哈瓦那。").of_kind("visit")
