"""By what name somebody judges: that of the account, else one that was told and is kept in a cookie, else that of the machine's user."""

from __future__ import annotations

import getpass
import os
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import Depends
from starlette.requests import Request

from verbale.web.visitors import Asking

COOKIE = "verbale_judge"
LONGEST = 64  # characters


def judge_of(request: Request, visitor: Asking) -> str:
    """The name under which a visitor's judgements are kept.

    Args:
        request: The request.
        visitor: Who asks.

    Returns:
        The name; empty where nobody knows it yet.
    """
    if visitor.guarded:
        return visitor.name or ""
    return name_in(unquote(request.cookies.get(COOKIE, ""))) or os.environ.get("VERBALE_JUDGE") or _user()


def name_in(written: str) -> str:
    """A name as it is kept.

    Args:
        written: What somebody wrote.

    Returns:
        It without signs that cannot be seen, empty for none.
    """
    return " ".join("".join(sign if sign.isprintable() else " " for sign in written).split())[:LONGEST]


def kept_as(name: str) -> str:
    """A name as a cookie holds it.

    Args:
        name: The name.

    Returns:
        ASCII.
    """
    return quote(name, safe="")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""


Judge = Annotated[str, Depends(judge_of)]
