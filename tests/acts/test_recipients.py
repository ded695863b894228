"""To whom acts are done that do not name it beside their cue: whoever is written to, called, or does what is refused."""

from __future__ import annotations

import pytest
from plain_text import Told


def _done_to(text: str, kind: str) -> list[tuple[set[str], set[str]]]:
    """The actors and recipients of the acts of a kind, by id."""
    return [(set(act.actors), set(act.recipients)) for act in Told(text).of_kind(kind)]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("联合国秘书长古特雷斯说，他上周致信俄罗斯总统普京，提议延长粮食协议。", "propose", {"guterres"}, {"putin"}),
        ("法國總統馬克宏去函以色列總理內塔尼亞胡，要求停止攻擊。", "demand", {"macron"}, {"netanyahu"}),
        ("日本首相安倍晋三与韩国总统朴槿惠通话13分钟，亲自致歉。", "concede", {"abe"}, {"park"}),
        ("匈牙利總理歐爾班會見烏克蘭總統澤連斯基，保證不會封鎖邊境。", "promise", {"orban"}, {"zelensky"}),
        ("美国总统特朗普致电中国国家主席习近平，威胁加征关税。", "threaten", {"trump"}, {"CHN"}),
    ],
)
def test_what_follows_a_letter_or_a_call_is_meant_for_whoever_gets_it(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    assert _done_to(text, kind) == [(actors, recipients)]


def test_those_who_talk_agree_together_and_a_list_speaks_together() -> None:
    assert _done_to("日本首相安倍晋三与韩国总统朴槿惠通话，同意重开热线。", "agree") == [({"abe", "park"}, set())]
    assert _done_to("中国外长王毅和俄罗斯外长拉夫罗夫举行会谈，要求以色列停火。", "demand") == [({"wang-yi", "lavrov"}, {"ISR"})]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("哥伦比亚总统佩特罗拒绝承认国际法院的判决。", {"ICJ"}),
        ("韓國反對日本單方面改變現狀。", {"JPN"}),
        ("苏丹反对埃塞俄比亚单方面蓄水。", {"ETH"}),
        ("哈萨克斯坦反对外部势力干涉内政。", set()),
        ("哈瓦那拒绝透露马德里提出了什么。", set()),
        ("缅甸没有反对东盟发挥作用。", set()),
    ],
)
def test_a_refusal_is_meant_for_whoever_does_what_is_refused(text: str, recipients: set[str]) -> None:
    assert [found for _, found in _done_to(text, "refuse")] == [recipients]


def test_an_agreement_binds_the_states_of_those_who_signed_it() -> None:
    text = "印度总理莫迪与巴西总统卢拉举行会谈并签署贸易协议。协议将在90天后生效。"
    assert [actors for actors, _ in _done_to(text, "sign")] == [{"modi", "lula"}, {"IND", "BRA"}]


