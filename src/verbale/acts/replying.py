"""Whom somebody answers who accepts or refuses what was asked right before (邀请…访问，对方婉拒邀请)."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.acts.clauses import clause_subject
from verbale.acts.members import members, states_differ
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Act, Span

_REPLIES = frozenset({"agree", "refuse"})
_ASKED = frozenset({"propose", "demand", "appeal", "offer"})
# What somebody undertakes who was just asked to do something.
_UNDERTAKEN = frozenset({"promise", "offer"})
# So long may the words be that name who invited.
_INVITED = 16


def replied(setting: Setting, trigger: Trigger, roles: Roles, told: Sequence[Act]) -> Roles:
    """The parties of a reply: whoever asked, proposed or invited in the words right before is its recipient.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        roles: Its parties, as its own words give them.
        told: The acts before it on the page, in order.
    """
    if trigger.frame.kind in _UNDERTAKEN and not roles.recipients:
        return msgspec.structs.replace(roles, recipients=_asking(setting, trigger, roles, told))
    if roles.recipients or len(roles.actors) != 1 or trigger.frame.kind not in _REPLIES or not _takes_up(setting, trigger):
        return roles
    asked = next((act for act in reversed(told) if act.kind in _ASKED and act.anchor.end <= trigger.span.start), None)
    if asked is None or not _is_to(setting, asked, roles):
        return msgspec.structs.replace(roles, recipients=_resented(setting, trigger, roles))
    between = setting.text.count("。", asked.anchor.end, trigger.span.start)
    return msgspec.structs.replace(roles, recipients=asked.actors) if between <= _names_it(setting, trigger) else roles


def _asking(setting: Setting, trigger: Trigger, roles: Roles, told: Sequence[Act]) -> tuple[str, ...]:
    """美方要求邻国撤军，邻国承诺研究: who asked those who undertake it, in the sentence or where the next one answers it."""
    asked = next((act for act in reversed(told) if act.kind in _ASKED - {"offer"} and act.anchor.end <= trigger.span.start), None)
    if asked is None or not asked.recipients or not _is_to(setting, asked, roles) or asked.recipients == roles.actors == asked.actors:
        return ()
    if sign("at an invitation").found(setting.text, max(0, asked.anchor.start - _INVITED), asked.anchor.end):
        return ()  # 应邻国邀请，…: who sets out at an invitation answers nothing
    here = asked.anchor.start >= trigger.sentence.start
    between = setting.text[asked.anchor.end : trigger.span.start]
    answered = sign("answers at once").found(setting.text, trigger.clause.start, trigger.span.start) is not None
    return asked.actors if here or (answered and between.count("。") == 1 and "\n" not in between) else ()


def _takes_up(setting: Setting, trigger: Trigger) -> bool:
    """Whether the clause says no more than that it was accepted or refused (没有接受, 婉拒了邀请, 遭对方拒绝)."""
    rest, negated = setting.text[trigger.span.end : trigger.clause.end], sign("not yet agreed")
    if negated.found(setting.text, trigger.clause.start, trigger.span.start) or sign("by a veto").found(setting.words(trigger.span)):
        return False
    return _names_it(setting, trigger) or sign("what was asked").found(rest) is not None


def _names_it(setting: Setting, trigger: Trigger) -> bool:
    """Whether the words name what was asked (接受了邀请, 拒绝这一要求): it may then stand in the sentence before."""
    rest = setting.text[trigger.span.end : trigger.clause.end].removeprefix("了")
    invited = sign("ends in an invitation").found(setting.words(trigger.span)) is not None
    return (bool(rest) or invited) and sign("what was asked").found(rest) is not None


def _resented(setting: Setting, trigger: Trigger, roles: Roles) -> tuple[str, ...]:
    """日方单方面实施管制，韩国不能接受: whoever does, in the clause before, what is not accepted."""
    bare = trigger.span.end == trigger.clause.end and sign("cannot be accepted").found(setting.words(trigger.span))
    if not bare or trigger.clause.start <= trigger.sentence.start or setting.text[trigger.clause.start - 1] != "，":
        return ()
    before = setting.clause(trigger.clause.start - 1, Span(trigger.sentence.start, trigger.clause.start - 1))
    found = members(clause_subject(setting, before, before.start), setting)
    timed = sign("closes a time").found(setting.text, before.start, before.end)
    return found if len(found) == 1 and not timed and states_differ(setting, roles.actors, found) else ()


def _is_to(setting: Setting, asked: Act, roles: Roles) -> bool:
    """Whether those who reply may be those who were asked: by another side, of them or of nobody named."""
    meant = {*asked.recipients, *setting.states(asked.recipients)}
    to_them = not asked.recipients or meant & {*roles.actors, *setting.states(roles.actors)}
    movement = any(setting.parties.by_id[one].type == "organization" for one in asked.actors if one not in roles.actors)
    differ = movement or states_differ(setting, asked.actors, roles.actors)
    return asked.modality == "happened" and bool(asked.actors and to_them) and differ
