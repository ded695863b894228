"""References: noun phrases with the parties that they may mean, before the page has its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from verbale.entities import contexts
from verbale.entities.elements import Element
from verbale.entities.words import WORDS
from verbale.language.tagger import Tokens
from verbale.model import Span

_NOMINAL = frozenset({"n", "nz", "nt", "nw", "nr", "ns", "LOC", "ORG", "vn", "an", "a", "s", "f", "m", "q"})
_LONGEST_TITLE = 28
_GLOSS = re.compile(r"（([A-Za-zÀ-ž][^（）]{1,60})）")
_PLACES = frozenset({"city", "venue"})
PARTIES = frozenset({"person", "state", "organization", "group", "office", "media"})


class Reference(msgspec.Struct, frozen=True):
    """One noun phrase and whom it may mean.

    Attributes:
        span: The phrase, title and name and gloss together.
        head: The words that name the party itself.
        kind: person, state, organization, group, office (an office without a name), place or pronoun.
        inside: Whether it only stands in another's title (美国 in 美国国务卿布林肯): a mention, no phrase of its own.
        candidates: Ids of the gazetteer, the likeliest first; empty for new names, groups and pronouns.
        office: The canonical office beside the name, or ``None``.
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


def references(text: str, tokens: Tokens, pieces: Sequence[Element]) -> tuple[Reference, ...]:
    """All references of a folded text, in order, never overlapping.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        pieces: Its elements (see :mod:`verbale.entities.elements`).
    """
    reader = _Reader(text, tokens, pieces)
    found = reader.persons()
    found += list(reader.offices(found))
    found += list(reader.states_and_organizations(found))
    found += list(reader.unnamed(found))
    found += list(reader.pronouns(found))
    found += list(reader.inside(found))
    return tuple(sorted(found, key=lambda item: item.span))


