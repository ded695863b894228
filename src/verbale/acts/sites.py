"""Where a meeting was held, and how long it took."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence

import msgspec

from verbale.acts.meeting_words import building, listed
from verbale.entities.gazetteer import load
from verbale.model import Act, Span, TimeExpression
from verbale.pages.article import Article

_STRETCH_AFTER = re.compile(r"^的?(?:[^，。；]{0,6}?)(?:会谈|会晤|会面|谈判|磋商|通话|电话|视频|对话|交谈|会议|峰会|闭门)")
_STRETCH_BEFORE = re.compile(r"(?:历时|持续|长达|进行|举行|谈|为时|耗时|用时|超过|逾|约|近|开|聊)(?:了|约|大约|近|超过|逾)*$")


class Site(msgspec.Struct, frozen=True):
    """A city and its state, or only the state; ``name`` is the place as the act has it."""

    name: str
    city: str | None
    country: str | None


@functools.cache
def _places() -> dict[str, Site]:
    """Places by English name, ids of states included."""
    known, regions = load(), frozenset(listed("regions"))
    places: dict[str, Site] = {}
    for (category, identity), entry in known.entries.items():
        if category == "state":
            places[entry.name] = places[identity] = Site(entry.name, None, identity)
    for (category, identity), entry in known.entries.items():
        if category == "city":
            places.setdefault(identity, Site(identity, None if identity in regions else identity, entry.country))
        elif category == "venue" and entry.city:
            city = known.entry("city", entry.city)
            places.setdefault(identity, Site(identity, entry.city, city.country if city else None))
    return places


def site_of(act: Act) -> Site | None:
    """Where an act took or takes place.

    Args:
        act: The act; its ``place`` is an English name.

    Returns:
        The site; with neither city nor state for a place that is not known; ``None`` where the act has no place.
    """
    return _places().get(act.place, Site(act.place, None, None)) if act.place else None


def agree(one: Site | None, other: Site | None) -> bool:
    """Whether two sites can be those of one meeting: the same city, or one the state in which the other lies, or one unknown."""
    if one is None or other is None or one.name == other.name:
        return True
    if one.city and other.city:
        return one.city == other.city
    return one.country is None or other.country is None or one.country == other.country


def venue_of(article: Article, acts: Iterable[Act]) -> Span | None:
    """The building in which a meeting was held, as the page words it.

    Args:
        article: The article.
        acts: The acts of the meeting.

    Returns:
        Its span, from the sentence of an act; ``None`` where none is named.
    """
    for act in acts:
        sentence = _sentence_of(article, act)
        if sentence is None:
            continue
        for found in load().find(article.text[sentence.start : sentence.end]):
            start, end = sentence.start + found.span.start, sentence.start + found.span.end
            if found.ids("venue") and article.text[max(0, start - 6) : start].rpartition("在")[1]:
                return Span(start, end)
        match = building().search(article.text, sentence.start, sentence.end)
        if match:
            return Span(*match.span("name"))
    return None


def minutes_of(article: Article, acts: Sequence[Act], times: Sequence[TimeExpression], *, alone: bool) -> int | None:
    """How long a meeting took.

    Args:
        article: The article.
        acts: The acts of the meeting.
        times: The page's times; durations have ``minutes``.
        alone: Whether the page tells of no other meeting, so that the sentence after an act must mean this one.

    Returns:
        Minutes; ``None`` where the text does not say.
    """
    for act in acts:
        sentence = _sentence_of(article, act, after=alone)
        for time in times if sentence else ():
            if sentence and time.minutes and sentence.covers(time.span) and _is_length(article.text, time.span, sentence):
                return time.minutes
    return None


def _is_length(text: str, span: Span, sentence: Span) -> bool:
    """Whether a duration is that of a talk (四个半小时会谈, 会谈持续了两小时), not of what came before or after it."""
    before, after = text[sentence.start : span.start], text[span.end : sentence.end]
    if _STRETCH_AFTER.match(after):
        return True
    return bool(_STRETCH_BEFORE.search(before)) and not after.startswith(("后", "之后", "前", "内"))


def _sentence_of(article: Article, act: Act, *, after: bool = False) -> Span | None:
    """The sentence of an act, with the next one of the paragraph where ``after``."""
    for paragraph in article.paragraphs:
        for position, sentence in enumerate(paragraph.sentences):
            if sentence.start <= act.anchor.start < sentence.end:
                following = paragraph.sentences[position + 1 : position + 2] if after else ()
                return Span(sentence.start, following[0].end if following else sentence.end)
    return None
