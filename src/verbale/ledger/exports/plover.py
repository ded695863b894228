"""Acts as event data: a table in the manner of POLECAT, coded in PLOVER, one row for each pair of who did it and to whom."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterable, Iterator
from typing import TextIO

import verbale
from verbale.acts.plover import code
from verbale.entities import gazetteer
from verbale.entities.entries import GazetteerEntry
from verbale.ledger.exports.flat import having
from verbale.ledger.telling import Party, Told

# The columns of POLECAT, in its order.
_POLECAT = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw"),
    *("Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors"),
    *("Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country"),
    *("Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People"),
    *("Story Organizations", "Story Locations", "Language", "Version"),
)
# What POLECAT has no column for.
_OURS = ("Actor ID", "Recipient ID", "Kind", "Date End", "According To", "Words", "Citation", "Title", "URL", "Copies", "Confidence")
COLUMNS = (*_POLECAT, *_OURS)
_SECTORS = {
    "igo": "IGO",
    "bloc": "IGO",
    "media": "MED",
    "company": "BUS",
    "parliament": "LEG",
    "party": "PTY",
    "armed": "MIL",
    "agency": "GOV",
}
_NOBODY: list[Party | None] = [None]
Row = dict[str, object]
Story = dict[str, str]


def write_plover(pages: Iterable[tuple[Story, Iterable[Told]]], file: TextIO) -> None:
    """Write what happened as event data with a header.

    Args:
        pages: For each page what is known of the story (the last columns of POLECAT) and its items.
        file: Open for writing text, without translation of line ends.
    """
    writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    for story, told in pages:
        for one in told:
            writer.writerows(events(one, story))


def events(one: Told, story: Story) -> Iterator[Row]:
    """The rows of one item.

    Args:
        one: The item.
        story: What is known of its page.

    Yields:
        One row for each actor and recipient; where an act has several actors and no recipient one for each two of different countries.
        Nothing for items that are no acts, that did not happen, or that PLOVER has no type for.
    """
    if one.category != "act" or one.modality != "happened" or code(one.kind).plover is None:
        return
    common = _common(one) | story
    for actor, recipient in _pairs(one):
        yield common | _party("Actor", actor) | _party("Recipient", recipient)


def _pairs(one: Told) -> list[tuple[Party | None, Party | None]]:
    actors, recipients = having(one, ("actor",)), having(one, ("recipient",))
    if recipients:
        return [(actor, recipient) for recipient in recipients for actor in actors or _NOBODY]
    together = [(actor, other) for actor in actors for other in actors if _country(actor) != _country(other)]
    return [*together] or [(actor, None) for actor in actors or _NOBODY]


def _common(one: Told) -> Row:
    codes = code(one.kind)
    return {
        "Event ID": f"{one.page}/{one.id}",
        "Event Date": one.day or "",
        "Event Type": codes.plover,
        "Event Mode": codes.mode or "",
        "Intensity": "" if codes.score is None else codes.score,
        "Quad Code": (codes.quad or "").upper(),
        "Contexts": codes.context or "",
        "Source": one.outlet or one.source or "",
        "Publication Date": one.published or "",
        "Version": f"verbale {verbale.__version__}",
        "Kind": one.kind,
        "Date End": one.day_to or "",
        "According To": one.according_to or "",
        "Words": " ".join(filter(None, (one.cue, one.words))),
        "Citation": one.citation,
        "Title": one.title or "",
        "URL": one.url or "",
        "Copies": "; ".join(one.also),
        "Confidence": one.confidence,
    } | _place(one.place)


def _place(place: str | None) -> Row:
    """A city with its country and where it lies, or a country."""
    if not place:
        return {}
    known = gazetteer.load()
    city = known.entry("city", place)
    state = None if city else next((entry for entry in _states() if place in {entry.name, entry.id}), None)
    told: Row = {"Placename": place, "Raw Placename": place}
    if city:
        told |= {
            "City": place,
            "Country": city.country or "",
            "Latitude": city.latitude,
            "Longitude": city.longitude,
            "Feature Type": "PPL",
        }
    if state:
        told |= {"Country": state.id, "Feature Type": "PCLI"}
    return told


@functools.cache
def _states() -> tuple[GazetteerEntry, ...]:
    return tuple(entry for entry in gazetteer.load().entries.values() if entry.category == "state")


def _party(role: str, party: Party | None) -> Row:
    if party is None:
        return {}
    sector = _sector(party)
    return {
        f"{role} ID": party.id,
        f"{role} Name": party.name or party.name_zh or party.id,
        f"{role} Country": _country(party) or "",
        f"Primary {role} Sector": sector,
        f"{role} Sectors": sector,
        f"{role} Name Raw": party.name_zh or "",
    }


def _country(party: Party) -> str | None:
    """The state that a party is or belongs to; an organization has none, and one that belongs to an organization has that."""
    return party.id if party.type == "state" else party.affiliation


def _sector(party: Party) -> str:
    """States and those who hold or held one of their offices are GOV; of organizations it goes by their kind."""
    known = gazetteer.load()
    if party.type == "state" or (party.type == "person" and known.offices_of(party.id)):
        return "GOV"
    entry = known.entry("organization", party.id)
    return _SECTORS.get(entry.kind or "", "") if entry else ""
