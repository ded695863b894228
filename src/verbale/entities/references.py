"""References: noun phrases with the parties that they may mean, before the page has its date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from verbale.entities import contexts
from verbale.entities.inner import inner_references
from verbale.entities.people import noun_before, unnamed_people
from verbale.entities.pieces import PARTIES, Element, Reference
from verbale.entities.spans import Cover, Row
from verbale.entities.titles import Titles
from verbale.entities.words import WORDS
from verbale.language.tagger import Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

__all__ = ["Reference", "references"]
_SHORT_NAME = re.compile(r"”?（(?:简称)?[“]?([\u4e00-\u9fffA-Za-z0-9]{2,8})[”]?）")
_GLOSS = re.compile(r"（([A-Za-zÀ-ž][^（）]{1,60})）")
_RULING = ("政府", "当局")
_BEFORE_BODIES = frozenset({"LOC", "ORG", "PER", "nz", "n", "a"})  # 美国 before 外交部, and the like
_FIELDS = frozenset({"n", "nz", "ns", "vn", "ORG", "LOC"})
_SHORTEST_FIELD, _LONGEST_ROLE = 2, 12
_LONGEST_KIND = 2  # 抗争 in 抗争领袖
_LONGEST_COUNT = 16  # 一名不愿透露姓名的
_KINDS = frozenset({"n", "nz", "vn", "ORG", "LOC", "s"})
_ONE = re.compile("[一两三][名位]")
_DESCRIBED = re.compile("[^，。；：“”、]{1,14}?的")
_PLACES = frozenset({"city", "venue"})


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
        reader.offices(),
        reader.states_and_organizations(),
        reader.somebody(),
        reader.people(),
        reader.unnamed(),
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
        self._named = {piece.ids[0] for piece in pieces if piece.kind == "state" and len(piece.span) > 1 and len(piece.ids) == 1}

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
        office, body = self._office(Span(start, piece.span.start))
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
            span = piece.span if self._taken.touches(span) else span
            if body := self._spoken_for(span):
                yield Reference(span, body, "body")
                continue
            yield Reference(span, span, "office", (), piece.ids[0] if piece.ids else None, self._office(span)[1])

    def _spoken_for(self, title: Span) -> Span | None:
        """The organization without an id for which an unnamed spokesperson speaks (海港阵线发言人)."""
        if not self.text.endswith("发言人", title.start, title.end):
            return None
        first = next(self._row.touching(title), None)
        return first.span if first is not None and first.kind == "body" and first.span.start == title.start else None

    def states_and_organizations(self) -> Iterator[Reference]:
        """States and organizations with the body that acts for them, and places."""
        for piece in self.pieces:
            reference = self._thing(piece)
            if reference and not self._taken.touches(piece.span) and not self._taken.touches(reference.span):
                short = self._short_name(reference)
                yield msgspec.structs.replace(reference, span=Span(reference.span.start, short.span.end + 1)) if short else reference
                if short:
                    yield short

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
            start = self._field_before(span.start) if bare else span.start
            quantity = WORDS.quantity.search(self.text, max(0, start - 4), start) if start < span.start else None
            span = Span(quantity.start() if quantity else start, span.end)
            yield Reference(span, span, "group")

    def somebody(self) -> Iterator[Reference]:
        """One of a kind that no list has, who says something (一名参加集会的商贩对法新社说)."""
        for token in self._tokens.items:
            if token.tag == "m" and _ONE.fullmatch(self.text, token.span.start, token.span.end):
                end = self._kind_end(token.span.end)
                span = Span(token.span.start, end)
                if end > token.span.end and sign("somebody says").found(self.text, end) and not self._taken.touches(span):
                    yield Reference(span, span, "group")

    def _kind_end(self, start: int) -> int:
        """Where the nouns end that follow a number of people, past the words that describe them."""
        of = _DESCRIBED.match(self.text, start)
        end = of.end() if of else start
        while (token := self._tokens.at(end)) and token.span.start == end and token.tag in _KINDS:
            end = token.span.end
        return end if not of or end > of.end() else start

    def _field_before(self, start: int) -> int:
        """Where the one noun begins that says which people are meant; ``start`` where there is none."""
        token = noun_before(self.text, self._tokens, start)
        if token is None or token.span.end != start or token.tag not in _FIELDS or len(token.span) < _SHORTEST_FIELD:
            return start
        words = self.text[token.span.start : start]
        other = words in WORDS.stops or WORDS.pronouns.search(words)  # 两国专家 are two states' experts
        return start if other or self._taken.touches(token.span) or any(self._row.touching(token.span)) else token.span.start

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

    def _thing(self, piece: Element) -> Reference | None:
        if piece.kind in _PLACES:
            return Reference(piece.span, piece.span, "place", piece.ids)
        if piece.kind == "body":
            return Reference(self._with_marks(piece.span), piece.span, "body")
        if piece.kind not in PARTIES:
            return None
        if piece.kind == "state" and self._qualifies(piece):
            return Reference(piece.span, piece.span, "state", piece.ids, inside=True)
        if piece.kind == "organization" and self._is_of_role(piece):
            return Reference(piece.span, piece.span, "organization", piece.ids, inside=True)
        return self._sharing(piece) or self._with_people(piece) or self._with_body(piece)

    def _sharing(self, piece: Element) -> Reference | None:
        """A state that shares the office of those after it (德国 in 德国和波兰外长)."""
        office = self._titles.shared_office(piece) if piece.kind == "state" else None
        return Reference(piece.span, piece.span, "state", piece.ids, office) if office else None

    def _short_name(self, reference: Reference) -> Reference | None:
        """The short name in brackets after an organization's full one (巴勒斯坦伊斯兰抵抗运动（哈马斯）)."""
        bracket = _SHORT_NAME.match(self.text, reference.span.end)
        if reference.kind not in {"organization", "body"} or not bracket:
            return None
        span = Span(*bracket.span(1))
        within = list(self._row.touching(span))
        same = len(within) == 1 and within[0].span == span and set(within[0].ids) & set(reference.candidates)
        return Reference(span, span, reference.kind, reference.candidates, inside=True) if same or not within else None

    def _qualifies(self, state: Element) -> bool:
        """Whether the state only says where an organization comes from (美国《华盛顿邮报》)."""
        end = state.span.end + (self.text[state.span.end : state.span.end + 1] == "《")
        following = next(self._row.touching(Span(end, end + 1)), None)
        return following is not None and following.span.start == end and following.kind in {"organization", "body"}

    def _is_of_role(self, body: Element) -> bool:
        """Whether the organization only tells in what a state plays its part (安理会轮值主席国法国)."""
        role = WORDS.role.match(self.text, body.span.end)
        following = next(self._row.touching(Span(role.end(), role.end() + 1)), None) if role else None
        return following is not None and role is not None and following.kind == "state" and following.span.start == role.end()

    def _with_people(self, piece: Element) -> Reference | None:
        """The group of a state's unnamed people or media (``美国官员``, ``两名美国政府官员``)."""
        people = WORDS.people_of.match(self.text, self._titles.body_end(piece))
        if not people or not people[0]:
            return None
        quantity = WORDS.quantity.search(self.text, max(0, piece.span.start - _LONGEST_COUNT), piece.span.start)
        span = Span(quantity.start() if quantity else piece.span.start, people.end())
        return Reference(span, span, "group", (), None, self._meant(piece.ids) if piece.ids else None)

    def _with_body(self, piece: Element) -> Reference:
        """A state with the body that acts for it (``泰国军方``, ``乌方``), or an organization."""
        kind = "organization" if piece.kind == "organization" else "state"
        head = Span(piece.span.start, self._titles.body_end(piece))
        span = self._with_marks(head)
        return Reference(Span(self._role_start(span.start), span.end) if kind == "state" else span, head, kind, piece.ids)

    def _role_start(self, start: int) -> int:
        """Where the words begin that tell a state's part (安理会轮值主席国法国, 东道主埃及); ``start`` where there are none."""
        role = WORDS.roles.search(self.text, max(0, start - _LONGEST_ROLE), start)
        if role is None or self._taken.touches(Span(*role.span())):
            return start
        return role.start()

    def _with_marks(self, head: Span) -> Span:
        """The span with the marks 《》 around it, or with “” and the words before them that tell what it is, if any."""
        quoted = self.text[head.start - 1 : head.start] == "“" and self.text[head.end : head.end + 1] == "”"
        role = sign("kind of body").found(self.text, max(0, head.start - 4), head.start - 1) if quoted else None
        if role:
            return Span(self._field_before(role.start()), head.end + 1)
        titled = self.text[head.start - 1 : head.start] == "《" and self.text[head.end : head.end + 1] == "》"
        return Span(head.start - titled, head.end + titled)

    def _meant(self, bodies: Sequence[str]) -> str:
        """The one that the page names in full, else the likeliest (阿 beside 阿根廷)."""
        return next((body for body in bodies if body in self._named), bodies[0])

    def _office(self, span: Span) -> tuple[str | None, str | None]:
        """The canonical office and the state or organization in a title."""
        within = [piece for piece in self._row.touching(span) if span.covers(piece.span) and piece.ids]
        titles = [piece for piece in within if piece.kind == "title"]
        bodies = [piece for piece in within if piece.kind in PARTIES]
        return (titles[-1].ids[0] if titles else None), (self._meant(bodies[0].ids) if bodies else None)
