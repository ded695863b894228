"""What a negotiation's view shows beside its account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from verbale.entities import gazetteer
from verbale.ledger.outcomes.outcome import Outcome, of_commitments
from verbale.ledger.outcomes.tables import pledges
from verbale.ledger.sources import origins
from verbale.ledger.tables import items, pages, roles
from verbale.ledger.talks.account import Phase
from verbale.ledger.talks.talk import Talk
from verbale.ledger.telling import Key, Told, told
from verbale.web.queries.pages import beginning

_POSITIONS = 25  # of each side
SOURCES = 40  # pages that are listed
_COMING = 20  # meetings that are looked at


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A page that tells of the talks.

    Attributes:
        page: Its name.
        day: Its day.
        title: Its title.
        outlet: Who published it.
        origin: Whose word it gives; pages with the same are one source.
        new: Whether it came since the last visit.
        begins: The first words of its article, for a page without a title.
    """

    page: str
    day: str
    title: str | None
    outlet: str | None
    origin: str
    new: bool
    begins: str | None


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place where meetings were held or are to be.

    Attributes:
        name: English name.
        name_zh: Chinese name.
        latitude: Degrees north.
        longitude: Degrees east.
        times: How many rounds.
    """

    name: str
    name_zh: str
    latitude: float
    longitude: float
    times: int


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two who met.

    Attributes:
        one: A party's id.
        other: Another one's.
        times: On how many days.
    """

    one: str
    other: str
    times: int


def sources_of(connection: Connection, numbers: Sequence[int], seen: int | None) -> list[Source]:
    """The pages with whose word each gives.

    Args:
        connection: The ledger.
        numbers: The pages' numbers.
        seen: The last version that was seen on the visit before.

    Returns:
        The pages, the newest first.
    """
    asked = select(pages, beginning()).where(pages.c.number.in_(numbers))
    rows = connection.execute(asked.order_by(pages.c.day.desc(), pages.c.number.desc())).all()
    whose = origins(connection, numbers) if numbers else {}
    return [
        Source(
            page=row.name,
            day=row.day,
            title=row.title,
            outlet=row.outlet,
            origin=whose[row.number],
            new=seen is not None and row.version > seen,
            begins=None if row.title else row.begins,
        )
        for row in rows
    ]


def news_of(connection: Connection, numbers: Sequence[int], seen: int) -> int:
    """How many pages came since the last visit.

    Args:
        connection: The ledger.
        numbers: The pages' numbers.
        seen: The last version that was seen.

    Returns:
        Their number.
    """
    such = pages.c.number.in_(numbers), pages.c.version > seen
    return connection.scalar(select(func.count()).select_from(pages).where(*such)) or 0


def positions_of(connection: Connection, numbers: Sequence[int], sides: Sequence[str]) -> dict[str, list[Told]]:
    """What each side holds, persons as those for whom they act.

    Args:
        connection: The ledger.
        numbers: The pages' numbers.
        sides: The sides.

    Returns:
        Side → positions, the latest first, at most so many as are shown.
    """
    own = roles.c
    holding = own.category == "position", own.role.in_(("holder", "affiliation")), own.party.in_(sides), own.page.in_(numbers)
    asked = select(own.party, own.page, own.item).where(*holding).order_by(own.day.desc(), own.page.desc(), own.item).distinct()
    keys: dict[str, list[Key]] = {side: [] for side in sides}
    for row in connection.execute(asked.add_columns(own.day)):
        if len(keys[row.party]) < _POSITIONS:
            keys[row.party].append((row.page, row.item))
    every = list(dict.fromkeys(key for several in keys.values() for key in several))
    found = dict(zip(every, told(connection, every), strict=True))
    return {side: [found[key] for key in several] for side, several in keys.items()}


def spots_of(phases: Iterable[Phase]) -> list[Spot]:
    """Where meetings were held, as far as the places are known.

    Args:
        phases: The rounds.

    Returns:
        The places, the oftenest first.
    """
    known = gazetteer.load()
    times = Counter(place for phase in phases for place in phase.places)
    found = []
    for place, count in times.most_common():
        city = known.entry("city", place)
        if city is not None and city.latitude is not None and city.longitude is not None:
            found.append(Spot(name=place, name_zh=city.name_zh, latitude=city.latitude, longitude=city.longitude, times=count))
    return found


def pairs_of(phases: Iterable[Phase]) -> list[Pair]:
    """Who met whom, each time once a day.

    Args:
        phases: The rounds.

    Returns:
        Pairs of sides, and of the persons of different sides.
    """
    met: set[tuple[str, str, str]] = set()
    for phase in phases:
        for meeting in phase.meetings:
            met |= {(one, other, phase.first) for one, other in _across(meeting)}
    times = Counter((one, other) for one, other, _ in met)
    return [Pair(one=one, other=other, times=count) for (one, other), count in sorted(times.items(), key=lambda pair: (-pair[1], pair[0]))]


def _across(meeting: Told) -> set[tuple[str, str]]:
    sides: list[list[str]] = []
    for party in meeting.parties:
        if party.role == "side":
            sides.append([party.id])
        elif party.role == "person" and sides:
            sides[-1].append(party.id)
    heads = [side[1:] or side[:1] for side in sides]
    pairs = {(one, other) for at, side in enumerate(heads) for one in side for across in heads[at + 1 :] for other in across}
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


def next_round(connection: Connection, talk: Talk, numbers: Sequence[int], on: str) -> Told | None:
    """The next meeting that is scheduled.

    Args:
        connection: The ledger.
        talk: The negotiation.
        numbers: Its pages.
        on: From which day on.

    Returns:
        The meeting that the latest page tells for the nearest day; ``None`` where none is told.
    """
    coming = items.c.category == "meeting", items.c.day_to >= on, items.c.modality.in_(("planned", "proposed", "possible"))
    asked = select(items.c.page, items.c.id).where(items.c.page.in_(numbers), *coming)
    keys = connection.execute(asked.order_by(items.c.day_from, items.c.page.desc()).limit(_COMING)).all()
    sides = set(talk.sides)
    found = told(connection, [(row.page, row.id) for row in keys])
    return next((one for one in found if len(sides & {party.id for party in one.parties if party.role == "side"}) > 1), None)


def falling_due(connection: Connection, on: str, limit: int) -> list[Outcome]:
    """What is open and falls due next.

    Args:
        connection: The ledger.
        on: From which day on.
        limit: How many at most.

    Returns:
        The promises, the next first.
    """
    joined = pledges.join(pages, pages.c.number == pledges.c.page)
    asked = (
        select(pledges.c.page, pledges.c.item).select_from(joined).where(pledges.c.due >= on, pages.c.day <= on, pages.c.copy_of.is_(None))
    )
    rows = connection.execute(asked.order_by(pledges.c.due).limit(3 * limit)).all()
    found = of_commitments(connection, told(connection, [(row.page, row.item) for row in rows]), on)
    return [one for one in found if one.status == "open"][:limit]
