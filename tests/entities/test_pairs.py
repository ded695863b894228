"""Pairs of names, the same person or not, each put on one page: what linking makes of them."""

import csv
from pathlib import Path

import pytest

from verbale.entities import gazetteer

from .reading import parties

PAIRS = Path(__file__).parents[3] / "shared" / "entities" / "pairs.tsv"
OWN = [
    ("鲁比奥", "魯比奧", True),
    ("鲁比奥", "鲁比奥奥", True),
    ("拉夫罗夫", "拉夫洛夫", True),
    ("特朗普", "川普", True),
    ("布林肯", "布林肯恩", True),
    ("卡拉斯", "卡拉西", False),
    ("马克龙", "马克思", False),
    ("习近平", "习远平", False),
    ("普京", "普丁", True),
    ("安瓦尔", "安华", True),
    ("威特科夫", "乌沙科夫", False),
    ("王毅", "王沪宁", False),
    ("马克龙", "马尔科斯", False),
    ("苏林", "苏杰生", False),
    ("洪森", "洪玛奈", False),
    ("李强", "李家超", False),
    ("石破茂", "石泰峰", False),
]


def same(one: str, other: str) -> bool:
    """Whether a page that names both names one person."""
    read = parties(f"{one}抵达后表示，会谈顺利。\n{other}随后发言说，会谈顺利。")
    return any({one, other} <= set(entity.names) for entity in read.entities)


@pytest.mark.parametrize(("one", "other", "wanted"), OWN)
def test_names_of_one_person_are_one_party(one, other, wanted):
    assert same(one, other) is wanted
    assert same(other, one) is wanted


def test_a_misprint_is_told():
    read = parties("鲁比奥抵达后表示，会谈顺利。\n鲁比奥奥随后发言说，会谈顺利。")
    assert len(read.uncertain) == 1
    assert "鲁比奥奥" in read.uncertain[0]
    assert "line 2" in read.uncertain[0]
    assert parties("鲁比奥抵达后表示，会谈顺利。\n卢比奥随后发言。").uncertain == ()


@pytest.mark.skipif(not PAIRS.exists(), reason="the shared pairs are not there")
def test_shared_pairs():
    rows = list(csv.DictReader(PAIRS.read_text(encoding="utf-8").split("\n"), delimiter="\t"))
    decided = [(same(row["name_a"], row["name_b"]), row["same"] == "1") for row in rows]
    right = sum(got and wanted for got, wanted in decided)
    assert right / sum(got for got, _ in decided) == 1.0  # precision: no two persons are one
    assert right / sum(wanted for _, wanted in decided) >= 0.9  # recall


def test_the_pairs_ask_for_names_that_are_known():
    assert all(gazetteer.load().named(one) for one, other, wanted in OWN if wanted)


def test_an_unknown_person_under_two_spellings_is_one_and_told():
    read = parties("代表团团长古林科夫表示，会谈顺利。\n代表团团长古琳科夫随后发言。")
    assert any({"古林科夫", "古琳科夫"} <= set(entity.names) for entity in read.entities)
    assert "古琳科夫" in read.uncertain[0]
    apart = parties("代表团团长古林科夫表示，会谈顺利。\n外交部长古林诺夫随后发言。")
    assert not any({"古林科夫", "古林诺夫"} <= set(entity.names) for entity in apart.entities)
