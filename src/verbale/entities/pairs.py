"""The last pair and the last three of a text: whom 双方 and 三方 take up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from verbale.entities import contexts
from verbale.entities.discourse import coordinated, is_oblique, is_owner, joined
from verbale.entities.registry import Registry
from verbale.model import Span

_PARTIES = frozenset({"person", "state", "organization"})


class Seen(msgspec.Struct, frozen=True):
    """A reference that was passed, with its parties."""

    span: Span
    entities: tuple[str, ...]


class Pairs:
    """Pairs and threes, as the text goes on.

    Attributes:
        pair: The last pair that matters.
        three: The last list of three.
        lists: The last list of each length from four on.
        set_in: The number of the sentence in which the pair was named.
    """

    def __init__(self, text: str, registry: Registry) -> None:
        self._text, self._registry = text, registry
        self.pair: tuple[str, ...] = ()
        self.three: tuple[str, ...] = ()
        self.lists: dict[int, tuple[str, ...]] = {}
        self._before: tuple[int, tuple[str, ...]] = (-1, ())  # the pair in force when a sentence began
        self._acted = -2  # the sentence of the last pair that acts
        self.set_in = -1  # the sentence in which the pair was named
        self._states: Counter[str] = Counter()

    def note(self, here: Sequence[Seen], low: int, number: int) -> None:
        """Take note of the last reference: with those before it, it may be a list, or the partner of the subject (``A…与B``).

        Args:
            here: The references of the sentence so far.
            low: Where the sentence begins.
            number: How many sentences have begun.
        """
        self._count(here[-1].entities)
        if self._before[0] != number:
            self._before = (number, self.pair)
        listed = self.ending(here)
        if contexts.before("go-between before", self._text, listed[0].span.start):
            return  # 斡旋方土耳其和卡塔尔 are no two sides
        group = _parties(listed)
        partner = self._partner(here, listed, low)
        acting = not is_owner(self._text, listed[-1]) if partner else self._acts(listed, low)
        if partner and len(group) == 1:
            group = (*partner, *group)
        elif (
            partner and len(states := self.in_states(group)) == 2 and states[0] != states[1] and not {*self.in_states(partner)} & {*states}
        ):
            self.three, group = (*partner, *group), states  # 特朗普与泰国总理和柬埔寨首相通话
        if len(group) == 2 and self._is_pair(group):
            self._set(group, acting, number)
        elif len(group) >= 3:
            self._note_many(group, acting, number)

    def ending(self, here: Sequence[Seen]) -> list[Seen]:
        """The list whose last member is the last reference."""
        first = len(here) - 1
        while first > 0 and joined(self._text, here[first - 1], here[first]):
            first -= 1
        return coordinated(self._text, here, first)

    def in_states(self, entities: Sequence[str]) -> tuple[str, ...]:
        """The parties' states (themselves where they have none), none twice."""
        states = (self._registry.drafts[identity].affiliation or identity for identity in entities)
        return tuple(dict.fromkeys(state for state in states if self._registry.can_know(state) and self._registry.known(state)))

    def principals(self) -> tuple[str, ...]:
        """The two states that the text has named most, where it names no pair."""
        ranked = self._states.most_common(3)
        tied = len(ranked) == 3 and ranked[1][1] == ranked[2][1]
        named = [state for state, count in ranked[:2] if count > 1 or len(self._states) == 2]
        return tuple(named) if len(named) == 2 and not tied else ()

    def are_persons(self, entities: Sequence[str]) -> bool:
        """Whether there are parties and all are persons."""
        return bool(entities) and all(self._registry.drafts[identity].type == "person" for identity in entities)

    def _count(self, entities: Sequence[str]) -> None:
        self._states.update(state for state in self.in_states(entities) if self._registry.drafts[state].type == "state")

    def _note_many(self, group: tuple[str, ...], acting: bool, number: int) -> None:
        """Three parties or more, or several persons of two states."""
        self.lists[len(group)] = group
        if len(group) == 3:
            self.three = group
            if {*self.pair} < {*group}:  # only the first two of the list were the pair
                self.pair = self._before[1]
        if self.are_persons(group) and len(states := self.in_states(group)) == 2:
            self._set(states, acting, number)

    def _set(self, pair: tuple[str, ...], acting: bool, number: int) -> None:
        """A pair that only names a topic (俄乌战争) gives way to one that acts (美国与俄罗斯举行会谈)."""
        if acting or number - self._acted > 1:
            self.pair, self.set_in = pair, number
            self._acted = number if acting else self._acted

    def _acts(self, listed: Sequence[Seen], low: int) -> bool:
        """Whether a list is the subject of its clause, or a pair of short forms that stands for a meeting or for both sides."""
        if is_oblique(self._text, listed[0], low) or is_owner(self._text, listed[-1]):
            return False
        return not contexts.after("topic of a pair", self._text, listed[-1].span.end)

    def _is_pair(self, group: Sequence[str]) -> bool:
        """Whether two parties can be two sides: both of a kind that acts, neither belonging to the other, nor both to a third."""
        one, other = (self._registry.drafts[identity] for identity in group)
        if one.affiliation is not None and one.affiliation == other.affiliation and not self._registry.is_state(one.affiliation):
            return False  # two envoys of one organization go between
        return {one.type, other.type} <= _PARTIES and one.affiliation != other.id and other.affiliation != one.id

    def _partner(self, here: Sequence[Seen], listed: Sequence[Seen], low: int) -> tuple[str, ...]:
        """The subject of the sentence, where the list stands after 与 as its partner."""
        if len(listed) > 2 or not contexts.before("partner", self._text, listed[0].span.start):
            return ()
        members = set(_parties(listed))
        for seen in here[: len(here) - len(listed)]:
            if not is_oblique(self._text, seen, low) and members.isdisjoint(seen.entities):
                return seen.entities if len(seen.entities) == 1 else ()
        return ()


def _parties(listed: Sequence[Seen]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identity for seen in listed for identity in seen.entities))