class _Reader:
    """Builds phrases around the pieces of one text."""

    def __init__(self, text: str, tokens: Tokens, pieces: Sequence[Element]) -> None:
        self.text, self.tokens, self.pieces = text, tokens, pieces
        self.ending = {piece.span.end: piece for piece in pieces}
        self.starting = {piece.span.start: piece for piece in pieces}

    def persons(self) -> list[Reference]:
        """Persons with their titles; a person inside another's title (泽连斯基办公室副主任若夫克瓦) is marked so."""
        found: list[Reference] = []
        last = 0
        for piece in self.pieces:
            if piece.kind in {"person", "name"} and piece.span.start >= last:
                start = self._title_start(piece.span.start)
                if found and start == found[-1].head.start < last:
                    start = found[-1].span.start
                    found[-1] = msgspec.structs.replace(found[-1], inside=True)
                start = self._titles_before(start)
                start = start if not found or found[-1].inside else max(start, last)
                gloss = _GLOSS.match(self.text, piece.span.end)
                span = Span(start, gloss.end() if gloss else piece.span.end)
                last = span.end
                office, body = self._office(Span(start, piece.span.start))
                glossed = Span(*gloss.span(1)) if gloss else None
                found.append(Reference(span, piece.span, "person", piece.ids, office, body, glossed))
        return found

    def inside(self, taken: Sequence[Reference]) -> Iterator[Reference]:
        """The states and organizations in the titles of persons and offices."""
        titled = [item for item in taken if item.kind in {"person", "office"} and not item.inside]
        for item in titled:
            for piece in self.pieces:
                if piece.kind in {"state", "actor", "organization"} and item.span.covers(piece.span) and not item.head.covers(piece.span):
                    yield from self._inside(piece, item.head.start)
                elif item.kind == "office" and piece.kind in {"state", "organization"} and item.span.covers(piece.span):
                    yield from self._inside(piece, item.span.end)

    def offices(self, taken: Sequence[Reference]) -> Iterator[Reference]:
        """Offices named without their holder (``美国国务卿``); an office with no country or body counts where one person can be meant."""
        for piece in self.pieces:
            generic = WORDS.unnamed.fullmatch(self.text, piece.span.start, piece.span.end)
            if piece.kind == "title" and not generic and not _held(piece.span, taken):
                start = self._nominal_start(piece.span.start, piece.span.end)
                span = Span(start, piece.span.end)
                if _held(span, taken):
                    span = piece.span
                _, body = self._office(span)
                yield Reference(span, span, "office", (), piece.ids[0] if piece.ids else None, body)

    def states_and_organizations(self, taken: Sequence[Reference]) -> Iterator[Reference]:
        held = list(taken)
        for piece in self.pieces:
            if _held(piece.span, held):
                continue
            if piece.kind == "state" and self._qualifies(piece):
                held.append(Reference(piece.span, piece.span, "state", piece.ids, inside=True))
                yield held[-1]
            elif piece.kind in {"state", "actor", "organization"}:
                reference = self._with_body(piece)
                if not _held(reference.span, held):
                    held.append(reference)
                    yield reference
            elif piece.kind == "body":
                held.append(Reference(piece.span, piece.span, "body"))
                yield held[-1]
            elif piece.kind in _PLACES:
                yield Reference(piece.span, piece.span, "place", piece.ids)

    def unnamed(self, taken: Sequence[Reference]) -> Iterator[Reference]:
        for match in WORDS.unnamed.finditer(self.text):
            span = Span(match.start("who"), match.end())
            if not _held(span, taken):
                yield Reference(span, span, "group")

    def pronouns(self, taken: Sequence[Reference]) -> Iterator[Reference]:
        for match in WORDS.pronouns.finditer(self.text):
            span = Span(*match.span())
            if match.lastgroup != "no" and not _held(span, taken):
                yield Reference(span, span, "pronoun")

    def _inside(self, piece: Element, limit: int) -> Iterator[Reference]:
        kind = "organization" if piece.kind == "organization" else "state"
        yield Reference(piece.span, piece.span, kind, piece.ids, inside=True)
        body = WORDS.body.match(self.text, piece.span.end, limit)
        if kind == "state" and body and body[0]:
            whole = Span(piece.span.start, body.end())
            yield Reference(whole, whole, kind, piece.ids, inside=True)

    def _qualifies(self, state: Element) -> bool:
        """Whether the state only says where an organization comes from (美国《华盛顿邮报》)."""
        end = state.span.end + (self.text[state.span.end : state.span.end + 1] == "《")
        following = self.starting.get(end)
        return following is not None and following.kind in {"organization", "body"}

    def _with_body(self, piece: Element) -> Reference:
        """A state with the body that acts for it (``泰国军方``, ``乌方``), or the group of its unnamed people (``美国官员``)."""
        kind = "organization" if piece.kind == "organization" else "state"
        short = len(piece.span) == 1
        before = self.ending.get(piece.span.start)
        listed = short and before is not None and len(before.span) == 1  # in 美俄双方 and 美俄领导人 the noun belongs to both
        body = None if listed else (WORDS.short_body if short else WORDS.body).match(self.text, piece.span.end)
        end = body.end() if body else piece.span.end
        people = WORDS.people_of.match(self.text, end)
        start = piece.span.start
        if people and people[0]:
            quantity = WORDS.quantity.search(self.text, max(0, start - 4), start)
            span = Span(quantity.start() if quantity else start, people.end())
            return Reference(span, span, "group", (), None, piece.ids[0] if piece.ids else None)
        titled = self.text[start - 1 : start] == "《" and self.text[end : end + 1] == "》"
        span = Span(start - titled, end + titled)
        return Reference(span, Span(start, end), kind, piece.ids)

    def _title_start(self, place: int) -> int:
        """Where the title that ends at ``place`` begins (``place`` where there is none)."""
        piece = self.ending.get(place)
        token = self.tokens.at(place - 1) if place else None
        if piece is not None and piece.kind in {"title", "state", "actor", "organization"}:
            if piece.kind != "title" and piece.kind != "organization" and len(piece.span) > 1:
                return place
            return self._nominal_start(piece.span.start, place)
        if token and token.tag in {"n", "nz", "ORG"} and contexts.within("title end", self.text, Span(token.span.start, place)):
            return self._nominal_start(token.span.start, place)
        return place

    def _titles_before(self, start: int) -> int:
        """Where a list of titles of one person begins (``乌方代表团团长、安全委员会秘书乌梅罗夫``)."""
        while self.text[start - 1 : start] in ("、", "兼"):
            piece = self.ending.get(start - 1)
            if piece is None or piece.kind != "title":
                break
            start = self._nominal_start(piece.span.start, piece.span.end)
        return start

    def _nominal_start(self, start: int, end: int) -> int:
        """How far to the left the noun phrase reaches."""
        while end - start < _LONGEST_TITLE:
            prefix = WORDS.former.search(self.text, max(0, start - 6), start)
            if prefix:
                start = prefix.start()
                continue
            piece = self.ending.get(start)
            if piece is not None:
                if piece.kind in {"person", "name"}:
                    return piece.span.start if contexts.after("belongs to the person", self.text, start) else start
                start = piece.span.start
                continue
            if self.text[start - 1 : start] == "）" and (opened := self.text.rfind("（", max(0, start - 14), start)) > 0:
                start = opened
                continue
            token = self.tokens.at(start - 1) if start else None
            if token is None or token.tag not in _NOMINAL or not self._word(token.span):
                break
            if token.span.end != start and not any(token.span.start == piece.span.start for piece in self.pieces):
                break
            if self.text[token.span.start : token.span.end] in WORDS.stops:
                break
            start = token.span.start
        return start

    def _word(self, span: Span) -> bool:
        return all("\u4e00" <= char <= "\u9fff" or char in "·" for char in self.text[span.start : span.end])

    def _office(self, span: Span) -> tuple[str | None, str | None]:
        """The canonical office and the state or organization in a title."""
        inside = [piece for piece in self.pieces if span.covers(piece.span)]
        titles = [piece for piece in inside if piece.kind == "title" and piece.ids]
        bodies = [piece for piece in inside if piece.kind in {"state", "actor", "organization"} and piece.ids]
        return (titles[-1].ids[0] if titles else None), (bodies[0].ids[0] if bodies else None)


def _held(span: Span, taken: Sequence[Reference]) -> bool:
    return any(span.overlaps(item.span) for item in taken)
