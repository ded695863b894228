"""What one says of another, and the other denies: the claim and its denial, on one page or on two."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from verbale.ledger.events.contents import Content, likeness
from verbale.ledger.events.fields import Contradiction, Source
from verbale.ledger.events.intervals import gap
from verbale.ledger.events.signs import FILE
from verbale.ledger.events.tellings import Member, Telling
from verbale.lexicons.tables import rules

_BARE_REACH = 160  # characters before a denial without content in which what it denies stands
_SAME_PAGE, _FUTURE, _OTHER_PAGE = 0.2, 0.4, 0.3  # how alike claim and denial are at least
_INDIRECT = 0.8  # who will not do a thing has not said that it is untrue
_TOLD_APART = 10  # days between the pages of a claim and its denial
_BUCKET = 16  # days
_SPOKEN = frozenset({"accuse", "criticise"})  # claims of those who do them


def denier(telling: Telling) -> str | None:
    """Who denies something in a telling.

    Args:
        telling: The telling.

    Returns:
        The party; ``None`` where nothing is denied.
    """
    if telling.kind == "deny":
        return telling.doers[0] if telling.modality == "happened" and telling.doers else None
    if telling.modality != "denied":
        return None
    behind = [member.behind for member in telling.members if member.behind in telling.parties]
    if behind:
        return behind[0]
    return telling.doers[0] if telling.doers and not any(member.behind for member in telling.members) else None


def claimed_of(telling: Telling) -> tuple[str, ...]:
    """Of whom somebody else claims something in a telling.

    Args:
        telling: The telling.

    Returns:
        Those who may deny it.
    """
    if telling.kind not in _deniable() or telling.modality == "denied":
        return ()
    if telling.kind in _SPOKEN:
        return telling.others
    voices = {member.behind for member in telling.members}
    return tuple(party for party in telling.doers if voices - {party, None})


def marks(telling: Telling) -> list[str]:
    """What claims and denials are kept under.

    Args:
        telling: The telling.

    Returns:
        Marks with the party and the days of the page.
    """
    kept = [f"denial:{party}" for party in (denier(telling),) if party] + [f"claim:{party}" for party in claimed_of(telling)]
    return [f"{mark}|{bucket}" for mark in kept for bucket in _buckets(telling, 0)]


def looked_for(telling: Telling) -> list[str]:
    """The marks under which what answers a claim or denial may be kept.

    Args:
        telling: The telling.

    Returns:
        Marks.
    """
    wanted = [f"claim:{party}" for party in (denier(telling),) if party] + [f"denial:{party}" for party in claimed_of(telling)]
    return [f"{mark}|{bucket}" for mark in wanted for bucket in _buckets(telling, _TOLD_APART)]


def _buckets(telling: Telling, around: int) -> range:
    if telling.told is None:
        return range(0)
    return range((telling.told[0] - around) // _BUCKET, (telling.told[1] + around) // _BUCKET + 1)


class Denied(NamedTuple):
    """A claim and its denial.

    Attributes:
        day: When both had been told, an ordinal; ``None`` where a page does not tell its day.
        contradiction: The two.
    """

    day: int | None
    contradiction: Contradiction


def on_one_page(own: Sequence[Telling]) -> Iterator[Denied]:
    """Claims of a page that the page tells as denied.

    Args:
        own: All tellings of a page.

    Yields:
        For each denial the claim that it answers best.
    """
    for denial in own:
        claims = ((claim, _answers(denial, claim)) for claim in own if claim is not denial)
        best = max(((share, claim.members[0].start, claim) for claim, share in claims if share), key=lambda one: one[:2], default=None)
        if best is not None:
            yield _pair(best[2], denial, best[0])


def across(one: Telling, others: Iterable[Telling]) -> Iterator[Denied]:
    """Claims of one page that another denies.

    Args:
        one: A telling that claims or denies something.
        others: Tellings of other pages that may answer it.

    Yields:
        Each claim with its denial.
    """
    for other in others:
        for claim, denial in ((one, other), (other, one)):
            share = _answers_elsewhere(denial, claim)
            if share:
                yield _pair(claim, denial, share)


def _answers(denial: Telling, claim: Telling) -> float:
    """How surely a denial answers a claim of its own page."""
    party = denier(denial)
    if party is None or party not in claimed_of(claim):
        return 0.0
    at, said = denial.members[0].start, claim.members[0].start
    if not denial.content.words:
        if denial.kind != "deny":
            return _same_kind(denial, claim) * (0.8 if said < at else 0.6)
        whole = 0.1 if claim.kind in _SPOKEN else 0.0  # an accusation, rather than a deed that it tells of
        return 0.8 + whole - (at - said) / 1000 if 0 < at - said <= _BARE_REACH else 0.0
    alike = _alike(denial, claim)
    least = _FUTURE if _future(denial) else _SAME_PAGE
    return min(0.95, 0.5 + alike / 2) * (_INDIRECT if _future(denial) else 1.0) if alike >= least else 0.0


def _answers_elsewhere(denial: Telling, claim: Telling) -> float:
    party = denier(denial)
    if party is None or party not in claimed_of(claim) or not denial.told or not claim.told:
        return 0.0
    if gap(denial.told, claim.told) > _TOLD_APART or _future(denial):
        return 0.0
    if not denial.content.words:
        near = gap(denial.told, claim.told) <= 2
        return 0.6 * _same_kind(denial, claim) if denial.kind != "deny" and near and not claim.content.words else 0.0
    alike = _alike(denial, claim)
    return min(0.9, 0.4 + alike / 2) if alike >= _OTHER_PAGE else 0.0


def _same_kind(denial: Telling, claim: Telling) -> float:
    """Whether what is denied is of the kind that is claimed, between the same two."""
    same = denial.group == claim.group and set(denial.doers) == set(claim.doers)
    return 1.0 if same and (set(denial.others) == set(claim.others) or not denial.others) else 0.0


def _alike(denial: Telling, claim: Telling) -> float:
    if denial.kind != "deny" and denial.group != claim.group:
        return 0.0
    return likeness(_same_words(denial.content), _same_words(claim.content if claim.content.words else claim.said))


def _same_words(content: Content) -> Content:
    words = content.words
    for pattern, word in _synonyms():
        words = pattern.sub(word, words)
    return Content(words, content.terms, content.numbers)


def _future(denial: Telling) -> bool:
    return denial.kind == "deny" and denial.future


def _pair(claim: Telling, denial: Telling, share: float) -> Denied:
    sources = (_source(claim, "claimed"), _source(denial, "denied"))
    told = [telling.told[0] for telling in (claim, denial) if telling.told]
    reason = "claimed by one, denied by the one concerned"
    return Denied(max(told, default=None), Contradiction("claim_denied", reason, round(share, 3), sources))


def _source(telling: Telling, value: str) -> Source:
    member: Member = next((one for one in telling.members if one.category == "act"), telling.members[0])
    return Source(telling.page, member, value, (member.start, member.stop))


@functools.cache
def _deniable() -> frozenset[str]:
    return frozenset(rules(FILE)["denied"]["kinds"])


@functools.cache
def _synonyms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile("|".join(one["words"])), one["words"][0]) for one in rules(FILE)["same"])
