"""From paths, bytes and texts to pages."""

from __future__ import annotations

import glob
import gzip
import hashlib
import io
import re
import zlib
from collections.abc import Iterable
from pathlib import Path

from verbale.errors import PageError
from verbale.model import Page
from verbale.pages.chinese import script_of
from verbale.pages.encoding import decode
from verbale.pages.html import html_page, is_html

_NAMES = re.compile(r"\.(?:txt|x?html?|shtml|jsonl|ndjson|warc)(?:\.gz)?$", re.IGNORECASE)
LARGEST = 10_000_000  # bytes; the longest news page we know of is a fiftieth of it


def expand(paths: Iterable[str | Path]) -> list[Path]:
    """The files that paths stand for.

    Args:
        paths: Files; folders, which stand for every file in them at any depth whose name ends like a page's or a collection's
            (``.txt``, ``.html``, ``.jsonl``, ``.warc`` and the like, with or without ``.gz``); and patterns with ``*``, ``?`` or ``[``.

    Returns:
        Files in the order of the arguments, those of one argument sorted, none twice.

    Raises:
        PageError: A path does not exist, a folder or a pattern holds no page.
    """
    found: dict[Path, None] = {}
    for path in paths:
        found.update(dict.fromkeys(_files(Path(path))))
    return list(found)


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        inside = _inside(path)
        if not inside:
            raise PageError(f"{path}: a folder without pages; it should hold *.txt, *.html or *.jsonl files")
        return inside
    if path.exists():
        return [path]
    if not glob.has_magic(str(path)):
        raise PageError(f"{path}: no such file or folder")
    matches = sorted(Path(name) for name in glob.glob(str(path), recursive=True))  # noqa: PTH207 (a pattern may be absolute)
    inside = [file for match in matches for file in (_inside(match) if match.is_dir() else [match])]
    if not inside:
        raise PageError(f"{path}: no file matches this pattern")
    return inside


def _inside(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if _NAMES.search(file.name) and file.is_file())


def check_file(path: Path) -> None:
    """Refuse a path that is no file.

    Args:
        path: Any path.

    Raises:
        PageError: It is missing, a folder, or something else that is no regular file.
    """
    if path.is_dir():
        raise PageError(f"{path}: a folder, not a page; give its files")
    if not path.is_file():
        raise PageError(f"{path}: {'not a regular file' if path.exists() else 'no such file'}")


def read_page(path: Path) -> Page:
    """Read one page.

    Args:
        path: A file of text or HTML, of at most 10 MB.

    Returns:
        The page; a text is the file's, decoded, with line ends as they are and without a byte order mark.

    Raises:
        PageError: The file is missing, no file, unreadable, empty, too large, binary, or of an unknown encoding.
        NoArticle: It is HTML that shows no text.
    """
    try:
        check_file(path)
        _check_size(path.stat().st_size, str(path))
        data = path.read_bytes()
    except OSError as fault:
        raise PageError(f"{path}: cannot be read: {fault.strerror or fault}") from fault
    return page_from_bytes(data, str(path))


def page_from_bytes(data: bytes, source: str) -> Page:
    """Make a page of bytes.

    Args:
        data: The page as it was stored or sent; packed data (gzip) is unpacked first.
        source: Where it comes from, for messages and the record.

    Returns:
        The page.

    Raises:
        PageError: It is empty, too large, binary, or of an unknown encoding.
        NoArticle: It is HTML that shows no text.
    """
    data = _unpacked(data, source)
    _check_size(len(data), source)
    text, encoding = decode(data, source)
    return _page(text, hashlib.sha256(data).hexdigest(), source, encoding, None)


def page_from_text(text: str, *, source: str = "text", identity: str | None = None) -> Page:
    """Make a page of a text.

    Args:
        text: The page's text; a byte order mark at its start is dropped.
        source: Where it comes from, for messages and the record.
        identity: The page's id; by default taken from the hash of the text in UTF-8.

    Returns:
        The page.

    Raises:
        PageError: It is empty, too large, or holds characters that no text has.
        NoArticle: It is HTML that shows no text.
    """
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise PageError(f"{source}: character {fault.start} is half of a surrogate pair; decode the page anew") from fault
    _check_size(len(data), source)
    if "\0" in text:
        raise PageError(f"{source}: holds NUL characters, so it is binary data, not a text; give the page as text")
    return _page(text.removeprefix("\ufeff"), hashlib.sha256(data).hexdigest(), source, "utf-8", identity)


def _unpacked(data: bytes, source: str) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(data)).read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as fault:
        raise PageError(f"{source}: packed data that is damaged: {fault}") from fault


def _check_size(size: int, source: str) -> None:
    if not size:
        raise PageError(f"{source}: empty; a page should hold the text of an article")
    if size > LARGEST:
        raise PageError(f"{source}: larger than the {LARGEST // 1_000_000} MB that a page may have at most")


def _page(text: str, digest: str, source: str, encoding: str, identity: str | None) -> Page:
    if not text.strip():
        raise PageError(f"{source}: blank; a page should hold the text of an article")
    identity = identity or digest[:16]
    if is_html(text):
        return html_page(text, identity=identity, source=source, digest=digest, encoding=encoding)
    if text.lstrip().startswith("<?xml"):
        raise PageError(f"{source}: XML, not a page; give HTML or text")
    return Page(id=identity, source=source, sha256=digest, text=text, encoding=encoding, script=script_of(text))
