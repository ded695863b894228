"""Words that take up parties across sentences, and words that stand for a state."""

import pytest

from verbale.language.fold import fold

from .reading import parties, phrases


def test_the_latter_and_the_former_are_taken_up_over_a_full_stop():
    told = dict(phrases("阿努廷与佩通坦会面。后者祝贺前者就职。"))
    assert told["后者"] == ("paetongtarn",)
    assert ("前者", ("anutin",)) in phrases("阿努廷与佩通坦会面，后者祝贺前者就职。")


def test_they_are_the_persons_of_the_last_subject():
    assert ("他们", ("kristersson", "stubb")) in phrases("克里斯特松和斯图布出席会议。他们呼吁停火。")
    assert ("他们", ()) in phrases("拉夫罗夫会见王毅。他们没有发表声明。")


def test_both_sides_of_three_parties_stay_open():
    told = phrases("泰国总理阿努廷与柬埔寨首相洪玛奈、马来西亚首相安瓦尔举行会谈。双方随后撤军。")
    assert ("双方", ()) in told


def test_our_country_is_that_of_our_minister():
    told = phrases("我国外交部长维文昨天说，关系良好。我国愿继续合作。")
    assert ("我国", ("SGP",)) in told
    assert ("我国", ()) in phrases("王毅说：“我国愿同各方合作。”")


def test_a_capital_s_authorities_are_the_state():
    told = phrases("德黑蘭當局拒絕談判，基輔當局要求停火。")
    assert [ids for _, ids in told] == [("IRN",), ("UKR",)]


def test_expelled_diplomats_are_their_state():
    assert ("RUS",) in [ids for _, ids in phrases("捷克宣布驱逐18名俄罗斯外交官。")]
    assert ("RUS_PEOPLE",) in [ids for _, ids in phrases("多名俄罗斯外交官拒绝评论。")]


def test_one_official_without_a_name_is_taken_up_and_another_is_another():
    told = dict(phrases("一名美国官员说，谈判有进展。另一位美国官员否认。这名官员说，双方仍有分歧。"))
    assert told["一名美国官员"] != told["另一位美国官员"]
    assert told["这名官员"] == told["另一位美国官员"]
    assert parties("一名美国官员说，谈判有进展。").by_id[told["一名美国官员"][0]].affiliation == "USA"


@pytest.mark.parametrize(
    ("words", "body"),
    [("肯尼亚外交部一名官员", "KEN"), ("白宮一名高級官員", "USA"), ("哈马斯一名成员", "HAMAS"), ("歐盟一名外交官", "EU")],
)
def test_one_official_after_their_body_is_a_person_of_it(words, body):
    text = f"{words}说，会议已经结束。"
    party = parties(text).by_id[dict(phrases(text))[fold(words)][0]]
    assert (party.type, party.affiliation) == ("person", body)


def test_the_european_side_is_the_union_where_the_page_names_it():
    assert ("欧方", ("EU",)) in phrases("欧盟高级代表卡拉斯到访。欧方会继续施压。")
    assert ("欧方", ("EU",)) in phrases("欧洲车企等待裁决。欧盟委员会公布裁决，欧方会继续施压。")
    assert ("欧方", ("EUROPE",)) in phrases("欧洲多国开会，欧方会继续施压。")


def test_he_in_quotation_marks_is_not_the_speaker():
    told = phrases("新加坡总理黄循财说，普拉博沃看过了草案。“他不反对延期，”黄总理说。")
    assert ("他", ("prabowo",)) in told
    assert ("他", ("lukashenko",)) in phrases("季哈诺夫斯卡雅提到卢卡申科。她告诉法新社：“他又抓人了。”")


def test_he_in_quotation_marks_is_the_one_told_of_where_another_speaks_after_them():
    assert ("他", ("putin",)) in phrases("普京辞去职务。“他拒绝了要求，”美国总统特朗普说。")


def test_he_who_goes_on_speaking_is_the_one_who_has_spoken():
    assert ("他", ("macron",)) in phrases("法国总统马克龙说，英国首相斯塔默昨天抵达；他还要求增加军费。")
    assert ("他", ("starmer",)) in phrases("法国总统马克龙说，英国首相斯塔默昨天抵达；他今天离开。")


def test_ministers_of_two_whose_leaders_have_met_are_those_whom_the_page_names():
    told = phrases("帕希尼扬与阿利耶夫会面，两国外长草签协定。亚美尼亚外长米尔佐扬和阿塞拜疆外长拜拉莫夫没有说话。")
    assert ("两国外长", ("mirzoyan", "bayramov")) in told


def test_two_who_have_met_stand_for_their_states_once_the_text_has_gone_on():
    met = "中国外长王毅在新德里会见印度外长苏杰生。"
    assert ("双方", ("wang-yi", "jaishankar")) in phrases(met + "双方同意合作。")
    assert ("双方", ("CHN", "IND")) in phrases(met + "王毅强调了原则。苏杰生介绍了立场。双方同意合作。")
    assert ("双方", ("CHN", "IND")) in phrases(met + "此前，双方在北京磋商。")


def test_a_medium_is_not_the_organization_taken_up():
    assert ("该组织", ("HAMAS",)) in phrases("哈马斯官员哈姆丹对美联社说，该组织不接受条件。")


def test_a_short_name_of_the_page_is_that_person_again_though_it_may_name_a_company():
    told = phrases("圭亚那总统阿里昨天抵达。马杜罗说会谈顺利。阿里则强调，边界早已划定。")
    assert [ids for text, ids in told if text.endswith("阿里")] == [("ali-irfaan",), ("ali-irfaan",)]
    assert all(text != "阿里" for text, _ in phrases("阿里昨天公布财报。"))
