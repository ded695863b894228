"""Who visits whom: travellers are persons or groups, their goal a place or an organization."""

from __future__ import annotations

import msgspec

from verbale.acts.members import members
from verbale.acts.parts import Roles, Subject
from verbale.acts.places import place_of
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.model import Span


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
    if not all(_moves(setting, actor) for actor in actors):
        return None
    trigger = _parted(setting, trigger)
    goal = _organization(setting, trigger) if not trigger.relative else None
    if goal:
        return Roles(actors, (goal,), evidence)
    place = place_of(setting, trigger, after=not trigger.relative)
    if place is None:
        return None
    known = place.state is not None and place.state in setting.parties.by_id and place.state not in actors
    return Roles(actors, (place.state,) if known and place.state else (), evidence)


def _parted(setting: Setting, trigger: Trigger) -> Trigger:
    """访 without 美 in 访美: the goal is a part of the cue."""
    named = any(mention.span == Span(trigger.span.end - 1, trigger.span.end) for mention in setting.parties.mentions)
    return msgspec.structs.replace(trigger, span=Span(trigger.span.start, trigger.span.end - 1)) if named else trigger


def visitor(setting: Setting, trigger: Trigger) -> Subject | None:
    """正在某国访问的X: the party after 的."""
    phrases = setting.parties.phrases_in(Span(trigger.span.end, min(trigger.clause.end, trigger.span.end + 3)))
    return Subject(members(phrases[:1], setting), phrases[:1], None) if phrases else None


def _organization(setting: Setting, trigger: Trigger) -> str | None:
    """The organization that is visited."""
    phrases = setting.phrases(Span(trigger.span.end, min(trigger.span.end + 8, trigger.clause.end)))
    if not phrases or phrases[0].span.start - trigger.span.end > 2:
        return None
    entity = phrases[0].entities[0] if phrases[0].entities else None
    return entity if entity and setting.parties.by_id[entity].type == "organization" else None


def _moves(setting: Setting, actor: str) -> bool:
    entity = setting.parties.by_id.get(actor)
    return entity is not None and entity.type in {"person", "group"}
