"""Where a meeting was held, and how long it took."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

import msgspec

from verbale.acts.meeting_words import building, listed
from verbale.entities.gazetteer import load
from verbale.lexicons.signs import sign
from verbale.lexicons.tables import rules
from verbale.model import Act, Interval, Span, TimeExpression
from verbale.pages.article import Article

_DAY = 24 * 60
_DAYS = frozenset({"day", "weekday", "anaphor"})


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


def site_of(article: Article, act: Act) -> Site | None:
    """Where an act took or takes place.

    Args:
        article: The article.
        act: The act; its ``place`` is an English name.

    Returns:
        The city that the act has, else one that its sentence names after 在, 于, 赴 … or right before the talks (日内瓦会谈), else a state
        named so; ``None`` where there is none, and for calls.
    """
    if act.kind == "call":
        return None
    given = _places().get(act.place) if act.place else None
    if given and given.city:
        return given
    sentence = _sentence_of(article, act)
    found = named_sites(article.text, sentence, act.anchor) if sentence else []
    cities = [site for site in found if site.city]
    if cities and (given is None or given not in found or given.country in {None, cities[-1].country}):
        return cities[-1]
    span = act.place_span
    between = article.text[act.anchor.end : span.start] if span else ""
    told_after = "，" in between or (bool(between) and act.because.rule == "frame talks take place")
    visited = span is not None and sign("goes there").found(article.text, sentence.start if sentence else 0, span.start)
    if given and (given in found or told_after or visited or not _is_state(given)):
        return given
    return found[-1] if found else None


def _is_state(site: Site) -> bool:
    return _places().get(site.country or "") == site


def named_sites(text: str, sentence: Span, anchor: Span) -> list[Site]:
    """The places that a preposition before the anchor, or the talks themselves in its clause, mark as the site, in order.

    Args:
        text: Folded text.
        sentence: The sentence.
        anchor: The words of the act in it.
    """
    found: list[Site] = []
    marked_to = -1
    low = _mouth(text, sentence, anchor)
    high = min((place for mark in "，。；" if (place := text.find(mark, anchor.end, sentence.end)) >= 0), default=sentence.end)
    for item in load().find(text[low:high]):
        start, end = low + item.span.start, low + item.span.end
        site = _site(item.candidates, text[start:end])
        if site is None or sign("place as a topic").found(text, end):
            continue
        joined = marked_to >= 0 and not text[marked_to:start].strip("首都市州省、")
        follows = start < anchor.end and sign("site follows").found(text, low, start)
        marked = joined or follows or (start >= anchor.end and sign("then where").found(text[anchor.end : start]))
        if marked or (site.city and sign("talks begin").found(text, end)):
            found.append(site)
            marked_to = end
        else:
            marked_to = -1
    return found


def _mouth(text: str, sentence: Span, anchor: Span) -> int:
    """Where the words of the mouth that tells the act, or of what is agreed, begin in its sentence."""
    before = ("other mouth", "before other talks", "agrees to meet")
    apart = (match.end() for name in before for match in sign(name).all(text, sentence.start, anchor.start))
    return max(apart, default=sentence.start)


def _site(candidates: Sequence[tuple[str, str]], words: str) -> Site | None:
    categories = dict(reversed(candidates))
    city = rules("meetings.toml")["cities that govern"].get(words)
    if city:
        return _places().get(city)
    for category in ("city", "venue", "state"):
        if category in categories:
            site = _places().get(categories[category])
            return site if site and (site.city or category != "venue") else None
    return None


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
            if found.ids("venue") and sign("venue follows").found(article.text, sentence.start, start):
                return Span(start, end)
        match = building().search(article.text, sentence.start, sentence.end)
        if match:
            return Span(*match.span("name"))
    return None


def day_of(article: Article, act: Act, times: Sequence[TimeExpression]) -> Interval | None:
    """The day that the sentence of an act names before it, in the same mouth.

    Args:
        article: The article.
        act: An act without a date.
        times: The page's times, resolved.

    Returns:
        The last single day before the anchor; ``None`` where there is none.
    """
    sentence = _sentence_of(article, act)
    if sentence is None:
        return None
    before = Span(_mouth(article.text, sentence, act.anchor), act.anchor.start)
    days = [
        time.value
        for time in times
        if before.covers(time.span) and time.kind in _DAYS and time.value and time.value.start == time.value.end
    ]
    return days[-1] if days else None


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
        lengths = [
            time.minutes
            for time in times
            if sentence and time.minutes and sentence.covers(time.span) and _is_length(article.text, time.span, sentence)
        ]
        if lengths:  # 两天会议共五小时: the hours rather than the days
            return next((length for length in lengths if length % _DAY), lengths[0])
    return None


def _is_length(text: str, span: Span, sentence: Span) -> bool:
    """Whether a duration is that of a talk (四个半小时会谈, 会谈持续了两小时), not of what came before or after it."""
    if sign("length before talks").found(text, span.end, sentence.end):
        return True
    tells = sign("length after talks").found(text, sentence.start, span.start)
    return tells is not None and not sign("not a length").found(text, span.end, sentence.end)


def _sentence_of(article: Article, act: Act, *, after: bool = False) -> Span | None:
    """The sentence of an act, with the next one of the paragraph where ``after``."""
    for paragraph in article.paragraphs:
        for position, sentence in enumerate(paragraph.sentences):
            if sentence.start <= act.anchor.start < sentence.end:
                following = paragraph.sentences[position + 1 : position + 2] if after else ()
                return Span(sentence.start, following[0].end if following else sentence.end)
    return None
