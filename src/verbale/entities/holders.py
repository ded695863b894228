"""Whom two or three office-holders named together are: 两国领导人, 三国外长."""

from __future__ import annotations

from verbale.entities.offices import Offices
from verbale.entities.pairs import Pairs
from verbale.entities.setting import Setting

_FEW = 3  # of a longer list of states, some of whose ministers the page does not name, none is meant by name


class Holders:
    """The holders of an office in several states."""

    def __init__(self, setting: Setting, pairs: Pairs, told: Offices) -> None:
        self._setting, self._registry, self._pairs, self._told = setting, setting.registry, pairs, told

    def of(self, members: tuple[str, ...], offices: frozenset[str]) -> tuple[str, ...]:
        """The persons meant by 两国领导人: the members, or the only ones on the page who hold such an office in their states."""
        if self._pairs.are_persons(members):
            if all(self._may_hold(identity, offices) for identity in members):
                return members
            members = self._pairs.in_states(members)
        found = [self._holder(state, offices) for state in members]
        if not any(found):
            return ()
        found = [holder or self._on_day(state, offices) for state, holder in zip(members, found, strict=True)]
        if not all(found):
            return members if len(members) > _FEW else ()
        return tuple(self._registry.known(holder).id for holder in found if holder)

    def _holder(self, state: str, offices: frozenset[str]) -> str | None:
        """The only person whom the page names, before or after, who holds such an office for the state by the tables, else by its words."""
        drafts = self._registry.drafts
        persons = {draft.id for draft in drafts.values() if draft.type == "person" and draft.affiliation == state}
        holding = [identity for identity in persons | self._setting.named if self._holds(identity, state, offices)]
        found = holding or self._told.bearing(offices, state)
        return found[0] if len(found) == 1 else None

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
