"""Who visits whom: travellers are persons or groups, their goal a place or an organization."""

from __future__ import annotations

import re

import msgspec

from verbale.acts.members import members
from verbale.acts.parts import Roles, Subject
from verbale.acts.places import Place, place_of, places_after
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.lexicons.tables import rules
from verbale.model import Span

_TO_A_GOAL = re.compile("[^，。；的]{1,20}的")


def travel(setting: Setting, trigger: Trigger, actors: tuple[str, ...], evidence: tuple[Span, ...]) -> Roles | None:
    """The roles of a visit.

    Args:
        setting: What the page has given so far.
        trigger: Its cue.
        actors: Who travels.
        evidence: The words that name them.

    Returns:
        The travellers and the state or organization visited; ``None`` where no goal is named or a state itself would travel.
    """
    sent = any(_is_delegation(setting, span, trigger.span.start) for span in evidence)
    if not sent and not all(_moves(setting, actor) for actor in actors):
        return None
    lands = _lands_in_cue(setting, trigger, actors)
    named, trigger = len(trigger.span), _parted(setting, trigger)
    if lands is None and setting.words(trigger.span)[0] == "来" and not sign("comes to a place").found(setting.words(trigger.span)):
        host = _host(setting, trigger, actors)
        return Roles(actors, (host,), evidence) if host else None
    goals = _goals(setting, trigger, actors) if lands is None else lands
    if lands is not None or len(goals) > 1:
        return Roles(actors, goals, evidence)
    goal = _organization(setting, trigger) if not trigger.relative else None
    if goal:
        return Roles(actors, (goal,), evidence)
    only_when = setting.text.startswith("时", trigger.span.end)  # 在北方视察时警告英国
    place = None if only_when else place_of(setting, trigger, after=not trigger.relative or len(trigger.span) < named)  # 访华的总理
    if place and sign("amid the journey").found(setting.text, trigger.span.end, place.span.start):
        place = None  # 访非期间会晤了马里外长
    place = place or (None if only_when else _where(setting, trigger))
    if place is None:
        return _elsewhere(setting, trigger, actors, evidence)
    known = place.state is not None and place.state in setting.parties.by_id and place.state not in actors
    return Roles(actors, (place.state,) if known and place.state else (), evidence)


def _elsewhere(setting: Setting, trigger: Trigger, actors: tuple[str, ...], evidence: tuple[Span, ...]) -> Roles | None:
    """出访海湾国家: to lands that no name tells; 与到访的X会谈: to the state of the host, who is named before."""
    if not trigger.relative:
        abroad = sign("lands to go to").found(setting.text, trigger.span.end, trigger.clause.end)
        return Roles(actors, (), evidence) if abroad else None
    host = _host(setting, trigger, actors) if sign("comes as a guest").found(setting.words(trigger.span)) else None
    return Roles(actors, (host,), evidence) if host else None


def _where(setting: Setting, trigger: Trigger) -> Place | None:
    """正在该国访问, 到基辅进行工作访问: the place right before a cue that needs no goal after it."""
    place = place_of(setting, trigger) if sign("visits somewhere").found(setting.words(trigger.span)) and not trigger.relative else None
    between = setting.words(Span(place.span.end, trigger.span.start)) if place and place.span.end <= trigger.span.start else None
    return place if between is not None and sign("kind of visit").found(between) else None


