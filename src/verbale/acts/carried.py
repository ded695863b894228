"""Days carried over from acts told before: the same act told again, what was agreed at dated talks, what followed the same day."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from verbale.acts.kinds import SPOKEN
from verbale.acts.parts import Roles
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Act, Interval, Modality, Span, Statement

_TALKS = frozenset({"meet", "call", "visit"})
# A page that tells of one of these in sentence after sentence tells of the same.
_SINGLE = frozenset({"sign", "appoint", "expel", "visit", "resign"})
_ENCOUNTERS = frozenset({"meet", "call"})
# At these, parties agree, promise and welcome together.
_JOINT = frozenset({"meet", "call", "sign", "agree"})


class Told(msgspec.Struct, frozen=True):
    """An act whose day is asked for, and the acts told before it.

    Attributes:
        setting: What the page has given so far.
        trigger: Its cue.
        roles: Its parties.
        modality: Whether it has happened.
        acts: The acts before it on the page, in order.
    """

    setting: Setting
    trigger: Trigger
    roles: Roles
    modality: Modality
    acts: Sequence[Act]

    @property
    def held(self) -> Statement | None:
        """The statement in which it is told; ``None`` where the reporter tells it."""
        return self.setting.statement_at(self.trigger.span.start)

    @property
    def own(self) -> Span:
        """The words before the cue in its clause, in the same mouth."""
        scope = self.setting.scope(self.trigger.span.start, self.trigger.sentence)
        return Span(max(self.trigger.clause.start, scope.start), self.trigger.span.start)

    def same_sides(self, act: Act) -> bool:
        """Whether an act is one of the same states."""
        return self.setting.states(act.actors) == self.setting.states(self.roles.actors)

    def near(self) -> Iterator[Act]:
        """The dated acts before in the paragraph, from its last sentence or the one before, nearest first."""
        paragraph = next(part for part in self.setting.article.paragraphs if part.span.covers(self.trigger.span))
        starts = [item.start for item in paragraph.sentences if item.start <= self.trigger.span.start][-2:]
        reached = Span(starts[0], self.trigger.span.start)
        last = itertools.takewhile(lambda act: act.anchor.start >= reached.start, reversed(self.acts))
        return (act for act in last if reached.covers(act.anchor) and act.date and act.modality == "happened")


def carried(told: Told) -> Interval | None:
    """The day of an act that takes up one told before.

    Args:
        told: The act and those before it.

    Returns:
        The day of: the same resignation or signature told again; the talks at which the same parties agree, promise or welcome; what a
        sentence with 随后 or 首先 goes on from. ``None`` where there is no such act.
    """
    kind = told.trigger.frame.kind
    if kind == "resign":
        return next((act.date for act in reversed(told.acts) if act.kind == kind and act.date and told.same_sides(act)), None)
    near = list(told.near())
    if kind in _SINGLE:
        again = next((act.date for act in near if act.kind == kind and told.same_sides(act)), None)
        if again:
            return again
    if kind in SPOKEN | {"agree"} and _is_joint(told):
        return next((act.date for act in near if act.kind in _JOINT and told.same_sides(act) and len(act.actors) > 1), None)
    if kind == "agree":
        return next((act.date for act in near if act.kind in _TALKS and _takes_part(told, act)), None)
    if kind in _TALKS and _goes_on(told):
        return next((act.date for act in near if act.date and act.date.start == act.date.end), None)
    return None


def narrowed(told: Told, days: Interval) -> Interval:
    """Days counted back from the page (数小时前, 过去两天) as the page itself dates what happened in them.

    Args:
        told: The act and those before it.
        days: The days that its words give.

    Returns:
        The days of the same parties' talks told before, else of the act next to it, where they lie inside; else the days as they are.
    """
    if days.start == days.end or not sign("counted back").found(told.setting.text, told.trigger.sentence.start, told.trigger.span.start):
        return days
    talks = (act for act in reversed(told.acts) if act.kind in _TALKS and act.modality == "happened" and told.same_sides(act))
    known = (act.date for act in (*talks, *told.near()) if act.date)
    return next((date for date in known if _inside(date, days)), days)


def _inside(date: Interval, days: Interval) -> bool:
    return bool(date.start and date.end and days.start and days.end and days.start <= date.start and date.end <= days.end)


def said_before(told: Told, speakers: tuple[str, ...]) -> Interval | None:
    """The day of what the same speakers did by speaking, or of talks at which they say it.

    Args:
        told: The act and those before it.
        speakers: Who speaks.

    Returns:
        The day of their last dated demand, thanks … in the sentence or the one before (…讲话中感谢沙特。他称…), or of the talks
        before where the sentence says that they speak at them (会上表示).
    """
    setting, start = told.setting, told.trigger.sentence.start
    at_talks = sign("at the talks").found(setting.text, start, told.trigger.span.start)
    for act in told.near():
        spoken = act.kind in SPOKEN and set(act.actors) == set(speakers) and act.according_to is None
        if spoken or (at_talks and act.kind in _TALKS and setting.states(act.actors) & setting.states(speakers)):
            return act.date
    return None


def said_at_talks(told: Told, speakers: tuple[str, ...]) -> Interval | None:
    """The day of the talks of which a readout goes on to tell.

    Args:
        told: The act and those before it.
        speakers: Who speaks.

    Returns:
        The day of the last meeting or call that the reporter tells before, where the speakers, persons, sat there themselves, nobody else
        has spoken since and no words tell of another occasion (会后, 对记者); else ``None``.
    """
    held = (act for act in reversed(told.acts) if act.kind in _ENCOUNTERS and act.modality == "happened")
    talks = next((act for act in held if act.according_to is None), None)
    persons = told.setting.states(speakers).isdisjoint(speakers)
    if talks is None or talks.date is None or talks.date.start != talks.date.end or not persons or not set(speakers) <= set(talks.actors):
        return None
    since = Span(talks.anchor.end, told.trigger.span.start)
    others = (item for item in told.setting.statements.items if item.cue and since.covers(item.cue))
    alone = all(told.setting.states(item.speakers) <= told.setting.states(talks.actors) for item in others)
    return talks.date if alone and not sign("another occasion").found(told.setting.text, since.start, since.end) else None


def _is_joint(told: Told) -> bool:
    """Whether several parties act together and the reporter tells it (双方承诺…)."""
    return len(told.roles.actors) > 1 and not told.held


def _takes_part(told: Told, act: Act) -> bool:
    """Whether those who agree are among those who talked in the same sentence."""
    inside = told.trigger.sentence.covers(act.anchor)
    return inside and set(told.roles.actors) < set(act.actors)


def _goes_on(told: Told) -> bool:
    """Whether the sentence goes on from the one before on the same day (随后, 首先)."""
    return sign("same day").found(told.setting.text, told.trigger.sentence.start, told.trigger.span.start) is not None
