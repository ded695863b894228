"""Whose a body without a country is (警方, 内政部, 政府): the state of which the text has just been telling."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Container, Sequence

from verbale.entities import contexts
from verbale.entities.discourse import is_oblique, joined
from verbale.entities.references import Reference
from verbale.entities.registry import entry_of
from verbale.entities.setting import Setting
from verbale.entities.words import WORDS
from verbale.lexicons.signs import sign
from verbale.model import Span

# Bodies that every country has: whose they are, the sentence tells better than another place of the page.
_COMMON = frozenset({"政府", "当局", "警方"})
_IN = ("在", "于")
_MUCH_MORE = 2  # times that a page names its own country, for each time that it names the next


class Homes:
    """The states of the sentences passed so far, in order of the text."""

    def __init__(self, setting: Setting) -> None:
        """Know the article's paragraphs and sentences.

        Args:
            setting: The page.
        """
        self._setting, self._text, self._registry = setting, setting.text, setting.registry
        self._sentences = [(sentence, paragraph.span) for paragraph in setting.article.paragraphs for sentence in paragraph.sentences]
        self._number = 0
        self._here: list[tuple[Reference, str]] = []
        self._before: list[str] = []
        self._scene: str | None = None
        self._cited: set[str] = set()
        self._acted: str | None = None
        self._counted: Counter[str] = Counter()
        self._owners: dict[str, set[str]] = defaultdict(set)

    def know(self, found: Sequence[Reference]) -> None:
        """Note whose each body is that the page names with its country (马里军政府).

        Args:
            found: The references of the page.
        """
        for reference in found:
            if reference.kind == "state" and len(reference.candidates) == 1:
                words = self._text[reference.head.start : reference.head.end]
                for body in (body for body in WORDS.told_bodies if words.endswith(body) and words != body):
                    self._owners[body].add(reference.candidates[0])

    def pass_over(self, reference: Reference, entities: Sequence[str]) -> None:
        """Take note of a reference and of the one state that its parties are of.

        Args:
            reference: The reference, places too.
            entities: Whom it means.
        """
        self._enter(reference.span)
        states = {state for identity in entities if (state := self._state_of(identity))}
        if sign("only of that land").found(self._text, reference.span.end):
            return
        if len(states) == 1 and reference.kind != "pronoun":
            if self._is_source(reference, entities):
                self._cited |= states
            self._here.append((reference, states.pop()))
            self._counted[self._here[-1][1]] += 1

    def _is_source(self, reference: Reference, entities: Sequence[str]) -> bool:
        """Whether the text only cites a medium (据法新社报道)."""
        known = [self._setting.gazetteer.entry("organization", identity) for identity in entities]
        media = any(entry is not None and entry.kind == "media" for entry in known)
        return media and sign("cited").found(self._text, max(0, reference.span.start - 2), reference.span.start) is not None

    def state_at(self, place: Span, outlet: str | None = None) -> str | None:
        """The state whose body stands at a place: of the subject before it, else the only one told of in this sentence or those before.

        Args:
            place: The body without a country.
            outlet: The outlet's own state: where another is told of beside it, the other is meant.

        Returns:
            The state's id; none where several are meant equally well.
        """
        self._enter(place)
        body = self._text[place.start : place.end]
        owners = self._owners.get(body, set())
        if len(owners) == 1 and body not in _COMMON:
            return next(iter(owners))
        low = self._sentences[self._number - 1][0].start if self._number else 0
        here = [(reference, state) for reference, state in self._here if not self._backs(reference, place)]
        free = (number for number, (reference, _) in enumerate(here) if not is_oblique(self._text, reference, low))
        told = self._first(here[next(free, 0) :]) or self._before
        if told:
            told = [state for state in told if state != outlet] or told
            if len(set(told)) == 1:
                return told[0]
            return self._scene if told == self._before and WORDS.publics.fullmatch(body) else None
        return self._most({state for reference, state in self._here if self._backs(reference, place)})

    def last_before(self, place: Span) -> tuple[Reference, str] | None:
        """The last reference of the same sentence that ends before a place and belongs to one state, with the state.

        Args:
            place: The place.
        """
        self._enter(place)
        return next((item for item in reversed(self._here) if item[0].span.end <= place.start), None)

    def told_at(self, place: Span) -> tuple[str, ...]:
        """The states of which the text has been telling at a place: those of this sentence but for its places, else of the one before.

        Args:
            place: The place.
        """
        self._enter(place)
        places = {reference.span.start for reference, _ in self._here if reference.kind == "place"}
        here = [state for reference, state in self._here if not self._locates(reference, places)]
        return tuple(dict.fromkeys(here or self._before))

    def _locates(self, reference: Reference, places: Container[int]) -> bool:
        """Whether a reference only tells where something is: a place, or the state before it (在瑞士日内瓦)."""
        return reference.kind == "place" or reference.span.end in places or self._text.endswith(_IN, 0, reference.span.start)

    def is_cited(self, state: str) -> bool:
        """Whether of a state only a medium is cited in the sentence passed last.

        Args:
            state: Its id.
        """
        return state in self._cited

    def most_told(self, states: Container[str]) -> str | None:
        """The one of some states that the page has named at least twice as often as the next of them.

        Args:
            states: Their ids.
        """
        return self._most({state for state in self._counted if state not in states})

    def acting_before(self, place: Span) -> str | None:
        """The state that was itself the subject of the sentence before in the same paragraph, or of this one (委内瑞拉政府 before 外交部).

        Args:
            place: The body without a country.

        Returns:
            The state's id; none where somebody else was the subject.
        """
        self._enter(place)
        return self._subject() if self._here else self._acted

    def _subject(self) -> str | None:
        """The state that is the first reference of the sentence passed last, standing free."""
        low = self._sentences[self._number - 1][0].start if self._number else 0
        first = next((item for item in self._here if not item[0].inside), None)
        if first is None or first[0].kind != "state" or is_oblique(self._text, first[0], low):
            return None
        return first[1]

    def _scene_here(self) -> str | None:
        """Where the sentence passed last takes place: in the one land of its places, else in the state that it begins with."""
        places = {state for reference, state in self._here if reference.kind == "place"}
        if len(places) == 1:
            return places.pop()
        reference, state = self._here[0]
        low = self._sentences[self._number - 1][0].start if self._number else 0
        acts = reference.kind in {"state", "own body", "group"} and not is_oblique(self._text, reference, low)
        return state if acts and not places else None

    def _backs(self, reference: Reference, place: Span) -> bool:
        """Whether the words between make a reference only the body's backer (土耳其支援的政府军)."""
        end = reference.span.end
        return end <= place.start and contexts.within("backed by", self._text, Span(end, place.start))

    def _first(self, told: Sequence[tuple[Reference, str]]) -> list[str]:
        """The states of the first reference and of those in a list with it."""
        states = [state for _, state in told[:1]]
        for (left, _), (right, state) in itertools.pairwise(told):
            if not joined(self._text, left, right):
                break
            states.append(state)
        return states

    def _most(self, besides: Container[str]) -> str | None:
        ranked = [(state, times) for state, times in self._counted.most_common() if state not in besides][:2]
        if not ranked or (len(ranked) > 1 and ranked[0][1] < _MUCH_MORE * ranked[1][1]):
            return None
        return ranked[0][0]

    def _state_of(self, identity: str) -> str | None:
        """The state of a party, an organization or a place."""
        draft = self._registry.drafts[identity]
        if draft.type == "state":
            return identity
        if draft.type == "place":
            return entry_of(self._setting.gazetteer, identity).country
        state = draft.affiliation
        return state if state and self._setting.gazetteer.entry("state", state) else self._of_organization(state)

    def _of_organization(self, identity: str | None) -> str | None:
        """The state of the party or the force for which somebody acts."""
        entry = self._setting.gazetteer.entry("organization", identity) if identity else None
        return entry.affiliation if entry is not None and entry.kind in {"party", "parliament", "agency", "armed"} else None

    def _enter(self, span: Span) -> None:
        """Move on to the sentence that holds ``span``; the sentences of a paragraph before are remembered."""
        while self._number < len(self._sentences) and self._sentences[self._number][0].start <= span.start:
            same = self._number > 0 and self._sentences[self._number][1] == self._sentences[self._number - 1][1]
            states = list(dict.fromkeys(state for _, state in self._here))
            self._before = (states or self._before) if same else states
            self._acted = self._subject() if same else None
            self._scene = self._scene_here() if same and states else self._scene if same else None
            self._here, self._cited, self._number = [], set(), self._number + 1
