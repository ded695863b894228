"""Files that hold many pages: packed, JSON Lines, web archives, the standard input."""

from __future__ import annotations

import datetime
import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from verbale import read
from verbale.cli import main
from verbale.errors import PageError
from verbale.model import Interval
from verbale.pages.containers import open_pages
from verbale.pages.files import expand, read_page

TEXT = (
    "北岸国外长林一明星期五在北岸城同南岸国外长高远会面，双方就边境问题交换意见。\n"
    "林一明在会后表示，两国同意尽快恢复谈判，并将在下个月举行第二轮会谈。\n"
    "高远表示，南岸国重视边境居民的安全，希望两国军方尽快建立热线。\n"
)
DAY = datetime.date(2021, 10, 22)


def written(folder: Path, items: list[Any], name: str = "pages.jsonl") -> Path:
    file = folder / name
    data = "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items).encode()
    file.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return file


@pytest.mark.parametrize("name", ["pages.jsonl", "pages.jsonl.gz", "pages.data"])
def test_each_line_of_json_is_a_page_with_its_metadata(tmp_path: Path, name: str) -> None:
    item = {
        "id": 7,
        "content": TEXT,
        "title": "会面",
        "url": "https://news.example/1",
        "published_at": "2021-10-22T09:00:00+08:00",
        "source": "南风",
    }
    one, other = open_pages(written(tmp_path, [item, {"raw_content": TEXT * 2}], name))
    assert (one.id, one.text, one.title, one.url, one.outlet) == ("7", TEXT, "会面", "https://news.example/1", "南风")
    assert one.stated == Interval(DAY, DAY)
    assert (other.text, other.title, other.stated, other.id) == (TEXT * 2, None, None, other.sha256[:16])
    assert one.source.endswith(f"{name}:1")


def test_fields_can_be_given(tmp_path: Path) -> None:
    file = written(tmp_path, [{"text": "短", "nachricht": TEXT, "wann": "22.10.2021 2021-10-22"}])
    (page,) = open_pages(file, {"text": "nachricht", "date": "wann"})
    assert (page.text, page.stated) == (TEXT, Interval(DAY, DAY))


def test_json_that_is_one_record_or_a_list_is_read_too(tmp_path: Path) -> None:
    for name, value in (("one.json", {"text": TEXT}), ("list.json", [{"text": TEXT}, {"text": TEXT}])):
        (tmp_path / name).write_text(json.dumps(value, ensure_ascii=False, indent=2), encoding="utf-8")
    assert [page.text for page in open_pages(tmp_path / "one.json")] == [TEXT]
    assert [page.text for page in open_pages(tmp_path / "list.json")] == [TEXT, TEXT]


def test_html_in_json_is_read_as_html(tmp_path: Path) -> None:
    (page,) = open_pages(written(tmp_path, [{"html": f"<html><title>会面</title><p>{TEXT.replace(chr(10), '<p>')}"}]))
    assert page.title == "会面"
    assert "<" not in page.text


def test_a_bad_record_does_not_stop_the_others(tmp_path: Path) -> None:
    file = written(tmp_path, [{"text": TEXT}, {"words": 1}, [], {"text": " "}, {"text": TEXT}])
    with file.open("a") as lines:
        lines.write('{"text": \n')
    faults: list[PageError] = []
    pages = list(open_pages(file, failed=faults.append))
    assert [page.source.rpartition(":")[2] for page in pages] == ["1", "5"]
    assert [str(fault).partition(": ")[0].rpartition(":")[2] for fault in faults] == ["2", "3", "4", "6"]
    assert "words" in str(faults[0])
    with pytest.raises(PageError, match="no text"):
        list(open_pages(file))


def test_packed_pages_are_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "page.txt.gz"
    file.write_bytes(gzip.compress(TEXT.encode("gb18030")))
    page = read_page(file)
    assert (page.text, page.encoding) == (TEXT, "gb18030")
    assert expand([tmp_path]) == [file]


