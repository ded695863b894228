"""HTML pages: their lines, what the layout tells, their metadata, and the article found in them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale import read
from verbale.model import ARTICLE_KINDS, Interval, Page
from verbale.pages.days import stated_days
from verbale.pages.files import page_from_bytes, page_from_text, read_page
from verbale.pages.html import is_html
from verbale.pages.lines import label_page
from verbale.pages.markup import Row, parsed, rows_of

TITLE = "北岸南岸外长会面 同意恢复边境谈判"
PARAGRAPHS = (
    "（北岸城22日讯）北岸国外长林一明星期五在北岸城同南岸国外长高远会面，双方就边境问题交换意见，并同意尽快恢复谈判。",
    "林一明在会后的记者会上说，北岸国愿意在平等的基础上继续对话，“只要双方都有诚意，边境问题就能解决”。",
    "高远表示，南岸国重视边境居民的安全，希望两国军方尽快建立热线，避免再次发生误会。",
    "两国外长将于下个月在第三国举行第二轮会谈，预计将讨论贸易和渔业合作等议题。",
)
LINKS = ("少年拾金不昧 失主登门致谢", "台风逼近 多地学校停课", "球队连胜五场 主帅：还不够", "老城旧书店开张百年")


def markup(*, body: str = "", head: str = "") -> str:
    """A whole page with navigation above and other stories below the article."""
    links = "".join(f"<li><a href='/{place}'>{link}</a></li>" for place, link in enumerate(LINKS))
    article = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head><title>{TITLE}_国际_南风网</title>{head}<script>var a = '不是文字';</script></head><body>"
        "<div class='nav'><a href='/'>首页</a> <a href='/w'>国际</a> <a href='/f'>财经</a></div>"
        f"<div class='article-content'><h1>{TITLE}</h1><div class='info'>2021-10-22 12:30 来源：南风网</div>{article}</div>"
        f"<div class='related'><h3>相关阅读</h3><ul>{links}</ul></div><div class='footer'>版权所有，未经授权，不得转载</div></body></html>"
    )


def lines_of(html: str) -> list[str]:
    return [row.text for row in rows(html)]


def rows(html: str) -> list[Row]:
    root = parsed(html)
    assert root is not None
    return rows_of(root)


def article(page: Page) -> list[str]:
    return [page.text[line.span.start : line.span.end] for line in label_page(page).lines if line.kind in ARTICLE_KINDS]


def test_the_article_is_found_and_the_title_told() -> None:
    page = page_from_text(markup())
    found = {page.text[line.span.start : line.span.end]: line.kind for line in label_page(page).lines}
    assert found[TITLE] == "title"
    assert [text for text, kind in found.items() if kind in {"lead", "paragraph"}] == list(PARAGRAPHS)
    assert not [link for link in LINKS if found[link] in ARTICLE_KINDS]


def test_paragraphs_divided_by_breaks_and_in_cells_are_found_too() -> None:
    cells = page_from_text(markup(body=f"<table><tr><td>{'<br><br>'.join('　　' + one for one in PARAGRAPHS)}</td></tr></table>"))
    assert [line for line in article(cells) if "，" in line] == list(PARAGRAPHS)


def test_what_is_not_shown_is_no_line() -> None:
    html = (
        "<p>甲<script>乙</script><style>丙</style><!-- 丁 --><noscript>戊</noscript></p><select><option>己</select><textarea>庚</textarea>"
    )
    assert lines_of(html) == ["甲"]


def test_blocks_and_breaks_divide_lines_and_inline_elements_do_not() -> None:
    assert lines_of("<div>甲<b>乙</b><a href=x>丙</a><br>丁</div>戊<p>己") == ["甲乙丙", "丁", "戊", "己"]
    assert lines_of("<pre>甲\n乙\r\n\n丙</pre>") == ["甲", "乙", "丙"]
    assert [row.apart for row in rows("<p>甲<br>乙<br><br>丙</p><p>丁</p>")] == [True, False, True, True]


def test_white_space_is_what_a_browser_shows() -> None:
    assert lines_of("<p>外长\n    会谈  Mr\n Smith<span> 说</span>\n</p>") == ["外长会谈 Mr Smith 说"]


def test_links_hiding_and_hints_are_told() -> None:
    one, other, third = rows("<p>文字<a href=x>链接</a></p><div style='display:none'><p>藏</p></div><div id=comments><p>评</p></div>")
    assert (one.links, one.hidden, other.hidden) == (0.5, False, True)
    assert third.hints == (frozenset({"comment"}),)


def test_copies_of_a_long_line_are_left_out_and_the_shown_one_stays() -> None:
    hidden = f"<div style='display:none'><p>{PARAGRAPHS[0]}</p></div>"
    found = rows(f"{hidden}<p>{PARAGRAPHS[0]}</p><p>短</p><p>短</p>")
    assert [(row.text, row.hidden) for row in found] == [(PARAGRAPHS[0], False), ("短", False), ("短", False)]


@pytest.mark.parametrize(
    "head",
    [
        "<meta property='article:published_time' content='2021-10-22T12:30:00+08:00'>",
        "<meta name='publishdate' content='2021/10/22'>",
        "<meta name='PubDate' content='20211022123000'>",
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2021-10-22 12:30"}]}</script>',
    ],
)
def test_the_day_is_read_from_the_metadata(head: str) -> None:
    day = datetime.date(2021, 10, 22)
    page = page_from_text(markup(head=head))
    assert page.stated == Interval(day, day)


def test_title_outlet_and_address_are_read_from_the_metadata() -> None:
    bare = page_from_text(markup())
    assert (bare.title, bare.outlet, bare.url, bare.stated) == (TITLE, "南风网", None, None)
    head = (
        "<meta property='og:title' content='会面与谈判 - 南风日报'><meta property='og:site_name' content='南风日报'>"
        "<link rel='canonical' href='https://news.example/1.html'>"
    )
    full = page_from_text(markup(head=head))
    assert (full.title, full.outlet, full.url) == ("会面与谈判", "南风日报", "https://news.example/1.html")


def test_broken_metadata_tell_nothing() -> None:
    script = "<script type='application/ld+json'>{broken</script>"
    head = f"{script}<meta name='date' content='2021-13-45'><link rel='canonical' href='javascript:x'>"
    page = page_from_text(markup(head=head))
    assert (page.url, page.stated) == (None, None)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2024-03-05T18:30:00Z", "2024-03-05", "2024-03-06"),
        ("2024-03-05T10:30:00Z", "2024-03-05", "2024-03-05"),
        ("2024-03-05T18:30:00+08:00", "2024-03-05", "2024-03-05"),
        ("2024年3月5日", "2024-03-05", "2024-03-05"),
    ],
)
def test_a_time_in_utc_late_in_the_day_may_be_of_the_next(written: str, start: str, end: str) -> None:
    assert stated_days(written) == Interval(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end))


@pytest.mark.parametrize("written", ["", "2023-02-30", "12:30", "202", "1234567890"])
def test_what_is_no_day_is_none(written: str) -> None:
    assert stated_days(written) is None


def test_the_day_of_the_metadata_dates_the_record() -> None:
    head = "<meta property='article:published_time' content='2021-10-23T12:30:00+08:00'>"
    body = "".join(f"<p>{paragraph.removeprefix('（北岸城22日讯）')}</p>" for paragraph in PARAGRAPHS)
    record = read(markup(head=head, body=body).replace("2021-10-22 12:30 ", ""))
    assert record.published is not None
    assert record.published.start == record.published.end == datetime.date(2021, 10, 23)
    assert "page metadata" in {evidence.rule for evidence in record.published.evidence}


def test_a_record_of_html_counts_in_its_own_lines() -> None:
    record = read(markup())
    assert type(record.page) is Page
    assert all(record.page.text[line.span.start : line.span.end].strip() for line in record.lines)
    assert {record.page.text[span.start : span.end] for item in record.statements for span in item.content} >= {
        "北岸国愿意在平等的基础上继续对话，“只要双方都有诚意，边境问题就能解决”"
    }


@pytest.mark.parametrize(
    ("encoding", "charset", "told"), [("gb18030", "gb2312", "gb18030"), ("gb18030", "utf-8", "gb18030"), ("utf-8", "gbk", "utf-8")]
)
def test_the_encoding_is_told_by_the_bytes_and_the_meta(tmp_path: Path, encoding: str, charset: str, told: str) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(markup(head=f"<meta charset='{charset}'>").encode(encoding))
    page = read_page(file)
    assert (page.encoding, article(page)[0]) == (told, TITLE)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_one_damaged_character_does_not_cost_the_page(encoding: str) -> None:
    data = markup(head=f"<meta charset='{encoding}'>").encode(encoding)
    place = data.index("边境问题".encode(encoding))
    page = page_from_bytes(data[:place] + b"\xff" + data[place:], "damaged")
    assert page.encoding == encoding
    assert PARAGRAPHS[2] in page.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<p>双方举行会谈。</p>", True),
        ("<!-- 甲 -->\n<HTML><body>", True),
        ("双方<b>会谈</b>。", False),
        ("<双方会谈>", False),
        (markup()[200:], True),
    ],
)
def test_html_is_told_from_text(text: str, told: bool) -> None:
    assert is_html(text) is told


TEXTS = st.text(alphabet=st.sampled_from("双方会谈，。 \n\t\u3000\xa0\u2028\x1caA1<&>\"'/"), max_size=12)
TAGS = st.sampled_from(
    ("p", "div", "b", "a href=x", "br", "/p", "/div", "/b", "/a", "pre", "/pre", "td", "ul", "li", "script", "/script", "h1")
)


@given(st.lists(st.one_of(TEXTS, TAGS.map(lambda tag: f"<{tag}>")), max_size=25))
def test_any_markup_gives_lines_that_agree_with_their_layout(parts: list[str]) -> None:
    page = page_from_text(f"<div>双方举行会谈。</div>{''.join(parts)}")
    found = [line for line in page.text.split("\n") if line]
    labelled = label_page(page)
    assert len(found) == len(labelled.lines) == len(page.layout)  # type: ignore[attr-defined]
    assert [page.text[line.span.start : line.span.end] for line in labelled.lines] == [line.strip() for line in found]
