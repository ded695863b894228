"""Templates. Everything that they are given is escaped; nothing here is ever marked as safe."""

from __future__ import annotations

import functools
import hashlib
from importlib import resources
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from verbale.brief.entries import Entry
from verbale.brief.labels import Label, labels
from verbale.brief.names import published
from verbale.ledger.searching import Hit
from verbale.ledger.telling import Party, Told
from verbale.web.queries.parties import Named
from verbale.web.wording import called, say

WHO = ("speaker", "actor", "side", "by", "holder")
WHOM = ("addressee", "recipient", "to")
_KINDS = {"statement": "statements", "act": "acts", "meeting": "formats", "commitment": "acts", "position": "stances"}


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
    made.globals |= {"having": having, "kinds": _KINDS, "WHO": WHO, "WHOM": WHOM}
    made.globals |= {"kinds_of": kinds_of, "kinds_for": kinds_for, "pieces": pieces, "permalink": permalink, "published": published}
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
    language = visitor.language

    def t(key: str, **told: object) -> str:
        return say(language, key, **told)

    def word(table: str, key: str) -> str:
        return called(language, table, key)

    def own(label: Label) -> str:
        return label.chinese if language == "zh" else label.english

    def name(party: Party | Named) -> str:
        names = (party.name_zh, party.name) if language == "zh" else (party.name, party.name_zh)
        return next(filter(None, names), party.id)

    def short(one: Told) -> str:
        who = ", ".join(name(party) for party in having(one, WHO)) or word("words", "somebody")
        return f"{who} {word(_KINDS[one.category], one.kind)}"

    spoken: dict[str, Any] = {"short": short, "name_of": name}
    spoken |= {"t": t, "word": word, "own": own, "name": name, "language": language, "visitor": visitor}
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
    data = resources.files("verbale.web").joinpath(*name.split("/")).read_bytes()
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


def having(one: Told, roles: tuple[str, ...]) -> list[Party]:
    """The parties of an item in certain roles.

    Args:
        one: The item.
        roles: The roles.

    Returns:
        The parties in their order, none twice.
    """
    return list({party.id: party for party in one.parties if party.role in roles}.values())


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


def kinds_for(category: str) -> list[str]:
    """The values that the kind of an item can have.

    Args:
        category: Its category, or ``modality``.

    Returns:
        The values.
    """
    return list(labels((_KINDS | {"modality": "modalities"})[category]))


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
