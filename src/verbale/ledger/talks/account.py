"""One negotiation: its rounds, the latest news, what is scheduled, what falls due, what is contested."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import ColumnElement, Connection, func, select

from verbale.language.fold import fold
from verbale.ledger.events.tables import contradiction_sources, contradictions
from verbale.ledger.outcomes.outcome import Outcome, latest_day, of_commitments
from verbale.ledger.outcomes.text import apart, later, rounds
from verbale.ledger.tables import items, pages, passages
from verbale.ledger.talks.tables import talk_pages, talk_places
from verbale.ledger.talks.talk import Talk
from verbale.ledger.telling import Key, Told, told

_NEWS = 10
_ON_END = 1  # days between meetings of one round
_READ = 80  # pages of a talk that are looked into, the latest
_ITEMS = {"meeting": 50, "commitment": 40}  # of these pages' meetings and promises so many, the latest
_CONTESTED = 20
_EXACT = 3  # days up to which a meeting took as long as its days say
_LONGEST = 10  # days that a meeting may have taken; a longer span only tells about when it was
_ROLES = {"side", "by", "to"}


class Phase(msgspec.Struct, frozen=True, kw_only=True):
    """Meetings of the same sides on days that follow one another.

    Attributes:
        number: Which round it is by the pages' own words (第二轮), ``None`` where they name none.
        first: The first day, ISO 8601.
        last: The last day.
        places: Where, as far as the pages tell.
        sides: Who met.
        formats: In person, by phone, by video.
        modality: ``happened`` where one page tells that, else ``planned`` or what the pages tell.
        meetings: What the pages tell, one item a page and meeting.
    """

    number: int | None
    first: str
    last: str
    places: tuple[str, ...]
    sides: tuple[str, ...]
    formats: tuple[str, ...]
    modality: str
    meetings: tuple[Told, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """A page that tells of the talks.

    Attributes:
        page: Its name.
        day: Its day, ISO 8601.
        title: Its title.
        outlet: Who published it.
        issue: What it tells them to be about.
    """

    page: str
    day: str
    title: str | None
    outlet: str | None
    issue: str


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A negotiation with all that belongs to it.

    Attributes:
        talk: The negotiation.
        on: The day as of which it is told, ISO 8601.
        told_by: How many pages had told of it by then.
        earlier: The day as of which an account tells what older pages told; ``None`` where this one looks into all pages.
        phases: The rounds that happened, from early to late.
        scheduled: Those that are to come, or were to come and of which no page tells that they happened.
        pages: The latest pages, the newest first.
        promises: What the sides promised or agreed on, and what became of it; the latest first.
        due: Of these what is open and falls due on that day or later, the next first.
        contested: Ids of the contradictions among its pages, the latest.
    """

    talk: Talk
    on: str
    told_by: int
    earlier: str | None
    phases: tuple[Phase, ...]
    scheduled: tuple[Phase, ...]
    pages: tuple[Page, ...]
    promises: tuple[Outcome, ...]
    due: tuple[Outcome, ...]
    contested: tuple[str, ...]


def account(connection: Connection, talk: Talk, on: str | None = None) -> Account:
    """All that belongs to a negotiation.

    Args:
        connection: The ledger, all of whose pages are linked and weighed.
        talk: The negotiation.
        on: As of which day, ISO 8601; ``None`` for the day of the latest page.

    Returns:
        The account.
    """
    day = on or latest_day(connection)
    numbers = pages_of(connection, talk, day)
    keys = _keys(connection, numbers)
    phases = _phases(connection, talk, keys["meeting"])
    promises = tuple(_promises(connection, talk, keys["commitment"], day))
    open_ones = [one for one in promises if one.status == "open" and (one.commitment.due_to or "") >= day]
    every = connection.scalar(select(func.count()).select_from(talk_pages).where(*_until(talk, day))) or 0
    return Account(
        talk=talk,
        on=day,
        told_by=every,
        earlier=_before(connection, numbers[-1]) if every > len(numbers) else None,
        phases=tuple(one for one in phases if one.modality == "happened"),
        scheduled=tuple(one for one in phases if one.modality != "happened"),
        pages=tuple(_latest(connection, numbers[:_NEWS])),
        promises=promises,
        due=tuple(sorted(open_ones, key=lambda one: (one.commitment.due_to or "", one.commitment.citation))),
        contested=_contested(connection, numbers),
    )


def pages_of(connection: Connection, talk: Talk, day: str, limit: int = _READ) -> list[int]:
    """The pages that had told of a negotiation by a day.

    Args:
        connection: The ledger, all of whose pages are weighed.
        talk: The negotiation.
        day: The day, ISO 8601.
        limit: How many at most.

    Returns:
        Their numbers, the newest first.
    """
    own = talk_pages.c
    return list(connection.scalars(select(own.page).where(*_until(talk, day)).order_by(own.day.desc(), own.page.desc()).limit(limit)))


def _until(talk: Talk, day: str) -> tuple[ColumnElement[bool], ...]:
    return talk_pages.c.talk == talk.id, talk_pages.c.day <= day


def _before(connection: Connection, page: int) -> str | None:
    """The day before a page came out."""
    day = connection.scalar(select(pages.c.day).where(pages.c.number == page))
    return later(day, -1) if day else None


def _latest(connection: Connection, numbers: Sequence[int]) -> Iterator[Page]:
    """Pages with what they tell the talks to be about."""
    columns = (pages.c.number, pages.c.name, pages.c.day, pages.c.title, pages.c.outlet, func.min(talk_places.c.issue).label("issue"))
    asked = select(*columns).join(talk_places, talk_places.c.page == pages.c.number).where(pages.c.number.in_(numbers))
    for row in connection.execute(asked.group_by(pages.c.number).order_by(pages.c.day.desc(), pages.c.number.desc())):
        yield Page(page=row.name, day=row.day, title=row.title, outlet=row.outlet, issue=row.issue)


