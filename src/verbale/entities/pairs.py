"""The pairs, threes and longer lists of a text, as it goes on: whom 双方 and 三方 take up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from verbale.entities import contexts
from verbale.entities.discourse import clause_start, coordinated, is_oblique, is_owner, joined
from verbale.entities.registry import Registry
from verbale.entities.told_pairs import Place, Telling, Told, ToldPairs
from verbale.model import Span

_PARTIES = frozenset({"person", "state", "organization"})


class Seen(msgspec.Struct, frozen=True):
    """A reference that was passed, with its parties."""

    span: Span
    entities: tuple[str, ...]


class Pairs:
    """Pairs and threes, as the text goes on.

    Attributes:
        told: All pairs told so far.
        three: The last list of three.
        lists: The last list of each length from four on.
        bystanders: The last who went between others or attended, with the number of their sentence.
    """

    def __init__(self, text: str, registry: Registry) -> None:
        self._text, self._registry = text, registry
        self.told = ToldPairs()
        self.three: tuple[str, ...] = ()
        self.lists: dict[int, tuple[str, ...]] = {}
        self.bystanders: tuple[int, frozenset[str]] = (-1, frozenset())
        self._states: Counter[str] = Counter()

    def note(self, here: Sequence[Seen], low: int, place: Place) -> None:
        """Take note of the last reference: with those before it, it may be a list, or the partner of the subject (``A…与B``).

        Args:
            here: The references of the sentence so far.
            low: Where the sentence begins.
            place: Where the text stands.
        """
        self._count(here[-1].entities)
        listed = self.ending(here)
        if len(listed) > 1 and len(listed[0].span) == 1 and contexts.before("governs the first", self._text, listed[0].span.start):
            return  # 阿 and 美 in 驻阿美军
        if self._stand_by(listed):
            self.bystanders = (place.sentence, frozenset(_parties(listed)))
            return  # 斡旋方土耳其和卡塔尔 are no two sides
        group = _parties(listed)
        partner = self._partner(here, listed, low)
        states = self.in_states(group)
        if partner and len(group) == 1:
            group = (*partner, *group)
        elif partner and len(group) == 2 and len(states) == 2 and not {*self.in_states(partner)} & {*states}:
            self.three = (*partner, *group)  # 特朗普与泰国总理和柬埔寨首相通话: the two whom he calls are the pair
        telling = self._telling(listed, bool(partner), low)
        place = msgspec.structs.replace(place, leads=here[0] in listed or bool(partner))
        if len(group) == 2 and self._is_pair(group):
            self._tell(group, telling, listed[0].span.start, place)
        elif len(group) >= 3:
            self._note_many(group, telling, listed[0].span.start, place)

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

    def as_sides(self, entities: Sequence[str]) -> tuple[str, ...]:
        """The parties, with those for whom they act in the place of persons, none twice."""
        drafts = self._registry.drafts
        return tuple(dict.fromkeys(side for one in entities for side in (self.in_states([one]) if drafts[one].type == "person" else [one])))

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

    def _note_many(self, group: tuple[str, ...], telling: Telling, start: int, place: Place) -> None:
        """Three parties or more, or several persons of two states."""
        self.lists[len(group)] = group
        if len(group) == 3:
            self.three = group
        self.told.drop(place.sentence, group)
        if self.are_persons(group) and len(states := self.in_states(group)) == 2:
            self._tell(states, telling, start, place)

    def _tell(self, pair: tuple[str, ...], telling: Telling, start: int, place: Place) -> None:
        sides = frozenset(self.as_sides(pair))
        if len(sides) < 2 and telling != "talk":
            telling = "crew"
        key = sides if len(sides) == 2 else frozenset(pair)
        self.told.note(
            Told(pair, key, telling, start, place, self.are_persons(pair), sum(map(self._registry.is_state, self.in_states(pair))))
        )

    def _telling(self, listed: Sequence[Seen], partner: bool, low: int) -> Telling:
        """How a list is told: as those who have to do with each other, as the subject of a clause, or only as a topic."""
        end = listed[-1].span.end
        apart = is_owner(self._text, listed[-1]) or (not partner and is_oblique(self._text, listed[0], low))
        if apart and contexts.after("own talks", self._text, end):
            return "list"
        if apart or (not partner and contexts.after("topic of a pair", self._text, end)):
            return "topic"
        return "talk" if contexts.after("with each other", self._text, end) else "list"

    def _stand_by(self, listed: Sequence[Seen]) -> bool:
        """Whether a list goes between others or only attends."""
        if contexts.before("go-between before", self._text, listed[0].span.start):
            return True
        end = listed[-1].span.end
        return len(listed) > 1 and (contexts.after("go-between", self._text, end) or contexts.after("attends", self._text, end))

    def _is_pair(self, group: Sequence[str]) -> bool:
        """Whether two parties can be two sides: both of a kind that acts, no person with their own side, nor both of one organization."""
        one, other = (self._registry.drafts[identity] for identity in group)
        if one.affiliation is not None and one.affiliation == other.affiliation and not self._registry.is_state(one.affiliation):
            return False  # two envoys of one organization go between
        belongs = (one.type == "person" and one.affiliation == other.id) or (other.type == "person" and other.affiliation == one.id)
        return {one.type, other.type} <= _PARTIES and not belongs

    def _partner(self, here: Sequence[Seen], listed: Sequence[Seen], low: int) -> tuple[str, ...]:
        """The subject, where the list stands after 与 as its partner or after 会见: the person in its clause, else the sentence's first."""
        start = listed[0].span.start
        if len(listed) > 2 or not (contexts.before("partner", self._text, start) or contexts.before("met", self._text, start)):
            return ()
        members, before = set(_parties(listed)), here[: len(here) - len(listed)]
        clause = clause_start(self._text, start, low)
        own = {seen for seen in before if seen.span.start >= clause and self.are_persons(seen.entities)}
        for position, seen in sorted(enumerate(before), key=lambda item: (item[1] not in own, item[0])):
            if not is_oblique(self._text, seen, low) and members.isdisjoint(seen.entities):
                beside = coordinated(self._text, before, position)
                return seen.entities if len(seen.entities) == 1 and len(beside) == 1 else ()
        return ()


def _parties(listed: Sequence[Seen]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(identity for seen in listed for identity in seen.entities))
