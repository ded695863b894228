"""Who sat on which side, where a sentence beside the meeting's tells it (``俄方代表团由总统助理梅金斯基率领``)."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.acts.gathering import Gathering
from verbale.acts.meeting_words import delegation
from verbale.entities.phrases import Parties
from verbale.model import Span
from verbale.pages.article import Article

_AFTER_NAME = frozenset("、，。；：和与及以等率带领导为任并等（均将")


def add_delegates(article: Article, gathered: Sequence[Gathering], parties: Parties) -> None:
    """Name the heads and members of delegations in the meetings before them.

    Args:
        article: The article.
        gathered: Its meetings; their sides are completed in place.
        parties: Its parties.
    """
    for number, paragraph in enumerate(article.paragraphs):
        for found in delegation().finditer(article.text, paragraph.span.start, paragraph.span.end):
            reach = article.paragraphs[max(0, number - 1)].span.start
            for person in _persons(article.text, parties, Span(_phrase_start(parties, found.start()), found.end())):
                meeting = _nearest(gathered, parties.state_of(person), Span(reach, found.start()))
                if meeting and not any(person in persons for persons in meeting.sides.values()):
                    side = parties.state_of(person)
                    meeting.sides[side] = (*meeting.sides[side], person)


def _phrase_start(parties: Parties, place: int) -> int:
    """Where the phrase begins that holds a place (a name may follow its title in one phrase)."""
    return next((phrase.span.start for phrase in parties.phrases if phrase.span.start <= place < phrase.span.end), place)


def _persons(text: str, parties: Parties, within: Span) -> list[str]:
    """The persons named in the words, not those who only own what follows (特朗普女婿库什纳)."""
    free = (phrase for phrase in parties.phrases_in(within) if phrase.span.end >= within.end or text[phrase.span.end] in _AFTER_NAME)
    found = [party for phrase in free for party in phrase.entities]
    return [party for party in dict.fromkeys(found) if party in parties.by_id and parties.by_id[party].type == "person"]


def _nearest(gathered: Sequence[Gathering], side: str, within: Span) -> Gathering | None:
    """The meeting with that side whose act stands last before the words, and not far before."""
    near = [
        (act.anchor.start, number)
        for number, gathering in enumerate(gathered)
        for act in gathering.acts
        if side in gathering.sides and within.start <= act.anchor.start < within.end
    ]
    return gathered[max(near)[1]] if near else None
