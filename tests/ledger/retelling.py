"""Invented pages with their acts, to see which of them a ledger takes for one event."""

import datetime
from collections.abc import Iterable
from typing import Any

from bench.ledger_pages import entry
from verbale.ledger.book import Ledger
from verbale.ledger.connecting import writing
from verbale.ledger.entry import Entry
from verbale.ledger.writing import put as put_one


def act(kind: str, words: str, who: str, to: str = "", **fields: Any) -> dict[str, Any]:
    """An act; `words` is its line, with the anchor between slashes and, behind a bar, how its content begins and ends.

    Persons are written with the state that they act for: ``baizhou@BWA``, or ``baizhou@`` where the page does not tell it.
    """
    return {"kind": kind, "words": words, "who": who.split(), "to": to.split()} | fields


def page(name: str, day: str | None, *acts: dict[str, Any], outlet: str | None = None, head: str = "") -> Entry:
    """A page that consists of the lines of its acts."""
    lines, labelled, start = [head] * bool(head), [], len(head) + 1 if head else 0
    for number, one in enumerate(acts, len(lines) + 1):
        before, anchor, after = one["words"].split("/")
        line = before + anchor + after.replace("|", "")
        label: dict[str, Any] = {name: one[name] for name in ("date", "place", "kind") if one.get(name)}
        label |= {"actors": _ids(one["who"]), "recipients": _ids(one["to"]), "line": number}
        label["modality"] = one.get("modality", "happened")
        label["according_to"] = (_ids([one["voice"]]) or [None])[0] if one.get("voice") else None
        label["anchor"] = [start + len(before), start + len(before) + len(anchor)]
        if "|" in after:
            skipped, content = after.split("|")[:2]
            begin = start + len(before) + len(anchor) + len(skipped)
            label["content"] = [begin, begin + len(content)]
        labelled.append(label)
        lines.append(line)
        start += len(line) + 1
    named = {party for one in acts for party in (*one["who"], *one["to"], one.get("voice")) if party}
    labels = {"acts": labelled, "entities": list(_entities(named)), "published": day}
    return entry("\n".join(lines), name, datetime.date(2020, 1, 1), labels, outlet)


def _ids(parties: Iterable[str]) -> list[str]:
    return [party.partition("@")[0] for party in parties]


def _entities(parties: Iterable[str]) -> Iterable[dict[str, Any]]:
    for party in sorted({part for one in parties for part in (one, one.partition("@")[2]) if part}):
        name, person, state = party.partition("@")
        kind = "person" if person else "state" if name.isupper() and len(name) == 3 else "organization"
        yield {"id": name, "type": kind, "name": None, "names": [name], "affiliation": state or None}


def put(ledger: Ledger, *pages: Entry) -> None:
    """Add pages as they are."""
    for one in pages:
        with writing(ledger._engine) as connection:
            put_one(connection, one)


def events(ledger: Ledger) -> set[frozenset[str]]:
    """The events, each as the acts that tell it: ``page:number``, for those of more than one act."""
    homes = ledger.homes()
    found: dict[str, set[str]] = {}
    for name, record in ledger.records():
        for number, one in enumerate(record.acts):
            found.setdefault(homes[name, one.id], set()).add(f"{name}:{number}")
    return {frozenset(several) for several in found.values() if len(several) > 1}
