"""States, organizations and places with the words that belong to them: their body, their people, their part, their marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from verbale.entities.descriptions import described, descriptions
from verbale.entities.gazetteer import load
from verbale.entities.people import noun_before
from verbale.entities.pieces import PARTIES, Element, Reference
from verbale.entities.spans import Cover, Row
from verbale.entities.titles import Titles
from verbale.entities.words import WORDS
from verbale.language.tagger import Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

_SHORT_NAME = re.compile(r"”?（(?:简称)?[“]?([\u4e00-\u9fffA-Za-z0-9]{2,8})[”]?）")
_FIELDS = frozenset({"n", "nz", "ns", "vn", "ORG", "LOC"})
_SHORTEST_FIELD, _LONGEST_ROLE = 2, 12
_LONGEST_COUNT = 16  # 一名不愿透露姓名的
_PLACES = frozenset({"city", "venue"})


class Things:
    """The states, organizations and places of one text."""

    def __init__(self, text: str, tokens: Tokens, pieces: Sequence[Element], titles: Titles, taken: Cover) -> None:
        """Note which states are named in full.

        Args:
            text: Folded text.
            tokens: Its words and tags.
            pieces: Its elements.
            titles: Its titles.
            taken: The characters that references hold already; whoever takes references marks them there.
        """
        self.text, self.pieces, self._tokens = text, pieces, tokens
        self._row, self._titles, self._taken = Row(pieces), titles, taken
        self._descriptions = descriptions(text, tokens, self._row)
        self._named = {piece.ids[0] for piece in pieces if piece.kind == "state" and len(piece.span) > 1 and len(piece.ids) == 1}

    def references(self) -> Iterator[Reference]:
        """Those that no reference holds yet, in order."""
        for piece in self.pieces:
            name = described(self._descriptions, piece)
            part = name is not None and not self._taken.touches(Span(name, name + 1))
            reference = None if part else self._thing(piece)
            if reference and not self._taken.touches(piece.span) and not self._taken.touches(reference.span):
                short = self._short_name(reference)
                yield msgspec.structs.replace(reference, span=Span(reference.span.start, short.span.end + 1)) if short else reference
                if short:
                    yield short

    def field_before(self, start: int) -> int:
        """Where the one noun begins that says which people are meant.

        Args:
            start: Where the noun for the people begins.

        Returns:
            ``start`` where there is none.
        """
        token = noun_before(self.text, self._tokens, start)
        if token is None or token.span.end != start or token.tag not in _FIELDS or len(token.span) < _SHORTEST_FIELD:
            return start
        words = self.text[token.span.start : start]
        other = words in WORDS.stops or WORDS.pronouns.search(words)  # 两国专家 are two states' experts
        return start if other or self._taken.touches(token.span) or any(self._row.touching(token.span)) else token.span.start

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
        body = self._titles.body_end(piece)
        quantity = WORDS.quantity.search(self.text, max(0, piece.span.start - _LONGEST_COUNT), piece.span.start)
        people = WORDS.people_of.match(self.text, body)
        if not people or not people[0]:
            return None
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
        if head.start in self._descriptions:
            return Span(self._descriptions[head.start], head.end + quoted)
        titled = self.text[head.start - 1 : head.start] == "《" and self.text[head.end : head.end + 1] == "》"
        return Span(head.start - titled, head.end + titled)

    def _meant(self, bodies: Sequence[str]) -> str:
        """The one that the page names in full, else the likeliest (阿 beside 阿根廷)."""
        return next((body for body in bodies if body in self._named), bodies[0])

    def body_in(self, span: Span) -> str | None:
        """The first state or organization named in a phrase.

        Args:
            span: The phrase.
        """
        bodies = (piece for piece in self._row.touching(span) if piece.kind in PARTIES and piece.ids and span.covers(piece.span))
        first = next(bodies, None)
        return None if first is None else self._meant(first.ids)

    def office_in(self, span: Span) -> tuple[str | None, str | None]:
        """The canonical office and the state or organization in a title.

        Args:
            span: The title.

        Returns:
            Both, ``None`` for what it does not name.
        """
        within = [piece for piece in self._row.touching(span) if span.covers(piece.span) and piece.ids]
        titles = [piece for piece in within if piece.kind == "title"]
        bodies = [piece for piece in within if piece.kind in PARTIES]
        office = titles[-1].ids[0] if titles else None
        return office, (self._with_office(bodies[0], office) if bodies else self._of_town(span, within))

    def _of_town(self, title: Span, within: Sequence[Element]) -> str | None:
        """The state in which a local office is held (首尔市长)."""
        local = sign("local office").found(self.text, title.start, title.end)
        towns = [load().entry("city", piece.ids[0]) for piece in within if piece.kind == "city" and local]
        return next((town.country for town in towns if town), None)

    def _with_office(self, body: Element, office: str | None) -> str:
        """The only one of those that bear a name in which the office has been held (国务院 beside 副总理), else the one that is meant."""
        shared = len(body.ids) > 1 and len(body.span) > 1
        held = [one for one in body.ids if load().tenures(office, one)] if shared and office else []
        return held[0] if len(held) == 1 else self._meant(body.ids)
