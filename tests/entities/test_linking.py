"""Who is who: titles, offices, first names, capitals, staff and groups."""

import datetime

import pytest

from verbale.language.fold import fold

from .reading import parties, phrases


def test_all_names_of_a_person_are_one_party():
    read = parties("美国国务卿马尔科·鲁比奥（Marco Rubio）抵达。鲁比奥说，会谈顺利。盧比歐隨後離開。")
    person = next(entity for entity in read.entities if entity.type == "person")
    assert (person.id, person.affiliation) == ("rubio", "USA")
    assert set(person.names) == {"马尔科·鲁比奥", "Marco Rubio", "鲁比奥", "盧比歐"}


def test_a_party_office_before_the_state_office_makes_no_new_person():
    read = parties("中共中央政治局委员、外交部长王毅应约同俄罗斯外长拉夫罗夫通电话。")
    assert {entity.id: entity.affiliation for entity in read.entities if entity.type == "person"} == {"wang-yi": "CHN", "lavrov": "RUS"}


def test_that_organization_is_the_one_for_which_somebody_speaks():
    found = phrases("哈马斯发言人卡西姆说，该组织拒绝以色列提出的方案。")
    assert ("该组织", ("HAMAS",)) in found
    assert ("哈马斯发言人卡西姆", ("qassem-hazem",)) in found


@pytest.mark.parametrize(
    ("text", "phrase", "wanted"),
    [
        ("除非新德里恢复执行条约，否则免谈。", "新德里", ("IND",)),
        ("首尔与平壤恢复热线。", "首尔", ("KOR",)),
        ("北京一贯反对制裁。", "北京", ("CHN",)),
        ("盟友理解东京的决定。", "东京", ("JPN",)),
        ("反对党反对与普里什蒂纳达成协议。", "普里什蒂纳", ("XKX",)),
        ("华盛顿和莫斯科都表示愿意谈判。", "华盛顿", ("USA",)),
    ],
)
def test_a_capital_that_acts_is_its_state(text, phrase, wanted):
    assert (phrase, wanted) in phrases(text)


@pytest.mark.parametrize("text", ["会议在伦敦举行。", "代表团抵达东京。", "北京天气晴朗。", "代表从首尔返回。"])
def test_a_capital_that_is_a_place_is_no_phrase(text):
    assert phrases(text) == []


@pytest.mark.parametrize(
    ("text", "phrase", "wanted"),
    [
        ("美国国务卿说，会谈顺利。", "美国国务卿", ("rubio",)),
        ("俄外长没有到场。", "俄外长", ("lavrov",)),
        ("泰国外交部发言人说，没有伤亡。", "泰国外交部发言人", ("THA",)),
        ("俄罗斯总统普京到访。总统说，会谈顺利。", "总统", ("putin",)),
    ],
)
def test_an_office_means_its_holder_or_its_state(text, phrase, wanted):
    assert (phrase, wanted) in phrases(text)


def test_an_office_means_whoever_held_it_on_the_day():
    assert ("美国国务卿", ("blinken",)) in phrases("美国国务卿说，会谈顺利。", datetime.date(2022, 1, 22))
    assert ("美国国务卿", ("USA",)) in phrases("美国国务卿说，会谈顺利。", None)


@pytest.mark.parametrize("text", ["总统选举推迟举行。", "法国总统府没有回应，总理一职空缺。"])
def test_an_office_that_is_no_person_is_none(text):
    assert [entity.id for entity in parties(text).entities if entity.type == "person"] == []


@pytest.mark.parametrize(
    "text",
    [
        "（记者高望山）会谈结束。",
        "会谈结束。（高望山摄）",
        "编译／高望山\n会谈结束。",
        "高望山\n会谈结束。",
        "会谈结束。责编：高望山、林小禾",
    ],
)
def test_the_staff_of_the_page_are_no_parties(text):
    assert parties(text).entities == ()


def test_a_byline_names_no_party():
    assert parties("海峡网 高望山", kind="byline").entities == ()


