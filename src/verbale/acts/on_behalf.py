"""Deeds that only a state can do (驱逐外交官, 断交): whoever announces them in office does them for the state."""

from __future__ import annotations

import msgspec

from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign

_OF_STATES = frozenset({"sanction", "expel", "deploy", "withdraw", "aid", "coerce", "release", "attack", "ceasefire"})


def for_the_state(setting: Setting, trigger: Trigger, roles: Roles) -> Roles:
    """外交部长宣布驱逐…: the parties of a state's deed, with the state of a minister or spokesperson; a head of state keeps it (总统下令…).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        roles: The parties, as the words around the cue give them.
    """
    if trigger.frame.kind not in _OF_STATES:
        return roles
    actors = tuple(dict.fromkeys(setting.side(one) if _serves(setting, one) else one for one in roles.actors))
    return roles if actors == roles.actors else msgspec.structs.replace(roles, actors=actors)


def _serves(setting: Setting, party: str) -> bool:
    """Whether a person holds an office under a head of state or government, as the page's titles tell."""
    known = setting.parties.by_id.get(party)
    if known is None or known.type != "person":
        return False
    titles = [setting.words(phrase.span) for phrase in setting.parties.phrases if phrase.entities == (party,) and phrase.office]
    return any(sign("serves a state").found(title) for title in titles) and not any(sign("heads a state").found(title) for title in titles)
