"""One flat row an item: the columns of CSV and Parquet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO

from verbale.ledger.telling import Party, Told

WHO = ("speaker", "actor", "side", "person", "by", "holder")
WHOM = ("addressee", "recipient", "to")
Value = str | int | float | None

COLUMNS: dict[str, Callable[[Told], Value]] = {
    "day": lambda one: one.day,
    "category": lambda one: one.category,
    "kind": lambda one: one.kind,
    "modality": lambda one: one.modality,
    "who": lambda one: _ids(one, WHO),
    "whom": lambda one: _ids(one, WHOM),
    "behind": lambda one: _ids(one, ("affiliation",)),
    "via": lambda one: _ids(one, ("via",)),
    "who_names": lambda one: _names(one, WHO),
    "whom_names": lambda one: _names(one, WHOM),
    "cue": lambda one: one.cue,
    "words": lambda one: one.words,
    "day_from": lambda one: one.day_from,
    "day_to": lambda one: one.day_to,
    "due_from": lambda one: one.due_from,
    "due_to": lambda one: one.due_to,
    "condition": lambda one: one.condition,
    "place": lambda one: one.place,
    "according_to": lambda one: one.according_to,
    "page": lambda one: one.page,
    "line": lambda one: one.line,
    "start": lambda one: one.start,
    "stop": lambda one: one.stop,
    "citation": lambda one: one.citation,
    "published": lambda one: one.published,
    "outlet": lambda one: one.outlet,
    "title": lambda one: one.title,
    "url": lambda one: one.url,
    "source": lambda one: one.source,
    "copies": lambda one: "; ".join(one.also) or None,
    "confidence": lambda one: one.confidence,
    "rule": lambda one: one.rule,
    "id": lambda one: one.id,
}


def having(one: Told, roles: Iterable[str]) -> list[Party]:
    """The parties of an item that have certain roles.

    Args:
        one: The item.
        roles: The roles.

    Returns:
        The parties in their order, none twice.
    """
    wanted = set(roles)
    return list({party.id: party for party in one.parties if party.role in wanted}.values())


def _ids(one: Told, roles: Iterable[str]) -> str | None:
    return "; ".join(party.id for party in having(one, roles)) or None


def _names(one: Told, roles: Iterable[str]) -> str | None:
    return "; ".join(party.name or party.name_zh or party.id for party in having(one, roles)) or None


def rows(told: Iterable[Told]) -> Iterator[dict[str, Value]]:
    """Items as flat rows.

    Args:
        told: The items.

    Yields:
        Column → value for each.
    """
    for one in told:
        yield {name: column(one) for name, column in COLUMNS.items()}


def write_csv(told: Iterable[Told], file: TextIO) -> None:
    """Write items as CSV with a header.

    Args:
        told: The items.
        file: Open for writing text, without translation of line ends.
    """
    writer = csv.DictWriter(file, list(COLUMNS), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(told))
