"""Correcting: the doubtful first, one at a time; accepted, rejected, edited, merged, and undone."""

from __future__ import annotations

import getpass
import os
from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Depends, Form, Path, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verbale.errors import LedgerError
from verbale.ledger.connecting import reading
from verbale.ledger.judging.deciding import Opinion
from verbale.ledger.judging.judgement import Judgement
from verbale.ledger.telling import Told
from verbale.model import ARTICLE_KINDS, Record, Span
from verbale.web.desk import AtDesk, Desk
from verbale.web.marked import ShownLine, marked_item
from verbale.web.problems import Problem
from verbale.web.queries.judging import Alike, alike, written
from verbale.web.schemas import problems
from verbale.web.tables import csv_of, items_table
from verbale.web.twins import offer
from verbale.web.visitors import Editor, FromHere, Visitor

router = APIRouter()
CATEGORIES = ("statement", "act", "meeting", "position", "commitment")
Category = Literal["statement", "act", "meeting", "position", "commitment", ""]
Verdict = Literal["accept", "reject", "edit", "merge", "split"]
_AROUND = 2  # lines before and after
_SHOWN = 60
_COLUMNS = ("number", "verdict", "page", "item", "category", "judge", "judged", "reason", "undone_by", "undone")


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """What nobody has judged, the most doubtful first.

    Attributes:
        category: Only of this category; empty for all.
        page: Only of this page.
        items: The items.
        history: The last judgements, the last first.
    """

    category: str
    page: str
    items: list[Told]
    history: list[Judgement]


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """An item that is to be judged.

    Attributes:
        item: It.
        seen: Its state, which a judgement must name.
        fields: Its fields as people write them.
        alike: What may tell of the same event.
        history: What was judged of it before.
        done: The judgement that was made just now.
        category: Only this category is gone through; empty for all.
        record: The record of its page.
    """

    item: Told
    seen: str
    fields: dict[str, str]
    alike: list[Alike]
    history: list[Judgement]
    done: Judgement | None
    category: str
    record: Record

    def lines(self) -> list[ShownLine]:
        """The lines around it, in which it is marked."""
        found = marked_item(self.record, Span(self.item.start, self.item.stop))
        at = next((place for place, line in enumerate(found) if any(run.cited for run in line.runs)), 0)
        return [line for line in found[max(0, at - _AROUND) : at + _AROUND + 1] if line.kind in ARTICLE_KINDS or line is found[at]]


class _Said(msgspec.Struct, frozen=True):
    """What a form says."""

    verdict: Verdict
    seen: str | None
    reason: str
    other: str
    category: str
    changes: dict[str, str] = {}


def _said(
    verdict: Annotated[Verdict, Form(description="accept, reject, edit, merge or split.")],
    seen: Annotated[str, Form(max_length=40, description="The state in which it was shown.")] = "",
    reason: Annotated[str, Form(max_length=500)] = "",
    other: Annotated[str, Form(max_length=300, description="For merge: an event, an item of it, or a citation.")] = "",
    category: Annotated[Category, Form()] = "",
) -> _Said:
    return _Said(verdict, seen or None, reason, other, category)


def review(
    desk: AtDesk,
    _: Editor,
    category: Annotated[Category, Query(description="Only of this category.")] = "",
    page: Annotated[str, Query(max_length=300, description="Only of this page.")] = "",
) -> Queue:
    """What nobody has judged, the most doubtful first."""
    history = desk.ledger.judgements.history(limit=20)
    return Queue(category=category, page=page, items=_queue(desk, category, page), history=history[::-1])


def _queue(desk: Desk, category: str, page: str = "") -> list[Told]:
    wanted = (category,) if category else ()
    if page:
        return desk.ledger.judgements.queue(_SHOWN, wanted, page)
    found = desk.remembered(f"queue {category}", lambda: desk.ledger.judgements.queue(_SHOWN, wanted))
    return [one for one in found if (one.page, one.id) not in desk.judged]


def doubt(
    desk: AtDesk,
    _: Editor,
    identity: Annotated[str, Path(max_length=64, description="The item's id.")],
    done: Annotated[int | None, Query(ge=0, le=10**15, description="The judgement made before.")] = None,
    category: Annotated[Category, Query(description="Only this category is gone through.")] = "",
) -> Doubt:
    """An item with its passage, its fields, what may be the same event, and what was judged of it before."""
    one = _only(desk, identity)
    record = desk.ledger.record(one.page)
    with reading(desk.engine) as connection:
        near = alike(connection, one) if one.category in {"act", "meeting"} else []
    judgements = desk.ledger.judgements
    made = next((other for other in judgements.history(limit=50) if other.number == done), None) if done else None
    history = judgements.history(item=one.id)
    told = {"item": one, "seen": judgements.state(one), "fields": written(record, one), "alike": near}
    return Doubt(**told, history=history, done=made, category=category, record=record)  # type: ignore[arg-type]


def _only(desk: Desk, identity: str) -> Told:
    found = desk.ledger.items(identity)
    exact = [one for one in found if one.id == identity] or found
    if not exact:
        raise LedgerError(f"{identity}: no such item, or it was rejected")
    return exact[0]


