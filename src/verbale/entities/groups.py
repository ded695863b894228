"""双方, 两人, 三方, 他, 该组织: whom they take up from the text before."""

from __future__ import annotations

import itertools
from collections.abc import Collection

from verbale.entities import contexts
from verbale.entities.discourse import joined
from verbale.entities.holders import Holders
from verbale.entities.offices import Offices
from verbale.entities.passage import Passage
from verbale.entities.pronouns import Scene, of_two, other_than_doer, other_than_speaker, who_has_spoken
from verbale.entities.references import Reference
from verbale.entities.setting import Setting
from verbale.entities.told_pairs import Kind, Told
from verbale.entities.words import WORDS
from verbale.language.fold import fold
from verbale.lexicons.signs import sign
from verbale.model import MentionForm, Span

_FIGHTING = ("冲突", "交战", "敌对", "对立")
_NO_SIDES = frozenset({"media", "company", "agency", "platform", "parliament"})  # kinds of organizations


class Discourse:
    """Whom words that take up a party mean, as the text goes on."""

    def __init__(self, setting: Setting, told: Offices) -> None:
        self._setting, self._text, self._registry = setting, setting.text, setting.registry
        self._passage = Passage(setting)
        self._pairs = self._passage.pairs
        self._holders = Holders(setting, self._pairs, told)
        self._envoys: set[str] = set()
        self._office: Reference | None = None

    def resolve(self, reference: Reference) -> tuple[tuple[str, ...], MentionForm]:
        """The parties that a pronoun or a word such as 双方 takes up; none where the text does not tell.

        Args:
            reference: The pronoun.

        Returns:
            Their ids, and the form of the mention.
        """
        self._passage.enter(reference.span)
        word = self._text[reference.head.start : reference.head.end]
        kind = WORDS.kinds.get(word)
        return (self._several(word, reference.span), "group") if kind is None else (self._one(kind, reference.span.start), "pronoun")

    def pass_over(self, reference: Reference, entities: tuple[str, ...]) -> None:
        """Take note of a reference and its parties."""
        if reference.kind == "person" and sign("sent by a side").found(self._text, reference.span.start, reference.head.start):
            self._envoys.update(entities)
        if reference.kind == "administration":
            self._office = reference
        self._passage.pass_over(reference, entities)

    def principals(self) -> tuple[str, ...]:
        """The two whom the page tells most often as two sides."""
        pair = self._pairs.told.principal()
        sides = self._pairs.as_sides(pair.sides) if pair else ()
        return sides if len(sides) == 2 else ()

    def _one(self, kind: str, place: int) -> tuple[str, ...]:
        if kind == "person":
            return self._person_at(place)
        if kind == "opponent":
            return self._opponent(place)
        if kind in {"first", "last"}:
            return of_two(self._passage.here or self._passage.there, last=kind == "last")
        if kind == "plural":
            return self._people()
        return (self._passage.own_state() if kind == "state" else ()) or self._passage.last.get(kind, ())

    def _person_at(self, place: int) -> tuple[str, ...]:
        """他: the one who goes on speaking, in somebody's quoted words another than the speaker, else the last subject."""
        scene = Scene(self._text, place, self._passage.sentence, self._passage.here, self._passage.there, self._passage.topic)
        names = [name for one in self._passage.topic for name in self._registry.drafts[one].names]
        spoken = self._owner_of_office(place) or who_has_spoken(scene, self._pairs) or other_than_speaker(scene, self._pairs, names)
        doer = (self._passage.subject or self._passage.topic)[:1]
        return spoken or other_than_doer(scene, self._pairs, doer) or doer

    def _owner_of_office(self, place: int) -> tuple[str, ...]:
        """默茨的发言人说，他将…: the person whose office or unnamed people have just spoken."""
        office = self._office
        if office is None or not sign("then says of its owner").found(self._text[office.span.end : place]):
            return ()
        known = [identity for identity in office.candidates if identity in self._registry.drafts]
        return tuple(known) if len(known) == 1 else ()

    def _people(self) -> tuple[str, ...]:
        """他们: the persons whose list was the last subject of this sentence or the one before."""
        return self._passage.many if self._pairs.are_persons(self._passage.many) else ()

    def _opponent(self, place: int) -> tuple[str, ...]:
        """The other one of the pair of which the subject is one, else the only other person of the sentence."""
        if asked := self._passage.acted_on(place):
            return asked
        subject = self._passage.doer(place)
        if len(subject) != 1:
            return ()
        own = {*subject, *self._pairs.as_sides(subject)}
        pair = self._pairs.told.likeliest(self._passage.place_of(place), among=own)
        if pair is None or pair.place.sentence != self._passage.next:
            beside = {after.span for before, after in itertools.pairwise(self._passage.here) if joined(self._text, before, after)}
            people = self._passage.only_two([seen for seen in self._passage.here if seen.span not in beside], ())
            if met := [identity for identity in people if identity not in own]:
                return tuple(met) if len(met) == 1 else ()
        sides = () if pair is None else pair.sides if {*subject} < {*pair.sides} else self._pairs.as_sides(pair.sides)
        others = tuple(identity for identity in sides if identity not in own)
        return others if len(others) == 1 else ()

    def _several(self, word: str, place: Span) -> tuple[str, ...]:
        pairs = self._pairs
        if word in WORDS.everybody and not word.endswith("双方"):
            return self._list_before(place) or (self._fighting() if word.startswith(_FIGHTING) else self._others(place.start))
        if number := WORDS.numbers.get(word):
            listed = self._list_before(place) or pairs.lists.get(number, ())
            return pairs.in_states(listed)
        listed = self._list_before(place) or self._spelled(word, place)
        members = listed or (self._three(word) if word in WORDS.three else self._two(word, place))
        if word in WORDS.persons:
            return members if pairs.are_persons(members) else ()
        if offices := next((offices for noun, offices in WORDS.offices.items() if word.endswith(noun)), None):
            return self._holders.of(members, offices) or (() if "位" in word else pairs.in_states(members))
        states = pairs.in_states(members) if word in WORDS.state_groups else members
        return states if len(states) == len(members) else pairs.as_sides(members)  # a government and its rebels are two sides

    def _three(self, word: str) -> tuple[str, ...]:
        """The last list of three; 三人 rather the only three persons of the sentence (两人由第三人安排会晤，三人…)."""
        people = dict.fromkeys(one for seen in self._passage.here for one in seen.entities if self._pairs.are_persons([one]))
        return tuple(people) if word in WORDS.persons and len(people) == 3 else self._pairs.three

    def _two(self, word: str, place: Span) -> tuple[str, ...]:
        """The pair that a word for two takes up: the only two states of the sentence, else the likeliest pair told."""
        told, without = self._pairs.told, self._calling(place.start)
        if word in WORDS.persons:
            return self._two_persons(place.start, without)
        here = [item for item in told.in_sentence(self._passage.next) if item.telling != "topic"]
        states = () if here else self._two_here()
        if states:
            return states
        kind: Kind = "states" if word in WORDS.state_groups else "sides"
        pair = told.likeliest(self._passage.place_of(place.start), without=without, kind=kind)
        return self._leveled(pair, place) if pair else self._pairs.principals()

    def _two_persons(self, place: int, without: tuple[str, ...]) -> tuple[str, ...]:
        """两人: the only two persons of the sentence, else the likeliest two, rather with the one who tells it."""
        where, told = self._passage.place_of(place), self._pairs.told
        pair = told.likeliest(where, without=without, kind="persons")
        if pair and pair.place.sentence == where.sentence:
            return pair.sides
        if here := self._passage.only_two(self._passage.here, without):
            return here
        teller = self._passage.first_subject() if where.spoken else ()
        if teller and pair:
            pair = told.likeliest(where, without=without, among=teller, kind="persons") or pair
        if pair and pair.place.paragraph == where.paragraph:
            return pair.sides
        return self._passage.only_two(self._passage.there, without) or (pair.sides if pair else ())

    def _calling(self, place: int) -> tuple[str, ...]:
        """Whose doing is done to both sides, so that they are none of them (X敦促双方, X与两国分别签署)."""
        if not contexts.before("done to both", self._text, place, self._passage.sentence.start):
            return ()
        doer = self._passage.doer(place)
        return (*doer, *self._pairs.as_sides(doer))

    def _leveled(self, pair: Told, place: Span) -> tuple[str, ...]:
        """The sides of a pair, as persons only where the text goes on telling what these two did."""
        sides = self._pairs.as_sides(pair.sides)
        sent = self._envoys.issuperset(pair.sides) and not self._text.endswith("人", place.start, place.end)
        if sent and (senders := self._senders(pair, sides)):
            return senders
        staff = contexts.after("side's own", self._text, place.end)
        if not staff and (met := self._those_who_met(pair, place)):
            return met
        here = pair.place.sentence == self._passage.next
        if len(sides) < len(pair.sides) or (here and not staff):
            return pair.sides
        apart = self._passage.spoken(place.start) > pair.place.spoken
        by_paper = contexts.before("by the paper", self._text, place.start, self._passage.sentence.start)
        done_to = contexts.before("done to both", self._text, place.start, self._passage.sentence.start)
        return sides if staff or apart or by_paper or done_to or self._is_past(pair, place) else pair.sides

    def _those_who_met(self, pair: Told, place: Span) -> tuple[str, ...]:
        """双方商定 at the end of a readout that has named their states meanwhile: the two persons whose words alone it gave."""
        where = self._passage.place_of(place.start)
        told = [item for item in self._pairs.told.tellings(pair.key) if item.persons and item.telling != "topic"]
        if (
            pair.persons
            or where.spoken
            or not told
            or contexts.before("by the paper", self._text, place.start, self._passage.sentence.start)
        ):
            return ()
        return told[-1].sides if self._passage.only_of(told[-1].sides, told[-1].place) else ()

    def _senders(self, pair: Told, sides: tuple[str, ...]) -> tuple[str, ...]:
        """Those for whom generals and delegates sign; where the page does not tell for whom one of them acts, the two of whom it told."""
        known = {*self._pairs.in_states(pair.sides)}
        if len(sides) == len(known) == 2:
            return sides
        told = self._pairs.told.last_of_sides(known)
        others = told.sides if told else self._pairs.principals()
        return others if known & {*others} else ()

    def _is_past(self, pair: Told, place: Span) -> bool:
        """Whether the text has gone on to something else since it told of two persons, or tells of another time (2013年双方曾…)."""
        if self._text.endswith(tuple(WORDS.offices), place.start, place.end):
            return False
        gone_on = not pair.place.is_beside(self._passage.place_of(place.start))
        readout = self._passage.spoken(place.start) == 0 and self._passage.only_of(pair.sides, pair.place)
        rounds = readout and any(contexts.after("round of talks", self._text, item.start) for item in self._pairs.told.tellings(pair.key))
        return (gone_on and (rounds or not readout)) or contexts.before(
            "at another time", self._text, place.start, self._passage.sentence.start
        )

    def _two_here(self) -> tuple[str, ...]:
        """The only two states or movements that this sentence has named as such (大马向印尼提交照会，但双方…)."""
        if any(contexts.before("go-between before", self._text, seen.span.start) for seen in self._passage.here):
            return ()
        named = tuple(dict.fromkeys(identity for seen in self._passage.here for identity in seen.entities if self._may_be_side(identity)))
        sentence, bystanders = self._pairs.bystanders
        apart = sentence == self._passage.next and bystanders & {*named}
        return named if len(named) == 2 and not apart else ()

    def _may_be_side(self, identity: str) -> bool:
        """Whether a party is a state, or an organization of one (an armed movement)."""
        draft = self._registry.drafts[identity]
        entry = self._setting.gazetteer.entry("organization", identity)
        acts = entry is None or entry.kind not in _NO_SIDES
        return draft.type == "state" or (draft.type == "organization" and draft.affiliation is not None and acts)

    def _sides(self, place: int) -> tuple[str, ...]:
        """The likeliest pair, as states."""
        pair = self._pairs.told.likeliest(self._passage.place_of(place))
        return self._pairs.as_sides(pair.sides) if pair else self._pairs.principals()

    def _fighting(self) -> tuple[str, ...]:
        """冲突各方: the last pair, where it is no person's talk and the one who speaks is no part of it."""
        sides = self._sides(self._passage.sentence.start)
        speaker = {*self._pairs.in_states(self._passage.here[0].entities if self._passage.here else self._passage.topic)}
        return () if speaker & {*sides} else sides

    def _others(self, place: int) -> tuple[str, ...]:
        """各方 in somebody's mouth: both sides of the matter, where the speaker is neither of them; whoever acts with 各方 names nobody."""
        if contexts.before("partner", self._text, place):
            return ()
        sides = self._sides(place)
        named = [identity for seen in self._passage.here for identity in seen.entities] or [*self._passage.topic]
        return () if {*named, *self._pairs.in_states(named)} & {*sides, *self._pairs.in_states(sides)} else sides

    def _list_before(self, place: Span) -> tuple[str, ...]:
        """The list that stands directly before the word (俄罗斯和乌克兰 in 俄罗斯和乌克兰两国领导人)."""
        if not self._passage.here or self._passage.here[-1].span.end != place.start:
            return ()
        listed = self._pairs.ending(self._passage.here)
        return tuple(dict.fromkeys(identity for seen in listed for identity in seen.entities)) if len(listed) > 1 else ()

    def _spelled(self, word: str, place: Span) -> tuple[str, ...]:
        """The parties of whom the characters before the word are the first ones (以哈双方, 川习两人)."""
        number = 3 if word in WORDS.three else 2
        letters = self._text[place.start - number : place.start]
        if place.start - number < self._passage.sentence.start or not letters.isalpha():
            return ()
        kinds = {"person"} if word in WORDS.persons else {"state", "organization"}
        found = [self._beginning_with(letter, kinds) for letter in letters]
        return tuple(one for one in found if one) if all(found) and len({*found}) == number else ()

    def _beginning_with(self, letter: str, kinds: Collection[str]) -> str | None:
        """The party of the page whose name begins with a character, the first named."""
        drafts = self._registry.drafts.values()
        return next((draft.id for draft in drafts if draft.type in kinds and any(fold(name)[:1] == letter for name in draft.names)), None)
