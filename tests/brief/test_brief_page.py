import re
from html.parser import HTMLParser

import msgspec
import pytest

from verbale.brief import brief
from verbale.brief.labels import labels
from verbale.brief.sections import sections
from verbale.model import Because, Line, Page, Record, Span, Statement

VOID = {"meta", "link", "input", "br"}


class Reader(HTMLParser):
    """Checks that elements close in order, and keeps the words of each line and of each record."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.lines: dict[str, str] = {}
        self.records: dict[str, str] = {}
        self.layers: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), "an attribute stands twice"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [(values.get("class") or "").split() for _, values in self.open]
        if ["words"] not in classes:
            return
        line = next(values["id"] for _, values in reversed(self.open) if "line" in (values.get("class") or "").split())
        self.lines[str(line)] = self.lines.get(str(line), "") + data
        for key in (self.open[-1][1].get("data-records") or "").split():
            self.records[key] = self.records.get(key, "") + data
        for layer in classes[-1]:
            self.layers[layer] = self.layers.get(layer, "") + data


def parsed(records: list[Record]) -> Reader:
    reader = Reader()
    reader.feed(brief(records))
    reader.close()
    assert not reader.open
    return reader


def parsed_tags(record: Record) -> list[tuple[str, dict[str, str | None]]]:
    reader = Reader()
    written = brief([record])
    reader.handle_data = lambda data: None  # type: ignore[method-assign]
    reader.feed(written)
    return reader.tags


def test_every_line_stands_there_character_for_character(record: Record) -> None:
    text = record.page.text
    assert list(parsed([record]).lines.values()) == [text[line.span.start : line.span.end] for line in record.lines]


def test_hostile_text_comes_out_as_text(record: Record) -> None:
    written = brief([record])
    assert '<script>alert("页面' not in written
    assert "&lt;script&gt;alert(&quot;页面不可信&quot;)&lt;/script&gt; &amp; 订阅" in written
    assert written.count("<script>") == 1
    assert "<one>" not in written


@pytest.mark.parametrize("field", ["id", "source", "title", "outlet"])
def test_hostile_page_fields_come_out_as_text(record: Record, field: str) -> None:
    hostile = msgspec.structs.replace(record.page, **{field: '"><img src=x onerror=alert(1)>'})
    assert "<img" not in brief([msgspec.structs.replace(record, page=hostile)])
    parsed([msgspec.structs.replace(record, page=hostile)])


def test_each_record_marks_exactly_its_words(record: Record) -> None:
    marked = parsed([record]).records
    entries = [entry for section in sections(record) for entry in section.entries]
    assert len(marked) == len(entries) == 8
    for number, entry in enumerate(entries, 1):
        places = sorted({place for span in entry.spans for place in range(span.start, span.end)})
        assert marked[f"p1-r{number}"] == "".join(record.page.text[place] for place in places)


def test_layers_mark_their_words(record: Record) -> None:
    layers = parsed([record]).layers
    assert layers["said"] == "顾岚重申“山国愿意开放港口”潮水会退，邻居还在。"
    assert layers["cue"] == "说重申说"
    assert layers["anchor"] == "在海国会见愿意同意"
    assert layers["time"] == "3月5日"
    assert layers["party"] == "顾岚双方"
    assert layers["object"] == "开放港口下周签约"


def test_every_card_has_a_citation_that_leads_to_its_line(record: Record) -> None:
    reader = parsed([record])
    ids = [values["id"] for _, values in reader.tags if "id" in values]
    assert len(ids) == len(set(ids))
    links = [str(values["href"]) for tag, values in reader.tags if tag == "a" and str(values.get("href")).startswith("#p1-line")]
    assert {link[1:] for link in links} <= set(ids)
    assert len([1 for _, values in reader.tags if values.get("class") == "cite"]) == 8
    assert "[mountain:2 " in brief([record])


def test_nothing_is_loaded_from_anywhere(record: Record) -> None:
    written = brief([record, record])
    assert not re.search(r"https?:|//[a-z]|@import|url\(", re.sub(r"^\s*// .*$", "", written, flags=re.MULTILINE))
    assert "default-src 'none'" in written


def test_several_pages_have_contents_and_keys_of_their_own(record: Record) -> None:
    reader = parsed([record, record])
    ids = {values["id"] for _, values in reader.tags if "id" in values}
    assert {"p1", "p2", "p1-r1", "p2-r8"} <= ids
    assert {values["href"] for tag, values in reader.tags if tag == "a" and "href" in values} >= {"#p1", "#p2"}
    assert "contents" in {values.get("class") for tag, values in reader.tags if tag == "nav"}


def test_every_layer_has_a_switch_and_every_language_is_there(record: Record) -> None:
    reader = parsed([record])
    switches = {values["id"] for tag, values in reader.tags if tag == "input"}
    assert switches == {f"layer-{layer}" for layer in labels("layers")} | {"language-english", "language-chinese", "language-both"}
    assert {values.get("lang") for _, values in reader.tags} >= {"en", "zh", "zh-Hans"}


def test_page_without_records_or_lines_is_shown_all_the_same() -> None:

    page = Page(id="bare", source="bare.txt", sha256="0" * 64, text="只有一行。\n\n  另有一行。")
    record = Record(page=page, published=None, undated="nothing gives a day")
    reader = parsed([record])
    assert list(reader.lines.values()) == ["只有一行。", "  另有一行。"]
    assert "nothing gives a day" in brief([record])


def test_lines_that_share_a_number_have_no_id_twice() -> None:
    page = Page(id="odd", source="odd.txt", sha256="0" * 64, text="甲\r乙\n丙")
    lines = tuple(Line(Span(place, place + 1), "paragraph") for place in (0, 2, 4))
    ids = [values["id"] for _, values in parsed_tags(Record(page=page, published=None, lines=lines)) if "id" in values]
    assert len(ids) == len(set(ids))
    assert {"p1-line1", "p1-line2"} <= set(ids)


def test_parties_can_be_shown_alone(record: Record) -> None:
    tags = parsed([record]).tags
    buttons = {str(values["data-party"]) for tag, values in tags if tag == "button"}
    listed = {party for _, values in tags for party in (values.get("data-parties") or "").split()}
    assert buttons == listed == {"gu", "bai", "MTN", "SEA"}


def test_counts_are_those_of_the_cards(record: Record) -> None:
    figures = re.search(r'<ul class="figures">(.*?)</ul>', brief([record, record]))
    assert figures is not None
    assert re.findall(r"<b>(\d+)</b>", figures[1]) == ["2", "2", "6", "4", "2", "2"]


def test_no_record_at_all_still_gives_a_document() -> None:
    assert brief([]).startswith("<!doctype html>")
    parsed([])


def test_same_records_give_the_same_bytes(record: Record) -> None:
    assert brief([record]) == brief([record])


def test_an_act_told_by_a_meeting_or_a_commitment_is_not_shown_twice(record: Record) -> None:
    shown = {section.key: [entry.id for entry in section.entries] for section in sections(record)}
    assert shown["meetings"] == ["m1"]
    assert shown["commitments"] == ["a3", "c1"]
    assert shown["acts"] == ["a4"]


def test_spans_of_astral_characters_stay_in_place() -> None:

    text = "他说😀好。"
    statement = Statement(speakers=(), kind="indirect", content=(Span(3, 4),), cue=Span(1, 2), because=Because("say"))
    record = Record(
        page=Page(id="a", source="a.txt", sha256="0" * 64, text=text),
        published=None,
        lines=(Line(Span(0, 5), "paragraph"),),
        statements=(statement,),
    )
    assert parsed([record]).layers["said"] == "好"