def arrival(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> Roles | None:
    """武契奇率先抵达: somebody arrives where the text has told that talks are; the cue closes its clause."""
    arrives = sign("arrives").found(setting.words(trigger.span)) and trigger.span.end == trigger.clause.end
    return Roles(actors, ()) if arrives and all(_moves(setting, actor) for actor in actors) else None


def _host(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> str | None:
    """来访: to the state of whoever says it, else of whoever is named before in the clause."""
    before = members(setting.phrases(Span(trigger.clause.start, trigger.span.start)), setting)
    sides = [setting.side(one) for one in (*setting.speakers(trigger.span.start), *before)]
    own = setting.states(actors)
    return next((side for side in sides if side not in own and setting.parties.by_id[side].type == "state"), None)


def _goals(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """The states that the goal names together, by themselves or by their cities (赴两国, 访问泰国和柬埔寨, 访问曼谷和金边)."""
    phrases = setting.phrases(Span(trigger.span.end, trigger.clause.end))
    if trigger.relative:
        return ()
    near = bool(phrases) and phrases[0].span.start - trigger.span.end <= len("了")
    named = members(coordinated(setting.text, phrases, 0), setting) if near else ()
    found = tuple(one for one in named if setting.parties.by_id[one].type == "state")
    places = places_after(setting, trigger.span.end, trigger.clause.end)
    lands = tuple(dict.fromkeys(place.state for place in places if place.state in setting.parties.by_id and place.state))
    own = setting.states(actors)
    return tuple(one for one in (lands if len(places) > len(found) else found) if one not in own)


def _lands_in_cue(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...] | None:
    """抵台, 来新: the state for which the last character of the cue stands, if the page tells of it; ``None`` where that is not plain."""
    last = Span(trigger.span.end - 1, trigger.span.end)
    named = any(mention.span.end > last.end for mention in setting.mentions_in(Span(last.start, last.end + 2)) if mention.span.covers(last))
    if named or len(trigger.span) == 1:  # 访台湾
        return None
    lands = rules("meetings.toml")["lands in a cue"].get(setting.words(last), ())
    abroad = [one for one in lands if one not in setting.states(actors)]
    told = tuple(one for one in abroad if one in setting.parties.by_id)
    return told if len(told) == 1 or (abroad and len(lands) == 1) else None


def _parted(setting: Setting, trigger: Trigger) -> Trigger:
    """访 without 美 in 访美: the goal is a part of the cue."""
    named = any(mention.span == Span(trigger.span.end - 1, trigger.span.end) for mention in setting.parties.mentions)
    return msgspec.structs.replace(trigger, span=Span(trigger.span.start, trigger.span.end - 1)) if named else trigger


def is_sent(setting: Setting, trigger: Trigger) -> bool:
    """Whether somebody is sent on the journey (派特使前往…): the one who sends does not travel."""
    return _sending(setting, trigger) is not None


def _sending(setting: Setting, trigger: Trigger) -> re.Match[str] | None:
    """派特使前往; 指派某人为代表，当天前往: the words that send somebody, in the cue's clause or the one before."""
    own = sign("sends somebody").found(setting.text, trigger.clause.start, trigger.span.start)
    alone = not own and trigger.clause.start > trigger.sentence.start and setting.text[trigger.clause.start - 1] == "，"
    if not alone or setting.phrases(Span(trigger.clause.start, trigger.span.start)):
        return own
    before = setting.clause(trigger.clause.start - 1, Span(trigger.sentence.start, trigger.clause.start - 1))
    sent = sign("sends somebody").found(setting.text, before.start, before.end)
    as_envoy = sent and sign("as an envoy").found(setting.text, sent.end("sends"), before.end)
    return sent if as_envoy else None


def rider(setting: Setting, trigger: Trigger) -> Phrase | None:
    """普京专机抵达, 普京乘坐的专机抵达: the person whom a vehicle brings."""
    phrases = setting.phrases(Span(trigger.clause.start, trigger.span.start))
    riding = (phrase for phrase in phrases if sign("rides in").found(setting.words(Span(phrase.span.end, trigger.span.start))))
    return next((phrase for phrase in riding if all(_moves(setting, one) for one in phrase.entities)), None)


def carried_there(setting: Setting, trigger: Trigger) -> bool:
    """Whether the traveller is no subject: the one whom a vehicle brings, or of whom the journey is told (抵达首都的外长X).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    return rider(setting, trigger) is not None or bool(told_after_goal(setting, trigger))


def told_after_goal(setting: Setting, trigger: Trigger) -> list[Phrase]:
    """刚抵达首都的外长X: the persons of whom the journey is told, after its goal and 的.

    Args:
        setting: What the page has given so far.
        trigger: The cue.

    Returns:
        The phrase right after 的, with those listed after it; empty where no person stands there.
    """
    relative = None if trigger.relative else _TO_A_GOAL.match(setting.text, trigger.span.end, trigger.clause.end)
    phrases = setting.phrases(Span(relative.end(), trigger.clause.end)) if relative else []
    if relative is None or not phrases or phrases[0].span.start != relative.end() or not _is_person(setting, phrases[0]):
        return []
    return [one for one in coordinated(setting.text, phrases, 0) if _is_person(setting, one)]


def visitor(setting: Setting, trigger: Trigger) -> Subject | None:
    """正在某国访问的X: the party after 的; 派X前往: the party that is sent."""
    sent = _sending(setting, trigger)
    if sent and not trigger.relative:
        persons = tuple(setting.phrases(Span(sent.end("sends"), trigger.span.start))[:1])
        return Subject(members(persons, setting), persons, trigger.clause) if persons else None
    rides = rider(setting, trigger)
    if rides:
        return Subject(members([rides], setting), (rides,), trigger.clause)
    told = told_after_goal(setting, trigger)
    near = Span(trigger.span.end, min(trigger.clause.end, trigger.span.end + 3))
    phrases = told or setting.parties.phrases_in(near)[:1]
    return Subject(members(phrases, setting), tuple(phrases), None) if phrases else None


def _organization(setting: Setting, trigger: Trigger) -> str | None:
    """The organization that is visited."""
    phrases = setting.phrases(Span(trigger.span.end, min(trigger.span.end + 8, trigger.clause.end)))
    if not phrases or phrases[0].span.start - trigger.span.end > 2:
        return None
    entity = phrases[0].entities[0] if phrases[0].entities else None
    return entity if entity and setting.parties.by_id[entity].type == "organization" else None


def _is_delegation(setting: Setting, span: Span, place: int) -> bool:
    """Whether words before the cue name people whom a state or an organization has sent (美国代表团, 西共体斡旋团)."""
    return span.end <= place and sign("those sent").found(setting.text, span.start, place) is not None


def _is_person(setting: Setting, phrase: Phrase) -> bool:
    return bool(phrase.entities) and all(setting.parties.by_id[one].type == "person" for one in phrase.entities)


def _moves(setting: Setting, actor: str) -> bool:
    entity = setting.parties.by_id.get(actor)
    return entity is not None and entity.type in {"person", "group"}
