"""Deeds whose doer is not named: seized, as the police of a state tell it, or struck by nobody knows whom."""

from __future__ import annotations

import re

from verbale.acts.clauses import clause_subject
from verbale.acts.members import members
from verbale.acts.parts import Roles
from verbale.acts.passives import doer, undergoer_before
from verbale.acts.places import place_of
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span, Statement

_OBJECTS = frozenset({"m", "LOC", "ORG", "PER", "n", "nz", "nw"})


def by_authority(setting: Setting, trigger: Trigger) -> Roles | None:
    """警方说，22人被捕: who was seized, as those tell it who seize for a state; 总统遭扣押: by whom is unsaid.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    known, start = setting.parties.by_id, trigger.span.start
    scope = setting.scope(start, trigger.sentence)
    seized = _befallen(setting, trigger, start)
    if same := _same_hands(setting, trigger, scope):
        others = tuple(one for one in members(seized, setting) if one not in members(same, setting))
        return Roles(members(same, setting), others, tuple(phrase.span for phrase in same))
    taken = sign("is seized").found(setting.words(trigger.span)) is not None
    told = taken and sign("takes people for a state").found(setting.text, trigger.sentence.start, scope.start)
    if not told:
        people = tuple(one for one in members(seized, setting) if known[one].type in {"person", "group"})
        there = _state_of_place(setting, trigger) if taken else ()
        return Roles(there, people, tuple(phrase.span for phrase in seized)) if people else None
    actors = tuple(one for one in setting.speakers(start) if known[one].type == "state")
    others = tuple(one for one in members(seized, setting) if one not in actors)
    return Roles(actors, others, tuple(phrase.span for phrase in seized)) if actors else None


def _state_of_place(setting: Setting, trigger: Trigger) -> tuple[str, ...]:
    """在首都机场被捕: the state in whose place the clause tells that somebody was seized."""
    place = place_of(setting, trigger)
    within = place is not None and place.state in setting.parties.by_id and trigger.clause.covers(place.span)
    return (place.state,) if place and place.state and within else ()


def _same_hands(setting: Setting, trigger: Trigger, scope: Span) -> list[Phrase]:
    """Who did it to others in the clause before (745人被军警打死，3000人被关押)."""
    before = setting.clause(trigger.clause.start - 1, scope) if trigger.clause.start > scope.start else None
    if before is None or not sign("counts people").found(setting.text, trigger.clause.start, trigger.span.start):
        return []
    done = next((token for token in reversed(setting.tokens.within(before)) if token.tag == "v"), None)
    return doer(setting, before.start, done.span.start) if done else []


def by_nobody_known(setting: Setting, trigger: Trigger) -> Roles | None:
    """油轮遭不明来源的导弹袭击, 首都发生炸弹袭击: an attack without a doer, on the state of what is struck or of the place.

    Args:
        setting: What the page has given so far.
        trigger: The cue of an attack.

    Returns:
        Roles without actors; ``None`` where the words tell of no weapon, or not whom it befalls.
    """
    struck = _struck(setting, trigger)
    if struck is None:
        return None
    place = place_of(setting, trigger)
    there = place.state if place and place.state in setting.parties.by_id else None
    befallen = [] if there and not struck["passive"] else _befallen(setting, trigger, struck.start())
    known = setting.parties.by_id
    struck_ones = members(befallen, setting)
    states = tuple(dict.fromkeys(one if known[one].type == "person" else setting.side(one) for one in struck_ones))
    recipients = states or ((there,) if there else ())
    return Roles((), recipients, tuple(phrase.span for phrase in befallen)) if recipients else None


def _befallen(setting: Setting, trigger: Trigger, end: int) -> list[Phrase]:
    """The subject of the passive, else of the clause before in the same mouth (他返国，旋即遭到羁押)."""
    own = Span(trigger.clause.start, end)
    found = undergoer_before(setting, own)
    scope = setting.scope(trigger.span.start, trigger.sentence)
    if found or setting.phrases(own) or own.start <= scope.start or not sign("goes on from before").found(setting.words(own)):
        return found
    before = setting.clause(own.start - 1, Span(scope.start, own.start - 1))
    return clause_subject(setting, before, before.start)


def is_struck(setting: Setting, trigger: Trigger) -> bool:
    """Whether an attack is told of whom it befalls, by a weapon, with no doer between the words."""
    return _struck(setting, trigger) is not None


def _struck(setting: Setting, trigger: Trigger) -> re.Match[str] | None:
    own = setting.text, trigger.clause.start, trigger.span.start
    found = sign("struck by a weapon").found(*own) or sign("undergone").found(*own)
    return None if found is None or setting.phrases(Span(found.start(), trigger.span.start)) else found


def is_told(setting: Setting, trigger: Trigger) -> bool:
    """A deed with its doer unsaid needs a word that tells it as done or coming (已, 将, 了), or stands right after 宣布.

    Args:
        setting: What the page has given so far.
        trigger: The cue of a deed.
    """
    held = setting.statement_at(trigger.span.start)
    starts = (held.content[0].start, trigger.clause.start) if held is not None else ()
    announced = (
        held is not None
        and held.cue is not None
        and sign("announces a deed").found(setting.words(held.cue))
        and any(sign("leads to a deed").found(setting.text, start, trigger.span.start) for start in starts)
    )
    done = setting.text.startswith("了", trigger.span.end)
    return bool(
        announced
        or done
        or _is_claimed(setting, trigger, held)
        or sign("oneself").found(setting.text, trigger.clause.start, trigger.span.start)
        or sign("told as done or coming").found(setting.text, trigger.clause.start, trigger.span.start)
    )


def _is_claimed(setting: Setting, trigger: Trigger, held: Statement | None) -> bool:
    """国防部称击落两架…: a state's words that open with the verb and its object."""
    if held is None or held.cue is None or not sign("claims a deed").found(setting.words(held.cue)):
        return False
    opens = sign("leads to a deed").found(setting.text, held.content[0].start, trigger.span.start)
    verb, object_ = setting.token(trigger.span.start), setting.token(trigger.span.end)
    speaks = all(setting.parties.by_id[one].type in {"state", "organization"} for one in held.speakers)
    return bool(opens and speaks and verb and verb.tag == "v" and object_ and object_.tag in _OBJECTS)
