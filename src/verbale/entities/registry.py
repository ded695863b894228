"""The parties of one page as they are found: one party, all its names."""

from __future__ import annotations

import re
from typing import cast

import msgspec
from pypinyin import lazy_pinyin

from verbale.entities.entries import GazetteerEntry
from verbale.entities.gazetteer import Gazetteer
from verbale.model import Entity, EntityType


_WITH_ID = ("person", "state", "organization", "city", "venue")


def entry_of(gazetteer: Gazetteer, identity: str) -> GazetteerEntry:
    """The gazetteer's entry with an id, whatever its class.

    Args:
        gazetteer: The known names.
        identity: An id that the gazetteer gave.

    Raises:
        KeyError: The gazetteer has no such id.
    """
    for category in _WITH_ID:
        entry = gazetteer.entry(category, identity)
        if entry is not None:
            return entry
    raise KeyError(identity)


class Draft(msgspec.Struct):
    """A party in the making; ``offices`` are those that the page gives it."""

    id: str
    type: EntityType
    name: str | None
    affiliation: str | None
    name_zh: str | None
    wikidata: str | None
    names: list[str]
    offices: list[str]


class Registry:
    """All parties of one page by id."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.drafts: dict[str, Draft] = {}

    def known(self, identity: str, name: str | None = None) -> Draft:
        """The party with this id of the gazetteer; ``name`` is added to its names on this page."""
        if identity not in self.drafts:
            entry = entry_of(self._gazetteer, identity)
            kind = cast(EntityType, entry.type or "place")
            self.drafts[identity] = Draft(identity, kind, entry.name, entry.affiliation, entry.name_zh, entry.wikidata, [], [])
        return self._named(self.drafts[identity], name)

    def local(
        self, kind: EntityType, name: str, *, latin: str | None = None, affiliation: str | None = None, slug: str | None = None
    ) -> Draft:
        """A party that only this page knows, found again by any of its names."""
        for draft in self.drafts.values():
            if draft.type == kind and (same_name(name, draft.names) or (slug and draft.id == slug)):
                return self._named(draft, name)
        identity = self._free(slug or "-".join(lazy_pinyin(re.sub(r"[^\w]", "", name))) or name)
        shown = latin or (" ".join(part.title() for part in lazy_pinyin(name)) if kind == "person" else None)
        draft = Draft(identity, kind, shown, affiliation, name, None, [], [])
        self.drafts[identity] = draft
        return self._named(draft, name)

    def person_named(self, name: str) -> Draft | None:
        """The person of this page who already bears the name, whole or as the last part of a longer one."""
        matching = [draft for draft in self.drafts.values() if draft.type == "person" and same_name(name, draft.names)]
        return matching[0] if len(matching) == 1 else None

    def entities(self) -> tuple[Entity, ...]:
        """The parties, in the order of their first mention."""
        return tuple(
            Entity(item.id, item.type, item.name, tuple(item.names), item.affiliation, item.name_zh, item.wikidata)
            for item in self.drafts.values()
        )

    def _free(self, identity: str) -> str:
        number, free = 1, identity
        while free in self.drafts or self._gazetteer.entry("person", free):
            number += 1
            free = f"{identity}-{number}"
        return free

    @staticmethod
    def _named(draft: Draft, name: str | None) -> Draft:
        if name and name not in draft.names:
            draft.names.append(name)
        return draft


def same_name(name: str, names: list[str]) -> bool:
    """Whether the name is one of the names, or the last part of one after a middle dot, or the other way round."""
    last = name.rsplit("·", 1)[-1]
    return any(
        name == other or (last == other.rsplit("·", 1)[-1] and ("·" not in name or "·" not in other)) or _is_part(name, other)
        for other in names
    )


def _is_part(name: str, other: str) -> bool:
    """Whether a name is the first part of a longer one (河野 of 河野太郎, 穆罕默德 of 穆罕默德·阿勒萨尼)."""
    return len(name) >= 2 and (other.split("·", 1)[0] == name or (len(other) in {4, 5} and "·" not in other and other.startswith(name)))
