"""Which tellings are one event: made anew for all that is linked with what came or went, and for nothing else."""

from __future__ import annotations

import collections
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from verbale.ledger.events import contradicting, fields, judged
from verbale.ledger.events.clustering import Key, Link, clusters
from verbale.ledger.events.days import ahead
from verbale.ledger.events.intervals import Days, iso
from verbale.ledger.events.tables import event_members, events, links, tellings, unsettled
from verbale.ledger.events.tellings import Telling, unpacked
from verbale.ledger.judging.deciding import linked
from verbale.ledger.sources import origins
from verbale.model import stable_id

_ASKED = 400  # keys in one statement


def settle(connection: Connection) -> int:
    """Make all events anew that something unsettled belongs to.

    Args:
        connection: A transaction that writes.

    Returns:
        How many events were written.
    """
    start = {(page, item) for page, item in connection.execute(select(unsettled.c.page, unsettled.c.item))}
    connection.execute(delete(unsettled))
    keys, found = _component(connection, start)
    known = loaded(connection, keys)
    _clear(connection, [one.key for one in known])
    groups = _grouped(known, found, judged.apart(known, linked(connection)[1]))
    return _write(connection, groups, found)


def _component(connection: Connection, start: set[Key]) -> tuple[set[Key], list[Link]]:
    """All tellings that are linked with some, directly or by others, and their links."""
    seen, edge, found = set(start), set(start), {}
    while edge:
        for link in _links_of(connection, edge):
            found[link[:2]] = link
        edge = {key for link in found.values() for key in link[:2]} - seen
        seen |= edge
    return seen, list(found.values())


def _links_of(connection: Connection, keys: set[Key]) -> list[Link]:
    """The links of tellings. Pages and items apart find some too many, but each by the index."""
    found, asked = [], sorted(keys)
    for start in range(0, len(asked), _ASKED):
        some = asked[start : start + _ASKED]
        on_pages, items = {page for page, _ in some}, {item for _, item in some}
        for page, item in ((links.c.page, links.c.item), (links.c.other_page, links.c.other_item)):
            rows = connection.execute(select(links).where(page.in_(on_pages), item.in_(items)))
            found += [Link((row.page, row.item), (row.other_page, row.other_item), row.confidence) for row in rows]
    return [link for link in found if link.one in keys or link.other in keys]


def loaded(connection: Connection, keys: Iterable[Key]) -> list[Telling]:
    """Tellings.

    Args:
        connection: The ledger.
        keys: Page number and item id of each.

    Returns:
        Those that there are, in no order.
    """
    wanted, found = set(keys), []
    asked = sorted(wanted)
    for start in range(0, len(asked), _ASKED):
        some = asked[start : start + _ASKED]
        there = tellings.c.page.in_({page for page, _ in some}) & tellings.c.item.in_({item for _, item in some})
        rows = connection.execute(select(tellings).where(there))
        found += [unpacked(row.data) for row in rows if (row.page, row.item) in wanted]
    return found


def _grouped(known: Sequence[Telling], found: Sequence[Link], apart: judged.Apart) -> list[list[Telling]]:
    """Events of all tellings, each component by itself."""
    there = {one.key for one in known}
    return clusters(known, [link for link in found if link.one in there and link.other in there], apart)


def _clear(connection: Connection, keys: Sequence[Key]) -> None:
    ids: set[str] = set()
    asked = sorted(keys)
    for start in range(0, len(asked), _ASKED):
        some = asked[start : start + _ASKED]
        there = event_members.c.page.in_({page for page, _ in some}) & event_members.c.item.in_({item for _, item in some})
        ids |= set(connection.scalars(select(event_members.c.event).where(there)))
    gone = sorted(ids)
    for start in range(0, len(gone), _ASKED):
        some_ids = gone[start : start + _ASKED]
        contradicting.of_events(connection, some_ids)
        connection.execute(delete(event_members).where(event_members.c.event.in_(some_ids)))
        connection.execute(delete(events).where(events.c.id.in_(some_ids)))


