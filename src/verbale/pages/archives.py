"""Web archives (WARC): every page that a crawler stored. Needs the extra ``warc``."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import msgspec

from verbale.errors import PageError
from verbale.model import Page
from verbale.pages.files import LARGEST, page_from_bytes

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_OK = range(200, 300)


def archived(stream: BinaryIO, name: str) -> Iterator[Callable[[], Page]]:
    """One call for each page of an archive; images, redirects and errors are no pages.

    Args:
        stream: The archive, unpacked.
        name: Where it comes from, for messages and the pages' source.

    Yields:
        A function that makes the page, or raises :class:`PageError` where the record gives none.

    Raises:
        PageError: The extra is not installed, or the archive is damaged; the pages before the damage have been given.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - only web archives need it
    except ImportError as fault:
        raise PageError(f"{name}: a web archive needs the extra warc: pip install 'verbale[warc]'") from fault
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    records = ArchiveIterator(stream, record_types=kinds, parse_http=True)
    while True:
        try:
            record = next(records, None)
            found = _stored(record) if record is not None else None
        except OSError as fault:
            raise PageError(f"{name}: a damaged web archive: {fault}") from fault
        if record is None:
            return
        if found is not None:
            yield functools.partial(_page, found, f"{name}:{record.record_id}", record.headers.get("WARC-Target-URI"))


def _stored(record: Any) -> bytes | None:
    """The bytes of a page, ``None`` for what is no page."""
    status = record.http_headers.status_code if record.http_headers is not None else 200
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    return bytes(record.reader.read(LARGEST + 1)) if status in _OK and kind in _PAGES else None


def _page(data: bytes, source: str, address: str | None) -> Page:
    page = page_from_bytes(data, source)
    return page if page.url or address is None else msgspec.structs.replace(page, url=address)
