"""Adding pages: drop files or paste one."""

from __future__ import annotations

import asyncio
import concurrent.futures
from typing import Annotated

from fastapi import APIRouter, Form, Path, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verbale.web.desk import AtDesk
from verbale.web.intake import Batch, Given
from verbale.web.problems import Problem
from verbale.web.rendering import page_url, render, web_url
from verbale.web.schemas import HTML, problems
from verbale.web.twins import offer
from verbale.web.visitors import Editor, FromHere

router = APIRouter()
_SOON = 20  # seconds for which one page is waited for


@router.get("/add", summary="The form for adding pages.", tags=["add"], response_class=Response, responses=HTML | problems(html=True))
def form(request: Request, _: Editor) -> Response:
    """Where pages are dropped or pasted."""
    return render(request, "add.html", {})


@router.post(
    "/add",
    summary="Add files, or one text.",
    tags=["add"],
    dependencies=[FromHere],
    status_code=303,
    response_class=Response,
    responses=problems(html=True),
)
async def add(
    desk: AtDesk,
    _: Editor,
    files: list[UploadFile] = [],  # noqa: B006
    text: Annotated[str, Form(description="A page's text or HTML.")] = "",
    url: Annotated[str, Form(max_length=2000, description="Its address in the web.")] = "",
) -> Response:
    """Add what was given, and lead to the record or to the progress."""
    if url and not web_url(url):
        raise Problem(400, "url")
    given = [Given(one.filename or "file", await one.read()) for one in files if one.size]
    given += [Given(None, text.encode("utf-8", "replace"), url or None)] if text.strip() else []
    if not given:
        raise Problem(400, "nothing_given")
    identity, done = desk.intake.take(given)
    if len(given) == 1:
        await asyncio.to_thread(concurrent.futures.wait, [done], _SOON)
    desk.forget()
    batch = desk.intake.batch(identity)
    if batch and batch.finished and batch.pages == 1 and batch.arrived[0].outcome != "failed":
        return RedirectResponse(page_url(batch.arrived[0].name), 303)
    return RedirectResponse(f"/add/{identity}", 303)


def batch(desk: AtDesk, _: Editor, identity: Annotated[str, Path(max_length=40)]) -> Batch:
    """How far a batch of pages is."""
    found = desk.intake.batch(identity)
    if found is None:
        raise Problem(404, "batch")
    if found.finished:
        desk.forget()
    return found


offer(router, "/add/{identity}", batch, "batch.html", Batch)
