"""The pairs that a page has told, ranked: by how they were told, how near, and how often the page comes back to them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

import msgspec

Telling = Literal["talk", "list", "topic", "crew"]
Kind = Literal["sides", "persons", "states"]

# How strongly each telling makes a pair: A与B会谈; A和B抵达; 俄乌战争; two of one side (for 两人 alone).
_STRENGTH: dict[Telling, float] = {"talk": 6.0, "list": 4.0, "topic": 3.5, "crew": 2.0}
_WEIGHT: dict[Telling, float] = {"talk": 2.0, "list": 1.0, "topic": 0.5, "crew": 0.0}
_IN_TITLE = 2.0  # so many times what it weighs elsewhere
_SAME_SENTENCE: dict[Telling, float] = {"talk": 100.0, "list": 100.0, "topic": 1.0, "crew": 100.0}
_LEADS = 4.0  # what the subject gains within its sentence
_SENTENCE, _FARTHEST = 0.5, 2.0  # what each sentence between costs within a paragraph, at most
_BREAK, _PARAGRAPH, _PARAGRAPHS = 1.0, 1.0, 4.0  # what a new paragraph costs, and each one on the way, at most
_SPOKEN = 1.5  # what it costs that the pair was told in somebody's words, or in a quotation, and the word is not
_PRINCIPAL_WEIGHT = 3.0  # from which on a pair is the principal one
_PRINCIPAL = 3.0  # what the pair told most often gains


class Place(msgspec.Struct, frozen=True):
    """Where the text stands.

    Attributes:
        sentence: The number of the sentence.
        paragraph: The number of its paragraph.
        spoken: How far it stands in somebody's words: 0 the reporter's own, 1 reported, 2 quoted.
        title: Whether it stands in the title.
        leads: Whether it opens its sentence as the subject.
    """

    sentence: int
    paragraph: int
    spoken: int = 0
    title: bool = False
    leads: bool = False

    def is_beside(self, other: Place) -> bool:
        """Whether another place lies in the same sentence or one of the two after, within the paragraph."""
        return self.paragraph == other.paragraph and other.sentence - self.sentence <= 2


class Told(msgspec.Struct, frozen=True):
    """A pair, as the text told it.

    Attributes:
        sides: The two, as specific as they were named.
        key: Their states or organizations.
        telling: How they were told.
        start: Where their list begins.
        place: Where the text stood.
        persons: Whether both are persons.
        states: Of how many states they are.
    """

    sides: tuple[str, ...]
    key: frozenset[str]
    telling: Telling
    start: int
    place: Place
    persons: bool = False
    states: int = 2


class ToldPairs:
    """All pairs of a page, in order."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._weights: dict[frozenset[str], float] = {}
        self._counted: set[tuple[int, frozenset[str]]] = set()

    def note(self, told: Told) -> None:
        """Remember a pair; a list that grows takes the place of what it was."""
        self._told = [item for item in self._told if item.start != told.start]
        self._told.append(told)
        if (told.place.sentence, told.key) not in self._counted:
            self._counted.add((told.place.sentence, told.key))
            weight = _WEIGHT[told.telling] * (_IN_TITLE if told.place.title else 1.0)
            self._weights[told.key] = self._weights.get(told.key, 0.0) + weight

    def drop(self, sentence: int, members: Collection[str]) -> None:
        """Forget the pairs of a sentence that are only a part of a longer list."""
        self._told = [item for item in self._told if item.place.sentence != sentence or not {*item.sides} < {*members}]

    def in_sentence(self, sentence: int) -> tuple[Told, ...]:
        """The pairs told in a sentence."""
        return tuple(item for item in self._told if item.place.sentence == sentence)

    def tellings(self, key: Collection[str]) -> tuple[Told, ...]:
        """All tellings of a pair, by its states or organizations."""
        return tuple(item for item in self._told if item.key == key)

    def likeliest(
        self,
        place: Place,
        *,
        without: Collection[str] = (),
        among: Collection[str] = (),
        kind: Kind = "sides",
    ) -> Told | None:
        """The pair that a word at a place takes up.

        Args:
            place: Where the word stands.
            without: States that are none of the two.
            among: States or parties of which one must be one of the two; any where empty.
            kind: What the two must be: two sides, two persons (maybe of one side), or of two states.
        """
        fit = [item for item in self._told if _is_of(item, kind) and not item.key & {*without}]
        fit = [item for item in fit if not among or {*among} & {*item.sides, *item.key}]
        return max(fit, key=lambda item: (self._rank(item, place), item.start), default=None)

    def last_of_sides(self, among: Collection[str]) -> Told | None:
        """The last pair of states or organizations of whom one is among some parties."""
        fit = [item for item in self._told if not item.persons and _is_of(item, "sides") and {*among} & {*item.sides}]
        return fit[-1] if fit else None

    def principal(self) -> Told | None:
        """The first telling of the pair told most often; nobody where two are told as often, or none more than in passing."""
        ranked = sorted(self._weights, key=lambda key: self._weights[key], reverse=True)[:2]
        weights = [self._weights[key] for key in ranked]
        if not ranked or weights[0] < _PRINCIPAL_WEIGHT or weights[0] in weights[1:]:
            return None
        return next((item for item in self._told if item.key == ranked[0]), None)

    def _rank(self, item: Told, place: Place) -> float:
        """How likely the pair is taken up at a place."""
        rank = _STRENGTH[item.telling] + _PRINCIPAL * self._weights[item.key] / max([1.0, *self._weights.values()])
        if item.place.sentence == place.sentence:
            return rank + _SAME_SENTENCE[item.telling] + (_LEADS if item.place.leads else 0.0)
        if item.place.spoken > place.spoken and not item.place.title:
            rank -= _SPOKEN
        if item.place.paragraph == place.paragraph:
            return rank - min(_FARTHEST, _SENTENCE * (place.sentence - item.place.sentence - 1))
        return rank - min(_PARAGRAPHS, _BREAK + _PARAGRAPH * (place.paragraph - item.place.paragraph))


def _is_of(item: Told, kind: Kind) -> bool:
    if kind == "persons":
        return item.persons
    return item.telling != "crew" and (kind == "sides" or item.states > 1)
