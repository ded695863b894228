"""What went wrong, told in words: as a page, or as JSON where a program asks. Never with a trace."""

from __future__ import annotations

import logging

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from verbale.errors import LedgerError, UsageError, VerbaleError
from verbale.web.wording import say

_LOG = logging.getLogger("verbale.web")


class Problem(Exception):
    """Something that the visitor is told.

    Args:
        status: The HTTP status.
        key: The sentence in the interface's words, table ``problems``.
        detail: What else is to be said, in the words of whoever found it.
    """

    def __init__(self, status: int, key: str, detail: str = "") -> None:
        super().__init__(key)
        self.status, self.key, self.detail = status, key, detail


class Fault(msgspec.Struct, frozen=True):
    """A problem as a program is told of it.

    Attributes:
        status: The HTTP status.
        problem: Which problem.
        message: In words.
        detail: What else is to be said.
    """

    status: int
    problem: str
    message: str
    detail: str = ""


def install(app: FastAPI) -> None:
    """Let an application tell of problems.

    Args:
        app: The application.
    """
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(VerbaleError, _refused)
    app.add_exception_handler(RequestValidationError, _wrong)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _failure)


def answer(request: Request, status: int, key: str, detail: str = "") -> Response:
    """A problem as the visitor wants to be told.

    Args:
        request: The request.
        status: The HTTP status.
        key: The sentence.
        detail: What else is to be said.

    Returns:
        HTML, or JSON for the addresses of data.
    """
    from verbale.web.rendering import render  # noqa: PLC0415 - it needs what needs this module

    visitor = request.state.visitor
    message = say(visitor.language, f"problems.{key}")
    if request.url.path.endswith((".json", ".csv")):
        body = msgspec.json.encode(Fault(status, key, message, detail))
        return Response(body, status, media_type="application/json")
    return render(request, "problem.html", {"status": status, "message": message, "detail": detail}, status)


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return answer(request, error.status, error.key, error.detail)


async def _refused(request: Request, error: Exception) -> Response:
    """What a ledger does not hold is not found; what cannot be understood is a bad request."""
    status = 404 if isinstance(error, LedgerError) else 400 if isinstance(error, UsageError) else 422
    return answer(request, status, {404: "missing", 400: "asked", 422: "page"}[status], str(error))


async def _wrong(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
    return answer(request, 422, "asked", told)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    key = {404: "missing", 405: "method", 413: "large"}.get(error.status_code, "asked")
    return answer(request, error.status_code, key)


async def _failure(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return answer(request, 500, "failed")
