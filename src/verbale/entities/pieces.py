"""One piece of a phrase."""

from __future__ import annotations

import msgspec

from verbale.model import Span


class Element(msgspec.Struct, frozen=True):
    """One piece: where it stands, its class, and whom it may mean (ids of the gazetteer; none for a new name)."""

    span: Span
    kind: str
    ids: tuple[str, ...]
