"""Where an act took or takes place, as far as its own sentence tells."""

from __future__ import annotations

import re

import msgspec

from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.entries import GazetteerEntry
from verbale.entities.gazetteer import load
from verbale.lexicons.signs import sign
from verbale.model import Mention, Span

_DESCRIBED = 14  # 在湖边的 before a place
_LISTED = re.compile("[、和与及]|以及")


class Place(msgspec.Struct, frozen=True):
    """A place.

    Attributes:
        name: English name.
        words: The words of the page, as they stand there.
        span: Where they stand, in article offsets.
        state: The state in which it lies.
        coordinates: Degrees north and east of a city, or of the city of a building; ``None`` for states.
    """

    name: str
    words: str
    span: Span
    state: str | None
    coordinates: tuple[float, float] | None


def place_of(setting: Setting, trigger: Trigger, *, after: bool = False) -> Place | None:
    """The place named in the clause, or in a clause before with the same subject.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        after: Whether the place follows the cue (前往莫斯科).
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    low = max(trigger.clause.start, scope.start)
    if after:
        return _place_in(setting, Span(trigger.span.end, min(trigger.clause.end, trigger.span.end + 16)), free=True)
    other = sign("before other talks").all(setting.text, scope.start, low)
    opens = max(scope.start, other[-1].end()) if other else scope.start
    return (
        _place_in(setting, Span(low, trigger.span.start))
        or _place_in(setting, Span(trigger.span.end, trigger.clause.end))
        or _place_in(setting, Span(opens, max(opens, low)))
    )


def places_after(setting: Setting, start: int, end: int) -> list[Place]:
    """The places of a list that begins right after a cue (访问内罗毕和坎帕拉).

    Args:
        setting: What the page has given so far.
        start: Where the cue ends.
        end: Where its clause ends.

    Returns:
        The places in order; as far as each is told apart from the one before only by ``、``, 和 and the like.
    """
    found: list[Place] = []
    for mention in setting.mentions_in(Span(start, end)):
        place = _place(setting, mention.entities[0], mention.span) if len(mention.entities) == 1 else None
        between = setting.text[found[-1].span.end if found else start : mention.span.start]
        if place is None or not (_LISTED.fullmatch(between) if found else between in {"", "了"}):
            break
        found.append(place)
    return found


def place_toward(setting: Setting, trigger: Trigger) -> Place | None:
    """The place at which something is aimed before the cue (向基辅发射…, 对敖德萨…).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    aimed = (
        item for item in setting.mentions_in(trigger.clause) if setting.text[item.span.start - 1] in "向对朝" and len(item.entities) == 1
    )
    before = [item for item in aimed if item.span.end <= trigger.span.start]
    return _place(setting, before[-1].entities[0], before[-1].span) if before else None


def _place_in(setting: Setting, span: Span, *, free: bool = False) -> Place | None:
    """The narrowest place of a span; unless ``free`` only after 在 or 于."""
    found: Place | None = None
    reached = -1
    for mention in setting.mentions_in(span):
        topic = sign("place as a topic").found(setting.text, mention.span.end)
        if len(mention.entities) != 1 or topic or _is_title_of(setting, mention):
            continue
        between = setting.text[reached : mention.span.start] if reached >= 0 else ""
        goes_on = reached >= 0 and len(between) <= 4 and not sign("lists places").found(between)
        if not (
            free
            or goes_on
            or sign("place follows").found(setting.text, max(span.start, mention.span.start - _DESCRIBED), mention.span.start)
        ):
            continue
        place = _place(setting, mention.entities[0], mention.span)
        if place:
            found, reached = place, mention.span.end
            free = False
    return found


def _is_title_of(setting: Setting, mention: Mention) -> bool:
    """Whether a place only names whose office it is (到访的芬兰总统…)."""
    around = setting.parties.phrases_in(mention.span)
    return any(
        phrase.span.covers(mention.span) and phrase.span.end > mention.span.end and mention.entities[0] not in phrase.entities
        for phrase in around
    )


def _place(setting: Setting, identity: str, span: Span) -> Place | None:
    entity = setting.parties.by_id.get(identity)
    if entity is None or entity.type not in {"place", "state"}:
        return None
    name = entity.name or identity
    shown = setting.article.page_span(span)
    words = setting.article.page.text[shown.start : shown.end].replace("\n", "")
    city = None if entity.type == "state" else _city_of(identity)
    state = identity if entity.type == "state" else city.country if city else None
    return Place(name, words, span, state, _coordinates(city))


def _coordinates(city: GazetteerEntry | None) -> tuple[float, float] | None:
    if city is None or city.latitude is None or city.longitude is None:
        return None
    return city.latitude, city.longitude


def _city_of(identity: str) -> GazetteerEntry | None:
    """The city or region of a place: itself, or the one in which a building stands."""
    known = load()
    venue = known.entry("venue", identity)
    return known.entry("city", identity) or (known.entry("city", venue.city) if venue and venue.city else None)
