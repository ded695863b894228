"""双方, 两人, 三方, 他, 该组织: whom they take up from the text before."""

from __future__ import annotations

from collections import Counter

from verbale.entities import contexts
from verbale.entities.discourse import coordinated, is_oblique, is_owner, joined
from verbale.entities.references import Reference
from verbale.entities.registry import Registry
from verbale.entities.words import WORDS
from verbale.model import MentionForm, Span
from verbale.pages.article import Article


class _Seen:
    """A reference that was passed, with its parties."""

    def __init__(self, reference: Reference, entities: tuple[str, ...]) -> None:
        self.span, self.entities, self.kind = reference.span, entities, reference.kind


class Discourse:
    """What the text has told so far: its last subject, its last pair, its last three."""

    def __init__(self, article: Article, registry: Registry) -> None:
        self._text, self._registry = article.text, registry
        self._sentences = [sentence for paragraph in article.paragraphs for sentence in paragraph.sentences]
        self._sentence = Span(0, 0)
        self._next = 0
        self._here: list[_Seen] = []
        self._topic: tuple[str, ...] = ()
        self._subject: tuple[str, ...] = ()
        self._organization: tuple[str, ...] = ()
        self._pair: tuple[str, ...] = ()
        self._pair_acts = -2  # the sentence of the last pair that acts
        self._three: tuple[str, ...] = ()
        self._states: Counter[str] = Counter()

    def resolve(self, reference: Reference) -> tuple[tuple[str, ...], MentionForm]:
        """The parties that a pronoun or a word such as 双方 takes up; none where the text does not tell.

        Args:
            reference: The pronoun.
        """
        self._enter(reference.span)
        word = self._text[reference.head.start : reference.head.end]
        kind = WORDS.kinds.get(word)
        if word in WORDS.two:
            return self._two(word), "group"
        if word in WORDS.three:
            return self._in_states(self._three) if word in WORDS.state_groups or word == "三方" else self._three, "group"
        if word in WORDS.all:
            return self._pair or self._principals(), "group"
        if kind == "organization":
            return self._organization, "pronoun"
        if kind in {"person", "possessive"}:
            return (self._subject or self._topic)[:1] if kind == "person" else (), "pronoun"
        if kind == "opponent":
            return tuple(identity for identity in self._pair if identity not in (self._subject or self._topic))[:1], "pronoun"
        if kind == "last" and self._here:
            return self._here[-1].entities[:1], "pronoun"
        return (), "pronoun"

    def pass_over(self, reference: Reference, entities: tuple[str, ...]) -> None:
        """Take note of a reference and its parties."""
        self._enter(reference.span)
        if not entities or reference.kind == "place":
            return
        seen = _Seen(reference, entities)
        self._here.append(seen)
        kinds = {self._registry.drafts[identity].type for identity in entities}
        free = not is_oblique(self._text, reference, self._sentence.start) and not is_owner(self._text, reference)
        if kinds == {"person"} and free and not self._quoted(reference.span.start) and reference.kind != "pronoun":
            self._subject = entities
        if kinds == {"organization"}:
            self._organization = entities
        self._states.update(state for state in self._in_states(entities) if self._registry.drafts[state].type == "state")
        self._note_pair(seen)

    def _principals(self) -> tuple[str, ...]:
        """The two states that the text has named most, where it names no pair."""
        ranked = [state for state, count in self._states.most_common() if count > 1 or len(self._states) == 2]
        return tuple(ranked[:2]) if len(ranked) >= 2 else ()

    def _two(self, word: str) -> tuple[str, ...]:
        if not self._pair and word not in WORDS.person_groups:
            return self._principals()
        if word in WORDS.person_groups:
            return self._pair if self._all_persons(self._pair) else ()
        return self._in_states(self._pair) if word in WORDS.state_groups else self._pair

    def _all_persons(self, entities: tuple[str, ...]) -> bool:
        return bool(entities) and all(self._registry.drafts[identity].type == "person" for identity in entities)

    def _in_states(self, entities: tuple[str, ...]) -> tuple[str, ...]:
        states = (self._registry.drafts[identity].affiliation or identity for identity in entities)
        return tuple(dict.fromkeys(state for state in states if state in self._registry.drafts or self._known(state)))

    def _known(self, state: str) -> bool:
        return self._registry.can_know(state) and bool(self._registry.known(state))

    def _note_pair(self, last: _Seen) -> None:
        """A list of two or three parties, or a subject with its partner (``A…与B``)."""
        first = len(self._here) - 1
        while first > 0 and joined(self._text, self._here[first - 1], self._here[first]):
            first -= 1
        listed = coordinated(self._text, self._here, first)
        group = list(dict.fromkeys(identity for seen in listed for identity in seen.entities))
        acting = self._acts(listed)
        if len(group) == 1 and contexts.before("partner", self._text, last.span.start) and (partner := self._partner(last)):
            group, acting = [*partner, *group], not is_owner(self._text, last)
        if len(group) == 2 and self._apart(group) and self._parties_only(group):
            self._set_pair(tuple(group), acting)
        elif len(group) == 3:
            self._three = tuple(group)
        elif len(group) > 3 and len(states := self._in_states(tuple(group))) == 2:
            self._set_pair(states, acting)

    def _set_pair(self, pair: tuple[str, ...], acting: bool) -> None:
        """A pair that only names a topic (俄乌战争) gives way to one that acts (美国与俄罗斯举行会谈)."""
        if acting or self._next - self._pair_acts > 1:
            self._pair = pair
            self._pair_acts = self._next if acting else self._pair_acts

    def _acts(self, listed: list[_Seen]) -> bool:
        """Whether a list is the subject of its clause, or a pair of short forms that stands for a meeting or for both sides."""
        if is_oblique(self._text, listed[0], self._sentence.start) or is_owner(self._text, listed[-1]):
            return False
        return not contexts.after("topic of a pair", self._text, listed[-1].span.end)

    def _parties_only(self, group: list[str]) -> bool:
        return all(self._registry.drafts[identity].type in {"person", "state", "organization"} for identity in group)

    def _partner(self, last: _Seen) -> tuple[str, ...]:
        """The subject of the sentence before its partner."""
        for seen in self._here[:-1]:
            if not is_oblique(self._text, seen, self._sentence.start) and seen.entities != last.entities:
                return seen.entities if len(seen.entities) == 1 else ()
        return ()

    def _apart(self, group: list[str]) -> bool:
        return self._registry.drafts[group[0]].affiliation != group[1] and self._registry.drafts[group[1]].affiliation != group[0]

    def _quoted(self, place: int) -> bool:
        before = self._text[self._sentence.start : place]
        return before.count("“") > before.count("”")

    def _enter(self, span: Span) -> None:
        """Move on to the sentence that holds ``span``."""
        while self._next < len(self._sentences) and self._sentences[self._next].start <= span.start:
            self._topic = self._first_subject() or self._topic
            self._sentence = self._sentences[self._next]
            self._subject, self._here, self._next = (), [], self._next + 1

    def _first_subject(self) -> tuple[str, ...]:
        for seen in self._here:
            kinds = {self._registry.drafts[identity].type for identity in seen.entities}
            if kinds == {"person"} and not is_oblique(self._text, seen, self._sentence.start) and not self._quoted(seen.span.start):
                return seen.entities
        return ()
