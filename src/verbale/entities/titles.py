"""Where the title before a name begins: 格陵兰自治政府新任总理 before 尼尔森."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.entities import contexts
from verbale.entities.pieces import Element
from verbale.entities.words import WORDS
from verbale.language.tagger import Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

_NOMINAL = frozenset({"n", "nz", "nt", "nw", "nr", "ns", "LOC", "ORG", "vn", "an", "a", "s", "f", "m", "q"})
_FIELDS = frozenset({"n", "nz", "vn", "an", "s"})
_LONGEST = 28
_SHORTEST_TRADE, _LONGEST_TRADE = 2, 4
_LONGEST_AGE = 7  # 现年55岁的
_LONGEST_FIELD = 10
_LONGEST_GLOSS = 14
_LONGEST_FIELDS, _LONGEST_CHARGE = 20, 20
_OWNERS = frozenset({"state", "actor", "organization"})
_SECOND_FIELD = re.compile(r"兼[\u4e00-\u9fff]{1,3}\Z")
_JOINTS = ("以及", "、", "和", "与", "及")


class Titles:
    """Titles in one text."""

    def __init__(self, text: str, tokens: Tokens, pieces: Sequence[Element]) -> None:
        """Index the pieces by where they begin and end.

        Args:
            text: Folded text.
            tokens: Its words and tags.
            pieces: Its elements, in order.
        """
        self._text, self._tokens = text, tokens
        self._ending = {piece.span.end: piece for piece in pieces}
        self._beginning = {piece.span.start: piece for piece in pieces}
        self._starting = {piece.span.start for piece in pieces}
        self._bodied: dict[int, int] = {}
        for piece in pieces:
            if piece.kind in {"state", "actor"}:
                self._bodied[self.body_end(piece)] = piece.span.start
                if text.startswith("方", piece.span.end):  # 乌方代表: 代表 is the office of whoever is named next
                    self._bodied.setdefault(piece.span.end + 1, piece.span.start)

    def body_end(self, piece: Element) -> int:
        """Where the body that acts for a state or an organization ends (``泰国军方``); the end of the name where there is none."""
        before = self._ending.get(piece.span.start)
        short = len(piece.span) == 1
        if short and before is not None and len(before.span) == 1:  # in 美俄双方 and 美俄领导人 the noun belongs to both
            return piece.span.end
        body = (WORDS.short_body if short else WORDS.body).match(self._text, piece.span.end)
        end = body.end() if body else piece.span.end
        token = self._tokens.at(piece.span.start)
        if token is None or short or token.span.start != piece.span.start or token.span.end <= end or token.tag not in {"ORG", "LOC"}:
            return end
        alone = not any(place in self._starting for place in range(piece.span.end, token.span.end))  # not 美国拜登政府
        return token.span.end if alone and contexts.within("state body end", self._text, token.span) else end

    def is_shared(self, title: Element) -> bool:
        """Whether the title is that of two or more states before it (元首 in 俄美元首)."""
        last = self._ending.get(title.span.start)
        first = self._ending.get(last.span.start) if last is not None and len(last.span) == 1 else None
        return first is not None and len(first.span) == 1 and self._text.endswith(tuple(WORDS.offices), title.span.start, title.span.end)

    def shared_office(self, state: Element) -> str | None:
        """The office that a state shares with those after it in a list (外交部长 for 德国 in 德国和波兰外长)."""
        place = state.span.end
        while joint := next((joint for joint in _JOINTS if self._text.startswith(joint, place)), None):
            following = self._beginning.get(place + len(joint))
            if following is None or following.kind != "state":
                return None
            place = following.span.end
        title = self._beginning.get(place) if place > state.span.end else None
        top = title is not None and title.kind == "title" and self._text[title.span.start : title.span.end] in WORDS.offices
        return title.ids[0] if top and title is not None and title.ids and title.span.end not in self._starting else None

    def end(self, person: Element) -> int:
        """Where a title after a name ends that is the same person's (哈立德亲王); the end of the name where there is none."""
        title = self._beginning.get(person.span.end)
        if (
            title is None
            or title.kind != "title"
            or title.span.end in self._starting
            or contexts.after("no holder", self._text, title.span.end)
        ):
            return person.span.end
        return title.span.end

    def start(self, place: int) -> int:
        """Where the title that ends at ``place`` begins (``place`` where there is none)."""
        piece = self._ending.get(place)
        if piece is not None and piece.kind in {"title", "state", "actor", "organization"}:
            if piece.kind in {"state", "actor"} and len(piece.span) > 1:
                return place
            return self.nominal(piece.span.start, place)
        aged = sign("aged").all(self._text, max(0, place - _LONGEST_AGE), place)
        if aged and aged[-1].end() == place:
            return aged[-1].start()
        if self._text.endswith((*WORDS.commoners, *WORDS.kin), max(0, place - _LONGEST_TRADE), place):
            word = self._tokens.at(place - _SHORTEST_TRADE)
            return self.nominal(min(place - _SHORTEST_TRADE, word.span.start if word else place), place)
        token = self._tokens.at(place - 1) if place else None
        if token and token.tag in {"n", "nz", "ORG"} and contexts.within("title end", self._text, Span(token.span.start, place)):
            return self.nominal(token.span.start, place)
        return place

    def listed(self, start: int) -> int:
        """Where a list of titles of one person begins (``乌方代表团团长、安全委员会秘书乌梅罗夫``, ``副总理兼企划财政部长官具润哲``)."""
        while True:
            before = max(0, start - _LONGEST_FIELD)
            second = sign("second office").found(self._text, before, start)
            if second is None and (first := self._tokens.at(start)) and first.tag in _FIELDS:
                second = _SECOND_FIELD.search(self._text, before, start)
            joint = start - 1 if self._text[start - 1 : start] in ("、", "兼") else second.start() if second else -1
            piece = self._ending.get(joint)
            if piece is None or piece.kind != "title":
                return start
            start = self.nominal(piece.span.start, piece.span.end)

    def nominal(self, start: int, end: int) -> int:
        """How far to the left a noun phrase reaches.

        Args:
            start: Where what is known of it begins.
            end: Where it ends.

        Returns:
            Where it begins.
        """
        while end - start < _LONGEST:
            before = self._before(start)
            if before is None or before == start:
                break
            start = before
        return start

    def _before(self, start: int) -> int | None:
        """Where the word or piece begins that belongs to the phrase and ends at ``start``; none where nothing belongs to it."""
        prefix = WORDS.former.search(self._text, max(0, start - 6), start)
        if prefix:
            return prefix.start()
        piece = self._ending.get(start)
        if piece is not None:
            named = piece.kind in {"person", "name"}
            return None if named and not contexts.after("belongs to the person", self._text, start) else piece.span.start
        if start in self._bodied:
            return self._bodied[start]
        marked = self._ending.get(start - 1) if self._text[start - 1 : start] == "”" else None
        if marked is not None and marked.kind in {"organization", "body"} and self._text[marked.span.start - 1] == "“":
            return marked.span.start - 1  # “国民军”代表团团长
        found = (self._gloss_before(start), self._noun_before(start), self._joined_before(start), self._field_before(start))
        return next((place for place in found if place is not None), None)

    def _field_before(self, start: int) -> int | None:
        """Where the state or organization begins, past what its office is about (巴勒斯坦常任观察员, 英国负责美洲事务的国务大臣).

        None where what stands between tells no such thing.
        """
        place = start
        while start - place < _LONGEST_FIELDS:
            piece = self._ending.get(place)
            if place < start and (place in self._bodied or (piece is not None and piece.kind in _OWNERS)):
                return self._bodied[place] if piece is None else piece.span.start
            before = self._field_start(place)
            if before is None:
                return None
            place = before
        return None

    def _field_start(self, place: int) -> int | None:
        """Where the word begins that ends at ``place`` and tells what an office is about."""
        field = WORDS.fields.search(self._text, max(0, place - _LONGEST_CHARGE), place)
        if field:
            return field.start()
        joint = next((joint for joint in _JOINTS if self._text.endswith(joint, 0, place)), None)
        if joint and joint != "、":
            # 与 joins two fields, not the state and its minister.
            before = place - len(joint)
            return None if before in self._ending or before in self._bodied else self._field_start(before)
        token = self._tokens.at(place - 1) if place else None
        known = token is not None and token.span.end == place and token.tag in _FIELDS and self._is_word(token.span)
        return token.span.start if token is not None and known and place not in self._ending else None

    def _joined_before(self, start: int) -> int | None:
        """Where the state begins whose office has two fields (``埃塞俄比亚水利与能源部长``); none where 与 joins two parties."""
        conjunction = self._tokens.at(start - 1) if start else None
        if conjunction is None or self._text[conjunction.span.start : start] not in {"和", "与", "及", "暨"}:
            return None
        place = conjunction.span.start
        while (token := self._tokens.at(place - 1)) and token.span.end == place and token.tag in _FIELDS:
            if place in self._ending or place in self._bodied or start - place > _LONGEST_FIELD:
                return None
            place = token.span.start
        piece = self._ending.get(place)
        return piece.span.start if piece and piece.kind == "state" and place < conjunction.span.start else None

    def _gloss_before(self, start: int) -> int | None:
        """A bracket within a title (``总统（候任）``), no dateline."""
        if self._text[start - 1 : start] != "）":
            return None
        opened = self._text.rfind("（", max(0, start - _LONGEST_GLOSS), start)
        words = self._text[opened:start]
        dateline = any(word in words for word in ("讯", "电", "记者"))
        return opened if opened > 0 and not dateline and self._text[opened - 1] != "\n" else None

    def _noun_before(self, start: int) -> int | None:
        token = self._tokens.at(start - 1) if start else None
        ruling = token is not None and self._text[token.span.start : token.span.end] == "自治"  # 自治政府: a verb only to the tagger
        if token is None or (token.tag not in _NOMINAL and not ruling) or not self._is_word(token.span):
            return None
        owner = self._beginning.get(token.span.start)
        if owner is not None and sign("verb joined to a name").found(self._text[owner.span.end : min(start, token.span.end)]):
            return None  # 伊朗派 in 伊朗派副外长到会
        inside = token.span.end > start and token.tag == "n"  # 部长 in 商业部长
        if token.span.end != start and not inside and token.span.start not in self._starting:
            return None
        return None if self._text[token.span.start : token.span.end] in WORDS.stops else token.span.start

    def _is_word(self, span: Span) -> bool:
        return all("\u4e00" <= char <= "\u9fff" or char == "·" for char in self._text[span.start : span.end])
