"""One view, three forms: a page for a person, the same as ``.json``, and as ``.csv`` where it is a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from verbale.web.rendering import render
from verbale.web.schemas import CSV, HTML, MOVED, Responses, problems, returns


class Moved(msgspec.Struct, frozen=True):
    """What is asked for stands elsewhere.

    Attributes:
        path: The address.
    """

    path: str

    def answer(self, ending: str) -> Response:
        """Lead there.

        Args:
            ending: ``.json`` or ``.csv`` for the twin, empty for the page.

        Returns:
            The answer.
        """
        path, mark, query = self.path.partition("?")
        return RedirectResponse(f"{path.partition('#')[0]}{ending}{mark}{query}" if ending else self.path, 303)


def offer(
    router: APIRouter, path: str, view: Callable[..., Any], template: str, form: type, table: Callable[[Any], bytes] | None = None
) -> None:
    """Offer a view under its address, and under the same with ``.json`` and ``.csv``.

    Args:
        router: Where it is offered.
        path: The address; ``/`` is ``/home`` for its twins.
        view: Finds what is shown; its parameters are those of the address. It gives a Struct.
        template: Shows it.
        form: The Struct's type, for the documentation.
        table: Makes it a table.
    """

    def add(ending: str, answer: Callable[..., Response], responses: Responses) -> None:
        # FastAPI asks the annotations what a handler needs: what the view finds.
        answer.__annotations__["found"] = Annotated[Any, Depends(view)]
        address = f"{'/home' if path == '/' else path}{ending}" if ending else path
        router.add_api_route(
            address,
            answer,
            name=f"{view.__name__}{ending}",
            summary=(view.__doc__ or "").strip().split("\n")[0],
            tags=[path.split("/")[1] or "home"],
            responses=responses | MOVED | problems(html=not ending),
            response_class=Response,
        )

    def as_json(found: Any) -> Response:
        return found.answer(".json") if isinstance(found, Moved) else Response(msgspec.json.encode(found), media_type="application/json")

    add(".json", as_json, returns(form))
    if table:
        make = table

        def as_csv(found: Any) -> Response:
            return found.answer(".csv") if isinstance(found, Moved) else Response(make(found), media_type="text/csv; charset=utf-8")

        add(".csv", as_csv, CSV)

    def as_html(request: Request, found: Any) -> Response:
        return found.answer("") if isinstance(found, Moved) else render(request, template, {"view": found})

    add("", as_html, HTML)
