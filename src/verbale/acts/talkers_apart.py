"""Who of several talkers does something to the others of them: 总理与邻国总统通电话，敦促邻国停火."""

from __future__ import annotations

from verbale.acts.aims import Aim
from verbale.acts.members import members
from verbale.acts.parts import Subject
from verbale.acts.recipients import recipients_of
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign

_HOSTILE = frozenset({"threaten", "sanction", "attack", "coerce", "expel"})
# What is said to somebody's face by whoever is named first.
_SAID = frozenset({"demand", "appeal", "accuse", "criticise"})
_THREE = 3


def one_of_them(setting: Setting, trigger: Trigger, subject: Subject, aim: Aim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts on whom, where those named as actors and as recipients have members in common.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        subject: The subject of the cue.
        aim: Who acts, on whom and what it is about, as the words give it.

    Returns:
        The actors without those to whom it is done, and these; as they are where nobody is on both sides.
    """
    actors, kind = aim.actors, trigger.frame.kind
    if len(actors) < 2 or kind not in _HOSTILE | _SAID or (kind in _SAID and {*actors} == {*aim.recipients}):
        return actors, aim.recipients
    struck = members(recipients_of(setting, trigger, aim.content, ()), setting)
    if kind in _HOSTILE:
        return (tuple(one for one in actors if one not in struck), struck) if struck and {*struck} < {*actors} else (actors, aim.recipients)
    if not struck and (two := _the_two_called(setting, trigger, actors)):
        return actors[:1], two
    joint = any(phrase.form == "group" for phrase in subject.phrases)
    rest = tuple(one for one in actors if not setting.states((one,)) & {*setting.states(struck), *struck})
    meant = rest and rest[0] == actors[0] and len(rest) < len(actors) and not joint
    return (rest, struck) if meant else (actors, aim.recipients)


def _the_two_called(setting: Setting, trigger: Trigger, actors: tuple[str, ...]) -> tuple[str, ...]:
    """总理同A和B通电话，呼吁两国对话: the states of the two whom the first one calls."""
    two = sign("the two of them").found(setting.text, trigger.span.end)
    return tuple(setting.side(one) for one in actors[1:]) if two and len(actors) == _THREE else ()
