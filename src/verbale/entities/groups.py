"""双方, 两人, 三方, 他, 该组织: whom they take up from the text before."""

from __future__ import annotations

from verbale.entities import contexts
from verbale.entities.discourse import coordinated, is_oblique, is_owner
from verbale.entities.pairs import Pairs, Seen
from verbale.entities.references import Reference
from verbale.entities.setting import Setting
from verbale.entities.words import WORDS
from verbale.model import MentionForm, Span

_FEW = 3  # of a longer list of states, some of whose ministers the page does not name, none is meant by name

_FIGHTING = ("冲突", "交战", "敌对", "对立")
_ONE = ("一名", "一位", "另一名", "另一位", "这名", "这位")


class Discourse:
    """What the text has told so far: its last subject, its last organization and state, its pairs."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._text, self._registry = setting, setting.text, setting.registry
        self._pairs = Pairs(setting.text, setting.registry)
        self._sentences = [sentence for paragraph in setting.article.paragraphs for sentence in paragraph.sentences]
        self._sentence = Span(0, 0)
        self._next = 0
        self._here: list[Seen] = []
        self._there: list[Seen] = []
        self._topic: tuple[str, ...] = ()
        self._subject: tuple[str, ...] = ()
        self._many: tuple[str, ...] = ()
        self._last: dict[str, tuple[str, ...]] = {}

    def resolve(self, reference: Reference) -> tuple[tuple[str, ...], MentionForm]:
        """The parties that a pronoun or a word such as 双方 takes up; none where the text does not tell.

        Args:
            reference: The pronoun.

        Returns:
            Their ids, and the form of the mention.
        """
        self._enter(reference.span)
        word = self._text[reference.head.start : reference.head.end]
        kind = WORDS.kinds.get(word)
        return (self._several(word, reference.span), "group") if kind is None else (self._one(kind), "pronoun")

    def pass_over(self, reference: Reference, entities: tuple[str, ...]) -> None:
        """Take note of a reference and its parties."""
        self._enter(reference.span)
        if not entities or reference.kind == "place":
            return
        self._here.append(Seen(reference.span, entities))
        kinds = {self._registry.drafts[identity].type for identity in entities}
        free = not is_oblique(self._text, reference, self._sentence.start) and not is_owner(self._text, reference)
        told = kinds == {"person"} or self._is_one(reference.span, entities)
        if told and free and not self._quoted(reference.span.start) and reference.kind != "pronoun":
            self._subject = entities
        if len(entities) == 1:
            self._last[kinds.pop()] = entities
            self._remember_body(entities[0])
        self._pairs.note(self._here, self._sentence.start, self._next)

    def _is_one(self, span: Span, entities: tuple[str, ...]) -> bool:
        """Whether a group is one unnamed person (一名外交官), whom 他 may take up."""
        groups = all(self._registry.drafts[identity].type == "group" for identity in entities)
        return groups and self._text.startswith(_ONE, span.start)

    def _remember_body(self, party: str) -> None:
        """该组织 after 哈马斯官员 is the organization for which they speak."""
        drafts = self._registry.drafts
        body = drafts[party].affiliation
        if body in drafts and drafts[body].type == "organization":
            self._last["organization"] = (body,)

    def _one(self, kind: str) -> tuple[str, ...]:
        if kind == "person":
            return (self._subject or self._topic)[:1]
        if kind == "opponent":
            return self._opponent()
        if kind in {"first", "last"}:
            return self._of_two(last=kind == "last")
        if kind == "plural":
            return self._people()
        return self._last.get(kind, ())

    def _of_two(self, *, last: bool) -> tuple[str, ...]:
        """后者, 前者: the last or the first of the parties named before, in this sentence or the one before; 前者 only of two."""
        named = list(dict.fromkeys(identity for seen in self._here or self._there for identity in seen.entities))
        if last:
            return tuple(named[-1:])
        return tuple(named[:1]) if len(named) == 2 else ()

    def _people(self) -> tuple[str, ...]:
        """他们: the persons whose list was the last subject of this sentence or the one before."""
        return self._many if self._pairs.are_persons(self._many) else ()

    def _opponent(self) -> tuple[str, ...]:
        """The only other person of the sentence, else the other one of a pair (or the other state), where the subject is the one."""
        subject = self._subject or self._topic
        people = dict.fromkeys(identity for seen in self._here for identity in seen.entities if self._pairs.are_persons([identity]))
        teller = self._first_subject() or subject
        if len(people) == 2 and len(met := [identity for identity in people if identity not in teller]) == 1:
            return tuple(met)
        own = {*subject, *self._pairs.in_states(subject)}
        others = tuple(identity for identity in self._pairs.pair if identity not in own)
        return others if len(others) == 1 else ()

    def _several(self, word: str, place: Span) -> tuple[str, ...]:
        pairs = self._pairs
        if word in WORDS.everybody:
            return self._list_before(place) or (self._fighting() if word.startswith(_FIGHTING) else self._others())
        if number := WORDS.numbers.get(word):
            listed = self._list_before(place) or pairs.lists.get(number, ())
            return pairs.in_states(listed)
        members = self._list_before(place) or (pairs.three if word in WORDS.three else self._two_here() or pairs.pair)
        if word in WORDS.persons:
            return members if pairs.are_persons(members) else ()
        if offices := next((offices for noun, offices in WORDS.offices.items() if word.endswith(noun)), None):
            return self._holders(members, offices) or (() if "位" in word else pairs.in_states(members))
        members = members or (() if word in WORDS.three else pairs.principals())
        return pairs.in_states(members) if word in WORDS.state_groups else members

    def _two_here(self) -> tuple[str, ...]:
        """The only two states that this sentence has named as such, where it names no pair (大马向印尼提交照会，但双方…)."""
        if self._pairs.set_in == self._next:
            return ()
        if any(contexts.before("go-between before", self._text, seen.span.start) for seen in self._here):
            return ()
        states = (identity for seen in self._here for identity in seen.entities if self._registry.drafts[identity].type == "state")
        named = tuple(dict.fromkeys(states))
        return named if len(named) == 2 else ()

    def _fighting(self) -> tuple[str, ...]:
        """冲突各方: the last pair, where it is no person's talk and the one who speaks is no part of it."""
        sides = self._pairs.in_states(self._pairs.pair) or self._pairs.principals()
        speaker = {*self._pairs.in_states(self._here[0].entities if self._here else self._topic)}
        return () if speaker & {*sides} else sides

    def _others(self) -> tuple[str, ...]:
        """各方 in somebody's mouth: both sides of the matter, where the speaker is neither of them."""
        sides = self._pairs.pair or self._pairs.principals()
        named = [identity for seen in self._here for identity in seen.entities] or [*self._topic]
        return () if {*named, *self._pairs.in_states(named)} & {*sides, *self._pairs.in_states(sides)} else sides

    def _list_before(self, place: Span) -> tuple[str, ...]:
        """The list that stands directly before the word (俄罗斯和乌克兰 in 俄罗斯和乌克兰两国领导人)."""
        if not self._here or self._here[-1].span.end != place.start:
            return ()
        listed = self._pairs.ending(self._here)
        return tuple(dict.fromkeys(identity for seen in listed for identity in seen.entities)) if len(listed) > 1 else ()

    def _holders(self, members: tuple[str, ...], offices: frozenset[str]) -> tuple[str, ...]:
        """The persons meant by 两国领导人: the members, or the only ones on the page who hold such an office."""
        if self._pairs.are_persons(members):
            return members if all(self._may_hold(identity, offices) for identity in members) else ()
        found = [self._holder(state, offices) for state in members]
        if not any(found):
            return ()
        found = [holder or self._on_day(state, offices) for state, holder in zip(members, found, strict=True)]
        if not all(found):
            return members if len(members) > _FEW else ()
        return tuple(self._registry.known(holder).id for holder in found if holder)

    def _holder(self, state: str, offices: frozenset[str]) -> str | None:
        """The only person whom the page names, before or after, who holds such an office for the state."""
        drafts = self._registry.drafts
        persons = {draft.id for draft in drafts.values() if draft.type == "person" and draft.affiliation == state}
        holding = [identity for identity in persons | self._setting.named if self._holds(identity, state, offices)]
        return holding[0] if len(holding) == 1 else None

    def _holds(self, identity: str, state: str, offices: frozenset[str]) -> bool:
        day, tenures = self._setting.day, self._setting.gazetteer.offices_of(identity)
        draft = self._registry.drafts.get(identity)
        of_state = draft is not None and draft.affiliation == state
        return any(
            tenure.office in offices and (of_state or tenure.body == state) and (day is None or tenure.covers(day)) for tenure in tenures
        )

    def _on_day(self, state: str, offices: frozenset[str]) -> str | None:
        """The only one who holds such an office on the day, though the page does not name them."""
        day = self._setting.day
        holders = {holder for office in offices for holder in self._setting.gazetteer.holders(office, state, day)} if day else set()
        return holders.pop() if len(holders) == 1 else None

    def _may_hold(self, person: str, offices: frozenset[str]) -> bool:
        held = self._offices(person)
        return not held or bool(held & offices)

    def _offices(self, person: str) -> set[str]:
        """The offices of a person on the day of the page."""
        day = self._setting.day
        return {tenure.office for tenure in self._setting.gazetteer.offices_of(person) if day is None or tenure.covers(day)}

    def _quoted(self, place: int) -> bool:
        before = self._text[self._sentence.start : place]
        return before.count("“") > before.count("”")

    def _enter(self, span: Span) -> None:
        """Move on to the sentence that holds ``span``."""
        while self._next < len(self._sentences) and self._sentences[self._next].start <= span.start:
            self._topic = self._first_subject() or self._topic
            self._sentence = self._sentences[self._next]
            self._many = self._listed_subject()
            self._subject, self._there, self._here, self._next = (), self._here, [], self._next + 1

    def _listed_subject(self) -> tuple[str, ...]:
        """The persons of the list that was the subject of the sentence that ends."""
        if not self._here or is_oblique(self._text, self._here[0], self._sentence.start):
            return ()
        listed = coordinated(self._text, self._here, 0)
        people = tuple(dict.fromkeys(identity for seen in listed for identity in seen.entities))
        return people if len(people) > 1 and not is_owner(self._text, listed[-1]) else ()

    def _first_subject(self) -> tuple[str, ...]:
        for seen in self._here:
            kinds = {self._registry.drafts[identity].type for identity in seen.entities}
            one = len(seen.entities) == 1 and (kinds == {"person"} or self._is_one(seen.span, seen.entities))
            if one and not is_oblique(self._text, seen, self._sentence.start) and not self._quoted(seen.span.start):
                return seen.entities
        return ()
