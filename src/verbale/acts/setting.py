"""What a sentence stands in: its clauses, the statement that holds a place, and who speaks there."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

import msgspec

from verbale.acts.frames import frames
from verbale.entities.phrases import Parties, Phrase
from verbale.language.tagger import Token, Tokens
from verbale.lexicons.signs import sign
from verbale.model import Mention, Published, Span, Statement, TimeExpression
from verbale.pages.article import Article
from verbale.statements.finding import Statements

_LONGEST_CUE = 40
_ADDRESSED = {"demand", "appeal", "propose", "promise", "accuse", "criticise", "threaten"}
_ASKS = frozenset(form for frame in frames() if frame.kind in _ADDRESSED and not frame.role for form in frame.forms)
_BREAK = re.compile(r"[，。；：！？\n]")


class Setting(msgspec.Struct, frozen=True, dict=True):
    """Everything that the stages before have found, with questions about places in it.

    Attributes:
        article: The article.
        tokens: Its words.
        parties: Its parties.
        times: Its times, resolved.
        statements: Its statements and attributed stretches.
        published: When it came out.
    """

    article: Article
    tokens: Tokens
    parties: Parties
    times: tuple[TimeExpression, ...]
    statements: Statements
    published: Published

    @property
    def text(self) -> str:
        """The article's folded text."""
        return self.article.text

    def words(self, span: Span) -> str:
        """The characters of a span."""
        return self.article.text[span.start : span.end]

    def clause(self, place: int, within: Span) -> Span:
        """The clause that holds a place: between commas, colons and stops, inside ``within``; brackets are passed over."""
        following = bisect.bisect_left(self._breaks, place)
        start = max(within.start, self._breaks[following - 1] + 1) if following else within.start
        end = min(within.end, self._breaks[following]) if following < len(self._breaks) else within.end
        return Span(min(start, place), max(end, place))

    @functools.cached_property
    def _breaks(self) -> list[int]:
        """Places of commas, colons and stops outside brackets, in order."""
        return [found.start() for found in _BREAK.finditer(self.text) if found.start() not in self._bracketed]

    @functools.cached_property
    def _aside(self) -> frozenset[int]:
        """Places inside brackets that are no part of the sentence; （对俄罗斯）实施了制裁 completes it."""
        completing = sign("completed in brackets").all(self.text, 0, len(self.text))
        return self._bracketed - {place for found in completing for place in range(found.start(), found.end())}

    @functools.cached_property
    def _bracketed(self) -> frozenset[int]:
        """Places inside short brackets: a comma there divides no clause."""
        return frozenset(place for found in re.finditer("（[^（）\n]{1,40}）", self.text) for place in range(found.start(), found.end()))

    def phrases(self, span: Span) -> list[Phrase]:
        """The noun phrases that lie inside a span."""
        outside = span.start not in self._bracketed
        return [
            phrase
            for phrase in self.parties.phrases_in(span)
            if phrase.span.end <= span.end and not (outside and phrase.span.start in self._aside)
        ]

    def token(self, place: int) -> Token | None:
        """The word at a place."""
        return self.tokens.at(place)

    def statement_at(self, place: int) -> Statement | None:
        """The innermost statement whose content covers a place."""
        return self._innermost[place] if 0 <= place < len(self._innermost) else None

    def up_to_turn(self, span: Span) -> Span:
        """What is asked or promised, without the clauses in which its speaker goes on to something else (呼吁…，并感谢…; 要求…，否则…)."""
        clause = self.clause(span.start, span)
        while clause.end < span.end:
            following = self.clause(clause.end + 1, span)
            if sign("turns to something else").found(self.text, following.start, following.end):
                return Span(span.start, clause.end)
            clause = following if following.end > clause.end else span
        return span

    def _reach(self, item: Statement, span: Span) -> Span:
        """How far the words that a statement reports reach, where what is reported is a request or a promise."""
        asks = item.cue is not None and self.words(item.cue) in _ASKS
        return self.up_to_turn(span) if asks else span

    @functools.cached_property
    def _innermost(self) -> list[Statement | None]:
        """For each place the statement whose content covers it most closely."""
        found: list[Statement | None] = [None] * len(self.text)
        parts = [(len(span), self._reach(item, span), item) for item in reversed(self.statements.items) for span in item.content]
        for _, span, item in sorted(parts, key=lambda part: -part[0]):
            found[span.start : span.end] = [item] * len(span)
        return found

    def statement_of(self, cue: Span) -> Statement | None:
        """The statement whose cue overlaps a span."""
        first = bisect.bisect_left(self._cues, cue.start - _LONGEST_CUE, key=_begins)
        near = self._cues[first : bisect.bisect_left(self._cues, cue.end, key=_begins)]
        return next((item for item in near if item.cue and item.cue.overlaps(cue)), None)

    @functools.cached_property
    def _cues(self) -> list[Statement]:
        return sorted((item for item in self.statements.items if item.cue), key=_begins)

    def times_in(self, span: Span) -> list[TimeExpression]:
        """The times that lie inside a span, in order."""
        return [time for time in _beginning(self.times, span) if time.span.end <= span.end]

    def mentions_in(self, span: Span) -> list[Mention]:
        """The names that lie inside a span, in order."""
        return [mention for mention in _beginning(self.parties.mentions, span) if mention.span.end <= span.end]

    def sentence_at(self, place: int) -> Span | None:
        """The sentence that holds a place."""
        last = bisect.bisect_right(self._sentences, place, key=lambda sentence: sentence.start) - 1
        return self._sentences[last] if last >= 0 and place < self._sentences[last].end else None

    def sentence_before(self, sentence: Span) -> Span | None:
        """The sentence before one in the same paragraph."""
        place = bisect.bisect_left(self._sentences, sentence.start, key=lambda item: item.start) - 1
        return self._sentences[place] if place >= 0 and sentence.start not in self._paragraphs else None

    @functools.cached_property
    def _paragraphs(self) -> frozenset[int]:
        """Where the first sentences of paragraphs begin."""
        return frozenset(paragraph.sentences[0].start for paragraph in self.article.paragraphs if paragraph.sentences)

    @functools.cached_property
    def _sentences(self) -> list[Span]:
        return [sentence for paragraph in self.article.paragraphs for sentence in paragraph.sentences]

    def scope(self, place: int, sentence: Span) -> Span:
        """The part of the sentence in which the subject of a place may stand: its statement's content, else the sentence."""
        held = self.statement_at(place)
        if held:
            span = next(span for span in held.content if span.start <= place < span.end)
            return Span(max(span.start, sentence.start), min(span.end, sentence.end))
        return sentence

    def speakers(self, place: int) -> tuple[str, ...]:
        """Who speaks at a place; nobody where the reporter tells."""
        held = self.statement_at(place)
        return held.speakers if held else ()

    def outside(self, inner: Statement) -> Statement | None:
        """The statement that quotes another."""
        first = inner.cue or inner.content[0]
        return self.statement_at(first.start)

    def told_by(self, place: int, speaking: tuple[str, ...] = ()) -> str | None:
        """The innermost speaker, else the source whose words the stretch gives.

        Args:
            place: A place in the text.
            speaking: Who acts there by speaking: their own nested words are told by whoever quotes them.
        """
        held = self.statement_at(place)
        if held and speaking == held.speakers and (outer := self.outside(held)):
            held = outer
        if held and held.speakers:
            return held.speakers[0]
        return next((source.party for source in self.statements.sources if source.span.start <= place < source.span.end), None)

    def side(self, entity: str) -> str:
        """The state for which a party speaks, where the page knows it; else the party."""
        state = self.parties.state_of(entity)
        return state if state in self.parties.by_id else entity

    def states(self, entities: tuple[str, ...]) -> set[str]:
        """The states or organizations for which the parties act."""
        return {self.parties.state_of(entity) for entity in entities}


def _begins(item: Statement) -> int:
    """Where a statement's cue begins."""
    return item.cue.start if item.cue else -1


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


_Found = TypeVar("_Found", bound=_Placed)


def _beginning(items: Sequence[_Found], span: Span) -> Sequence[_Found]:
    """Of things in the order of the text, those that begin inside a span."""
    first = bisect.bisect_left(items, span.start, key=lambda item: item.span.start)
    return items[first : bisect.bisect_left(items, span.end, lo=first, key=lambda item: item.span.start)]
