"""From links to events: what is linked is joined, the surest first, but never what excludes each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verbale.ledger.events.comparing import Comparison, compare
from verbale.ledger.events.judged import SURE, Apart
from verbale.ledger.events.tellings import Telling

Key = tuple[int, str]
_EXCLUDED = 0.15  # the share of pairs that may exclude each other; one page in many is read wrongly
_EVEN = 0.25  # what pairs must agree on the average
_COMPARED = 24  # tellings of each side that are compared, so that events told by hundreds of pages stay cheap


class Link(NamedTuple):
    """Two tellings that may be of one event.

    Attributes:
        one: Page and item of one.
        other: Those of the other.
        confidence: 0 to 1.
    """

    one: Key
    other: Key
    confidence: float


def clusters(tellings: Iterable[Telling], links: Sequence[Link], apart: Apart = frozenset()) -> list[list[Telling]]:
    """Join tellings to events.

    Args:
        tellings: All of some that are linked with one another, directly or by others.
        links: Their links; the order of both changes nothing. Those that people made are believed whatever else the tellings say.
        apart: Pairs that people keep apart.

    Returns:
        The tellings of each event, sorted.
    """
    known = {telling.key: telling for telling in tellings}
    home = {key: [telling] for key, telling in known.items()}
    compared: dict[tuple[Key, Key], Comparison] = {}
    for one, other, share in sorted(links, key=lambda link: (-link.confidence, *sorted(known[key].order for key in link[:2]))):
        mine, theirs = home[one], home[other]
        if mine is theirs or _kept_apart(mine, theirs, apart):
            continue
        if share >= SURE or _together(mine, theirs, compared):
            mine += theirs
            mine.sort(key=lambda telling: telling.order)
            home.update((telling.key, mine) for telling in theirs)
    return sorted({id(group): group for group in home.values()}.values(), key=lambda group: group[0].order)


def _kept_apart(mine: Sequence[Telling], theirs: Sequence[Telling], apart: Apart) -> bool:
    return bool(apart) and any(frozenset((one.key, other.key)) in apart for one in mine for other in theirs)


def _together(mine: Sequence[Telling], theirs: Sequence[Telling], compared: dict[tuple[Key, Key], Comparison]) -> bool:
    pairs = [(one, other) for one in _some(mine) for other in _some(theirs)]
    found = []
    for one, other in pairs:
        key = (one.key, other.key)
        if key not in compared:
            compared[key] = compared[other.key, one.key] = compare(one, other)
        found.append(compared[key].confidence)
    return sum(not share for share in found) <= _EXCLUDED * len(pairs) and sum(found) >= _EVEN * len(pairs)


def _some(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """So many, spread evenly."""
    step = len(tellings) / _COMPARED
    return tellings if step <= 1 else [tellings[int(at * step)] for at in range(_COMPARED)]
