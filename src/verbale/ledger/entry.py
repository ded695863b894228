"""What one page brings into a ledger, made ready without touching it, so that it can be made in another process."""

from __future__ import annotations

import datetime
import functools
import hashlib
import importlib.resources
import re
import zlib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

import msgspec

import verbale
from verbale.errors import LedgerError
from verbale.ledger.labels import record_from
from verbale.ledger.sources import signature_of
from verbale.ledger.wires import wire_of
from verbale.lexicons import own
from verbale.model import ARTICLE_KINDS, Page, Record
from verbale.pages.html import HtmlPage

# The parts of the program that a record does not depend on.
_BESIDE = {"brief", "cli", "ledger", "schema.py", "web", "py.typed", "__pycache__"}
Origin = Literal["read", "given"]
_NO_NAME = re.compile(r"[^\w-]+")


class Entry(msgspec.Struct, frozen=True):
    """One page, read.

    Attributes:
        page: The page as it was opened.
        record: What it tells.
        given: The day that was told from outside, ``None`` for none.
        origin: ``read`` by this program, or ``given`` as a file.
        reader: What read it, see :func:`reader`.
        wire: The medium whose report it is.
        signature: By which near-duplicates are found.
    """

    page: Page
    record: Record
    given: datetime.date | None
    origin: Origin
    reader: str
    wire: str | None
    signature: bytes | None


def entry_of(page: Page, given: datetime.date | None, file: Path | None = None) -> Entry:
    """Read a page for a ledger.

    Args:
        page: The page.
        given: The day on which it came out, where that is known from elsewhere.
        file: The file that holds its record; without one the page is read.

    Returns:
        The entry.

    Raises:
        VerbaleError: The page or the file cannot be used.
    """
    from verbale.reading import read_opened  # noqa: PLC0415 - it loads the model

    record = record_from(file, page) if file else read_opened(page, given)
    made = made_by(file) if file else reader()
    return Entry(page, record, given, "given" if file else "read", made, wire_of(record), signature_of(record))


def made_by(file: Path) -> str:
    """What stands for the reader of a record that comes from a file.

    Args:
        file: The file.

    Returns:
        Its name and a hash of what it holds.

    Raises:
        LedgerError: It cannot be read.
    """
    try:
        return f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()[:12]}"
    except OSError as error:
        raise LedgerError(f"{file}: cannot be read: {error.strerror}") from error


def reader() -> str:
    """What tells whether the program or a lexicon, ours or the user's, has changed since a page was read.

    Returns:
        The version and a hash of all files that a record depends on.
    """
    return f"verbale {verbale.__version__} {_fingerprint(own.stamp())}"


@functools.lru_cache(maxsize=2)
def _fingerprint(_: own.Stamp) -> str:
    files = sorted(_files(importlib.resources.files("verbale"), ""), key=lambda file: file[0])
    place = own.folder()
    theirs = sorted(file for file in place.iterdir() if file.suffix in {".tsv", ".toml"}) if place else []
    digest = hashlib.sha256()
    for name, content in (*files, *((file.name, file.read_bytes()) for file in theirs)):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:12]


def _files(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found = []
    for part in folder.iterdir():
        if part.name in _BESIDE or part.name.endswith(".pyc"):
            continue
        name = f"{path}/{part.name}"
        found += _files(part, name) if part.is_dir() else [(name, part.read_bytes())]
    return found


def address_of(page: Page) -> str:
    """What makes a page this one, whatever it says: another text at the same address is a new version of it.

    Args:
        page: The page.

    Returns:
        Its URL; else its file, with its id where the file holds many; else the hash of its bytes.
    """
    if page.url:
        return page.url.partition("#")[0]
    file, _, number = page.source.rpartition(":")
    if Path(page.source).is_file():
        return Path(page.source).resolve().as_posix()
    if number.isdigit() and Path(file).is_file() and not page.sha256.startswith(page.id):
        return f"{Path(file).resolve().as_posix()}#{page.id}"
    return f"sha256:{page.sha256}"


def name_of(page: Page) -> str:
    """The name by which citations call a page, where no other page has it already.

    Args:
        page: The page.

    Returns:
        The stem of its file, with its id where the file holds many.
    """
    path = Path(page.source)
    file = path if path.is_file() else Path(page.source.rpartition(":")[0])
    stem = _NO_NAME.sub("-", re.sub(r"\.(?:txt|x?html?|shtml|jsonl|ndjson|warc)(?:\.gz)?$", "", file.name)).strip("-")
    if path.is_file() and stem:
        return stem
    return "-".join(filter(None, (stem, _NO_NAME.sub("-", page.id).strip("-") or page.sha256[:16])))


def verdict_of(record: Record) -> str | None:
    """Why a record holds nothing.

    Args:
        record: The record.

    Returns:
        The reason, ``None`` for a page with an article.
    """
    if any(line.kind in ARTICLE_KINDS for line in record.lines) or record.statements or record.acts:
        return None
    return "; ".join(record.warnings) or "no article on this page"


def packed(value: Record | Page) -> bytes:
    """A record or an opened page as a ledger keeps it.

    Args:
        value: The record or the page.

    Returns:
        JSON, packed (zlib).
    """
    return zlib.compress(msgspec.json.encode(value))


def record_in(data: bytes) -> Record:
    """The record that was packed.

    Args:
        data: From :func:`packed`.

    Returns:
        The record.
    """
    return msgspec.json.decode(zlib.decompress(data), type=Record)


def page_in(data: bytes) -> Page:
    """The opened page that was packed, with the layout where it was HTML.

    Args:
        data: From :func:`packed`.

    Returns:
        The page.
    """
    unpacked = zlib.decompress(data)
    told = msgspec.json.decode(unpacked)
    return msgspec.json.decode(unpacked, type=HtmlPage if "layout" in told else Page)
