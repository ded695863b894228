"""The examples in lexicons/times.toml."""

from __future__ import annotations

import collections
import datetime

import pytest

from verbale.language.times import times_of
from verbale.language.times.words import lexicon
from verbale.model import TimeExpression

WRITTEN = datetime.date(2024, 5, 15)
EXAMPLES = [(each["rule"], each["text"], each["times"]) for each in lexicon()["example"]]


def shown(text: str, time: TimeExpression) -> str:
    """An expression as the lexicon writes it."""
    words = text[time.span.start : time.span.end]
    if time.value is None:
        return f"{words}={'-' if time.minutes is None else f'{time.minutes}m'}"
    first, last = time.value.start, time.value.end
    days = str(first) if first == last else f"{first or ''}..{last or ''}"
    return f"{words}={days}"


@pytest.mark.parametrize(("rule", "text", "times"), EXAMPLES)
def test_example(rule: str, text: str, times: list[str]) -> None:
    assert [shown(text, time) for time in times_of(text, WRITTEN)] == times


def test_every_rule_has_two_examples_and_one_look_alike() -> None:
    examples = collections.Counter(rule for rule, _, _ in EXAMPLES)
    assert {rule for rule, count in examples.items() if count < 3} <= {"no time"}


def test_no_example_is_given_twice() -> None:
    texts = [text for _, text, _ in EXAMPLES]
    assert len(texts) == len(set(texts))
