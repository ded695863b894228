"""The pieces that phrases are made of: known names, short forms of states, unknown names, each at its place."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from verbale.entities import contexts
from verbale.entities.bodies import composed_bodies
from verbale.entities.capitals import governing
from verbale.entities.gazetteer import Found, Gazetteer
from verbale.entities.misspelt import misspelt_states
from verbale.entities.names import dotted_names, tagged_names
from verbale.entities.pieces import PARTIES, Element
from verbale.entities.recurring import recurring
from verbale.entities.shorts import initials_of_states, short_states
from verbale.entities.singles import single_names
from verbale.entities.spans import Cover, Row
from verbale.entities.surnames import surnamed, surnamed_again
from verbale.entities.titled import titled_names
from verbale.entities.words import WORDS
from verbale.language.tagger import Token, Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

# Higher wins where one form belongs to several classes.
# A name begins after these, wherever the tagger cut.
_WITH = frozenset("与同跟")
_PRECEDENCE = ("person", "state", "organization", "actor", "city", "venue", "title")
# Short forms of these classes can be parts of longer words.
_INSIDE_WORDS = frozenset({"person", "city"})
_DELEGATE = "代表"
_POST = 8  # characters of the post that makes 代表 a title (驻日内瓦)
_NAME_TAGS = frozenset({"PER", "LOC", "ORG", "nz", "nr", "ns", "nt"})
_NOUNS = frozenset({"n", "nz", "vn", "ORG", "LOC", "PER", "s"})
_SOUNDING = WORDS.sounds | frozenset("堡城")


def elements(text: str, tokens: Tokens, gazetteer: Gazetteer) -> tuple[Element, ...]:
    """All pieces of a folded text, in order, none overlapping.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        gazetteer: The known names.

    Returns:
        Pieces of the classes person, name (a person not in the gazetteer), state, actor (a word that stands for a government),
        organization, body (an organization not in the gazetteer), city, venue and title.
    """
    known = [piece for item in gazetteer.find(text) for piece in _parted(item, gazetteer)]
    titled_at = {piece.span.end for piece in known if piece.kind == "title"}
    found = [piece for piece in known if _is_meant(text, piece, tokens, titled_at) and not _tells_descent(text, piece, tokens)]
    found = list(governing(text, tokens, sorted(found, key=lambda item: item.span), gazetteer))
    found = list(_foreign(found, gazetteer))
    misspelt = list(misspelt_states(text, tokens, found, gazetteer))
    found = _without(text, found, misspelt) + misspelt
    persons = list(surnamed(text, tokens, found, gazetteer.shorts))
    found = _without(text, found, persons) + persons
    found += single_names(text, tokens, found, gazetteer)
    titles = [piece for piece in found if piece.kind == "title"]
    trades = [Element(Span(*match.span()), "trade", ()) for match in (*WORDS.trades.finditer(text), *sign("aged").all(text, 0, len(text)))]
    titled = list(titled_names(text, tokens, Row(found), [*titles, *trades], gazetteer.capitals))
    found = _without(text, found, titled) + titled
    names = list(dotted_names(text, tokens, Row(found)))
    found = _without(text, found, names) + names
    tagged = list(tagged_names(text, tokens, Row(found), frozenset({*gazetteer.shorts, *initials_of_states(text, found)})))
    found = _without(text, found, tagged) + tagged
    again = list(dict.fromkeys(recurring(text, tokens, found)))
    found = _without(text, found, again) + again
    titled = list(surnamed_again(text, tokens, found, titles))
    found = _without(text, found, titled) + titled
    bodies = [*_tagged_bodies(text, tokens, Row(found)), *_papers(text, Row(found)), *composed_bodies(text, tokens, Row(found))]
    bodies = [body for body in set(bodies) if not any(other != body and other.span.covers(body.span) for other in bodies)]
    found = _without(text, found, bodies) + bodies
    found += _representatives(text, found)
    shorts = [Element(span, "state", ids) for span, ids in short_states(text, tokens, gazetteer, found)]
    return tuple(sorted(found + shorts, key=lambda item: item.span))


def _foreign(found: Iterable[Element], gazetteer: Gazetteer) -> Iterator[Element]:
    """Parties that bear the common name of another state's (工党 in 挪威工党): bodies that no table has."""
    last: Element | None = None
    for piece in found:
        state = last if last is not None and last.kind == "state" and last.span.end == piece.span.start else None
        entry = gazetteer.entry("organization", piece.ids[0]) if piece.kind == "organization" and len(piece.ids) == 1 else None
        foreign = state is not None and entry is not None and entry.kind == "party" and entry.affiliation not in {None, *state.ids}
        last = Element(piece.span, "body", ()) if foreign else piece
        yield last


def _representatives(text: str, found: Sequence[Element]) -> list[Element]:
    """代表 between a party and a person's name: a title there, a body of the party or a verb elsewhere (法国代表博纳丰)."""
    parties = {piece.span.end for piece in found if piece.kind in PARTIES}
    named = [piece.span.start for piece in found if piece.kind in {"person", "name"}]
    places = [start - len(_DELEGATE) for start in named if text.endswith(_DELEGATE, 0, start)]
    taken = Cover(len(text), found)
    spans = [
        Span(place, place + len(_DELEGATE))
        for place in places
        if place in parties or sign("heads a delegate").found(text, max(0, place - _POST), place)
    ]
    return [Element(span, "title", (_DELEGATE,)) for span in spans if not taken.touches(span)]


