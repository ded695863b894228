"""Where sources of one event exclude each other: day, place, duration, who took part, numbers, whether it was held, who began."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from verbale.ledger.events import places
from verbale.ledger.events.intervals import gap, iso
from verbale.ledger.events.persons import may_be
from verbale.ledger.events.pins import Range
from verbale.ledger.events.signs import began
from verbale.ledger.events.tellings import Member, Telling

_BOTH_TOLD = 3  # days between two pages within which neither is plainly newer than the other
_LONGEST = 7  # days of an interval that still gives a day
_DAY = 24 * 60
_DURATION = 1.2  # from which ratio on durations differ
_ELSEWHERE = 10**6  # another page is farther than any words of the same
_MOST = 3  # sources that are shown of one contradiction


class Source(NamedTuple):
    """One side of a contradiction.

    Attributes:
        page: The page's number.
        member: The act or meeting that tells it.
        value: What it tells, in words.
        place: Where it stands, code points of the page, half open.
    """

    page: int
    member: Member
    value: str
    place: Range


class Contradiction(NamedTuple):
    """Sources that exclude each other.

    Attributes:
        field: ``date``, ``place``, ``duration``, ``participants``, ``number``, ``happened``, ``content`` or ``claim_denied``.
        reason: In words.
        confidence: 0 to 1.
        sources: Two or more, each with another value.
    """

    field: str
    reason: str
    confidence: float
    sources: tuple[Source, ...]


class Told(NamedTuple):
    """A member with its telling."""

    telling: Telling
    member: Member


def contradictions(group: Sequence[Telling], origin: Mapping[int, str]) -> list[Contradiction]:
    """Where the tellings of one event exclude each other.

    Args:
        group: The tellings.
        origin: Page → whose word it gives; pages with the same are one source.

    Returns:
        At most one contradiction a field.
    """
    told = [Told(telling, member) for telling in sorted(group, key=_order) for member in telling.members]
    found = (check(told, origin) for check in _CHECKS)
    return [one for one in found if one is not None]


def _order(telling: Telling) -> tuple[int, str]:
    return (telling.told or (10**7, 0))[0], telling.order


def independent(one: Told, other: Told, origin: Mapping[int, str]) -> bool:
    """Whether two tellings are of two sources, or of two voices in one."""
    mine, theirs = one.member.voice, other.member.voice
    if origin.get(one.telling.page, one.telling.page) == origin.get(other.telling.page, other.telling.page):
        return mine is not None and theirs is not None and mine != theirs
    return True


def _near(one: Told, other: Told, days: int = _BOTH_TOLD) -> bool:
    """Whether both were told at about the same time."""
    mine, theirs = one.telling.told, other.telling.told
    return one.telling.page == other.telling.page or (mine is not None and theirs is not None and gap(mine, theirs) <= days)


def _held(one: Told) -> bool:
    return one.member.kind == one.telling.kind and one.member.modality == "happened"


def _planned(one: Told) -> bool:
    return one.member.kind == one.telling.kind and one.member.modality == "planned"


def _off(one: Told) -> bool:
    return one.member.kind == "cancel"


def _first_pair(told: Iterable[Told], origin: Mapping[int, str], differ: Callable[[Told, Told], bool]) -> tuple[Told, Told] | None:
    """The first two, acts before meetings, that are independent and differ."""
    several = sorted(told, key=lambda one: one.member.category != "act")
    pairs = ((one, other) for one, other in itertools.combinations(several, 2) if differ(one, other) and independent(one, other, origin))
    return min(pairs, key=_distance, default=None)


def _distance(pair: tuple[Told, Told]) -> int:
    """How far apart two stand in one page, or in time."""
    one, other = pair
    if one.telling.page == other.telling.page:
        return abs(one.member.start - other.member.start)
    return _ELSEWHERE + abs((one.telling.told or (0, 0))[0] - (other.telling.told or (0, 0))[0])


def _dates(told: Sequence[Told], origin: Mapping[int, str]) -> Contradiction | None:
    moved = any(map(_off, told))

    def differ(one: Told, other: Told) -> bool:
        mine, theirs = one.member.days, other.member.days
        if mine is None or theirs is None or not gap(mine, theirs) or max(mine[1] - mine[0], theirs[1] - theirs[0]) > _LONGEST:
            return False
        plans = _planned(one) and _planned(other) and _near(one, other) and not moved
        return (_held(one) and _held(other)) or plans

    pair = _first_pair(told, origin, differ)
    return pair and _contradiction("date", "the days exclude each other", 0.7, pair, _days, lambda one: one.member.when)


def _days(one: Told) -> str:
    days = one.member.days or (1, 1)
    return " – ".join(dict.fromkeys(map(iso, days)))


def _places(told: Sequence[Told], origin: Mapping[int, str]) -> Contradiction | None:
    def differ(one: Told, other: Told) -> bool:
        mine, theirs = one.member.place, other.member.place
        if mine is None or theirs is None or mine == theirs or not places.distinct(mine, theirs):
            return False
        return (_held(one) and _held(other)) or (_planned(one) and _planned(other) and _near(one, other))

    pair = _first_pair(told, origin, differ)
    return pair and _contradiction("place", "other places", 0.7, pair, lambda one: str(one.member.place), lambda one: one.member.where)


def _durations(told: Sequence[Told], origin: Mapping[int, str]) -> Contradiction | None:
    def differ(one: Told, other: Told) -> bool:
        mine, theirs = one.member.minutes, other.member.minutes
        if mine is None or theirs is None or (mine >= _DAY) != (theirs >= _DAY):
            return False  # two days of talks, and nine hours in all
        return max(mine, theirs) >= _DURATION * min(mine, theirs)

    timed = [one for one in told if one.member.minutes]
    pair = _first_pair(timed, origin, differ)
    return pair and _contradiction(
        "duration", "other durations", 0.7, pair, lambda one: f"{one.member.minutes} min", lambda one: one.member.long
    )


def _participants(told: Sequence[Told], origin: Mapping[int, str]) -> Contradiction | None:
    """Only where the words exclude each other: two sides here, three there."""

    def differ(one: Told, other: Told) -> bool:
        mine, theirs = one.member.sides, other.member.sides
        return mine is not None and theirs is not None and mine != theirs and set(one.member.parties) != set(other.member.parties)

    pair = _first_pair([one for one in told if one.member.kind == one.telling.kind], origin, differ)
    return pair and _contradiction(
        "participants", "other numbers of sides", 0.7, pair, lambda one: ", ".join(one.member.parties), lambda one: one.member.clause
    )


def _persons(told: Sequence[Told], origin: Mapping[int, str]) -> Contradiction | None:
    """One person for a side here, another there."""

    def differ(one: Told, other: Told) -> bool:
        mine, theirs = one.telling.persons, other.telling.persons
        single = (side for side in mine if side in theirs and len(mine[side]) == len(theirs[side]) == 1)
        return _held(one) and _held(other) and any(not may_be(mine[side][0], theirs[side][0]) for side in single)

    pair = _first_pair(told, origin, differ)
    return pair and _contradiction("participants", "other persons", 0.6, pair, _people, lambda one: one.member.clause)


def _people(one: Told) -> str:
    return ", ".join(person for several in one.telling.persons.values() for person in several)


def _numbers(told: Sequence[Told], origin: Mapping[int, str]) -> Contradiction | None:
    def differ(one: Told, other: Told) -> bool:
        return _differing(one, other) is not None and _near(one, other)

    pair = _first_pair(told, origin, differ)
    if pair is None:
        return None
    what = _differing(*pair) or ""
    return _contradiction("number", f"other numbers of {what}", 0.6, pair, lambda one: _number(one, what), lambda one: one.member.clause)


def _differing(one: Told, other: Told) -> str | None:
    """What both count, exactly and differently."""
    theirs = {count.what: count for count in other.member.counts}
    mine = (count for count in one.member.counts if count.what in theirs and len(count.what) > 1)
    return next((one.what for one in mine if one.exact and theirs[one.what].exact and one.number != theirs[one.what].number), None)


def _number(one: Told, what: str) -> str:
    return next(f"{count.number:g} {what}" for count in one.member.counts if count.what == what)


def _happened(told: Sequence[Told], origin: Mapping[int, str]) -> Contradiction | None:
    """To be held, and called off, told at the same time; or held, and not held."""

    def differ(one: Told, other: Told) -> bool:
        for yes, no in ((one, other), (other, one)):
            if _planned(yes) and _off(no) and no.member.modality == "happened" and _near(yes, no, 1):
                return True
            if _held(yes) and _off(no) and no.member.modality == "happened" and _after(no, yes):
                return True
            if _held(yes) and not _off(no) and no.member.kind == no.telling.kind and no.member.modality == "not_happened":
                return not _moved(yes, no)
        return False

    pair = _first_pair(told, origin, differ)
    return pair and _contradiction("happened", "held or not", 0.7, pair, _whether, lambda one: one.member.clause)


def _after(off: Told, held: Told) -> bool:
    """Whether something was told as called off only when it was over."""
    told, days = off.telling.told, held.member.days
    return told is not None and days is not None and told[0] >= days[1]


def _moved(held: Told, untold: Told) -> bool:
    """Whether what did not take place was to be on other days than those on which it did."""
    days, planned = held.member.days or held.telling.days or held.telling.told, untold.member.days
    return days is not None and planned is not None and gap(days, planned) > 0


def _whether(one: Told) -> str:
    return "cancelled" if _off(one) else {"planned": "will be held", "happened": "held"}.get(one.member.modality, "not held")


def _content(told: Sequence[Told], _: Mapping[int, str]) -> Contradiction | None:
    """Each side says that the other began."""
    mutual = [one for one in told if one.telling.kind == "accuse" and len(one.telling.doers) == 2 and began(one.telling.content.words)]
    mutual = [one for one in mutual if set(one.telling.doers) == set(one.telling.others)]
    if not mutual:
        return None
    first = list({one.telling.page: one for one in mutual}.values())[: _MOST - 1]
    sources = [_source(one, f"{side}: the other", one.member.clause) for one in first for side in one.telling.doers]
    return Contradiction("content", "each says that the other began", 0.6, tuple(sources))


def _source(one: Told, value: str, place: Range) -> Source:
    return Source(one.telling.page, one.member, value, place)


def _contradiction(
    field: str,
    reason: str,
    confidence: float,
    pair: tuple[Told, Told],
    value: Callable[[Told], str],
    place: Callable[[Told], Range],
) -> Contradiction:
    return Contradiction(field, reason, confidence, tuple(_source(one, value(one), place(one)) for one in pair))


_CHECKS: tuple[Callable[[Sequence[Told], Mapping[int, str]], Contradiction | None], ...] = (
    _dates,
    _places,
    _durations,
    _participants,
    _persons,
    _numbers,
    _happened,
    _content,
)
