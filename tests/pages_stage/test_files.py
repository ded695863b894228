"""Pages come in as files, bytes and texts; whatever cannot be a page is refused with a clear word."""

from __future__ import annotations

import codecs
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.errors import PageError
from verbale.model import ARTICLE_KINDS
from verbale.pages.chinese import script_of
from verbale.pages.files import expand, page_from_bytes, page_from_text, read_page
from verbale.pages.lines import label_page

SIMPLIFIED = (
    "（北岸城22日讯）北岸国外长林一明星期五在北岸城同南岸国外长高远会面，双方就边境问题交换意见。\r\n"
    "林一明在会后表示，两国同意尽快恢复谈判，并将在下个月举行第二轮会谈。“我们希望通过对话解决问题。”他说。\r\n"
)
TRADITIONAL = (
    "（北岸城22日訊）北岸國外長林一明星期五在北岸城同南岸國外長高遠會面，雙方就邊境問題交換意見。\n"
    "林一明在會後表示，兩國同意盡快恢復談判，並將在下個月舉行第二輪會談。「我們希望透過對話解決問題。」他說。\n"
)


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (SIMPLIFIED.encode("utf-8"), "utf-8", SIMPLIFIED),
        (SIMPLIFIED.encode("utf-8-sig"), "utf-8", SIMPLIFIED),
        (SIMPLIFIED.encode("gb18030"), "gb18030", SIMPLIFIED),
        (SIMPLIFIED.encode("gbk"), "gb18030", SIMPLIFIED),
        (TRADITIONAL.encode("gb18030"), "gb18030", TRADITIONAL),
        (TRADITIONAL.encode("big5"), "big5", TRADITIONAL),
        (TRADITIONAL.encode("utf-16"), "utf-16-le", TRADITIONAL),
        (codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"), "utf-16-be", SIMPLIFIED),
        (SIMPLIFIED.encode("utf-16-le"), "utf-16-le", SIMPLIFIED),
        (TRADITIONAL.encode("utf-16-be"), "utf-16-be", TRADITIONAL),
        (SIMPLIFIED.encode("utf-32"), "utf-32-le", SIMPLIFIED),
    ],
)
def test_each_encoding_is_told_and_nothing_else_changes(tmp_path: Path, data: bytes, encoding: str, text: str) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(data)
    page = read_page(file)
    assert (page.text, page.encoding) == (text, encoding)
    assert page.sha256 == hashlib.sha256(data).hexdigest()
    assert page.id == page.sha256[:16]
    assert page.source == str(file)


@pytest.mark.parametrize("length", [20, 40, 80])
def test_short_texts_are_told_too(length: int) -> None:
    for encoding, text in (("gb18030", SIMPLIFIED), ("big5", TRADITIONAL)):
        page = page_from_bytes(text[:length].encode(encoding), "short")
        assert (page.encoding, page.text) == (encoding, text[:length])


def test_the_script_is_told() -> None:
    assert page_from_text(SIMPLIFIED).script == "simplified"
    assert page_from_text(TRADITIONAL).script == "traditional"
    assert script_of("Only English here.") == "other"


BAD = {
    "empty": (b"", "empty"),
    "blank": ("\n \u3000\n".encode(), "blank"),
    "only a mark": (codecs.BOM_UTF8, "blank"),
    "an image": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
    "a photograph": (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
    "a document": (b"%PDF-1.7\n1 0 obj", "PDF"),
    "an archive": (b"PK\x03\x04\x14\0", "ZIP"),
    "NUL bytes": ("会谈".encode() + b"\0\1\2\3" * 50, "NUL"),
    "NUL after a mark": (codecs.BOM_UTF8 + "会谈\0会谈".encode(), "NUL"),
    "Russian in its old encoding": ("Переговоры прошли в столице, стороны договорились. ".encode("cp1251") * 9, "encoding"),
    "noise": (bytes((i * 37 + 11) % 251 + 1 for i in range(3000)), "encoding"),
    "half of UTF-16": (codecs.BOM_UTF16_LE + "会谈".encode("utf-16-le")[:-1], "byte order mark"),
    "a feed": ("<?xml version='1.0'?><rss><title>双方举行会谈。</title></rss>".encode(), "XML"),
    "HTML that scripts fill in": ("<!DOCTYPE html><html><body><script>show('双方举行会谈')</script></body></html>".encode(), "scripts"),
    "too large": ("双方举行会谈。\n".encode() * 1_000_000, "10 MB"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_page_is_refused_with_its_name_and_reason(tmp_path: Path, name: str) -> None:
    data, reason = BAD[name]
    file = tmp_path / "bad.txt"
    file.write_bytes(data)
    with pytest.raises(PageError, match=reason) as caught:
        read_page(file)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers met in Geneva on Friday and agreed to continue their talks next month. " * 5,
        "両国の外相は金曜日にジュネーブで会談し、来月も協議を続けることで合意しました。",
        "12345 67890\n",
    ],
)
def test_a_text_without_chinese_is_no_article(text: str) -> None:
    labelled = label_page(page_from_text(text))
    assert labelled.verdict
    assert not [line for line in labelled.lines if line.kind in ARTICLE_KINDS]


def test_missing_paths_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="no such file"):
        read_page(tmp_path / "nowhere.txt")
    with pytest.raises(PageError, match="folder"):
        read_page(tmp_path)


def test_half_a_surrogate_pair_is_refused() -> None:
    with pytest.raises(PageError, match="surrogate"):
        page_from_text("双方举行会谈\ud83d")


def test_expand_takes_files_folders_and_patterns(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("a.txt", "b/c.txt", "b/d.txt", "b/e.json"):
        (tmp_path / name).write_text(SIMPLIFIED, encoding="utf-8")
    a, c, d, e = (tmp_path / name for name in ("a.txt", "b/c.txt", "b/d.txt", "b/e.json"))
    assert expand([tmp_path]) == [a, c, d]
    assert expand([str(tmp_path / "b" / "*.txt"), a]) == [c, d, a]
    assert expand([e, d, tmp_path / "b"]) == [e, d, c]
    assert expand([]) == []


def test_expand_names_the_path_that_gives_nothing(tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    for path, reason in ((tmp_path / "void", "without pages"), (tmp_path / "none.txt", "no such"), (tmp_path / "*.txt", "pattern")):
        with pytest.raises(PageError, match=reason) as caught:
            expand([path])
        assert str(path) in str(caught.value)


def test_a_name_with_brackets_is_no_pattern(tmp_path: Path) -> None:
    file = tmp_path / "page[1].txt"
    file.write_text(SIMPLIFIED, encoding="utf-8")
    assert expand([file]) == [file]


def test_the_identity_can_be_given() -> None:
    assert page_from_text(SIMPLIFIED, source="mine", identity="x1").id == "x1"
    assert page_from_text("\ufeff" + SIMPLIFIED).text == SIMPLIFIED


@given(st.text(alphabet=st.sampled_from("双方会谈外长表示同意继续谈判，。\n\r \u3000aA1“”"), min_size=0, max_size=80))
def test_a_text_comes_back_as_it_was(tail: str) -> None:
    text = "双方举行会谈并发表声明。" + tail
    assert page_from_text(text).text == text
    assert page_from_bytes(text.encode("utf-8"), "bytes").text == text
    assert page_from_bytes(text.encode("gb18030"), "bytes").text == text


@given(st.binary(max_size=300))
def test_any_bytes_give_a_page_or_a_page_error(data: bytes) -> None:
    try:
        text = page_from_bytes(data, "bytes").text
    except PageError as error:
        text = str(error)
    assert text.strip()