def test_new_persons_are_known_by_the_page():
    read = parties("芬兰气象局长林小禾说，雪还会下。林小禾没有说明时间。")
    persons = [entity for entity in read.entities if entity.type == "person"]
    assert [(person.names, person.affiliation) for person in persons] == [(("林小禾",), "FIN")]


def test_groups_are_one_by_their_noun():
    read = parties("多名官员说，会谈推迟。两名官员证实。多名美国官员否认。")
    groups = {entity.id: entity.names for entity in read.entities if entity.type == "group"}
    assert groups == {"guan-yuan": ("多名官员", "官员", "两名官员"), "USA_PEOPLE": ("多名美国官员", "美国官员")}


def test_names_bear_the_script_of_the_page():
    read = parties("盧比歐抵達後表示，會談順利。")
    assert next(entity for entity in read.entities if entity.id == "rubio").names == ("盧比歐",)


def test_a_government_with_a_persons_name_is_the_state():
    assert phrases("特朗普政府宣布加税。") == [("特朗普政府", ("USA",))]
    assert phrases("马政府没有回应，马英九将出席。") == [("马英九", ("ma",))]


@pytest.mark.parametrize(
    ("text", "words", "affiliation"),
    [
        ("埃塞俄比亚水利与能源部长哈卜塔穆反驳称，指控毫无根据。", "埃塞俄比亚水利与能源部长哈卜塔穆", "ETH"),
        ("中国海警局发言人刘德军表示，碰撞责任完全在对方。", "中国海警局发言人刘德军", "CHN"),
        ("瑞士总统凯勒—祖特尔说，瑞士不会让步。", "瑞士总统凯勒—祖特尔", "CHE"),
    ],
)
def test_new_persons_with_long_titles_and_odd_names(text, words, affiliation):
    read = parties(text)
    named = {text[phrase.span.start : phrase.span.end]: phrase.entities for phrase in read.phrases}
    assert read.by_id[named[words][0]].affiliation == affiliation


def test_a_name_written_with_another_joint_is_the_same_person():
    read = parties("瑞士总统凯勒—祖特尔到访。会后，凯勒·祖特尔没有发言，凯勒-祖特尔离开了。")
    assert len([entity for entity in read.entities if entity.type == "person"]) == 1


def test_a_party_before_a_person_only_tells_whose_the_person_is():
    read = parties("加拿大反对党保守党领袖高望山批评协议。")
    assert [read.by_id[phrase.entities[0]].type for phrase in read.phrases] == ["person"]


@pytest.mark.parametrize("text", ["沙巴首席部长没有出席。", "科巴希到访第比利斯。"])
def test_characters_of_other_names_are_no_states(text):
    assert not {"SAU", "PSE", "XKX", "GRC"} & {entity.id for entity in parties(text).entities}


OWN_PAGES = {
    "TWN": "外交部長林佳龍說，我國與友邦關係穩固。對此，外交部表示歡迎。",
    "SGP": "外交部长维文昨天说，我国将派出观察员。对此，外交部表示欢迎。",
}


@pytest.mark.parametrize("state", OWN_PAGES)
def test_bodies_without_a_country_are_the_outlets_own(state):
    text = OWN_PAGES[state]
    assert (fold("外交部"), (state,)) in [(fold(words), meant) for words, meant in phrases(text)]


@pytest.mark.parametrize("text", ["芬兰外长林小禾到访。对此，外交部表示欢迎。", "他说：“我国外交部不会回应。”对此，外交部没有回应。"])
def test_bodies_are_nobodys_where_the_outlet_is_unknown(text):
    assert "外交部" not in [words for words, _ in phrases(text)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("挪威外长林小禾提出由华盛顿调解。", "USA"),
        ("对于草案，华盛顿“会认真研究”。", "USA"),
        ("林小禾说，渥太华原则上接纳这项请求。", "CAN"),
    ],
)
def test_capitals_that_act_are_their_states(text, state):
    assert state in {entity.id for entity in parties(text).entities}


