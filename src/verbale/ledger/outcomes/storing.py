"""Keeping what a ledger's pages show of one another's promises, page by page, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Select, Table, and_, bindparam, insert, or_, select, union

from verbale.language.fold import fold
from verbale.ledger.connecting import reading, writing
from verbale.ledger.entry import record_in
from verbale.ledger.events.tables import page_days
from verbale.ledger.judging.applying import applied
from verbale.ledger.judging.keeping import standing_on
from verbale.ledger.outcomes import deeds as done
from verbale.ledger.outcomes import marking
from verbale.ledger.outcomes import pledges as promised
from verbale.ledger.outcomes.again import due_alike
from verbale.ledger.outcomes.issues import issues_of
from verbale.ledger.outcomes.tables import (
    answers,
    deed_keys,
    deeds,
    item_issues,
    pledge_again,
    pledge_keys,
    pledges,
    unweighed,
    weighed_days,
)
from verbale.ledger.outcomes.text import Text, later
from verbale.ledger.outcomes.weighing import weigh
from verbale.ledger.tables import pages, versions
from verbale.ledger.talks import gathering, settling
from verbale.ledger.talks.tables import talk_stale
from verbale.lexicons import own
from verbale.model import Record, Span

_AT_ONCE = 50  # pages weighed in one transaction
_TALKS = 2000  # pages after which talks are shown as far as they are known
_BACK = 400  # days for which a promise is looked for behind a deed
_PLEDGE, _DEED = msgspec.json.Decoder(promised.Pledge), msgspec.json.Decoder(done.Deed)
_Pair = tuple[int, promised.Pledge, int, done.Deed]

_PROMISED = (
    select(pledges.c.page, pledges.c.item, pledges.c.data)
    .join(pledge_keys, and_(pledge_keys.c.page == pledges.c.page, pledge_keys.c.item == pledges.c.item))
    .where(
        pledge_keys.c.mark == bindparam("mark"),
        pledge_keys.c.first >= bindparam("back"),
        pledge_keys.c.first <= bindparam("day"),
        pledge_keys.c.last >= bindparam("day"),
    )
)
_DONE = (
    select(deeds.c.page, deeds.c.place, deeds.c.data)
    .join(deed_keys, and_(deed_keys.c.page == deeds.c.page, deed_keys.c.place == deeds.c.place))
    .where(deed_keys.c.mark == bindparam("mark"), deed_keys.c.day >= bindparam("first"), deed_keys.c.day <= bindparam("last"))
)


def weigh_all(engine: Engine) -> int:
    """Weigh all pages that came since this was last done.

    Args:
        engine: The ledger.

    Returns:
        How many pages were weighed.
    """
    asked = _waiting()
    with reading(engine) as connection:
        if connection.scalar(asked.limit(1)) is None and connection.scalar(select(talk_stale.c.sides).limit(1)) is None:
            return 0
    weighed = 0
    while True:
        with writing(engine) as connection, own.holding():
            some = connection.scalars(asked.limit(_AT_ONCE)).all()
            for page in some:
                weigh_page(connection, page)
            weighed += len(some)
            if len(some) < _AT_ONCE or weighed % _TALKS == 0:
                settling.settle(connection)
        if len(some) < _AT_ONCE:
            return weighed


def _waiting() -> Select[Any]:
    """The pages to be weighed: those that came, and those without a day of their own that events now give another one."""
    joined = page_days.outerjoin(weighed_days, weighed_days.c.page == page_days.c.page)
    same = weighed_days.c
    others = or_(same.page.is_(None), same.day_from != page_days.c.day_from, same.day_to != page_days.c.day_to)
    given = select(page_days.c.page).select_from(joined).where(others)
    gone = select(weighed_days.c.page).where(weighed_days.c.page.not_in(select(page_days.c.page)))
    every = union(select(unweighed.c.page), given, gone).subquery()
    return select(every.c.page).order_by(every.c.page)


def weigh_page(connection: Connection, page: int) -> None:
    """Find what a page tells of promises of all pages, and what all pages tell of its own.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    marking.forget(connection, page)
    likely = connection.execute(select(page_days.c.page, page_days.c.day_from, page_days.c.day_to).where(page_days.c.page == page)).all()
    _write(connection, weighed_days, (dict(row._mapping) for row in likely))
    text = Text(_record(connection, page), next(((row.day_from, row.day_to) for row in likely), ("", "")))
    _write(connection, item_issues, _issues(text, page))
    gathering.gather(connection, page, text)
    own_pledges, own_deeds = list(promised.pledges_of(text)), list(done.deeds_of(text))
    _write(connection, pledges, (_pledge_row(page, one) for one in own_pledges))
    _write(connection, pledge_again, due_alike(connection, page, own_pledges))
    _write(connection, pledge_keys, (_pledge_key(page, one, mark) for one in own_pledges for mark in promised.marks_of(one)))
    own_deeds = [one for one in own_deeds if done.marks_of(one)]
    _write(connection, deeds, ({"page": page, "place": one.place, "data": _packed(one)} for one in own_deeds))
    _write(connection, deed_keys, (_deed_key(page, one, mark) for one in own_deeds for mark in done.marks_of(one)))
    found = {(pair[0], pair[1].item, pair[2], pair[3].place): pair for pair in _pairs(connection, page, own_pledges, own_deeds)}
    _write(connection, answers, (row for pair in found.values() for row in _answer(pair)))


