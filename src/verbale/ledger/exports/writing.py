"""Writing a whole ledger to one file."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, TextIO

import msgspec

from verbale.errors import LedgerError
from verbale.ledger.book import Ledger
from verbale.ledger.exports.cross import cross
from verbale.ledger.exports.flat import write_csv
from verbale.ledger.exports.parquet import write_parquet
from verbale.ledger.exports.plover import Story, write_plover
from verbale.ledger.telling import Told
from verbale.model import Record


def export(ledger: Ledger, form: str, file: BinaryIO) -> None:
    """Write a ledger in one of the forms of :data:`FORMS`.

    Args:
        ledger: The ledger.
        form: ``jsonl``, ``csv``, ``parquet``, ``plover`` or ``cross``.
        file: Open for writing bytes.

    Raises:
        LedgerError: There is no such form, or it needs something that is not installed.
    """
    if form not in FORMS:
        raise LedgerError(f"{form}: no such form; there are {', '.join(FORMS)}")
    FORMS[form](ledger, file)


def _jsonl(ledger: Ledger, file: BinaryIO) -> None:
    for _, record in ledger.records():
        file.write(msgspec.json.encode(record) + b"\n")


def _csv(ledger: Ledger, file: BinaryIO) -> None:
    with _text(file) as text:
        write_csv(_items(ledger), text)


def _parquet(ledger: Ledger, file: BinaryIO) -> None:
    write_parquet(_items(ledger), file)


def _plover(ledger: Ledger, file: BinaryIO) -> None:
    with _text(file) as text:
        write_plover(_stories(ledger), text)


def _cross(ledger: Ledger, file: BinaryIO) -> None:
    file.write(json.dumps(cross(ledger), ensure_ascii=False, indent=1).encode() + b"\n")


def _items(ledger: Ledger) -> Iterator[Told]:
    for _, told in ledger.pages():
        yield from told


def _stories(ledger: Ledger) -> Iterator[tuple[Story, Iterable[Told]]]:
    """Each page for event data; what a copy tells again is left out."""
    for name, told in ledger.pages(copied=False):
        if told:
            yield _story(ledger.record(name)), told


def _story(record: Record) -> Story:
    def named(*types: str) -> str:
        return "; ".join(entity.name or entity.name_zh or entity.id for entity in record.entities if entity.type in types)

    language = {"simplified": "zh-Hans", "traditional": "zh-Hant"}.get(record.page.script, "zh")
    people, bodies = named("person"), named("organization", "group")
    return {"Story People": people, "Story Organizations": bodies, "Story Locations": named("state", "place"), "Language": language}


@contextlib.contextmanager
def _text(file: BinaryIO) -> Iterator[TextIO]:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    yield text
    text.detach()  # else it would close the file


FORMS: dict[str, Callable[[Ledger, BinaryIO], None]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
    "plover": _plover,
    "cross": _cross,
}
