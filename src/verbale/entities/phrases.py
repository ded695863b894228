"""Noun phrases that name parties: what the later stages read instead of bare names."""

from __future__ import annotations

import bisect
import functools

import msgspec

from verbale.model import Entity, Mention, MentionForm, Span


class Phrase(msgspec.Struct, frozen=True):
    """One noun phrase for one mention, title and name together (``美国国务卿鲁比奥``).

    Attributes:
        span: The whole phrase, article offsets: country, office, name and the gloss in brackets after it.
        head: The words that name the party itself (``鲁比奥``; the whole of ``俄外长`` where only the office is named).
        entities: The parties meant, several for 双方 or 两人; empty where they are unknown.
        form: How they are named.
        office: The office named beside or instead of the name, as the page words it, or ``None``.
    """

    span: Span
    head: Span
    entities: tuple[str, ...]
    form: MentionForm
    office: str | None = None


class Parties(msgspec.Struct, frozen=True, dict=True):
    """Who is who on one page.

    Attributes:
        entities: Every party, place and medium of the page.
        mentions: Every place that names one, article offsets, in order.
        phrases: The noun phrases of persons, states, organizations and groups (no places), in order, never overlapping.
        uncertain: What a reader should check: names that were taken for another's (a misprint), with the page's line.
        principals: The two states or organizations that the page tells most often as two sides; empty where it tells none.
        unnamed: The persons of whom only the office or trade is told.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    phrases: tuple[Phrase, ...]
    uncertain: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()
    unnamed: frozenset[str] = frozenset()

    @functools.cached_property
    def by_id(self) -> dict[str, Entity]:
        """Each party by its id."""
        return {entity.id: entity for entity in self.entities}

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [phrase.span.start for phrase in self.phrases]

    def phrases_in(self, span: Span) -> tuple[Phrase, ...]:
        """The phrases that begin inside ``span`` (article offsets), in order."""
        first = bisect.bisect_left(self._starts, span.start)
        last = bisect.bisect_left(self._starts, span.end)
        return self.phrases[first:last]

    def is_unnamed(self, entity: str) -> bool:
        """Whether a party is people, or one person, without a name."""
        known = self.by_id.get(entity)
        return known is not None and (known.type == "group" or entity in self.unnamed)

    def state_of(self, entity: str) -> str:
        """The state or organization that a party acts for (itself for a state)."""
        known = self.by_id.get(entity)
        return known.affiliation if known and known.affiliation else entity
