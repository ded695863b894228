"""Correcting: what nobody has judged, the most doubtful first, one at a time."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Depends, Query
from sqlalchemy import Connection, select

from verbale.errors import LedgerError
from verbale.ledger.connecting import reading
from verbale.ledger.finding import items_named
from verbale.ledger.judging import keeping
from verbale.ledger.judging.judgement import Judgement
from verbale.ledger.judging.queueing import Place, place_of, queue
from verbale.ledger.tables import judgements, pages
from verbale.ledger.telling import Key, Told
from verbale.model import Entity, Record
from verbale.web.desk import AtDesk, Desk
from verbale.web.marked import ShownLine
from verbale.web.queries.judging_events import Home, Likely, home_of, likely
from verbale.web.queries.judging_fields import Field, fields_of
from verbale.web.queries.judging_passage import passage
from verbale.web.queries.judging_states import UNSEEN, standing
from verbale.web.tables import items_table
from verbale.web.twins import offer
from verbale.web.views.judging_name import Judge
from verbale.web.visitors import Editor

router = APIRouter()
CATEGORIES = ("statement", "act", "meeting", "position", "commitment")
Category = Literal["", "statement", "act", "meeting", "position", "commitment"]
Open = Literal["", "edit", "merge"]
PLACE = r"((?:0|1)(?:\.\d{1,20})?(?:e-\d{1,3})?)~((?:\d{4}-\d\d-\d\d)?)~(\d{1,15})~(\d{1,15})~(\w{1,64})"
_OF_EVENTS = ("act", "meeting")


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the address asks for.

    Attributes:
        category: Only items of this category; empty for all.
        page: Only items of this page; empty for all.
        after: Where in the queue to go on; empty for its beginning.
        item: The item that is shown, wherever the queue is; empty for the next one of the queue.
        of: The name of its page, where several have the same text.
        open: The form that is open: ``edit``, ``merge`` or empty.
        around: How many lines of the page are shown before and after the item.
        done: The number of the judgement that was made just now.
        limit: How many items the table has.
    """

    category: Category = ""
    page: str = ""
    after: str = ""
    item: str = ""
    of: str = ""
    open: Open = ""
    around: int = 2
    done: int | None = None
    limit: int = 20


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """An item that is to be judged, with everything that is needed to judge it.

    Attributes:
        asked: What the address asked for.
        judge: Under which name judgements are kept.
        item: It; ``None`` where nothing is left.
        seen: Its state, which a judgement must name.
        after: Where the queue goes on behind it.
        lines: The lines of its page around it, with its words marked.
        fields: What its record says.
        parties: The parties of its page.
        home: The event that it belongs to.
        likely: Events that it may belong to.
        history: What was judged of it before, the last first.
        done: The judgement that was made just now.
        waiting: This item and those that come behind it.
        problem: Why the last judgement could not be made: ``clash`` where somebody was faster, else ``refused``; empty for no problem.
        detail: The same in the ledger's words.
        typed: What was written into the form that could not be taken.
        reason: The reason that was written there.
    """

    asked: Asked
    judge: str
    item: Told | None = None
    seen: str = UNSEEN
    after: str = ""
    lines: list[ShownLine] = []
    fields: list[Field] = []
    parties: list[Entity] = []
    home: Home | None = None
    likely: list[Likely] = []
    history: list[Judgement] = []
    done: Judgement | None = None
    waiting: list[Told] = []
    problem: str = ""
    detail: str = ""
    typed: dict[str, list[str]] = {}
    reason: str = ""


def asked_for(
    category: Annotated[Category, Query(description="Only items of this category.")] = "",
    page: Annotated[str, Query(max_length=300, description="Only items of this page.")] = "",
    after: Annotated[str, Query(pattern=f"^({PLACE})?$", max_length=200, description="Where in the queue to go on.")] = "",
    item: Annotated[str, Query(max_length=64, description="The item to show, by its id.")] = "",
    open: Annotated[Open, Query(description="The form to open.")] = "",  # noqa: A002
    around: Annotated[int, Query(ge=0, le=10_000, description="Lines of the page before and after it.")] = 2,
    done: Annotated[int | None, Query(ge=1, le=10**15, description="The judgement that was made just now.")] = None,
) -> Asked:
    """What the address of the queue asks for."""
    return Asked(category=category, page=page, after=after, item=item, open=open, around=around, done=done)


