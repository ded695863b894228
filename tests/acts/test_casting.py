"""Who does what to whom, where the words beside the cue do not tell it at once."""

from __future__ import annotations

import pytest
from plain_text import Told


def _roles(text: str, kind: str) -> list[tuple[set[str], set[str]]]:
    """Actors and recipients of the acts of a kind, each as the first name that the text gives."""
    told = Told(text)

    def names(ids: tuple[str, ...]) -> set[str]:
        return {next(iter(sorted(told.parties.by_id[one].names, key=text.find)), one) for one in ids}

    return [(names(act.actors), names(act.recipients)) for act in told.of_kind(kind)]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("伊朗的核设施遭到以色列空袭。", "attack", {"以色列"}, {"伊朗"}),
        ("委内瑞拉一艘油轮在加勒比海遭美国拦截。", "coerce", {"美国"}, {"委内瑞拉"}),
        ("一名间谍获俄罗斯释放。", "release", {"俄罗斯"}, set()),
        ("埃及和约旦的做法受到以色列批评。", "criticise", {"以色列"}, {"埃及", "约旦"}),
        ("韓國一艘漁船被日本扣押。", "coerce", {"日本"}, {"韓國"}),
    ],
)
def test_a_passive_tells_its_doer_and_whom_it_befalls(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    assert _roles(text, kind) == [(actors, recipients)]


@pytest.mark.parametrize("text", ["三名船员获释后回国。", "美国为得到港口而谈判。", "货船遭到风暴袭击。"])
def test_a_passive_without_a_doer_tells_no_deed(text: str) -> None:
    told = Told(text)
    assert not told.of_kind("attack") + told.of_kind("release") + told.of_kind("coerce")


def test_who_is_received_takes_part() -> None:
    assert _roles("印度外长苏杰生获中国国家主席习近平接见。", "meet") == [({"苏杰生", "习近平"}, set())]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("中国外长王毅分别会见法国总统马克龙和德国总理默茨。", [{"王毅", "马克龙"}, {"王毅", "默茨"}]),
        ("王毅昨晚分別與馬克龍和默茨通電話。", [{"王毅", "馬克龍"}, {"王毅", "默茨"}]),
        ("中国外长王毅会见法国总统马克龙和德国总理默茨。", [{"王毅", "马克龙", "默茨"}]),
    ],
)
def test_whom_somebody_meets_apart_is_met_in_an_act_of_its_own(text: str, sides: list[set[str]]) -> None:
    found = _roles(text, "meet") + _roles(text, "call")
    assert [actors for actors, _ in found] == sides


def test_what_two_parties_say_of_each_other_is_done_both_ways() -> None:
    assert _roles("柬埔寨和泰国周一互相指责对方率先开火。", "attack") == [({"柬埔寨"}, {"泰国"}), ({"泰国"}, {"柬埔寨"})]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("在埃及斡旋下，以色列与哈马斯达成停火协议。", {"埃及"}, {"以色列", "哈马斯"}),
        ("哈马斯与以色列周日谈判。哈马斯感谢埃及和卡塔尔居中调停。", {"埃及", "卡塔尔"}, {"以色列", "哈马斯"}),
    ],
)
def test_mediators_go_between_those_who_talk(text: str, actors: set[str], recipients: set[str]) -> None:
    assert _roles(text, "mediate") == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("中方表示，如果美国一意孤行，中国将采取反制措施。", {"中国"}, {"美国"}),
        ("美国贸易代表格里尔说，中国必须遵守协议，否则美国将加征关税。", {"美国"}, {"中国"}),
    ],
)
def test_a_hostile_deed_of_ones_own_on_a_condition_is_a_threat(text: str, actors: set[str], recipients: set[str]) -> None:
    told = Told(text)
    assert [act.modality for act in told.of_kind("threaten")] == ["happened"]
    assert not told.of_kind("sanction")


