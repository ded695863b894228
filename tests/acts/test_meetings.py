"""One record for each meeting, all its sentences together; own-written pages."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_page import PUBLISHED, OwnPage, day, said

import verbale
from verbale.acts.delegations import add_delegates
from verbale.acts.gathering import gatherings, sides_of
from verbale.acts.meeting_words import building, words
from verbale.acts.meetings import meetings
from verbale.acts.sameness import dates_agree, narrower
from verbale.acts.setting import Setting
from verbale.lexicons.tables import rules
from verbale.model import Act, Interval, Meeting, Published


def setting(page: OwnPage) -> Setting:
    published = Published(PUBLISHED, PUBLISHED, confidence=1.0)
    return Setting(page.article, page.tokens, page.parties, page.times, said(), published)


def met(page: OwnPage, *acts: Act) -> tuple[Meeting, ...]:
    return meetings(setting(page), acts)


def test_sentences_of_one_meeting_are_one_record_with_all_that_they_tell() -> None:
    page = OwnPage("法国与日本3月12日举行会谈。", "甲部长和乙部长在内罗毕会面，举行了四个半小时会谈。")
    first = page.act("meet", "举行会谈", ["FRA", "JPN"], date=day(12))
    second = page.act("meet", "会面", ["jia", "yi"], place="Nairobi")
    (meeting,) = met(page, first, second)
    assert meeting.sides == {"FRA": ("jia",), "JPN": ("yi",)}
    assert (meeting.date, meeting.city, meeting.country, meeting.duration_minutes) == (day(12), "Nairobi", "KEN", 270)
    assert (meeting.format, meeting.modality, meeting.acts) == ("in person", "happened", (first.id, second.id))


def test_another_day_is_another_meeting() -> None:
    page = OwnPage("甲部长与乙部长3月12日会谈。", "两人去年也在东京会晤。")
    last_year = Interval(day(1).start.replace(year=2023), day(1).start.replace(year=2023))  # type: ignore[union-attr]
    found = met(page, page.act("meet", "会谈", ["jia", "yi"], date=day(12)), page.act("meet", "会晤", ["jia", "yi"], date=last_year))
    assert [meeting.date for meeting in found] == [day(12), last_year]
    assert found[1].city == "Tokyo"


def test_other_persons_another_city_another_plan_are_other_meetings() -> None:
    page = OwnPage("甲部长同乙部长会谈。", "丁特使同乙部长会见。", "甲部长将同乙部长会晤。")
    acts = [
        page.act("meet", "会谈", ["jia", "yi"], place="Paris", date=day(12)),
        page.act("meet", "会见", ["ding", "yi"], place="Paris", date=day(12)),
        page.act("meet", "会晤", ["jia", "yi"], modality="planned", date=day(20)),
    ]
    found = met(page, *acts)
    assert [meeting.modality for meeting in found] == ["happened", "happened", "planned"]
    assert found[1].sides == {"FRA": ("ding",), "JPN": ("yi",)}


def test_an_earlier_meeting_is_not_the_matter_at_hand() -> None:
    page = OwnPage("法国与日本3月12日在巴黎会谈。", "双方此前在巴黎进行磋商。")
    found = met(
        page,
        page.act("meet", "会谈", ["FRA", "JPN"], date=day(12), place="Paris"),
        page.act("meet", "磋商", ["FRA", "JPN"], place="Paris"),
    )
    assert [meeting.date for meeting in found] == [day(12), None]


def test_calls_are_phone_or_video_and_one_with_each() -> None:
    page = OwnPage("甲部长同乙部长和丙总统通电话。", "法国、日本和肯尼亚举行三方视频会议。")
    found = met(page, page.act("call", "通电话", ["jia", "yi", "bing"]), page.act("call", "视频会议", ["FRA", "JPN", "KEN"]))
    assert [(meeting.format, list(meeting.sides)) for meeting in found] == [
        ("phone", ["FRA", "JPN"]),
        ("phone", ["FRA", "KEN"]),
        ("video", ["FRA", "JPN", "KEN"]),
    ]


def test_met_separately_is_one_meeting_each() -> None:
    page = OwnPage("甲部长分别会见乙部长和丙总统。")
    found = met(page, page.act("meet", "会见", ["jia", "yi", "bing"], date=day(12)))
    assert [set(meeting.sides) for meeting in found] == [{"FRA", "JPN"}, {"FRA", "KEN"}]


@pytest.mark.parametrize("modality", ["denied", "not_happened"])
def test_what_did_not_happen_is_no_meeting(modality: str) -> None:
    page = OwnPage("甲部长与乙部长会谈。")
    assert met(page, page.act("meet", "会谈", ["jia", "yi"], modality=modality)) == ()


def test_visits_and_lone_sides_are_no_meetings() -> None:
    page = OwnPage("甲部长访问日本。", "丁特使会谈。")
    assert met(page, page.act("visit", "访问", ["jia"], recipients=("JPN",)), page.act("meet", "会谈", ["ding"])) == ()


def test_a_habit_or_a_vague_chance_is_no_meeting_and_a_plan_is_one() -> None:
    page = OwnPage("法国一直与日本磋商。", "法国可能与日本会谈。")
    assert met(page, page.act("meet", "磋商", ["FRA", "JPN"]), page.act("meet", "会谈", ["FRA", "JPN"], modality="possible")) == ()
    page = OwnPage("法国将与日本会谈。")
    (meeting,) = met(page, page.act("meet", "会谈", ["FRA", "JPN"], modality="planned"))
    assert (meeting.date, meeting.modality) == (None, "planned")


def test_the_building_gives_the_city_and_a_speaker_elsewhere_does_not() -> None:
    page = OwnPage("甲部长3月12日在白宫与乙部长会谈。", "丙总统在内罗毕说，他与甲部长会晤。")
    found = met(
        page,
        page.act("meet", "会谈", ["jia", "yi"], date=day(12)),
        page.act("meet", "会晤", ["bing", "jia"], date=day(12)),
    )
    assert (found[0].venue, found[0].city, found[0].country) == ("白宫", "Washington", "USA")
    assert (found[1].city, found[1].country) == (None, None)


def test_the_day_and_the_city_may_stand_apart_from_the_act() -> None:
    page = OwnPage("3月12日，法国外交部介绍，会谈顺利。", "3月11日，甲部长前往日本，与乙部长举行东京会谈。")
    (meeting,) = met(page, page.act("meet", "举行", ["jia", "yi"]))
    assert (meeting.date, meeting.city, meeting.country) == (day(11), "Tokyo", "JPN")


def test_the_day_of_the_words_is_not_the_day_of_the_meeting() -> None:
    page = OwnPage("丙总统3月12日说，甲部长与乙部长会谈。")
    (meeting,) = met(page, page.act("meet", "会谈", ["jia", "yi"]))
    assert meeting.date is None


def test_a_meeting_right_after_another_is_of_the_same_day_and_place() -> None:
    page = OwnPage("法国与日本3月12日在巴黎会谈。法国随后与肯尼亚磋商。")
    found = met(
        page,
        page.act("meet", "会谈", ["FRA", "JPN"], date=day(12), place="Paris"),
        page.act("meet", "磋商", ["FRA", "KEN"]),
    )
    assert (found[1].date, found[1].city) == (day(12), "Paris")


def test_how_long_it_took_is_not_how_long_ago() -> None:
    page = OwnPage("甲部长与乙部长会谈。会谈持续了两小时。")
    (meeting,) = met(page, page.act("meet", "会谈", ["jia", "yi"]))
    assert meeting.duration_minutes == 120
    page = OwnPage("两小时后，甲部长与乙部长会谈。")
    (meeting,) = met(page, page.act("meet", "会谈", ["jia", "yi"]))
    assert meeting.duration_minutes is None


def test_delegates_named_beside_the_meeting_sit_on_their_side() -> None:
    page = OwnPage("法国与日本3月12日会谈。法方代表团由丁特使率领。")
    gathered = gatherings(setting(page), [page.act("meet", "会谈", ["FRA", "JPN"])])
    add_delegates(setting(page), gathered)
    assert gathered[0].sides == {"FRA": ("ding",), "JPN": ()}


def test_persons_sit_with_their_state() -> None:
    page = OwnPage("甲部长会谈。")
    assert sides_of(["jia", "JPN", "ding", "EU"], page.parties) == {"FRA": ("jia", "ding"), "JPN": (), "EU": ()}


def test_patterns_of_the_lexicon_hold_in_their_examples() -> None:
    entry = rules("meetings.toml")["buildings"]
    assert all(building().search(example) for example in entry["yes"])
    assert not any(building().search(example) for example in entry["no"])


def test_no_word_stands_twice_in_a_list() -> None:
    for name, entry in rules("meetings.toml").items():
        listed = entry.get("words", [])
        assert len(listed) == len(set(listed)), name
        assert not listed or words(name).search(listed[0])


intervals = st.one_of(
    st.none(),
    st.tuples(st.dates(), st.dates()).map(lambda days: Interval(min(days), max(days))),
)


@given(intervals, intervals)
def test_dates_agree_both_ways_and_the_narrower_is_one_of_them(one: Interval | None, other: Interval | None) -> None:
    assert dates_agree(one, other) == dates_agree(other, one)
    assert narrower(one, other) in (one, other)
    assert (narrower(one, other) is None) == (one is None and other is None)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("俄罗斯与乌克兰代表团8日在安卡拉举行会谈。土耳其外长费丹在座。", {"RUS", "UKR", "TUR"}),
        ("在土耳其斡旋下，俄羅斯與烏克蘭代表團8日在安卡拉舉行會談。會談由土耳其外長費丹主持。", {"RUS", "UKR"}),
    ],
)
def test_whoever_sits_in_is_a_side_and_whoever_mediates_is_none(text: str, sides: set[str]) -> None:
    record = verbale.read(f"各地代表当天在场外等候，会场内外聚集了不少人。\n{text}", published=datetime.date(2025, 3, 10))
    assert [set(meeting.sides) for meeting in record.meetings] == [sides]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("王毅与拉夫罗夫8日在莫斯科会谈。双方商定，两国专家组下周在喀山举行首轮磋商。", {"CHN": (), "RUS": ()}),
        ("王毅與拉夫羅夫8日在莫斯科會談。雙方商定，下月在北京再次會晤。", {"CHN": ("wang-yi",), "RUS": ("lavrov",)}),
    ],
)
def test_those_who_are_sent_to_talk_are_not_those_who_agreed_on_it(text: str, last: dict[str, tuple[str, ...]]) -> None:
    record = verbale.read(f"各地代表当天在场外等候，会场内外聚集了不少人。\n{text}", published=datetime.date(2025, 3, 10))
    assert record.meetings[-1].sides == last


def test_a_line_that_is_set_up_is_no_call() -> None:
    text = "王毅与苏杰生8日在德里会谈，双方同意在两个月内设立边境热线。"
    record = verbale.read(f"各地代表当天在场外等候，会场内外聚集了不少人。\n{text}", published=datetime.date(2025, 3, 10))
    assert [meeting.format for meeting in record.meetings] == ["in person"]
