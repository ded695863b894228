"""One judgement, and the items that it is about."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Verdict = Literal["accept", "reject", "edit", "merge", "split"]
OF_ITEMS: frozenset[str] = frozenset({"accept", "reject", "edit"})


class At(msgspec.Struct, frozen=True):
    """An item, however it is found again after its page was read anew.

    Attributes:
        address: The page's address.
        item: The item's id when it was judged.
        category: ``statement``, ``act``, ``meeting``, ``commitment`` or ``position``.
        start: Where its words begin, code points of the page.
        stop: Where they end, half open.
    """

    address: str
    item: str
    category: str
    start: int
    stop: int


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said of an item.

    Attributes:
        number: Its number; they grow with time.
        verdict: What was said.
        at: Which item.
        page: The page's name; ``None`` where the page is no longer in the ledger.
        changes: Of an edit: field → value, as records hold them.
        words: Of an edit: what the page says in the characters that it gives, so that they are not believed where the page has changed.
        parties: Of an edit: the parties that its page does not name, as records hold them.
        others: Of a merge the item that is of the same event, of a split those that are not.
        reason: Why, in the judge's words.
        judge: Who.
        judged: When, UTC.
        undone_by: Who took it back.
        undone: When, UTC; ``None`` while it stands.
    """

    number: int
    verdict: Verdict
    at: At
    page: str | None = None
    changes: dict[str, Any] = {}
    words: dict[str, tuple[str, ...]] = {}
    parties: tuple[dict[str, Any], ...] = ()
    others: tuple[At, ...] = ()
    reason: str | None = None
    judge: str
    judged: str
    undone_by: str | None = None
    undone: str | None = None
