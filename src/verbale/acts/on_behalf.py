"""Deeds that only a state can do (驱逐外交官, 断交): whoever announces them in office does them for the state."""

from __future__ import annotations

import msgspec

from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Span

# 发言人说，不会…: what a spokesperson will or will not do is what their side will or will not do.
_PLANS = frozenset({"deny", "promise", "offer"})
_ADVERBS = frozenset({"d", "ad", "TIME", "t", "c", "w"})
_OF_STATES = frozenset({"sanction", "expel", "deploy", "withdraw", "aid", "coerce", "release", "attack", "ceasefire"})


def for_the_state(setting: Setting, trigger: Trigger, roles: Roles) -> Roles:
    """外交部长宣布驱逐…: the parties of a state's deed, with the state of a minister or spokesperson; a head of state keeps it (总统下令…).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        roles: The parties, as the words around the cue give them.
    """
    low = max(trigger.clause.start, setting.scope(trigger.span.start, trigger.sentence).start)
    own_side = "own side" in trigger.frame.traits and _says_nobody(setting, Span(low, trigger.span.start))
    spoken = trigger.frame.kind in _PLANS and (own_side or (trigger.frame.role in {"own", "future"} and not roles.named))
    if trigger.frame.kind not in _OF_STATES and not spoken:
        return roles
    of_office = "speaks for a side" if spoken and not own_side else "serves a state"
    actors = tuple(dict.fromkeys(setting.side(one) if _serves(setting, one, of_office) else one for one in roles.actors))
    return roles if actors == roles.actors else msgspec.structs.replace(roles, actors=actors)


def _says_nobody(setting: Setting, before: Span) -> bool:
    """Whether nothing but adverbs and times stands before a cue in its clause (目前没有这个计划)."""
    return all(token.tag in _ADVERBS for token in setting.tokens.within(before))


def _serves(setting: Setting, party: str, of_office: str) -> bool:
    """Whether a person holds such an office under a head of state or government, as the page's titles tell."""
    known = setting.parties.by_id.get(party)
    if known is None or known.type != "person":
        return False
    titles = [setting.words(phrase.span) for phrase in setting.parties.phrases if phrase.entities == (party,) and phrase.office]
    return any(sign(of_office).found(title) for title in titles) and not any(sign("heads a state").found(title) for title in titles)
