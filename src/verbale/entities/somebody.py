"""One person without a name: the number, whose people that person is of, and the words that describe (国防部一名要求匿名的军官)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.entities.pieces import Element
from verbale.entities.spans import Row
from verbale.entities.words import WORDS
from verbale.language.tagger import Token, Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

_NOUNS = frozenset({"n", "nz", "nw", "vn", "an", "a", "s", "f", "ORG", "LOC"})
_OWNERS = frozenset({"n", "nz", "ns", "ORG", "LOC", "m"})
_HOUSES = frozenset({"state", "actor", "organization", "body", "city", "venue"})
_NAMES = frozenset({"PER"})
_LONGEST_OWNER = 16
_DESCRIBED_AT_MOST = 30
_SPOKESMAN = "发言人"  # speaks for the state or body, which is meant
_DESCRIBED = re.compile("(?:[^，。；：、“”\n]|“[^“”]{1,10}”){1,22}?的")


def somebody(text: str, tokens: Tokens, pieces: Row[Element]) -> Iterator[Span]:
    """Noun phrases for one person of whom only the trade, the office or the side is told.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        pieces: Its elements.

    Yields:
        The span of each phrase; where the noun is none of those that always mean people, only who says something.
    """
    phrase = _Phrases(text, tokens, pieces)
    openers = [*WORDS.one_of.finditer(text), *sign("says one's name is kept").all(text, 0, len(text))]
    for number in sorted(openers, key=lambda match: match.start()):
        end = phrase.end(number.end())
        if end > number.end():
            yield Span(phrase.start(number.start()), end)


def several(text: str, tokens: Tokens, pieces: Row[Element]) -> Iterator[Span]:
    """Noun phrases for several people of a kind who say something (几名与会代表透露).

    Args:
        text: Folded text.
        tokens: Its words and tags.
        pieces: Its elements.

    Yields:
        The span of each phrase.
    """
    phrase = _Phrases(text, tokens, pieces)
    for number in sign("several people").all(text, 0, len(text)):
        end = phrase.end(number.end())
        if end > number.end() and sign("somebody says").found(text, end):
            yield Span(number.start(), end)


class _Phrases:
    def __init__(self, text: str, tokens: Tokens, pieces: Row[Element]) -> None:
        self._text, self._tokens, self._pieces = text, tokens, pieces

    def end(self, start: int) -> int:
        """Where the phrase ends whose number ends at a place; the place where none begins there."""
        places = [start]
        while described := _DESCRIBED.match(self._text, places[-1], start + _DESCRIBED_AT_MOST):
            places.append(described.end())
        for place in places:
            end = self._nouns_end(place)
            known = end > place and self._text.endswith(WORDS.one_person, place, end) and not self._is_named(end)
            if known and (self._text.endswith(WORDS.sources, place, end) or self._says(end)):
                return self._owned_end(end)
        return next((end for place in places if (end := self._nouns_end(place)) > place and self._speaks(end)), start)

    def start(self, number: int) -> int:
        """Where the words begin that tell whose people somebody is of (法国总统府一名顾问, 他的一名顾问)."""
        if whose := sign("whose").found(self._text, max(0, number - _LONGEST_OWNER), number):
            return whose.start()
        start = number
        while (before := self._owner_start(start, last=start == number)) < start:
            start = before
        return number if sign("where it is").found(self._text, max(0, start - 1), start) else start

    def _nouns_end(self, place: int) -> int:
        """Where the nouns end that begin at a place: after the last that means a person, else after all."""
        person = end = place
        while (token := self._tokens.at(end)) and token.span.start == end and self._is_noun(token):
            end = token.span.end
            person = end if self._text.endswith(WORDS.one_person, place, end) else person
        return person if person > place else end

    def _is_noun(self, token: Token) -> bool:
        word = self._text[token.span.start : token.span.end]
        if sign("stands before a person").found(word) or word in WORDS.one_person:
            return True
        return token.tag in _NOUNS and word not in WORDS.stops and not WORDS.pronouns.fullmatch(word)

    def _is_named(self, end: int) -> bool:
        """Whether the name of the person follows, who is then no nobody."""
        following = self._tokens.at(end)
        named = following is not None and following.span.start == end and following.tag in _NAMES
        return named or any(piece.kind in {"person", "name"} for piece in self._pieces.touching(Span(end, end + 1)))

    def _speaks(self, end: int) -> bool:
        """Whether nouns that no list has end at a place, and whoever they mean says something."""
        mean_more = any(self._pieces.touching(Span(end - 1, end))) or self._text.endswith(_SPOKESMAN, 0, end)
        return not mean_more and not self._is_named(end) and self._says(end)

    def _says(self, end: int) -> bool:
        if sign("gives words").found(self._text, end):
            return True
        return self._text[end : end + 1] != "的" and sign("somebody says").found(self._text, end) is not None

    def _owned_end(self, end: int) -> int:
        """一名遇难者的家属: somebody is told by another."""
        if self._text[end : end + 1] != "的":
            return end
        further = self._nouns_end(end + 1)
        return further if further > end + 1 and self._text.endswith(WORDS.one_person, end + 1, further) else end

    def _owner_start(self, end: int, *, last: bool) -> int:
        """Where the word begins that ends at a place and belongs to the name of a house, land or town; the place where none does."""
        for piece in self._pieces.touching(Span(max(0, end - 1), end)):
            if piece.kind in _HOUSES and piece.span.end == end:
                return piece.span.start
        token = self._tokens.at(end - 1) if end else None
        if token is None or token.span.end != end or end - token.span.start > _LONGEST_OWNER:
            return end
        word = self._text[token.span.start : end]
        if word in WORDS.stops or WORDS.pronouns.search(word) or WORDS.unnamed.fullmatch(word):
            return end
        house = sign("house").found(word) is not None
        return token.span.start if house or (not last and token.tag in _OWNERS) else end
