"""How positions move: what a party held before and holds now, on the same matter."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, Table, and_, case, exists, select

from verbale.language.fold import fold
from verbale.ledger.events.tables import page_days
from verbale.ledger.outcomes.promises import words_of
from verbale.ledger.outcomes.tables import item_issues
from verbale.ledger.outcomes.text import apart
from verbale.ledger.outcomes.text import pieces as pieces_of
from verbale.ledger.parties import parties_named
from verbale.ledger.tables import entities, items, pages, roles
from verbale.ledger.telling import Key, Told, told
from verbale.ledger.views import Wanted
from verbale.lexicons import own

Change = Literal["held", "moved", "dropped"]
_SAME = 0.5  # share of the shorter words' pairs of letters from which on they say the same
_LIKE = 0.3  # from which on they are about the same
_ISSUE = 0.12  # the same where they share an issue too
_LONGEST = 400  # days
_RETOLD = 0.85  # share of both ones' pairs of letters from which on two pages tell one utterance, within so many days
_WITHIN = 3
_SENTENCE = 1
_READ = 400  # positions of a party that are looked at, the latest, where not all are wanted
_AT_ONCE = 200
_LOOKED_AT, _OF_EACH = 40, 3  # matters that a position is compared with, the latest, and positions of each
_OPPOSITE = {
    *(("must", "must_not"), ("must_not", "must"), ("must_not", "willing"), ("willing", "must_not")),
    *(("willing", "unwilling"), ("unwilling", "willing"), ("must", "unwilling")),
}
_REFUSING = {"unwilling", "must_not"}
_NUMBER = re.compile(
    r"百分之[一二三四五六七八九十百零点\d]+|\d+(?:\.\d+)?|[一二三四五六七八九十百千两]+[万亿]*(?=[年月天日个名人公吨艘%成立元])"
)


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """Two positions of one party on one matter, on different days from different pages.

    Attributes:
        holder: The side: a state or body, for whose people the position counts.
        issue: The issue that both are about; ``None`` where only their words are alike.
        status: ``held``, ``moved`` or ``dropped``.
        reason: Why, in words.
        before: The earlier position.
        after: The later one; for what was dropped it can be the act by which it was.
    """

    holder: str
    issue: str | None
    status: Change
    reason: str
    before: Told
    after: Told


class _Held(msgspec.Struct, frozen=True):
    """A position, or a concession, ready to be compared."""

    key: Key
    category: str
    kind: str
    day: str
    order: tuple[str, str, int, str]
    holder: str
    words: str
    pieces: frozenset[str]
    issues: frozenset[str]


_Matter = list[_Held]  # positions of a holder that follow one another, from early to late


class _Found(msgspec.Struct, frozen=True):
    """A move before all that is told of its two positions is read."""

    before: _Held
    after: _Held
    issue: str | None
    status: Change
    reason: str


def moves(connection: Connection, wanted: Wanted, issue: str | None = None) -> list[Move]:
    """How positions move.

    Args:
        connection: The ledger, all of whose pages are weighed.
        wanted: Whose positions, and of which days the later ones are.
        issue: Only this issue.

    Returns:
        The latest that are wanted, by the day of the later position.

    Raises:
        LedgerError: The ledger knows no such party.
    """
    found = _compared(_held(connection, _keys(connection, wanted)))
    found = [one for one in found if (issue is None or one.issue == issue) and _asked(one, wanted)]
    return _told(connection, found[-(wanted.limit or 0) :])


def changes(connection: Connection, among: Sequence[int], holders: Collection[str], issues: Collection[str]) -> list[Move]:
    """What sides no longer hold as they did, within some pages.

    Args:
        connection: The ledger, all of whose pages are weighed.
        among: Numbers of the pages whose positions are compared.
        holders: The sides.
        issues: What the positions are about.

    Returns:
        What moved or was dropped, by the day of the later position.
    """
    found = _compared(one for one in _held(connection, _keys_among(connection, among)) if one.holder in holders)
    return _told(connection, [one for one in found if one.issue in issues and one.status != "held"])


def _compared(held: Iterable[_Held]) -> list[_Found]:
    """Each position with the latest earlier one of its holder on the same matter."""
    by_holder: dict[str, list[_Matter]] = {}
    with own.holding():
        return [found for one in sorted(held, key=lambda one: one.order) for found in _moves(one, by_holder.setdefault(one.holder, []))]


def _told(connection: Connection, found: Sequence[_Found]) -> list[Move]:
    keys = [key for one in found for key in (one.before.key, one.after.key)]
    items_told = dict(zip(keys, told(connection, keys), strict=True))
    return [
        Move(
            holder=one.after.holder,
            issue=one.issue,
            status=one.status,
            reason=one.reason,
            before=items_told[one.before.key],
            after=items_told[one.after.key],
        )
        for one in found
    ]


def about(issue: str) -> ColumnElement[bool]:
    """The condition that an item is about an issue by its own words or its sentence's.

    Args:
        issue: The issue's name.

    Returns:
        A condition on the table of items.
    """
    same = (item_issues.c.page == items.c.page, item_issues.c.item == items.c.id)
    return exists().where(*same, item_issues.c.issue == issue, item_issues.c.depth <= _SENTENCE)


def _asked(one: _Found, wanted: Wanted) -> bool:
    day = one.after.day
    return (wanted.first is None or day >= wanted.first.isoformat()) and (wanted.last is None or day <= wanted.last.isoformat())


def _held(connection: Connection, keys: Sequence[Key]) -> Iterator[_Held]:
    """Positions and concessions with a day, each with the side that holds it; what a copy of a page tells again is left out.

    A page that does not tell its own day has the one that events give it.
    """
    by = and_(roles.c.page == items.c.page, roles.c.item == items.c.id, roles.c.role.in_(("holder", "actor")))
    who = and_(entities.c.page == roles.c.page, entities.c.id == roles.c.party)
    joined = items.join(pages, pages.c.number == items.c.page).join(roles, by).outerjoin(entities, who)
    joined = joined.outerjoin(page_days, page_days.c.page == items.c.page)
    day = case((items.c.day > "", items.c.day), else_=page_days.c.day_to).label("day")
    columns = (items.c.page, items.c.id, items.c.category, items.c.kind, day, items.c.start, items.c.words)
    asked = select(*columns, pages.c.name, roles.c.party, entities.c.type, entities.c.affiliation).select_from(joined)
    for some in _portions(keys):
        such = items.c.page.in_({page for page, _ in some}), items.c.id.in_({item for _, item in some}), pages.c.copy_of.is_(None)
        rows = connection.execute(asked.where(*such, items.c.words > "").order_by(roles.c.position.desc())).all()
        issues = _issues(connection, some)
        first = {(row.page, row.id): row for row in rows}
        yield from (_one(row, issues.get(key, ())) for key, row in first.items() if key in set(some))


def _keys(connection: Connection, wanted: Wanted) -> list[Key]:
    """The latest positions and concessions."""
    by = roles if wanted.party else items
    parties: Sequence[str | None] = parties_named(connection, wanted.party) if wanted.party else (None,)
    found: set[tuple[str, int, str]] = set()
    for party, such in itertools.product(parties, (by.c.category == "position", and_(by.c.category == "act", by.c.kind == "concede"))):
        mine = [such, *([roles.c.party == party] if party else [])]
        for asked in (_dated(by, wanted), _undated(by, wanted)):
            found.update(tuple(row) for row in connection.execute(asked.where(*mine)))
    return [(page, item) for _, page, item in sorted(found)]


def _keys_among(connection: Connection, among: Sequence[int]) -> list[Key]:
    """The positions and concessions of some pages."""
    asked = select(items.c.page, items.c.id, items.c.category, items.c.kind).order_by(items.c.page, items.c.id)
    some = (among[start : start + _AT_ONCE] for start in range(0, len(among), _AT_ONCE))
    rows = (row for numbers in some for row in connection.execute(asked.where(items.c.page.in_(numbers))))
    return [(row.page, row.id) for row in rows if row.category == "position" or (row.category, row.kind) == ("act", "concede")]


def _dated(by: Table, wanted: Wanted) -> Select[Any]:
    until = [by.c.day <= wanted.last.isoformat()] if wanted.last else []
    asked = select(by.c.day, by.c.page, _item(by)).where(by.c.day > "", *until)
    return asked.order_by(by.c.day.desc()).limit(_READ if wanted.limit else None)


def _undated(by: Table, wanted: Wanted) -> Select[Any]:
    """Those of pages whose day only events tell."""
    until = [page_days.c.day_to <= wanted.last.isoformat()] if wanted.last else []
    joined = page_days.join(by, by.c.page == page_days.c.page)
    return select(page_days.c.day_to, by.c.page, _item(by)).select_from(joined).where(by.c.day == "", *until)


def _item(by: Table) -> ColumnElement[str]:
    return by.c.item if by is roles else by.c.id


def _portions(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


def _one(row: Any, issues: Iterable[str]) -> _Held:
    words, order = fold(row.words), (row.day, row.name, row.start, row.id)
    holder = row.affiliation if row.type == "person" and row.affiliation else row.party
    return _Held((row.page, row.id), row.category, row.kind, row.day, order, holder, words, pieces_of(words), frozenset(issues))


def _issues(connection: Connection, keys: Sequence[Key]) -> dict[Key, list[str]]:
    """What items are about by their own words."""
    such = item_issues.c.page.in_({page for page, _ in keys}), item_issues.c.item.in_({item for _, item in keys}), item_issues.c.depth == 0
    found: dict[Key, list[str]] = {}
    for row in connection.execute(select(item_issues.c.page, item_issues.c.item, item_issues.c.issue).where(*such)):
        found.setdefault((row.page, row.item), []).append(row.issue)
    return found


def _moves(one: _Held, matters: list[_Matter]) -> Iterator[_Found]:
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
        yield _Found(before, one, min(one.issues & alike.issues, default=None), *found)
    if one.category == "position":
        matters.append(matters.pop(next(place for place, other in enumerate(matters) if other is matter)))
        matter.append(one)


def _follows(before: _Held, one: _Held) -> bool:
    """Whether a position, or what gives one up, is on the matter of an earlier one."""
    change = _change(before, one, before) if _earlier(before, one) else None
    return change is not None and (one.category == "position" or change[0] == "dropped")


def _earlier(one: _Held, other: _Held) -> bool:
    return one.key[0] != other.key[0] and one.day < other.day and apart(one.day, other.day) <= _LONGEST


def _retold(before: _Held, one: _Held) -> bool:
    """Whether another page has told the same utterance already, as copies and reports of one conference do."""
    same = before.key[0] != one.key[0] and before.kind == one.kind and apart(before.day, one.day) <= _WITHIN
    return same and len(before.pieces & one.pieces) >= _RETOLD * max(len(before.pieces), len(one.pieces), 1)


def _likeness(one: _Held, other: _Held) -> float:
    """Which share of the shorter one's pairs of letters the other has."""
    return len(one.pieces & other.pieces) / (min(len(one.pieces), len(other.pieces)) or 1)


def _change(before: _Held, after: _Held, like: _Held) -> tuple[Change, str] | None:
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


def _moved(before: _Held, after: _Held, alike: float, shared: bool) -> str | None:
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


def _amounts_to(before: _Held, after: _Held) -> bool:
    """Whether one asks for an amount, and the other refuses what is beyond it."""
    kinds = {before.kind, after.kind}
    refused = before if before.kind == "unwilling" else after
    same = _numbers(before.words) == _numbers(after.words) != frozenset()
    return same and kinds == {"must", "unwilling"} and words_of("beyond").search(refused.words) is not None


def _given_up(before: _Held, after: _Held) -> bool:
    """Whether the later one gives up the earlier one; a position of not giving something up is none."""
    gives = words_of("given_up").search(after.words) is not None or after.kind == "concede"
    return gives and after.kind not in _REFUSING | {"must", "condition"} and not words_of("given_up").search(before.words)


def _numbers(words: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(words))
