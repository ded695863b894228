"""At whom an act is aimed, named or to be concluded, and whether all is there that its frame asks for."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from verbale.acts.answering import stands_alone
from verbale.acts.calling_off import called_off_with
from verbale.acts.members import states_differ
from verbale.acts.parts import Subject
from verbale.acts.places import place_of
from verbale.acts.recipients import each_other
from verbale.acts.setting import Setting
from verbale.acts.talks import Talks
from verbale.acts.targets import befalls, between_whom, counterpart, enemy, envoys_to
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Span

# Places of those whom the deed befalls: in a passive they are its subject.
_PASSIVE_PLACES = frozenset({"object", "对", "向", "给", "pivot", "thanked", "inside", "enemy"})
# What is put to others.
_PUT_TO = frozenset({"propose", "offer", "promise", "demand", "appeal"})
_THREE = 3


class Aim(msgspec.Struct, frozen=True):
    """Who acts, on whom, and what it is about.

    Attributes:
        actors: Who acts.
        recipients: Those named as recipients.
        content: What was agreed, asked, called off …, if anything.
    """

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    content: Span | None


def aimed_at(setting: Setting, talks: Talks, trigger: Trigger, aim: Aim) -> tuple[str, ...]:
    """The recipients named, or those that the kind of act lets one conclude.

    Args:
        setting: What the page has given so far.
        talks: Who has been talking.
        trigger: The cue.
        aim: Who acts, and the recipients named.
    """
    places, actors = trigger.frame.recipients, aim.actors
    if len(actors) > 1 and ("each other" in places or each_other(setting, trigger)):
        return actors
    if "place" in places and sign("near a border").found(setting.words(trigger.clause)):
        place = place_of(setting, trigger)
        return (place.state,) if place and place.state in setting.parties.by_id and place.state else aim.recipients
    if trigger.frame.kind in _PUT_TO and (two := _the_two_others(setting, talks, trigger, actors)):
        return two
    if trigger.frame.kind == "cancel":
        return called_off_with(setting, trigger, actors, aim.content)
    return aim.recipients or _concluded(setting, talks, trigger, actors)


def _the_two_others(setting: Setting, talks: Talks, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """愿与两国分享数据: of three who talk, the two with whom one deals."""
    two = sign("with the two others").found(setting.text, trigger.clause.start, trigger.clause.end)
    own, states = setting.states(actors), dict.fromkeys(setting.side(one) for one in talks.recent(trigger.span.start))
    others = tuple(one for one in states if one not in own)
    return others if two and len(states) == _THREE and len(others) == _THREE - 1 else ()


def _concluded(setting: Setting, talks: Talks, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Whom a passive befalls; else what the frame lets one conclude from the sentence or the talks."""
    finders: dict[str, Callable[[], tuple[str, ...]]] = {
        "enemy": lambda: enemy(setting, trigger, actors),
        "talkers": lambda: between_whom(setting, talks, trigger, actors),
        "counterpart": lambda: counterpart(setting, trigger, actors),
        "bilateral": lambda: (
            counterpart(setting, trigger, actors) if sign("between two states").found(setting.words(trigger.clause)) else ()
        ),
        "envoy": lambda: envoys_to(setting, trigger),
    }
    places = trigger.frame.recipients
    passive = trigger.frame.kind == "refuse" or _PASSIVE_PLACES.intersection(places)
    befallen = befalls(setting, trigger, actors) if passive else ()
    return befallen or next((finders[place]() for place in places if place in finders), ())


def is_complete(setting: Setting, trigger: Trigger, subject: Subject, aim: Aim) -> bool:
    """Whether everything is there without which the cue tells no act of its kind (``Frame.needs``).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        subject: Its subject.
        aim: Who acts, on whom, and what it is about.
    """
    needs, recipients = trigger.frame.needs, aim.recipients
    of_this = bool(sign("of this").found(setting.text, max(0, trigger.clause.start - len("对此，")), trigger.span.start))
    if needs == "other side":
        if not recipients and trigger.frame.kind == "appeal" and sign("asks all sides").found(setting.text, trigger.span.end):
            return True
        if not recipients:
            return trigger.frame.role == "attitude" and of_this
        return states_differ(setting, aim.actors, recipients)
    if needs == "object":
        named = aim.content is not None or bool(recipients) or has_agent(trigger, subject)
        felt = trigger.frame.role == "attitude" and bool(counterpart(setting, trigger, aim.actors))
        return named or felt or of_this or stands_alone(setting, trigger)
    if needs == "recipient":
        return bool(recipients)
    return needs != "partner" or len(aim.actors) > 1 or bool(recipients)


def has_agent(trigger: Trigger, subject: Subject) -> bool:
    """Whether a party stands as agent inside the cue's clause; arguments as for :func:`is_complete`."""
    return bool(subject.phrases) and subject.phrases[0].span.start > trigger.clause.start
