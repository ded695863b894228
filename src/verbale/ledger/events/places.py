"""Whether two tellings name the same place."""

from __future__ import annotations

import functools

from verbale.entities import gazetteer
from verbale.ledger.events.days import Agreement
from verbale.ledger.events.tellings import Telling

NEAR = 0.7  # other places of one country


def agreed(one: Telling, other: Telling) -> Agreement:
    """How well the places of two tellings agree.

    Args:
        one: A telling.
        other: Another.

    Returns:
        The agreement; 1 where one of them tells no place.
    """
    if not one.places or not other.places:
        return Agreement(1.0)
    both = sorted(set(one.places) & set(other.places))
    if both:
        return Agreement(1.15, f"in {both[0]}")
    here, there = _countries(one), _countries(other)
    if here & there and (_wide(one) or _wide(other)):
        return Agreement(1.05, "in the same country")
    share = NEAR if here & there else 0.2
    return Agreement(share, f"in {one.places[0]} here, in {other.places[0]} there")


def _countries(telling: Telling) -> set[str]:
    return {country for place in telling.places if (country := country_of(place))}


def _wide(telling: Telling) -> bool:
    """Whether only a country is told."""
    return all(place in _states() for place in telling.places)


@functools.cache
def country_of(place: str) -> str | None:
    """The state in which a place lies.

    Args:
        place: English name of a city or state, or a state's id.

    Returns:
        The state's id, ``None`` where that is not known.
    """
    if place in _states():
        return _states()[place]
    city = gazetteer.load().entry("city", place)
    return (city.country or None) if city else None


@functools.cache
def _states() -> dict[str, str]:
    known = [entry for (category, _), entry in gazetteer.load().entries.items() if category == "state"]
    return {form: entry.id for entry in known for form in (entry.id, entry.name) if form}


def distinct(one: str, other: str) -> bool:
    """Whether two places exclude each other.

    Args:
        one: English name of a place.
        other: Another.

    Returns:
        False where one may lie in the other.
    """
    if one in _states() or other in _states():
        return country_of(one) != country_of(other)
    return one not in other and other not in one
