"""Which stretches of talking go together: those of the same sides and theme, with those of some of the same sides at the same time."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from sqlalchemy import Connection, select

from verbale.ledger.outcomes.issues import issues
from verbale.ledger.outcomes.text import later
from verbale.ledger.talks.tables import talk_runs

PAUSE = 60  # days without a page after which what follows are other talks
LEAST_PAGES, LEAST_DAYS = 2, 2  # pages, and days on which they came out, from which on it is talks and not one event
_SHARE = 0.2  # of the pages of some of the sides that all of them must have so that both are one


class Run(msgspec.Struct, frozen=True):
    """A stretch of time in which pages tell of the same sides on the same theme.

    Attributes:
        sides: Ids of states and bodies.
        theme: What its issues have in common; empty where it has none.
        first: The day of the first page, ISO 8601.
        last: The day of the last page.
        issue: What most of its pages are about.
        pages: How many there are.
        days: On how many days they came out.
        meetings: How many times they tell of meetings and calls.
    """

    sides: frozenset[str]
    theme: str
    first: str
    last: str
    issue: str
    pages: int
    days: int
    meetings: int


def grouped(connection: Connection) -> list[list[Run]]:
    """The stretches of each negotiation.

    Args:
        connection: The ledger, all of whose stretches are made.

    Returns:
        For each negotiation its stretches, the one that names it first; what is only one event is left out.
    """
    return [group for group in _groups(_runs(connection)) if _goes_on(group)]


def _goes_on(group: Sequence[Run]) -> bool:
    """Whether stretches are more than one event."""
    first, last = min(run.first for run in group), max(run.last for run in group)
    enough = sum(run.pages for run in group) >= LEAST_PAGES and any(run.meetings for run in group)
    return enough and (first != last or group[0].days >= LEAST_DAYS)


def _runs(connection: Connection) -> list[Run]:
    rows = connection.execute(select(talk_runs).order_by(talk_runs.c.first, talk_runs.c.sides, talk_runs.c.theme))
    return [
        Run(frozenset(row.sides.split("+")), row.theme, row.first, row.last, row.issue, row.pages, row.days, row.meetings) for row in rows
    ]


def _groups(runs: Sequence[Run]) -> list[list[Run]]:
    """Each stretch with the others that it goes with: the principal one first."""
    within: dict[frozenset[str], list[int]] = collections.defaultdict(list)
    for number, run in enumerate(runs):
        for some in _subsets(run.sides):
            within[some].append(number)
    homes = [_home(number, runs, within) for number in range(len(runs))]
    grouped: dict[int, list[Run]] = collections.defaultdict(list)
    for number, run in enumerate(runs):
        grouped[_last_home(number, homes)].append(run)
    return [[runs[head], *(run for run in members if run is not runs[head])] for head, members in sorted(grouped.items())]


def _subsets(sides: frozenset[str]) -> Iterator[frozenset[str]]:
    """All of some sides, and every two or more of them."""
    ordered = sorted(sides)
    return (frozenset(some) for size in range(2, len(ordered) + 1) for some in itertools.combinations(ordered, size))


def _home(number: int, runs: Sequence[Run], within: Mapping[frozenset[str], Sequence[int]]) -> int:
    """The stretch that one goes with: of the same time, with all of its sides or fewer, and told of more; itself where there is none."""
    own = runs[number]
    near = {*within[own.sides], *(other for some in _subsets(own.sides) for other in within[some] if runs[other].sides == some)} - {number}
    better = [other for other in near if _together(own, runs[other]) and _principal(runs[other], own, other < number)]
    return max(better, key=lambda other: (len(runs[other].sides & own.sides), _weight(runs[other]), -other), default=number)


def _together(one: Run, other: Run) -> bool:
    themes = one.theme == other.theme or not one.theme or not other.theme or one.sides == other.sides
    nested = one.sides <= other.sides or other.sides <= one.sides
    return nested and themes and one.first <= later(other.last, PAUSE) and other.first <= later(one.last, PAUSE)


def _principal(one: Run, other: Run, earlier: bool) -> bool:
    """Whether the first of two stretches is the one by which both are named."""
    if one.sides == other.sides:
        minor = other.pages < LEAST_PAGES + 1 or not other.theme
        return minor and (one.pages, one.theme > "", earlier) > (other.pages, other.theme > "", not earlier)
    wide, narrow = (one, other) if one.sides > other.sides else (other, one)
    enough = wide.pages >= max(LEAST_PAGES, _SHARE * narrow.pages)
    return enough == (one is wide)


def _weight(run: Run) -> tuple[int, int]:
    return run.pages, run.meetings


def _last_home(number: int, homes: Sequence[int]) -> int:
    """Follow from home to home; where that goes round, the least of the round."""
    seen: list[int] = []
    while number not in seen:
        seen.append(number)
        number = homes[number]
    return min(seen[seen.index(number) :])


def issues_in(group: Iterable[Run]) -> tuple[str, ...]:
    """What stretches are about, the most told first."""
    counted: collections.Counter[str] = collections.Counter()
    for run in group:
        counted[run.issue] += run.pages
    return tuple(sorted((issue for issue in counted if issue in issues()), key=lambda issue: (-counted[issue], issue)))