def _record(connection: Connection, page: int) -> Record:
    """The page's present record, with what people say of it."""
    joined = pages.join(versions, versions.c.number == pages.c.version)
    row = connection.execute(select(pages.c.address, versions.c.record).select_from(joined).where(pages.c.number == page)).one()
    return applied(record_in(row.record), standing_on(connection, row.address))


def _write(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    if several := list(rows):
        connection.execute(insert(table), several)


def _packed(value: promised.Pledge | done.Deed) -> bytes:
    return msgspec.json.encode(value)


def _pledge_row(page: int, one: promised.Pledge) -> dict[str, Any]:
    told = {"told": one.told, "due": one.falls_due, "lasting": int(one.kind.lasting)}
    return {"page": page, "item": one.item} | told | {"data": _packed(one)}


def _pledge_key(page: int, one: promised.Pledge, mark: str) -> dict[str, Any]:
    return {"mark": mark, "first": one.first, "page": page, "item": one.item, "last": one.last}


def _deed_key(page: int, one: done.Deed, mark: str) -> dict[str, Any]:
    return {"mark": mark, "day": one.first, "page": page, "place": one.place}


def _pairs(connection: Connection, page: int, own_pledges: Iterable[promised.Pledge], own_deeds: Iterable[done.Deed]) -> Iterator[_Pair]:
    """Promises and deeds that may belong together and of which at least one is the page's own."""
    for deed in own_deeds:
        yield from ((other, pledge, page, deed) for other, pledge in _promised_before(connection, deed))
    for pledge in own_pledges:
        yield from ((page, pledge, other, deed) for other, deed in _done_after(connection, pledge))


def _promised_before(connection: Connection, deed: done.Deed) -> Iterator[tuple[int, promised.Pledge]]:
    """The promises that a deed may answer, each once, in order."""
    asked = {"day": deed.first, "back": later(deed.first, -_BACK)}
    rows = (row for mark in sorted(done.marks_of(deed)) for row in connection.execute(_PROMISED, asked | {"mark": mark}))
    found = {(row.page, row.item): row.data for row in rows}
    yield from ((page, _PLEDGE.decode(found[page, item])) for page, item in sorted(found))


def _done_after(connection: Connection, pledge: promised.Pledge) -> Iterator[tuple[int, done.Deed]]:
    """The deeds that may answer a promise, each once, in order."""
    asked = {"first": pledge.first, "last": pledge.last}
    rows = (row for mark in sorted(promised.marks_of(pledge)) for row in connection.execute(_DONE, asked | {"mark": mark}))
    found = {(row.page, row.place): row.data for row in rows}
    yield from ((page, _DEED.decode(found[page, place])) for page, place in sorted(found))


def _answer(pair: _Pair) -> Iterator[dict[str, Any]]:
    page, pledge, by_page, deed = pair
    answer = weigh(pledge, deed, same_page=page == by_page)
    if answer is not None:
        yield {"page": page, "item": pledge.item, "by_page": by_page, "place": deed.place} | {
            "shows": answer.shows,
            "reason": answer.reason,
            "done": answer.done,
            "told": deed.told,
            "act": deed.act,
            "line": deed.line,
            "start": deed.start,
            "stop": deed.stop,
            "confidence": answer.confidence,
        }


def _issues(text: Text, page: int) -> Iterator[dict[str, Any]]:
    """What each item of a page is about: by its own words, else by its sentence, else by the title."""
    record = text.record
    title = tuple(issues_of(fold(record.page.title or "")) or next((issues_of(one.words) for one in text.sentences[:1]), ()))
    for item, content, start in _matters(record):
        own, sentence = issues_of(text.words(content)), issues_of(text.sentence(start).words)
        depth, found = next(((depth, found) for depth, found in enumerate((own, sentence, title)) if found), (0, ()))
        yield from ({"page": page, "item": item, "issue": issue, "depth": depth} for issue in found)


def _matters(record: Record) -> Iterator[tuple[str, Span | None, int]]:
    """The items that are about something, each with its content and where it begins."""
    anchors = {act.id: act.anchor.start for act in record.acts}
    yield from ((act.id, act.content, act.anchor.start) for act in record.acts)
    yield from ((one.id, one.content, one.content.start) for one in record.commitments)
    yield from ((one.id, one.content, one.content.start) for one in record.positions)
    for one in record.meetings:
        starts = [anchors[act] for act in one.acts if act in anchors] or [span.start for span in one.because.evidence]
        yield one.id, next(iter(one.agenda), None), starts[0] if starts else 0
