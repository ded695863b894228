"""The parties of an act and the subject of a cue."""

from __future__ import annotations

import sys

import msgspec

from verbale.entities.phrases import Phrase
from verbale.model import Span


class Roles(msgspec.Struct, frozen=True):
    """The parties of one act and the words that gave them.

    Attributes:
        actors: Who does it.
        recipients: To whom it is done.
        evidence: The phrases that name them.
        named: Whether the sentence itself names the actor before the cue.
        start: Where the clause of the subject begins, or the end of the text where the sentence names none.
    """

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    evidence: tuple[Span, ...] = ()
    named: bool = True
    start: int = sys.maxsize


class Subject(msgspec.Struct, frozen=True):
    """The subject of a cue."""

    entities: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    clause: Span | None
