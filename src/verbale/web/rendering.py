"""Templates. Everything that they are given is escaped; nothing here is ever marked as safe."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from verbale.brief.entries import Entry
from verbale.brief.labels import labels
from verbale.brief.names import published
from verbale.ledger.events.signs import joint
from verbale.ledger.searching import Hit
from verbale.ledger.talks.account import Phase
from verbale.ledger.telling import Party, Told
from verbale.web.queries.parties import Named
from verbale.web.speaking import KINDS, SPOKEN, WHO, WHOM, Speech, having

# The folders of files that never change, by their address; the brief has the scripts that both share.
FOLDERS = {name: Path(str(resources.files("verbale.web").joinpath(name))) for name in ("static", "vendor")}
FOLDERS["shared"] = Path(str(resources.files("verbale.brief").joinpath("assets", "shared")))


@functools.cache
def environment() -> Environment:
    """The templates with what they may call."""
    made = Environment(
        loader=PackageLoader("verbale.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"asset": asset, "page_url": page_url, "party_url": party_url, "web_url": web_url, "query": query, "sides": sides}
    made.globals |= {"having": having, "kinds": KINDS, "WHO": WHO, "WHOM": WHOM, "joint": joint}
    made.globals |= {
        "kinds_of": kinds_of,
        "pieces": pieces,
        "permalink": permalink,
        "seats": seats,
        "side_of": side_of,
        "published": published,
    }
    return made


def render(request: Request, template: str, values: dict[str, Any], status: int = 200) -> Response:
    """A page.

    Args:
        request: The request; its visitor's language is spoken.
        template: The template's name.
        values: What it shows.
        status: The HTTP status.

    Returns:
        The answer.
    """
    visitor = request.state.visitor
    speech = Speech(visitor.language)
    spoken = {name: getattr(speech, name) for name in SPOKEN} | {"language": visitor.language, "visitor": visitor}
    address = {"path": request.url.path, "asked": dict(request.query_params)}
    return HTMLResponse(environment().get_template(template).render(spoken | address | values), status)


@functools.cache
def asset(name: str) -> str:
    """The address of a file that never changes without changing its address.

    Args:
        name: Its path, such as ``static/verbale.css``.

    Returns:
        The path with a piece of the file's hash.
    """
    first, *rest = name.split("/")
    data = FOLDERS[first].joinpath(*rest).read_bytes()
    return f"/{name}?v={hashlib.sha256(data).hexdigest()[:10]}"


def page_url(page: str, start: int | None = None, stop: int | None = None, item: str = "") -> str:
    """The permalink of a page, or of some of its characters.

    Args:
        page: The page's name.
        start: The first character, code points.
        stop: The one after the last.
        item: The item to show there.

    Returns:
        The path.
    """
    asked = {"at": f"{start}-{stop}"} if start is not None else {}
    asked |= {"item": item} if item else {}
    return f"/pages/{quote(page, safe='')}{'?' + urlencode(asked) if asked else ''}{'#at' if start is not None else ''}"


def party_url(party: str) -> str:
    """The address of a party.

    Args:
        party: The party's id.

    Returns:
        The path.
    """
    return f"/parties/{quote(party, safe='')}"


def web_url(url: str | None) -> str | None:
    """An address that a page gives itself, if it is one that a reader may follow.

    Args:
        url: Whatever the page tells.

    Returns:
        It, where it is one of the web; a script or anything else gives ``None``.
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None


def query(asked: dict[str, Any], **changes: Any) -> str:
    """The query of an address with some values changed.

    Args:
        asked: The query as it is.
        **changes: New values; ``None`` takes one away.

    Returns:
        ``?…``, or nothing.
    """
    told = {name: value for name, value in (asked | changes).items() if value not in (None, "", [], ())}
    return f"?{urlencode(told, doseq=True)}" if told else "?"


def sides(one: Told) -> list[tuple[Party, list[Party]]]:
    """The sides of a meeting, each with its persons.

    Args:
        one: The meeting.

    Returns:
        Side and persons, in their order.
    """
    found: list[tuple[Party, list[Party]]] = []
    for party in one.parties:
        if party.role == "side":
            found.append((party, []))
        elif party.role == "person" and found and party.id != found[-1][0].id:
            found[-1][1].append(party)
    return found


def kinds_of(which: str) -> list[str]:
    """The kinds that a list can be narrowed to.

    Args:
        which: ``timeline``, ``promises`` or ``positions``.

    Returns:
        The kinds.
    """
    return {"timeline": ["meeting", *labels("acts")], "promises": list(labels("acts")), "positions": list(labels("stances"))}[which]


def pieces(hit: Hit) -> list[tuple[str, bool]]:
    """A line that was found, cut where the words stand.

    Args:
        hit: The line.

    Returns:
        Text, and whether it is what was looked for.
    """
    found, place = [], hit.start
    for span in hit.highlights:
        found += [
            (hit.words[place - hit.start : span.start - hit.start], False),
            (hit.words[span.start - hit.start : span.end - hit.start], True),
        ]
        place = span.end
    return [piece for piece in (*found, (hit.words[place - hit.start :], False)) if piece[0]]


def permalink(page: str, entry: Entry) -> str:
    """The permalink of an entry.

    Args:
        page: The page's name.
        entry: The entry.

    Returns:
        The path.
    """
    start, stop = min(span.start for span in entry.spans), max(span.end for span in entry.spans)
    return page_url(page, start, stop, entry.id) if stop > start else page_url(page, item=entry.id)


def seats(phase: Phase) -> list[tuple[str, list[str]]]:
    """Who sat on which side of a round, by all that its pages tell.

    Args:
        phase: The round.

    Returns:
        Side and persons.
    """
    found: dict[str, dict[str, None]] = {}
    for meeting in phase.meetings:
        for side, persons in sides(meeting):
            found.setdefault(side.id, {}).update((person.id, None) for person in persons)
    return [(side, list(persons)) for side, persons in found.items()]


def side_of(identity: str, parties: Mapping[str, Named]) -> str:
    """For whom somebody acts, as far as it is known.

    Args:
        identity: A party's id.
        parties: What is known of parties.

    Returns:
        The id of the side.
    """
    known = parties.get(identity)
    return (known.affiliation if known else None) or identity
