"""Whose act somebody answers with a feeling: 对此表示欢迎, 对这一提议表示赞赏, 就此提出抗议."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.acts.clauses import clause_subject
from verbale.acts.members import members
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.targets import others
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Act, Span

# What is welcomed has been done or announced; what is resented may also have been left undone.
_RESENTED = frozenset({"happened", "planned", "not_happened"})
_ANSWERED = {"support": frozenset({"happened", "planned"}), "criticise": _RESENTED, "accuse": _RESENTED}
_FEELINGS = frozenset({"support", "criticise", "accuse"})
# Who resents these need not blame all of those who did it.
_JOINT = frozenset({"agree", "sign", "meet", "call"})


def answered(setting: Setting, trigger: Trigger, roles: Roles, told: Sequence[Act]) -> Roles:
    """The parties of a feeling about what was told before it: whoever did that is its recipient.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        roles: Its parties, as its own words give them.
        told: The acts before it on the page, in order.
    """
    if roles.recipients or trigger.frame.kind not in _ANSWERED or not _takes_up(setting, trigger):
        return roles
    found = _doers(setting, trigger, roles, told) or _named_before(setting, trigger, roles) or _subject_before(setting, trigger, roles)
    return msgspec.structs.replace(roles, recipients=found)


def stands_alone(setting: Setting, trigger: Trigger) -> bool:
    """Whether the whole clause is a party and its feeling, after a clause that tells what it is about (…，邻国表示欢迎).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    clause = trigger.clause
    rest = setting.text[trigger.span.end : clause.end]
    if (rest and not sign("feels too").found(rest)) or clause.start == trigger.sentence.start:
        return False
    phrases = setting.phrases(Span(clause.start, trigger.span.start))
    opens = phrases[-1].span.end if phrases and phrases[0].span.start == clause.start else clause.end
    return sign("only feels").found(setting.text, opens, trigger.span.start) is not None


def _takes_up(setting: Setting, trigger: Trigger) -> bool:
    """Whether the clause, or the one before it, says that it is about what was just told (对此, 对这一提议)."""
    before = Span(trigger.clause.start, trigger.span.start)
    after = sign("takes up after").found(setting.text, trigger.span.end, trigger.clause.end)
    if trigger.frame.kind != "support" and sign("judges it").found(setting.text, trigger.span.end, trigger.sentence.end):
        return True
    judged = setting.words(trigger.span).startswith("斥") and setting.words(trigger.span).endswith("为")
    if after or judged or stands_alone(setting, trigger) or sign("takes up").found(setting.text, before.start, before.end):
        return True
    opens = (
        setting.clause(before.start - 2, Span(trigger.sentence.start, before.start - 1))
        if before.start - 1 > trigger.sentence.start
        else None
    )
    return opens is not None and sign("takes up whole").found(setting.text, opens.start, opens.end) is not None


def _doers(setting: Setting, trigger: Trigger, roles: Roles, told: Sequence[Act]) -> tuple[str, ...]:
    """Who did what was told last, in this sentence or the one before."""
    last = next((act for act in reversed(told) if act.kind not in _FEELINGS), None)
    if last is None or last.kind == "deny" or last.modality not in _ANSWERED[trigger.frame.kind] or set(last.actors) & set(roles.actors):
        return ()
    between = setting.text[last.anchor.end : trigger.span.start]
    single = trigger.frame.kind == "support" or len(last.actors) == 1 or last.kind not in _JOINT
    return last.actors if single and between.count("。") <= 1 else ()


def _subject_before(setting: Setting, trigger: Trigger, roles: Roles) -> tuple[str, ...]:
    """总统宣布解散议会，邻国欢迎有关决定: the one who opens the sentence, where the feeling names their decision."""
    if not sign("takes up after").found(setting.text, trigger.span.end, trigger.clause.end):
        return ()
    first = setting.clause(trigger.sentence.start, trigger.sentence)
    found = members(clause_subject(setting, first, first.start), setting) if first.start < trigger.clause.start else ()
    return found if len(found) == 1 and not set(found) & set(roles.actors) else ()


def _named_before(setting: Setting, trigger: Trigger, roles: Roles) -> tuple[str, ...]:
    """就此提出抗议: the one other state of the sentence before."""
    before = setting.sentence_before(trigger.sentence)
    found = others(setting, before, roles.actors) if before and trigger.frame.kind == "criticise" else ()
    return found if len(found) == 1 else ()
