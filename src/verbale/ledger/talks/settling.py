"""From what pages tell of talks to stretches of time and to negotiations: made anew where pages came or went, and nowhere else."""

from __future__ import annotations

import collections
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Text, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from verbale.ledger.outcomes.text import apart
from verbale.ledger.talks.grouping import PAUSE, Run, grouped, issues_in
from verbale.ledger.talks.tables import talk_pages, talk_places, talk_runs, talk_stale, talks

_ANY = "talks"
_AT_ONCE = 400  # ids in one statement
_Key = tuple[str, str]  # sides and theme


def settle(connection: Connection) -> None:
    """Make the talks anew of which pages that came or went tell.

    Args:
        connection: A transaction that writes.
    """
    stale = {(row.sides, row.theme) for row in connection.execute(select(talk_stale))}
    if not stale:
        return
    for sides, theme in sorted(stale):
        _run_anew(connection, sides, theme)
    connection.execute(delete(talk_stale))
    found = _named(grouped(connection))
    known = {row.id: row.runs for row in connection.execute(select(talks.c.id, talks.c.runs))}
    same = {name for name, group in found.items() if known.get(name) == _packed(group) and not stale & {_key(run) for run in group}}
    _remove(connection, sorted(known.keys() - same))
    for name in sorted(found.keys() - same):
        _write(connection, name, found[name])


def _named(groups: Iterable[Sequence[Run]]) -> dict[str, Sequence[Run]]:
    """Negotiations by their ids; where two would have the same, the one with more pages keeps it."""
    found: dict[str, Sequence[Run]] = {}
    for group in sorted(groups, key=lambda group: (-sum(run.pages for run in group), _packed(group))):
        sides = "-".join(sorted(side.lower() for side in group[0].sides))
        name = f"{sides}-{_theme(group) or _ANY}-{min(run.first for run in group)[:7]}"
        while name in found:
            name += "-also"
        found[name] = group
    return found


def _theme(group: Sequence[Run]) -> str:
    return next((run.theme for run in group if run.theme), "")


def _key(run: Run) -> _Key:
    return "+".join(sorted(run.sides)), run.theme


def _packed(group: Iterable[Run]) -> str:
    return msgspec.json.encode([(*_key(run), run.first, run.last) for run in group]).decode()


def _remove(connection: Connection, names: Sequence[str]) -> None:
    for start in range(0, len(names), _AT_ONCE):
        some = names[start : start + _AT_ONCE]
        connection.execute(delete(talk_pages).where(talk_pages.c.talk.in_(some)))
        connection.execute(delete(talks).where(talks.c.id.in_(some)))


def _write(connection: Connection, name: str, group: Sequence[Run]) -> None:
    """Write a negotiation, and which pages tell of it; one that tells of several of its sides counts once."""
    first, last, sides = min(run.first for run in group), max(run.last for run in group), "+".join(sorted(group[0].sides))
    row: dict[str, Any] = {
        "id": name,
        "sides": sides,
        "theme": _theme(group),
        "issues": "+".join(issues_in(group)),
        "first": first,
        "last": last,
    }
    row |= {"pages": 0, "meetings": sum(run.meetings for run in group), "runs": _packed(group)}
    connection.execute(insert(talks).values(row))
    own, dialect = talk_places.c, postgresql if connection.dialect.name == "postgresql" else sqlite
    told = select(bindparam("talk", type_=Text), own.day, own.page).where(
        own.sides == bindparam("sides"), own.theme == bindparam("theme"), own.day.between(bindparam("first"), bindparam("last"))
    )
    adding = dialect.insert(talk_pages).from_select(["talk", "day", "page"], told).on_conflict_do_nothing()
    for run in group:
        sides, theme = _key(run)
        connection.execute(adding, {"talk": name, "sides": sides, "theme": theme, "first": run.first, "last": run.last})
    count = select(func.count()).where(talk_pages.c.talk == name).scalar_subquery()
    connection.execute(update(talks).where(talks.c.id == name).values(pages=count))


def _run_anew(connection: Connection, sides: str, theme: str) -> None:
    """Make the stretches of sides and a theme anew."""
    connection.execute(delete(talk_runs).where(talk_runs.c.sides == sides, talk_runs.c.theme == theme))
    columns = (talk_places.c.day, talk_places.c.issue, talk_places.c.meetings)
    asked = select(*columns).where(talk_places.c.sides == sides, talk_places.c.theme == theme).order_by(talk_places.c.day)
    rows = [_run(one) | {"sides": sides, "theme": theme} for one in stretches(connection.execute(asked).all())]
    if rows:
        connection.execute(insert(talk_runs), rows)


def stretches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """Cut rows where a pause is.

    Args:
        rows: Rows with a ``day``, ISO 8601, in the order of days.

    Yields:
        The rows of each stretch.
    """
    found: list[Any] = []
    for row in rows:
        if found and apart(found[-1].day, row.day) > PAUSE:
            yield found
            found = []
        found.append(row)
    if found:
        yield found


def _run(rows: Sequence[Any]) -> dict[str, Any]:
    counted = collections.Counter(row.issue for row in rows if row.issue)
    issue = max(counted, key=lambda one: (counted[one], one), default="")
    days, meetings = len({row.day for row in rows}), sum(row.meetings for row in rows)
    return {"first": rows[0].day, "last": rows[-1].day, "issue": issue, "pages": len(rows), "days": days, "meetings": meetings}
