"""What tells the year of a day that has none; own-written pages in the wording of several regions."""

from __future__ import annotations

import datetime

import pytest

from verbale.model import Published

from .own_page import dated, rules

Day = datetime.date
LEAD = "新华社巴黎10月7日电 法国总理勒科尔尼7日在巴黎会见德国总理默茨。"


def lead(words: str, first: str = LEAD) -> Published:
    return dated(("paragraph", first), ("paragraph", words))


def test_without_a_hint_the_year_stays_open() -> None:
    assert lead("双方会后没有发表声明。").start is None


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("法国将于2026年4月举行总统选举。", "before a time still to come"),
        ("双方计划在2026年3月再次会面。", "before a time still to come"),
        ("2025年10月3日，两国外长已就此签署声明。", "soon after a full date"),
        ("第80届联合国大会主席贝尔伯克出席会谈。", "number of the year"),
        ("双方还谈到联合国成立80周年的庆祝活动。", "number of the year"),
        ("現年79歲的美國總統川普沒有與會。", "age"),
        ("日前，美国总统特朗普（79岁）没有与会。", "age"),
        ("默茨今年5月就任德国总理。", "taking of office"),
    ],
)
def test_hints_decide_the_year(words: str, rule: str) -> None:
    published = lead(words)
    assert (published.start, published.end) == (Day(2025, 10, 7), Day(2025, 10, 7))
    assert rule in rules(published)


def test_a_year_just_begun() -> None:
    published = dated(("paragraph", "新华社巴黎1月7日电 世界迈入2026年，法国总统马克龙7日发表讲话。"))
    assert published.start == Day(2026, 1, 7)
    assert "year begun" in rules(published)


@pytest.mark.parametrize(
    "words",
    [
        "会谈原定2026年4月举行。",
        "2027年总统选举是双方的话题。",
        "79岁的居民说，他没有听到爆炸。",
        "今年5月，双方在柏林会谈。",
        "第80届电影节开幕。",
        "预计世界将进入2026年后才会看到转机。",
        "2014年10月5日签署的协议仍然有效。",
    ],
)
def test_what_is_no_hint_leaves_it_open(words: str) -> None:
    assert lead(words).start is None


def test_an_old_full_date_near_the_day_does_not_move_the_year() -> None:
    published = lead("两国早在2010年10月5日就签署了协议。双方计划在2026年3月再次会面。")
    assert published.start == Day(2025, 10, 7)


def test_somebody_is_still_called_by_an_office_lost_a_few_days_before() -> None:
    words = "2026年1月3日，美军强行控制委内瑞拉总统马杜罗。委内瑞拉总统马杜罗被带到美国。"
    assert lead(words, "新华社巴黎1月7日电 法国总统马克龙7日发表讲话。").start == Day(2026, 1, 7)


def test_a_day_deep_in_a_report_is_no_day_of_its_own() -> None:
    lines = ["日本外相茂木敏充近日谈到这一立场。", "分析人士认为立场没有变化。", "11月3日，两国曾举行会谈，2025年11月5日又举行一次。"]
    assert dated(*[("paragraph", line) for line in lines]).start is None


def test_a_page_that_tells_of_later_years_has_no_day() -> None:
    lines = ["海国外长2015年3月4日访问山国。", "2019年5月6日，两国签署协议。", "2021年7月8日，两国恢复航线。"]
    published = dated(("title", "大事记"), ("byline", "2011-06-17"), *[("paragraph", line) for line in lines])
    assert published.start is None
    assert "2011-06-17" in (published.reason or "")


@pytest.mark.parametrize("byline", ["建站时间：创建于2004年10月6日", "2004年10月6日－8日，巴黎"])
def test_dates_of_a_site_or_an_event_are_not_the_page_s(byline: str) -> None:
    assert dated(("title", "两国外长会谈"), ("byline", byline), ("paragraph", "双方就边界问题举行会谈。")).start is None


@pytest.mark.parametrize(
    ("kind", "words", "first"),
    [
        ("teaser", "发布： 2021-1-29 13:18|点击： 313|来自： 南风网", True),
        ("navigation", "2021年1月29日 来源：南风网", True),
        ("teaser", "作者：南风 阅读（1660） 发表于：2021-01-29 12:30", False),
    ],
)
def test_a_line_of_publishing_right_beside_the_article(kind: str, words: str, first: bool) -> None:
    body = [("paragraph", "双方就边界问题举行会谈。"), ("paragraph", "会谈持续一小时。")]
    published = dated(*([(kind, words), *body] if first else [*body, (kind, words)]))
    assert published.start == Day(2021, 1, 29)


def test_a_date_beside_the_article_without_such_words_is_not_enough() -> None:
    assert dated(("navigation", "2021年1月29日"), ("paragraph", "双方就边界问题举行会谈。")).start is None


def test_of_a_list_of_posts_no_post_dates_the_page() -> None:
    lines = [
        ("navigation", "2005-06-14 03:25:55"),
        ("teaser", "另一篇文章。"),
        ("title", "两国外长会谈"),
        ("byline", "2005-06-10 05:53:20"),
    ]
    assert dated(*lines, ("paragraph", "双方就边界问题举行会谈。")).start is None
