"""What the finders of statements look at, and a statement in the making."""

from __future__ import annotations

import msgspec

from verbale.entities.discourse import clause_start
from verbale.entities.phrases import Parties
from verbale.language.sentences import trim
from verbale.language.tagger import Tokens
from verbale.model import Span
from verbale.statements.cues import Cue
from verbale.statements.quotations import Quotation, Quotations
from verbale.statements.words import CONTENT_ENDS


class Scene(msgspec.Struct, frozen=True):
    """The text of one article with its words, parties and quotations."""

    text: str
    tokens: Tokens
    parties: Parties
    quotations: Quotations

    def trimmed(self, span: Span) -> Span:
        """The span without white space and final punctuation at its ends."""
        span = trim(self.text, span)
        end = span.end
        while end > span.start and self.text[end - 1] in CONTENT_ENDS:
            end -= 1
        return trim(self.text, Span(span.start, end))

    def is_named(self, quotation: Quotation) -> bool:
        """Whether a quotation holds nothing but the name of a party (“M23运动”), or the body of somebody named after it."""
        named = self.parties.phrases_in(Span(quotation.span.start, quotation.inner.end))
        if len(named) != 1 or not named[0].span.covers(quotation.inner):
            return False
        return named[0].span.end <= quotation.span.end or named[0].head.start >= quotation.span.end

    def clause_start(self, place: int, low: int) -> int:
        """Where the clause before a place begins; a mark inside a phrase begins none (“M23运动”发言人)."""
        start = clause_start(self.text, place, low)
        across = self.parties.phrases_in(Span(low, start))[-1:]
        return clause_start(self.text, across[0].span.start, low) if across and across[0].span.end > start else start

    def is_person(self, entities: tuple[str, ...]) -> bool:
        """Whether the first of the parties is a person."""
        return bool(entities) and self.parties.by_id[entities[0]].type == "person"


class Saying(msgspec.Struct):
    """A statement in the making.

    Attributes:
        speaker: The parties who speak.
        content: The parts of the content; a later cue may cut them.
        cue: The cue, or ``None``.
        via: Medium or outer speaker.
        rule: The rule that made it.
        nested: Whether it is told inside another's words.
        addressees: Who is told.
        quoted: Whether it is a quotation by itself.
        occasion: The words that tell when or where it was said.
        introduced: Whether it is only what somebody else answers (对于发言人称…，外交部驳斥).
    """

    speaker: tuple[str, ...]
    content: list[Span]
    cue: Cue | None
    via: tuple[str, ...]
    rule: str
    nested: bool = False
    addressees: tuple[str, ...] = ()
    quoted: bool = False
    occasion: Span | None = None
    introduced: bool = False

    def holds(self, place: int) -> bool:
        """Whether a place lies within the content."""
        return bool(self.content) and self.content[0].start <= place < self.content[-1].end
