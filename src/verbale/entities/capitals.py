"""Capitals that stand for the government of their state (莫斯科当局, 伦敦“感到失望”, 北京无权置喙)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from verbale.entities import contexts
from verbale.entities.discourse import joined
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.pieces import Element, Reference
from verbale.entities.setting import Setting
from verbale.entities.words import WORDS
from verbale.language.tagger import Token, Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

_PARTIES = frozenset({"state", "organization", "group"})
_UNITS = ("市", "省", "州", "邦", "县")
_PREDICATES = frozenset({"v", "vd"})
_ADVERBS = frozenset({"d", "ad", "TIME", "c"})
_GOING_ON = ("仍在", "正在", "一直在", "还在")  # 在 is no place there
_OF_PARTIES = ("acts as a party", "acts upon a party", "acts in quotation marks", "standpoint")
_TIMES = frozenset({"TIME", "t"})
_REACH, _FARTHEST = 16, 6  # characters and words between a capital and its predicate


def governing(text: str, tokens: Tokens, pieces: Sequence[Element], gazetteer: Gazetteer) -> Iterator[Element]:
    """The pieces, each capital that acts as its state's government made an actor.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        pieces: Pieces in order.
        gazetteer: Known names.

    Yields:
        The pieces in the same order.
    """
    last: Element | None = None
    for place, piece in enumerate(pieces):
        listed = Span(piece.span.start, _end_of_list(text, pieces[place:], gazetteer))
        last = _governing(text, tokens, piece, listed, last, gazetteer)
        yield last


def _end_of_list(text: str, pieces: Sequence[Element], gazetteer: Gazetteer) -> int:
    """Where the list of capitals ends that begins with the first piece (利雅得和华盛顿随时准备…)."""
    end = pieces[0].span.end
    for piece in pieces[1:]:
        if _state_of(piece, gazetteer) is None or not contexts.within("list", text, Span(end, piece.span.start)):
            break
        end = piece.span.end
    return end


def _governing(text: str, tokens: Tokens, piece: Element, listed: Span, last: Element | None, gazetteer: Gazetteer) -> Element:
    """One piece, an actor where it, or the list that it begins, is a capital that acts; ``last`` is the piece before it."""
    if policed := _policed(text, piece, gazetteer):
        return policed
    state = _state_of(piece, gazetteer)
    if state is None:
        return piece
    body = _body(text, piece) if gazetteer.capitals.get(piece.ids[0]) else ""
    if body or _acts(text, tokens, listed) or _is_joined(text, last, piece):
        return Element(Span(piece.span.start, piece.span.end + len(body)), "actor", (state,))
    return piece


def _state_of(piece: Element, gazetteer: Gazetteer) -> str | None:
    """The state, or the organization, for which a city may stand."""
    return WORDS.seats.get(piece.ids[0]) or gazetteer.capitals.get(piece.ids[0]) if piece.kind == "city" else None


def _policed(text: str, piece: Element, gazetteer: Gazetteer) -> Element | None:
    """A city or province with those who keep order there for its state (柏林警方, 福建海警)."""
    entry = gazetteer.entry("city", piece.ids[0]) if piece.kind == "city" else None
    place = piece.span.end + (text[piece.span.end : piece.span.end + 1] in _UNITS)
    body = max((word for word in WORDS.policing if text.startswith(word, place)), key=len, default="")
    if entry is None or not entry.country or not body or contexts.after("no police", text, place + len(body)):
        return None
    return Element(Span(piece.span.start, place + len(body)), "actor", (entry.country,))


def _body(text: str, piece: Element) -> str:
    """A word for those who govern after a capital (莫斯科当局)."""
    return next((word for word in WORDS.governing if text.startswith(word, piece.span.end)), "")


def _acts(text: str, tokens: Tokens, span: Span) -> bool:
    """Whether a capital is the subject of its clause: at its head, with a predicate or quoted words right after it."""
    if not contexts.before("head of a clause", text, span.start):
        return False
    if text[span.end : span.end + 1] == "“":
        return True
    going_on = next((word for word in _GOING_ON if text.startswith(word, span.end)), None)
    if going_on:
        return not contexts.after("happens in a place", text, span.end + len(going_on))
    following = tokens.within(Span(span.end, min(len(text), span.end + _REACH)))[:_FARTHEST]
    for token, after in itertools.zip_longest(following, following[1:]):
        if token.tag == "p" and after is not None and after.tag in _TIMES:  # 首尔将从周三起
            continue
        if token.tag not in _ADVERBS:
            return _is_predicate(text, token)
    return False


def _is_predicate(text: str, token: Token) -> bool:
    word = text[token.span.start : token.span.end]
    if contexts.after("happens in a place", text, token.span.start):
        return False
    return token.tag in _PREDICATES or (token.tag == "p" and sign("preposition of an act").found(word) is not None)


def _is_joined(text: str, last: Element | None, piece: Element) -> bool:
    """Whether a capital stands in a list with another that acts (知会华府和东京)."""
    return last is not None and last.kind == "actor" and contexts.within("list", text, Span(last.span.end, piece.span.start))


class ActingCapitals:
    """The cities of one page that stand for a government by the words beside them, whatever the tagger says."""

    def __init__(self, setting: Setting, found: Sequence[Reference]) -> None:
        """Note which capitals are listed together.

        Args:
            setting: The page.
            found: Its references, in order.
        """
        self._text, self._capitals = setting.text, setting.gazetteer.capitals | WORDS.seats
        places = [reference for reference in found if reference.kind == "place" and reference.candidates[0] in self._capitals]
        states = {item.span.end: item.candidates for item in found if item.kind == "state"}
        self._within = {item.span for item in places if self._capitals[item.candidates[0]] in states.get(item.span.start, ())}
        listed = [(left.span, right.span) for left, right in itertools.pairwise(places) if joined(self._text, left, right)]
        self._joined = {**dict(listed), **{right: left for left, right in listed}}
        beside = [pair for pair in itertools.pairwise(found) if {one.kind for one in pair} & _PARTIES and joined(self._text, *pair)]
        self._beside = {right.span for left, right in beside if not self._is_where(left.span)} | {
            left.span for left, _ in beside if not self._is_where(left.span)
        }

    def meant(self, reference: Reference) -> str:
        """A city or venue; a capital that acts is its state.

        Args:
            reference: A reference of kind place.

        Returns:
            Its id.
        """
        state = self._capitals.get(reference.candidates[0])
        return state if state and self._acts(reference.span) else reference.candidates[0]

    def _acts(self, place: Span) -> bool:
        """Whether a capital stands for its government there, alone or in a list with another that does."""
        partner = self._joined.get(place)
        if place in self._within:  # 南非比勒陀利亚
            return False
        return place in self._beside or self._acts_alone(place) or (partner is not None and self._acts_alone(partner))

    def _is_where(self, place: Span) -> bool:
        """Whether the words before it tell of somewhere (抵达伦敦和法国)."""
        return contexts.before("whereabouts", self._text, place.start)

    def _acts_alone(self, place: Span) -> bool:
        text = self._text
        if contexts.before("urged", text, place.start):
            return True
        if contexts.before("counterpart before", text, place.start) and contexts.after("counterpart after", text, place.end):
            return True
        if contexts.after("go-between", text, place.end):
            return True
        if contexts.before("hoped of", text, place.start) and not contexts.after("happens in a place", text, place.end):
            return True
        if self._is_where(place):
            return False
        quoted = place.end + (text[place.end : place.end + 1] == "“")  # 马尼拉“要求…”
        return any(contexts.after(name, text, end) for name in _OF_PARTIES for end in {place.end, quoted})
