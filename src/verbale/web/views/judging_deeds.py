"""Judging: accept, reject, edit, merge, split, undo; and the name under which that is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Depends, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verbale.errors import LedgerError
from verbale.ledger.connecting import reading
from verbale.ledger.judging.deciding import Opinion
from verbale.ledger.judging.judgement import Judgement
from verbale.web.desk import AtDesk, Desk
from verbale.web.gate import cookie
from verbale.web.problems import Problem
from verbale.web.queries.judging_fields import Field, changes_in, fields_of, typed
from verbale.web.queries.judging_parties import Suggested, suggested
from verbale.web.queries.judging_states import of_item
from verbale.web.rendering import render
from verbale.web.schemas import HTML, problems
from verbale.web.twins import offer
from verbale.web.views.coming_in import inside
from verbale.web.views.judging import PLACE, Asked, Category, found
from verbale.web.views.judging_name import COOKIE, LONGEST, Judge, kept_as, name_in
from verbale.web.visitors import Editor, FromHere

router = APIRouter(tags=["queue"])
Verdict = Literal["accept", "reject", "edit", "merge", "split"]
_STAYING = ("merge", "split")  # what leaves the item as it is
_YEAR = 365 * 24 * 3600
_ANSWERS = HTML | problems(html=True)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement as a form sends it.

    Attributes:
        verdict: What is said.
        item: Of which item, by its id.
        of: The name of its page; empty where only one page has it.
        seen: The state in which it was shown; empty not to ask.
        reason: Why.
        other: Of a merge: the other event, an item of it, or a citation.
        back: The address from which it was sent, where that is not the queue.
    """

    verdict: Verdict
    item: str
    of: str
    seen: str
    reason: str
    other: str
    back: str

    @property
    def name(self) -> str:
        """The item as the ledger finds it."""
        return f"{self.of}#{self.item}" if self.of else self.item


def _said(
    verdict: Annotated[Verdict, Form(description="What is said of the item.")],
    item: Annotated[str, Form(max_length=64, description="The item's id.")],
    of: Annotated[str, Form(max_length=300, description="The name of its page, where several have the same text.")] = "",
    seen: Annotated[str, Form(max_length=40, description="The state in which it was shown.")] = "",
    reason: Annotated[str, Form(max_length=1000, description="Why.")] = "",
    other: Annotated[str, Form(max_length=300, description="Of a merge: the other event, an item of it, or a citation.")] = "",
    back: Annotated[str, Form(max_length=500, description="Where to go afterwards, if not on in the queue.")] = "",
) -> Said:
    return Said(verdict=verdict, item=item, of=of, seen=seen, reason=reason.strip(), other=other.strip(), back=back)


def _place(
    category: Annotated[Category, Form(description="Only this category is gone through.")] = "",
    page: Annotated[str, Form(max_length=300, description="Only this page is gone through.")] = "",
    after: Annotated[str, Form(pattern=f"^({PLACE})?$", max_length=200, description="Where the queue goes on.")] = "",
) -> Asked:
    return Asked(category=category, page=page, after=after)


async def _sent(request: Request) -> dict[str, list[str]]:
    """All fields of a form; those of an edit bear the names of the record's fields."""
    form = await request.form()
    return {name: [value for value in form.getlist(name) if isinstance(value, str)] for name in form}


Place = Annotated[Asked, Depends(_place)]


@router.post("/queue", summary="Judge an item.", dependencies=[FromHere], status_code=303, response_class=Response, responses=_ANSWERS)
def judge(
    request: Request,
    desk: AtDesk,
    _: Editor,
    by: Judge,
    said: Annotated[Said, Depends(_said)],
    asked: Place,
    sent: Annotated[dict[str, list[str]], Depends(_sent)],
) -> Response:
    """Keep a judgement and lead on; an edit sends its fields as ``field.NAME``, sides as ``sides.0``, ``sides.0.person``, and so on."""
    if not by:
        raise Problem(409, "nameless")
    try:
        made = _made(desk, said, Opinion(judge=by, reason=said.reason or None, seen=said.seen or None), sent)
    except LedgerError as error:
        return _refused(request, desk, by, said, asked, sent, str(error))
    _changed(desk, said.verdict)
    stays = {"item": said.item, "of": said.of} if said.verdict in _STAYING else {}
    return _onwards(request, desk, made, said.back, asked, stays)


def _made(desk: Desk, said: Said, opinion: Opinion, sent: Mapping[str, Sequence[str]]) -> Judgement:
    judging = desk.ledger.judgements
    match said.verdict:
        case "accept":
            return judging.accept(said.name, opinion)
        case "reject":
            return judging.reject(said.name, opinion)
        case "split":
            return judging.split(said.name, opinion)
        case "merge":
            return judging.merge(said.name, said.other, opinion)
        case "edit":
            return judging.edit(said.name, changes_in(sent, _fields(desk, said)), opinion)


