"""JSON Lines, one page a line, and JSON with one page or a list of them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO

import msgspec

from verbale.errors import PageError
from verbale.model import Page
from verbale.pages.days import stated_days
from verbale.pages.files import LARGEST, page_from_text

GUESSED: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "raw_content", "article", "maintext", "body", "html", "raw_html", "content_html", "正文", "内容"),
    "title": ("title", "headline", "标题"),
    "url": ("url", "link", "source_url", "canonical_url", "uri", "href"),
    "date": (
        "date",
        "published",
        "publish_date",
        "published_at",
        "date_publish",
        "pubdate",
        "pub_date",
        "published_date",
        "datetime",
        "日期",
    ),
    "outlet": ("outlet", "source", "site", "site_name", "media", "publisher", "来源"),
    "id": ("id", "_id", "uid", "doc_id", "docid"),
}
_LONGEST_LINE = 4 * LARGEST  # bytes: escapes take up to twelve for a character of three
_LONGEST_NAME = 60


def json_pages(stream: BinaryIO, name: str, fields: Mapping[str, str] | None) -> Iterator[Callable[[], Page]]:
    """One call for each record.

    Args:
        stream: The file, UTF-8.
        name: Where it comes from, for messages and the pages' source.
        fields: Which field is what; those not given are guessed.

    Yields:
        A function that makes the page, or raises :class:`PageError` where the record gives none.
    """
    for number, item in _items(stream, name):
        yield functools.partial(_page, item, f"{name}:{number}", fields or {})


def _items(stream: BinaryIO, name: str) -> Iterator[tuple[int, object]]:
    """Each record with its number; what is no JSON comes as the fault."""
    number, first = 0, True
    while line := stream.readline(_LONGEST_LINE):
        number += 1
        if not line.strip(b"\xef\xbb\xbf \t\r\n"):
            continue
        item = _decoded(line)
        if first and (isinstance(item, (PageError, list))):
            yield from _whole(line + stream.read(_LONGEST_LINE), name)
            return
        first = False
        yield number, item


def _whole(data: bytes, name: str) -> Iterator[tuple[int, object]]:
    """The records of a file that is one JSON value."""
    item = _decoded(data)
    if isinstance(item, PageError):
        raise PageError(f"{name}: neither JSON Lines nor JSON: {item}")
    yield from enumerate(item if isinstance(item, list) else [item], 1)


def _decoded(data: bytes) -> object:
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        return PageError(str(fault))


def _page(item: object, source: str, fields: Mapping[str, str]) -> Page:
    if isinstance(item, PageError):
        raise PageError(f"{source}: no JSON: {item}")
    if not isinstance(item, dict):
        raise PageError(f"{source}: no record, but {type(item).__name__}; each line should be an object with a text")
    text = _field(item, "text", fields)
    if text is None:
        tried = fields.get("text") or ", ".join(GUESSED["text"])
        raise PageError(f"{source}: no text in {tried}; it has {', '.join(map(str, item)) or 'nothing'}")
    page = page_from_text(text, source=source, identity=_field(item, "id", fields))
    told: dict[str, Any] = {name: _field(item, name, fields) for name in ("title", "url", "outlet")}
    told["stated"] = stated_days(_field(item, "date", fields) or "")
    if told["outlet"] and (len(told["outlet"]) > _LONGEST_NAME or "://" in told["outlet"]):
        told["outlet"] = None
    return msgspec.structs.replace(page, **{name: value for name, value in told.items() if value is not None})


def _field(item: Mapping[str, object], name: str, fields: Mapping[str, str]) -> str | None:
    """The first of the fields that holds something: words, or a number as words."""
    for key in (fields[name],) if name in fields else GUESSED[name]:
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool) and name == "id":
            return str(value)
    return None
