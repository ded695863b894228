"""Whether two pages name the same person: names are written with other characters, and one page may not tell whom somebody acts for."""

from __future__ import annotations

import functools
import re

import msgspec

from verbale.ledger.events.tellings import Telling

_SYLLABLE = re.compile(r"((?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?)([aeiouv]{1,4}(?:ng?|r)?)")
_LEAST = 3  # syllables from which on two spellings of a name are the same by their sounds
_PREFIX = 2  # syllables of a name of which another page tells more


@functools.lru_cache(maxsize=4096)
def same(one: str, other: str) -> bool:
    """Whether two ids may be of one person.

    Args:
        one: An id; that of a person who is in no list is how the name sounds (``ji-man-ni``).
        other: Another.

    Returns:
        Whether they are the same, sound nearly the same, or one is the beginning or the end of the other.
    """
    if one == other:
        return True
    mine, theirs = _sounds(one), _sounds(other)
    least = min(len(mine), len(theirs))
    if least < _PREFIX or (least < _LEAST and len(mine) == len(theirs)):
        return False
    if len(mine) != len(theirs):
        part = mine[:least] == theirs[:least] or mine[-least:] == theirs[-least:]  # 凯瑟琳·道森 and 道森
        return part and abs(len(mine) - len(theirs)) >= _PREFIX
    differing = [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and differing[0][0][0] == differing[0][1][0]


def may_be(one: str, other: str) -> bool:
    """Whether two ids could be two regions' spellings of one short foreign name (杜遜, 道森): too little to join them, enough to doubt.

    Args:
        one: An id.
        other: Another.

    Returns:
        Whether they are the same, or both are how a name of two syllables sounds that begins with the same sound.
    """
    mine, theirs = _sounds(one), _sounds(other)
    short = len(mine) == len(theirs) == _PREFIX
    return same(one, other) or (short and mine[0][0] == theirs[0][0])


@functools.lru_cache(maxsize=4096)
def _sounds(identity: str) -> tuple[tuple[str, str], ...]:
    """The syllables of an id, each its initial and its rest; none where it is not how a Chinese spelling sounds."""
    found = [_SYLLABLE.fullmatch(part) for part in identity.split("-")]
    return tuple((one[1], one[2]) for one in found if one) if all(found) else ()


def common(one: Telling, other: Telling, side: str) -> bool:
    """Whether both name the same person for a side.

    Args:
        one: A telling.
        other: Another.
        side: The party for whom they act.

    Returns:
        Whether they do; false where one names none.
    """
    return any(same(mine, theirs) for mine in one.persons.get(side, ()) for theirs in other.persons.get(side, ()))


def placed(one: Telling, other: Telling) -> Telling:
    """A telling whose persons act for whom the other says, where it does not say it itself.

    Args:
        one: A telling.
        other: Another.

    Returns:
        The first; where the other names the party of one of its persons, with that party in the person's stead.
    """
    homes = {mine: side for mine in unplaced(one) for side, theirs in other.persons.items() if any(same(mine, person) for person in theirs)}
    if not homes:
        return one
    parties, doers, others = (_moved(several, homes) for several in (one.parties, one.doers, one.others))
    persons = {homes.get(side, side): several for side, several in one.persons.items()}
    return msgspec.structs.replace(one, parties=parties, doers=doers, others=others, persons=persons)


def _moved(parties: tuple[str, ...], homes: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(homes.get(party, party) for party in parties))


def unplaced(telling: Telling) -> tuple[str, ...]:
    """The persons of whom the page does not tell for whom they act.

    Args:
        telling: A telling.

    Returns:
        Their ids.
    """
    return tuple(side for side, several in telling.persons.items() if several == (side,))


def persons_of(telling: Telling) -> tuple[str, ...]:
    """All persons who are named.

    Args:
        telling: A telling.

    Returns:
        Their ids.
    """
    return tuple(person for several in telling.persons.values() for person in several)


def sound(person: str) -> str | None:
    """By what persons find one another.

    Args:
        person: An id.

    Returns:
        The initials of the first two syllables; ``None`` where it is not how a Chinese spelling sounds.
    """
    sounds = _sounds(person)
    return "-".join(initial or rest[:1] for initial, rest in sounds[:_PREFIX]) if len(sounds) >= _PREFIX else None