def test_the_envoys_of_two_states_are_recalled() -> None:
    assert _done_to("阿根廷召回驻巴西与智利大使，巴西和智利表示遗憾。", "sanction")[0] == ({"ARG"}, {"BRA", "CHL"})


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("巴西总统卢拉邀请南非总统拉马福萨出席峰会，拉马福萨愉快地接受了邀请。", "agree", {"lula"}),
        ("委內瑞拉總統馬杜洛邀請古巴國家主席迪亞斯卡內爾會面，迪亞斯卡內爾婉拒邀請。", "refuse", {"maduro"}),
        ("伊拉克政府要求土耳其撤军，土方没有接受。", "refuse", {"IRQ"}),
        ("美国提议在日内瓦举行三方会谈，但被俄方拒绝。", "refuse", {"USA"}),
        ("伊朗提議交換在押人員，英方尚未同意。", "agree", set()),
        ("伊朗提議交換在押人員。英國拒絕評論。", "refuse", set()),
    ],
)
def test_a_reply_is_meant_for_whoever_asked_right_before(text: str, kind: str, recipients: set[str]) -> None:
    assert [found for _, found in _done_to(text, kind)] == [recipients]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("國民黨主席朱立倫表示，政府應向國會說明經費來源。", [{"TWN"}]),
        ("乌克兰反对派议员热列兹尼亚克说，政府应该公布协议全文。", [{"UKR"}]),
        ("韩国总理韩德洙说，政府应当尽快制定方案。", [set()]),
        ("欧盟说，各方应当保持克制。", [set()]),
    ],
)
def test_those_outside_a_government_ask_it_of_their_own_state(text: str, recipients: list[set[str]]) -> None:
    assert [found for _, found in _done_to(text, "demand")] == recipients


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("苏丹外长马赫迪驳斥阿联酋的说法。", "deny", {"ARE"}),
        ("匈牙利国会批准瑞典加入北约的议定书。", "sign", {"SWE"}),
        ("外交部長林佳龍感謝投下反對票的各國，包括帛琉和史瓦帝尼。", "support", {"PLW", "SWZ"}),
        ("法国外长巴罗说，法方支持驱逐俄罗斯外交官的决定。", "support", set()),
        ("欧盟委员会10日宣布加税。中方坚决反对欧方的保护主义做法。", "refuse", {"EU"}),
    ],
)
def test_words_and_deeds_are_of_those_whom_they_open_with(text: str, kind: str, recipients: set[str]) -> None:
    assert [found for _, found in _done_to(text, kind)] == [recipients]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("加拿大总理卡尼批评中国，取消原订前往北京的访问行程。", {"CHN"}),
        ("印度外長蘇杰生取消飛往倫敦的行程，英國表示遺憾。", {"GBR"}),
        ("美国国务卿鲁比奥取消在日内瓦与俄方举行的会谈。", {"RUS"}),
    ],
)
def test_a_journey_called_off_was_for_the_state_of_its_goal(text: str, recipients: set[str]) -> None:
    assert [found for _, found in _done_to(text, "cancel")] == [recipients]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("英国首相斯塔默说，伦敦愿意同巴格达讨论撤军。", {"IRQ"}),
        ("日本外相岩屋毅说，日方愿意与盟友协调行动。", set()),
    ],
)
def test_an_offer_is_meant_for_a_capital_but_not_for_unnamed_friends(text: str, recipients: set[str]) -> None:
    assert [found for _, found in _done_to(text, "offer")] == [recipients]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("加纳总统马哈马感谢卡塔尔政府的接待和非盟的调停。", {"QAT", "AU"}),
        ("李在明表示赞赏石破茂的诚意，石破茂则感谢他的理解。", {"lee-jae-myung"}),
        ("馬克宏發表演說。澤連斯基隨後感謝他的支持。", {"macron"}),
        ("加纳总统马哈马感谢卡塔尔的接待，对非盟的方案不予置评。", {"QAT"}),
        ("加纳总统马哈马感谢埃及“十分及时”的调停以及约旦的参与。", {"EGY", "JOR"}),
    ],
)
def test_thanks_are_for_everybody_whose_thing_is_named(text: str, recipients: set[str]) -> None:
    assert _done_to(text, "support")[-1][1] == recipients


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("日方单方面扩大出口管制，韩国不能接受。", "refuse", {"JPN"}),
        ("菲律賓把碰撞說成意外，台灣無法接受。", "refuse", {"PHL"}),
        ("谈判进行了三天，韩国不能接受。", "refuse", set()),
        ("加纳加入联盟后，法国强烈反对。", "refuse", set()),
        ("加纳外长阿布拉克瓦提议加纳和法国双方重开谈判。", "propose", {"FRA"}),
        ("智利宣布驱逐玻利维亚大使。", "expel", {"BOL"}),
    ],
)
def test_what_another_side_did_is_not_accepted_from_it(text: str, kind: str, recipients: set[str]) -> None:
    assert [found for _, found in _done_to(text, kind)] == [recipients]


def test_a_named_person_is_expelled_in_person_and_seized_in_person() -> None:
    told = Told("马里宣布驱逐法国大使梅耶。伊朗逮捕法国女子科勒。白俄罗斯拘留波兰籍女记者波乔布特。")
    hit = [told.named(one) for act in told.acts for one in act.recipients]
    assert [next(name for name in ("梅耶", "科勒", "波乔布特") if name in names) for names in hit] == ["梅耶", "科勒", "波乔布特"]


def test_what_somebody_announces_may_be_welcomed() -> None:
    text = "中国外长王毅说，中方将向黎巴嫩提供一批药品。伊朗外长阿拉格齐对此表示赞赏。"
    assert _done_to(text, "support") == [({"araghchi"}, {"CHN"})]


@pytest.mark.parametrize(
    ("text", "kind", "recipients"),
    [
        ("5月3日，印军与斯里兰卡海军在孟加拉湾举行联合演习，巴基斯坦国防部谴责此举是“示威”。", "criticise", {"IND", "LKA"}),
        ("巴西宣布对阿根廷小麦加征关税。阿根廷外长奎尔诺批评，这是“贸易战”。", "criticise", {"BRA"}),
        ("埃塞俄比亚周一驱逐联合国官员。埃及外长阿卜杜勒阿提指责此举违反国际法。", "accuse", {"ETH"}),
        ("埃塞俄比亚与苏丹周一签署协议，埃及对此表示不满。", "criticise", set()),
    ],
)
def test_what_was_just_done_is_resented_from_whoever_did_it(text: str, kind: str, recipients: set[str]) -> None:
    assert [found for _, found in _done_to(text, kind)] == [recipients]


def test_states_offer_to_the_states_of_those_whom_their_leader_called() -> None:
    text = "土耳其总统埃尔多安分别同埃及总统塞西、约旦国王阿卜杜拉通电话，并表示安卡拉愿意提供协助。"
    assert _done_to(text, "offer") == [({"TUR"}, {"EGY", "JOR"})]
