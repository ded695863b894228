"""One cue that tells several acts: 分别会见X和Y, 互相指责对方袭击."""

from __future__ import annotations

import re

import msgspec

from verbale.acts.clauses import clause_subject
from verbale.acts.kinds import DEEDS
from verbale.acts.members import members
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Span

_MUTUAL = re.compile("(?:互相|相互)[^，。；]{1,4}(?=对方)")
_JOINS = re.compile("[同与跟]")
_PAIR = 2


def apart(setting: Setting, trigger: Trigger, roles: Roles) -> tuple[Roles, ...]:
    """The acts of somebody who meets or calls others one by one.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        roles: All who take part.

    Returns:
        One set of parties for each of the others; ``roles`` alone where they meet together.
    """
    mark = sign("one by one").found(setting.text, trigger.clause.start, trigger.span.start)
    if mark is None or trigger.frame.kind not in {"meet", "call"} or len(roles.actors) <= _PAIR:
        return (roles,)
    one, others = _sides(setting, trigger, roles, mark.start())
    # 先后与三方会谈 is one round of talks; 5日、6日先后与双方会谈 is told apart with its days.
    by_day = any("、" in setting.words(time.span) for time in setting.times_in(Span(trigger.clause.start, mark.start())))
    round_of_talks = (len(others) > _PAIR or by_day) and not sign("apart").found(mark[0])
    if (
        not round_of_talks
        and len(others) == 1
        and len(one) == len(setting.states(one)) == _PAIR
        and not setting.states(one) & setting.states(others)
    ):
        return tuple(msgspec.structs.replace(roles, actors=(each, *others)) for each in one)  # 甲乙两国分别与丙会谈
    if not others or round_of_talks or len(setting.states(one)) != 1 or (len(one) > 1 and setting.states(one) & setting.states(others)):
        return (roles,)
    return tuple(msgspec.structs.replace(roles, actors=(*one, other)) for other in others)


def _sides(setting: Setting, trigger: Trigger, roles: Roles, place: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who meets, before the word for one by one, in its clause or else in its sentence; and whom."""
    for start in (trigger.clause.start, trigger.sentence.start):
        before = members(setting.phrases(Span(start, place)), setting)
        one = tuple(actor for actor in roles.actors if actor in before)
        if one:
            break
    others = tuple(actor for actor in roles.actors if actor not in before)
    if not others and _JOINS.search(setting.text, trigger.clause.start, place):  # X同Y、Z分别会谈
        return one[:1], one[1:]
    return one, others


def _accusers(setting: Setting, trigger: Trigger) -> tuple[str, ...]:
    """X和Y互相指责对方…: the subject before 互相."""
    mark = _MUTUAL.search(setting.text, trigger.clause.start, trigger.span.start)
    before = Span(trigger.clause.start, mark.start()) if mark else None
    return members(clause_subject(setting, before, before.start), setting) if before else ()


def both_ways(setting: Setting, trigger: Trigger) -> tuple[Roles, ...]:
    """What two speakers say that the other one did: each does it to the other.

    Args:
        setting: What the page has given so far.
        trigger: The cue.

    Returns:
        Two sets of parties, or none.
    """
    reported = setting.speakers(trigger.span.start)
    speakers = reported or _accusers(setting, trigger)
    if len(speakers) != _PAIR or trigger.frame.kind not in DEEDS:
        return ()
    scope = setting.scope(trigger.span.start, trigger.sentence)
    before = setting.parties.phrases_in(Span(scope.start, trigger.span.start))
    other = [phrase for phrase in before if setting.words(phrase.span) == "对方"]
    subject = clause_subject(setting, Span(max(trigger.clause.start, scope.start), trigger.span.start), scope.start)
    if not other or (reported and subject and subject[-1] != other[-1]):
        return ()
    one, two = speakers
    evidence = (other[-1].span,)
    return Roles((one,), (two,), evidence), Roles((two,), (one,), evidence)
