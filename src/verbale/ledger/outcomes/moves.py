"""How positions move: what a party held before and holds now, on the same matter."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, exists, select

from verbale.language.fold import fold
from verbale.ledger import views
from verbale.ledger.outcomes.tables import item_issues
from verbale.ledger.outcomes.text import apart, pieces
from verbale.ledger.tables import items, pages
from verbale.ledger.telling import Told
from verbale.ledger.views import Wanted

Change = Literal["held", "moved", "dropped"]
_SAME = 0.5  # share of the shorter words' pairs of letters from which on they say the same
_LIKE = 0.3  # from which on they are about the same
_ISSUE = 0.12  # the same where they share an issue too
_LONGEST = 400  # days
_SENTENCE = 1
_READ = 600  # positions of a party that are looked at, the latest, where not all are wanted
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

    told: Told
    holder: str
    words: str
    pieces: frozenset[str]
    issues: frozenset[str]


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
    held = sorted(_held(connection, wanted), key=lambda one: (one.told.day or "", one.told.page, one.told.start, one.told.id))
    by_holder: dict[str, list[_Held]] = {}
    found: list[Move] = []
    for one in held:
        before = by_holder.setdefault(one.holder, [])
        found += _moves(one, before[::-1])
        before.append(one)
    found = [one for one in found if (issue is None or one.issue == issue) and _asked(one, wanted)]
    return found[-(wanted.limit or 0) :]


def about(issue: str) -> ColumnElement[bool]:
    """The condition that an item is about an issue by its own words or its sentence's.

    Args:
        issue: The issue's name.

    Returns:
        A condition on the table of items.
    """
    same = (item_issues.c.page == items.c.page, item_issues.c.item == items.c.id)
    return exists().where(*same, item_issues.c.issue == issue, item_issues.c.depth <= _SENTENCE)


def _asked(one: Move, wanted: Wanted) -> bool:
    day = one.after.day or ""
    return (wanted.first is None or day >= wanted.first.isoformat()) and (wanted.last is None or day <= wanted.last.isoformat())


def _held(connection: Connection, wanted: Wanted) -> Iterator[_Held]:
    """Positions and concessions with a day, each with the side that holds it."""
    asked = Wanted(party=wanted.party, last=wanted.last, limit=_READ if wanted.limit else None)
    told = [*views.positions(connection, asked), *views.timeline(connection, msgspec.structs.replace(asked, kinds=("concede",)))]
    issues = _issues(connection, told)
    for one in told:
        holder = _holder(one)
        if one.day and holder and one.words:
            words = fold(one.words)
            yield _Held(one, holder, words, pieces(words), frozenset(issues.get((one.page, one.id), ())))


def _holder(one: Told) -> str | None:
    """The side whose position it is."""
    first = next((party for party in one.parties if party.role in {"holder", "actor"}), None)
    return (first.affiliation if first.type == "person" and first.affiliation else first.id) if first else None


def _issues(connection: Connection, told: Sequence[Told]) -> dict[tuple[str, str], list[str]]:
    """What items are about by their own words."""
    joined = item_issues.join(pages, pages.c.number == item_issues.c.page)
    asked = select(pages.c.name, item_issues.c.item, item_issues.c.issue).select_from(joined).where(item_issues.c.depth == 0)
    found: dict[tuple[str, str], list[str]] = {}
    for start in range(0, len(told), _AT_ONCE):
        some = told[start : start + _AT_ONCE]
        such = item_issues.c.item.in_({one.id for one in some}), pages.c.name.in_({one.page for one in some})
        for name, item, issue in connection.execute(asked.where(*such)):
            found.setdefault((name, item), []).append(issue)
    return found


def _moves(one: _Held, before: Sequence[_Held]) -> Iterator[Move]:
    """From the nearest earlier position on the same matter, where there is one."""
    apart_enough = (other for other in before if other.told.page != one.told.page and _earlier(other, one))
    compared = [(other, change) for other in itertools.islice(apart_enough, _LOOKED_AT) if (change := _change(other, one))]
    if compared and one.told.category == "act":
        compared = [(other, change) for other, change in compared if change[0] == "dropped"]
    if compared:
        other, (status, reason) = max(compared, key=lambda pair: _likeness(pair[0], one))
        issue = min(one.issues & other.issues, default=None)
        yield Move(holder=one.holder, issue=issue, status=status, reason=reason, before=other.told, after=one.told)


def _earlier(one: _Held, other: _Held) -> bool:
    first, second = one.told.day or "", other.told.day or ""
    return one.told.category == "position" and first < second and apart(first, second) <= _LONGEST


def _likeness(one: _Held, other: _Held) -> float:
    """Which share of the shorter one's pairs of letters the other has."""
    return len(one.pieces & other.pieces) / (min(len(one.pieces), len(other.pieces)) or 1)


def _change(before: _Held, after: _Held) -> tuple[Change, str] | None:
    """What became of a position, and why it is thought so; ``None`` where the two are on different matters."""
    alike, shared = _likeness(before, after), bool(before.issues & after.issues)
    if alike >= _ISSUE * 2 and _given_up(before, after):
        return "dropped", "it gives it up"
    if after.told.category != "position" or alike < (_ISSUE if shared else _SAME):
        return None
    if moved := _moved(before, after, alike, shared):
        return "moved", moved
    return ("held", "the same stance on the same matter") if before.told.kind == after.told.kind else None


def _moved(before: _Held, after: _Held, alike: float, shared: bool) -> str | None:
    """In which way the later one is another position; ``None`` where it is not."""
    first, second = before.told.kind, after.told.kind
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
    gives = _DROPPED.search(after.words) is not None or after.told.kind == "concede"
    return gives and after.told.kind not in _REFUSING | {"must", "condition"} and not _DROPPED.search(before.words)


def _numbers(words: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(words))
