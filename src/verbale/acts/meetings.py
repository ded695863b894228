"""The meetings and calls of a page: one record for each, all its sentences together."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.acts.delegations import add_delegates
from verbale.acts.gathering import Gathering, gatherings
from verbale.acts.sites import day_of, minutes_of, venue_of
from verbale.entities.phrases import Parties
from verbale.language.tagger import Tokens
from verbale.model import Act, Because, Meeting, TimeExpression
from verbale.pages.article import Article


def meetings(
    article: Article, acts: Sequence[Act], parties: Parties, times: Sequence[TimeExpression], tokens: Tokens
) -> tuple[Meeting, ...]:
    """The meetings of a page.

    Args:
        article: The article.
        acts: Its acts with their ids; spans in code points of ``article.text``.
        parties: Its parties.
        times: Its times, resolved.
        tokens: Its words.

    Returns:
        Meetings in the order of their first act; what is denied or did not happen is none.
    """
    dated = (_dated(article, act, times) for act in acts)
    found = gatherings(article, sorted(dated, key=lambda act: act.anchor), parties, tokens)
    add_delegates(article, found, parties)
    return tuple(_meeting(article, gathering, times, alone=len(found) == 1) for gathering in found)


def _dated(article: Article, act: Act, times: Sequence[TimeExpression]) -> Act:
    """The act with the day that its sentence names, where it happened and has none of its own."""
    return act if act.date or act.modality != "happened" else msgspec.structs.replace(act, date=day_of(article, act, times))


def _meeting(article: Article, gathering: Gathering, times: Sequence[TimeExpression], *, alone: bool) -> Meeting:
    venue = venue_of(article, gathering.acts)
    place = article.page_span(venue) if venue else None
    site = gathering.site
    best = min(act.confidence for act in gathering.acts)
    return Meeting(
        format=gathering.format,
        date=gathering.date,
        venue=article.page.text[slice(place.start, place.end)] if place else None,
        city=site.city if site else None,
        country=site.country if site else None,
        duration_minutes=minutes_of(article, gathering.acts, times, alone=alone),
        sides=gathering.sides,
        modality=gathering.modality,
        acts=tuple(act.id for act in gathering.acts),
        line=article.line_number(gathering.acts[0].anchor.start),
        because=Because("acts of meeting", tuple(act.anchor for act in gathering.acts)),
        confidence=best,
    )
