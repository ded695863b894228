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
from verbale.model import Span

_MUTUAL = re.compile("(?:互相|相互)[^，。；]{1,4}(?=对方)")
_JOINS = re.compile("[同与跟]")
_EACH = re.compile("分别|逐一")
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
    mark = _EACH.search(setting.text, trigger.clause.start, trigger.span.start)
    if mark is None or trigger.frame.kind not in {"meet", "call"} or len(roles.actors) <= _PAIR:
        return (roles,)
    before = members([phrase for phrase in setting.phrases(trigger.sentence) if phrase.span.end <= mark.start()], setting)
    one = [actor for actor in roles.actors if actor in before]
    others = [actor for actor in roles.actors if actor not in before]
    if not others and _JOINS.search(setting.text, trigger.clause.start, mark.start()):  # X同Y、Z分别会谈
        one, others = one[:1], one[1:]
    if len(one) != 1:
        return (roles,)
    return tuple(msgspec.structs.replace(roles, actors=(one[0], other)) for other in others)


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
