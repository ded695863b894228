"""Sentences: where they end, and that nothing is lost."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from verbale.language.sentences import sentences
from verbale.model import Span


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, Span(0, len(text)))]


def test_full_stops_end_sentences() -> None:
    assert cut("会谈结束。双方没有签字！") == ["会谈结束。", "双方没有签字！"]


def test_a_full_stop_inside_a_quotation_does_not_end_the_sentence_around_it() -> None:
    assert cut("他说，“谈判很难。我们会继续。”随后离开。") == ["他说，“谈判很难。我们会继续。”", "随后离开。"]


def test_a_quotation_followed_by_its_cue_is_one_sentence() -> None:
    assert cut("“谈判很难。”他说。众人沉默。") == ["“谈判很难。”他说。", "众人沉默。"]


def test_a_quotation_that_stands_alone_is_a_sentence() -> None:
    assert cut("他很乐观。“我们会成功。”对方没有回应。") == ["他很乐观。", "“我们会成功。”", "对方没有回应。"]


def test_a_mark_that_never_closes_swallows_nothing() -> None:
    assert cut("他说，“谈判很难。众人沉默。") == ["他说，“谈判很难。", "众人沉默。"]


@given(st.text(alphabet="会谈他说，。“”！（） a", max_size=80))
def test_sentences_are_in_order_and_lose_only_white_space(text: str) -> None:
    spans = sentences(text, Span(0, len(text)))
    kept = "".join(text[span.start : span.end] for span in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