def correct(
    desk: AtDesk,
    _: Editor,
    judge: Judge,
    asked: Annotated[Asked, Depends(asked_for)],
    of: Annotated[str, Query(max_length=300, description="The name of its page, where several have the same text.")] = "",
    limit: Annotated[int, Query(ge=1, le=500, description="How many items the table has.")] = 20,
) -> Queue:
    """What nobody has judged, the most doubtful first."""
    return found(desk, msgspec.structs.replace(asked, of=of, limit=limit), judge)


def found(desk: Desk, asked: Asked, judge: str) -> Queue:
    """What is to be judged.

    Args:
        desk: What the reading room works with.
        asked: What the address asks for.
        judge: Who judges.

    Returns:
        The item with its passage and its history.

    Raises:
        LedgerError: There is no such page or item, and nothing was ever judged of it.
    """
    with reading(desk.engine) as connection:
        wanted = (asked.category,) if asked.category else ()
        waiting = queue(connection, asked.limit, wanted, asked.page or None, place_in(asked.after))
        history = keeping.history(connection, judgements.c.item == asked.item)[::-1] if asked.item else []
        item = _named(connection, asked, bool(history)) if asked.item else next(iter(waiting), None)
        done = keeping.history(connection, judgements.c.number == asked.done) if asked.done else []
        shown = Queue(asked=asked, judge=judge, waiting=waiting, history=history, done=next(iter(done), None), after=asked.after)
        told = _about(connection, item, asked) if item else {}
    record = desk.ledger.record(item.page) if item else None
    return msgspec.structs.replace(shown, item=item, **told, **(_read(record, item, asked.around) if record and item else {}))


def _named(connection: Connection, asked: Asked, judged: bool) -> Told | None:
    """The item of an id; what was rejected is no longer there, but was judged."""
    several = items_named(connection, f"{asked.of}#{asked.item}" if asked.of else asked.item)
    exact = [one for one in several if one.id == asked.item]
    if not exact and not judged:
        raise LedgerError(f"{asked.item}: no such item in this ledger")
    return next(iter(exact), None)


def _about(connection: Connection, item: Told, asked: Asked) -> dict[str, object]:
    key = _key(connection, item)
    said = standing(connection, [item.page], [item.id]).get(f"{item.page}#{item.id}")
    judged = said is not None and said.last is not None
    place = place_of(connection, key)
    told: dict[str, object] = {"seen": said.seen if said else UNSEEN}
    told["after"] = place_told(place) if place and not judged else asked.after
    if said:
        told["history"] = keeping.history(connection, judgements.c.item == item.id)[::-1]
    if item.category in _OF_EVENTS:
        told |= {"home": home_of(connection, key), "likely": likely(connection, key) if asked.open == "merge" else []}
    return told


def _key(connection: Connection, item: Told) -> Key:
    return connection.scalar(select(pages.c.number).where(pages.c.name == item.page)) or 0, item.id


def _read(record: Record, item: Told, around: int) -> dict[str, object]:
    return {
        "lines": passage(record, item, around),
        "fields": fields_of(record, item.category, item.id),
        "parties": list(record.entities),
    }


def place_in(written: str) -> Place | None:
    """The place that an address tells.

    Args:
        written: From :func:`place_told`; empty for none.

    Returns:
        The place, ``None`` for the beginning of the queue.
    """
    told = re.fullmatch(PLACE, written)
    return Place(float(told[1]), told[2], int(told[3]), int(told[4]), told[5]) if told else None


def place_told(place: Place) -> str:
    """A place as an address tells it.

    Args:
        place: The place.

    Returns:
        Its parts with tildes between them.
    """
    return "~".join(map(str, place))


offer(router, "/queue", correct, "queue.html", Queue, lambda shown: items_table(shown.waiting))