def _keys(connection: Connection, numbers: Sequence[int]) -> dict[str, list[Key]]:
    """The latest meetings and commitments of pages, from early to late."""
    own = items.c
    asked = select(own.page, own.id, own.category).where(own.page.in_(numbers), own.category.in_(_ITEMS))
    found: dict[str, list[Key]] = {category: [] for category in _ITEMS}
    for row in connection.execute(asked.order_by(own.day.desc(), own.page.desc(), own.start.desc())):
        if len(found[row.category]) < _ITEMS[row.category]:
            found[row.category].append((row.page, row.id))
    return {category: several[::-1] for category, several in found.items()}


def _sides(one: Told) -> tuple[str, ...]:
    """Who takes part, persons as the states and bodies that they act for."""
    sides = {
        party.affiliation if party.type == "person" and party.affiliation else party.id for party in one.parties if party.role in _ROLES
    }
    return tuple(sorted(sides))


def _phases(connection: Connection, talk: Talk, keys: Sequence[Key]) -> list[Phase]:
    """The meetings of a talk, those of the same time put together, in the order of their days."""
    own = set(talk.sides)
    met = [one for one in told(connection, keys) if len(own & set(_sides(one))) > 1 and _within(one, talk)]
    lines = _lines(connection, met)
    met.sort(key=lambda one: (_span(one) > _EXACT, one.day_from or "", one.day_to or "", one.citation))
    groups: list[list[Told]] = []
    for one in met:
        same = next((group for group in groups if _one_round(group, one)), None)
        if same is None:
            groups.append([one])
        else:
            same.append(one)
    return sorted((_phase(group, lines) for group in groups), key=lambda one: (one.first, one.last, one.sides))


def _span(one: Told) -> int:
    """Days from the first to the last on which a meeting may have taken place."""
    return apart(one.day_from or "", one.day_to or one.day_from or "")


def _within(one: Told, talk: Talk) -> bool:
    """Whether a meeting is dated, not only by a span of weeks, and of the time of the talk."""
    first, last = one.day_from, one.day_to or one.day_from
    return first is not None and last is not None and apart(first, last) <= _LONGEST and last >= talk.first[:7]


def _one_round(group: Sequence[Told], one: Told) -> bool:
    """Whether a meeting is of the same time and between some of the same sides; one that is told of only about its day, where it can be."""
    first, last = _days(group)
    start, end = one.day_from or "", one.day_to or one.day_from or ""
    near = start <= later(last, _ON_END) and first <= later(end, _ON_END)
    return near and len(set(_sides(group[0])) & set(_sides(one))) > 1


def _days(group: Sequence[Told]) -> tuple[str, str]:
    """The first and last day of meetings, by those whose days are told best."""
    least = min(_span(one) for one in group)
    best = [one for one in group if _span(one) <= max(least, _EXACT)]
    return min(one.day_from or "" for one in best), max(one.day_to or one.day_from or "" for one in best)


def _lines(connection: Connection, met: Sequence[Told]) -> dict[str, str]:
    """The line in which each meeting is told, folded."""
    wanted = {(one.page, one.line): one.citation for one in met}
    asked = select(pages.c.name, passages.c.line, passages.c.words).join(pages, pages.c.number == passages.c.page)
    such = pages.c.name.in_({page for page, _ in wanted}), passages.c.line.in_({line for _, line in wanted})
    rows = connection.execute(asked.where(*such)) if met else ()
    return {wanted[row.name, row.line]: fold(row.words) for row in rows if (row.name, row.line) in wanted}


def _phase(group: Sequence[Told], lines: dict[str, str]) -> Phase:
    named = [number for one in group for number in sorted(rounds(lines.get(one.citation, "")))]
    places = dict.fromkeys(part for one in group for part in (one.place or "").split(", ")[-2:-1] or [one.place or ""] if part)
    sides = sorted({side for one in group for side in _sides(one)})
    first, last = _days(group)
    happened = any(one.modality == "happened" for one in group)
    return Phase(
        number=max(named, key=lambda number: (named.count(number), number), default=None),
        first=first,
        last=last,
        places=tuple(places),
        sides=tuple(sides),
        formats=tuple(dict.fromkeys(one.kind for one in group if one.kind != "meeting")),
        modality="happened" if happened else next((one.modality for one in group if one.modality), "planned"),
        meetings=tuple(group),
    )


def _promises(connection: Connection, talk: Talk, keys: Sequence[Key], day: str) -> list[Outcome]:
    own = set(talk.sides)
    promised = [one for one in told(connection, keys) if own & set(_sides(one))]
    return of_commitments(connection, promised[::-1], day)


def _contested(connection: Connection, numbers: Sequence[int]) -> tuple[str, ...]:
    own, sources = contradictions.c, contradiction_sources.c
    asked = select(own.id).where(own.id.in_(select(sources.contradiction).where(sources.page.in_(numbers))))
    return tuple(sorted(connection.scalars(asked.order_by(own.day.desc(), own.id).limit(_CONTESTED))))


def next_one(scheduled: Iterable[Phase], day: str) -> Phase | None:
    """The next meeting that is scheduled.

    Args:
        scheduled: From an account.
        day: From which day on, ISO 8601.

    Returns:
        The first that ends on that day or later.
    """
    return next((one for one in scheduled if one.last >= day), None)
