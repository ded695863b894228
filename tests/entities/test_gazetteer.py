"""What the gazetteer finds, and who held which office when."""

import datetime
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.entities import gazetteer
from verbale.entities.entries import GazetteerEntry
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.tenures import Tenure
from verbale.language.fold import fold

GAZETTEER = gazetteer.load()


def found(text: str) -> list[tuple[str, str, str]]:
    """Form, likeliest category and id of all that is found."""
    return [(each.form, *each.candidates[0]) for each in GAZETTEER.find(fold(text))]


def test_a_sentence_is_read_longest_match_first():
    assert found("美国国务卿鲁比奥会见俄外长拉夫罗夫。") == [
        ("美国", "state", "USA"),
        ("国务卿", "title", "国务卿"),
        ("鲁比奥", "person", "rubio"),
        ("外长", "title", "外交部长"),
        ("拉夫罗夫", "person", "lavrov"),
    ]


@pytest.mark.parametrize(
    ("text", "category", "name"),
    [
        ("寮國", "state", "LAO"),
        ("沙烏地阿拉伯", "state", "SAU"),
        ("沙地阿拉伯", "state", "SAU"),
        ("紐西蘭", "state", "NZL"),
        ("北韓", "state", "PRK"),
        ("剛果(金)", "state", "COD"),
        ("利雅德", "city", "Riyadh"),
        ("伊斯坦堡", "city", "Istanbul"),
        ("加薩走廊", "city", "Gaza"),
        ("馬阿拉歌莊園", "city", "Mar-a-Lago"),
        ("亚细安", "organization", "ASEAN"),
        ("東協", "organization", "ASEAN"),
        ("華爾街日報", "organization", "WSJ"),
        ("真相社群", "organization", "TRUTHSOCIAL"),
        ("釣魚台國賓館", "venue", "Diaoyutai State Guesthouse"),
        ("國防部部長", "title", "国防部长"),
        ("外務大臣", "title", "外交部长"),
        ("國家安全暨國防委員會秘書", "title", "国家安全委员会秘书"),
        ("中東問題特使", "title", "特使"),
        ("華府", "actor", "USA"),
        ("欧洲方面", "organization", "EUROPE"),
    ],
)
def test_regional_forms_are_known(text, category, name):
    assert (category, name) in GAZETTEER.named(text)
    assert [each.span.end - each.span.start for each in GAZETTEER.find(fold(text))] == [len(text)]


def test_one_form_may_have_several_readings():
    (kremlin,) = GAZETTEER.find("克里姆林宫")
    assert kremlin.ids("actor") == ("RUS",)
    assert kremlin.ids("venue") == ("Kremlin",)
    (council,) = GAZETTEER.find("国务院")
    assert set(council.ids("actor")) == {"USA", "CHN"}


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("美国务卿到访", ["国务卿"]),
        ("韩国防部长辞职", ["国防部长"]),
        ("美国防部没有评论", []),
        ("英国国防大臣", ["英国", "国防大臣"]),
        ("蒙古国防部长", ["蒙古", "国防部长"]),
        ("泰国王储", ["泰国", "王储"]),
        ("英国王室", ["英国"]),
        ("英国王查尔斯三世", ["国王"]),
        ("法国会支持", ["法国"]),
        ("中国国务院", ["中国", "国务院"]),
    ],
)
def test_a_short_form_before_guo_is_cut_where_the_title_begins(text, forms):
    assert [each.form for each in GAZETTEER.find(text) if "person" not in dict(each.candidates)] == forms


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("伊朗最高国家安全委员会秘书拉里贾尼", ["伊朗", "最高国家安全委员会秘书", "拉里贾尼"]),
        ("伊朗最高国家安全委员会声明", ["伊朗最高国家安全委员会"]),
        ("台北市长到访", ["台北", "市长"]),
        ("台北市政府", ["台北市"]),
        ("俄直接投资基金总裁德米特里耶夫", ["直接投资基金总裁", "德米特里耶夫"]),
        ("联合国秘书长古特雷斯", ["联合国", "秘书长", "古特雷斯"]),
        ("中国驻美国大使谢锋", ["中国", "驻美国大使", "谢锋"]),
    ],
)
def test_a_name_ends_where_a_longer_title_begins(text, forms):
    assert [each.form for each in GAZETTEER.find(text)] == forms


def test_latin_forms_are_whole_words():
    assert found("NATO成员") == [("NATO", "organization", "NATO")]
    assert found("NATOX与PREG7") == []


def test_a_point_makes_a_place_part_of_a_name():
    assert found("乔治·华盛顿号航母") == []
    assert found("他飞抵华盛顿。") == [("华盛顿", "city", "Washington")]


def test_single_characters_are_given_apart_and_ambiguous_ones_in_order():
    assert GAZETTEER.shorts["美"] == ("USA",)
    assert GAZETTEER.shorts["巴"] == ("PSE", "PAK", "BRA")
    assert GAZETTEER.shorts["伊"] == ("IRN", "IRQ")
    assert GAZETTEER.shorts["欧"] == ("EUROPE",)
    assert GAZETTEER.find("美俄乌") == ()


