"""How templates name things in the visitor's language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from verbale.brief.labels import Label
from verbale.entities.entries import GazetteerEntry
from verbale.entities.gazetteer import load
from verbale.ledger.outcomes.issues import issues
from verbale.ledger.telling import Party, Told
from verbale.web.queries.parties import Named
from verbale.web.reasons import said
from verbale.web.wording import called, say

_ID = re.compile(r"[\w-]+")
gazetteer = functools.cache(load)
WHO = ("speaker", "actor", "side", "by", "holder")
WHOM = ("addressee", "recipient", "to")
KINDS = {"statement": "statements", "act": "acts", "meeting": "formats", "commitment": "acts", "position": "stances"}
_DISTANT = ("phone", "video")
_SAID = frozenset({"held", "not held", "will be held", "cancelled", "claimed", "denied", "possible", "proposed", "conditional"})
_OTHER = ": the other"  # says a side of the one that began
_TABLES = {"kind": "acts", "modality": "modalities", "stance": "stances"}
SPOKEN = (
    "t",
    "word",
    "own",
    "name",
    "short",
    "issue_names",
    "all_issues",
    "modality",
    "verb",
    "with_names",
    "place_name",
    "party_name",
    "because",
)


def having(one: Told, roles: tuple[str, ...]) -> list[Party]:
    """The parties of an item in certain roles.

    Args:
        one: The item.
        roles: The roles.

    Returns:
        The parties in their order, none twice.
    """
    return list({party.id: party for party in one.parties if party.role in roles}.values())


def plural(verb: str) -> str:
    """What several do, by what one does.

    Args:
        verb: As in ``meets`` and ``ceases fire``.

    Returns:
        As in ``meet`` and ``cease fire``.
    """
    first, *rest = verb.split(" ")
    return " ".join([first[:-3] + "y" if first.endswith("ies") else first.removesuffix("s"), *rest])


@functools.cache
def _states() -> dict[str, GazetteerEntry]:
    """The states by their English names."""
    return {entry.name: entry for entry in gazetteer().entries.values() if entry.category == "state"}


class Because(NamedTuple):
    """A reason in words.

    Attributes:
        words: The words.
        language: ``en`` or ``zh``.
    """

    words: str
    language: str


class Speech:
    """The names of things in one language.

    Args:
        language: ``en`` or ``zh``.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._chinese = language == "zh"

    def t(self, key: str, **told: object) -> str:
        """A word of the interface."""
        return say(self._language, key, **told)

    def word(self, table: str, key: str) -> str:
        """A word of the brief's labels."""
        return called(self._language, table, key)

    def own(self, label: Label) -> str:
        """A label in this language."""
        return label.chinese if self._chinese else label.english

    def name(self, party: Party | Named) -> str:
        """A party's name, else the one in the other language, else its id."""
        names = (party.name_zh, party.name) if self._chinese else (party.name, party.name_zh)
        return next(filter(None, names), party.id)

    def short(self, one: Told) -> str:
        """An item in some words."""
        who = having(one, WHO)
        names = ", ".join(map(self.name, who)) or self.word("words", "somebody")
        table, kind = ("acts", "call" if one.kind in _DISTANT else "meet") if one.category == "meeting" else (KINDS[one.category], one.kind)
        return f"{names} {self.verb(table, kind, len(who))}"

    def issue_names(self, names: Iterable[str]) -> str:
        """Issues by their labels; those that are no longer known are left out."""
        known = issues()
        told = (known[one] for one in names if one in known)
        return ("、" if self._chinese else ", ").join(one.zh if self._chinese else one.en for one in told)

    def all_issues(self) -> list[tuple[str, str]]:
        """Every issue with its label."""
        return [(key, self.issue_names([key])) for key in issues()]

    def modality(self, told: str) -> str:
        """What became of an event."""
        return self.t("statuses.cancelled") if told == "cancelled" else self.word("modalities", told)

    def verb(self, table: str, kind: str, several: int) -> str:
        """What somebody does, or several do."""
        told = self.word(table, kind)
        return plural(told) if not self._chinese and table == "acts" and several > 1 else told

    def with_names(self, value: str, parties: Mapping[str, Named]) -> str:
        """What a source says of an event, with names for ids."""
        if who := value.partition(_OTHER)[0] if value.endswith(_OTHER) else "":
            return self.t("said.the_other", who=self.name(parties[who]) if who in parties else who)
        if value in _SAID:
            return self.t(f"said.{value.replace(' ', '_')}")
        return _ID.sub(lambda found: self.name(parties[found[0]]) if found[0] in parties else found[0], value)

    def place_name(self, place: str) -> str:
        """A place by its name in this language, as far as the tables know it."""
        return ", ".join(map(self._place, place.split(", ")))

    def because(self, reason: str) -> Because:
        """A reason of the ledger, with the language in which it is said."""
        told = said(reason, self._value, chinese=self._chinese)
        return Because(reason if told is None else told, "en" if told is None or not self._chinese else "zh")

    def _value(self, shape: str, value: str) -> str:
        if shape == "place":
            return self.place_name(value)
        if shape == "who":
            return self.party_name(value)
        if shape in _TABLES:
            return self.word(_TABLES[shape], value) if self._chinese else value.replace("_", " ")
        return value

    def party_name(self, identity: str) -> str:
        """A party that the tables know by its name in this language; any other by its id."""
        known = next(filter(None, (gazetteer().entry(kind, identity) for kind in ("state", "organization", "person"))), None)
        return identity if known is None else known.name_zh if self._chinese else known.name

    def _place(self, part: str) -> str:
        known = gazetteer().entry("city", part) or (gazetteer().entry("state", part) if part.isupper() else _states().get(part))
        if known is None:
            return part
        return known.name_zh if self._chinese else known.name
