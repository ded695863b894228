"""The acts of one sentence so far: what they only want or claim, and what they have told already."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from verbale.acts.clauses import clause_subject
from verbale.acts.kinds import SPOKEN, WANTED
from verbale.acts.members import states_differ
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Act, Span

_FACTS = frozenset({"propose", "sign", "demand"})
_TALKS = frozenset({"meet", "call"})
_BREAK = re.compile("[，。；]")
_AND_SO = re.compile("[了过]?并且?")
# How far into what is denied its doer may stand.
_NEAR = 2
_CLAIMS = frozenset({"accuse", "criticise"})
# What somebody says of others in a claim tells none of these; but refusing and backing tells whoever is blamed for it.
_CLAIMED, _BLAMED = SPOKEN | {"concede"}, frozenset({"refuse", "support"})
# What goes on at the same party.
_AIMED = frozenset({"accuse", "criticise", "demand", "threaten"})
# What is asked of somebody.
_ASKED = frozenset({"demand", "appeal"})
# What goes on at the same party where nothing but 并 and the like stands before it.
_PUT_ON = frozenset({("demand", "propose"), ("appeal", "propose"), ("promise", "promise"), ("offer", "offer"), ("propose", "propose")})


class SentenceActs:
    """Collects the acts of a sentence, each once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._acts: list[Act] = []
        self._wanted: list[Span] = []
        self._claimed: list[Span] = []
        self._lifted: list[Span] = []
        self._nouns: list[Span] = []
        self._denied: list[Span] = []
        self._asked_over: list[tuple[Span, tuple[str, ...]]] = []

    def invited(self, trigger: Trigger) -> tuple[str, ...]:
        """邀请X访问…: who is asked to make the journey that a cue tells."""
        journey = trigger.frame.role == "travel" and not trigger.relative
        return next((who for content, who in self._asked_over if journey and content.covers(trigger.span)), ())

    def holds(self, trigger: Trigger) -> bool:
        """Whether a cue belongs to an act already told: its noun, or a part of what is only wanted or claimed.

        A relative clause still tells a fact there (同意美方提出的方案).
        """
        place = trigger.span.start
        if self.invited(trigger) or self._is_accepted(trigger) or self._is_denied(trigger) or trigger.frame.role in {"seized", "effect"}:
            return False
        if any(noun.covers(trigger.span) for noun in self._nouns):
            return True
        if trigger.frame.kind == "sanction" and any(span.start <= place < span.end for span in self._lifted):
            return True
        if _answers(trigger):
            return False
        if trigger.frame.kind in _CLAIMED and any(span.start <= place < span.end for span in self._claimed):
            return not self._is_blamed(trigger)
        agreed = any(act.kind == "agree" and act.content and act.content.start <= place < act.content.end for act in self._acts)
        reached = trigger.frame.kind == "agree" and trigger.frame.role == "joint" and not agreed  # 遵守7月达成的安排
        fact = trigger.relative and (reached or trigger.frame.kind in _FACTS)
        return not fact and any(span.start <= place < span.end for span in self._wanted)

    def _is_accepted(self, trigger: Trigger) -> bool:
        """接受X邀请: who accepts an invitation was invited."""
        before = Span(trigger.clause.start, trigger.span.start)
        return "accepted" in trigger.frame.traits and sign("accepts whose").found(self._setting.text, before.start, before.end) is not None

    def _is_denied(self, trigger: Trigger) -> bool:
        """否认双方已签署…: an act with its own doer in what is denied is told, as denied."""
        content = next((span for span in self._denied if span.start <= trigger.span.start < span.end), None)
        if content is None or content.start < trigger.clause.start:
            return False
        between = Span(content.start, trigger.span.start)
        if sign("without it").found(self._setting.text, between.start, between.end):
            return False
        if trigger.frame.kind == "agree" and sign("denied of oneself").found(self._setting.words(between)):
            return True
        told = any(content.start <= act.anchor.start for act in self._acts)
        doer = clause_subject(self._setting, Span(content.start, trigger.span.start), content.start)
        return not told and bool(doer) and doer[0].span.start - content.start <= _NEAR

    def _is_blamed(self, trigger: Trigger) -> bool:
        """指责对方拒绝方案: whoever is blamed has refused or backed something."""
        content = next(span for span in self._claimed if span.start <= trigger.span.start < span.end)
        blamed = trigger.frame.kind in _BLAMED and sign("blamed for").found(self._setting.text, trigger.span.start)
        if not blamed or content.start < trigger.clause.start:
            return False
        doer = clause_subject(self._setting, Span(content.start, trigger.span.start), content.start)
        return bool(doer) and doer[0].span.start - content.start <= _NEAR

    def bar(self, content: Span | None) -> None:
        """Hide what stands in the words of a prohibition (不得…)."""
        if content:
            self._wanted.append(content)

    def tells_again(self, trigger: Trigger, act: Act) -> bool:
        """否认指控，称其毫无根据: whether a cue only says again what its party has done already in the sentence."""
        return "told once" in trigger.frame.traits and any(one.kind == act.kind and one.actors == act.actors for one in self._acts)

    def add(self, trigger: Trigger, act: Act) -> None:
        """Take an act in; one that the sentence has told already only hides what stands in its content."""
        self._note(trigger, act)
        same = next((place for place, other in enumerate(self._acts) if self._is_kind(other, act) and self._same(other, act)), None)
        if same is None:
            self._acts.append(act)
        elif act.kind in _TALKS:
            self._acts[same] = _completed(self._acts[same], act)
        elif act.kind == "attack" and self._is_one_blow(self._acts[same], act):
            self._acts[same] = msgspec.structs.replace(act, recipients=act.recipients or self._acts[same].recipients)

    def _note(self, trigger: Trigger, act: Act) -> None:
        """Remember which words of the sentence an act takes up."""
        if trigger.noun:
            self._nouns.append(trigger.noun)
        if act.content and act.kind in WANTED:
            self._wanted.append(act.content)
        if act.content and "accepted" in trigger.frame.traits and act.modality == "happened":
            self._asked_over.append((act.content, act.recipients))
        if act.content and "denial" in trigger.frame.traits:
            self._denied.append(act.content)
        if act.content and act.kind in _CLAIMS:
            self._claimed.append(act.content)
        if act.content and act.kind == "concede":
            self._lifted.append(act.content)
        if trigger.frame.role == "attend":
            self._wanted.append(Span(trigger.anchor.end, trigger.clause.end))

    def _is_kind(self, other: Act, act: Act) -> bool:
        """Whether two acts are of one kind; talking something over on the phone is the call (通电话，就…交换意见)."""
        wired = other.kind == "call" and act.kind == "meet" and sign("word of talking").found(self._setting.words(act.anchor)) is not None
        return wired or other.kind == act.kind

    def acts(self) -> list[Act]:
        """The acts, without agreements told again with their content (达成一致，同意…)."""
        return _aimed_back([act for act in self._acts if not self._goes_on(act)])

    def _goes_on(self, act: Act) -> bool:
        bare = act.kind == "agree" and act.content is None
        return bare and any(_is_same_agreement(act, other) for other in self._acts)

    def _same(self, one: Act, other: Act) -> bool:
        if one.kind in _TALKS and set(one.actors) == set(other.actors):
            return one.date == other.date or one.date is None or other.date is None
        if one.actors != other.actors:
            return False
        if one.anchor.overlaps(other.anchor) or (one.kind == "visit" and one.recipients == other.recipients):
            return True
        hurts = sign("kills or wounds").found(self._setting.words(other.anchor)) is not None
        if one.kind == "attack" and (hurts or self._is_one_blow(one, other)):
            return True
        alike = one.recipients == other.recipients and one.content == other.content
        if alike and one.kind == "criticise" and not _BREAK.search(self._setting.text, one.anchor.end, other.anchor.start):
            return True  # 深表震惊、强烈谴责: one feeling in two words
        return alike and (one.content is not None or self._setting.words(one.anchor) == self._setting.words(other.anchor))

    def _is_one_blow(self, one: Act, other: Act) -> bool:
        """发射导弹袭击…, 出动战机轰炸…: what is used and what it does to the same enemy, in one clause."""
        text = self._setting.text
        used = sign("uses a weapon").found(self._setting.words(one.anchor)) is not None and other.recipients in {one.recipients, ()}
        return used and not _BREAK.search(text, one.anchor.end, other.anchor.start)


