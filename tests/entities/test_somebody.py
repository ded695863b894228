"""One person without a name, and named people of no office."""

import pytest

from verbale.language.fold import fold

from .reading import parties, phrases


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("一名在喀布尔的医院负责人表示，药品只够三天。", "一名在喀布尔的医院负责人"),
        ("国防部一名不愿透露姓名的军官说，演习照常。", "国防部一名不愿透露姓名的军官"),
        ("一名接近“白象军”的人士对本报说，队伍已经撤出。", "一名接近“白象军”的人士"),
        ("他的一名顾问说，行程没有改变。", "他的一名顾问"),
        ("基多一位能源政策学者指出，条文需要修改。", "基多一位能源政策学者"),
        ("一名隨行官員說，氣氛融洽。", "一名隨行官員"),
        ("不願具名的外交人士說，換人已成定局。", "不願具名的外交人士"),
        ("伊朗官方消息人士透露，会议推迟。", "伊朗官方消息人士"),
        ("美國國務院消息人士表示，過境屬私人性質。", "美國國務院消息人士"),
    ],
)
def test_one_person_is_named_by_the_whole_phrase(text, words):
    named = {fold(name) for entity in parties(text).entities if entity.type == "person" for name in entity.names}
    assert fold(words) in named


@pytest.mark.parametrize(
    "text",
    ["多名美国官员说，车队已经出发。", "欧盟外交官们普遍认为，争端难解。", "官员说，桥梁下周开放。", "两名不愿具名的官员说，名单已定。"],
)
def test_several_and_officials_of_nobody_are_a_group(text):
    assert "person" not in {entity.type for entity in parties(text).entities}


@pytest.mark.parametrize("text", ["警方带走了一名厨师。", "一名士兵断了手指，邻国没有回应。", "一名协会发言人没有到场。"])
def test_one_who_says_nothing_is_no_party(text):
    assert not [entity for entity in parties(text).entities if entity.type == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("素林府村民颂猜说，枪声停了他才回家。", "颂猜"),
        ("店主阿明对记者说，生意一落千丈。", "阿明"),
        ("总统府一名顾问阿丹说，声明没有提到此事。", "阿丹"),
        ("遇難者洪石成之女洪慈綪表示，家屬要的是真相。", "洪慈綪"),
    ],
)
def test_people_of_no_office_bear_names(text, name):
    assert fold(name) in {fold(each) for entity in parties(text).entities if entity.type == "person" for each in entity.names}


def test_a_trade_or_kin_tells_that_nobody_known_is_meant():
    assert "pavel" in dict(phrases("捷克总统帕维尔说，邻国应当克制。"))["捷克总统帕维尔"]
    assert "pavel" not in parties("卡车司机帕维尔抱怨，排队太久。").by_id
    assert "melania" in parties("特朗普和妻子梅拉尼娅抵达伦敦。").by_id
    assert "melania" not in parties("被押者在狱中绝食。其妻梅拉尼娅指责当局。").by_id


def test_a_coalition_is_named_by_who_leads_it():
    assert [words for words, _ in phrases("以美国为首的国际联盟周二轰炸拉卡。")] == ["以美国为首的国际联盟"]
    assert "沙特领导的联军" in [words for words, _ in phrases("沙特领导的联军空袭萨那。")]
    assert not [entity for entity in parties("美国领导的谈判结束。").entities if entity.type == "group"]


def test_he_is_the_one_for_whom_an_office_speaks():
    told = phrases("以色列总理内塔尼亚胡的办公室宣布，他下周前往华盛顿。")
    assert ("他", ("netanyahu",)) in told


@pytest.mark.parametrize(
    ("text", "body", "state"),
    [
        ("瑞典海警拦下悬挂多哥国旗的货船。警方说，船已扣下。", "警方", "SWE"),
        ("一名韩国游客在金边失踪。警方正在寻找。", "警方", "KHM"),
        ("伊朗多地爆发示威，美国总统特朗普声援民众。当局切断网络。", "当局", "IRN"),
    ],
)
def test_police_and_authorities_are_of_the_land_where_it_happens(text, body, state):
    assert dict(phrases(text))[body] == (state,)


def test_a_party_in_opposition_acts_and_not_its_state():
    assert next(ids for _, ids in phrases("韩国在野的国民力量党批评政府。")) == ("PPP_KOR",)
    assert [ids for _, ids in phrases("美国、北约和欧盟周二开会。")] == [("USA",), ("NATO",), ("EU",)]
