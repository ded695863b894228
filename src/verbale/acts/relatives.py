"""The subject of a relative clause: 美方提出的方案, 美国与伊朗在日内瓦举行的会谈."""

from __future__ import annotations

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
    kept = _keeper(setting, trigger, scope)
    if kept or not phrases:
        return kept
    first = len(phrases) - 1
    while first > 0 and _joined(setting, phrases[first - 1], phrases[first]):
        first -= 1
    group = phrases[first:]
    if _verb_between(setting, Span(group[-1].span.end, trigger.span.start)) or is_owner(setting.text, group[-1]):
        return None
    before = setting.text[low : group[0].span.start]
    if not topical and sign("turned to whom").found(before):
        return None
    if sign("joins a partner").found(before) and len(group) == 1 and not trigger.frame.mutual:
        return None
    if sign("joins a partner").found(before):
        before_it = Span(trigger.clause.start, group[0].span.start)
        outer = clause_subject(setting, before_it, scope.start) or _in_reason(setting, before_it)
        owners = outer or _previous(setting, trigger, scope)
        actors = members(owners, setting) or setting.speakers(trigger.span.start)
        return Subject((*actors, *members(group, setting)), (*owners, *group), Span(low, trigger.span.start))
    return Subject(members(group, setting), tuple(group), Span(low, trigger.span.start))


def _keeper(setting: Setting, trigger: Trigger, scope: Span) -> Subject | None:
    """政府没有履行去年在维也纳签署的协议: whoever keeps or breaks what was signed is one of those who signed it."""
    low = max(trigger.clause.start, scope.start)
    found = sign("keeps what was signed").found(setting.text, low, trigger.span.start) if trigger.frame.kind == "sign" else None
    if found is None:
        return None
    own = Span(low, found.start())
    group = _in_reason(setting, own) or clause_subject(setting, own, scope.start)
    return Subject(members(group, setting), tuple(group), Span(low, trigger.span.start)) if group else None


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
    return sign("joins doers").found(between) is not None and (bool(between) or len(right.span) == 1)


def _verb_between(setting: Setting, span: Span) -> bool:
    words = setting.tokens.within(span)
    return any(
        token.tag in _BETWEEN_VERB and len(token.span) > 1 and not sign("phase of talks").found(setting.words(token.span))
        for token in words
    )


def _is_place_of(setting: Setting, phrase: Phrase, low: int) -> bool:
    return sign("place of a relative clause").found(setting.text, max(low, phrase.span.start - 2), phrase.span.start) is not None