def _judge(visitor: Visitor) -> str:
    return visitor.name or os.environ.get("VERBALE_JUDGE") or getpass.getuser()


@router.post(
    "/review/undo",
    summary="Take a judgement back: one's last one, or that of a number.",
    tags=["review"],
    dependencies=[FromHere],
    status_code=303,
    response_class=Response,
    responses=problems(html=True),
)
def undo(
    desk: AtDesk,
    visitor: Editor,
    number: Annotated[int | None, Form(ge=0, le=10**15)] = None,
    category: Annotated[Category, Form()] = "",
) -> Response:
    """The item is then as it was, and shown again."""
    judge, judgements = _judge(visitor), desk.ledger.judgements
    try:
        made = judgements.undo(judgements.last(judge).number if number is None else number, judge)
    except LedgerError as error:
        raise Problem(409, "undo", str(error)) from error
    desk.judged.discard((made.page or "", made.at.item))
    _changed(desk)
    return RedirectResponse(f"/review/{made.at.item}?category={category}", 303)


def _changed(desk: Desk) -> None:
    desk.forget(keep="queue")
    desk.intake.catch_up()


@router.post(
    "/review/{identity}",
    summary="Judge an item.",
    tags=["review"],
    dependencies=[FromHere],
    status_code=303,
    response_class=Response,
    responses=problems(html=True),
)
async def judge(
    request: Request, desk: AtDesk, visitor: Editor, identity: Annotated[str, Path(max_length=64)], said: Annotated[_Said, Depends(_said)]
) -> Response:
    """Keep the judgement and lead to the next item; the fields of an edit bear their names with ``field.`` before them."""
    form = await request.form()
    changes = {name.removeprefix("field."): str(value) for name, value in form.items() if name.startswith("field.")}
    return await run_in_threadpool(_judged, desk, visitor, identity, msgspec.structs.replace(said, changes=changes))


def _judged(desk: Desk, visitor: Visitor, identity: str, said: _Said) -> Response:
    one = _only(desk, identity)
    following = _following(desk, one, said.category)
    made = _keep(desk, one, Opinion(judge=_judge(visitor), reason=said.reason or None, seen=said.seen), said)
    if said.verdict not in {"merge", "split"}:
        desk.judged.add((one.page, one.id))
    _changed(desk)
    stay = said.verdict in {"merge", "split"}
    place = f"/review/{one.id}" if stay else f"/review/{following}" if following else "/review"
    return RedirectResponse(f"{place}?done={made.number}&category={said.category}", 303)


def _keep(desk: Desk, one: Told, opinion: Opinion, said: _Said) -> Judgement:
    judgements = desk.ledger.judgements
    try:
        if said.verdict == "merge":
            return judgements.merge(one.id, said.other.strip(), opinion)
        if said.verdict == "split":
            return judgements.split(one.id, opinion)
        if said.verdict == "edit":
            before = written(desk.ledger.record(one.page), one)
            changes = {field: value for field, value in said.changes.items() if value.strip() != before.get(field)}
            return judgements.edit(one.id, changes, opinion)
        return judgements.accept(one.id, opinion) if said.verdict == "accept" else judgements.reject(one.id, opinion)
    except LedgerError as error:
        now = judgements.state(one)
        raise Problem(409, "faster" if opinion.seen not in (None, now) else "judging", str(error)) from error


def _following(desk: Desk, one: Told, category: str) -> str | None:
    """The next in the queue."""
    ids = [other.id for other in _queue(desk, category)]
    at = ids.index(one.id) + 1 if one.id in ids else 0
    return next((other for other in (*ids[at:], *ids[:at]) if other != one.id), None)


@router.get(
    "/review/{identity}/next",
    summary="Lead to the next item of the queue.",
    tags=["review"],
    status_code=303,
    response_class=Response,
    responses=problems(html=True),
)
def following(
    desk: AtDesk, _: Editor, identity: Annotated[str, Path(max_length=64)], category: Annotated[Category, Query()] = ""
) -> Response:
    """Where one goes on without judging."""
    place = _following(desk, _only(desk, identity), category)
    return RedirectResponse(f"/review/{place}?category={category}" if place else "/review", 303)


class History(msgspec.Struct, frozen=True, kw_only=True):
    """All judgements.

    Attributes:
        page: Only those on this page.
        judgements: They, the last first.
    """

    page: str
    judgements: list[Judgement]


def history(
    desk: AtDesk,
    page: Annotated[str, Query(max_length=300, description="Only those on this page.")] = "",
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> History:
    """What people said of the records, also what was undone."""
    return History(page=page, judgements=desk.ledger.judgements.history(page or None, limit=limit)[::-1])


def _judgements_table(found: History) -> bytes:
    rows = ({**msgspec.structs.asdict(one), "item": one.at.item, "category": one.at.category} for one in found.judgements)
    return csv_of(_COLUMNS, rows)


offer(router, "/review", review, "review.html", Queue, lambda found: items_table(found.items))
offer(router, "/review/history", history, "history.html", History, _judgements_table)
offer(router, "/review/{identity}", doubt, "doubt.html", Doubt)
