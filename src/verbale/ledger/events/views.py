"""Every field of an event: which pages say it, with which value and where, and which omit it."""

from __future__ import annotations

import collections
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from verbale.ledger.events.clashes import Contradiction
from verbale.ledger.events.intervals import iso
from verbale.ledger.events.pins import Range
from verbale.ledger.events.tellings import Member, Telling
from verbale.ledger.telling import citation


class Saying(msgspec.Struct, frozen=True):
    """One place that gives a value.

    Attributes:
        page: The page's name.
        item: The act or meeting that tells it.
        line: The line, from 1.
        start: Where it stands, code points of the page.
        stop: Where it ends, half open.
        voice: In whose words; ``None`` for the page's own.
        citation: Where it stands, to be copied.
    """

    page: str
    item: str
    line: int
    start: int
    stop: int
    voice: str | None
    citation: str


class Value(msgspec.Struct, frozen=True):
    """One value of a field.

    Attributes:
        value: In words.
        said: Where it is said.
        contradicted: Whether another source excludes it.
    """

    value: str
    said: tuple[Saying, ...]
    contradicted: bool


class Field(msgspec.Struct, frozen=True):
    """One field of an event.

    Attributes:
        name: ``participants``, ``date``, ``place``, ``duration``, ``number`` or ``happened``.
        values: Each value with where it is said, the one that most pages tell first.
        omitted: Pages that tell the event but not this.
    """

    name: str
    values: tuple[Value, ...]
    omitted: tuple[str, ...]


Reader = Callable[[Telling, Member], Iterator[tuple[str, Range]]]


def parties_of(several: Iterable[Telling]) -> tuple[str, ...]:
    """Who takes part in an event.

    Args:
        several: Its tellings.

    Returns:
        The parties of most of them, states rather than persons; of equally many the fuller list.
    """
    told = [one for one in several if one.kind != "cancel"] or list(several)
    counted = collections.Counter(frozenset(one.parties) for one in told)
    most = max(counted, key=lambda parties: (counted[parties], len(parties), sorted(parties)), default=frozenset())
    return next((one.parties for one in told if frozenset(one.parties) == most), ())


def fields_of(several: Sequence[Telling], names: Mapping[int, str], clashes: Iterable[Contradiction]) -> tuple[Field, ...]:
    """Every field that a page tells.

    Args:
        several: The event's tellings.
        names: Page number → name.
        clashes: Its contradictions.

    Returns:
        The fields in a fixed order.
    """
    clashing = {(one.field, source.page, source.value) for one in clashes for source in one.sources}
    found = (_field(name, reader, several, names, clashing) for name, reader in _READERS.items())
    return tuple(field for field in found if field.values)


def _field(name: str, reader: Reader, several: Sequence[Telling], names: Mapping[int, str], clashing: set[tuple[str, str, str]]) -> Field:
    said: dict[str, dict[tuple[str, Range], Saying]] = {}
    for telling in several:
        page = names[telling.page]
        for member in telling.members:
            for value, place in reader(telling, member):
                cited = citation(page, member.line, *place)
                saying = Saying(page, member.item, member.line, *place, member.voice, cited)
                said.setdefault(value, {}).setdefault((page, place), saying)
    values = [
        Value(value, tuple(where.values()), any((name, one.page, value) in clashing for one in where.values()))
        for value, where in said.items()
    ]
    values.sort(key=lambda value: (-len({one.page for one in value.said}), value.value))
    telling_pages = {one.page for value in values for one in value.said}
    return Field(name, tuple(values), tuple(dict.fromkeys(names[one.page] for one in several if names[one.page] not in telling_pages)))


def _participants(telling: Telling, member: Member) -> Iterator[tuple[str, Range]]:
    if member is telling.members[0] or member.parties != telling.parties:
        persons = telling.persons if member is telling.members[0] else {}
        parties = sorted(member.parties or telling.parties)
        yield ", ".join(f"{one} ({', '.join(persons[one])})" if one in persons else one for one in parties), member.clause


def _date(_: Telling, member: Member) -> Iterator[tuple[str, Range]]:
    if member.days and member.kind != "cancel":
        yield " – ".join(dict.fromkeys(map(iso, member.days))), member.when


def _place(_: Telling, member: Member) -> Iterator[tuple[str, Range]]:
    if member.place:
        yield member.place, member.where


def _duration(_: Telling, member: Member) -> Iterator[tuple[str, Range]]:
    if member.minutes:
        yield f"{member.minutes} min", member.long


def _numbers(_: Telling, member: Member) -> Iterator[tuple[str, Range]]:
    for count in member.counts:
        yield f"{'' if count.exact else 'about '}{count.number:g} {count.what}", member.clause


def _happened(_: Telling, member: Member) -> Iterator[tuple[str, Range]]:
    called_off = "cancelled" if member.kind == "cancel" and member.modality == "happened" else None
    yield called_off or {"happened": "held", "planned": "will be held"}.get(member.modality, member.modality), member.clause


_READERS: dict[str, Reader] = {
    "participants": _participants,
    "date": _date,
    "place": _place,
    "duration": _duration,
    "number": _numbers,
    "happened": _happened,
}
