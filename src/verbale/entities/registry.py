"""The parties of one page as they are found: one party, all its names."""

from __future__ import annotations

import re

import msgspec
from pypinyin import lazy_pinyin

from verbale.entities.entries import GazetteerEntry
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.words import WORDS
from verbale.language.fold import simplify
from verbale.model import Entity, EntityType

_WITH_ID = ("person", "state", "organization", "city", "venue")


def entry_of(gazetteer: Gazetteer, identity: str) -> GazetteerEntry:
    """The gazetteer's entry with an id, whatever its class.

    Args:
        gazetteer: The known names.
        identity: An id that the gazetteer gave.

    Returns:
        The entry.

    Raises:
        KeyError: The gazetteer has no such id.
    """
    for category in _WITH_ID:
        entry = gazetteer.entry(category, identity)
        if entry is not None:
            return entry
    raise KeyError(identity)


class Draft(msgspec.Struct):
    """A party in the making, see :class:`verbale.model.Entity`."""

    id: str
    type: EntityType
    name: str | None
    affiliation: str | None
    name_zh: str | None
    wikidata: str | None
    names: list[str]
    unnamed: bool = False  # one person of whom only the office or trade is told (一名外交官, 白宫一名官员)


class Registry:
    """All parties of one page.

    Attributes:
        drafts: The parties by id, in the order of their first mention.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.drafts: dict[str, Draft] = {}

    def known(self, identity: str, name: str | None = None) -> Draft:
        """The party with this id of the gazetteer; ``name`` is added to its names on this page."""
        if identity not in self.drafts:
            entry = entry_of(self._gazetteer, identity)
            self.drafts[identity] = Draft(identity, entry.type or "place", entry.name, entry.affiliation, entry.name_zh, entry.wikidata, [])
        return self.named(self.drafts[identity], name)

    def can_know(self, identity: str) -> bool:
        """Whether the gazetteer has a party with this id (a person may belong to a territory that is no party)."""
        return any(self._gazetteer.entry(category, identity) for category in _WITH_ID)

    def is_state(self, identity: str) -> bool:
        """Whether the gazetteer has a state with this id."""
        return self._gazetteer.entry("state", identity) is not None

    def is_medium(self, identity: str) -> bool:
        """Whether the party is a medium, which reports (该组织 takes up another)."""
        entry = self._gazetteer.entry("organization", identity)
        return entry is not None and entry.kind == "media"

    def local(self, kind: EntityType, name: str, *, latin: str | None = None, affiliation: str | None = None) -> Draft:
        """A party that only this page knows, under an id made of its name's sounds; found again by its very name."""
        for draft in self.drafts.values():
            if draft.type == kind and name in draft.names:
                return draft
        identity = self._free("-".join(lazy_pinyin(re.sub(r"[^\w]", "", name))) or name)
        shown = latin or (_romanized(name) if kind == "person" else None)
        self.drafts[identity] = Draft(identity, kind, shown, affiliation, name, None, [name])
        return self.drafts[identity]

    def group(self, identity: str, name: str, affiliation: str | None = None) -> Draft:
        """A group of unnamed people or media under the id that is given."""
        if identity not in self.drafts:
            self.drafts[identity] = Draft(identity, "group", None, affiliation, name, None, [])
        return self.named(self.drafts[identity], name)

    def unnamed_person(self, identity: str, name: str, affiliation: str | None) -> Draft:
        """One person of whom only the office or trade is told, under the id that is given."""
        if identity not in self.drafts:
            self.drafts[identity] = Draft(identity, "person", None, affiliation, name, None, [], unnamed=True)
        return self.named(self.drafts[identity], name)

    def person_named(self, name: str) -> Draft | None:
        """The only person of this page who already bears the name, whole or as a part of a longer one."""
        persons = [draft for draft in self.drafts.values() if draft.type == "person"]
        same = [draft for draft in persons if name in draft.names]
        matching = same or [draft for draft in persons if any(is_same_name(name, other, draft.affiliation) for other in draft.names)]
        return matching[0] if len(matching) == 1 else None

    def organization_named(self, name: str) -> Draft | None:
        """The organization of this page that already bears the very name, or the name with its state before it (工党 after 挪威工党)."""
        bodies = [draft for draft in self.drafts.values() if draft.type == "organization"]
        same = (draft for draft in bodies if name in draft.names)
        longer = (draft for draft in reversed(bodies) if any(self._is_state_and(name, other) for other in draft.names))
        return next(same, None) or next(longer, None)

    def _is_state_and(self, name: str, longer: str) -> bool:
        """Whether a longer name is a state's and the name."""
        state = longer.removesuffix(name)
        named = self._gazetteer.named(state)
        return state != longer and len(name) > 1 and any(category == "state" for category, _ in named)

    def last_unnamed(self, ending: str) -> Draft | None:
        """The group, or the one person without a name, of this page found last that bears a name with this ending."""
        unnamed = (draft for draft in reversed(self.drafts.values()) if draft.type == "group" or draft.unnamed)
        return next((draft for draft in unnamed if any(name.endswith(ending) for name in draft.names)), None)

    def entities(self) -> tuple[Entity, ...]:
        """The parties, in the order of their first mention."""
        return tuple(
            Entity(item.id, item.type, item.name, tuple(item.names), item.affiliation, item.name_zh, item.wikidata)
            for item in self.drafts.values()
        )

    def unnamed(self) -> frozenset[str]:
        """The persons of whom only the office or trade is told."""
        return frozenset(draft.id for draft in self.drafts.values() if draft.unnamed)

    @staticmethod
    def named(draft: Draft, name: str | None) -> Draft:
        """The draft with one name more, where it does not bear it yet."""
        if name and name not in draft.names:
            draft.names.append(name)
        return draft

    def _free(self, identity: str) -> str:
        number, free = 1, identity
        while free in self.drafts or self._gazetteer.entry("person", free):
            number += 1
            free = f"{identity}-{number}"
        return free


JOINT = re.compile("[·‧・—-]")
JOINTS_OF_NAMES = "·-"


def is_same_name(name: str, other: str, affiliation: str | None) -> bool:
    """Whether one name is a part of the other: after or before its dot (穆罕默德 of 穆罕默德·阿勒萨尼), or a surname (河野 of 河野太郎).

    Args:
        name: One name.
        other: The other.
        affiliation: Whom whoever bears the other acts for.
    """
    if JOINT.sub("", name) == JOINT.sub("", other):  # 凯勒-祖特尔, 凯勒·祖特尔
        return True
    if "·" in name and "·" in other:
        return False
    shorter, longer = sorted((name, other), key=len)
    if "·" in longer:
        return shorter in (longer.split("·", 1)[0], longer.rsplit("·", 1)[-1])
    if affiliation == "JPN" and len(longer) == 3:  # 石破茂
        return len(shorter) == 2 and longer.startswith(shorter)
    return len(longer) in {4, 5} and 2 <= len(shorter) <= len(longer) - 2 and longer.startswith(shorter)


def _romanized(name: str) -> str | None:
    """The name in pinyin, surname first, where it is a Chinese one; a transliterated foreign name has no telling spelling."""
    folded = simplify(name)
    surname = next((surname for surname in WORDS.surnames if folded.startswith(surname)), "")
    given = folded[len(surname) :]
    if not surname or len(given) not in {1, 2} or not given.isalpha():
        return None
    return " ".join("".join(lazy_pinyin(part)).title() for part in (surname, given))
