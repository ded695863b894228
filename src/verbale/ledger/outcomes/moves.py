"""How positions move: what a party held before and holds now, on the same matter."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, exists, select

from verbale.language.fold import fold
from verbale.ledger.outcomes.tables import item_issues
from verbale.ledger.outcomes.text import apart
from verbale.ledger.outcomes.text import pieces as pieces_of
from verbale.ledger.parties import parties_named
from verbale.ledger.tables import entities, items, pages, roles
from verbale.ledger.telling import Key, Told, told
from verbale.ledger.views import Wanted

Change = Literal["held", "moved", "dropped"]
_SAME = 0.5  # share of the shorter words' pairs of letters from which on they say the same
_LIKE = 0.3  # from which on they are about the same
_ISSUE = 0.12  # the same where they share an issue too
_LONGEST = 400  # days
_SENTENCE = 1
_READ = 400  # positions of a party that are looked at, the latest, where not all are wanted
_AT_ONCE = 200
_LOOKED_AT = 40  # earlier positions that one is compared with, the latest
_OPPOSITE = {
    *(("must", "must_not"), ("must_not", "must"), ("must_not", "willing"), ("willing", "must_not")),
    *(("willing", "unwilling"), ("unwilling", "willing"), ("must", "unwilling")),
}
_DROPPED = re.compile("放弃|不再(?:坚持|要求|反对|寻求|把|将)|撤回|收回|让步|松口|取消[^，。]{0,8}(?:要求|条件|前提)")
_REFUSING = {"unwilling", "must_not"}
_SOFTER = re.compile("接受|分阶段|分步|分期|部分|减至|降至|缩短|推迟到|改为|可以|不排除")
_NUMBER = re.compile(r"百分之[一二三四五六七八九十百零点\d]+|\d+(?:\.\d+)?|[一二三四五六七八九十百千两]+(?=[年月天日个名人公吨艘%成])")


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
    by_holder: dict[str, list[_Held]] = {}
    found: list[_Found] = []
    for one in sorted(_held(connection, wanted), key=lambda one: one.order):
        before = by_holder.setdefault(one.holder, [])
        found += _moves(one, before[::-1])
        before.append(one)
    found = [one for one in found if (issue is None or one.issue == issue) and _asked(one, wanted)]
    return _told(connection, found[-(wanted.limit or 0) :])


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


def _held(connection: Connection, wanted: Wanted) -> Iterator[_Held]:
    """Positions and concessions with a day, each with the side that holds it; what a copy of a page tells again is left out."""
    by = and_(roles.c.page == items.c.page, roles.c.item == items.c.id, roles.c.role.in_(("holder", "actor")))
    who = and_(entities.c.page == roles.c.page, entities.c.id == roles.c.party)
    joined = items.join(pages, pages.c.number == items.c.page).join(roles, by).outerjoin(entities, who)
    columns = (items.c.page, items.c.id, items.c.category, items.c.kind, items.c.day, items.c.start, items.c.words)
    asked = select(*columns, pages.c.name, roles.c.party, entities.c.type, entities.c.affiliation).select_from(joined)
    for some in _portions(_keys(connection, wanted)):
        such = items.c.page.in_({page for page, _ in some}), items.c.id.in_({item for _, item in some}), pages.c.copy_of.is_(None)
        rows = connection.execute(asked.where(*such, items.c.words > "").order_by(roles.c.position.desc())).all()
        issues = _issues(connection, some)
        first = {(row.page, row.id): row for row in rows}
        yield from (_one(row, issues.get(key, ())) for key, row in first.items() if key in set(some))


def _keys(connection: Connection, wanted: Wanted) -> list[Key]:
    """The latest positions and concessions."""
    by = roles if wanted.party else items
    item = roles.c.item if wanted.party else items.c.id
    parties: Sequence[str | None] = parties_named(connection, wanted.party) if wanted.party else (None,)
    found: set[tuple[str, int, str]] = set()
    for party, such in itertools.product(parties, (by.c.category == "position", and_(by.c.category == "act", by.c.kind == "concede"))):
        mine = [roles.c.party == party] if party else []
        mine += [by.c.day <= wanted.last.isoformat()] if wanted.last else []
        asked = select(by.c.day, by.c.page, item.label("item")).where(such, by.c.day > "", *mine).order_by(by.c.day.desc())
        found.update(tuple(row) for row in connection.execute(asked.limit(_READ if wanted.limit else None)))
    return [(page, item) for _, page, item in sorted(found)]


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


def _moves(one: _Held, before: Sequence[_Held]) -> Iterator[_Found]:
    """From the nearest earlier position on the same matter, where there is one."""
    apart_enough = (other for other in before if other.key[0] != one.key[0] and _earlier(other, one))
    compared = [(other, change) for other in itertools.islice(apart_enough, _LOOKED_AT) if (change := _change(other, one))]
    if compared and one.category == "act":
        compared = [(other, change) for other, change in compared if change[0] == "dropped"]
    if compared:
        other, (status, reason) = max(compared, key=lambda pair: _likeness(pair[0], one))
        issue = min(one.issues & other.issues, default=None)
        yield _Found(other, one, issue, status, reason)


def _earlier(one: _Held, other: _Held) -> bool:
    return one.category == "position" and one.day < other.day and apart(one.day, other.day) <= _LONGEST


def _likeness(one: _Held, other: _Held) -> float:
    """Which share of the shorter one's pairs of letters the other has."""
    return len(one.pieces & other.pieces) / (min(len(one.pieces), len(other.pieces)) or 1)


def _change(before: _Held, after: _Held) -> tuple[Change, str] | None:
    """What became of a position, and why it is thought so; ``None`` where the two are on different matters."""
    alike, shared = _likeness(before, after), bool(before.issues & after.issues)
    if alike >= _ISSUE * 2 and _given_up(before, after):
        return "dropped", "it gives it up"
    if after.category != "position" or alike < (_ISSUE if shared else _SAME):
        return None
    if moved := _moved(before, after, alike, shared):
        return "moved", moved
    return ("held", "the same stance on the same matter") if before.kind == after.kind else None


def _moved(before: _Held, after: _Held, alike: float, shared: bool) -> str | None:
    """In which way the later one is another position; ``None`` where it is not."""
    first, second = before.kind, after.kind
    if (first, second) in _OPPOSITE and alike >= (_LIKE - 0.1 if shared else _LIKE):
        return f"{first} before, {second} now"
    if (first, second) == ("must", "willing") and _SOFTER.search(after.words) and shared:
        return "it asked for it before, and takes less now"
    told, now = _numbers(before.words), _numbers(after.words)
    if first == second and alike >= _LIKE and told and now and told != now:
        return f"{', '.join(sorted(told))} before, {', '.join(sorted(now))} now"
    return None


def _given_up(before: _Held, after: _Held) -> bool:
    """Whether the later one gives up the earlier one; a position of not giving something up is none."""
    gives = _DROPPED.search(after.words) is not None or after.kind == "concede"
    return gives and after.kind not in _REFUSING | {"must", "condition"} and not _DROPPED.search(before.words)


def _numbers(words: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(words))
