"""What a page tells as promised, in the form in which it is compared with what was done."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.ledger.outcomes.issues import issues_of
from verbale.ledger.outcomes.promises import Promise, promise_of, promises, verbs_of, words_of
from verbale.ledger.outcomes.text import Text, country, days, later, levels, places, rounds, site
from verbale.model import Act, Commitment

_WITHIN = 150  # days after a promise, or after it fell due, within which a deed can answer it
_AFTER_DUE = 45
# Kinds of acts so frequent that they are compared only where they are about the same kind of promise, or the same issue.
BY_MATTER, BY_ISSUE = frozenset({"refuse", "deny"}), frozenset({"coerce"})


class Pledge(msgspec.Struct, frozen=True):
    """A promise.

    Attributes:
        item: The commitment's id.
        promise: Which kind of promise (:class:`verbale.ledger.outcomes.promises.Promise`).
        by: The sides that are bound.
        sides: All sides that take part in it.
        content: The folded words of what was promised.
        sentence: The folded sentence.
        start: Where the content begins, code points of the page.
        places: Where it is to be, ids of cities or states.
        site: The words for the place.
        issues: What the content is about.
        day: The first day on which it may have been made, ISO 8601.
        told: The day of its page.
        due_from: The first day on which it falls due, empty for none.
        due_to: The last one.
        rounds: The rounds of talks that it names.
        levels: The levels on which people are to meet.
        claimed: Whether only another side tells of it, so that what the promiser says is no breach of its own word.
    """

    item: str
    promise: str
    by: tuple[str, ...]
    sides: tuple[str, ...]
    content: str
    sentence: str
    start: int
    places: tuple[str, ...]
    site: str | None
    issues: tuple[str, ...]
    day: str
    told: str
    due_from: str
    due_to: str
    rounds: frozenset[int]
    levels: frozenset[str]
    claimed: bool = False

    @property
    def kind(self) -> Promise:
        """Its kind."""
        return promises()[self.promise]

    @property
    def falls_due(self) -> str:
        """The last day on which something is to be done, empty where nothing can be overdue."""
        return "" if self.kind.refraining else self.due_to

    @property
    def first(self) -> str:
        """The first day on which a deed can answer it."""
        return min(self.day, self.due_from or self.day)

    @property
    def last(self) -> str:
        """The last day on which a deed can answer it."""
        return later(max(self.due_to, self.day), _AFTER_DUE) if self.due_to else later(self.day, _WITHIN)


def pledges_of(text: Text) -> Iterator[Pledge]:
    """What a page tells as promised.

    Args:
        text: The page.

    Yields:
        One pledge a commitment; none of a page whose day is not known.
    """
    acts = {act.id: act for act in text.record.acts}
    if text.told:
        for one in text.record.commitments:
            yield _pledge(text, one, acts.get(one.act))


def abouts(promise: str, content: str) -> tuple[str, ...]:
    """What a promise and a refusal of it have in common: the kind of promise, else the verbs.

    Args:
        promise: The kind of promise that words are.
        content: The words, folded.

    Returns:
        Marks.
    """
    return tuple(verbs_of(content)) if promise == "deed" else (promise,)


def _pledge(text: Text, one: Commitment, act: Act | None) -> Pledge:
    content, sentence = text.words(one.content), text.sentence(one.content.start).words
    promise = promise_of(content, act.kind if act else "promise")
    by = text.sides(one.by)
    day = (days(act.date)[0] if act and act.modality != "planned" else "") or text.told
    due_from, due_to = _due(one, content, day)
    return Pledge(
        item=one.id,
        promise=promise.name,
        by=by,
        sides=_sides(text, one, content) if promise.together else tuple(sorted({*by, *text.sides(one.to)})),
        content=content,
        sentence=sentence,
        start=one.content.start,
        places=places(content),
        site=site(content),
        issues=issues_of(content),
        day=day,
        told=text.told,
        due_from=due_from,
        due_to=due_to,
        rounds=rounds(content),
        levels=levels(content),
        claimed=_claimed(text, one, by),
    )


def _due(one: Commitment, content: str, day: str) -> tuple[str, str]:
    """The first and last day on which a promise falls due; from its own day on where it names only the last one (20日前)."""
    first, last = days(one.due)
    return (min(first, day), last) if first and words_of("by_then").search(content) else (first, last)


def _claimed(text: Text, one: Commitment, by: tuple[str, ...]) -> bool:
    """Whether it is told only in the words of a side that is to gain by it."""
    voices = text.sides([one.according_to] if one.according_to else ())
    return bool(voices) and not set(voices) & set(by)


def _sides(text: Text, one: Commitment, content: str) -> tuple[str, ...]:
    """Who is to take part: those who are bound and to whom; where that is one alone, also those whom the words name, but for the place."""
    told = {*text.sides(one.by), *text.sides(one.to)}
    hosts = {host for place in places(content) for host in (place, country(place))}
    return tuple(sorted(told if len(told) > 1 else {*told, *text.named(content)} - (hosts - told)))


def marks_of(pledge: Pledge) -> frozenset[str]:
    """What deeds that may answer a pledge bear, too.

    Args:
        pledge: The pledge.

    Returns:
        The marks (see :func:`verbale.ledger.outcomes.deeds.marks_of`).
    """
    kind, pair = pledge.kind, pledge.sides[:2]
    both = "+".join(pair)
    found = {f"{kept} {both}" for kept in kind.kept if kind.together}
    found |= {f"{kept} {side}" for kept in kind.kept if not kind.together for side in pledge.by}
    about = abouts(pledge.promise, pledge.content)
    found |= {f"{broken} {side} {matter}" for broken in kind.broken & BY_MATTER for side in pledge.by for matter in about}
    found |= {f"{broken} {side} #{issue}" for broken in kind.broken & BY_ISSUE for side in pledge.by for issue in pledge.issues}
    found |= {f"{broken} {side}" for broken in kind.broken - BY_MATTER - BY_ISSUE for side in pledge.by}
    return frozenset(found | {f"{verb}: {side}" for verb in verbs_of(pledge.content) for side in pledge.by})
