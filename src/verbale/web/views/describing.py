"""What a program may ask: the OpenAPI document, for a person; and the visit that is remembered."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from verbale.web.desk import AtDesk
from verbale.web.gate import SEEN, cookie
from verbale.web.rendering import render
from verbale.web.schemas import HTML, problems
from verbale.web.visitors import FromHere

router = APIRouter()
_YEAR = 365 * 24 * 3600


@router.get("/api", summary="This description, for a person.", tags=["api"], response_class=Response, responses=HTML | problems(html=True))
def api(request: Request) -> Response:
    """Every address with its parameters."""
    return render(request, "api.html", {"document": request.app.openapi()})


@router.get("/keys", summary="The keys and the marks.", tags=["api"], response_class=Response, responses=HTML | problems(html=True))
def keys(request: Request) -> Response:
    """What the keys do and what the colours mean."""
    return render(request, "keys.html", {})


@router.post(
    "/seen",
    summary="Remember what is new as seen.",
    tags=["home"],
    dependencies=[FromHere],
    status_code=303,
    response_class=Response,
    responses=problems(html=True),
)
def seen(desk: AtDesk, last: Annotated[int, Form(ge=0, le=10**15)] = 0) -> Response:
    """What came until now is no longer new to this visitor."""
    answer = RedirectResponse("/", 303)
    answer.headers.append("set-cookie", cookie(SEEN, str(last), desk.settings.secure, _YEAR))
    return answer