def _completed(act: Act, again: Act) -> Act:
    """An act of talks with the day and the place that only its second telling gives."""
    dated = act if act.date else msgspec.structs.replace(act, date=again.date)
    if act.place:
        return dated
    where = {"place": again.place, "place_zh": again.place_zh, "place_span": again.place_span, "coordinates": again.coordinates}
    return msgspec.structs.replace(dated, **where)


def _aimed_back(acts: list[Act]) -> list[Act]:
    """The acts with whom a protest is meant for, where only the request or charge that goes on with it tells (提出抗议，要求邻国…)."""
    return [act if place + 1 == len(acts) else _meant_for(act, acts[place + 1]) for place, act in enumerate(acts)]


def _meant_for(act: Act, following: Act) -> Act:
    untold = act.kind == "criticise" and not act.recipients
    goes_on = untold and following.kind in _AIMED and following.actors == act.actors
    return msgspec.structs.replace(act, recipients=following.recipients) if goes_on else act


def _is_same_agreement(bare: Act, other: Act) -> bool:
    """Whether an act tells what a bare agreement was about: not one that came to nothing (达成协议，但未能就撤军达成共识)."""
    told = other.kind == "agree" and other.content is not None and other.actors == bare.actors
    return told and other.modality == bare.modality


def _answers(trigger: Trigger) -> bool:
    """Whether a cue is a denial that stands alone at the end of its clause (…，俄方予以否认): the answer to what is claimed before."""
    return "denial" in trigger.frame.traits and trigger.sentence.start < trigger.clause.start and trigger.span.end == trigger.clause.end


