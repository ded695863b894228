"""All talks of a ledger: stretches of the same sides and theme, with those of some of the same sides at the same time."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from verbale.entities import gazetteer
from verbale.errors import LedgerError
from verbale.ledger.outcomes.issues import issues
from verbale.ledger.outcomes.text import later
from verbale.ledger.parties import parties_named
from verbale.ledger.talks.gathering import PAUSE
from verbale.ledger.talks.tables import talk_runs
from verbale.ledger.views import Wanted

LEAST_PAGES, LEAST_DAYS = 2, 2  # pages, and days on which they came out, from which on it is talks and not one event
_SHARE = 0.2  # of the pages of some of the sides that all of them must have so that both are one
_ANY = "talks"


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
        pages: How many pages tell of it (a page that tells of several sides counts for each).
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


class _Run(msgspec.Struct, frozen=True):
    sides: frozenset[str]
    theme: str
    first: str
    last: str
    issue: str
    pages: int
    days: int
    meetings: int


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
    parties = parties_named(connection, wanted.party) if wanted.party else ()
    every = (_talk(group) for group in _groups(_runs(connection)))
    found = [one for one in every if one is not None and (not parties or set(parties) & set(one.sides)) and _between(one, wanted)]
    found.sort(key=lambda one: (one.last, one.pages, one.id), reverse=True)
    return found[: wanted.limit or None]


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
    every = talks(connection, Wanted())
    asked = name.strip().lower()
    found = [one for one in every if one.id == asked] or [one for one in every if one.id.startswith(asked)]
    found = found or [
        one for one in every if asked[-8:].startswith("-") and one.id[:-8] == asked[:-8] and one.first[:7] <= asked[-7:] <= one.last[:7]
    ]
    if not found:
        raise LedgerError(f"{name}: no such talks in this ledger; 'verbale talks LEDGER' lists them")
    return found[0]


def _between(one: Talk, wanted: Wanted) -> bool:
    return (wanted.first is None or one.last >= wanted.first.isoformat()) and (wanted.last is None or one.first <= wanted.last.isoformat())


def _runs(connection: Connection) -> list[_Run]:
    rows = connection.execute(select(talk_runs).order_by(talk_runs.c.first, talk_runs.c.sides, talk_runs.c.theme))
    return [
        _Run(frozenset(row.sides.split("+")), row.theme, row.first, row.last, row.issue, row.pages, row.days, row.meetings) for row in rows
    ]


def _groups(runs: Sequence[_Run]) -> list[list[_Run]]:
    """Each stretch with the others that it goes with: the principal one first."""
    within: dict[frozenset[str], list[int]] = collections.defaultdict(list)
    for number, run in enumerate(runs):
        for some in _subsets(run.sides):
            within[some].append(number)
    homes = [_home(number, runs, within) for number in range(len(runs))]
    grouped: dict[int, list[_Run]] = collections.defaultdict(list)
    for number, run in enumerate(runs):
        grouped[_last_home(number, homes)].append(run)
    return [[runs[head], *(run for run in members if run is not runs[head])] for head, members in sorted(grouped.items())]


def _subsets(sides: frozenset[str]) -> Iterator[frozenset[str]]:
    """All of some sides, and every two or more of them."""
    ordered = sorted(sides)
    return (frozenset(some) for size in range(2, len(ordered) + 1) for some in itertools.combinations(ordered, size))


def _home(number: int, runs: Sequence[_Run], within: Mapping[frozenset[str], Sequence[int]]) -> int:
    """The stretch that one goes with: of the same time, with all of its sides or fewer, and told of more; itself where there is none."""
    own = runs[number]
    near = {*within[own.sides], *(other for some in _subsets(own.sides) for other in within[some] if runs[other].sides == some)} - {number}
    better = [other for other in near if _together(own, runs[other]) and _principal(runs[other], own, other < number)]
    return max(better, key=lambda other: (len(runs[other].sides & own.sides), _weight(runs[other]), -other), default=number)


def _together(one: _Run, other: _Run) -> bool:
    themes = one.theme == other.theme or not one.theme or not other.theme or one.sides == other.sides
    nested = one.sides <= other.sides or other.sides <= one.sides
    return nested and themes and one.first <= later(other.last, PAUSE) and other.first <= later(one.last, PAUSE)


def _principal(one: _Run, other: _Run, earlier: bool) -> bool:
    """Whether the first of two stretches is the one by which both are named."""
    if one.sides == other.sides:
        minor = other.pages < LEAST_PAGES + 1 or not other.theme
        return minor and (one.pages, one.theme > "", earlier) > (other.pages, other.theme > "", not earlier)
    wide, narrow = (one, other) if one.sides > other.sides else (other, one)
    enough = wide.pages >= max(LEAST_PAGES, _SHARE * narrow.pages)
    return enough == (one is wide)


def _weight(run: _Run) -> tuple[int, int]:
    return run.pages, run.meetings


def _last_home(number: int, homes: Sequence[int]) -> int:
    """Follow from home to home; where that goes round, the least of the round."""
    seen: list[int] = []
    while number not in seen:
        seen.append(number)
        number = homes[number]
    return min(seen[seen.index(number) :])


def _talk(group: Sequence[_Run]) -> Talk | None:
    """The talk that a group of stretches is, where it is more than one event."""
    head = group[0]
    first, last = min(run.first for run in group), max(run.last for run in group)
    pages, meetings = sum(run.pages for run in group), sum(run.meetings for run in group)
    if pages < LEAST_PAGES or (first == last and head.days < LEAST_DAYS) or not meetings:
        return None
    about = _issues(group)
    sides = tuple(sorted(head.sides))
    theme = head.theme or next((run.theme for run in group if run.theme), "")
    return Talk(
        id=f"{'-'.join(side.lower() for side in sides)}-{theme or _ANY}-{first[:7]}",
        title=_title(sides, about, chinese=False),
        title_zh=_title(sides, about, chinese=True),
        sides=sides,
        theme=theme,
        issues=about,
        first=first,
        last=last,
        pages=pages,
        meetings=meetings,
        runs=tuple(("+".join(sorted(run.sides)), run.theme, run.first, run.last) for run in group),
    )


def _issues(group: Iterable[_Run]) -> tuple[str, ...]:
    counted: collections.Counter[str] = collections.Counter()
    for run in group:
        counted[run.issue] += run.pages
    return tuple(sorted((issue for issue in counted if issue in issues()), key=lambda issue: (-counted[issue], issue)))


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
