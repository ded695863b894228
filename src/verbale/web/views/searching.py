"""Search, with everything that narrows it in the address."""

from __future__ import annotations

import re
from typing import Annotated

import msgspec
from fastapi import APIRouter, Query

from verbale.errors import LedgerError, UsageError
from verbale.ledger.connecting import reading
from verbale.ledger.searching import Hit
from verbale.web.desk import AtDesk
from verbale.web.queries.pages import outlets
from verbale.web.queries.parties import Named, most_named
from verbale.web.rendering import page_url
from verbale.web.tables import csv_of
from verbale.web.twins import Moved, offer
from verbale.web.views.filters import Chosen, Filters

router = APIRouter()
_CITED = re.compile(r"\[(?P<page>[^\s\[\]]+):\d+ (?P<start>\d{1,9})-(?P<stop>\d{1,9})\]")
_COLUMNS = ("citation", "published", "outlet", "title", "words", "page", "line", "start", "stop", "source", "copy_of", "url")


class Facets(msgspec.Struct, frozen=True, kw_only=True):
    """What a search can be narrowed to.

    Attributes:
        outlets: Outlets and how many pages each has.
        parties: The parties whom most pages name.
    """

    outlets: list[tuple[str, int]]
    parties: list[Named]


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """What was found.

    Attributes:
        query: The words.
        chosen: What it was narrowed to.
        hits: Lines, of the latest page first.
        more: Whether there are more.
        problem: Why nothing could be looked for.
        facets: What it can be narrowed to.
    """

    query: str
    chosen: Filters
    hits: list[Hit]
    more: bool
    problem: str | None
    facets: Facets


def search(
    desk: AtDesk,
    chosen: Chosen,
    q: Annotated[str, Query(max_length=300, description="Words in either script; several in quotation marks count as one.")] = "",
) -> Search | Moved:
    """Lines of articles that hold all words; a citation leads to its passage."""
    if cited := _CITED.fullmatch(q.strip()):
        return Moved(page_url(cited["page"], int(cited["start"]), int(cited["stop"])))
    hits, problem = [], None
    if q.strip():
        try:
            hits = desk.ledger.search(q, chosen.wanted(limit=chosen.limit + 1))
        except (UsageError, LedgerError) as error:
            problem = str(error)
    facets = desk.remembered("facets", lambda: _facets(desk))
    return Search(query=q, chosen=chosen, hits=hits[: chosen.limit], more=len(hits) > chosen.limit, problem=problem, facets=facets)


def _facets(desk: AtDesk) -> Facets:
    with reading(desk.engine) as connection:
        parties = [party for party in most_named(connection) if party.type != "place"]
        return Facets(outlets=outlets(connection)[:40], parties=parties[:40])


def _table(found: Search) -> bytes:
    return csv_of(_COLUMNS, (msgspec.structs.asdict(hit) for hit in found.hits))


offer(router, "/search", search, "search.html", Search, _table)
