"""Readings of characters in brackets are left out of the article; names and words in brackets stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.pages.article import article_of
from verbale.pages.files import page_from_text
from verbale.pages.glosses import glosses, without_glosses
from verbale.pages.lines import label_lines


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("國務(wù)卿訪問(wèn)該國", "國務卿訪問該國"),
        ("外交（jiāo）部发言人", "外交部发言人"),
        ("他在婺（音wù）源会见", "他在婺源会见"),
        ("绿(lǜ)色", "绿色"),
        ("東莞（guǎn dōng）市", "東莞市"),
        ("務(wu4)卿", "務卿"),
        ("務（ㄨˋ）卿", "務卿"),
    ],
)
def test_readings_are_left_out(text: str, left: str) -> None:
    assert "".join(text[span.start : span.end] for span in without_glosses(text)) == left


@pytest.mark.parametrize(
    "text",
    [
        "德拉伊耶宫(Diriyah Palace)举行",
        "总统桑切斯（Pedro Sánchez）说",
        "组织(nato)说",
        "一家咖啡馆（café）里",
        "第三条（a）款",
        "冠病（COVID-19）",
        "wù（wù）",
        "（wù）",
        "会谈（三月五日）",
        "外长（ Lê Hoài Trung ）",
    ],
)
def test_other_brackets_stay(text: str) -> None:
    assert glosses(text) == ()


def test_the_article_reads_on_and_its_offsets_hold() -> None:
    text = "北岸国國務（wù）卿林一明星期五在北岸城同南岸国外长高远会面，双方就边境问题交换意见，并同意尽快恢复谈判。"
    page = page_from_text(text)
    labelled = label_lines(text)
    article = article_of(page, labelled.lines, labelled.joins)
    assert article.text.startswith("北岸国国务卿林一明")
    place = article.text.index("林一明")
    assert [text[article.origin[at]] for at in range(place, place + 3)] == list("林一明")


@given(st.text(alphabet=st.sampled_from("國務卿(（)）wùlǜ4ㄨˋ音 aA\n"), max_size=30))
def test_what_is_left_and_the_readings_are_the_whole_text(text: str) -> None:
    parts = sorted((*glosses(text), *without_glosses(text)))
    assert "".join(text[span.start : span.end] for span in parts) == text
