"""States by one character: 美俄会谈, 俄外长, 对华, 英、法、德代表."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.entities import contexts
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.pieces import Element
from verbale.entities.spans import Cover
from verbale.entities.words import WORDS
from verbale.language.tagger import Token, Tokens
from verbale.model import Span

# Tags of words that are no nouns: 加 in 加政府 is one only where the page is about Canada.
_NO_NOUN = frozenset({"v", "d", "p", "c", "u", "r", "vd", "ad", "f", "m", "q", "a"})
_NO_LIST = _NO_NOUN - {"m", "q", "a"}
_ABROAD_TAGS = frozenset({"LOC", "ORG", "PER", "n", "nz", "nr", "ns", "v", "vn", "a", "an"})
_NAME_TAGS = frozenset({"LOC", "ORG"})
_LIST_TAGS = frozenset({"LOC", "ORG", "PER", "nz"})
_LONGEST_LIST = 4
_PAIR = 2
_JOINTS = ("和", "与", "同", "及")
# What may follow the states that open a clause.
_PREDICATE_OF_LIST = frozenset({"TIME", "v", "vd", "d", "ad", "p", "vn"})
# 西方 is the West, and Spain's side only where the page names Spain.
_WEST = "西方"
# A state's full name has so many characters, and does not begin with one that makes other words with 国 or 方 (多国, 各方).
_FULL = 2
_NO_COUNTRY = "会家际民人土王务防内外籍产企庆歌旗策事君库宝情营有葬共军道门语都"  # 国会, 国际 …
_MARK = "\ufffe"  # stands for each such character, so that one pattern serves every page
_RUN, _ROW = re.compile(f"{_MARK}{{2,5}}"), re.compile(f"{_MARK}(?:、{_MARK})+")
_LIST = re.compile(f"{_MARK}(?=、?{_MARK})")
_OPENING = re.compile(f"(?:^|(?<=[，。；：！？\n“”])){_MARK}{{2,4}}(?=[\u4e00-\u9fff0-9{_MARK}])")
_FACING = re.compile(f"{_MARK}对{_MARK}")
_COUNTRY = re.compile(f"国(?![{_NO_COUNTRY}])")
_SIDE = re.compile("[方军国]")
_ABROAD = tuple(sorted(WORDS.abroad))
_NO_INITIALS = frozenset("多大小全各本外内东南北中上下前后双对我敌官地平立海圣")


def short_states(text: str, tokens: Tokens, gazetteer: Gazetteer, taken: Sequence[Element]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """One-character names of states where the neighbours or the tagger make sure of them.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        gazetteer: Known names; ``shorts`` maps a character to the states it may mean.
        taken: The pieces found so far.

    Yields:
        The span of each character (of two in 加国) and the states it may mean, the likeliest first.
    """
    reader = _Shorts(text, tokens, gazetteer, taken)
    held = Cover(len(text), taken)
    for span in reader.countries():
        if not held.touches(span):
            held.add(span)
            yield span, reader.meant[text[span.start]]
    places = {place for span in reader.spans() for place in range(span.start, span.end)}
    for place in sorted(places):
        span = Span(place, place + 1)
        if text[place] in reader.meant and not held.touches(span):
            yield span, reader.meant[text[place]]


def initials_of_states(text: str, taken: Sequence[Element]) -> dict[str, tuple[str, ...]]:
    """First characters of the states that a page names in full: they may stand for these (宏方 on a page about 宏都拉斯).

    Args:
        text: Folded text.
        taken: Its pieces.

    Returns:
        Each character with the state's id.
    """
    named = [piece for piece in taken if piece.kind == "state" and len(piece.span) >= _FULL]
    letters = {text[piece.span.start]: piece.ids for piece in reversed(named) if len(piece.ids) == 1}
    return {letter: ids for letter, ids in letters.items() if letter not in _NO_INITIALS and "\u4e00" <= letter <= "\u9fff"}


def in_pair(text: str, letter: Span, candidates: Sequence[str]) -> str | None:
    """Which state a character means beside another (巴 in 印巴).

    Args:
        text: Folded text.
        letter: The name of a state.
        candidates: The states that it may mean.

    Returns:
        One of the candidates; ``None`` where it is no single character or stands in no known pair.
    """
    start = letter.start
    pairs = [(place, WORDS.pairs.get(text[place : place + _PAIR])) for place in (start, start - 1)] if len(letter) == 1 else []
    return next((ids[start - place] for place, ids in pairs if ids and ids[start - place] in candidates), None)


class _Shorts:
    """Looks for the characters in one text."""

    def __init__(self, text: str, tokens: Tokens, gazetteer: Gazetteer, taken: Sequence[Element]) -> None:
        self._text, self._tokens, self._gazetteer = text, tokens, gazetteer
        initials = initials_of_states(text, taken)
        meant = {
            letter: (*ids, *(each for each in initials.get(letter, ()) if each not in ids)) for letter, ids in gazetteer.shorts.items()
        }
        self.meant = self._shorts = {**initials, **meant}  # 马方 is also the Maldives' side where the page names them
        self._titles = [piece.span for piece in taken if piece.kind == "title"]
        self._persons = {piece.span.start for piece in taken if piece.kind in {"person", "name"}}
        self._initials = {text[place] for place in self._persons}
        self._named = {identity for piece in taken if piece.kind in {"state", "actor"} for identity in piece.ids}
        self._marked = text.translate({ord(_MARK): " "} | dict.fromkeys(map(ord, self._shorts), _MARK))
        self._places = [place for place, letter in enumerate(self._marked) if letter == _MARK]
        before = (text[match.start() - 1 : match.start()] for match in _SIDE.finditer(text))
        self._sides = {letter for letter in before if letter in self._shorts}

    def spans(self) -> Iterator[Span]:
        """Runs of characters that stand for states."""
        for span in self._lists():
            listed = "、" in self._text[span.start : span.end]
            region = WORDS.regions.match(self._text, span.start)
            if listed or (not region and self._begins_noun(span.start) and not self._is_name_by_sound(span)):
                yield span
        for place in self._places:
            body = WORDS.short_body.match(self._text, place + 1) or WORDS.short_people.match(self._text, place + 1)
            if body and self._acts(place):
                yield Span(place, place + 1)
            if self._text.endswith(_ABROAD, 0, place) and self._is_whole(place):
                yield Span(place, place + 1)
        for match in _FACING.finditer(self._marked):
            if self._begins_noun(match.start()) or (self._is_named(match.start()) and self._begins_word(match.start())):
                yield Span(match.start(), match.start() + 1)
        yield from self._opening_lists()
        yield from self._before_titles()
        yield from self._tagged()

    def _lists(self) -> Iterator[Span]:
        """Two to five of them before a noun of pairs (美俄关系), else a row of them (英、法、德)."""
        place = 0
        while match := _LIST.search(self._marked, place):
            end = self._end_of_list(match.start())
            if end:
                yield Span(match.start(), end)
            place = end or match.end()

    def _end_of_list(self, start: int) -> int | None:
        run = _RUN.match(self._marked, start)
        ends = range(run.end(), start + 1, -1) if run else ()
        row = _ROW.match(self._marked, start)
        return next((end for end in ends if WORDS.pair.match(self._text, end)), row.end() if row else None)

    def _opening_lists(self) -> Iterator[Span]:
        """States that open a clause before its predicate, told of on the page (美以对, 英欧还) or one place to the tagger (俄乌21日)."""
        for match in _OPENING.finditer(self._marked):
            span = Span(*match.span())
            after, letters = self._tokens.at(span.end), self._text[span.start : span.end]
            if after is None or after.span.start != span.end or after.tag not in _PREDICATE_OF_LIST or len({*letters}) < len(letters):
                continue
            if all(self._is_told(place) for place in range(span.start, span.end)) or self._is_taken_for_a_place(span):
                yield span

    def _is_taken_for_a_place(self, span: Span) -> bool:
        """Whether two states of which the page may tell nothing else are one place to the tagger that no table has (俄乌; not 沙巴)."""
        token = self._tokens.at(span.start)
        taken = token is not None and token.span == span and token.tag == "LOC" and len(span) == _PAIR
        return taken and not self._gazetteer.named(self._text[span.start : span.end])

    def _is_told(self, place: int) -> bool:
        """Whether the page names the state in full or tells of its side."""
        return self._is_named(place) or self._text[place] in self._sides

    def countries(self) -> Iterator[Span]:
        """A state whose name is cut to its first character and 国 (加国 on a page about 加拿大)."""
        for match in _COUNTRY.finditer(self._text):
            place = match.start() - 1
            if place >= 0 and self._text[place] in self._shorts and self._is_named(place) and self._begins_word(place):
                yield Span(place, match.end())

    def _begins_word(self, place: int) -> bool:
        token = self._tokens.at(place)
        return token is not None and token.span.start == place

    def _is_name_by_sound(self, span: Span) -> bool:
        """Whether the characters are a name to the tagger, some of them no state that the page names (阿美尼亚和, 塔德塞将军)."""
        token = self._tokens.at(span.start)
        listed = self._text.startswith(_JOINTS, span.end)
        if token is None or len(span) <= _PAIR:
            return False
        whole = listed and token.tag in _LIST_TAGS and token.span.covers(span)
        titled = token.tag == "PER" and any(title.start == span.end for title in self._titles)
        if not whole and not titled:
            return False
        return not all(self._is_named(place) for place in range(span.start, span.end))

    def _begins_noun(self, place: int) -> bool:
        """Whether a noun begins at ``place`` (so that 加以在 is not read as Canada and Israel)."""
        token = self._tokens.at(place)
        return token is not None and token.span.start == place and token.tag not in _NO_LIST

    def _acts(self, place: int) -> bool:
        """Whether the character before a body is a state's: it begins a noun, or the page names the state."""
        token = self._tokens.at(place)
        if self._text.startswith(_WEST, place) and not self._is_named(place):
            return False
        if token is None or token.tag == "TIME":
            return False
        if token.span.start != place and contexts.before("word that ends in a short form", self._text, place + 1):
            return False  # 当日军方宣布, but not 愿同日方磋商
        if (
            self._text[place] in self._initials
            and not self._is_named(place)
            and contexts.after("government of a person", self._text, place + 1)
        ):
            return False  # 马政府 on a page about 马英九
        side = self._text[place + 1] in "方军"
        if token.span.start != place and self._text[token.span.start] not in self._shorts:
            return side and self._is_named(place)
        return side or len(token.span) > 1 or token.tag not in _NO_NOUN or self._is_named(place)

    def _is_whole(self, place: int) -> bool:
        """Whether the character after a verb of direction is a word, or ends one, and is a place to the tagger or to the page."""
        token = self._tokens.at(place)
        if token is None:
            return False
        if token.span.end != place + 1:
            sure = token.tag in _NAME_TAGS or self._is_named(place)
            return sure and contexts.after("noun after a short form", self._text, place + 1)
        word = len(token.span) == 2 and token.tag in {"v", "vn", "n", "nz"}  # 访华
        return token.tag in _NAME_TAGS or word or (token.tag in _ABROAD_TAGS and self._is_named(place))

    def _before_titles(self) -> Iterator[Span]:
        """俄外长, 德总理."""
        for title in self._titles:
            place = title.start - 1
            token = self._tokens.at(place) if place >= 0 and self._text[place] in self._shorts else None
            if token is None or token.span.start != place or token.tag in {"f", "m", "q", "d", "a"}:
                continue
            sure = title.end in self._persons or (self._is_named(place) and not contexts.after("role", self._text, title.end))
            if sure or token.tag not in _NO_NOUN:
                yield Span(place, place + 1)

    def _tagged(self) -> Iterator[Span]:
        """Words of one to four such characters that the tagger takes for names: a list of states that the page names (美俄; not 沙巴)."""
        for token in self._tokens.items:
            if len(token.span) <= _LONGEST_LIST and self._is_listed(token):
                yield token.span

    def _is_listed(self, token: Token) -> bool:
        if len(token.span) == 1:
            return token.tag in _NAME_TAGS and self._text[token.span.start] in self._shorts
        places = range(token.span.start, token.span.end)
        if token.tag not in _LIST_TAGS or any(self._text[place] not in self._shorts for place in places):
            return False
        return all(self._is_named(place) for place in places)

    def _is_named(self, place: int) -> bool:
        """Whether the page names a state that the character may mean."""
        return not self._named.isdisjoint(self._shorts[self._text[place]])