@pytest.mark.parametrize("text", ["代表团由华盛顿出发。", "会议在渥太华举行。", "他参观了华盛顿“老城”。"])
def test_capitals_as_places_are_no_states(text):
    assert not {"USA", "CAN"} & {entity.id for entity in parties(text).entities}


@pytest.mark.parametrize(
    "text",
    [
        "加纳外长阿布拉夸说，协议应当遵守。阿布拉夸没有回答提问，阿布拉夸随后离开。",
        "所罗门群岛外长阿格瓦卡到访。阿格卡瓦随后离开。",
        "国台办发言人朱凤莲主持记者会。朱凤连没有回答提问。",
        "马来西亚代部长佐哈里到访。佐哈理说，事情没有结束。",
    ],
)
def test_slips_of_a_name_are_the_same_person(text):
    assert len([entity for entity in parties(text).entities if entity.type == "person"]) == 1


@pytest.mark.parametrize("text", ["李强和李克强先后到会。", "金正恩和金与正在平壤。", "习近平会见了习远平。"])
def test_different_people_of_similar_names_stay_two(text):
    assert len([entity for entity in parties(text).entities if entity.type == "person"]) == 2


def test_an_outlet_is_known_by_its_words_for_itself() -> None:
    text = "外交部指出，我國與友邦的邦誼穩固。"
    assert (fold("外交部"), ("TWN",)) in [(fold(words), meant) for words, meant in phrases(text)]


def test_our_country_is_that_of_the_dateline_where_the_page_names_it_nowhere():
    text = "（吉隆坡10日讯）外交部副部长林小禾强调，我国从未同意停止巡逻。"
    read = parties(text)
    assert next(entity.affiliation for entity in read.entities if entity.type == "person") == "MYS"
    assert ("我国", ("MYS",)) in phrases(text)


@pytest.mark.parametrize(
    "text",
    ["（吉隆坡10日讯）外交部副部长林小禾说，我国感谢马来西亚。", "（吉隆坡10日讯）商人林小禾说，我国的渔民不满。"],
)
def test_our_country_is_unknown_where_the_datelines_state_is_another_or_nobody_acts_for_it(text):
    assert ("我国", ("MYS",)) not in phrases(text)


def test_the_representative_of_a_side_is_of_that_state():
    read = parties("塔吉克斯坦和吉尔吉斯斯坦会谈。塔方代表纳扎罗夫说，会谈顺利。")
    assert next(entity.affiliation for entity in read.entities if entity.type == "person") == "TJK"


@pytest.mark.parametrize("text", ["吉尔吉斯斯坦副外长别克图罗夫与记者见面。", "别克图罗夫重申立场。"])
def test_a_foreign_name_that_the_tagger_cuts_is_whole(text):
    read = parties(text)
    assert [entity.names[0] for entity in read.entities if entity.type == "person"] == ["别克图罗夫"]


@pytest.mark.parametrize("title", ["阿富汗外长", "阿富汗能源和水利部长", "巴拉圭总统府发言人"])
def test_a_title_of_another_state_makes_a_known_name_another_persons(title: str) -> None:
    """And the bare name after it means the same one."""
    found = [ids for words, ids in phrases(f"{title}曼苏尔到场。曼苏尔没有发言。") if words.endswith("曼苏尔")]
    assert found == [("man-su-er",), ("man-su-er",)]


@pytest.mark.parametrize("title", ["塔利班发言人", "塔利班驻多哈办事处发言人"])
def test_a_title_of_a_movement_in_arms_does_so_too(title: str) -> None:
    """Not one of a party, whose name other countries' parties bear, nor of a body of several states."""
    assert [ids for words, ids in phrases(f"{title}沙欣到场。") if words.endswith("沙欣")] == [("sha-xin",)]
    assert [ids for words, ids in phrases("巴勒斯坦常驻联合国代表曼苏尔到场。") if words.endswith("曼苏尔")] == [("mansour",)]
