"""Who agrees, signs and is bound: the sides that the words name, else those who last talked."""

from __future__ import annotations

import re

from verbale.acts.beside import joined_by
from verbale.acts.clauses import clause_subject
from verbale.acts.meeting_partners import the_two
from verbale.acts.members import members
from verbale.acts.parts import Roles, Subject
from verbale.acts.recipients import partners
from verbale.acts.setting import Setting
from verbale.acts.talks import Talks
from verbale.acts.targets import as_side, between_whom
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import lists
from verbale.lexicons.signs import sign
from verbale.model import Span

_UNDER = re.compile("(?:在|经|经由|经过|由)$")
_UNREACHED = re.compile("未|没有")
_CLOSE, _PAIR = 4, 2


def joint(setting: Setting, talks: Talks, trigger: Trigger, subject: Subject) -> Roles | None:
    """An agreement has two sides: those the clause names, or the many of one organization, else those who last talked.

    Args:
        setting: What the page has given so far.
        talks: Who has been talking.
        trigger: The cue.
        subject: Its subject.
    """
    joined = partners(setting, trigger, subject)
    actors = tuple(dict.fromkeys([*subject.entities, *members(joined, setting)]))
    unreached = bool(actors) and bool(_UNREACHED.search(setting.words(Span(trigger.clause.start, trigger.span.start))))
    alone = unreached or (len(actors) == 1 and not joined and _are_many(setting, trigger, subject))
    if len(actors) < _PAIR and not alone:
        recent = talks.recent(trigger.span.start)
        known = setting.states(actors)
        actors = recent if not subject.phrases or known & setting.states(recent) else ()
    if len(actors) < _PAIR and trigger.relative and trigger.frame.kind == "agree":
        actors = who_reached(setting, talks, trigger)
    spans = tuple(phrase.span for phrase in (*subject.phrases, *joined))
    if len(actors) > 1 and not trigger.relative:
        talks.note(actors, trigger.span.start)
    return Roles(actors, (), spans) if len(actors) > 1 or (actors and alone) else None


