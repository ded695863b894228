"""The known names: every form of the tables in one search, longest match first."""

from __future__ import annotations

import datetime
import functools
from collections import defaultdict
from collections.abc import Iterable

import ahocorasick_rs
import msgspec

from verbale.entities import entries, guards, sounds, tenures
from verbale.entities.entries import Category, GazetteerEntry
from verbale.entities.tenures import Tenure
from verbale.language.fold import fold
from verbale.lexicons import own
from verbale.model import Span


class Found(msgspec.Struct, frozen=True):
    """One known form in a text.

    Attributes:
        span: Where it stands, half open, in the text that was searched.
        form: The form, folded.
        candidates: What it may stand for, as (category, id) pairs, the likelier categories first; the id of a title is its office.
    """

    span: Span
    form: str
    candidates: tuple[tuple[Category, str], ...]

    def ids(self, category: Category) -> tuple[str, ...]:
        """The candidates of one category."""
        return tuple(name for kind, name in self.candidates if kind == category)


class Gazetteer:
    """All that is known by name.

    Attributes:
        entries: Every person, state, organization, city, venue and title by (category, id); categories as in :class:`Found`.
        shorts: Single characters that stand for a state or a group in the press (美), each with its candidates, the likeliest first.
        capitals: The state of each capital, by the city's id.
        forms: Every folded form of two characters or more, with its candidates.
    """

    def __init__(self, known: Iterable[GazetteerEntry], held: Iterable[Tenure] = ()) -> None:
        """Index the entries.

        Args:
            known: The entries; an entry whose forms are a state's actors comes as a second one, of category ``actor``.
            held: Who held which office; any order.
        """
        self.entries: dict[tuple[str, str], GazetteerEntry] = {}
        forms: dict[str, list[tuple[Category, str]]] = defaultdict(list)
        for entry in known:
            self.entries.setdefault((entry.category, entry.id), entry)
            for form in entry.forms:
                pair = (entry.category, entry.id)
                if pair not in forms[form]:
                    forms[form].append(pair)
        self.capitals = {entry.city: entry.id for entry in self.entries.values() if entry.category == "state" and entry.city}
        self.shorts = entries.shorts({form: pairs for form, pairs in forms.items() if len(form) == 1})
        self.forms = {form: tuple(pairs) for form, pairs in forms.items() if len(form) > 1}
        self._tenures = tenures.Tenures(msgspec.structs.replace(tenure, office=self.office(tenure.office)) for tenure in held)
        found = guards.patterns(self.forms, self.shorts)
        self._patterns = list(found.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(found), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False)

    def find(self, text: str) -> tuple[Found, ...]:
        """The known forms in a text, leftmost and longest, never overlapping.

        Args:
            text: A folded text, as :func:`verbale.language.fold.fold` gives it (``article.text`` is).

        Returns:
            What was found, in order; single characters are not looked for (see :attr:`shorts`).
        """
        found: list[Found] = []
        start = 0
        while start < len(text):
            more, start = self._until_refused(text, start)
            found += more
        return tuple(found)

    def _until_refused(self, text: str, begin: int) -> tuple[list[Found], int]:
        """What is found from ``begin`` on up to the first form that is not meant, and where to look again after it."""
        found: list[Found] = []
        for index, left, right in self._automaton.find_matches_as_indexes(text[begin:]):
            start, end = begin + left, begin + right
            parts = self._patterns[index].parts(text, start, end)
            words = [(part, text[part.start : part.end]) for part in parts]
            found += [Found(part, word, self.forms[word]) for part, word in words if word in self.forms]
            reached = parts[-1].end if parts else start + 1
            if reached != end:
                return found, reached
        return found, len(text)

    def named(self, form: str) -> tuple[tuple[Category, str], ...]:
        """What a whole form may stand for.

        Args:
            form: A name in any script.

        Returns:
            (category, id) pairs as in :class:`Found`; none for an unknown form or a single character.
        """
        return self.forms.get(fold(form), ())

    def entry(self, category: str, name: str) -> GazetteerEntry | None:
        """One entry.

        Args:
            category: A category of :class:`Found`.
            name: The entry's id.

        Returns:
            The entry, or ``None`` where there is none.
        """
        return self.entries.get((category, name))

    def office(self, title: str) -> str:
        """The canonical key of an office.

        Args:
            title: A form of the office, any script.

        Returns:
            The key that :class:`Found` and the tenures bear; the form itself where it is no known title.
        """
        if ("title", title) in self.entries:
            return title
        return next((name for category, name in self.named(title) if category == "title"), title)

    def offices_of(self, person: str) -> tuple[Tenure, ...]:
        """The offices that a person held, earliest first.

        Args:
            person: A person's id.

        Returns:
            The tenures; none for an unknown person.
        """
        return self._tenures.of(person)

    def holders(self, office: str, body: str, day: datetime.date | None = None) -> tuple[str, ...]:
        """Who held an office.

        Args:
            office: The office, its canonical key or any form of it (``外交部长``, ``外长``).
            body: ISO alpha-3 of the state, or id of the organization.
            day: The day in question; ``None`` for any time.

        Returns:
            Ids of persons, the latest to take office first; several where the office has several holders or the days are known roughly.
        """
        return self._tenures.holders(self.office(office), body, day)

    def tenures(self, office: str, body: str) -> tuple[Tenure, ...]:
        """Who held an office, over time.

        Args:
            office: The office, its canonical key or any form of it.
            body: ISO alpha-3 of the state, or id of the organization.

        Returns:
            The tenures, earliest first.
        """
        return self._tenures.in_office(self.office(office), body)

    def by_sound(self, name: str) -> tuple[tuple[str, int], ...]:
        """Persons whose transliterated name sounds like this one.

        Args:
            name: A name of three Chinese characters or more, any script.

        Returns:
            (person id, distance) pairs, nearest first: 0 the same syllables, 1 one syllable doubled, missing or misprinted; none farther.
            Too weak alone: take one only where the office or the country agrees.
        """
        return self._sounds.like(name)

    @functools.cached_property
    def singles(self) -> dict[str, tuple[str, ...]]:
        """Parts of persons' names that are one character (敦 of 敦·巴穆威奈), with the persons."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for (category, identity), entry in self.entries.items():
            for form in entry.forms if category == "person" else ():
                for part in form.split("·") if "·" in form else ():
                    if len(part) == 1 and not part.isascii():
                        found[part][identity] = None
        return {part: tuple(persons) for part, persons in found.items()}

    @functools.cached_property
    def parliaments(self) -> dict[str, tuple[str, ...]]:
        """The parliaments and chambers of each state, by the state's id; those of no state under the empty one."""
        found: dict[str, list[str]] = defaultdict(list)
        for (category, identity), entry in self.entries.items():
            if category == "organization" and entry.kind == "parliament":
                found[entry.affiliation or ""].append(identity)
        return {state: tuple(bodies) for state, bodies in found.items()}

    @functools.cached_property
    def _sounds(self) -> sounds.Sounds:
        people = ((form, key[1]) for key, entry in self.entries.items() if key[0] == "person" for form in entry.forms)
        return sounds.Sounds(people)


def load() -> Gazetteer:
    """The gazetteer of the lexicons that come with Verbale and of the user's own, built once while these stay as they are.

    Returns:
        The gazetteer.

    Raises:
        LexiconError: A table cannot be used.
    """
    return _built(own.stamp())


@functools.lru_cache(maxsize=1)
def _built(_: own.Stamp) -> Gazetteer:
    return Gazetteer(entries.read(), tenures.read())
