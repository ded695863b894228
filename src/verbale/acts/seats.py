"""Where a meeting was held that names only a seat of government (在总统府会见) or the event around it (峰会期间)."""

from __future__ import annotations

from verbale.acts.setting import Setting
from verbale.acts.sites import Site, named_sites
from verbale.acts.surroundings import clause_of, sentence_of
from verbale.entities.gazetteer import load
from verbale.lexicons.signs import sign
from verbale.model import Act, Span

# How far back an event may have been told, in code points.
_FAR = 1200


def seat_of(setting: Setting, act: Act) -> Site | None:
    """The capital of whoever receives somebody at a seat of government.

    Args:
        setting: What the stages before have found.
        act: An act of meeting.

    Returns:
        The capital of the state by which the seat is named (在德国总理府), else of the first actor's; ``None`` where nobody is received.
    """
    clause = clause_of(setting, act.anchor)
    seat = sign("seat of government").found(setting.text, clause.start, act.anchor.start)
    if seat is None or not act.actors or not sign("receives").found(setting.words(act.anchor)):
        return None
    named = [one for phrase in setting.parties.phrases_in(Span(*seat.span())) for one in phrase.entities]
    state = setting.parties.state_of(named[0] if named else act.actors[0])
    entry = load().entry("state", state)
    return Site(entry.city, entry.city, state) if entry and entry.city else None


def event_site(setting: Setting, act: Act) -> Site | None:
    """The city of the event during which the meeting was held, as told before it.

    Args:
        setting: What the stages before have found.
        act: An act of meeting.
    """
    opens = sentence_of(setting, act.anchor).start
    event = sign("during an event").found(setting.text, opens, act.anchor.start)
    if event is None:
        return None
    place = setting.text.rfind(event["event"], max(0, opens - _FAR), opens)
    while place >= 0:
        sentence = setting.sentence_at(place)
        clause = setting.clause(place, sentence) if sentence else Span(place, place)
        named = setting.text.find("“", clause.start, place)  # the event's name in quotation marks is nobody's words
        end = named if named >= 0 else clause.end
        sites = [site for site in named_sites(setting.text, clause, Span(end, end)) if site.city]
        if sites:
            return sites[-1]
        place = setting.text.rfind(event["event"], max(0, opens - _FAR), place)
    return None
