"""From references to parties: who each phrase means, seen from the page's date."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from verbale.entities import contexts
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.groups import Discourse
from verbale.entities.phrases import Parties, Phrase
from verbale.entities.references import Reference
from verbale.entities.registry import Draft, Registry, entry_of
from verbale.entities.words import WORDS
from verbale.language.datelines import dateline_of
from verbale.model import Mention, MentionForm, Span
from verbale.pages.article import Article


class Linker:
    """Resolves the references of one article, in order of the text."""

    def __init__(self, article: Article, gazetteer: Gazetteer, day: datetime.date | None) -> None:
        self.article, self.text = article, article.text
        self.gazetteer, self.day = gazetteer, day
        self.registry = Registry(gazetteer)
        self.offices: dict[tuple[str, str | None], str] = {}
        self.titles: dict[str, str] = {}
        self.capitals = {entry.city: entry.id for entry in gazetteer.entries.values() if entry.category == "state" and entry.city}

    def know_offices(self, found: Sequence[Reference]) -> None:
        """Note who holds which office on this page, so that the office alone means its holder, before or after."""
        for reference in found:
            title = self.text[reference.span.start : reference.head.start]
            if reference.kind == "person" and reference.office and reference.candidates and not reference.inside:
                agreeing = [identity for identity in reference.candidates if self._agrees(identity, reference)]
                if len(agreeing) == 1:
                    self.titles[title] = agreeing[0]

    def words(self, span: Span) -> str:
        """The page's own characters for a span, white space left out."""
        place = self.article.page_span(span)
        return re.sub(
            r"\s+", " " if re.search("[A-Za-z]", self.text[span.start : span.end]) else "", self.article.page.text[place.start : place.end]
        )

    def resolve(self, reference: Reference) -> tuple[tuple[str, ...], MentionForm]:
        """The parties that a reference with a name or an office means."""
        if reference.kind == "person":
            return self._person(reference), "name"
        if reference.kind == "office":
            return self._office(reference), "office"
        if reference.kind == "group":
            return self._group(reference), "name"
        if reference.kind == "body":
            return (self.registry.local("organization", self.words(reference.head)).id,), "name"
        if reference.kind == "place":
            return self._place(reference), "name"
        identity = self._likeliest(reference.candidates)
        self.registry.known(identity, self.words(reference.head))
        return (identity,), "short" if len(reference.head) == 1 else "name"

    def _person(self, reference: Reference) -> tuple[str, ...]:
        if self._is_staff(reference):
            return ()
        name = self.words(reference.head)
        draft = self._known_person(reference, name) or self._unknown_person(reference, name)
        if reference.gloss:
            gloss = self.words(reference.gloss)
            if gloss not in draft.names:
                draft.names.append(gloss)
        if reference.office:
            self.offices[(reference.office, reference.body or draft.affiliation)] = draft.id
        return (draft.id,)

    def _is_staff(self, reference: Reference) -> bool:
        line = self.text.rfind("\n", 0, reference.head.start) + 1
        before = contexts.before("staff before", self.text, reference.head.start, line)
        return before or contexts.after("staff after", self.text, reference.head.end)

    def _known_person(self, reference: Reference, name: str) -> Draft | None:
        agreeing = [identity for identity in reference.candidates if self._agrees(identity, reference)]
        if not agreeing and len(name) >= 5:
            agreeing = list(reference.candidates)
        if not agreeing:
            return None
        chosen = max(agreeing, key=lambda identity: self._fitness(identity, reference))
        fresh = chosen not in self.registry.drafts
        draft = self.registry.known(chosen, name)
        if fresh:
            draft.affiliation = self._affiliation(draft, reference)
        return draft

    def _affiliation(self, draft: Draft, reference: Reference) -> str | None:
        """Whom the person acted for on the day: the body in the title, else of the office held then, else the latest."""
        tenures = self.gazetteer.offices_of(draft.id)
        if reference.body and any(tenure.body == reference.body for tenure in tenures):
            return reference.body
        held = [tenure.body for tenure in tenures if self.day and tenure.covers(self.day)]
        return draft.affiliation if not held or draft.affiliation in held else held[-1]

    def _agrees(self, identity: str, reference: Reference) -> bool:
        """Whether nothing in the title speaks against the candidate."""
        if reference.body is None:
            return True
        tenures = self.gazetteer.offices_of(identity)
        bodies = {entry_of(self.gazetteer, identity).affiliation, *(tenure.body for tenure in tenures)}
        return reference.body in bodies or len(reference.body) != 3 or not all(body is None or len(body) == 3 for body in bodies)

    def _fitness(self, identity: str, reference: Reference) -> tuple[bool, bool, bool]:
        """How well a candidate fits: already on the page, in the office named, in any office on the day."""
        tenures = self.gazetteer.offices_of(identity)
        holds = [tenure for tenure in tenures if self.day is None or tenure.covers(self.day)]
        return (identity in self.registry.drafts, any(tenure.office == reference.office for tenure in holds), bool(holds))

    def _unknown_person(self, reference: Reference, name: str) -> Draft:
        draft = self.registry.person_named(name) or self._misprint(reference, name)
        if draft:
            if name not in draft.names:
                draft.names.append(name)
            return draft
        latin = self.words(reference.gloss) if reference.gloss else None
        return self.registry.local("person", name, latin=latin, affiliation=reference.body)

    def _misprint(self, reference: Reference, name: str) -> Draft | None:
        """The person whose name is written with another or one more character: on this page already, or of the same office and state."""
        for identity, distance in self.gazetteer.by_sound(self.text[reference.head.start : reference.head.end]):
            entry = entry_of(self.gazetteer, identity)
            here = identity in self.registry.drafts
            fits = reference.office is not None and any(tenure.office == reference.office for tenure in self.gazetteer.offices_of(identity))
            if distance <= 1 and len(name) >= 3 and (here or (fits and reference.body in {entry.affiliation, None})):
                return self.registry.known(identity, name)
        return None

    def _office(self, reference: Reference) -> tuple[str, ...]:
        office = reference.office
        if office is None or contexts.after("no holder", self.text, reference.span.end):
            return ()
        here = self.titles.get(self.text[reference.span.start : reference.span.end]) or self.offices.get((office, reference.body))
        if here:
            return (self.registry.drafts[here].id if here in self.registry.drafts else self.registry.known(here).id,)
        if reference.body is None:
            matching = {identity for (name, _), identity in self.offices.items() if name == office}
            return tuple(matching) if len(matching) == 1 else ()
        holders = (
            self.gazetteer.holders(office, reference.body, self.day)
            if self.day and contexts.within("one holder", office, Span(0, len(office)))
            else ()
        )
        if len(holders) == 1:
            return (self.registry.known(holders[0]).id,)
        if self.gazetteer.entry("state", reference.body) or self.gazetteer.entry("organization", reference.body):
            return (self.registry.known(reference.body, None).id,)
        return ()

    def _group(self, reference: Reference) -> tuple[str, ...]:
        name = self.words(reference.head)
        kind = "MEDIA" if WORDS.media.search(name) else "PEOPLE"
        slug = f"{reference.body}_{kind}" if reference.body else ("MEDIA" if kind == "MEDIA" else None)
        affiliation = reference.body if kind == "PEOPLE" else None
        return (self.registry.local("group", name, affiliation=affiliation, slug=slug).id,)

    def _place(self, reference: Reference) -> tuple[str, ...]:
        """A city or venue; a capital that acts is its state."""
        identity = reference.candidates[0]
        state = self.capitals.get(identity)
        if state and self._acts(reference.span):
            return (self.registry.known(state, self.words(reference.head)).id,)
        self.registry.known(identity, self.words(reference.head))
        return (identity,)

    def _acts(self, place: Span) -> bool:
        """Whether a capital stands for its government there."""
        text = self.text
        if contexts.before("urged", text, place.start):
            return True
        if contexts.before("counterpart before", text, place.start) and contexts.after("counterpart after", text, place.end):
            return True
        if contexts.before("whereabouts", text, place.start):
            return False
        return any(contexts.after(name, text, place.end) for name in ("acts as a party", "acts upon a party", "standpoint"))

    def _likeliest(self, candidates: Sequence[str]) -> str:
        """The candidate that the page has named already, else the likeliest."""
        return next((identity for identity in candidates if identity in self.registry.drafts), candidates[0])


