"""Times of longer texts: what leans on what was named before, undated pages, attributes that the dating stage reads."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import time as clock
from pathlib import Path

import pytest

from verbale.language.fold import fold
from verbale.language.times import resolve, scan, times_of
from verbale.model import Interval, Span

JANUARY = datetime.date(2022, 1, 22)
SHARED = Path(__file__).resolve().parents[3] / "shared" / "times"


def days(text: str, reference: datetime.date = JANUARY) -> list[tuple[str, str, str]]:
    """Words, first day and last day of every dated expression."""
    found = times_of(text, reference)
    return [(text[each.span.start : each.span.end], str(each.value.start), str(each.value.end)) for each in found if each.value]


def single(text: str, reference: datetime.date = JANUARY) -> tuple[str, str]:
    """First and last day of the only expression."""
    ((_, first, last),) = days(text, reference)
    return first, last


def test_symbolic_attributes() -> None:
    (time,) = scan("泽连斯基周二（2月18日）说")
    assert (time.year, time.month, time.day, time.weekday) == (None, 2, 18, 2)
    (time,) = scan("声明于2025年2月18日发布")
    assert (time.year, time.month, time.day, time.weekday) == (2025, 2, 18, None)
    (time,) = scan("双方上周五通话")
    assert (time.weekday, time.unit, time.offset) == (5, "week", -1)
    (time,) = scan("会谈历时两个半小时")
    assert (time.kind, time.minutes) == ("duration", 150)


def test_an_undated_page_keeps_what_is_complete() -> None:
    text = "2021年12月17日公布草案，次日被拒，上周再次会谈，历时三小时。"
    full, following, week, lasting = resolve(scan(text), published=None, text=text)
    assert full.value == Interval(datetime.date(2021, 12, 17), datetime.date(2021, 12, 17))
    assert following.value == Interval(datetime.date(2021, 12, 18), datetime.date(2021, 12, 18))
    assert week.value is None
    assert lasting.minutes == 180


def test_today_is_the_day_of_the_dateline() -> None:
    for line in (
        "（布城21日讯）两国外长今日会谈。",
        "（中央社首爾21日電）兩國外長今天會談。",
        "新华社巴黎1月21日电（记者甲乙）两国外长今天会谈。",
    ):
        assert days(line)[-1][1:] == ("2022-01-21", "2022-01-21")
    assert days("（布城11日讯）两国外长今日会谈。")[-1][1] == "2022-01-22"  # an old story told again
    assert days("据新华社21日报道，两国外长今天会谈。")[-1][1] == "2022-01-22"


def test_days_in_a_quotation_are_not_those_of_the_story() -> None:
    told = "21日，外长抵达会场，对记者说：“我们今天不会签署任何文件。”下午2时，会谈开始。"
    assert days(told)[-1] == ("下午2时", "2022-01-21", "2022-01-21")
    assert days("总统21日说：“部队要退回1月3日的位置才行。”他当天同邻国通话。")[-1] == ("当天", "2022-01-21", "2022-01-21")
    assert days("他说：“我们1月3日签字，当天生效，不会再等。”")[-1] == ("当天", "2022-01-03", "2022-01-03")


def test_hours_before_something_told_are_on_its_day() -> None:
    assert days("两国20日签署协议。签字前数小时，防长抵达。")[-1] == ("前数小时", "2022-01-20", "2022-01-20")
    assert days("签字前数小时，防长抵达。") == []


def test_a_day_that_begins_a_line_after_a_figure() -> None:
    assert days("2022年1月22日 06:40\n21日上午10点，外长抵达。")[-1] == ("21日上午10点", "2022-01-21", "2022-01-21")


def test_the_last_day_of_publication_is_the_reference() -> None:
    text = "双方昨天会谈。"
    published = Interval(datetime.date(2022, 1, 21), datetime.date(2022, 1, 22))
    (time,) = resolve(scan(text), published=published, text=text)
    assert time.value == Interval(datetime.date(2022, 1, 21), datetime.date(2022, 1, 21))


def test_the_day_named_last() -> None:
    text = "两国元首去年11月3日会面。次日他飞往罗马，当晚出席宴会；前一天他还在巴黎。"
    assert [first for _, first, _ in days(text)] == ["2021-11-03", "2021-11-04", "2021-11-04", "2021-11-03"]


def test_same_month_and_year() -> None:
    text = "协议2014年9月签署，同月生效，次年2月更新。"
    assert [first for _, first, _ in days(text)] == ["2014-09-01", "2014-09-01", "2015-02-01"]


def test_a_dateline_does_not_carry_its_month() -> None:
    text = "某社北京1月21日电 两国代表20日会谈。"
    assert [first for _, first, _ in days(text)] == ["2022-01-21", "2022-01-20"]


def test_a_day_after_a_named_month() -> None:
    text = "他11月8日抵达，10日离开。"
    assert [first for _, first, _ in days(text)] == ["2021-11-08", "2021-11-10"]


def test_a_coming_day_is_named_again() -> None:
    text = "会谈将于27日举行。代表说，27日并非期限。"
    assert [first for _, first, _ in days(text)] == ["2022-01-27", "2022-01-27"]


def test_a_verb_of_saying_ends_the_reach_of_the_future() -> None:
    assert single("部长20日表示将访问首都。") == ("2022-01-20", "2022-01-20")
    assert single("部长将于25日访问首都。") == ("2022-01-25", "2022-01-25")


def test_weekdays_without_week() -> None:
    assert single("双方星期三会谈。") == ("2022-01-19", "2022-01-19")
    assert single("双方计划星期三会谈。") == ("2022-01-26", "2022-01-26")


def test_a_leap_day() -> None:
    assert single("两国2月29日建交。", datetime.date(2023, 5, 1)) == ("2020-02-29", "2020-02-29")


def test_no_such_day() -> None:
    (time,) = times_of("公报日期为2023年2月30日。", JANUARY)
    assert time.value is None


@pytest.mark.parametrize(
    "text",
    [
        "二十日均线",
        "硬币值10日元",
        "周一良教授",
        "三一重工",
        "20点计划",
        "9·11事件",
        "《明日之后》",
        "第10号决议",
        "今日俄罗斯",
        "在此次日内瓦会谈中",
    ],
)
def test_no_time(text: str) -> None:
    assert times_of(text, JANUARY) == ()


def test_traditional_text_keeps_its_offsets() -> None:
    text = "總統週五(21日)上午於臺北接見訪團。"
    (time,) = times_of(text, JANUARY)
    assert text[time.span.start : time.span.end] == "週五(21日)上午"
    assert time.value == Interval(datetime.date(2022, 1, 21), datetime.date(2022, 1, 21))


def test_neither_today_nor_the_time_zone_matter() -> None:
    program = (
        "import datetime; from verbale.language.times import times_of; "
        "print(times_of('他昨天抵达，3月5日离开，下周五再来。', datetime.date(2022, 1, 22)))"
    )
    zones = ("UTC", "Pacific/Kiritimati", "America/Los_Angeles")
    outputs = {
        subprocess.run([sys.executable, "-c", program], env=os.environ | {"TZ": zone}, capture_output=True, text=True, check=True).stdout
        for zone in zones
    }
    assert len(outputs) == 1


def test_speed() -> None:
    text = fold("双方去年11月22日在日内瓦会晤，次日发表公报，会谈历时四个半小时，定于下周五再次通话。" * 50)
    published = Interval(JANUARY, JANUARY)
    assert len(resolve(scan(text), published=published, text=text)) == 200
    start = clock.process_time()
    scanned = sum(len(resolve(scan(text), published=published, text=text)) for _ in range(5))
    assert scanned / (clock.process_time() - start) > 5000


@pytest.mark.parametrize("run", ["一", "1", "1、", "两三", "（1日", "二十年又", "自", "三月底四月初"])
def test_long_runs_cost_no_more_than_their_length(run: str) -> None:
    text = run * (4000 // len(run))
    start = clock.process_time()
    scan(text)
    assert clock.process_time() - start < 2


@pytest.mark.skipif(not SHARED.exists(), reason="no shared measure beside the checkout")
def test_the_news_expressions() -> None:
    lines = (SHARED / "news70.jsonl").read_text(encoding="utf-8").splitlines()
    right = 0
    for item in map(json.loads, lines):
        found = times_of(item["sentence"], datetime.date.fromisoformat(item["reference"]))
        right += any((time.span.start, time.span.end) == (item["start"], item["end"]) for time in found)
    assert right >= 0.95 * len(lines)


def test_the_day_of_a_caption_stays_in_the_caption() -> None:
    story, caption, more = "两国外长22日抵达日内瓦。\n", "2021年10月9日，总统在码头迎接来客。当天风大。\n", "会谈当天举行。"
    text = story + caption + more
    apart = [Span(len(story), len(story) + len(caption))]
    found = resolve(scan(text), published=Interval(JANUARY, JANUARY), text=text, apart=apart)
    told = [(text[each.span.start : each.span.end], str(each.value.start)) for each in found if each.value]
    assert told == [("22日", "2022-01-22"), ("2021年10月9日", "2021-10-09"), ("当天", "2021-10-09"), ("当天", "2022-01-22")]
