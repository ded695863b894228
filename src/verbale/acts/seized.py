"""People and ships told of as held (释放被扣押的渔民): whoever is to let them go has seized them; or as free again (获释)."""

from __future__ import annotations

from verbale.acts.clauses import clause_subject
from verbale.acts.meeting_days import is_to_come
from verbale.acts.members import members
from verbale.acts.parts import Roles
from verbale.acts.passives import doer, undergoer_before
from verbale.acts.places import place_of
from verbale.acts.setting import Setting
from verbale.acts.talks import Talks
from verbale.acts.triggers import Trigger
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Interval, Span


class Seized:
    """Remembers who on the page holds people of another state."""

    def __init__(self, setting: Setting, talks: Talks) -> None:
        self._setting, self._talks = setting, talks
        self._holders: list[tuple[str, ...]] = []
        self._held: list[tuple[str, ...]] = []

    def note(self, actors: tuple[str, ...], held: tuple[str, ...]) -> None:
        """Remember who has seized whom."""
        if actors:
            self._holders.append(actors)
            self._held.append(held)

    def roles(self, trigger: Trigger) -> Roles | None:
        """Who holds those told of, and whose people they are; ``None`` where the page does not tell by whom they are held.

        Args:
            trigger: A cue between 被 and 的.
        """
        setting = self._setting
        people = setting.phrases(Span(trigger.span.end, trigger.clause.end))[:1]
        owners = self._states_in(people) or tuple(dict.fromkeys(setting.side(one) for one in members(people, setting)))
        states = setting.states(owners)
        if not owners or not all(setting.parties.by_id[one].type == "state" for one in owners):
            return self._of_one(trigger, people)
        told = (self._who_lets_go(trigger), self._where(trigger), *reversed(self._holders), self._other_side(states, trigger))
        holders = next((actors for actors in told if actors and not setting.states(actors) & states), ())
        return Roles(holders, owners, tuple(phrase.span for phrase in people), named=False) if holders else None

    def _of_one(self, trigger: Trigger, people: list[Phrase]) -> Roles | None:
        """遭软禁的总统巴祖姆, 7月2日遭扣押的渔船: somebody named, or taken on a day of their own, whom somebody is to let go."""
        setting = self._setting
        named = tuple(one for one in members(people, setting) if setting.parties.by_id[one].type == "person")
        evidence = tuple(phrase.span for phrase in people)
        if named and people[0].span.start - trigger.span.end <= len("的"):
            return Roles(self._who_lets_go(trigger), named, evidence, named=False)
        holders = self._who_lets_go(trigger)
        dated = any(trigger.span.start - time.span.end == 1 for time in setting.times_in(Span(trigger.clause.start, trigger.span.start)))
        return Roles(holders, (), evidence, named=False) if holders and dated else None

    def freed(self, trigger: Trigger) -> Roles | None:
        """Who lets those go who are told of as free again (船长11月获释); ``None`` where the page does not tell who they are.

        Args:
            trigger: A cue of going free.
        """
        setting, known = self._setting, self._setting.parties.by_id
        own = Span(trigger.clause.start, trigger.span.start)
        people = undergoer_before(setting, own)
        named = self._states_in(people) or members(people, setting)
        holder = self._holder_in(own) or (self._holders[-1] if self._holders else ())
        last = self._held[-1] if self._held else ()
        held = tuple(one for one in named if one not in holder) or (last if not people else ())
        if not held or all(known[one].type == "group" for one in held):
            return None
        return Roles(holder if set(holder) != set(held) else (), held, tuple(phrase.span for phrase in people), named=False)

    def _holder_in(self, own: Span) -> tuple[str, ...]:
        """被X扣押的渔民: the party that holds them, as their own words tell it."""
        told = sign("held by").found(self._setting.text, own.start, own.end)
        return members(doer(self._setting, own.start, told.end()), self._setting) if told else ()

    def _states_in(self, people: list[Phrase]) -> tuple[str, ...]:
        """越南渔民: the state that the words for the people begin with."""
        known = self._setting.parties.by_id
        named = [one for phrase in people for mention in self._setting.mentions_in(phrase.span) for one in mention.entities]
        return tuple(dict.fromkeys(one for one in named if one in known and known[one].type == "state"))

    def _who_lets_go(self, trigger: Trigger) -> tuple[str, ...]:
        """The subject of 释放 or the like before the cue, in its clause; whoever is asked to do so."""
        setting, clause = self._setting, trigger.clause
        lets_go = sign("lets go whom").found(setting.text, clause.start, trigger.span.start)
        if lets_go is None:
            return ()
        scope = setting.scope(lets_go.start(), trigger.sentence)
        asks = sign("asks to let go").all(setting.text, max(clause.start, scope.start), lets_go.start())
        low = asks[-1].end() if asks else max(clause.start, scope.start)
        doer = clause_subject(setting, Span(low, lets_go.start()), low)
        found = doer or ([] if asks else self._before(Span(scope.start, low)))
        actors = members(found, setting) or (() if asks or found else setting.speakers(lets_go.start()))
        return tuple(dict.fromkeys(setting.side(one) for one in actors))

    def _before(self, span: Span) -> list[Phrase]:
        return clause_subject(self._setting, span, span.start) if len(span) else []

    def _where(self, trigger: Trigger) -> tuple[str, ...]:
        """被扣押在仁川的…: the state of the place."""
        here = sign("held where").found(self._setting.text, trigger.span.end, trigger.clause.end)
        place = place_of(self._setting, trigger, after=True) if here else None
        return (place.state,) if place and place.state in self._setting.parties.by_id else ()

    def _other_side(self, states: set[str], trigger: Trigger) -> tuple[str, ...]:
        """Of two sides that talk, the one whose people they are not."""
        sides = self._setting.states(self._talks.sides_with(states, trigger.span.start))
        known = self._setting.parties.by_id
        return tuple(one for one in sides - states if one in known and known[one].type == "state")


def held_since(setting: Setting, trigger: Trigger) -> Interval | None:
    """The day right before 被 (8月26日被扣押的渔民): other days of the sentence are not those of the seizure.

    Args:
        setting: What the page has given so far.
        trigger: A cue between 被 and 的.
    """
    before = setting.times_in(Span(trigger.clause.start, trigger.span.start))
    day = next((time.value for time in before if trigger.span.start - time.span.end == 1), None)
    return None if is_to_come(setting, day) else day
