"""Pieces of phrases, and the phrases with those whom they may mean."""

from __future__ import annotations

import msgspec

from verbale.model import Span

PARTIES = frozenset({"state", "actor", "organization"})  # classes of pieces that name a party that acts


class Element(msgspec.Struct, frozen=True):
    """One piece: where it stands, its class, and whom it may mean (ids of the gazetteer; none for a new name)."""

    span: Span
    kind: str
    ids: tuple[str, ...]


class Reference(msgspec.Struct, frozen=True):
    """One noun phrase and whom it may mean.

    Attributes:
        span: The phrase, title and name and gloss together.
        head: The words that name the party itself.
        kind: person, administration (特朗普政府), state, organization, body (an organization that no table has), group, office (without
            a name), place, own body (外交部 with no country) or pronoun.
        inside: Whether it only stands in another's title (美国 in 美国国务卿布林肯): a mention, no phrase of its own.
        candidates: Ids of the gazetteer, the likeliest first; empty for new names, groups and pronouns.
        office: The canonical office beside the name (of a state: that which it shares with others in a list), or ``None``.
        body: The state or organization that the title names, or ``None``.
        gloss: The Latin name in brackets after the name, or ``None``.
    """

    span: Span
    head: Span
    kind: str
    candidates: tuple[str, ...] = ()
    office: str | None = None
    body: str | None = None
    gloss: Span | None = None
    inside: bool = False
