"""The pieces that phrases are made of: known names, short forms of states, unknown names, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from verbale.entities import contexts
from verbale.entities.gazetteer import Found, Gazetteer
from verbale.entities.shorts import short_states
from verbale.entities.words import WORDS
from verbale.language.tagger import Tokens
from verbale.model import Span

# Higher wins where one form belongs to several classes.
_PRECEDENCE = ("person", "state", "organization", "actor", "city", "venue", "title")
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·\-][\u4e00-\u9fff]{1,8})+")
_HAN = re.compile(r"[\u4e00-\u9fff·\-]+")


class Element(msgspec.Struct, frozen=True):
    """One piece: where it stands, its class, and whom it may mean (ids of the gazetteer; none for a new name)."""

    span: Span
    kind: str
    ids: tuple[str, ...]


def elements(text: str, tokens: Tokens, gazetteer: Gazetteer) -> tuple[Element, ...]:
    """All pieces of a folded text, in order, none overlapping.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        gazetteer: The known names.

    Returns:
        Pieces of the classes person, name (a person not in the gazetteer), state, actor (a word that stands for a government),
        organization, city, venue and title.
    """
    found = [piece for item in gazetteer.find(text) for piece in _parted(item, gazetteer)]
    names = list(_dotted_names(text, found, tokens))
    found = _without(found, names)
    tagged = list(_tagged_names(text, tokens, found + names, frozenset(gazetteer.shorts)))
    found = _without(found, tagged) + names + tagged
    bodies = list(_tagged_bodies(text, tokens, found))
    found = _without(found, bodies) + bodies
    shorts = [Element(span, "state", ids) for span, ids in short_states(text, tokens, gazetteer, [item.span for item in found])]
    return tuple(sorted(found + shorts, key=lambda item: item.span))


def _parted(found: Found, gazetteer: Gazetteer) -> Iterator[Element]:
    """The piece; a title that begins with a state or an organization (世界银行行长) is parted from it."""
    whole = _element(found)
    if whole.kind == "title":
        for end in range(len(found.form) - 2, 1, -1):
            named = gazetteer.named(found.form[:end])
            kind = next((kind for kind in ("state", "actor", "organization") if any(name == kind for name, _ in named)), None)
            if kind:
                cut = found.span.start + end
                yield Element(Span(found.span.start, cut), kind, tuple(identity for name, identity in named if name == kind))
                yield Element(Span(cut, found.span.end), "title", whole.ids)
                return
    yield whole


def _tagged_bodies(text: str, tokens: Tokens, known: list[Element]) -> Iterator[Element]:
    """Organizations that only the tagger knows, by their last word (法院, 委员会 …)."""
    for token in tokens.items:
        if token.tag == "ORG" and contexts.within("organization end", text, token.span):
            covered = [item for item in known if item.span.overlaps(token.span)]
            if all(token.span.covers(item.span) and item.kind in {"state", "city"} for item in covered):
                start = token.span.start
                if covered and covered[0].span.start == start and WORDS.body.fullmatch(text, covered[0].span.end, token.span.end):
                    continue
                yield Element(Span(start, token.span.end), "body", ())


def _element(found: Found) -> Element:
    kinds = {kind for kind, _ in found.candidates}
    kind = next((kind for kind in _PRECEDENCE if kind in kinds), "title")
    return Element(found.span, kind, tuple(identity for name, identity in found.candidates if name == kind))


def _without(found: Iterable[Element], names: Iterable[Element]) -> list[Element]:
    """The pieces that no name covers."""
    taken = [name.span for name in names]
    return [item for item in found if not any(item.span.overlaps(span) for span in taken)]


def _dotted_names(text: str, found: list[Element], tokens: Tokens) -> Iterator[Element]:
    """Names with a middle dot, whole: known by their last part, or new where the tagger sees a person."""
    for match in _DOTTED.finditer(text):
        inside = [item for item in found if item.span.overlaps(Span(*match.span()))]
        last_dot = match.start() + max(match[0].rfind("·"), match[0].rfind("-"))
        person = next((item for item in reversed(inside) if item.kind == "person" and item.span.end > last_dot), None)
        end = person.span.end if person else _name_end(match, tokens)
        span = Span(_name_start(text, match, inside, tokens), end)
        if "·" not in text[span.start : span.end]:
            continue
        if person and person.span.covers(span):
            continue
        tags = {token.tag for token in tokens.within(span)}
        if person or tags & {"PER", "nz", "LOC"}:
            yield Element(span, "person" if person else "name", person.ids if person else ())


def _name_start(text: str, match: re.Match[str], inside: list[Element], tokens: Tokens) -> int:
    """Where the name begins: after any title or state, at the word that holds the character before the first dot."""
    first = min(place for mark in "·-" if (place := text.find(mark, match.start())) >= 0)
    start = match.start()
    for item in inside:
        if item.kind != "person" and item.span.end <= first:
            start = max(start, item.span.end)
    token = tokens.at(first - 1)
    if token and token.span.start > start:
        start = token.span.start
    return start


def _name_end(match: re.Match[str], tokens: Tokens) -> int:
    """Where the name ends: with the word that holds the character after the last dot."""
    last = match.start() + max(match[0].rfind("·"), match[0].rfind("-"))
    token = tokens.at(last + 1)
    return min(match.end(), token.span.end) if token else match.end()


def _tagged_names(text: str, tokens: Tokens, known: list[Element], shorts: frozenset[str]) -> Iterator[Element]:
    """Names that only the tagger knows, adjacent pieces of one name joined; also a known name with a stray character (a misprint)."""
    for span in _person_runs(text, tokens):
        if shorts.issuperset(text[span.start : span.end]):  # 伊美 is a list of states
            continue
        inside = [item for item in known if item.span.overlaps(span)]
        if not inside:
            yield Element(span, "name", ())
        elif (
            len(inside) == 1
            and inside[0].kind == "person"
            and span.covers(inside[0].span)
            and span != inside[0].span
            and len(inside[0].span) >= 3
        ):
            if len(span) == len(inside[0].span) + 1 and span.start == inside[0].span.start:
                yield Element(span, "name", ())


def _person_runs(text: str, tokens: Tokens) -> Iterator[Span]:
    run: Span | None = None
    for token in tokens.items:
        word = text[token.span.start : token.span.end]
        if token.tag == "PER" and _HAN.fullmatch(word) and not contexts.within("no person end", text, token.span):
            run = Span(run.start, token.span.end) if run and run.end == token.span.start and len(run) <= 3 else _flushed(token.span)
            following = tokens.at(token.span.end)
            if following is None or following.tag != "PER" or following.span.start != token.span.end:
                if len(run) >= 2:
                    yield run
                run = None
        else:
            run = None


def _flushed(span: Span) -> Span:
    return span
