"""What holds of every text and every reference day."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from verbale.language.fold import fold
from verbale.language.times import resolve, scan, times_of
from verbale.model import Interval

WORDS = [*"0123456789一二三四五六七八九十〇年月日号周星期上下本这前后个半小时天至到和、，。（）自起底初中旬早晚点分内近将于几数多"]
PHRASES = [
    "去年",
    "今年",
    "上周",
    "下个月",
    "3月",
    "2月30日",
    "2022年",
    "以来",
    "当日",
    "次日",
    "中秋節",
    "除夕",
    "未来",
    "三天",
    "農曆",
    "民國",
]
TEXTS = st.lists(st.sampled_from(WORDS + PHRASES), max_size=14).map("".join) | st.text(max_size=30)
REFERENCES = st.dates(min_value=datetime.date(1950, 1, 1), max_value=datetime.date(2100, 12, 31))


@given(TEXTS)
@settings(max_examples=600)
def test_spans_are_in_order_and_inside(text: str) -> None:
    end = 0
    for time in scan(fold(text)):
        assert end <= time.span.start < time.span.end <= len(text)
        end = time.span.end


@given(TEXTS, REFERENCES)
@settings(max_examples=600)
def test_every_time_gets_one_expression(text: str, reference: datetime.date) -> None:
    folded = fold(text)
    times = scan(folded)
    found = resolve(times, published=Interval(reference, reference), text=folded)
    assert [time.span for time in found] == [time.span for time in times]
    for time in found:
        if time.value and time.value.start and time.value.end:
            assert time.value.start <= time.value.end


@given(TEXTS)
@settings(max_examples=300)
def test_an_undated_page_never_fails(text: str) -> None:
    folded = fold(text)
    times = scan(folded)
    assert len(resolve(times, published=None, text=folded)) == len(times)


@given(REFERENCES, st.integers(min_value=0, max_value=80))
def test_words_before_move_the_spans(reference: datetime.date, count: int) -> None:
    sentence = "双方去年11月22日在日内瓦会晤。"
    (alone,) = times_of(sentence, reference)
    (moved,) = times_of("甲" * count + sentence, reference)
    assert moved.span.start == alone.span.start + count
    assert moved.value == alone.value


@given(REFERENCES)
def test_a_full_date_is_read_the_same_on_any_day(reference: datetime.date) -> None:
    written = f"{reference.year}年{reference.month}月{reference.day}日"
    (time,) = times_of(f"声明于{written}发布。", datetime.date(2000, 1, 1))
    assert time.value == Interval(reference, reference)


@given(REFERENCES)
def test_a_bare_day_told_as_past_is_never_after_the_reference(reference: datetime.date) -> None:
    for day in (1, 15, 28, 31):
        (time,) = times_of(f"双方{day}日举行了会晤。", reference)
        assert time.value is not None
        assert time.value.start is not None
        assert time.value.start <= reference
        assert time.value.start.day == day


@given(REFERENCES)
def test_a_bare_day_after_the_reference_is_far_nearer_than_the_past_one(reference: datetime.date) -> None:
    for day in (1, 15, 28):
        (told,), (bare,) = times_of(f"双方{day}日举行了会晤。", reference), times_of(f"双方{day}日会晤。", reference)
        assert told.value is not None
        assert told.value.start is not None
        assert bare.value is not None
        assert bare.value.start is not None
        back, ahead = (reference - told.value.start).days, (bare.value.start - reference).days
        assert bare.value == told.value or 0 < 3 * ahead < back
