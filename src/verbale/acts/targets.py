"""Whom an act is meant for where the words beside its cue do not name them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from verbale.acts.answerers import answerers
from verbale.acts.beside import joined_by, next_to
from verbale.acts.members import members, states_differ
from verbale.acts.parts import Roles
from verbale.acts.passives import doer, undergoer
from verbale.acts.places import place_of, place_toward
from verbale.acts.setting import Setting
from verbale.acts.talks import Talks
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import lists
from verbale.entities.gazetteer import load
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span, Statement
from verbale.statements.media import media_of

# Who asks or offers something in talks means the other side unless they name somebody.
_ASKING = frozenset({"demand", "offer", "appeal"})
# What is put to those whom one meets in the same sentence.
_PUT_TO = frozenset({"demand", "offer", "appeal", "propose"})
# What else is told to somebody's face in a clause that goes on from a talk or a letter, its subject unsaid (致电两位总理，警告…).
_TOLD = frozenset({"threaten", "promise", "concede"})
_LISTED = re.compile("[、和及与]驻?")
# These are always done to somebody.
_POINTED = frozenset({"criticise", "accuse", "demand", "threaten"})
# What somebody undertakes is meant for whoever is told it.
_TO_ONES_FACE = frozenset({"promise", "offer", "propose", "agree", "refuse"})
_TO_WHOM = re.compile("[对向]$")
# Told to somebody, these are still meant for whoever asked.
_ANSWERS = frozenset({"agree", "refuse"})
# Tags of words that may be whom something is asked of.
_NAMING = frozenset({"n", "nz", "nt", "nr", "r", "vn", "an", "PER", "ORG", "nw"})


def envoys_to(setting: Setting, trigger: Trigger) -> tuple[str, ...]:
    """召回驻X大使: the states to which the envoys are sent, where the page knows them.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    found = sign("envoy to").all(setting.text, trigger.span.end, trigger.clause.end)
    names = [name for match in found for name in _LISTED.split(match["states"])]
    places = ((category, load().entry(category, identity)) for name in names for category, identity in load().named(name))
    known = (entry.id if category == "state" else entry.country for category, entry in places if entry and category in {"state", "city"})
    return tuple(dict.fromkeys(one for one in known if one in setting.parties.by_id))