def link(article: Article, found: Sequence[Reference], gazetteer: Gazetteer, day: datetime.date | None) -> Parties:
    """Decide whom each reference means.

    Args:
        article: The article.
        found: Its references, in order.
        gazetteer: The known names.
        day: The day the article came out, or ``None`` where it is unknown.

    Returns:
        The parties, their mentions and phrases, in article offsets.
    """
    linker, discourse = Linker(article, gazetteer, day), None
    _name_states_first(linker, found)
    discourse = Discourse(article, linker.registry)
    linker.know_offices(found)
    datelines = [dateline for paragraph in article.paragraphs if (dateline := dateline_of(article.text, paragraph.span))]
    mentions: list[Mention] = []
    phrases: list[Phrase] = []
    for reference in found:
        if reference.kind == "pronoun":
            entities, form = discourse.resolve(reference)
        else:
            entities, form = linker.resolve(reference)
        if entities:
            mentions.append(Mention(reference.head, entities, form))
        if reference.inside or any(dateline.covers(reference.span) for dateline in datelines):
            continue
        discourse.pass_over(reference, entities)
        if entities and not _is_place(linker, entities) or reference.kind == "pronoun":
            phrases.append(Phrase(reference.span, reference.head, entities, form, reference.office))
    return Parties(linker.registry.entities(), tuple(mentions), tuple(phrases))


def _is_place(linker: Linker, entities: Sequence[str]) -> bool:
    return linker.registry.drafts[entities[0]].type == "place"


def _name_states_first(linker: Linker, found: Sequence[Reference]) -> None:
    """Register the states that are named in full: they decide what an ambiguous short form means."""
    for reference in found:
        if reference.kind == "state" and len(reference.candidates) == 1 and len(reference.head) > 1:
            linker.registry.known(reference.candidates[0])