def test_a_hostile_deed_without_a_condition_is_planned() -> None:
    told = Told("美国贸易代表格里尔说，美国将对印度加征关税。")
    assert [act.modality for act in told.of_kind("sanction")] == ["planned"]
    assert not told.of_kind("threaten")


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("土耳其总统埃尔多安周三与俄罗斯总统普京通电话，提议在安卡拉举行峰会。", {"普京"}),
        ("土耳其总统埃尔多安提议在安卡拉举行峰会。", set()),
    ],
)
def test_what_is_proposed_at_talks_is_put_to_their_other_side(text: str, recipients: set[str]) -> None:
    assert _roles(text, "propose") == [({"埃尔多安"}, recipients)]


def test_a_demand_of_nobody_named_goes_to_the_one_state_named_before() -> None:
    assert _roles("中国大使傅聪谴责美国侵犯主权，要求立即释放船员。", "demand")[0][1] == {"美国"}


@pytest.mark.parametrize("text", ["默茨返回柏林，来到德国总理府。", "被问到会否访美，他没有回答。"])
def test_nobody_visits_their_own_state(text: str) -> None:
    assert not Told(text).of_kind("visit")


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("韩国民众在美国驻韩大使馆前集会。", {"美国"}),
        ("数千名示威者周末在塞尔维亚的贝尔格莱德游行。", {"塞尔维亚"}),
    ],
)
def test_a_protest_is_addressed_to_an_embassy_or_the_state_of_the_city(text: str, recipients: set[str]) -> None:
    assert [found for _, found in _roles(text, "protest")] == [recipients]


def test_two_words_of_one_request_are_one_demand() -> None:
    told = Told("法国外交部呼吁并要求以色列停止袭击。")
    assert [act.kind for act in told.acts] == ["demand"]


def test_what_is_demanded_after_criticism_goes_to_the_same_party() -> None:
    assert _roles("伊朗外长阿拉格齐就袭击谴责以色列，要求立即停火。", "demand") == [({"阿拉格齐"}, {"以色列"})]


def test_who_is_reported_to_say_it_does_what_is_done_by_saying() -> None:
    assert _roles("柬埔寨首相洪玛奈表示，泰国愿意停火，并呼吁泰国撤军。", "appeal") == [({"洪玛奈"}, {"泰国"})]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("格鲁吉亚宣布中止与日本的贸易谈判。", "cancel", {"格鲁吉亚"}, {"日本"}),
        ("加拿大指控印度涉及谋杀，印方一直否认。", "deny", {"印度"}, set()),
        ("伊朗外长阿拉格齐说，如果美国恢复制裁，伊朗将停止与国际原子能机构合作。", "threaten", {"伊朗"}, {"美国"}),
        ("中国外交部发言人毛宁说，日本的所谓抗议，中方不接受。", "refuse", {"中国"}, {"日本"}),
        ("埃及致函聯合國安理會，要求召開緊急會議。", "demand", {"埃及"}, {"聯合國安理會"}),
        ("印度总理莫迪应日本首相石破茂邀请，周一访问东京。", "propose", {"石破茂"}, {"莫迪"}),
        ("法国总统马克龙接受埃及总统塞西的访问邀请。", "agree", {"马克龙"}, {"塞西"}),
        ("维文说，新加坡反对强制迁移，支持巴勒斯坦的诉求。", "support", {"新加坡"}, {"巴勒斯坦"}),
    ],
)
def test_what_another_clause_tells_of_an_act_counts(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    assert _roles(text, kind) == [(actors, recipients)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("毛宁说，美方的无理指责，中方坚决反对。", "accuse"),
        ("俄罗斯外长拉夫罗夫说，俄方不会让步。", "concede"),
        ("美国总统特朗普签署行政命令，对巴西商品加征关税。", "demand"),
        ("法国警方向人群发射催泪弹。", "attack"),
        ("以色列国会通过吞并西岸法案。", "attack"),
        ("伊朗外长阿拉格齐说，伊朗将停止与国际原子能机构合作。", "threaten"),
    ],
)
def test_what_is_only_named_or_denied_is_no_act(text: str, kind: str) -> None:
    assert not Told(text).of_kind(kind)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("挪威外交部发表声明。声明对土耳其的做法表示不满。", "criticise", {"挪威"}, {"土耳其"}),
        ("泰國與越南發表聯合聲明。聲明提出三項建議。", "propose", {"泰國", "越南"}, set()),
        ("新加坡外交部发布公告。公告提出两项措施。", "propose", {"新加坡"}, set()),
    ],
)
def test_a_paper_speaks_for_those_who_issued_it(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    assert _roles(text, kind) == [(actors, recipients)]


def test_a_paper_that_nobody_issued_speaks_for_nobody() -> None:
    assert not _roles("声明提出三项建议。", "propose")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("加拿大外长阿南德说，美国的恐吓行为必须停止。", [({"阿南德"}, {"美国"})]),
        ("約旦國王阿卜杜拉二世強調，以色列的軍事行動必須立即停止。", [({"阿卜杜拉二世"}, {"以色列"})]),
        ("加拿大外长阿南德说，乌克兰的主权必须得到尊重。", []),
    ],
)
def test_whose_doing_must_stop_is_asked_to_stop(text: str, asked: list[tuple[set[str], set[str]]]) -> None:
    assert _roles(text, "demand") == asked


