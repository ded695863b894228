"""Folding keeps the length, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from verbale.language.fold import fold, simplify

CHINESE = st.text(
    alphabet=st.sampled_from('"國务卿盧比歐表示，說：「我們」『好』“”()（）,.:;!?0123abcＡＢ１２ \n臺灣乾杯後裡'), max_size=60
)


@given(st.one_of(CHINESE, st.text(max_size=60)))
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(CHINESE)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_traditional_becomes_simplified() -> None:
    assert simplify("國務卿盧比歐訪問臺灣") == "国务卿卢比欧访问台湾"


def test_half_width_marks_beside_chinese_become_full_width() -> None:
    assert fold("会谈结束(周五),他说:好!") == "会谈结束（周五），他说：好！"


def test_marks_inside_numbers_and_addresses_stay() -> None:
    assert fold("共1,000人20:30抵达") == "共1,000人20:30抵达"


def test_every_kind_of_quotation_mark_becomes_one() -> None:
    assert fold('他說「好」，又說"行"') == "他说“好”，又说“行”"


def test_a_straight_mark_pairs_with_a_curly_one() -> None:
    assert fold('“局势不明。"他说。他补充道:"否则开战。”') == "“局势不明。”他说。他补充道：“否则开战。”"
