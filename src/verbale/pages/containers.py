"""Files that hold one page or many: packed files, JSON Lines, web archives."""

from __future__ import annotations

import gzip
import io
import itertools
import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, cast

from verbale.errors import PageError
from verbale.model import Page
from verbale.pages.archives import archived
from verbale.pages.files import LARGEST, check_file, page_from_bytes
from verbale.pages.json_lines import json_pages

_PACKED = b"\x1f\x8b"
_ARCHIVE = b"WARC/"
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"[^\"\\]{1,60}\"\s*:")
_STARTS_IN = 4096

Failed = Callable[[PageError], None]
Attempt = Callable[[], Page]


def open_pages(source: str | Path | BinaryIO, fields: Mapping[str, str] | None = None, failed: Failed | None = None) -> Iterator[Page]:
    """Every page of a file: of JSON Lines or a web archive each record, else the file as one page; packed (``.gz``) or not.

    Args:
        source: A path, or a stream of bytes such as the standard input.
        fields: For JSON, which field is ``text``, ``title``, ``url``, ``date``, ``outlet`` or ``id``; those not given are guessed by the
            usual names.
        failed: Called with the fault of a record that gives no page; without it the fault is raised. A page's own text is never left out
            silently.

    Yields:
        The pages in order.

    Raises:
        PageError: The file is missing, unreadable, damaged, or holds no page.
    """
    if isinstance(source, (str, Path)):
        path = Path(source)
        try:
            check_file(path)
            with path.open("rb") as stream:
                yield from _pages(stream, str(path), fields, failed)
        except OSError as fault:
            raise PageError(f"{path}: cannot be read: {fault.strerror or fault}") from fault
    else:
        yield from _pages(source, "standard input", fields, failed)


def only_page(path: Path) -> Page:
    """The page of a file that holds one.

    Args:
        path: As for :func:`open_pages`.

    Returns:
        The page.

    Raises:
        PageError: As :func:`open_pages`, and where the file holds several pages or none.
    """
    pages = list(itertools.islice(open_pages(path), 2))
    if len(pages) != 1:
        raise PageError(f"{path}: holds {'several pages' if pages else 'no page'}; open_pages gives each of a collection")
    return pages[0]


def _pages(stream: BinaryIO, name: str, fields: Mapping[str, str] | None, failed: Failed | None) -> Iterator[Page]:
    for attempt in _attempts(stream, name, fields):
        try:
            page = attempt()
        except PageError as fault:
            if failed is None:
                raise
            failed(fault)
            continue
        yield page


def _attempts(stream: BinaryIO, name: str, fields: Mapping[str, str] | None) -> Iterator[Attempt]:
    """One call for each page, which makes it or says why there is none."""
    buffered = cast(io.BufferedReader, stream if hasattr(stream, "peek") else io.BufferedReader(cast(io.RawIOBase, stream)))
    try:
        if buffered.peek(2).startswith(_PACKED):
            buffered = cast(io.BufferedReader, gzip.GzipFile(fileobj=buffered))
        start = buffered.peek(_STARTS_IN)
        if start.startswith(_ARCHIVE):
            yield from archived(buffered, name)
        elif _JSON.match(start):
            yield from json_pages(buffered, name, fields)
        else:
            data = buffered.read(LARGEST + 1)
            yield lambda: page_from_bytes(data, name)
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        raise PageError(f"{name}: packed data that is damaged: {fault}") from fault
