"""What stands where on which page: the form in which accounts over many pages are compared with labels."""

from __future__ import annotations

from typing import Any

from verbale.ledger.book import Ledger
from verbale.ledger.telling import Told
from verbale.model import Record


def cross(ledger: Ledger) -> dict[str, Any]:
    """The acts of all pages with the event that each belongs to, and what contradicts what.

    Args:
        ledger: The ledger.

    Returns:
        ``acts`` (and meetings that no act tells) with page, anchor, kind and event; ``contradictions`` with their sources;
        ``outcomes`` and ``moves``.
    """
    homes = ledger.homes()
    acts = [one for name, record in ledger.records() for one in (*_acts(name, record, homes), *_meetings(name, record, homes))]
    return {"acts": acts, "outcomes": _outcomes(ledger), "contradictions": _contradictions(ledger), "moves": _moves(ledger)}


def _acts(name: str, record: Record, homes: dict[tuple[str, str], str]) -> list[dict[str, Any]]:
    return [
        {
            "page": name,
            "anchor": [act.anchor.start, act.anchor.end],
            "kind": act.kind,
            "event": homes.get((name, act.id), f"{name}/{act.id}"),
        }
        for act in record.acts
    ]


def _meetings(name: str, record: Record, homes: dict[tuple[str, str], str]) -> list[dict[str, Any]]:
    """The meetings that no act of the page tells, each where its word stands."""
    return [
        {
            "page": name,
            "anchor": [meeting.because.evidence[0].start, meeting.because.evidence[0].end],
            "kind": "call" if meeting.format in {"phone", "video"} else "meet",
            "event": homes.get((name, meeting.id), f"{name}/{meeting.id}"),
        }
        for meeting in record.meetings
        if not meeting.acts and meeting.because.evidence
    ]


def _contradictions(ledger: Ledger) -> list[dict[str, Any]]:
    return [
        {"field": one.field, "sources": [{"page": source.page, "span": [source.start, source.stop]} for source in one.sources]}
        for one in ledger.contradictions()
    ]


def _outcomes(ledger: Ledger) -> list[dict[str, Any]]:
    return [_place(one.commitment) | {"status": one.status} for one in ledger.outcomes(copied=True)]


def _moves(ledger: Ledger) -> list[dict[str, Any]]:
    return [{"from": _place(one.before), "to": _place(one.after), "status": one.status} for one in ledger.moves()]


def _place(one: Told) -> dict[str, Any]:
    return {"page": one.page, "content": [one.start, one.stop]}
