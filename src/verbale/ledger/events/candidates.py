"""By what tellings find one another: group, parties and days. What adding a page costs does not grow with the ledger's years."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from verbale.ledger.events.days import ahead
from verbale.ledger.events.intervals import Days
from verbale.ledger.events.persons import persons_of, sound, unplaced
from verbale.ledger.events.signs import wide
from verbale.ledger.events.tellings import Telling, without_day

_WIDTH = 4  # days in one bucket
_MOST_PARTIES = 7
_LONGEST = 400  # days; vaguer tellings are found by no other
# Days around a telling in which another of the same event may lie, before and after: by how it is compared, for one with a day of its own
# and one that goes by the day of its page.
_DATED = {"talks": (14, 14), "strife": (7, 7), "deed": (3, 7), "words": (2, 7)}
_UNDATED = {"talks": (14, 7), "strife": (10, 10), "deed": (7, 7), "words": (7, 7)}
_RECALLED = 45  # how long before a page what it recalls was done
_NEVER = "?"  # talks of pages without a day that tell no day
_KNOWN, _UNPLACED = "~", "!"  # before persons; the latter where their page does not tell for whom they act
_AHEAD = 45  # how long before talks without a day are announced


def marks(telling: Telling) -> list[str]:
    """What a telling is kept under.

    Args:
        telling: The telling.

    Returns:
        Marks of its parties and of the days on which it may have been done, each once.
    """
    return list(dict.fromkeys(mark for one in (telling, without_day(telling)) for mark in _marks(one)))


def _marks(telling: Telling) -> list[str]:
    days = _when(telling)
    sounds = [*_sounds(telling, persons_of(telling), _KNOWN), *_sounds(telling, unplaced(telling), _UNPLACED)]
    fixed = _fixed(telling) if telling.compared == "talks" else []
    named = [f"{who}|{sign}" for who in (*_who(telling), *sounds) for sign in fixed]
    if days is None:
        return [*named, *(f"{who}|{_NEVER}" for who in _who(telling))]
    return [*named, *(f"{who}|{bucket}" for who in (*_who(telling), *sounds) for bucket in _buckets(days))]


def looked_for(telling: Telling) -> list[str]:
    """The marks under which tellings of the same event may be kept.

    Args:
        telling: The telling.

    Returns:
        Marks, more than its own, each once.
    """
    return list(dict.fromkeys(mark for one in (telling, without_day(telling)) for mark in _looked_for(one)))


def _looked_for(telling: Telling) -> list[str]:
    days = _when(telling)
    never = [f"{who}|{_NEVER}" for who in _who(telling)] if telling.compared == "talks" else []
    heard = (*_sounds(telling, unplaced(telling), _KNOWN), *_sounds(telling, persons_of(telling), _UNPLACED))
    fixed = [f"{who}|{sign}" for who in heard for sign in _fixed(telling)] if never and unplaced(telling) else []
    never = [*never, *fixed]
    if days is None:
        return [*never, *(f"{who}|{sign}" for who in (*_who(telling), *heard) for sign in _fixed(telling))] if never else []
    before, after = _around(telling)
    who = (*_who(telling), *heard)
    return [*never, *(f"{one}|{bucket}" for one in who for bucket in _buckets((days[0] - before, days[1] + after)))]


def _sounds(telling: Telling, persons: Iterable[str], sign: str) -> list[str]:
    """By what somebody is found of whom one page does not tell for whom they act."""
    found = (sound(person) for person in persons)
    return sorted({f"{telling.group}|{sign}{one}" for one in found if one})


def _around(telling: Telling) -> tuple[int, int]:
    """How many days before and after a telling others of the same event may lie."""
    before, after = (_DATED if telling.days else _UNDATED)[telling.compared]
    if telling.compared == "deed" and (telling.back or telling.modality == "not_happened"):
        before = _RECALLED
    return before, _RECALLED if telling.compared == "deed" else after


def _fixed(telling: Telling) -> list[str]:
    """By what talks are found that no page gives a day for: place and round."""
    return [f"@{place}" for place in telling.places] + [f"#{telling.round.number}"] * bool(telling.round.number)


def _when(telling: Telling) -> Days | None:
    """The days on which it was done as far as one page tells."""
    if telling.days:
        return telling.days if telling.days[1] - telling.days[0] <= _LONGEST else None
    if telling.told is None:
        return None
    long = _AHEAD if ahead(telling) and telling.compared == "talks" else 0
    return telling.told[0] - 1, telling.told[1] + long


def _buckets(days: Days) -> range:
    return range(days[0] // _WIDTH, days[1] // _WIDTH + 1)


def _who(telling: Telling) -> Iterator[str]:
    """Pairs of parties for what is done together; each doer for what one does, perhaps with others."""
    together = telling.compared in {"talks", "strife"}
    parties = telling.doers if not together else tuple(dict.fromkeys(itertools.chain(telling.parties, _groups(telling))))
    parties = parties[:_MOST_PARTIES]
    if not together:
        yield from (f"{telling.group}|{party}" for party in parties)
    else:
        yield from (f"{telling.group}|{'+'.join(sorted(pair))}" for pair in itertools.combinations(parties, 2))


def _groups(telling: Telling) -> Iterator[str]:
    """The groups of states to which parties belong."""
    yield from (group for group, members in wide().items() if members & set(telling.parties))
