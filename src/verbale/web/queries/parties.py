"""What the ledger knows of parties."""

from __future__ import annotations

import itertools
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, bindparam, exists, func, select

from verbale.ledger.outcomes.tables import item_issues
from verbale.ledger.tables import entities, names, roles
from verbale.ledger.telling import Told, told
from verbale.ledger.tokens import folded

_LATEST = 300  # meetings that are looked at for whom somebody met
_FORMS = 60
_DOING = ("speaker", "actor", "by", "holder", "side", "person")
_SPOKEN = 1500  # statements and positions that are looked at for what they are about
_LATEST_OF = select(entities).where(entities.c.id == bindparam("identity")).order_by(entities.c.page.desc()).limit(1)


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A party in a list.

    Attributes:
        id: The party's id.
        type: person, state, organization, place or group.
        name: English name.
        name_zh: Chinese name.
        affiliation: For whom it acts.
        pages: On how many pages it is named, or how often it was met.
    """

    id: str
    type: str
    name: str | None
    name_zh: str | None
    affiliation: str | None
    pages: int


def most_named(connection: Connection) -> list[Named]:
    """All parties, those named on most pages first.

    Args:
        connection: The ledger.

    Returns:
        The parties.
    """
    asked = select(entities.c.id, func.count(), func.max(entities.c.page)).group_by(entities.c.id)
    rows = connection.execute(asked).all()
    latest = {identity: (count, page) for identity, count, page in rows}
    order = sorted(latest, key=lambda identity: (-latest[identity][0], identity))[:2000]
    known = _known(connection, {identity: latest[identity][1] for identity in order})
    return [_named(known[identity], latest[identity][0]) for identity in order]


def _known(connection: Connection, pages: dict[str, int]) -> dict[str, Named]:
    """What one page each tells of parties."""
    found: dict[str, Named] = {}
    wanted = list(pages.items())
    for start in range(0, len(wanted), 200):
        some = dict(wanted[start : start + 200])
        asked = select(entities).where(entities.c.id.in_(some), entities.c.page.in_(set(some.values())))
        for row in connection.execute(asked):
            if some.get(row.id) == row.page:
                found[row.id] = _told_of(row)
    return found


def _told_of(row: Any) -> Named:
    return Named(id=row.id, type=row.type, name=row.name, name_zh=row.name_zh, affiliation=row.affiliation, pages=0)


def _named(known: Named, count: int) -> Named:
    return msgspec.structs.replace(known, pages=count)


def one(connection: Connection, identity: str) -> Named | None:
    """A party as the latest page names it.

    Args:
        connection: The ledger.
        identity: Its id.

    Returns:
        The party; ``None`` where no page names it.
    """
    count, page = connection.execute(select(func.count(), func.max(entities.c.page)).where(entities.c.id == identity)).one()
    return _named(_known(connection, {identity: page})[identity], count) if count else None


def forms(connection: Connection, identity: str) -> list[str]:
    """The forms in which pages name a party, folded.

    Args:
        connection: The ledger.
        identity: Its id.

    Returns:
        The forms, the shortest first.
    """
    found = connection.scalars(select(names.c.form).where(names.c.party == identity)).all()
    return sorted(found, key=lambda form: (len(form), form))[:_FORMS]


def known_names(connection: Connection, identities: set[str]) -> dict[str, Named]:
    """What the latest pages tell of parties.

    Args:
        connection: The ledger.
        identities: Ids.

    Returns:
        Id → party, for those that the ledger has.
    """
    found = {}
    for identity in sorted(identities):  # each by itself: the index then gives the latest page of those whom thousands name
        row = connection.execute(_LATEST_OF, {"identity": identity}).first()
        if row is not None:
            found[identity] = _told_of(row)
    return found


def whom_met(connection: Connection, identity: str) -> list[Named]:
    """Whom a party met in its latest meetings.

    Args:
        connection: The ledger.
        identity: Its id.

    Returns:
        The parties with how often, the oftenest first.
    """
    taking = ("side", "person")
    theirs = select(roles.c.page, roles.c.item).where(roles.c.party == identity, roles.c.category == "meeting", roles.c.role.in_(taking))
    latest = theirs.order_by(roles.c.day.desc(), roles.c.page.desc()).limit(_LATEST).subquery()
    same = and_(roles.c.page == latest.c.page, roles.c.item == latest.c.item)
    asked = select(roles.c.party, func.count()).select_from(latest.join(roles, same))
    asked = asked.where(roles.c.role.in_(taking), roles.c.party != identity).group_by(roles.c.party)
    times = {identity: count for identity, count in connection.execute(asked)}
    known = known_names(connection, set(times))
    others = [_named(known[other], count) for other, count in times.items() if other in known and known[other].affiliation != identity]
    return sorted(others, key=lambda other: (-other.pages, other.id))


def issues_of(connection: Connection, identity: str) -> list[tuple[str, int]]:
    """What a party speaks of.

    Args:
        connection: The ledger.
        identity: Its id.

    Returns:
        Issues with how many of its latest statements and positions are about each, the most first.
    """
    spoken = roles.c.party == identity, roles.c.category.in_(("statement", "position"))
    own = select(roles.c.page, roles.c.item, roles.c.day).where(*spoken)
    latest = own.order_by(roles.c.day.desc(), roles.c.page.desc()).limit(_SPOKEN).distinct().subquery()
    same = and_(item_issues.c.page == latest.c.page, item_issues.c.item == latest.c.item)
    asked = select(item_issues.c.issue, func.count()).select_from(latest.join(item_issues, same)).where(item_issues.c.depth <= 1)
    found = connection.execute(asked.group_by(item_issues.c.issue))
    return sorted(((str(issue), int(count)) for issue, count in found), key=lambda pair: (-pair[1], pair[0]))


def said(connection: Connection, identity: str, category: str, limit: int, issue: str = "") -> list[Told]:
    """The latest items of a category in which somebody speaks, promises or holds.

    Args:
        connection: The ledger.
        identity: The party; persons who act for it count too.
        category: The category.
        limit: How many.
        issue: Only what is about it; empty for all.

    Returns:
        The items, the latest first.
    """
    own = roles.c.role.in_((*_DOING, "affiliation"))
    asked = select(roles.c.page, roles.c.item, roles.c.day).where(roles.c.party == identity, roles.c.category == category, own)
    if issue:
        about = item_issues.c.page == roles.c.page, item_issues.c.item == roles.c.item
        asked = asked.where(exists().where(*about, item_issues.c.issue == issue, item_issues.c.depth <= 1))
    rows = connection.execute(asked.order_by(roles.c.day.desc(), roles.c.page.desc(), roles.c.item.desc()).limit(3 * limit)).all()
    found = told(connection, list(dict.fromkeys((page, item) for page, item, _ in rows)))
    by_page = (sorted(group, key=lambda one: one.start) for _, group in itertools.groupby(found, lambda one: (one.day, one.page)))
    return [one for group in by_page for one in group if _does(one, identity)][:limit]


def _does(one: Told, identity: str) -> bool:
    return any(party.role in _DOING and identity in (party.id, party.affiliation) for party in one.parties)


def beginning(connection: Connection, start: str, limit: int = 12) -> list[Named]:
    """Parties of whose names one begins so, for completing what somebody types.

    Args:
        connection: The ledger.
        start: The beginning.
        limit: How many at most.

    Returns:
        The parties.
    """
    form = folded(start.strip())
    if not form:
        return []
    found = connection.scalars(select(names.c.party).where(names.c.form.startswith(form, autoescape=True)).limit(5 * limit)).all()
    identities = list(dict.fromkeys(found))[:limit]
    known = known_names(connection, set(identities))
    return [known[identity] for identity in identities if identity in known]
