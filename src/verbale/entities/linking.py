"""From references to parties: who each phrase means, seen from the page's date."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Callable, Sequence

from pypinyin import lazy_pinyin

from verbale.entities.abridged import meant_by_short_names
from verbale.entities.allegiance import Allegiances
from verbale.entities.appositions import add
from verbale.entities.capitals import ActingCapitals
from verbale.entities.discourse import is_quoted
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.groups import Discourse
from verbale.entities.homes import Homes
from verbale.entities.narrowing import narrowed
from verbale.entities.offices import Offices
from verbale.entities.own_bodies import OwnBodies
from verbale.entities.persons import Persons
from verbale.entities.phrases import Parties, Phrase
from verbale.entities.qualifying import describes, leads, qualifies
from verbale.entities.references import Reference
from verbale.entities.registry import entry_of
from verbale.entities.setting import Setting
from verbale.entities.shorts import in_pair
from verbale.entities.spans import Row
from verbale.entities.unnamed import Unnamed
from verbale.entities.words import WORDS
from verbale.language.datelines import dateline_of
from verbale.model import Mention, MentionForm, Span
from verbale.pages.article import Article, Paragraph

_LONGEST_COUNT = 16  # 一名不愿透露姓名的
_FORCES = ("军方", "军政府", "国防军", "政府军", "总参谋部")  # rather of the state told of than of the outlet's own
_SIDES = ("国", "方")  # after a state's first character
_SEVERAL = re.compile("多国|多位|多名|数国")


class _Linker:
    """Resolves the references of one article, in order of the text."""

    def __init__(self, setting: Setting, found: Sequence[Reference]) -> None:
        self._setting, self._registry, self._text = setting, setting.registry, setting.text
        self._persons, self._offices = Persons(setting, found), Offices(setting)
        sure = [reference for reference in found if len(reference.candidates) == 1 and len(reference.head) > 1]
        self._full = [item for item in sure if self._text[item.head.start : item.head.end] not in WORDS.narrowed]
        setting.named = frozenset(item.candidates[0] for item in self._full)
        self._name_states_first(found)
        self._initials = self._initials_of(found)
        setting.own = self._own_state(found)
        self._offices.know(found, self._persons)
        self._discourse, self._homes, self._unnamed = Discourse(setting, self._offices), Homes(setting), Unnamed(setting)
        self._homes.know(found)
        self._allegiances = Allegiances(setting, self._homes, found)
        self._bodies = OwnBodies(setting, self._homes, found)
        self._resolvers: dict[str, Callable[[Reference], tuple[str, ...]]] = {
            "person": self._person,
            "administration": self._administration,
            "office": self._office,
            "group": self._unnamed.resolve,
            "body": self._body,
            "own body": self._own_body,
        }
        self._capitals = ActingCapitals(setting, found)

    def resolve(self, reference: Reference) -> tuple[tuple[str, ...], MentionForm]:
        """The parties that a reference means, and how it names them."""
        if reference.kind == "pronoun":
            return self._own(reference) or self._discourse.resolve(reference)
        resolver = self._resolvers.get(reference.kind)
        if resolver is not None:
            return resolver(reference), "office" if reference.kind == "office" else "name"
        identity = self._capitals.meant(reference) if reference.kind == "place" else self._likeliest(reference)
        if identity not in self._registry.drafts or reference.kind != "organization":
            self._registry.known(identity)
        self._registry.named(self._registry.drafts[identity], self._setting.words(reference.head))
        if reference.kind == "state" and reference.office and (holder := self._offices.holder(reference.office, identity)):
            return (self._registry.known(holder).id,), "office"
        return (identity,), "short" if len(reference.head) == 1 else "name"

    def pass_over(self, reference: Reference, entities: tuple[str, ...]) -> None:
        """Let the discourse know whom a reference meant."""
        self._discourse.pass_over(reference, entities)

    def locate(self, reference: Reference, entities: tuple[str, ...]) -> None:
        """Let the bodies without a country know of which states the text tells."""
        self._homes.pass_over(reference, entities)

    def principals(self) -> tuple[str, ...]:
        """The two whom the page tells most often as two sides."""
        return self._discourse.principals()

    def names_places(self, entities: Sequence[str]) -> bool:
        """Whether the parties are places."""
        return self._registry.drafts[entities[0]].type == "place"

    def _name_states_first(self, found: Sequence[Reference]) -> None:
        """Register the states that are named in full: they decide what an ambiguous short form means."""
        for reference in found:
            if (
                reference.kind == "state"
                and len(reference.candidates) == 1
                and len(reference.head) > 1
                and not self._is_abridged(reference)
            ):
                self._registry.known(reference.candidates[0])

    def _own_state(self, found: Sequence[Reference]) -> str | None:
        """The outlet's own state: the only one whose office-holders the page calls its own (我国外长维文) or names without a country.

        The latter counts only on pages that speak of 我国 or 我驻 in their own voice.
        """
        people = [item for item in found if item.kind == "person" and len(item.candidates) == 1]
        called = [item for item in people if self._text.startswith(WORDS.own, item.span.start, item.head.start)]
        speaks = any(not self._is_quoted(match.start()) for match in WORDS.own_side.finditer(self._text))
        if not called and speaks:
            abroad = {item.candidates[0] for item in people if item.body}
            called = [item for item in people if item.office and item.candidates[0] not in abroad]
        states = {entry_of(self._setting.gazetteer, item.candidates[0]).affiliation for item in called}
        if not states and speaks:
            states = {state for state, signs in WORDS.own_signs.items() if any(sign in self._text for sign in signs)}
        if not states and speaks:
            states = {*self._told_from_home(found)}
        state = states.pop() if len(states) == 1 else None
        return state if state and self._setting.gazetteer.entry("state", state) else None

    def _told_from_home(self, found: Sequence[Reference]) -> set[str]:
        """The state of the dateline's city, where the page names that state nowhere but as 我国, and a ministry with no country."""
        if not any(self._is_of_own_body(item) for item in found):
            return set()
        gazetteer, datelines = self._setting.gazetteer, _datelines(self._setting.article)
        known = [one for line in datelines for one in gazetteer.find(self._text[line.span.start : line.span.end])]
        states = {entry_of(gazetteer, city).country for one in known for city in one.ids("city")}
        named = {one for item in found if item.kind == "state" and len(item.head) > 1 for one in item.candidates}
        return {state for state in states if state} - named

    def _is_of_own_body(self, reference: Reference) -> bool:
        """Whether a person's title begins with a ministry of no country (外交部副部长)."""
        title = Span(reference.span.start, reference.head.start)
        bare = reference.kind == "person" and reference.office is not None and reference.body is None
        return bare and self._text.startswith(WORDS.own_bodies_only, title.start, title.end)

    def _is_quoted(self, place: int) -> bool:
        """Whether a place stands inside quotation marks in its line."""
        return is_quoted(self._text, place, self._setting.line_start(place))

    def _own_body(self, reference: Reference) -> tuple[str, ...]:
        """The outlet's own state, for a body of it in the reporter's own words, else the one of which the text has been telling."""
        own = None if self._is_quoted(reference.head.start) else self._setting.own
        folded, name = self._text[reference.head.start : reference.head.end], self._setting.words(reference.head)
        if folded in WORDS.parliaments:
            return self._bodies.parliament(reference.span, folded, own)
        force = WORDS.publics.fullmatch(folded) is not None or folded in _FORCES or folded in WORDS.courts
        told = self._homes.state_at(reference.span, own if force else None) if folded in WORDS.told_bodies else None
        state = told or own if force else own or told
        if state is None and folded not in WORDS.told_bodies:
            state = self._bodies.ministry(reference.span)
        if state is not None and self._registry.can_know(state):
            return (self._registry.known(state, name).id,)
        return (self._registry.group("-".join(lazy_pinyin(folded)), name).id,) if WORDS.publics.fullmatch(folded) else ()

    def _own(self, reference: Reference) -> tuple[tuple[str, ...], MentionForm] | None:
        """我国 in the reporter's own words."""
        state, text = self._setting.own, self._text
        if state is None or text[reference.head.start : reference.head.end] not in WORDS.own:
            return None
        return (
            None
            if self._is_quoted(reference.head.start)
            else ((self._registry.known(state, self._setting.words(reference.head)).id,), "short")
        )

    def _person(self, reference: Reference) -> tuple[str, ...]:
        if (draft := self._persons.resolve(reference)) is None:
            return ()
        self._allegiances.complete(draft, reference)
        self._offices.note(reference, draft)
        state = self._setting.own
        if draft.affiliation is None and self._is_of_own_body(reference):
            draft.affiliation = state
        own = next((word for word in WORDS.own if self._text.startswith(word, reference.span.start, reference.head.start)), None)
        if own and state and state == draft.affiliation:
            self._registry.known(state, self._setting.words(Span(reference.span.start, reference.span.start + len(own))))
        return (draft.id,)

    def _administration(self, reference: Reference) -> tuple[str, ...]:
        """The state or organization whose government or people bear a person's name (特朗普政府, 卡尼办公室)."""
        candidates = self._persons.agreeing(reference) or list(reference.candidates)
        candidates = [identity for identity in candidates if identity in self._registry.drafts] or candidates
        states = dict.fromkeys(entry_of(self._setting.gazetteer, identity).affiliation for identity in candidates)
        state = next(iter(states)) if len(states) == 1 else None
        if state is None or not any(self._setting.gazetteer.entry(kind, state) for kind in ("state", "organization")):
            return ()
        return (self._registry.known(state, self._setting.words(reference.head)).id,)

    def _body(self, reference: Reference) -> tuple[str, ...]:
        return (self._registry.local("organization", self._setting.words(reference.head)).id,)

    def _office(self, reference: Reference) -> tuple[str, ...]:
        """Who holds the office; one of whom only that is told (一名反对党领袖) has no name, more are a group (多国领导人)."""
        found = self._offices.resolve(reference)
        if found:
            return found
        head, text = reference.head, self._text
        counted = WORDS.quantity.search(text, max(0, head.start - _LONGEST_COUNT), head.start)
        if counted is None and not _SEVERAL.search(text, head.start, head.end):
            return ()
        start = counted.start() if counted else head.start
        identity, words = "-".join(lazy_pinyin(text[head.start : head.end])), self._setting.words(Span(start, head.end))
        if WORDS.one_of.match(text, start, head.start):
            return (self._registry.unnamed_person(identity, words, reference.body).id,)
        return (self._registry.group(identity, words).id,)

    def _likeliest(self, reference: Reference) -> str:
        """The candidate that the page has named already, else the likeliest."""
        drafts = self._registry.drafts
        if body := narrowed(self._text, self._full, reference):
            return body
        if reference.kind == "organization":
            known = self._registry.organization_named(self._setting.words(reference.head))
            return known.id if known else self._of_state_named(reference.candidates)
        candidates = self._initials.get(self._text[reference.head.start], ()) if self._is_abridged(reference) else ()
        told = next((identity for identity in (*reference.candidates, *candidates) if identity in drafts), reference.candidates[0])
        return in_pair(self._text, reference.head, reference.candidates) or told

    def _of_state_named(self, organizations: Sequence[str]) -> str:
        """The organization that the page has named already, else the one of a state that it names, else the likeliest."""
        drafts, named = self._registry.drafts, self._setting.named
        states = ((item, entry_of(self._setting.gazetteer, item).affiliation) for item in organizations)
        of_named = [item for item, state in states if state in drafts or state in named]
        return next((item for item in organizations if item in drafts), next(iter(of_named), organizations[0]))

    def _is_abridged(self, reference: Reference) -> bool:
        """Whether a state's name is cut to one character and 国 or 方 (马国; not 泰国)."""
        words = self._text[reference.head.start : reference.head.end]
        cut = reference.kind == "state" and words[1:2] in _SIDES
        return cut and not words.startswith(entry_of(self._setting.gazetteer, reference.candidates[0]).name_zh)

    def _initials_of(self, found: Sequence[Reference]) -> dict[str, tuple[str, ...]]:
        """First characters of the states that the page names in full, with the states."""
        full = [item for item in found if item.kind == "state" and item.candidates[0] in self._registry.drafts and len(item.head) > 1]
        return {self._text[item.head.start]: item.candidates for item in reversed(full) if not self._is_abridged(item)}


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
    found = meant_by_short_names(article.text, found, gazetteer)
    setting, datelines = Setting(article, gazetteer, day), Row(_datelines(article))
    linker = _Linker(setting, found)
    mentions: list[Mention] = []
    phrases: list[Phrase] = []
    outer = [reference for reference in found if not reference.inside]
    after = dict(itertools.pairwise(outer))
    for reference in found:
        following = after.get(reference)
        if following and describes(gazetteer, reference, following):
            continue
        entities, form = linker.resolve(reference)
        linker.locate(reference, entities)
        if entities:
            mentions.append(Mention(reference.head, entities, form))
        if (
            reference.inside
            or (following and (qualifies(article.text, reference, following) or leads(article.text, reference, following)))
            or any(dateline.span.covers(reference.span) for dateline in datelines.touching(reference.span))
        ):
            continue
        linker.pass_over(reference, entities)
        if reference.kind == "pronoun" or (entities and not linker.names_places(entities)):
            add(Phrase(reference.span, reference.head, entities, form, reference.office), phrases, setting)
    principals = linker.principals()
    return Parties(
        setting.registry.entities(), tuple(mentions), tuple(phrases), tuple(setting.uncertain), principals, setting.registry.unnamed()
    )


def _datelines(article: Article) -> list[Paragraph]:
    """The datelines at the head of paragraphs."""
    return [
        Paragraph(dateline, paragraph.kind, ())
        for paragraph in article.paragraphs
        if (dateline := dateline_of(article.text, paragraph.span)) is not None
    ]
