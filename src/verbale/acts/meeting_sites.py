"""Where a meeting was held, also where only a longer phrase or the event around it tells."""

from __future__ import annotations

from verbale.acts.seats import event_site, seat_of
from verbale.acts.setting import Setting
from verbale.acts.sites import Site, site_of
from verbale.acts.surroundings import clause_of, sentence_of
from verbale.entities.gazetteer import load
from verbale.lexicons.signs import sign
from verbale.lexicons.tables import rules
from verbale.model import Act, Span

_SHORTEST, _LONGEST = 2, 5


def meeting_site(setting: Setting, act: Act) -> Site | None:
    """Where an act of meeting took or takes place.

    Args:
        setting: What the stages before have found.
        act: The act.

    Returns:
        What :func:`verbale.acts.sites.site_of` finds; where that is nothing, or a building (many bear one name), the last place in the
        words between 在 and the act in its clause, or the city with which the name of the event there begins (在慕尼黑安全会议期间). A
        city-state is a city too, and a seat of government lies in the host's capital. ``None`` for calls.
    """
    if act.kind == "call":
        return None
    found = _known_here(setting, act, site_of(setting.article, act))
    if found is None or load().entry("venue", found.name):
        found = _within(setting, act) or found
    found = _at_seat(setting, act, found)
    if found is None or found.city is None:
        event = event_site(setting, act)
        found = event if event and (found is None or found.country == event.country) else found
    if found and found.city is None and found.country in rules("meetings.toml")["city states"]:
        return Site(found.name, rules("meetings.toml")["city states"][found.country], found.country)
    return found


def _known_here(setting: Setting, act: Act, found: Site | None) -> Site | None:
    """The place, but for a building as many states have (首相官邸) that would be that of a state with no part in the meeting."""
    if found is None or found.name not in rules("meetings.toml")["seats of many states"]["words"]:
        return found
    return found if found.country in setting.states((*act.actors, *act.recipients)) else None


def _at_seat(setting: Setting, act: Act, found: Site | None) -> Site | None:
    """The host's capital where somebody is received at a seat of government, unless the sentence names a city of the host."""
    seat = seat_of(setting, act)
    if seat is None or (found and found.city and found.country == seat.country):
        return found
    return seat


def site_in(setting: Setting, span: Span) -> Site | None:
    """The place that a stretch names after 在.

    Args:
        setting: What the stages before have found.
        span: The stretch, in code points of the article's text.
    """
    stretch = _stretch(setting, span)
    closed = sign("site closes").found(setting.text, stretch.start, stretch.end) if stretch else None
    return _last_site(setting.words(Span(stretch.start, closed.start() if closed else stretch.end))) if stretch else None


def _within(setting: Setting, act: Act) -> Site | None:
    clause = clause_of(setting, act.anchor)
    stretch = _stretch(setting, Span(clause.start, act.anchor.start))
    before = Span(sentence_of(setting, act.anchor).start, clause.start)
    if stretch is None and sign("ends a time").found(setting.text, before.start, before.end):
        stretch = _stretch(setting, before)
    if stretch is None:
        return None
    closed = sign("site closes").found(setting.text, stretch.start, stretch.end)
    words = setting.words(Span(stretch.start, closed.start() if closed else stretch.end))
    return _last_site(words) or _of_event(setting, stretch)


def _stretch(setting: Setting, span: Span) -> Span | None:
    """The words after the last 在 of a span."""
    opened = sign("site opens").all(setting.text, span.start, span.end)
    return Span(opened[-1].end(), span.end) if opened else None


def _last_site(words: str) -> Site | None:
    """The last city of some words, else the last region of a state."""
    sites = [site for item in load().find(words) for category, name in item.candidates if category == "city" and (site := _site(name))]
    cities = [site for site in sites if site.city]
    return next(reversed(cities or sites), None)


def _site(name: str) -> Site | None:
    entry = load().entry("city", name)
    regions = rules("meetings.toml")["regions"]["words"]
    return Site(name, None if name in regions else name, entry.country) if entry else None


def _of_event(setting: Setting, stretch: Span) -> Site | None:
    """The city with which the name of an organization or event begins."""
    for phrase in setting.parties.phrases_in(stretch):
        name = setting.words(phrase.head)
        known = setting.parties.by_id.get(phrase.entities[0]) if len(phrase.entities) == 1 else None
        if known and known.type == "organization":
            heads = (name[:length] for length in range(_SHORTEST, min(_LONGEST, len(name))))
            found = next((site for head in heads if (site := _last_site(head))), None)
            if found:
                return found
    return None
