"""Who calls talks off, and who breaks with whom."""

from __future__ import annotations

import re

from verbale.acts.asking import opens_speech
from verbale.acts.members import members
from verbale.acts.parts import Roles, Subject
from verbale.acts.passives import doer
from verbale.acts.places import place_of
from verbale.acts.setting import Setting
from verbale.acts.talks import Talks
from verbale.acts.targets import counterpart
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Span

_PAIR = 2
_BILATERAL = re.compile("双边|两国|双方")
_GOAL = re.compile("[前派飞转]往")
_VISIT = re.compile("访|赴|[前派飞转]往|抵|来")


def called_off(setting: Setting, talks: Talks, trigger: Trigger, subject: Subject, content: Span | None) -> tuple[str, ...]:
    """Who calls talks off: the subject; where the talks are the subject or nobody is, their sides.

    Args:
        setting: What the page has given so far.
        talks: Who has been talking.
        trigger: The cue (取消, 推迟).
        subject: Its subject; without entities where the text gives none.
        content: What is called off, if the words name it.
    """
    if doer(setting, trigger.clause.start, trigger.span.start):
        return subject.entities  # 会面遭以方取消
    low = trigger.clause.start
    noun = sign("talks").found(setting.text, low, trigger.clause.end)
    topic = sign("talks put first").found(setting.text, trigger.sentence.start, low)
    if noun is None and topic and not subject.entities:
        low = topic.start()
        noun = sign("talks").found(setting.text, low, topic.end())
    put_first = content is not None and content.start < trigger.span.start and setting.text[content.start - 1] in "将把"
    told = bool(subject.phrases) or _announces(setting, trigger, subject)
    if noun is None or (told and (put_first or noun.start() > trigger.span.start)):
        return subject.entities
    owners = members(talks.free(Span(low, noun.start())), setting)
    return (
        owners
        if len(owners) > 1
        else talks.holders(Span(low, noun.end())) or _the_two_named(setting, Span(trigger.sentence.start, noun.start()))
    )


def _the_two_named(setting: Setting, before: Span) -> tuple[str, ...]:
    """The only two persons of two states that the sentence names before (公布A致B的信函，原定的会晤被取消)."""
    known = setting.parties.by_id
    persons = tuple(one for one in dict.fromkeys(members(setting.phrases(before), setting)) if known[one].type == "person")
    return persons if len(persons) == len(setting.states(persons)) == _PAIR else ()


def called_off_with(setting: Setting, trigger: Trigger, actors: tuple[str, ...], content: Span | None) -> tuple[str, ...]:
    """With whom the talks called off were to be held, or whom the visit was for.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        actors: Who calls them off.
        content: What is called off.

    Returns:
        The parties of other sides named there; else the state of the place that was to be visited; nobody where both sides call it off.
    """
    if content is None or len(setting.states(actors)) > 1:
        return ()
    own = setting.states(actors)
    found = [one for one in members(setting.phrases(content), setting) if setting.parties.state_of(one) not in own]
    if not found and _BILATERAL.search(setting.text, content.start, content.end):
        return counterpart(setting, trigger, actors)
    if found or not _VISIT.search(setting.text, content.start, content.end):
        return tuple(found)
    goal = _GOAL.search(setting.text, content.start, content.end)
    place = place_of(setting, trigger, after=True) if goal else place_of(setting, trigger)
    known = place is not None and place.state in setting.parties.by_id and place.state not in own
    return (place.state,) if place and place.state and known else ()


def _announces(setting: Setting, trigger: Trigger, subject: Subject) -> bool:
    """格政府宣布中止谈判: the first word of somebody's speech tells what they do; an unnamed group only tells what others do."""
    known = bool(subject.entities) and not any(setting.parties.is_unnamed(one) for one in subject.entities)
    return known and opens_speech(setting, trigger)


def broken_with(setting: Setting, trigger: Trigger, subject: Subject) -> Roles | None:
    """X与Y断交: who breaks with whom, not two who punish together.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        subject: Its subject.
    """
    phrases = subject.phrases
    if "与" not in trigger.frame.recipients or len(phrases) != 2 or trigger.frame.mutual or subject.clause is None:
        return None
    joined = setting.words(Span(phrases[0].span.end, phrases[1].span.start)) in {"与", "同", "和", "跟"}
    if not joined or not sign("breaks with").found(setting.text, phrases[1].span.end, trigger.span.end):
        return None
    first, second = (members([phrase], setting) for phrase in phrases)
    return Roles(first, second, tuple(phrase.span for phrase in phrases))