def aimed_on(setting: Setting, trigger: Trigger, roles: Roles, acts: Sequence[Act]) -> Roles:
    """The parties of an act that goes on at the same party as the act before it (谴责美方…，要求立即…; 向对方军舰开火，并将其扣押).

    Args:
        setting: What the page has given so far.
        trigger: Its cue.
        roles: Its parties, as its own words give them.
        acts: The acts told before it in the sentence.
    """
    last = next((act for act in reversed(acts) if act.anchor.start < trigger.span.start), None)
    if last is None or roles.recipients:
        return roles
    otherwise = trigger.frame.kind != "deny" and sign("or else").found(setting.text, trigger.clause.start)
    if otherwise and last.kind == "demand" and not states_differ(setting, last.actors, roles.actors):
        return msgspec.structs.replace(roles, recipients=last.recipients)
    if last.actors != roles.actors:
        return roles
    same = sign("done to the same").found(setting.text, trigger.clause.start, trigger.span.start)
    if {last.kind, trigger.frame.kind} - _AIMED and not same and not _goes_on_putting(setting, trigger, last):
        return roles
    return msgspec.structs.replace(roles, recipients=last.recipients)


def _goes_on_putting(setting: Setting, trigger: Trigger, last: Act) -> bool:
    """Whether one proposal, promise or offer goes on from the act before (要求…，并提议…), or is offered for what that one asks."""
    if last.kind in _ASKED and trigger.frame.kind == "offer":
        return sign("in exchange").found(setting.text, last.anchor.end, trigger.span.start) is not None
    before = Span(trigger.clause.start, trigger.span.start)
    joined = sign("goes on putting").found(setting.text, before.start, before.end)
    hoped = sign("only hoped").found(setting.words(last.anchor))
    return (last.kind, trigger.frame.kind) in _PUT_ON and joined is not None and not hoped