@pytest.mark.parametrize("cut", [12, 60, -4])
def test_damaged_packed_data_are_refused(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "page.txt.gz"
    file.write_bytes(gzip.compress(TEXT.encode())[:cut])
    for opened in (read_page, lambda path: list(open_pages(path))):
        with pytest.raises(PageError, match="damaged"):
            opened(file)


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "page.txt.gz"
    file.write_bytes(gzip.compress(b"\n" * 200_000_000, 9))
    with pytest.raises(PageError, match="10 MB"):
        read_page(file)


def test_one_page_is_read_from_a_collection_of_one_only(tmp_path: Path) -> None:
    assert read(written(tmp_path, [{"text": TEXT}])).page.text == TEXT
    with pytest.raises(PageError, match="several"):
        read(written(tmp_path, [{"text": TEXT}, {"text": TEXT}]))


def warc(pages: list[tuple[str, str, bytes]]) -> bytes:
    """A web archive of responses: address, content type and body of each."""
    parts = []
    for number, (address, kind, body) in enumerate(pages):
        http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
            f"WARC-Date: 2021-10-23T00:00:00Z\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        parts.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(parts)


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_of_a_web_archive_is_read(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("fastwarc", reason="the extra warc is not installed")
    html = f"<html><p>{TEXT}</html>".encode("gb18030")
    data = warc([("https://a.example/1", "text/html; charset=gbk", html), ("https://a.example/2", "image/png", b"\x89PNG\r\n")])
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(gzip.compress(data) if packed else data)
    (page,) = open_pages(file)
    assert (page.url, page.encoding) == ("https://a.example/1", "gb18030")
    assert "北岸国外长林一明" in page.text


def test_a_damaged_web_archive_is_told() -> None:
    pytest.importorskip("fastwarc", reason="the extra warc is not installed")
    with pytest.raises(PageError, match="damaged"):
        list(open_pages(io.BytesIO(b"WARC/nothing\r\n")))


def run(*arguments: object, data: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=data)


def test_the_command_reads_collections_and_the_standard_input(tmp_path: Path) -> None:
    file = written(tmp_path, [{"id": "a/1", "text": TEXT}, {"nothing": 1}, {"id": "a/1", "text": TEXT + "会谈持续两小时。"}])
    result = run("read", file, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "1 of 3 pages" in result.stderr
    assert len(list((tmp_path / "out").glob("pages-a_1*.json"))) == 2
    piped = run("read", "-", "--json", data=file.read_bytes())
    assert [json.loads(line)["page"]["id"] for line in piped.stdout.splitlines()] == ["a/1", "a/1"]
    alone = run("read", "-", "--json", data=TEXT.encode("gb18030"))
    assert json.loads(alone.stdout)["page"]["encoding"] == "gb18030"


def test_the_command_takes_the_names_of_fields(tmp_path: Path) -> None:
    file = written(tmp_path, [{"text": "短", "nachricht": TEXT}])
    result = run("read", file, "--json", "--field", "text=nachricht")
    assert json.loads(result.stdout)["page"]["text"] == TEXT
    assert run("read", file, "--field", "nachricht").exit_code == run("read", file, "--field", "mood=x").exit_code == 2


def test_lines_shows_html_from_the_standard_input() -> None:
    html = f"<html><body><ul><li><a href=1>首页</a></ul><h1>两国外长会面商谈判</h1><p>{TEXT.replace(chr(10), '</p><p>')}</body></html>"
    result = run("lines", "-", "--text", data=html.encode())
    assert result.stdout.splitlines() == ["两国外长会面商谈判", *TEXT.splitlines()]
    kinds = [line["kind"] for line in json.loads(run("lines", "-", "--json", data=html.encode()).stdout)]
    assert kinds[:2] == ["navigation", "title"]


@given(st.binary(max_size=200), st.sampled_from([b"", b"\x1f\x8b\x08", b'{"text": "', b'[{"a": ', b"WARC/1.0\r\n"]))
def test_any_stream_gives_pages_or_page_errors(data: bytes, start: bytes) -> None:
    faults: list[PageError] = []
    try:
        pages = list(open_pages(io.BytesIO(start + data), failed=faults.append))
    except PageError as fault:
        pages, faults = [], [fault]
    assert all(page.text.strip() for page in pages)
    assert all(str(fault) for fault in faults)
