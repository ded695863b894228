"""The examples of events.toml, each entry held to its own."""

import re

import pytest

from verbale.ledger.events import counts, signs
from verbale.ledger.tokens import folded
from verbale.lexicons.tables import rules

EVENTS = rules(signs.FILE)
SINGLE = ("several", "plan", "began", "delegations")


def named(group: str) -> list[tuple[str, dict[str, object]]]:
    return [(str(one.get("name", one.get("number"))), one) for one in EVENTS[group]]


@pytest.mark.parametrize("entry", [one for _, one in named("round")], ids=[name for name, _ in named("round")])
def test_round_examples(entry):
    for one in entry["examples"]:
        found = signs.round_of(folded(one["text"]))
        assert (found.number if "number" in one else found.turn) == one.get("number", one.get("turn"))
    for text in entry["none"]:
        assert not re.search(entry["pattern"], folded(text))


@pytest.mark.parametrize("name", SINGLE)
def test_single_patterns(name):
    pattern = re.compile(EVENTS[name]["pattern"])
    assert all(pattern.search(folded(text)) for text in EVENTS[name]["examples"])
    assert not any(pattern.search(folded(text)) for text in EVENTS[name]["none"])


@pytest.mark.parametrize("group", ["sided", "denial"])
def test_listed_patterns(group):
    for name, one in named(group):
        assert all(re.search(one["pattern"], folded(text)) for text in one["examples"]), name
        assert not any(re.search(one["pattern"], folded(text)) for text in one["none"]), name


def test_counts():
    for one in EVENTS["count"]["examples"]:
        assert [(count.number, count.what) for count in counts.counts_of(folded(one["text"]))] == [(one["number"], one["what"])]
    assert not [count for text in EVENTS["count"]["none"] for count in counts.counts_of(folded(text))]


@pytest.mark.parametrize(
    ("words", "number", "exact"),
    [
        ("释放十二名船员", 12, True),
        ("釋放二十五名船員", 25, True),
        ("至少30人受伤", 30, False),
        ("出动一百二十架次飞机", 120, True),
        ("提供1,500吨大米", 1500, True),
        ("赔偿3亿美元", 300_000_000, True),
        ("百余名代表到场", 100, False),
    ],
)
def test_numbers_in_both_writings(words, number, exact):
    found = list(counts.counts_of(folded(words)))
    assert [(one.number, one.exact) for one in found] == [(number, exact)]


def test_groups_share_no_kind():
    kinds = [kind for group in EVENTS["group"] for kind in group["kinds"]]
    assert len(kinds) == len(set(kinds))
    assert {group["compared"] for group in EVENTS["group"]} == {"talks", "strife", "deed", "words"}
    assert signs.group_of("sign") == signs.Group("sign", "deed")


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("双方第二轮谈判5日在港城", "举行。", signs.Round(2)),
        ("上一轮在山城。本轮谈判5日", "举行。", signs.Round(None, "this")),
        ("双方会谈。第三轮", "磋商下周举行", signs.Round(3)),
        ("两国外长", "会谈，第二轮定于六月。", signs.Round()),
    ],
)
def test_the_round_is_that_of_the_acts_own_sentence(before, after, wanted):
    text = folded(before + after)
    assert signs.round_near(text, len(before), len(before) + 2) == wanted


def test_several_meetings_in_one_clause_only():
    text = folded("此前举行过两轮会谈，5日双方会谈。")
    assert signs.several(text, text.index("会谈"), text.index("会谈") + 2)
    last = text.rindex("会谈")
    assert not signs.several(text, last, last + 2)
