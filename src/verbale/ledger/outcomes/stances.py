"""Positions compared: which is on the matter of an earlier one of its holder, and what became of that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from verbale.ledger.outcomes.promises import words_of
from verbale.ledger.outcomes.text import apart
from verbale.ledger.telling import Key
from verbale.lexicons import own

Change = Literal["held", "moved", "dropped"]
_SAME = 0.5  # share of the shorter words' pairs of letters from which on they say the same
_LIKE = 0.3  # from which on they are about the same
_ISSUE = 0.12  # the same where they share an issue too
_LONGEST = 400  # days
_RETOLD = 0.85  # share of both ones' pairs of letters from which on two pages tell one utterance, within so many days
_WITHIN = 3
_LOOKED_AT, _OF_EACH = 40, 3  # matters that a position is compared with, the latest, and positions of each
_OPPOSITE = {
    *(("must", "must_not"), ("must_not", "must"), ("must_not", "willing"), ("willing", "must_not")),
    *(("willing", "unwilling"), ("unwilling", "willing"), ("must", "unwilling")),
}
_REFUSING = {"unwilling", "must_not"}
_NUMBER = re.compile(
    r"百分之[一二三四五六七八九十百零点\d]+|\d+(?:\.\d+)?|[一二三四五六七八九十百千两]+[万亿]*(?=[年月天日个名人公吨艘%成立元])"
)


class Held(msgspec.Struct, frozen=True):
    """A position, or a concession, ready to be compared.

    Attributes:
        key: Page number and item.
        category: ``position`` or ``act``.
        kind: The stance, or the kind of the act.
        day: When it was held, ISO 8601.
        order: What sorts positions in time, the same in every ledger.
        holder: The side: a state or body, for whose people it counts.
        words: What it is about, folded.
        pieces: The pairs of letters of its words.
        issues: What its own words are about.
    """

    key: Key
    category: str
    kind: str
    day: str
    order: tuple[str, str, int, str]
    holder: str
    words: str
    pieces: frozenset[str]
    issues: frozenset[str]


_Matter = list[Held]  # positions of a holder that follow one another, from early to late


class Found(msgspec.Struct, frozen=True):
    """What became of a position.

    Attributes:
        before: The earlier position.
        after: The later one, or the act by which it was given up.
        issue: The issue that both are about; ``None`` where only their words are alike.
        status: What became of it.
        reason: Why it is thought so, in words.
    """

    before: Held
    after: Held
    issue: str | None
    status: Change
    reason: str


def compared(held: Iterable[Held]) -> list[Found]:
    """Each position with the latest earlier one of its holder on the same matter.

    Args:
        held: Positions and concessions; their order changes nothing.

    Returns:
        What became of positions, in the order of the later ones.
    """
    by_holder: dict[str, list[_Matter]] = {}
    with own.holding():
        return [found for one in sorted(held, key=lambda one: one.order) for found in _moves(one, by_holder.setdefault(one.holder, []))]


def _moves(one: Held, matters: list[_Matter]) -> Iterator[Found]:
    """From the latest earlier position on the same matter, where there is one; the position then is that matter's latest."""
    looked_at = [(matter, before) for matter in matters[-_LOOKED_AT:] for before in matter[-_OF_EACH:]]
    near = [pair for pair in looked_at if _follows(pair[1], one)]
    if one.category == "position" and any(_retold(before, one) for _, before in looked_at):
        return
    if not near:
        matters += [[one]] if one.category == "position" else []
        return
    matter, alike = max(near, key=lambda pair: _likeness(pair[1], one))
    before = next(other for other in matter[::-1] if _earlier(other, one))
    found = _change(before, one, alike) or _change(alike, one, alike)
    if found is not None:
        yield Found(before, one, min(one.issues & alike.issues, default=None), *found)
    if one.category == "position":
        matters.append(matters.pop(next(place for place, other in enumerate(matters) if other is matter)))
        matter.append(one)


def _follows(before: Held, one: Held) -> bool:
    """Whether a position, or what gives one up, is on the matter of an earlier one."""
    change = _change(before, one, before) if _earlier(before, one) else None
    return change is not None and (one.category == "position" or change[0] == "dropped")


def _earlier(one: Held, other: Held) -> bool:
    return one.key[0] != other.key[0] and one.day < other.day and apart(one.day, other.day) <= _LONGEST


def _retold(before: Held, one: Held) -> bool:
    """Whether another page has told the same utterance already, as copies and reports of one conference do."""
    same = before.key[0] != one.key[0] and before.kind == one.kind and apart(before.day, one.day) <= _WITHIN
    return same and len(before.pieces & one.pieces) >= _RETOLD * max(len(before.pieces), len(one.pieces), 1)


def _likeness(one: Held, other: Held) -> float:
    """Which share of the shorter one's pairs of letters the other has."""
    return len(one.pieces & other.pieces) / (min(len(one.pieces), len(other.pieces)) or 1)


def _change(before: Held, after: Held, like: Held) -> tuple[Change, str] | None:
    """What became of a position, and why it is thought so; ``None`` where the two are on different matters.

    `like` is the position of the same matter, that one or one before it, whose words are those of the later one.
    """
    alike, shared = _likeness(like, after), bool(like.issues & after.issues)
    if alike >= _ISSUE * 2 and _given_up(before, after):
        return "dropped", "it gives it up"
    if after.category != "position" or alike < (_ISSUE if shared else _SAME):
        return None
    if moved := _moved(before, after, alike, shared):
        return "moved", moved
    same = before.kind == after.kind or _amounts_to(before, after)
    return ("held", "the same stance on the same matter") if same else None


def _moved(before: Held, after: Held, alike: float, shared: bool) -> str | None:
    """In which way the later one is another position; ``None`` where it is not."""
    first, second, less = before.kind, after.kind, "it asked for it before, and takes less now"
    if (first, second) in _OPPOSITE and alike >= _least(first, second, shared) and not _amounts_to(before, after):
        return f"{first} before, {second} now"
    if (first, second) == ("must", "willing") and words_of("softer").search(after.words) and shared:
        return less
    if (first, second) == ("condition", "willing") and shared and not words_of("conditional").search(after.words):
        return "it set a condition before, and is willing now"
    step = words_of("step").search(after.words) and not words_of("step").search(before.words)
    if first == second == "must" and alike >= _LIKE and step and not words_of("rest").search(after.words):
        return less
    told, now = _numbers(before.words), _numbers(after.words)
    if first == second and alike >= _LIKE and told and now and told != now:
        return f"{', '.join(sorted(told))} before, {', '.join(sorted(now))} now"
    return None


def _least(first: str, second: str, shared: bool) -> float:
    """How much alike two opposite positions must be: what is no longer refused is often said in other words."""
    if not shared:
        return _LIKE
    return _ISSUE if (first, second) == ("unwilling", "willing") else _LIKE - 0.1


def _amounts_to(before: Held, after: Held) -> bool:
    """Whether one asks for an amount, and the other refuses what is beyond it."""
    kinds = {before.kind, after.kind}
    refused = before if before.kind == "unwilling" else after
    same = _numbers(before.words) == _numbers(after.words) != frozenset()
    return same and kinds == {"must", "unwilling"} and words_of("beyond").search(refused.words) is not None


def _given_up(before: Held, after: Held) -> bool:
    """Whether the later one gives up the earlier one; a position of not giving something up is none."""
    gives = words_of("given_up").search(after.words) is not None or after.kind == "concede"
    return gives and after.kind not in _REFUSING | {"must", "condition"} and not words_of("given_up").search(before.words)


def _numbers(words: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(words))