def _fields(desk: Desk, said: Said) -> list[Field]:
    told = next((one for one in desk.ledger.items(said.name) if one.id == said.item), None)
    return fields_of(desk.ledger.record(told.page), told.category, told.id) if told else []


def _changed(desk: Desk, what: str) -> None:
    """The views follow: what was accepted they show already; events are made anew before the answer where they are what was judged."""
    if what != "accept":
        desk.forget()
    if what in _STAYING:
        desk.ledger.link()
    desk.intake.catch_up()


def _onwards(request: Request, desk: Desk, made: Judgement, back: str, asked: Asked, item: Mapping[str, str]) -> Response:
    if back:
        card = (made.page or "", made.at.item)
        return _card(request, desk, card, back) if "hx-request" in request.headers else RedirectResponse(inside(back), 303)
    told = {"category": asked.category, "page": asked.page, "after": asked.after, **item, "done": str(made.number)}
    return RedirectResponse(f"/queue?{urlencode({name: value for name, value in told.items() if value})}", 303)


def _card(request: Request, desk: Desk, card: tuple[str, str], back: str, detail: str = "", status: int = 200) -> Response:
    """Only the controls of an item, for the view that shows it among others."""
    page, item = card
    with reading(desk.engine) as connection:
        standing = of_item(connection, item, page)
    return render(request, "judging_card.html", {"item": item, "page": page, "standing": standing, "back": back, "detail": detail}, status)


def _refused(request: Request, desk: Desk, by: str, said: Said, asked: Asked, sent: Mapping[str, Sequence[str]], detail: str) -> Response:
    """The item as it is now, with the reason and what was written."""
    with reading(desk.engine) as connection:
        now = of_item(connection, said.item, said.of)
    clash = bool(said.seen) and said.seen != now.seen
    status = 409 if clash else 422
    if said.back and "hx-request" in request.headers:
        return _card(request, desk, (said.of, said.item), inside(said.back), detail, status)
    opened = said.verdict if said.verdict in {"edit", "merge"} else ""
    shown = found(desk, msgspec.structs.replace(asked, item=said.item, of=said.of, open=opened), by)
    written = typed(sent, shown.fields)
    told = {"problem": "clash" if clash else "refused", "detail": detail, "typed": written, "reason": said.reason}
    return render(request, "queue.html", {"view": msgspec.structs.replace(shown, **told)}, status)


@router.post(
    "/queue/undo",
    summary="Take a judgement back: that of a number, else one's last one.",
    dependencies=[FromHere],
    status_code=303,
    response_class=Response,
    responses=_ANSWERS,
)
def undo(
    request: Request,
    desk: AtDesk,
    _: Editor,
    by: Judge,
    asked: Place,
    number: Annotated[int | None, Form(ge=1, le=10**15, description="Its number; none for one's last one.")] = None,
    back: Annotated[str, Form(max_length=500, description="Where to go afterwards, if not to the item.")] = "",
) -> Response:
    """The item is then as it was before, and shown again."""
    try:
        made = desk.ledger.judgements.undo(number or desk.ledger.judgements.last(by).number, by)
    except LedgerError as error:
        raise Problem(409, "undo", str(error)) from error
    _changed(desk, "undo" if made.verdict not in _STAYING else made.verdict)
    return _onwards(request, desk, made, back, asked, {"item": made.at.item, "of": made.page or ""})


@router.post(
    "/queue/name",
    summary="Tell the name under which judgements are kept.",
    dependencies=[FromHere],
    status_code=303,
    response_class=Response,
    responses=problems(html=True),
)
def rename(
    desk: AtDesk,
    visitor: Editor,
    name: Annotated[str, Form(max_length=LONGEST, description="The name; empty for that of the machine's user.")] = "",
    back: Annotated[str, Form(max_length=500)] = "/queue",
) -> Response:
    """Where there are accounts their names are taken, whatever is told."""
    answer = RedirectResponse(inside(back), 303)
    told = name_in(name)
    if not visitor.guarded:
        answer.headers.append("set-cookie", cookie(COOKIE, kept_as(told), desk.settings.secure, _YEAR if told else 0))
    return answer


class Suggestions(msgspec.Struct, frozen=True):
    """Parties that may be meant.

    Attributes:
        parties: They.
    """

    parties: list[Suggested]


def parties(
    desk: AtDesk, _: Editor, q: Annotated[str, Query(max_length=100, description="The beginning of an id or a name.")] = ""
) -> Suggestions:
    """Parties whose id or name begins so."""
    with reading(desk.engine) as connection:
        return Suggestions(suggested(connection, q))


offer(router, "/queue/parties", parties, "judging_parties.html", Suggestions)