def test_a_longer_cue_that_does_not_fit_leaves_the_shorter_one() -> None:
    assert _roles("法国国防部将承担这笔费用。", "promise") == [({"法国"}, set())]


def test_a_deed_told_as_done_needs_no_named_doer() -> None:
    assert _roles("俄罗斯国防部说，当天打击了十个目标。", "attack")
    assert not _roles("俄罗斯国防部说，打击目标的选择很难。", "attack")


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("法国总统马克龙感谢埃及和卡塔尔斡旋。", {"埃及", "卡塔尔"}),
        ("柬埔寨首相洪玛奈感谢马来西亚总理安瓦尔积极调停。", {"安瓦尔"}),
    ],
)
def test_whoever_is_thanked_for_it_goes_between(text: str, between: set[str]) -> None:
    assert [actors for actors, _ in _roles(text, "mediate")] == [between]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("德国外长说：“我告诉王毅，德方将考虑这一方案。”", "promise", {"德方"}, {"王毅"}),
        ("土耳其总统埃尔多安说，他已告诉普京，土方愿意派出观察员。", "offer", {"土方"}, {"普京"}),
        ("土耳其总统埃尔多安告诉记者，土方愿意派出观察员。", "offer", {"土方"}, set()),
    ],
)
def test_what_is_told_to_somebodys_face_is_promised_to_them(text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    told = Told(text)
    (act,) = told.of_kind(kind)
    sides = {told.parties.state_of(entity) for entity in act.recipients}
    meant = {told.parties.state_of(one.id) for one in told.parties.entities if recipients & set(one.names)}
    assert (bool(act.recipients), sides) == (bool(recipients), meant)


def test_words_put_in_brackets_complete_the_sentence() -> None:
    assert _roles("挪威首相斯特勒说：“挪威也（对白俄罗斯）实施了制裁。”", "sanction") == [({"挪威"}, {"白俄罗斯"})]
    assert _roles("挪威首相斯特勒（资料图，美联社）宣布对白俄罗斯实施制裁。", "sanction") == [({"斯特勒"}, {"白俄罗斯"})]


@pytest.mark.parametrize("text", ["美国代表团周三抵达北京。", "西非国家经济共同体斡旋团19日抵达尼亚美。", "哈马斯谈判代表飞抵开罗。"])
def test_a_delegation_travels_for_its_side(text: str) -> None:
    assert len(_roles(text, "visit")) == 1


def test_a_state_itself_does_not_travel() -> None:
    assert not _roles("美国周三抵达北京。", "visit")


def test_what_is_condemned_is_not_done_by_whoever_condemns_it() -> None:
    assert not _roles("王毅强调，中方谴责这一恐怖袭击。", "attack")
    assert _roles("王毅强调，中方谴责以色列空袭伊朗。", "attack") == [({"以色列"}, {"伊朗"})]