def who_reached(setting: Setting, talks: Talks, trigger: Trigger) -> tuple[str, ...]:
    """对方没有遵守7月达成的安排: who reached what somebody keeps or breaks, where the words before it do not say.

    Args:
        setting: What the page has given so far.
        talks: Who has been talking.
        trigger: The cue, in a relative clause.

    Returns:
        The two sides of the clause and of whoever speaks; else those who last talked, if the clause names one of them.
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    near = talks.free(Span(trigger.clause.start, trigger.span.start))
    last = _sides(setting, members([*lists(setting.text, near)][-1], setting)) if near else ()
    if len(last) == _PAIR:
        return last
    far = talks.free(Span(min(scope.start, trigger.clause.start), trigger.span.start))
    for phrases in (near, far):
        sides = _sides(setting, (*members(phrases, setting), *setting.speakers(trigger.span.start)))
        if len(sides) == _PAIR:
            return sides
    sides, recent = _sides(setting, members(near, setting)), talks.recent(trigger.span.start)
    return recent if len(sides) < _PAIR and (not sides or {*sides} & setting.states(recent)) else ()


def _sides(setting: Setting, parties: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(as_side(setting, one) for one in parties))


def _are_many(setting: Setting, trigger: Trigger, subject: Subject) -> bool:
    """东盟领导人, 与会各国: the subject is many, who agree among themselves."""
    many = [phrase for phrase in subject.phrases if sign("many of one").found(setting.words(phrase.span))]
    kinds = {setting.parties.by_id[one].type for one in subject.entities}
    return bool(many) and kinds <= {"organization", "group"} and not trigger.relative


def under(setting: Setting, talks: Talks, trigger: Trigger) -> Roles | None:
    """在埃及斡旋下，X与Y…: the party after 在; those between whom it goes follow, else they are those who last talked.

    Args:
        setting: What the page has given so far.
        talks: Who has been talking.
        trigger: The cue.
    """
    low = trigger.clause.start
    found = joined_by(setting, Span(low, trigger.span.start), _UNDER, owner=True, last=True)
    if not found or trigger.span.start - found[-1].span.end > _CLOSE:
        return None
    actors = members(found, setting)
    clause = setting.clause(min(trigger.clause.end + 1, trigger.sentence.end), trigger.sentence)
    sides = talks.free(Span(low, found[0].span.start)) or talks.free(clause)[:_PAIR]
    named = tuple(one for one in members(sides, setting) if one not in actors)
    mediates = trigger.frame.kind == "mediate" and len(named) < _PAIR
    others = between_whom(setting, talks, trigger, actors) if mediates else named
    return Roles(actors, others, tuple(phrase.span for phrase in found))


def in_effect(setting: Setting, talks: Talks, trigger: Trigger) -> Roles | None:
    """An agreement takes effect for the parties it names, else for those who last talked: it binds states, not those who signed.

    Args:
        setting: What the page has given so far.
        talks: Who has been talking, and who has agreed on a truce: who talks need not be who fights.
        trigger: The cue.
    """
    phrases = talks.free(Span(trigger.clause.start, trigger.span.start))
    recent = talks.recent(trigger.span.start) if trigger.frame.kind == "sign" else talks.truce
    bound = _bound_before(setting, talks, trigger)
    told_here = bound if trigger.frame.earlier else ()
    named = members(phrases, setting) or told_here or recent or (bound if len(bound) > 1 else ())
    actors = tuple(dict.fromkeys(as_side(setting, one) for one in named))
    # 加沙停火周五生效: it does, whoever has agreed on it.
    told = bool(actors) or (trigger.frame.kind == "ceasefire" and sign("comes into force").found(setting.words(trigger.span)) is not None)
    return Roles(actors, (), tuple(phrase.span for phrase in phrases), bool(phrases)) if told else None


def _bound_before(setting: Setting, talks: Talks, trigger: Trigger) -> tuple[str, ...]:
    """X与Y签署协定，次日生效: those of the clauses before, where what takes effect is told of there."""
    before = Span(setting.scope(trigger.span.start, trigger.sentence).start, trigger.clause.start)
    if len(before) < 1:
        return ()
    clause = setting.clause(before.end - 1, Span(before.start, before.end - 1))
    owners = members(talks.free(clause), setting)
    told = _sides_before(setting, before) or (owners if len(owners) > 1 else ())
    return told or members(clause_subject(setting, setting.clause(before.start, before), before.start), setting) or owners


def signatories(setting: Setting, talks: Talks, trigger: Trigger) -> Subject | None:
    """Who signs where the words name nobody: 两人, or the sides of the paper that is signed (备忘录将在雅加达签署).

    Args:
        setting: What the page has given so far.
        talks: Who has been talking.
        trigger: The cue.

    Returns:
        Those of the clauses before where they are two, else those who last talked; ``None`` where the subject is no paper.
    """
    before = Span(trigger.clause.start, trigger.span.start)
    two = the_two(setting, before)
    if two:
        return Subject(two, (), trigger.clause)
    if not sign("paper to be signed").found(setting.text, before.start, before.end) or setting.phrases(before):
        return None
    scope = setting.scope(trigger.span.start, trigger.sentence)
    sides = _sides_before(setting, Span(scope.start, before.start)) or talks.recent(trigger.span.start)
    return Subject(sides, (), trigger.clause) if len(sides) > 1 else None


def _sides_before(setting: Setting, span: Span) -> tuple[str, ...]:
    """The nearest subject of two or more in the clauses before."""
    end = span.end - 1
    while end > span.start:
        clause = Span(setting.clause(end, Span(span.start, end)).start, end)
        found = members(clause_subject(setting, clause, span.start), setting)
        if len(found) > 1:
            return found
        end = clause.start - 1
    return ()
