"""Who held which office, and when, as exactly as is known."""

from __future__ import annotations

import calendar
import datetime
import re
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from verbale.errors import LexiconError
from verbale.lexicons import tables

_WRITTEN = re.compile(r"\d{4}(?:-\d\d){0,2}")


class Tenure(msgspec.Struct, frozen=True, kw_only=True):
    """One person in one office.

    Attributes:
        person: The person's id.
        office: Canonical key of the office (``外交部长``).
        body: ISO alpha-3 of the state, or id of the organization.
        start: The earliest day on which it can have begun; ``None`` where the beginning is not known.
        end: The latest day on which it can have ended; ``None`` where it is held still or the end is not known.
    """

    person: str
    office: str
    body: str
    start: datetime.date | None
    end: datetime.date | None

    def covers(self, day: datetime.date) -> bool:
        """Whether the person can have held the office on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Tenures:
    """All tenures, by person and by office."""

    def __init__(self, held: Iterable[Tenure]) -> None:
        """Index the tenures.

        Args:
            held: The tenures, in any order.
        """
        self._by_person: dict[str, list[Tenure]] = defaultdict(list)
        self._by_office: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
        for tenure in sorted(held, key=lambda tenure: tenure.start or datetime.date.min):
            self._by_person[tenure.person].append(tenure)
            self._by_office[tenure.office, tenure.body].append(tenure)

    def of(self, person: str) -> tuple[Tenure, ...]:
        """The offices that a person held, earliest first.

        Args:
            person: A person's id.

        Returns:
            The tenures; none for an unknown person.
        """
        return tuple(self._by_person.get(person, ()))

    def in_office(self, office: str, body: str) -> tuple[Tenure, ...]:
        """All tenures of one office, earliest first.

        Args:
            office: Canonical key of the office.
            body: ISO alpha-3 of the state, or id of the organization.
        """
        return tuple(self._by_office.get((office, body), ()))

    def holders(self, office: str, body: str, day: datetime.date | None) -> tuple[str, ...]:
        """Who held an office, the latest to take it first.

        Args:
            office: Canonical key of the office.
            body: ISO alpha-3 of the state, or id of the organization.
            day: The day in question; ``None`` for any time.

        Returns:
            Ids of persons, none twice.
        """
        held = reversed(self._by_office.get((office, body), ()))
        return tuple(dict.fromkeys(tenure.person for tenure in held if day is None or tenure.covers(day)))


def read() -> list[Tenure]:
    """The tenures of ``offices.tsv``.

    Returns:
        One tenure a row, in the order of the file.

    Raises:
        LexiconError: A row cannot be used, or a day is none.
    """
    return [
        Tenure(
            person=row["person"],
            office=row["office"],
            body=row["body"],
            start=_day(row, "from", first=True),
            end=_day(row, "to", first=False),
        )
        for row in tables.rows("offices.tsv", ("person", "office", "body"))
    ]


def edge(written: str, *, first: bool) -> datetime.date | None:
    """The first or last day that an ISO day, month or year allows.

    Args:
        written: ``2025-01-21``, ``2025-01``, ``2025`` or nothing.
        first: Whether the first is asked for.

    Returns:
        The day; ``None`` for nothing.

    Raises:
        ValueError: It is no such day.
    """
    if not written:
        return None
    if not _WRITTEN.fullmatch(written):
        raise ValueError(written)
    year, month, day = ([int(part) for part in written.split("-")] + [0, 0])[:3]
    month = month or (1 if first else 12)
    return datetime.date(year, month, day or (1 if first else calendar.monthrange(year, month)[1]))


def _day(row: dict[str, str], column: str, *, first: bool) -> datetime.date | None:
    try:
        return edge(row[column], first=first)
    except ValueError as error:
        where = f"{row['person']}, {row['office']}"
        raise LexiconError(f"offices.tsv: {column} of {where} is {row[column]!r}; write an ISO day, month or year (2025-01-21)") from error
