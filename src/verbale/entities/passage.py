"""What the text has told so far, as its references are passed: the sentence, its subject, its parties, its pairs."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.entities import contexts
from verbale.entities.discourse import clause_start, coordinated, is_oblique, is_owner, is_quoted
from verbale.entities.pairs import Pairs, Seen
from verbale.entities.pieces import Reference
from verbale.entities.setting import Setting
from verbale.entities.told_pairs import Place
from verbale.entities.words import WORDS
from verbale.model import Span

_LONGEST_SPEECH = 120  # between a cue and what stands in its words
_BY = ("由", "被", "遭")
_THIS = ("这名", "这位")


class Passage:
    """The text up to a place.

    Attributes:
        text: The article's folded text.
        registry: The parties of the page.
        pairs: The pairs told so far.
        sentence: The sentence in which the text stands.
        next: The number of the sentence after it.
        here: The references of this sentence so far.
        there: Those of the sentence before.
        topic: The subject of the last sentence that had one.
        subject: The last subject of this sentence.
        many: The persons of the list that was the last sentence's subject.
        last: For each type of party the last one named.
    """

    def __init__(self, setting: Setting) -> None:
        """Begin with the page.

        Args:
            setting: The page.
        """
        self.text, self.registry = setting.text, setting.registry
        self.pairs = Pairs(setting.text, setting.registry)
        paragraphs = list(enumerate(setting.article.paragraphs))
        self._sentences = [sentence for _, paragraph in paragraphs for sentence in paragraph.sentences]
        self._told_in = [(number, paragraph.kind == "title") for number, paragraph in paragraphs for _ in paragraph.sentences]
        self.sentence = Span(0, 0)
        self.next = 0
        self.here: list[Seen] = []
        self.there: list[Seen] = []
        self.topic: tuple[str, ...] = ()
        self.subject: tuple[str, ...] = ()
        self.many: tuple[str, ...] = ()
        self.last: dict[str, tuple[str, ...]] = {}
        self._told_of: list[tuple[str, ...]] = []

    def enter(self, span: Span) -> None:
        """Move on to the sentence that holds a reference.

        Args:
            span: The reference, after all that were passed.
        """
        while self.next < len(self._sentences) and self._sentences[self.next].start <= span.start:
            subject = self.first_subject()
            self._told_of.append(subject)
            self.topic = subject or self._only_person() or self.topic
            self.sentence = self._sentences[self.next]
            self.many = self._listed_subject()
            self.subject, self.there, self.here, self.next = (), self.here, [], self.next + 1

    def pass_over(self, reference: Reference, entities: tuple[str, ...]) -> None:
        """Take note of a reference.

        Args:
            reference: The reference.
            entities: Its parties.
        """
        self.enter(reference.span)
        if not entities or reference.kind == "place":
            return
        self.here.append(Seen(reference.span, entities))
        kinds = {self.registry.drafts[identity].type for identity in entities}
        free = not is_oblique(self.text, reference, self.sentence.start) and not is_owner(self.text, reference)
        told = kinds == {"person"} or self._is_one(reference.span, entities)
        if told and free and not self.is_quoted(reference.span.start) and reference.kind != "pronoun":
            self.subject = entities
        if len(entities) == 1 and not self.registry.is_medium(entities[0]):
            self.last[kinds.pop()] = entities
            self._remember_body(entities[0])
        self.pairs.note(self.here, self.sentence.start, self.place_of(reference.span.start))

    def _is_one(self, span: Span, entities: tuple[str, ...]) -> bool:
        """Whether a group is one unnamed person (一名外交官), whom 他 may take up."""
        groups = all(self.registry.drafts[identity].type == "group" for identity in entities)
        return groups and (WORDS.one_of.search(self.text, span.start, span.end) is not None or self.text.startswith(_THIS, span.start))

    def _remember_body(self, party: str) -> None:
        """该组织 after 哈马斯官员 is the organization for which they speak."""
        drafts = self.registry.drafts
        body = drafts[party].affiliation
        if body in drafts and drafts[body].type == "organization":
            self.last["organization"] = (body,)

    def _listed_subject(self) -> tuple[str, ...]:
        """The persons of the list that was the subject of the sentence that ends."""
        if not self.here or is_oblique(self.text, self.here[0], self.sentence.start):
            return ()
        listed = coordinated(self.text, self.here, 0)
        people = tuple(dict.fromkeys(identity for seen in listed for identity in seen.entities))
        return people if len(people) > 1 and not is_owner(self.text, listed[-1]) else ()

    def _only_person(self) -> tuple[str, ...]:
        """The one person whom a sentence names that has none as its subject (法院维持了对前议员的禁令。她…)."""
        spoken = [seen for seen in self.here if not self.is_quoted(seen.span.start)]
        named = {identity for seen in spoken for identity in seen.entities if self.registry.drafts[identity].type == "person"}
        return tuple(named) if len(named) == 1 else ()

    def first_subject(self) -> tuple[str, ...]:
        """The first person of this sentence who can be its subject; none where there is none."""
        for seen in self.here:
            kinds = {self.registry.drafts[identity].type for identity in seen.entities}
            one = len(seen.entities) == 1 and (kinds == {"person"} or self._is_one(seen.span, seen.entities))
            free = not is_oblique(self.text, seen, self.sentence.start) and not is_owner(self.text, seen)
            if one and free and not self.is_quoted(seen.span.start):
                return seen.entities
        return ()

    def only_of(self, persons: Sequence[str], since: Place) -> bool:
        """Whether each paragraph since a place has begun with what one of some persons said or did, until all have spoken.

        Args:
            persons: The persons.
            since: The place.
        """
        here = self._told_in[self.next - 1][0]
        first: dict[int, set[str]] = {}
        for (number, _), subject in zip(self._told_in, self._told_of[1:], strict=False):
            if since.paragraph < number < here:
                first.setdefault(number, {*subject})
        return set().union(*first.values()) == {*persons} and all(first.values())

    def doer(self, place: int) -> tuple[str, ...]:
        """Who does what is told at a place: whom 由 names in its clause, else its nearest free party, else the subject.

        Args:
            place: The place, in code points.
        """
        low = clause_start(self.text, place, self.sentence.start)
        here = [seen for seen in self.here if seen.span.start >= low and not is_owner(self.text, seen)]
        named = [seen for seen in here if self.text.endswith(_BY, low, seen.span.start)]
        free = named or [seen for seen in here if not is_oblique(self.text, seen, low)]
        return free[-1].entities if free else self.first_subject() or self.subject or self.topic

    def own_state(self) -> tuple[str, ...]:
        """该国 after 白洲发言人顾岚说: the state of the person who opens a sentence that names no state; none where one is named."""
        first = self.here[0].entities if self.here and self.pairs.are_persons(self.here[0].entities) else ()
        named = any(self.registry.drafts[one].type == "state" for seen in self.here for one in seen.entities)
        return self.pairs.in_states(first) if len(first) == 1 and not named else ()

    def acted_on(self, place: int) -> tuple[str, ...]:
        """泰国要求柬埔寨撤军，对方拒绝: the one other party of the clause before, at whose verb it stands; none where that is not plain.

        Args:
            place: Where a word for the other side opens its clause, in code points.
        """
        if place <= self.sentence.start or self.text[place - 1] != "，":
            return ()
        low = clause_start(self.text, place - 1, self.sentence.start)
        before = [seen for seen in self.here if seen.span.start >= low]
        if len(before) != 2 or before[0].span.start != low:
            return ()
        done = contexts.before("done to another", self.text, before[1].span.start, low)
        return before[1].entities if done and not {*before[0].entities} & {*before[1].entities} else ()

    def only_two(self, seen: Sequence[Seen], without: tuple[str, ...]) -> tuple[str, ...]:
        """The only two persons of a sentence.

        Args:
            seen: Its references.
            without: Persons who do not count.
        """
        named = dict.fromkeys(one for item in seen for one in item.entities if self.pairs.are_persons([one]) and one not in without)
        return tuple(named) if len(named) == 2 else ()

    def place_of(self, place: int) -> Place:
        """Where the text stands.

        Args:
            place: A place in its sentence, in code points.
        """
        number, title = self._told_in[self.next - 1]
        return Place(self.next, number, self.spoken(place), title)

    def spoken(self, place: int) -> int:
        """How far a place stands in somebody's words: 2 in quotation marks, 1 after a cue of its sentence, else 0.

        Args:
            place: The place, in code points.
        """
        low = max(self.sentence.start, place - _LONGEST_SPEECH)
        return 2 if self.is_quoted(place) else int(contexts.within("words follow", self.text, Span(low, place)))

    def is_quoted(self, place: int) -> bool:
        """Whether a place stands inside quotation marks.

        Args:
            place: The place, in code points of the sentence in which the text stands.
        """
        return is_quoted(self.text, place, self.sentence.start)
