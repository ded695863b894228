"""References: noun phrases with the parties that they may mean, before the page has its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from verbale.entities import contexts
from verbale.entities.coalitions import coalitions
from verbale.entities.inner import inner_references
from verbale.entities.people import unnamed_people
from verbale.entities.pieces import Element, Reference
from verbale.entities.somebody import several, somebody
from verbale.entities.spans import Cover, Row
from verbale.entities.things import Things
from verbale.entities.titles import Titles
from verbale.entities.words import WORDS
from verbale.language.tagger import Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

__all__ = ["Reference", "references"]
_GLOSS = re.compile(r"（([A-Za-zÀ-ž][^（）]{1,60})）")
_RULING = ("政府", "当局")
_BEFORE_BODIES = frozenset({"LOC", "ORG", "PER", "nz", "n", "a"})  # 美国 before 外交部, and the like
_FIELDS = frozenset({"n", "nz", "ns", "vn", "ORG", "LOC"})
_LED_BY = ("以", "由")  # 以美国为首的联盟
_LONGEST_KIND = 2  # 抗争 in 抗争领袖


def references(text: str, tokens: Tokens, pieces: Sequence[Element]) -> tuple[Reference, ...]:
    """All references of a folded text, in order; those that are not inside another's title never overlap.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        pieces: Its elements (see :mod:`verbale.entities.elements`).

    Returns:
        The references.
    """
    reader = _Reader(text, tokens, pieces)
    reader.persons()
    for found in (
        reader.somebody(),
        reader.coalitions(),
        reader.offices(),
        reader.things(),
        reader.people(),
        reader.unnamed(),
        reader.several(),
        reader.pronouns(),
        reader.own_bodies(),
    ):
        for reference in found:
            reader.take(reference)
    row = Row(pieces)
    inner = [each for item in reader.found if not item.inside for each in inner_references(text, item, row)]
    return tuple(sorted(reader.found + inner, key=lambda item: item.span))


class _Reader:
    """Builds phrases around the pieces of one text; what is found holds its characters."""

    def __init__(self, text: str, tokens: Tokens, pieces: Sequence[Element]) -> None:
        self.text, self.pieces, self._tokens = text, pieces, tokens
        self.found: list[Reference] = []
        self._row, self._titles = Row(pieces), Titles(text, tokens, pieces)
        self._taken = Cover(len(text))
        self._things = Things(text, tokens, pieces, self._titles, self._taken)

    def take(self, reference: Reference) -> None:
        """Keep a reference."""
        self.found.append(reference)
        self._taken.add(reference.span)

    def persons(self) -> None:
        """Persons with their titles; a person inside another's title (泽连斯基办公室副主任若夫克瓦) is marked so."""
        found: list[Reference] = []
        last = 0
        for piece in self.pieces:
            if piece.kind in {"person", "name"} and piece.span.start >= last:
                start = self._titles.start(piece.span.start)
                if found and start == found[-1].head.start < last:
                    start = found[-1].span.start
                    found[-1] = msgspec.structs.replace(found[-1], inside=True)
                start = self._titles.listed(start)
                start = start if not found or found[-1].inside else max(start, last)
                found.append(self._person(piece, start))
                last = found[-1].span.end
        for reference in found:
            self.take(reference)
            if reference.kind == "administration" and not self.text.endswith(_RULING, reference.head.start, reference.head.end):
                name = next(piece.span for piece in self._row.touching(reference.head))
                self.found.append(Reference(name, name, "person", reference.candidates, reference.office, reference.body, inside=True))

    def _person(self, piece: Element, start: int) -> Reference:
        office, body = self._things.office_in(Span(start, piece.span.start))
        if staff := self._staff(piece):
            return Reference(Span(start, staff.end), staff, "administration", piece.ids, office, body)
        gloss = _GLOSS.match(self.text, piece.span.end)
        span = Span(start, gloss.end() if gloss else self._titles.end(piece))
        return Reference(span, piece.span, "person", piece.ids, office, body, Span(*gloss.span(1)) if gloss else None)

    def _staff(self, person: Element) -> Span | None:
        """A known person with the government or the unnamed people who act for that person (特朗普政府, 施纪贤的发言人, 卡尼办公室)."""
        acting = sign("staff of a politician").found(self.text, person.span.end) if person.kind == "person" else None
        named = acting is not None and any(self._row.touching(Span(acting.end(), acting.end() + 1)))
        return None if acting is None or named else Span(person.span.start, acting.end())

    def offices(self) -> Iterator[Reference]:
        """Offices named without their holder (``美国国务卿``); an office with no country or body counts where one person can be meant."""
        taking_up = {match.end("yes") for match in WORDS.pronouns.finditer(self.text)}  # 外长 in 两国外长
        for piece in self.pieces:
            if piece.kind != "title" or piece.span.end in taking_up or self._taken.touches(piece.span):
                continue
            far = 0 if self.text.endswith("国", 0, piece.span.start) else _LONGEST_KIND  # 抗争领袖, not 多国领导人
            unnamed = {match.end() for match in WORDS.unnamed.finditer(self.text, max(0, piece.span.start - far), piece.span.end)}
            if contexts.after("no holder", self.text, piece.span.end) or piece.span.end in unnamed:
                continue
            if self._titles.is_shared(piece):
                yield Reference(piece.span, piece.span, "pronoun")
                continue
            span = Span(self._titles.nominal(piece.span.start, piece.span.end), piece.span.end)
            if self._is_of_several(Span(span.start, piece.span.start)):
                continue
            span = piece.span if self._taken.touches(span) else span
            if body := self._spoken_for(span):
                yield Reference(span, body, "body")
                continue
            yield Reference(span, span, "office", (), piece.ids[0] if piece.ids else None, self._things.office_in(span)[1])

    def _is_of_several(self, before: Span) -> bool:
        """Whether an office belongs to several at once, by the words before it (中日两国副外长): the word for them takes them up."""
        found = (match[0] for match in WORDS.pronouns.finditer(self.text, before.start, before.end) if match.lastgroup == "yes")
        return any(word not in WORDS.kinds for word in found) and not self._taken.touches(before)

    def _spoken_for(self, title: Span) -> Span | None:
        """The organization without an id for which an unnamed spokesperson speaks (海港阵线发言人)."""
        if not self.text.endswith("发言人", title.start, title.end):
            return None
        first = next(self._row.touching(title), None)
        return first.span if first is not None and first.kind == "body" and first.span.start == title.start else None

    def things(self) -> Iterator[Reference]:
        """States and organizations with the body that acts for them, and places."""
        return self._things.references()

    def people(self) -> Iterator[Reference]:
        """People, firms and factions who act without a name (三名在世原告)."""
        for span in unnamed_people(self.text, self._tokens, self._row):
            if not self._taken.touches(span):
                yield Reference(span, span, "group")

    def unnamed(self) -> Iterator[Reference]:
        """Unnamed people, media and publics, with the noun that says which (总统府官员, 环保人士)."""
        for match in WORDS.unnamed.finditer(self.text):
            span = Span(*match.span("who"))
            last = self._tokens.at(span.end - 1)
            longer = last is not None and last.span.end > span.end and last.tag in _FIELDS  # 居民区
            if longer or self._taken.touches(span):
                continue
            bare = not WORDS.media.search(match["who"]) and not WORDS.counted.match(match["who"])
            start = self._things.field_before(span.start) if bare else span.start
            quantity = WORDS.quantity.search(self.text, max(0, start - 4), start) if start < span.start else None
            span = Span(quantity.start() if quantity else start, span.end)
            yield Reference(span, span, "group")

    def somebody(self) -> Iterator[Reference]:
        """One person without a name, with the body before the number (国防部一名官员), which the phrase names too."""
        for span in somebody(self.text, self._tokens, self._row):
            if not self._taken.touches(span):
                yield Reference(span, span, "group", (), None, self._things.body_in(span))
                own = WORDS.own_bodies.match(self.text, span.start, span.end)
                if own is not None:
                    yield Reference(Span(*own.span()), Span(*own.span()), "own body", inside=True)

    def several(self) -> Iterator[Reference]:
        """Several people of a kind without names, who say something (几名代表透露)."""
        for span in several(self.text, self._tokens, self._row):
            if not self._taken.touches(span):
                yield Reference(span, span, "group")

    def coalitions(self) -> Iterator[Reference]:
        """Coalitions named by their leader (沙特领导的联军)."""
        for span in coalitions(self.text, self._row):
            if not self._taken.touches(span):
                yield Reference(Span(span.start - self.text.endswith(_LED_BY, 0, span.start), span.end), span, "group")

    def pronouns(self) -> Iterator[Reference]:
        """Words that take up a party."""
        for match in WORDS.pronouns.finditer(self.text):
            span = Span(*match.span())
            if match.lastgroup != "no" and not self._taken.touches(span):
                yield Reference(span, span, "pronoun")

    def own_bodies(self) -> Iterator[Reference]:
        """Bodies with no country before them, which may be those of the outlet's own state."""
        for match in WORDS.own_bodies.finditer(self.text):
            span = Span(*match.span())
            before, first = self._tokens.at(span.start - 1), self._tokens.at(span.start)
            whole = first is not None and first.span.start == span.start
            if whole and (before is None or before.tag not in _BEFORE_BODIES) and not self._taken.touches(span):
                yield Reference(span, span, "own body")
