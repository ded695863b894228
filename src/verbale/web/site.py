"""The application: all views, behind the gate."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from fastapi import FastAPI
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from verbale.web import problems
from verbale.web.desk import Desk
from verbale.web.gate import Gate
from verbale.web.rendering import FOLDERS
from verbale.web.schemas import document
from verbale.web.settings import Settings
from verbale.web.views import ROUTERS


class _Lasting(StaticFiles):
    """Files whose address tells their content may be kept by the browser."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        answer.headers["cache-control"] = "public, max-age=31536000, immutable" if b"v=" in scope["query_string"] else "no-cache"
        return answer


def site(settings: Settings) -> Gate:
    """The reading room of a ledger.

    Args:
        settings: How it is opened.

    Returns:
        The application behind its gate, to be served.

    Raises:
        LedgerError: There is no such ledger, or it cannot be opened.
    """
    desk = Desk(settings)

    @contextlib.asynccontextmanager
    async def lasting(_: FastAPI) -> AsyncIterator[None]:
        desk.intake.catch_up()
        yield
        desk.close()

    app = FastAPI(title="Verbale", docs_url=None, redoc_url=None, lifespan=lasting)
    app.state.desk = desk
    for router in ROUTERS:
        app.include_router(router)
    for name, folder in FOLDERS.items():
        app.mount(f"/{name}", _Lasting(directory=folder), name=name)
    problems.install(app)
    app.openapi = lambda: document(app)  # type: ignore[method-assign]
    return Gate(app, desk)
