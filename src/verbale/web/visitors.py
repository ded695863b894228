"""Who asks: the visitor of a request, and what the visitor may do."""

from __future__ import annotations

import hmac
from typing import Annotated, Literal

import msgspec
from fastapi import Depends, Form, Request

from verbale.web.problems import Problem

Language = Literal["en", "zh"]


class Visitor(msgspec.Struct, frozen=True, kw_only=True):
    """Whoever asks.

    Attributes:
        language: Of the interface.
        theme: ``auto``, ``light`` or ``dark``.
        token: What every form must bear.
        guarded: Whether one must have an account.
        name: The account's name; ``None`` where there are no accounts.
        editor: Whether the visitor may add and correct.
        seen: The number of the last version that the visitor saw on the visit before; ``None`` on the first.
    """

    language: Language = "en"
    theme: str = "auto"
    token: str = ""
    guarded: bool = False
    name: str | None = None
    editor: bool = True
    seen: int | None = None


def visitor_of(request: Request) -> Visitor:
    """The visitor, as the gate found it.

    Args:
        request: The request.

    Returns:
        The visitor.
    """
    found: Visitor = request.state.visitor
    return found


Asking = Annotated[Visitor, Depends(visitor_of)]


def sent_from_here(
    visitor: Asking, token: Annotated[str, Form(description="From the form that was shown; a page elsewhere has none.")] = ""
) -> None:
    """Refuse a form that was not shown here to this visitor.

    Args:
        visitor: Who sent it.
        token: The form's token.

    Raises:
        Problem: The token is missing or another's.
    """
    if not hmac.compare_digest(token.encode(), visitor.token.encode()):
        raise Problem(403, "form")


def editing(visitor: Asking) -> Visitor:
    """Let only editors through.

    Args:
        visitor: Who asks.

    Returns:
        The visitor.

    Raises:
        Problem: The visitor may only read.
    """
    if not visitor.editor:
        raise Problem(403, "editors")
    return visitor


Editor = Annotated[Visitor, Depends(editing)]
FromHere = Depends(sent_from_here)