def befalls(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """X被Y击落: the subject before the doer.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        actors: Who does it.
    """
    agent = doer(setting, trigger.clause.start, trigger.span.start)
    found = undergoer(setting, trigger.clause, agent[0]) if agent else []
    return tuple(one for one in members(found, setting) if one not in actors)


def enemy(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Whom an attack must be meant for: the one other state of the sentence (or the speaker's, where they say 我们).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        actors: Who does it.
    """
    if sign("counts what was struck").found(setting.text, trigger.span.end):
        return ()
    place = place_toward(setting, trigger) or place_of(setting, trigger, after=True)
    if place and place.state:
        # A movement that strikes in its own country strikes at the state.
        sides = setting.states(tuple(one for one in actors if setting.parties.by_id[one].type != "organization"))
        known_enemy = place.state in setting.parties.by_id and place.state not in {*sides, *actors}
        return (place.state,) if known_enemy else ()
    ours = setting.speakers(trigger.span.start) if sign("our own").found(setting.words(trigger.sentence)) else ()
    found = others(setting, trigger.sentence, actors, ours)
    return found if len(found) == 1 else ()


def unnamed_target(setting: Setting, talks: Talks, trigger: Trigger, roles: Roles) -> tuple[str, ...]:
    """Whom an act is meant for that names nobody; nobody where the text does not tell.

    Args:
        setting: What the page has given so far.
        talks: Who has been talking.
        trigger: The cue.
        roles: Who does it, and where the sentence names them.

    Returns:
        For what is asked or offered in talks, their one other side; for criticism and demands, the one other state named before in the
        sentence; for a protest, whose embassy or city it is.
    """
    kind, actors = trigger.frame.kind, roles.actors
    authored = sign("paper told by its author").found(setting.text, trigger.sentence.start, trigger.sentence.end)
    if sign("orders").found(setting.words(trigger.span)) or authored:
        return ()
    if kind == "protest":
        return _addressed(setting, trigger)
    summoned = kind == "criticise" and sign("summons").found(setting.text, trigger.clause.start, trigger.span.start)
    goes_on = kind in _TOLD and not trigger.clause.start <= roles.start < trigger.span.start
    told = _written_to(setting, trigger) if kind in _PUT_TO or goes_on else ()
    met = talks.partners_in(trigger.sentence, actors) if kind in _PUT_TO or summoned or goes_on else ()
    meant = _at_level(setting, told, actors) or (met if summoned else _at_level(setting, met, actors))
    if meant:  # threats go to states, whoever hears them
        return tuple(dict.fromkeys(as_side(setting, one) for one in meant)) if kind == "threaten" else meant
    found = _other_side(setting, talks, trigger, actors) if kind in _ASKING and (kind != "offer" or _is_mutual(setting, trigger)) else ()
    pointed = kind in _POINTED or (kind == "threaten" and trigger.frame.role == "speaker")
    found = found or _told_to(setting, trigger, actors) or (counterpart(setting, trigger, actors) if pointed else ())
    return found or (answerers(setting, trigger, actors) if kind in _PUT_TO else ())


def _written_to(setting: Setting, trigger: Trigger) -> tuple[str, ...]:
    """致函X，要求…, 致信X道歉: the party to whom the clause, or the one before, writes."""
    here = sign("writes to").found(setting.text, trigger.clause.start, trigger.span.start)
    if here or trigger.clause.start <= trigger.sentence.start:
        return members(next_to(setting, Span(here.end(), trigger.span.start), owner=False), setting) if here else ()
    before = setting.clause(trigger.clause.start - 1, Span(trigger.sentence.start, trigger.clause.start - 1))
    letter = sign("writes to").found(setting.text, before.start, before.end)
    return members(next_to(setting, Span(letter.end(), before.end), owner=False), setting) if letter else ()


def _told_to(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """我告诉X，我方将…: whoever is told it to their face; their state where a state promises."""
    if trigger.frame.kind not in _TO_ONES_FACE:
        return ()
    held = setting.statement_at(trigger.span.start)
    heard = (*(held.addressees if held else ()), *_said_to(setting, trigger, held), *_told_within(setting, trigger))
    told = [one for one in heard if not media_of(setting.parties, one) and not setting.parties.is_unnamed(one)]
    return tuple(one for one in _at_level(setting, told, actors) if states_differ(setting, actors, (one,)))


def _said_to(setting: Setting, trigger: Trigger, held: Statement | None) -> tuple[str, ...]:
    """总统对X说，我方愿意…: the party after 对 or 向 before the word of saying."""
    if trigger.frame.kind in _ANSWERS or held is None or held.cue is None or held.cue.start < trigger.sentence.start:
        return ()
    clause = setting.clause(held.cue.start, trigger.sentence)
    return members(joined_by(setting, Span(clause.start, held.cue.start), _TO_WHOM, last=True), setting)


def _at_level(setting: Setting, meant: Iterable[str], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Whom something is meant for: the states of persons where a state promises or asks."""
    known = setting.parties.by_id
    stated = all(one not in known or known[one].type != "person" for one in actors)
    found = dict.fromkeys(setting.side(one) if stated else one for one in meant)
    return tuple(one for one in found if one in known and one not in actors)


def between_whom(setting: Setting, talks: Talks, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Between whom somebody mediates: whom the sentence names, the two sides of the page, or who last talked; not the mediators' side.

    Args:
        setting: What the page has given so far.
        talks: Who has been talking.
        trigger: The cue.
        actors: Who mediates.
    """
    own = setting.states(actors)
    between = [group for group in lists(setting.text, setting.phrases(trigger.clause)) if _is_between(setting, group)]
    if between:
        return tuple(one for one in members(between[-1], setting) if one not in own)
    named = [one for one in members(talks.free(Span(trigger.clause.start, trigger.span.start)), setting) if one not in own]
    sides = [one for one in named if setting.parties.by_id[one].type in {"state", "organization"}]
    if len(sides) > 1:
        return tuple(sides)
    before = members(setting.phrases(Span(trigger.sentence.start, trigger.span.start)), setting)
    recent = tuple(one for one in talks.recent(trigger.span.start) if setting.parties.state_of(one) not in own)
    if len(recent) > 1 and {*recent} <= {*before}:
        return recent
    principals = setting.parties.principals
    told = principals if principals and not own & {*principals} else recent
    return tuple(dict.fromkeys(as_side(setting, one) for one in told))


def _is_between(setting: Setting, group: list[Phrase]) -> bool:
    """在以色列与哈马斯之间: whether two sides are named between whom something is done."""
    return len(members(group, setting)) > 1 and sign("between these").found(setting.text, group[-1].span.end) is not None


def as_side(setting: Setting, one: str) -> str:
    """The state or organization for which a person acts; any other party itself.

    Args:
        setting: What the page has given so far.
        one: The party's id.
    """
    return setting.side(one) if setting.parties.by_id[one].type == "person" else one


def _other_side(setting: Setting, talks: Talks, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The one other state of the talks in which the actors take part, unless somebody unnamed is asked (要求军方…, 呼吁各界…)."""
    if _asks_others(setting, trigger):
        return ()
    states = setting.states(actors)
    sides = setting.states(talks.recent(trigger.span.start))
    others = sorted(side for side in sides - states if side in setting.parties.by_id)
    return tuple(others) if sides & states and len(others) == 1 else ()


def _told_within(setting: Setting, trigger: Trigger) -> tuple[str, ...]:
    """Whom the speaker's own words before the cue are said to have told (“我告诉X，…”)."""
    told = sign("told to their face").all(setting.text, trigger.sentence.start, trigger.span.start)
    return members([phrase for phrase in setting.phrases(trigger.sentence) if told and phrase.span.start == told[-1].end()], setting)


def _is_mutual(setting: Setting, trigger: Trigger) -> bool:
    """Whether an offer speaks of the other side (如果看到对方的诚意，愿意…)."""
    return "对方" in setting.words(trigger.sentence)


def _asks_others(setting: Setting, trigger: Trigger) -> bool:
    """Whether a noun or a pronoun follows the cue: those are asked, or that is all that is asked."""
    start = trigger.span.end + (setting.text[trigger.span.end : trigger.span.end + 1] in "，“")
    token = setting.token(start)
    return trigger.frame.kind != "offer" and token is not None and token.tag in _NAMING


def counterpart(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The one other state that the sentence names before the cue. Arguments as for :func:`befalls`."""
    before = others(setting, Span(trigger.sentence.start, trigger.span.start), actors)
    return before if len(before) == 1 else ()


def others(setting: Setting, span: Span, actors: tuple[str, ...], more: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The states that the parties of a stretch act for, without the actors' own.

    Args:
        setting: What the page has given so far.
        span: The stretch, in code points of the article's text.
        actors: Who acts.
        more: Further parties that count as named there.
    """
    parties = [one for one in members(setting.phrases(span), setting) if not media_of(setting.parties, one)]
    known = [*parties, *more]
    states = dict.fromkeys(setting.parties.state_of(entity) for entity in known)
    own = setting.states(actors)
    by_id = setting.parties.by_id
    return tuple(state for state in states if state not in own and state in by_id and by_id[state].type == "state")


def _addressed(setting: Setting, trigger: Trigger) -> tuple[str, ...]:
    """Before whose embassy, or in whose city, people protest."""
    embassy = sign("embassy").found(setting.text, trigger.clause.start, trigger.span.start)
    if embassy:
        start = embassy.start()
        owner = [item for item in setting.phrases(trigger.clause) if item.span.start <= start <= item.span.end]
        return members(owner[:1], setting)
    place = place_of(setting, trigger)
    return (place.state,) if place and place.state and place.state in setting.parties.by_id else ()
