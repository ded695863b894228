"""Linking pages that are on the list (marking.py): a few in each transaction, so it can be stopped at any time and goes on where it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, insert, select

from verbale.ledger import finding
from verbale.ledger.connecting import writing
from verbale.ledger.events import contradicting, dating, denials, judged, settling
from verbale.ledger.events.candidates import looked_for, marks
from verbale.ledger.events.comparing import LEAST, compare
from verbale.ledger.events.marking import forget, mark_undated, unsettle, waiting
from verbale.ledger.events.retelling import tellings_of
from verbale.ledger.events.tables import links, telling_keys, tellings, unlinked
from verbale.ledger.events.tellings import Telling, packed
from verbale.ledger.judging.deciding import linked
from verbale.ledger.tables import pages
from verbale.ledger.telling import Key
from verbale.lexicons import own as lexicons

_AT_ONCE = 20  # pages in one transaction
_ASKED = 400  # marks in one statement
_COLUMNS = ("page", "item", "other_page", "other_item", "confidence", "reason")


def link(engine: Engine) -> int:
    """Link all pages that are on the list, and settle what is to be settled.

    Args:
        engine: The ledger.

    Returns:
        How many pages were linked.
    """
    count = 0
    while waiting(engine):
        with writing(engine) as connection, lexicons.holding():
            some = connection.scalars(select(unlinked.c.page).order_by(unlinked.c.page).limit(_AT_ONCE)).all()
            for page in some:
                _link(connection, page)
            settling.settle(connection)
            count += len(some)
    return count


def _link(connection: Connection, page: int) -> None:
    forget(connection, page)
    row = connection.execute(select(pages).where(pages.c.number == page)).one()
    own: Sequence[Telling] = tellings_of(finding.record_of(connection, row), page)
    if not own:
        return
    if own[0].undated:
        own = _dated(connection, page, own)
    connection.execute(insert(tellings), [{"page": page, "item": one.item, "data": packed(one)} for one in own])
    here = list(denials.on_one_page(own))
    open_ones = _unanswered(own, here)
    kept = [{"mark": mark, "page": page, "item": one.item} for one in own for mark in marks(one)]
    kept += [{"mark": mark, "page": page, "item": one.item} for one in open_ones for mark in denials.marks(one)]
    candidates = _candidates(connection, own)
    found = {(*first, *second): (share, why) for first, second, share, why in _linked(own, candidates)}
    found |= {(*first, *second): (judged.SURE, why) for first, second, why in judged.merged(connection, own, page, linked(connection)[0])}
    elsewhere = (found for one in open_ones for found in denials.across(one, _under(denials.looked_for(one), candidates)))
    contradicting.write(connection, ((None, day, contradiction) for day, contradiction in (*here, *elsewhere)))
    if kept:
        connection.execute(insert(telling_keys), kept)
    if found:
        connection.execute(insert(links), [dict(zip(_COLUMNS, (*keys, *told), strict=True)) for keys, told in found.items()])
    unsettle(connection, (one.key for one in own))
    mark_undated(connection, page, {other for keys in found for other in (keys[0], keys[2]) if other != page})


def _dated(connection: Connection, page: int, own: Sequence[Telling]) -> Sequence[Telling]:
    """What an undated page tells, with the day that events give it which it shares with dated pages."""
    candidates = _candidates(connection, own)
    names = dict(connection.execute(select(pages.c.number, pages.c.name).where(pages.c.number.in_(_pages(candidates)))).all())
    days = dating.date(connection, page, (one for telling in own for one in _shared(telling, candidates, names)))
    return [msgspec.structs.replace(one, told=days) for one in own] if days else own


def _pages(candidates: dict[str, list[Telling]]) -> set[int]:
    return {one.page for several in candidates.values() for one in several if not one.undated}


def _shared(own: Telling, candidates: dict[str, list[Telling]], names: Mapping[int, str]) -> Iterator[dating.Shared]:
    """What dated pages tell of the event of a telling: the likeliest, and what is of one event with that."""
    others = [one for one in _under(looked_for(own), candidates) if not one.undated]
    sure = {one.key: compare(own, one).confidence for one in others}
    likely = sorted((one for one in others if sure[one.key] >= LEAST), key=lambda one: (-sure[one.key], one.order))
    same = [one for one in likely if one is likely[0] or compare(likely[0], one).confidence >= LEAST]
    if same:
        yield dating.Shared(own, tuple(sorted(((names[one.page], one) for one in same), key=lambda one: (one[0], one[1].order))))


def _linked(own: Sequence[Telling], candidates: dict[str, list[Telling]]) -> Iterator[tuple[Key, Key, float, str]]:
    """The links of a page's tellings with one another and with those of other pages."""
    for at, one in enumerate(own):
        others = {other.key: other for other in own[at + 1 :]}
        others |= {other.key: other for other in _under(looked_for(one), candidates)}
        for other in others.values():
            found = compare(one, other)
            if found.confidence >= LEAST:
                first, second = sorted((one.key, other.key))
                yield first, second, found.confidence, found.reason


def _under(asked: Sequence[str], candidates: dict[str, list[Telling]]) -> list[Telling]:
    """The candidates under some marks, each once."""
    return list({other.key: other for mark in asked for other in candidates.get(mark, ())}.values())


def _unanswered(own: Sequence[Telling], here: Iterable[denials.Denied]) -> list[Telling]:
    """What a page neither denies itself nor tells as claimed: what it does is answered on no other page."""
    answered = {source.member.item for _, one in here for source in one.sources}
    return [one for one in own if not answered & {member.item for member in one.members}]


def _candidates(connection: Connection, own: Sequence[Telling]) -> dict[str, list[Telling]]:
    """Tellings of other pages by the marks under which they are kept."""
    asked = sorted({mark for one in own for mark in (*looked_for(one), *denials.looked_for(one))})
    found: list[Any] = []
    for start in range(0, len(asked), _ASKED):
        some = telling_keys.c.mark.in_(asked[start : start + _ASKED])
        found += connection.execute(select(telling_keys.c.mark, telling_keys.c.page, telling_keys.c.item).where(some)).all()
    known = {telling.key: telling for telling in settling.loaded(connection, {(row.page, row.item) for row in found})}
    by_mark: dict[str, list[Telling]] = {}
    for row in found:
        by_mark.setdefault(row.mark, []).append(known[row.page, row.item])
    return by_mark
