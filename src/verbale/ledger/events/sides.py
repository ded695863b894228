"""Whom persons act for: what makes the minister of one page the government of another."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.model import Entity

_DEPTH = 3  # a spokesman of a ministry of a state


class Sides:
    """The parties of one page, each with the party that it acts for.

    Args:
        entities: The page's parties.
    """

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._known = {entity.id: entity for entity in entities}

    def one(self, party: str) -> str:
        """The party that somebody acts for: a person's or group's state or body; any other party itself.

        Args:
            party: An id.

        Returns:
            An id.
        """
        for _ in range(_DEPTH):
            entity = self._known.get(party)
            if entity is None or entity.type not in {"person", "group"} or not entity.affiliation:
                return party
            party = entity.affiliation
        return party

    def behind(self, parties: Iterable[str]) -> tuple[str, ...]:
        """The parties for whom several act.

        Args:
            parties: Ids.

        Returns:
            Each once, in order.
        """
        return tuple(dict.fromkeys(map(self.one, parties)))

    def persons(self, parties: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The persons among parties.

        Args:
            parties: Ids.

        Returns:
            The party for whom they act → they, each once, in order.
        """
        found: dict[str, tuple[str, ...]] = {}
        for party in dict.fromkeys(parties):
            entity = self._known.get(party)
            if entity is not None and entity.type == "person":
                found[self.one(party)] = (*found.get(self.one(party), ()), party)
        return found
