"""What a deed shows of a promise, and whether it came too late."""

from __future__ import annotations

from typing import Literal

import msgspec

from verbale.ledger.outcomes.deeds import Deed
from verbale.ledger.outcomes.pledges import Pledge
from verbale.ledger.outcomes.text import apart

Showing = Literal["kept", "broken", "moved", "failed"]
LATEST = 3  # days after it fell due within which something is still in time, where no single day was named


class Answer(msgspec.Struct, frozen=True):
    """What a deed shows of a promise.

    Attributes:
        shows: ``kept``, ``broken``, ``moved`` (what was agreed is to be, or was, elsewhere) or ``failed`` (not done when it was due).
        reason: Why, in words.
        done: When it was done, ISO 8601.
        confidence: 0 to 1.
    """

    shows: Showing
    reason: str
    done: str
    confidence: float


def is_late(pledge: Pledge, deed: Deed, within: int) -> bool:
    """Whether a page tells a day on which something was done that was too late.

    Args:
        pledge: The promise.
        deed: What was done.
        within: Days after it fell due within which it was still in time.
    """
    return deed.dated and bool(pledge.due_to) and apart(pledge.due_to, deed.first) > within