def _write(connection: Connection, groups: Sequence[Sequence[Telling]], found: Sequence[Link]) -> int:
    sure: dict[Key, float] = {}
    homes = {one.key: number for number, group in enumerate(groups) for one in group}
    for link in found:
        if homes.get(link.one) is not None and homes.get(link.one) == homes.get(link.other):
            for key in link[:2]:
                sure[key] = max(sure.get(key, 0.0), link.confidence)
    rows, members = [], []
    for identity, group in zip(_free_ids(connection, groups), groups, strict=True):
        rows.append(_event(identity, group, sure))
        members += _members(identity, group, sure)
    if rows:
        connection.execute(insert(events), rows)
        connection.execute(insert(event_members), members)
    _contradict(connection, [(row["id"], group) for row, group in zip(rows, groups, strict=True)])
    return len(rows)


def _free_ids(connection: Connection, groups: Sequence[Sequence[Telling]]) -> list[str]:
    """An id for each event that no other has; the same page at two addresses has the same items twice."""
    wanted, taken, found = [event_id(group) for group in groups], set(), []
    for start in range(0, len(wanted), _ASKED):
        taken |= set(connection.scalars(select(events.c.id).where(events.c.id.in_(wanted[start : start + _ASKED]))))
    for identity in wanted:
        free = identity
        while free in taken:
            free = stable_id(free)
        taken.add(free)
        found.append(free)
    return found


def _contradict(connection: Connection, settled: Sequence[tuple[str, Sequence[Telling]]]) -> None:
    """Write where events contradict themselves; whose word each page gives is asked only where several pages tell."""
    pages = {one.page for _, group in settled for one in group if len(group) > 1}
    origin = origins(connection, pages) if pages else {}
    found = []
    for identity, group in settled:
        told = min((one.told for one in group if one.told), default=None)
        days = days_of(group) or told
        found += [(identity, days[0] if days else None, one) for one in fields.contradictions(group, origin)]
    contradicting.write(connection, found)


def event_id(group: Sequence[Telling]) -> str:
    """The id of an event: it changes only when the least of its members' ids does, so seldom when members come.

    Args:
        group: Its tellings.

    Returns:
        Twelve hexadecimal digits.
    """
    return stable_id("event", min(one.item for one in group))


def _event(identity: str, group: Sequence[Telling], sure: dict[Key, float]) -> dict[str, Any]:
    days, places = days_of(group), collections.Counter(place for one in group for place in one.places)
    told = min((one.told for one in group if one.told), default=None)
    sorted_by = days or told
    shares = [sure[one.key] for one in group if one.key in sure]
    return {
        "id": identity,
        "kind": _kind(group),
        "day": iso(sorted_by[0]) if sorted_by else "",
        "day_from": iso(days[0]) if days else None,
        "day_to": iso(days[1]) if days else None,
        "place": min(places, key=lambda place: (-places[place], place), default=None),
        "modality": modality_of(group),
        "members": sum(len(one.members) for one in group),
        "pages": len({one.page for one in group}),
        "confidence": round(sum(shares) / len(shares), 3) if shares else 1.0,
    }


def _members(identity: str, group: Sequence[Telling], sure: dict[Key, float]) -> list[dict[str, Any]]:
    return [
        {
            "page": one.page,
            "item": member.item,
            "event": identity,
            "category": member.category,
            "confidence": sure.get(one.key, 1.0),
        }
        for one in group
        for member in one.members
    ]


def _kind(group: Sequence[Telling]) -> str:
    kinds = collections.Counter(one.kind for one in group)
    for kind in ("meet", "call"):
        if kind in kinds:
            return kind
    return min(kinds, key=lambda kind: (-kinds[kind], kind))


def modality_of(group: Sequence[Telling]) -> str:
    """What became of an event as far as its pages tell: ``happened`` where one tells it as done, ``cancelled`` where one calls it off."""
    told = [one.modality for one in group if one.kind != "cancel"]
    if "happened" in told:
        return "happened"
    if any(one.kind == "cancel" and one.modality == "happened" for one in group):
        return "cancelled"
    order = ("planned", "proposed", "conditional", "possible", "not_happened", "denied")
    return next((modality for modality in order if modality in told), "possible")


def days_of(group: Sequence[Telling]) -> Days | None:
    """The days of an event: what most pages tell, the narrower before the wider, what was done before what was planned."""
    held = [one for one in group if one.days and not ahead(one)] or [one for one in group if one.days]
    counted = collections.Counter(one.days for one in held if one.days)
    return min(counted, key=lambda days: (-counted[days], days[1] - days[0], days), default=None)
