"""Whether two tellings are of one meeting, talk or call: parties, days, place, round."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.ledger.events import days, persons, places
from verbale.ledger.events.contents import likeness
from verbale.ledger.events.days import Agreement, ahead
from verbale.ledger.events.intervals import gap
from verbale.ledger.events.signs import wide
from verbale.ledger.events.tellings import Telling

_PRINCIPAL = 2  # the parties that a page names first
_SURE = 0.9
_ALIKE = 0.5
_MOVED = 0.85  # a round held elsewhere than planned
_THERE = 1.5  # the same persons in the same place, for pages without a day
_SAME_SIDES = 1.1  # the same states in the same place, for such pages
_VAGUE = 0.6  # a day or parties told by one page only, and nothing else in particular agrees


def agreements(one: Telling, other: Telling) -> Iterator[Agreement]:
    """What agrees between two tellings of talks, the cheapest first.

    Args:
        one: A telling.
        other: Another.

    Yields:
        One agreement after the other; a share of 0 ends the comparison.
    """
    rounds = _rounds(one, other)
    yield rounds
    yield _called_off(one, other)
    when = days.agreed(one, other)
    yield when
    if one.several or other.several:
        yield Agreement(0.0, "several meetings")
    same_round = rounds.share > 1
    parties = _parties(one, other)
    yield parties
    where = places.agreed(one, other)
    sure = when.share >= 1 and where.share > 1
    yield _persons(one, other, same_round, agree=when.share >= _SURE or where.share > 1 or one.page == other.page, sure=sure)
    yield _place(where, one, other, when, same_round)
    agenda = likeness(one.content, other.content) > _ALIKE
    if agenda:
        yield Agreement(1.15, "the same agenda")
    known = any(persons.common(one, other, side) for side in one.persons)
    if known and None in {one.told, other.told}:
        yield Agreement(_THERE if where.share > 1 else 1.1, "the same persons")
    elif None in {one.told, other.told} and where.share > 1 and parties.share == 1:
        yield Agreement(_SAME_SIDES, "the same sides in the same place")
    vague = not (one.days and other.days) or parties.share < 1
    if vague and one.page != other.page and not (same_round or where.share > 1 or agenda or known):
        yield Agreement(_VAGUE)


def _rounds(one: Telling, other: Telling) -> Agreement:
    mine, theirs = one.round, other.round
    if mine.number and theirs.number:
        if mine.number != theirs.number:
            return Agreement(0.0, "another round")
        return Agreement(1.3, f"both round {mine.number}")
    if one.page == other.page and mine.turn and theirs.turn and mine.turn != theirs.turn:
        return Agreement(0.0, "another round")
    if one.page == other.page and "last" in {mine.turn, theirs.turn}:
        return Agreement(0.5)
    return Agreement(1.0)


def _called_off(one: Telling, other: Telling) -> Agreement:
    """Calling talks off is an act of its own, but where one source says so while another says that they will be held."""
    off = [telling for telling in (one, other) if telling.kind == "cancel" and telling.modality == "happened"]
    if len(off) != 1 or off[0].days:
        return Agreement(1.0)  # where it tells the day on which they were to be held, that decides
    talks = other if off[0] is one else one
    if one.page == other.page and not (one.voices and other.voices and not set(one.voices) & set(other.voices)):
        return Agreement(0.0, "called off, and talks in its stead")
    if talks.modality == "happened":
        return Agreement(0.0, "held, and called off")
    at_once = None not in (one.told, other.told) and gap(one.told or (0, 0), other.told or (0, 0)) <= 1
    return Agreement(1.0 if at_once else 0.0, "told as called off at the same time" if at_once else "called off later")


def _parties(one: Telling, other: Telling) -> Agreement:
    mine, theirs = _unified(one, other), _unified(other, one)
    if mine == theirs:
        return Agreement(1.0 if len(mine) > 1 else 0.6, "the same parties")
    common, least = mine & theirs, min((one, other), key=lambda telling: (len(telling.parties), telling.order))
    if common in (mine, theirs):
        return _among(one, other, common, least)
    if len(common) >= _PRINCIPAL and len(common) / len(mine | theirs) >= 0.5:
        return Agreement(0.5, f"{len(common)} parties in both")
    untold = mine - theirs <= set(persons.unplaced(one)) or theirs - mine <= set(persons.unplaced(other))
    if common and untold and len(mine) == len(theirs):
        return Agreement(0.5, "a person of whom one page does not tell for whom they act")
    return Agreement(0.0, "other parties")


def _among(one: Telling, other: Telling, common: frozenset[str], least: Telling) -> Agreement:
    """How far two agree where all parties of one are among those of the other."""
    if len(common) < _PRINCIPAL:
        return Agreement(0.35, "one party in both")
    if one.kind == "call":
        return Agreement(0.3, "the parties of one among those of the other")
    most = other if least is one else one
    first = set(most.parties[:_PRINCIPAL]) <= set(least.parties)
    return Agreement(0.7 if first else 0.5, "the parties of one among those of the other")


def _unified(one: Telling, other: Telling) -> frozenset[str]:
    """The parties, members of a group of states as the group where the other page names only that."""
    parties = frozenset(one.parties)
    for group, members in wide().items():
        if group in other.parties and group not in one.parties and parties & members:
            parties = parties - members | {group}
        elif group in one.parties and group in other.parties:
            parties -= members
    return parties


def _persons(one: Telling, other: Telling, same_round: bool, *, agree: bool, sure: bool) -> Agreement:
    """Whether the persons of each side are the same; persons here and only states there is one only where day or place agree.

    Pages may name another head of one delegation, where the other side, the days and the place are the same (``sure``).
    """
    shared = [side for side in one.persons if side in other.persons]
    common = [side for side in shared if persons.common(one, other, side)]
    if len(common) < len(shared):
        led_otherwise = agree and one.delegations and other.delegations and not common
        one_head_else = sure and bool(common) and (one.delegations or other.delegations)
        other_ones = same_round or led_otherwise or one_head_else
        return Agreement(0.6 if other_ones else 0.0, "other persons")
    if common:
        return Agreement(1.0, "the same persons")
    if one.persons or other.persons:
        most = max(len(one.persons), len(other.persons))
        return Agreement(0.9 if agree or same_round else 0.75 if most < _PRINCIPAL else 0.6, "persons here, their states there")
    return Agreement(1.0)


def _place(where: Agreement, one: Telling, other: Telling, when: Agreement, same_round: bool) -> Agreement:
    """Another place counts less for what is planned, of one round, or on exactly the same day."""
    if where.share >= 1 or where.share == places.NEAR:
        return where
    if same_round and ahead(one) != ahead(other):
        return Agreement(_MOVED, where.reason)
    if same_round or ((ahead(one) or ahead(other)) and when.share >= 0.5):
        return Agreement(0.6, where.reason)
    return Agreement(0.5 if when.share >= _SURE else 0.25, where.reason)
