"""What stands where on which page: the form in which accounts over many pages are compared with labels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from verbale.model import Record


def cross(records: Iterable[tuple[str, Record]]) -> dict[str, Any]:
    """The acts of all pages with the event that each belongs to.

    Args:
        records: Each page's name and record.

    Returns:
        ``acts`` with page, anchor, kind and event. Every event is of one page as yet: a meeting with the acts that tell of it, or a
        single act; ``outcomes``, ``contradictions`` and ``moves``, which need several pages, are empty.
    """
    acts = [one for name, record in records for one in _acts(name, record)]
    return {"acts": acts, "outcomes": [], "contradictions": [], "moves": []}


def _acts(name: str, record: Record) -> list[dict[str, Any]]:
    meetings = {act: meeting.id for meeting in record.meetings for act in meeting.acts}
    return [
        {"page": name, "anchor": [act.anchor.start, act.anchor.end], "kind": act.kind, "event": f"{name}/{meetings.get(act.id, act.id)}"}
        for act in record.acts
    ]
