"""Bodies without a country, people who act for somebody, and crowds: whose they are."""

import pytest

from .reading import parties, phrases


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("格鲁吉亚首都第比利斯有人示威。警方驱散了人群。", "警方", "GEO"),
        ("土耳其总统埃尔多安说，政府会采取措施。", "政府", "TUR"),
        ("伊拉克城市摩苏尔发生爆炸，内政部说，六人死亡。", "内政部", "IRQ"),
        ("德国警方说，三辆车被烧。", "德国警方", "DEU"),
        ("肯尼亚矿业部公布了数据。", "肯尼亚矿业部", "KEN"),
    ],
)
def test_a_body_is_that_of_the_state_told_of(text: str, words: str, state: str) -> None:
    """The state before it, else that of the sentence before."""
    assert (words, (state,)) in phrases(text)


@pytest.mark.parametrize(
    "text", ["两国政府间委员会将开会。", "芬兰外长林小禾到访，外交部表示欢迎。", "法国和德国的边境重开，政府没有说明。"]
)
def test_a_body_is_nobodys_where_several_may_be_meant(text: str) -> None:
    """政府间 is no government, and a visitor's state is not the host's."""
    assert not {"政府", "外交部"} & {words for words, _ in phrases(text)} or ("政府", ()) in phrases(text)


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("英国首相施纪贤的发言人回应，谈判没有结束。", "英国首相施纪贤的发言人", "GBR"),
        ("加拿大总理卡尼到会。卡尼办公室说，行程没有变。", "卡尼办公室", "CAN"),
        ("安理会轮值主席国法国说，会议推迟。", "轮值主席国法国", "FRA"),
        ("东道主埃及说，会议推迟。", "东道主埃及", "EGY"),
    ],
)
def test_unnamed_people_speak_for_the_state(text: str, words: str, party: str) -> None:
    """A leader's spokesperson, an office, a chair."""
    assert (words, (party,)) in phrases(text)


def test_a_named_spokesperson_stays_a_person() -> None:
    """普京发言人 before a name is a title."""
    assert [entities for _, entities in phrases("普京发言人佩斯科夫说，会谈推迟。")] == [("peskov",)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("数百名法国渔民示威，要求降价。", {"数百名法国渔民", "法国渔民", "渔民"}),
        ("38个国家承诺减排。", {"38个国家"}),
        ("三名知情人士说，会谈推迟。", {"三名知情人士", "知情人士"}),
        ("两名国安官员说，会谈推迟。", {"两名国安官员", "国安官员"}),
    ],
)
def test_crowds_and_unnamed_people_are_groups(text: str, names: set[str]) -> None:
    """With their number and without it."""
    groups = [set(entity.names) for entity in parties(text).entities if entity.type == "group"]
    assert groups == [names]


@pytest.mark.parametrize("text", ["美国代表谢伊反驳说，钱已经付了。", "海地代表罗德里格反对。"])
def test_a_delegate_is_a_person(text: str) -> None:
    """代表 between a state and a name is a title."""
    words, entities = phrases(text)[0]
    assert words.startswith(text[:4])
    assert parties(text).by_id[entities[0]].type == "person"


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("韩国总统宣布戒严。国会随后要求解除戒严。", "国会", "NATIONAL_ASSEMBLY_KOR"),
        ("美國總統川普說，眾議院已通過法案。", "众议院", "US_HOUSE"),
        ("欧洲议会贸易委员会主席林小禾说，议会要求看到文本。", "议会", "EUPARL"),
        ("泰国总理佩通坦说，宪法法院拒绝了请求。", "宪法法院", "THA"),
        ("委内瑞拉政府提出指控。外交部发表了声明。", "外交部", "VEN"),
        ("外交部发言人毛宁说，外交部召见了日本大使。", "外交部", "CHN"),
        ("新华社北京3月9日电 商务部说，中方反对加税。", "商务部", "CHN"),
    ],
)
def test_parliaments_courts_and_ministries_without_a_country(text: str, words: str, party: str) -> None:
    """Of the state told of, else of the outlet's."""
    assert (words, (party,)) in phrases(text)


@pytest.mark.parametrize(
    "text",
    ["法国国会议员到访。", "韩国记者在国会大厦外等候。", "加利福尼亚州议会否决法案。", "美国政府宣布制裁，中国表示反对。商务部没有回应。"],
)
def test_no_parliament_and_no_ministry(text: str) -> None:
    """Members, buildings, a state's assembly; a ministry of one of two."""
    assert not {"国会", "议会", "商务部"} & {words for words, _ in phrases(text)} or ("商务部", ()) in phrases(text)


def test_a_backer_has_no_forces_there() -> None:
    """政府军 after 土耳其支援的 is not Turkey's."""
    assert ("政府军", ("TUR",)) not in phrases("在土耳其支援的政府军反攻下，“国民军”退出利比亚西部。")
