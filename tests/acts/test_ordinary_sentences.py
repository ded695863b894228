"""Ordinary sentences of the news: who does what to whom."""

from __future__ import annotations

import datetime

import pytest

import verbale

_DAY = datetime.date(2025, 3, 10)

# Sentence, kind, actors, recipients, modality.
TOLD = [
    ("印度商务部宣布对原产于越南的钢材加征12%关税。", "sanction", {"IND"}, {"VNM"}, "happened"),
    ("墨西哥决定对价值80亿美元的美国农产品加征15%关税。", "sanction", {"MEX"}, {"USA"}, "happened"),
    ("埃及外交部已将草案转交以色列。", "propose", {"EGY"}, {"ISR"}, "happened"),
    ("埃及将把草案转交以色列。", "propose", {"EGY"}, {"ISR"}, "planned"),
    ("伊朗外交部召见英国大使提出抗议。", "criticise", {"IRN"}, {"GBR"}, "happened"),
    ("巴基斯坦军方称击落三架印度战机。", "attack", {"PAK"}, {"IND"}, "happened"),
    ("约旦和以色列接受停火协议，停火将于周五生效。", "ceasefire", {"JOR", "ISR"}, set(), "planned"),
    ("塞尔维亚驱逐科索沃代表，阿尔巴尼亚谴责这一决定。", "criticise", {"ALB"}, {"SRB"}, "happened"),
    ("摩洛哥撤回代表团，阿尔及利亚表示强烈不满和坚决反对。", "criticise", {"DZA"}, {"MAR"}, "happened"),
    ("印度关闭口岸，巴基斯坦驱逐印度大使并中止双边贸易。", "sanction", {"PAK"}, {"IND"}, "happened"),
    ("由阿曼居中斡旋的俄乌外长会谈将于周六在罗马举行。", "meet", {"RUS", "UKR"}, set(), "planned"),
    ("韩国外长康京和说，如果日方执意行动，韩方将不得不重新检讨协定。", "threaten", {"KOR"}, {"JPN"}, "happened"),
    ("岸田文雄说，中方若一意孤行，日方将向世贸组织提起诉讼。", "threaten", {"JPN"}, {"CHN"}, "happened"),
    ("英国外交大臣拉米说，欧盟如果加税，英国将把争端提交仲裁。", "promise", {"GBR"}, set(), "conditional"),
    ("德国总理默茨说，一旦收到申请，德国将征询议会。", "promise", {"DEU"}, set(), "planned"),
    ("日本官房长官林芳正说，日方会继续要求韩国纠正做法。", "demand", {"JPN"}, {"KOR"}, "planned"),
    ("在埃及和约旦的斡旋下，以色列与黎巴嫩同意换俘。", "mediate", {"EGY", "JOR"}, {"ISR", "LBN"}, "happened"),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients", "modality"), TOLD, ids=[entry[0] for entry in TOLD])
def test_a_sentence_tells_who_does_what_to_whom(text: str, kind: str, actors: set[str], recipients: set[str], modality: str) -> None:
    acts = verbale.read(f"各国代表当天在场外等候消息，气氛安静。\n\n{text}\n\n当地天气晴朗，商店照常开门。\n", published=_DAY).acts
    found = [(act.kind, set(act.actors), set(act.recipients), act.modality) for act in acts]
    assert (kind, actors, recipients, modality) in found


@pytest.mark.parametrize("text", ["印度对越南实施的关税将影响出口。", "外长没有与同行讨论关税。", "记者问对方是否认为会谈有用。"])
def test_a_sentence_that_tells_no_act_of_a_party(text: str) -> None:
    acts = verbale.read(f"各国代表当天在场外等候消息，气氛安静。\n\n{text}\n\n当地天气晴朗，商店照常开门。\n", published=_DAY).acts
    assert [act.kind for act in acts if act.kind in {"sanction", "meet", "deny", "promise"}] == []
