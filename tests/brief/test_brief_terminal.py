import io

import msgspec
import pytest
from rich.console import Console

from verbale.brief import show
from verbale.model import Record


def shown(record: Record, width: int = 120, *, explain: bool = False) -> str:
    stream = io.StringIO()
    show(record, Console(file=stream, width=width), explain=explain)
    return stream.getvalue()


def test_sections_words_and_citations_are_shown(record: Record) -> None:
    text = shown(record)
    for words in (
        "山海两国外长会晤",
        "山海报 · pages/mountain.txt",
        "Published 2024-03-05",
        "dateline: 3月5日",
        "Mountain Land: Gu Lan ↔ Sea Land: Bai Zhou",
        "lasted 90 min",
        "Gu Lan 顾岚, Bai Zhou 白洲  agrees  同意",
        "due 2024-03-11 – 2024-03-17",
        "according to Gu Lan",
        "certainty possible",
        "“潮水会退， … 邻居还在。”",
        "! The year rests on <one> piece of evidence.",
    ):
        assert words in text
    assert text.count("[mountain:") == 8


def test_citation_names_line_and_characters(record: Record) -> None:
    start = record.page.text.index("下周签约")
    assert f"[mountain:2 {start}-{start + 4}]" in shown(record)


def test_explain_adds_rule_and_evidence(record: Record) -> None:
    assert "because" not in shown(record)
    assert "because say “说”" in shown(record, explain=True)


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_word_is_cut_off_in_a_narrow_terminal(record: Record, width: int) -> None:
    text = shown(record, width)
    assert "…" not in text.replace(" … ", "")
    assert max(map(len, text.splitlines())) <= width


def test_markup_in_a_page_is_shown_as_it_is(record: Record) -> None:
    page = msgspec.structs.replace(record.page, title="[bold]不是标记[/bold]")
    assert "[bold]不是标记[/bold]" in shown(msgspec.structs.replace(record, page=page))


def test_unknown_day_is_told_with_its_reason(record: Record) -> None:
    text = shown(msgspec.structs.replace(record, published=None, undated="nothing gives a year"))
    assert "day not known" in text
    assert "nothing gives a year" in text
