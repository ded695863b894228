"""The day of an article is voted by what its own words tell; own-written pages."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.dating.clues import Clue, calendar_days
from verbale.dating.vote import elect
from verbale.model import LineKind

from .own_page import Day, dated, rules


def test_a_day_told_by_the_reader_is_taken() -> None:
    published = dated(("paragraph", "（巴黎3日讯）双方举行会谈。"), override=Day(2019, 4, 5))
    assert (published.start, published.end, published.confidence) == (Day(2019, 4, 5), Day(2019, 4, 5), 1.0)
    assert rules(published) == {"given"}


@pytest.mark.parametrize(
    "byline",
    [
        "2021-03-04 12:30:05 来源：南风网",
        "發佈時間：2021/03/04 08:15",
        "發布時間：2021-03-04 18:28 更新時間：2021-03-06 18:29",
        "09:372021/03/04",
        "2021 03/ 04 21:54:34",
        "民國110年3月4日",
        "2021年3月4日 星期四",
        "更新時間：2021-03-06 09:00 發布時間：2021-03-04 18:28",
        "国际　4 Mar 2021 19:52",
        "March 4, 2021 07:10 PM",
    ],
)
def test_a_line_with_a_date_tells_the_day(byline: str) -> None:
    published = dated(("title", "两国外长会谈"), ("byline", byline), ("paragraph", "双方就边界问题举行会谈。"))
    assert (published.start, published.end) == (Day(2021, 3, 4), Day(2021, 3, 4))
    assert published.confidence > 0.9


def test_weekday_and_date_leave_the_years_in_which_the_people_were_in_office() -> None:
    lead = "美国国务卿布林肯星期三（11月10日）在华盛顿同乌克兰外长库列巴会谈。"
    published = dated(("title", "美乌外长会谈"), ("paragraph", lead), ("paragraph", "会谈持续一小时。"))
    assert (published.start, published.end) == (Day(2021, 11, 10), Day(2021, 11, 11))
    assert {"weekday and date", "in office", "latest day told as past"} <= rules(published)


def test_without_the_office_the_year_stays_open() -> None:
    published = dated(("paragraph", "两国代表团11月10日在华盛顿会谈。"))
    assert published.start is None
    assert published.end is None
    assert "year" in (published.reason or "")


def test_a_person_out_of_office_dates_nothing() -> None:
    published = dated(("paragraph", "美国前国务卿蓬佩奥星期三（11月10日）在华盛顿演讲。"))
    assert "in office" not in rules(published)


def test_a_dateline_is_the_day_itself() -> None:
    lines: list[tuple[LineKind, str]] = [
        ("paragraph", "新华社巴黎4月17日电 法国总统奥朗德17日在爱丽舍宫会见美国国务卿克里。"),
        ("paragraph", "双方计划于4月25日再次会谈。2015年12月的协议仍然有效。"),
    ]
    published = dated(*lines)
    assert (published.start, published.end) == (Day(2016, 4, 17), Day(2016, 4, 17))


def test_a_meeting_of_last_year_presupposes_the_office() -> None:
    lead = "（维也纳9日讯）美国国务卿布林肯与德国外长贝尔伯克周三在维也纳会面。"
    known = "俄军随时可能入侵乌克兰，两国都感到担忧。"
    told = dated(("paragraph", lead), ("paragraph", known + "两人去年曾在柏林会面。"))
    assert (told.start, told.end) == (Day(2022, 2, 9), Day(2022, 2, 9))
    assert "presupposed last year" in rules(told)


def test_dates_outside_the_article_are_only_an_upper_limit() -> None:
    lead = "中国外交部发言人汪文斌星期五（5月19日）在例行记者会上回答提问。"
    published = dated(("paragraph", lead), ("teaser", "热门：比赛结果揭晓 2024-11-22"))
    assert (published.start, published.end) == (Day(2023, 5, 19), Day(2023, 5, 20))
    limit = next(item for item in published.evidence if item.rule == "not after the crawl")
    assert limit.span is None
    assert limit.end == Day(2024, 11, 23)
    assert dated(("paragraph", "双方举行会谈。"), ("teaser", "比赛揭晓 2024-11-22")).start is None


def test_an_error_of_the_page_is_outvoted_and_reported() -> None:
    lines: list[tuple[LineKind, str]] = [
        ("byline", "2023-09-13 21:54:34"),
        ("paragraph", "（首尔13日讯）韩国外长星期一（9月13日）在首尔会见记者。"),
    ]
    published = dated(*lines)
    assert (published.start, published.end) == (Day(2023, 9, 13), Day(2023, 9, 13))
    assert "outvoted: weekday and date" in rules(published)
    assert published.confidence < 0.98


def test_the_day_of_today_and_a_year_beside_its_word() -> None:
    published = dated(
        ("paragraph", "外交部发言人今（4）日宣布，总理将于9月9日出访。"), ("paragraph", "去（2022）年9月两国曾会谈，今年9月4日再谈。")
    )
    assert published.start is None or published.start.year == 2023
    assert "year beside a word for it" in rules(published)


def test_day_and_month_in_either_order_are_told_by_the_dateline() -> None:
    published = dated(("title", "两国会谈"), ("byline", "国际 04/03/2021 19:52"), ("paragraph", "（巴黎4日讯）双方举行会谈。"))
    assert (published.start, published.end) == (Day(2021, 3, 4), Day(2021, 3, 4))


def test_a_date_under_the_title_counts_though_its_line_is_junk() -> None:
    published = dated(("title", "两国会谈"), ("navigation", "国际新闻 发布时间：2021/01/14 19:20"), ("paragraph", "双方举行会谈。"))
    assert (published.start, published.end) == (Day(2021, 1, 14), Day(2021, 1, 14))


def test_a_date_above_the_title_only_supports_a_dateline() -> None:
    above: tuple[LineKind, str] = ("teaser", "国际 14/01/2021 19:20")
    assert dated(above, ("title", "两国会谈"), ("paragraph", "双方举行会谈。")).start is None
    published = dated(above, ("title", "两国会谈"), ("paragraph", "（巴黎14日讯）双方举行会谈。"))
    assert (published.start, published.end) == (Day(2021, 1, 14), Day(2021, 1, 14))


def test_a_president_elect_is_in_office_soon() -> None:
    published = dated(("paragraph", "当地时间1月12日，美国当选总统拜登表示支持这项协议。"))
    assert (published.start, published.end) == (Day(2021, 1, 12), Day(2021, 1, 13))


def test_a_weekday_of_last_week_with_its_day_tells_the_month() -> None:
    lead = "中国外交部发言人汪文斌14日说，世卫组织上周二（5日）的批评没有依据。新冠疫情仍在持续。"
    published = dated(("paragraph", lead))
    assert "weekday and day of the month" in rules(published)


def test_what_is_still_to_come_is_not_the_latest_day() -> None:
    lead = "中国外交部发言人汪文斌星期二（3月12日）说，双方将于3月14日会谈，并须在3月16日前答复。"
    published = dated(("paragraph", lead))
    assert (published.start, published.end) == (Day(2024, 3, 12), Day(2024, 3, 13))


def test_a_page_without_days_is_unknown_with_the_reason() -> None:
    published = dated(("paragraph", "双方就边界问题举行会谈，没有透露细节。"))
    assert published.start is None
    assert published.reason
    assert published.confidence == 0.0


@given(st.dates(Day(2000, 1, 1), Day(2027, 12, 31)))
def test_every_stated_day_comes_back(day: Day) -> None:
    published = elect([Clue("stated date", day.isoformat(), None, 6, ((day, day),), anchors=True)])
    assert (published.start, published.end) == (day, day)


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1, 7))
def test_named_days_have_the_numbers_that_name_them(month: int, day: int, weekday: int) -> None:
    for found in calendar_days(None, month, day, weekday):
        assert (found.month, found.day, found.isoweekday()) == (month, day, weekday)


@given(st.lists(st.tuples(st.dates(Day(2020, 1, 1), Day(2020, 12, 31)), st.integers(0, 9), st.booleans()), max_size=6))
def test_an_election_gives_days_in_order_or_a_reason(runs: list[tuple[Day, int, bool]]) -> None:
    clues = [Clue("rule", "words", None, 2, ((day, day + datetime.timedelta(length)),), anchors) for day, length, anchors in runs]
    published = elect(clues)
    if published.start is None or published.end is None:
        assert published.reason
        assert published.end is None
    else:
        assert published.start <= published.end <= published.start + datetime.timedelta(3)
        assert 0 < published.confidence <= 1
