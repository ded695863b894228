"""Whether two tellings are of one deed, or of the same words said on one occasion: who, to whom, when, and what."""

from __future__ import annotations

from collections.abc import Iterator

from verbale.ledger.events import days, persons, places
from verbale.ledger.events.contents import likeness
from verbale.ledger.events.days import Agreement
from verbale.ledger.events.signs import names_plan, talks_again
from verbale.ledger.events.tellings import Telling

_PLAN = 0.5  # how alike two names of plans are at least, where one party put both forward
_UNSAID = 0.8  # a deed whose content one page does not tell
_UNSAID_WORDS = 0.4
_ON_ONE_PAGE = 0.3  # another page may still tell both as one
_LEAST, _LEAST_WORDS = 0.2, 0.3
_MODALITIES = {"planned": "happened"}
_MUTUAL = 0.8  # mutual accusations within days go on, whatever their words
_HARDLY, _NEAR, _ONLY = 0.1, 0.7, 0.6  # of the only act of its kind on either page, told within a day
_RETOLD = 0.35  # the same, from which on another page may tell both as one
_REPEATED = 0.7  # how alike one page's words must be to be of one deed
_VERBATIM = 1.5  # a deed told again in the same words; words may well be said again
_GENERAL = 3  # letters of words such as 协议, which name no deed in particular


def agreements(one: Telling, other: Telling) -> Iterator[Agreement]:
    """What agrees between two tellings of deeds or words.

    Args:
        one: A telling.
        other: Another.

    Yields:
        One agreement after the other; a share of 0 ends the comparison.
    """
    yield _doers(one, other)
    yield _modality(one, other)
    yield _others(one, other)
    when = days.agreed(one, other)
    yield when
    yield _content(one, other)
    where = places.agreed(one, other)
    if where.share != 1.0:
        yield Agreement(max(where.share, 0.4), where.reason)
    if one.kind != other.kind:
        yield Agreement(0.8, f"{one.kind} and {other.kind}")


def _modality(one: Telling, other: Telling) -> Agreement:
    """What is planned may be done later; what is only possible, or denied, is another thing."""
    mine, theirs = (_MODALITIES.get(telling.modality, telling.modality) for telling in (one, other))
    return Agreement(1.0 if mine == theirs else 0.0, f"{one.modality} here, {other.modality} there")


def _doers(one: Telling, other: Telling) -> Agreement:
    mine, theirs = set(one.doers), set(other.doers)
    if mine == theirs:
        shared = [side for side in one.persons if side in other.persons and side in mine]
        same = all(persons.common(one, other, side) for side in shared)
        return Agreement(1.0, "the same doers") if same else Agreement(0.6, "another speaker of the same party")
    if mine & theirs and (mine <= theirs or theirs <= mine):
        return Agreement(0.7, "doers in both")
    return Agreement(0.0, "other doers")


def _others(one: Telling, other: Telling) -> Agreement:
    mine, theirs = set(one.others), set(other.others)
    if mine == theirs:
        return Agreement(1.0, "to the same party" if mine else "")
    if not mine or not theirs:
        return Agreement(0.9)
    return Agreement(0.9, "to the same party") if mine & theirs else Agreement(0.0, "to others")


def _content(one: Telling, other: Telling) -> Agreement:
    same_page = one.page == other.page
    if not one.content.words or not other.content.words:
        return Agreement(_ON_ONE_PAGE if same_page else _UNSAID if one.compared == "deed" else _UNSAID_WORDS)
    alike = likeness(one.content, other.content)
    if names_plan(one.content.words) and names_plan(other.content.words):
        alike = max(alike, _PLAN)
    if one.kind == other.kind == "agree" and talks_again(one.content.words) and talks_again(other.content.words):
        alike = max(alike, _PLAN)
    if same_page and alike < _REPEATED:
        return Agreement(_ON_ONE_PAGE if alike > _RETOLD else 0.0, "two acts of one page")
    if alike >= (_LEAST if one.compared == "deed" else _LEAST_WORDS):
        most = _VERBATIM if one.compared == "deed" and alike >= _REPEATED else 1.2
        return Agreement(min(most, _share(alike)), f"the same content ({alike:.0%})")
    return _little(one, other, alike)


def _share(alike: float) -> float:
    return 0.35 + 1.1 * alike


def _little(one: Telling, other: Telling, alike: float) -> Agreement:
    """What counts where the contents have little in common."""
    if _mutual(one) and _mutual(other):
        return Agreement(_MUTUAL, "each of both against the other")
    if one.only and other.only and alike >= _HARDLY and days.agreed(one, other).share >= _NEAR:
        return Agreement(_ONLY, f"the only such act of both pages, in part the same content ({alike:.0%})")
    if min(len(one.content.words), len(other.content.words)) <= _GENERAL:
        return Agreement(_UNSAID)
    return Agreement(0.0, "something else")


def _mutual(telling: Telling) -> bool:
    return len(telling.doers) > 1 and set(telling.doers) == set(telling.others)
