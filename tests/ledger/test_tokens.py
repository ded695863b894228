import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import UsageError
from verbale.ledger.tokens import Term, folded, highlights, terms, tokens
from verbale.model import Span

CHARACTERS = "停火谈判協議协议联聯合国國与與着著台臺后後〇二五年ＮＡＴＯnato G7,，。“”「」·\n"
TEXTS = st.text(st.sampled_from(CHARACTERS), max_size=40)


@given(st.text(max_size=60))
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


@given(TEXTS, TEXTS)
def test_a_piece_folds_as_it_does_in_the_whole(before: str, after: str) -> None:
    assert folded(before + after) == folded(before) + folded(after)


def follows(there: list[str], term: Term) -> bool:
    """Whether the tokens of a term follow one another somewhere, as the index looks for them."""
    ends = [there[i + len(term) - 1] for i in range(len(there) - len(term) + 1) if tuple(there[i : i + len(term) - 1]) == tuple(term[:-1])]
    return any(end.startswith(term[-1]) if term.open_ended else end == term[-1] for end in ends)


@given(TEXTS, st.text(st.sampled_from("停火谈判协议联合国与着台后"), min_size=1, max_size=6), TEXTS)
def test_whatever_stands_in_a_text_is_found_by_its_tokens_and_highlighted(before: str, word: str, after: str) -> None:
    text = before + word + after
    assert follows(tokens(text), *terms(word))
    spans = highlights(word, text, start=100)
    assert any(span.start <= 100 + len(before) and 100 + len(before) + len(word) <= span.end for span in spans)


@given(TEXTS, st.text(st.sampled_from("停火谈判协议联合国"), min_size=1, max_size=4))
def test_every_highlight_holds_the_word(text: str, word: str) -> None:
    for span in highlights(word, text):
        assert word[:1] in folded(text[span.start : span.end])


@pytest.mark.parametrize(
    ("query", "text"), [("聯合國", "联合国大会"), ("联合国", "聯合國大會"), ("臺北", "台北"), ("看着", "看著"), ("nato", "ＮＡＴＯ峰会")]
)
def test_both_scripts_and_widths_are_one(query: str, text: str) -> None:
    assert len(highlights(query, text)) == 1
    assert set(terms(query)[0]) <= set(tokens(text))


def test_words_are_apart_but_quoted_ones_together() -> None:
    assert [list(term) for term in terms("停火 谈判")] == [["停火"], ["谈判"]]
    assert [list(term) for term in terms("“停火 谈判” G7")] == [["停火", "火", "谈判"], ["g7"]]


def test_one_character_may_be_the_beginning_of_a_token() -> None:
    (term,) = terms("美")
    assert (list(term), term.open_ended) == (["美"], True)


def test_numbers_and_latin_words_are_found_whole() -> None:
    assert highlights("25", "2025年 25日") == (Span(6, 8),)


@pytest.mark.parametrize("query", ["", "  ", "，。", "“”"])
def test_a_query_without_a_word_is_refused(query: str) -> None:
    with pytest.raises(UsageError, match="no word to search for"):
        terms(query)