def _parted(found: Found, gazetteer: Gazetteer) -> Iterator[Element]:
    """The piece; a title that begins with a state or an organization (世界银行行长) is parted from it."""
    whole = _element(found)
    owner = _owner(found.form, gazetteer) if whole.kind == "title" else None
    if owner is None:
        yield whole
        return
    length, kind, ids = owner
    cut = found.span.start + length
    yield Element(Span(found.span.start, cut), kind, ids)
    yield Element(Span(cut, found.span.end), "title", whole.ids)


def _owner(title: str, gazetteer: Gazetteer) -> tuple[int, str, tuple[str, ...]] | None:
    """Length, class and ids of the state or organization that a title begins with."""
    for end in range(len(title) - 2, 1, -1):
        named = gazetteer.named(title[:end])
        for kind in ("state", "actor", "organization"):
            if ids := tuple(identity for category, identity in named if category == kind):
                return end, kind, ids
    return None


def _element(found: Found) -> Element:
    kinds = {kind for kind, _ in found.candidates}
    kind = next((kind for kind in _PRECEDENCE if kind in kinds), "title")
    return Element(found.span, kind, tuple(identity for name, identity in found.candidates if name == kind))


def _is_meant(text: str, piece: Element, tokens: Tokens, titled_at: Container[int]) -> bool:
    """Whether a short name is no town (城市哈桑) and no part of longer words on both sides (达尔 in 埃涅尔戈达尔市, 本扬 in 原本扬言).

    A person right after a title is meant though the tagger joins both to one word (埃米尔塔米姆居/中).
    """
    if piece.kind not in _INSIDE_WORDS or len(piece.span) > 3:
        return True
    if piece.kind == "person" and contexts.before("no person before", text, piece.span.start):
        return False
    first, last = tokens.at(piece.span.start), tokens.at(piece.span.end - 1)
    if last is not None and last.span.end > piece.span.end and _is_cut(text, piece, last):
        return False
    if piece.kind == "person" and piece.span.start in titled_at and first is last and len(piece.span) == 3:
        return True
    if first is None or last is None or first.span.start == piece.span.start or last.span.end == piece.span.end:
        return True
    after_with = piece.kind == "person" and first.span.start == piece.span.start - 1 and text[first.span.start] in _WITH  # 同拜|登通
    return first.tag == "ORG" if first is last else after_with or first.tag in _NAME_TAGS or last.tag in _NAME_TAGS


def _tells_descent(text: str, piece: Element, tokens: Tokens) -> bool:
    """Whether the name of a people only tells whose the noun after it is (塞族车主)."""
    following = tokens.at(piece.span.end)
    if piece.kind != "organization" or following is None or following.span.start < piece.span.end or following.tag not in _NOUNS:
        return False
    return sign("people by descent").found(text, piece.span.start, piece.span.end) is not None


def _is_cut(text: str, piece: Element, token: Token) -> bool:
    """Whether a person's short name only begins a longer name written by sound (萨尔 in 萨尔茨堡, 里希 in 里/希克)."""
    rest = text[piece.span.end : token.span.end]
    crossed = token.tag == "PER" and piece.span.start < token.span.start
    return piece.kind == "person" and token.tag in _NAME_TAGS and len(rest) > (not crossed) and _SOUNDING.issuperset(rest)


def _tagged_bodies(text: str, tokens: Tokens, known: Row[Element]) -> Iterator[Element]:
    """Organizations that only the tagger knows, by their last word (法院, 委员会 …)."""
    for token in tokens.items:
        if token.tag == "ORG" and contexts.within("organization end", text, token.span):
            covered = list(known.touching(token.span))
            if _is_alone(token.span, covered) and not _is_of_state(text, token.span, covered) and not _is_unnamed(text, token.span):
                yield Element(token.span, "body", ())


def _papers(text: str, known: Row[Element]) -> Iterator[Element]:
    """Media that no table has, by their marks and the end of their name (《铸币报》), and the page's own (告诉本报)."""
    for match in (*sign("medium in marks").all(text, 0, len(text)), *sign("outlet itself").all(text, 0, len(text))):
        span = Span(*match.span("name"))
        if _is_alone(span, list(known.touching(span))):
            yield Element(span, "body", ())


def _is_alone(span: Span, covered: list[Element]) -> bool:
    """Whether no known name stands in a body's name but the state or city that it bears (《雅加达邮报》)."""
    return all(span.covers(item.span) and item.kind in {"state", "city"} for item in covered)


def _is_of_state(text: str, span: Span, covered: list[Element]) -> bool:
    """Whether the words are a state's own body (泰国内阁)."""
    return bool(covered) and covered[0].span.start == span.start and WORDS.body.fullmatch(text, covered[0].span.end, span.end) is not None


def _is_unnamed(text: str, span: Span) -> bool:
    """Whether the words end in a public without a name (在野党), or are a state's court or parliament with no country."""
    if text[span.start : span.end] in WORDS.courts | WORDS.parliaments:
        return True
    return any(match.end() == span.end for match in WORDS.unnamed.finditer(text, span.start, span.end))


def _without(text: str, found: Iterable[Element], names: Iterable[Element]) -> list[Element]:
    """The pieces that no name covers."""
    taken = Cover(len(text), names)
    return [item for item in found if not taken.touches(item.span)]
