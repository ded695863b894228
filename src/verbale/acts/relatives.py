"""The subject of a relative clause: 美方提出的方案, 美国与伊朗在日内瓦举行的会谈."""

from __future__ import annotations

import re

from verbale.acts.clauses import clause_subject
from verbale.acts.members import members
from verbale.acts.parts import Subject
from verbale.acts.setting import Setting
from verbale.acts.standing import in_topic
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import is_owner
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

_PARTNER = re.compile(r"(?:与|同|和|跟|及|分别与|先后与|分别同|以及)$")
_TO = re.compile(r"(?:对|向|给|为|从|把|将)$")
_JOINT = re.compile(r"(?:、|和|与|同|及|跟|以及|[^，。；的]{0,12}(?:与|同|和|跟))?")
_PHASES = frozenset({"结束", "开始", "继续", "启动", "恢复", "共同", "分别"})
_BETWEEN_VERB = frozenset({"v", "vd"})


def nearest(setting: Setting, trigger: Trigger, scope: Span) -> Subject | None:
    """The parties right before a relative clause's verb, with those joined to them by 与."""
    low = max(trigger.clause.start, scope.start)
    topical = in_topic(setting, trigger.clause, trigger.span)
    phrases = [
        phrase
        for phrase in setting.phrases(Span(low, trigger.span.start))
        if not _is_place_of(setting, phrase, low) and (topical or not in_topic(setting, trigger.clause, phrase.span))
    ]
    if not phrases:
        return None
    first = len(phrases) - 1
    while first > 0 and _joined(setting, phrases[first - 1], phrases[first]):
        first -= 1
    group = phrases[first:]
    if _verb_between(setting, Span(group[-1].span.end, trigger.span.start)) or is_owner(setting.text, group[-1]):
        return None
    before = setting.text[low : group[0].span.start]
    if not topical and _TO.search(before):
        return None
    if _PARTNER.search(before) and len(group) == 1 and not trigger.frame.mutual:
        return None
    if _PARTNER.search(before):
        before_it = Span(trigger.clause.start, group[0].span.start)
        outer = clause_subject(setting, before_it, scope.start) or _in_reason(setting, before_it)
        owners = outer or _previous(setting, trigger, scope)
        actors = members(owners, setting) or setting.speakers(trigger.span.start)
        return Subject((*actors, *members(group, setting)), (*owners, *group), Span(low, trigger.span.start))
    return Subject(members(group, setting), tuple(group), Span(low, trigger.span.start))


def _in_reason(setting: Setting, span: Span) -> list[Phrase]:
    """由于政府未履行与反对派达成的…: the party after the word that gives the reason."""
    phrases = setting.phrases(span)
    return phrases[:1] if phrases and sign("takes a clause").found(setting.text, span.start, phrases[0].span.start) else []


def _previous(setting: Setting, trigger: Trigger, scope: Span) -> list[Phrase]:
    if trigger.clause.start <= scope.start:
        return []
    clause = setting.clause(trigger.clause.start - 1, Span(scope.start, trigger.clause.start - 1))
    return clause_subject(setting, clause, scope.start)


def _joined(setting: Setting, left: Phrase, right: Phrase) -> bool:
    between = setting.text[left.span.end : right.span.start]
    return bool(_JOINT.fullmatch(between)) and (bool(between) or len(right.span) == 1)


def _verb_between(setting: Setting, span: Span) -> bool:
    words = setting.tokens.within(span)
    return any(token.tag in _BETWEEN_VERB and len(token.span) > 1 and setting.words(token.span) not in _PHASES for token in words)


def _is_place_of(setting: Setting, phrase: Phrase, low: int) -> bool:
    return bool(re.search(r"(?:在|于|至|到|赴|从|驻)$", setting.text[max(low, phrase.span.start - 2) : phrase.span.start]))
