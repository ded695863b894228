"""Coming in and going out, where there are accounts."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verbale.web.desk import AtDesk
from verbale.web.gate import SESSION, cookie
from verbale.web.problems import Problem
from verbale.web.rendering import render
from verbale.web.schemas import HTML, MOVED, problems
from verbale.web.sessions import LASTS
from verbale.web.visitors import FromHere

router = APIRouter(tags=["accounts"])


@router.get("/login", summary="The form for coming in.", response_class=Response, responses=HTML | MOVED | problems(html=True))
def form(request: Request, desk: AtDesk, next: Annotated[str, Query(max_length=500)] = "/") -> Response:  # noqa: A002
    """Where name and password are asked for."""
    return render(request, "login.html", {"next": inside(next), "wrong": False}) if desk.guarded else RedirectResponse("/", 303)


@router.post("/login", summary="Come in.", dependencies=[FromHere], response_class=Response, responses=HTML | MOVED | problems(html=True))
def come_in(
    request: Request,
    desk: AtDesk,
    name: Annotated[str, Form(max_length=100)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form(max_length=500)] = "/",  # noqa: A002
) -> Response:
    """Begin a session where name and password belong together."""
    if desk.accounts is None:
        return RedirectResponse("/", 303)
    if desk.sessions.refuses(name):
        raise Problem(429, "tries")
    account = desk.accounts.checked(name, password)
    if account is None:
        desk.sessions.failed(name)
        return render(request, "login.html", {"next": inside(next), "wrong": True}, 403)
    answer = RedirectResponse(inside(next), 303)
    token = desk.sessions.start(account.name, account.password)
    answer.headers.append("set-cookie", cookie(SESSION, token, desk.settings.secure, LASTS))
    return answer


@router.post("/logout", summary="Go out.", dependencies=[FromHere], status_code=303, response_class=Response, responses=problems(html=True))
def go_out(request: Request, desk: AtDesk) -> Response:
    """End the session."""
    desk.sessions.end(request.cookies.get(SESSION, ""))
    answer = RedirectResponse("/", 303)
    answer.headers.append("set-cookie", cookie(SESSION, "", desk.settings.secure, 0))
    return answer


def inside(path: str) -> str:
    """Only an address of this site is led to.

    Args:
        path: What a form or an address tells.

    Returns:
        It, or the front page.
    """
    parts = urlsplit(path.replace("\\", "/"))
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.netloc and path.isprintable() else "/"
