"""The talks of a ledger, as they were found when its pages were weighed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, func, literal, select

from verbale.entities import gazetteer
from verbale.errors import LedgerError
from verbale.ledger.outcomes.issues import issues
from verbale.ledger.parties import parties_named
from verbale.ledger.talks import tables
from verbale.ledger.views import Wanted

_MONTH = len("-2026-02")  # what ends an id


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """A negotiation.

    Attributes:
        id: Its id: sides, theme and the month in which it began; ids of before are understood as long as it goes on.
        title: English title.
        title_zh: Chinese title.
        sides: The principal sides: ids of states and bodies; not who hosts or mediates.
        theme: What its issues have in common; empty where it has none.
        issues: What it is about, the most told first.
        first: The day of the first page.
        last: The day of the last page.
        pages: How many pages tell of it, copies among them.
        meetings: How many times they tell of meetings and calls.
        runs: The sides whose stretches it is made of, each with its theme, first and last day.
    """

    id: str
    title: str
    title_zh: str
    sides: tuple[str, ...]
    theme: str
    issues: tuple[str, ...]
    first: str
    last: str
    pages: int
    meetings: int
    runs: tuple[tuple[str, str, str, str], ...]


def talks(connection: Connection, wanted: Wanted) -> list[Talk]:
    """All talks, the one with the latest news first.

    Args:
        connection: The ledger, all of whose pages are weighed.
        wanted: Of which party; between which days; how many at most.

    Returns:
        The talks. Of the least there are two pages on two days, and one meeting or call.

    Raises:
        LedgerError: The ledger knows no such party.
    """
    parties = set(parties_named(connection, wanted.party)) if wanted.party else set()
    own = tables.talks.c
    asked = select(tables.talks).where(*_between(wanted)).order_by(own.last.desc(), own.pages.desc(), own.id.desc())
    if not parties:
        asked = asked.limit(wanted.limit or None)
    rows = [row for row in connection.execute(asked) if not parties or parties & set(row.sides.split("+"))]
    return [_talk(row) for row in rows[: wanted.limit or None]]


def _between(wanted: Wanted) -> list[ColumnElement[bool]]:
    own = tables.talks.c
    since = [own.last >= wanted.first.isoformat()] if wanted.first else []
    return since + ([own.first <= wanted.last.isoformat()] if wanted.last else [])


def talk_named(connection: Connection, name: str) -> Talk:
    """One talk.

    Args:
        connection: The ledger, all of whose pages are weighed.
        name: Its id, the beginning of it, or an id that it had before older pages came.

    Returns:
        The talk; where several begin so, the latest.

    Raises:
        LedgerError: There is none.
    """
    own, asked = tables.talks.c, name.strip().lower()
    month, begun = asked[1 - _MONTH :], func.substr(own.first, 1, _MONTH - 1)
    before = own.id == literal(f"{asked[:-_MONTH]}-") + begun, begun <= month, func.substr(own.last, 1, _MONTH - 1) >= month
    ways: Sequence[tuple[ColumnElement[bool], ...]] = ((own.id == asked,), (own.id.startswith(asked, autoescape=True),), before)
    for way in ways:
        found = connection.execute(select(tables.talks).where(*way).order_by(own.last.desc(), own.pages.desc(), own.id.desc())).first()
        if found is not None:
            return _talk(found)
    raise LedgerError(f"{name}: no such talks in this ledger; 'verbale talks LEDGER' lists them")


def _talk(row: Any) -> Talk:
    sides, about = tuple(row.sides.split("+")), tuple(one for one in row.issues.split("+") if one in issues())
    same = {name: getattr(row, name) for name in ("id", "theme", "first", "last", "pages", "meetings")}
    return Talk(
        **same,
        sides=sides,
        issues=about,
        title=_title(sides, about, chinese=False),
        title_zh=_title(sides, about, chinese=True),
        runs=msgspec.json.decode(row.runs, type=tuple[tuple[str, str, str, str], ...]),
    )


def _title(sides: Sequence[str], about: Sequence[str], *, chinese: bool) -> str:
    names = "–".join(_name(side, chinese=chinese) for side in sides)
    if not about:
        return f"{names}会谈" if chinese else f"{names} talks"
    issue = issues()[about[0]]
    return f"{names}：{issue.zh}" if chinese else f"{names}: {issue.en}"


def _name(side: str, *, chinese: bool) -> str:
    known = gazetteer.load()
    entry: Any = known.entry("state", side) or known.entry("organization", side) or known.entry("city", side)
    return side if entry is None else entry.name_zh if chinese else entry.name
