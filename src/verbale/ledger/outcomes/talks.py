"""Whether talks that were promised were held, moved or called off."""

from __future__ import annotations

from verbale.ledger.outcomes.answers import LATEST, Answer, is_late
from verbale.ledger.outcomes.deeds import Deed, taking_part
from verbale.ledger.outcomes.pledges import Pledge
from verbale.ledger.outcomes.promises import words_of
from verbale.ledger.outcomes.text import apart, elsewhere, levels, rounds

_ON_DAY = 1  # days after one single day within which talks were still in time


def held(pledge: Pledge, deed: Deed) -> Answer | None:
    """Talks that were promised, and talks that were held, are planned, or were not held.

    Args:
        pledge: The promise of talks.
        deed: The talks.

    Returns:
        The answer, ``None`` where they show nothing of it.
    """
    if not _same_talks(pledge, deed) or not in_time(pledge, deed):
        return None
    if not _all_there(pledge, deed):
        return Answer("broken", "not all took part who were to", deed.first, 0.6) if _one_stayed_away(pledge, deed) else None
    moved = _elsewhere(pledge, deed) if deed.kind == "meet" else None
    if moved:
        words = "is to be" if deed.modality == "planned" else "was"
        return Answer("moved", f"promised for {moved[0]}, but it {words} in {moved[1]}", deed.first, 0.7) if _real(deed) else None
    return _took_place(pledge, deed)


def _took_place(pledge: Pledge, deed: Deed) -> Answer | None:
    if deed.modality in {"not_happened", "denied"} and pledge.due_from:
        return Answer("broken", "it did not take place", deed.first, 0.6)
    if deed.modality != "happened":
        return None
    if is_late(pledge, deed, _ON_DAY if pledge.due_from == pledge.due_to else LATEST):
        return Answer("failed", f"due by {pledge.due_to}, but it was held only on {deed.first}", deed.first, 0.6)
    return Answer("kept", "it was held", deed.first, 0.8)


def _elsewhere(pledge: Pledge, deed: Deed) -> tuple[str, str] | None:
    """Where talks were to be, and where they are instead: by the tables, else, where they know neither, by the words."""
    if deed.where or (pledge.places and not (pledge.site and deed.site and not words_of("venue").search(deed.site))):
        return next(((place, deed.where) for place in pledge.places if deed.where and elsewhere(place, deed.where)), None)
    one, other = pledge.site, deed.site
    if one is None or other is None or one in deed.sentence or other in one or one in other:
        return None
    return one, other


def _all_there(pledge: Pledge, deed: Deed) -> bool:
    """Whether all who promised talks take part; who promised alone (a host, a mediator) must be named, and more must agree."""
    if len(pledge.sides) > 1:
        return set(pledge.sides) <= set(taking_part(deed))
    same = deed.where in pledge.places or bool(pledge.rounds & rounds(deed.sentence)) or bool(set(pledge.issues) & set(deed.issues))
    due = bool(pledge.due_from) and pledge.due_from <= deed.first <= pledge.due_to
    return set(pledge.sides) <= {*deed.named, *deed.actors} and (same or due)


def _one_stayed_away(pledge: Pledge, deed: Deed) -> bool:
    """Whether talks that were promised were held without a side that is said to have stayed away."""
    there = set(taking_part(deed))
    missing = set(pledge.sides) - there
    told = deed.modality == "happened" and bool(words_of("away").search(deed.sentence))
    return told and len(there & set(pledge.sides)) > 1 and missing <= set(deed.named)


def _real(deed: Deed) -> bool:
    return deed.modality in {"happened", "planned"} and deed.dated


def in_time(pledge: Pledge, deed: Deed) -> bool:
    """Whether talks can be those that were promised, by their day: not before it, not on the day of the promise itself.

    Args:
        pledge: The promise of talks.
        deed: The talks.
    """
    if pledge.due_from:
        return deed.first >= pledge.due_from and (deed.first > pledge.day or pledge.due_from > pledge.day or not deed.dated)
    return deed.first > pledge.day


def _same_talks(pledge: Pledge, deed: Deed) -> bool:
    """Whether nothing that both name differs: round, level, matter, manner."""
    words = deed.sentence
    named, held = pledge.rounds, rounds(words)
    high, there = pledge.levels - {"experts"}, levels(words)
    if (named and held and not named & held) or (high and there and not high & there) or ("leaders" in high and "leaders" not in there):
        return False
    if pledge.promise == "group" and not words_of("group").search(words):
        return False
    if pledge.issues and deed.issues and not set(pledge.issues) & set(deed.issues) and not named & held:
        return False
    if deed.kind == "call":
        return bool(words_of("distant").search(pledge.content))
    if deed.kind == "visit":
        return "访" in pledge.content
    return not words_of("by_phone").search(pledge.content) or "继续" in pledge.content


def cancelled(pledge: Pledge, deed: Deed) -> Answer | None:
    """Talks that were called off or put off.

    Args:
        pledge: The promise of talks.
        deed: The calling off.

    Returns:
        The answer, ``None`` where they show nothing of it.
    """
    first = deed.first >= pledge.day and (not pledge.due_to or deed.told <= pledge.due_to or apart(pledge.due_to, deed.told) <= LATEST)
    named = {*deed.actors, *deed.recipients} - set(pledge.sides)
    if not first or deed.modality != "happened" or named or not _same_talks(pledge, deed):
        return None
    return Answer("broken", "called off", deed.first, 0.7)