def test_entries_tell_what_the_tables_say():
    kyiv = GAZETTEER.entry("city", "Kyiv")
    assert kyiv is not None
    assert (kyiv.country, kyiv.name_zh, kyiv.type) == ("UKR", "基辅", "place")
    palace = GAZETTEER.entry("venue", "Diriyah Palace")
    assert palace is not None
    assert (palace.city, palace.country) == ("Riyadh", "SAU")
    france = GAZETTEER.entry("state", "FRA")
    assert france is not None
    assert (france.city, france.name, france.name_zh) == ("Paris", "France", "法国")
    assert GAZETTEER.entry("city", "Atlantis") is None


def test_every_form_finds_itself():
    lost = []
    for form, pairs in GAZETTEER.forms.items():
        first = GAZETTEER.find(form)[:1]
        if not first or first[0].span.start or len(first[0].form) < len(form):
            lost.append((form, pairs))
    assert lost == []


WORDS = st.sampled_from(
    [*"美俄以的在了，。·《“1年a ", "美国", "国务卿", "鲁比奥", "日本", "大陆", "英国王室", "克里姆林宫", "NATO", "外交部长", "国王"]
)


@given(st.lists(WORDS, max_size=12).map("".join))
def test_what_is_found_stands_there_in_order_without_overlap(text):
    end = 0
    for each in GAZETTEER.find(text):
        assert each.span.start >= end
        assert text[each.span.start : each.span.end] == each.form
        assert GAZETTEER.forms[each.form] == each.candidates
        end = each.span.end


@given(st.lists(WORDS, max_size=8).map("".join), st.text(string.ascii_lowercase + "。，", min_size=1, max_size=5))
def test_finding_does_not_depend_on_what_comes_after_a_full_stop(text, rest):
    before = [each for each in GAZETTEER.find(text + "。" + rest) if each.span.end <= len(text)]
    assert before == list(GAZETTEER.find(text + "。"))


def test_tenures_answer_by_day():
    assert GAZETTEER.holders("国务卿", "USA", datetime.date(2022, 1, 22)) == ("blinken",)
    assert GAZETTEER.holders("国务卿", "USA", datetime.date(2025, 2, 18)) == ("rubio",)
    assert GAZETTEER.holders("外交部长", "RUS", datetime.date(2022, 1, 22)) == ("lavrov",)
    assert GAZETTEER.holders("国务卿", "USA")[0] == "rubio"
    assert GAZETTEER.holders("国务卿", "FRA", datetime.date(2025, 2, 18)) == ()
    assert "国务卿" in {tenure.office for tenure in GAZETTEER.offices_of("rubio")}
    assert GAZETTEER.offices_of("nobody") == ()


def own(*held: Tenure) -> Gazetteer:
    person = GazetteerEntry(category="person", id="ming", type="person", name="Ming", forms=("明大卫", "大卫·明"), affiliation="FRA")
    return Gazetteer([person], held)


def tenure(person: str, start: datetime.date | None, end: datetime.date | None) -> Tenure:
    return Tenure(person=person, office="外交部长", body="FRA", start=start, end=end)


def test_any_form_of_an_office_will_do():
    assert GAZETTEER.office("外長") == "外交部长"
    assert GAZETTEER.office("不明职务") == "不明职务"
    assert GAZETTEER.holders("外长", "RUS", datetime.date(2022, 1, 22)) == ("lavrov",)


def test_an_open_end_is_any_day():
    day = datetime.date(2020, 5, 1)
    names = own(tenure("first", None, datetime.date(2020, 5, 1)), tenure("second", datetime.date(2020, 5, 1), None))
    assert names.holders("外交部长", "FRA", day) == ("second", "first")
    assert names.holders("外交部长", "FRA", day - datetime.timedelta(1)) == ("first",)
    assert names.holders("外交部长", "FRA", datetime.date(2040, 1, 1)) == ("second",)


def test_own_entries_can_be_searched():
    assert [each.form for each in own().find("大卫·明与明大卫")] == ["大卫·明", "明大卫"]


@pytest.mark.parametrize(
    ("name", "distance"),
    [
        ("明大未", 0),
        ("明戴维", 1),
        ("明明大卫", 1),
        ("大卫", None),
        ("明大", None),
        ("铭大卫", 0),
        ("大魏明", 0),
        ("大明卫", None),
        ("高大明明", None),
    ],
)
def test_misprints_and_other_transliterations_sound_alike(name, distance):
    assert dict(own().by_sound(name)).get("ming") == distance


def test_known_people_are_heard():
    assert ("rubio", 1) in GAZETTEER.by_sound("鲁比奥奥")
    assert ("zelensky", 0) in GAZETTEER.by_sound("泽连司基")


def test_two_characters_or_latin_letters_do_not_sound_like_anybody():
    assert GAZETTEER.by_sound("普金") == ()
    assert GAZETTEER.by_sound("Rubio") == ()
