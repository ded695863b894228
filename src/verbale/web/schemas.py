"""What the OpenAPI document says of answers: their forms come from the Structs themselves."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

import verbale
from verbale.web.problems import Fault

Responses = dict[int | str, dict[str, Any]]
_REFERENCE = "#/components/schemas/{name}"
_FORMS: dict[str, type] = {"Fault": Fault}
HTML: Responses = {200: {"description": "The page.", "content": {"text/html": {"schema": {"type": "string"}}}}}
CSV: Responses = {200: {"description": "The table, with a header.", "content": {"text/csv": {"schema": {"type": "string"}}}}}
TEXT: Responses = {200: {"description": "The text.", "content": {"text/plain": {"schema": {"type": "string"}}}}}
MOVED: Responses = {303: {"description": "It stands elsewhere."}}
_PROBLEMS = {
    400: "The question cannot be understood.",
    401: "One must come in first.",
    403: "Not allowed, or not asked from here.",
    404: "There is no such thing in this ledger.",
    409: "Somebody was faster, or it cannot be done.",
    405: "This address does not take that.",
    413: "Too large.",
    422: "A value of the wrong kind.",
    429: "Too often.",
}


def returns(form: type) -> Responses:
    """The documentation of an answer in JSON.

    Args:
        form: The Struct that is given.

    Returns:
        For FastAPI's ``responses``.
    """
    _FORMS[form.__name__] = form
    schema = {"$ref": _REFERENCE.format(name=form.__name__)}
    return {200: {"description": "The same as data.", "content": {"application/json": {"schema": schema}}}}


def problems(*, html: bool = False) -> Responses:
    """The documentation of problems.

    Args:
        html: Whether they are told as pages.

    Returns:
        For FastAPI's ``responses``.
    """
    kind = "text/html" if html else "application/json"
    schema = {"type": "string"} if html else {"$ref": _REFERENCE.format(name="Fault")}
    return {status: {"description": told, "content": {kind: {"schema": schema}}} for status, told in _PROBLEMS.items()}


def document(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document, made once.

    Args:
        app: The application.

    Returns:
        It.
    """
    if app.openapi_schema is None:
        made = get_openapi(title="Verbale", version=verbale.__version__, description="The reading room of a ledger.", routes=app.routes)
        _, forms = msgspec.json.schema_components(_FORMS.values(), ref_template=_REFERENCE)
        made.setdefault("components", {}).setdefault("schemas", {}).update(forms)
        app.openapi_schema = made
    return app.openapi_schema
