"""The meetings and calls of a page: one record for each, all its sentences together."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.acts.bystanders import add_bystanders
from verbale.acts.delegations import add_delegates
from verbale.acts.gathering import KINDS, Gathering, gatherings
from verbale.acts.meeting_days import dated
from verbale.acts.meeting_details import detailed
from verbale.acts.noun_talks import noun_talks
from verbale.acts.setting import Setting
from verbale.acts.sites import minutes_of, venue_of
from verbale.acts.talks_not_held import talks_not_held
from verbale.model import Act, Because, Meeting, TimeExpression
from verbale.pages.article import Article


def meetings(setting: Setting, acts: Sequence[Act]) -> tuple[Meeting, ...]:
    """The meetings of a page.

    Args:
        setting: What the stages before have found.
        acts: Its acts with their ids; spans in code points of the article's text.

    Returns:
        Meetings in the order of their first act; what is denied or did not happen is none, unless it was called off.
    """
    article, times = setting.article, setting.times
    told = (
        dated(setting, act) if act.kind in KINDS else act for act in (*acts, *noun_talks(setting, acts), *talks_not_held(setting, acts))
    )
    found = gatherings(setting, sorted(told, key=lambda act: act.anchor))
    add_delegates(setting, found)
    add_bystanders(setting, found, acts)
    made = [_meeting(article, gathering, times, alone=len(found) == 1) for gathering in found]
    return detailed(setting, acts, found, made)


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
        acts=tuple(act.id for act in gathering.acts if act.id),
        line=article.line_number(gathering.acts[0].anchor.start),
        because=Because("acts of meeting", tuple(act.anchor for act in gathering.acts)),
        confidence=best,
    )
