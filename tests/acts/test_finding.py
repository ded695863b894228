"""What the frames leave to the code: subjects, partners, modality, days, sources; own-written sentences through the real stages."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plain_text import Told

from verbale.model import Act, Interval

SENTENCES = (
    "德国总理默茨周一在柏林与法国总统马克龙举行会谈。",
    "默茨说，德国将继续支持乌克兰，但俄罗斯必须停火。",
    "双方同意成立工作组，讨论边境问题。",
    "伊朗外长阿拉格齐表示，伊朗愿意与美国谈判，前提是解除制裁。",
    "据塔斯社报道，俄罗斯拒绝了乌克兰的提议。",
    "“我们不会让步。”泽连斯基说。",
    "天气很好，市场平稳。",
)


def only(told: Told, kind: str) -> Act:
    """The one act of a kind."""
    acts = told.of_kind(kind)
    assert len(acts) == 1, told.acts
    return acts[0]


def test_titles_and_subheadings_tell_no_acts() -> None:
    assert Told(SENTENCES[0], "title").acts == ()
    assert Told(SENTENCES[0], "subheading").acts == ()
    assert Told(SENTENCES[0]).acts


@pytest.mark.parametrize(
    ("text", "kind", "modality"),
    [
        ("日本首相石破茂将于周五与韩国总统李在明举行会谈。", "meet", "planned"),
        ("日本首相石破茂可能与韩国总统李在明举行会谈。", "meet", "possible"),
        ("日本首相石破茂没有与韩国总统李在明举行会谈。", "meet", "not_happened"),
        ("石破茂说，日本从未同意削减关税。", "agree", "denied"),
        ("伊朗外长阿拉格齐说，如果美国发动攻击，伊朗将强硬回应。", "attack", "conditional"),
        ("挪威外交大臣艾德说，如果俄罗斯拒绝，挪威将向乌克兰提供武器。", "aid", "conditional"),
        ("挪威与瑞典原定周四举行的会谈取消。", "cancel", "happened"),
        ("挪威将原定周四的会谈取消。", "cancel", "happened"),
        ("挪威将取消原定周四的会谈。", "cancel", "planned"),
        ("挪威与瑞典将原定周四的会谈推迟到下月。", "cancel", "happened"),
        ("原定周四举行的会谈，挪威宣布取消。", "cancel", "happened"),
        ("协议规定，以色列撤出加沙北部，哈马斯释放全部人质。", "release", "planned"),
        ("根据停火协议，以色列撤出加沙北部。", "withdraw", "planned"),
        ("根据停火协议，以色列已撤出加沙北部。", "withdraw", "happened"),
        ("第一阶段，哈马斯释放了33名人质。", "release", "happened"),
        ("联合国特使说，苏丹从未同意直接会面。", "agree", "denied"),
        ("挪威外长对“和平计划”表示支持。", "support", "happened"),
        ("挪威计划周五与瑞典签署协议。", "sign", "planned"),
        ("挪威已与瑞典签署协议。", "sign", "happened"),
    ],
)
def test_modality(text: str, kind: str, modality: str) -> None:
    assert only(Told(text), kind).modality == modality


def test_talks_named_first_and_called_off_are_no_talks() -> None:
    told = Told("原定周四在奥斯陆举行的挪威与瑞典外长会谈，挪威外交部宣布取消。")
    assert told.of_kind("meet") == []
    assert told.words(only(told, "cancel").content) == "原定周四在奥斯陆举行的挪威与瑞典外长会谈"


def test_deeds_ruled_out_are_none() -> None:
    assert Told("德国总理默茨无意向乌克兰派兵。").of_kind("deploy") == []


def test_who_strikes_a_city_strikes_its_state() -> None:
    told = Told("乌克兰外长瑟比加会见法国外长巴罗。法国外长巴罗谴责俄军袭击基辅。")
    assert only(told, "attack").recipients == ("UKR",)


def test_whoever_demands_in_talks_demands_of_the_other_side() -> None:
    told = Told("日本首相石破茂与韩国总统李在明举行会谈。石破茂在会谈中提出了关税要求。石破茂说，必须取消禁令。")
    assert [act.recipients for act in told.of_kind("demand")][-1:] == [("KOR",)]


def test_a_guest_who_is_visiting_is_received() -> None:
    told = Told("日本首相石破茂会见了前来出席峰会的韩国总统李在明。")
    assert len(only(told, "meet").actors) == 2


def test_a_threat_goes_on_after_its_condition_and_what_is_joined_to_it_is_not_the_others() -> None:
    told = Told("默茨警告，若俄罗斯拒绝停火，将面临制裁，并呼吁各方谈判。")
    assert only(told, "appeal").actors == only(told, "threaten").actors


def test_acts_done_by_speaking_have_happened_whatever_their_content() -> None:
    assert only(Told("马克龙呼吁以色列明年撤军。"), "appeal").modality == "happened"


def test_a_dropped_subject_is_the_speaker() -> None:
    told = Told("伊朗外长阿拉格齐表示，愿意继续谈判。")
    act = only(told, "offer")
    assert told.named(act.actors[0]) >= {"阿拉格齐"}
    assert act.according_to == act.actors[0]


def test_a_dropped_subject_is_carried_from_the_clause_before() -> None:
    told = Told("日本首相石破茂与印度总理莫迪举行会谈，签署了合作协议。")
    assert only(told, "sign").actors[:1] == only(told, "meet").actors[:1]


def test_parties_after_with_take_part_even_over_a_comma() -> None:
    told = Told("德国总理默茨周一在柏林，与法国总统马克龙和波兰总理图斯克，举行了会谈。")
    assert [sorted(told.named(one) - {one})[0] for one in only(told, "meet").actors] == ["默茨", "马克龙", "图斯克"]


def test_what_talks_are_about_is_no_act() -> None:
    told = Told("美国与俄罗斯就撤军举行会谈。")
    assert not told.of_kind("withdraw")
    assert told.words(only(told, "meet").content) == "就撤军"


def test_what_is_only_asked_for_is_no_act_of_its_own() -> None:
    told = Told("联合国秘书长古特雷斯敦促以色列释放人质。")
    assert [act.kind for act in told.acts] == ["demand"]


def test_a_relative_clause_tells_a_fact() -> None:
    told = Told("乌克兰拒绝接受美国提出的方案。")
    assert told.named(only(told, "propose").actors[0]) >= {"美国"}


def test_the_medium_is_the_source() -> None:
    told = Told("据塔斯社报道，俄罗斯拒绝乌克兰的提议。")
    source = only(told, "refuse").according_to
    assert source is not None
    assert "塔斯社" in told.named(source)


def test_a_day_in_the_clause_dates_the_act() -> None:
    day = datetime.date(2025, 10, 20)
    assert only(Told("10月20日，挪威与瑞典在奥斯陆签署协议。"), "sign").date == Interval(day, day)


def test_vague_words_are_no_day() -> None:
    assert only(Told("近日，挪威与瑞典签署协议。"), "sign").date is None


def test_the_place_of_talks() -> None:
    act = only(Told("挪威与瑞典周一在日内瓦举行会谈。"), "meet")
    assert (act.place, act.place_zh) == ("Geneva", "日内瓦")
    assert act.coordinates is not None
    assert [round(degrees) for degrees in act.coordinates] == [46, 6]


def test_the_words_of_a_place_are_the_page_s_own() -> None:
    told = Told("挪威與瑞典週一在日內瓦舉行會談。")
    act = only(told, "meet")
    assert act.place_zh == "日內瓦"
    assert told.words(act.place_span) == "日内瓦"


def test_a_state_has_no_coordinates() -> None:
    act = only(Told("挪威外交大臣艾德周一在瑞士与瑞典外长斯蒂纳加德举行会谈。"), "meet")
    assert (act.place, act.coordinates) == ("Switzerland", None)


def test_a_condition_is_kept_beside_the_act() -> None:
    told = Told("伊朗同意恢复谈判，前提是美国解除制裁。")
    act = only(told, "agree")
    assert told.words(act.content) == "恢复谈判"
    assert told.words(act.condition) == "前提是美国解除制裁"


def test_a_deadline_is_kept_beside_the_act() -> None:
    act = only(Told("日本承诺在11月5日前提交报告。"), "promise")
    assert act.due is not None
    assert act.due.end == datetime.date(2025, 11, 5)


def test_norms_about_things_are_no_demand() -> None:
    assert not Told("马克龙说，谈判必须继续。").of_kind("demand")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_every_span_shows_words_of_the_text_and_every_id_is_stable(chosen: list[str]) -> None:
    text = "\n".join(chosen)
    told, again = Told(text), Told(text)
    assert told.acts == again.acts
    length = len(told.article.text)
    for act in told.acts:
        for span in (act.anchor, act.content, act.condition, *act.because.evidence):
            assert span is None or 0 <= span.start < span.end <= length
        assert act.actors
        assert {*act.actors, *act.recipients} <= set(told.parties.by_id)
        assert "\n" not in (told.words(act.content) or "")
    assert len({act.id for act in told.acts}) == len(told.acts)


def test_the_time_grows_with_the_length_of_a_paragraph() -> None:
    """Four times the sentence must not take anything like sixteen times as long."""
    part = "美国国务卿鲁比奥周二与俄罗斯外长拉夫罗夫举行会谈，双方同意继续谈判，鲁比奥说，俄方必须停止袭击，并要求莫斯科释放人质。"

    def seconds(times: int) -> float:
        page = Told(part * times)
        return min(page.seconds_again() for _ in range(3))

    assert seconds(80) / seconds(20) < 8


def test_an_invitation_proposes_a_visit_that_nobody_answers_to() -> None:
    told = Told("印度总理莫迪邀请斯里兰卡总统迪萨纳亚克明年访问新德里，迪萨纳亚克欣然接受。")
    visits = [(act.actors, act.recipients, act.modality) for act in told.of_kind("visit")]
    assert visits == [(("dissanayake",), ("IND",), "proposed")]
    assert [act.recipients for act in told.of_kind("agree")] == [("modi",)]
