"""Organizations that neither the tables nor the tagger know: by the end of their name, or by the word before their name in marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verbale.entities import contexts
from verbale.entities.pieces import Element
from verbale.entities.spans import Row
from verbale.entities.words import WORDS, alternatives
from verbale.language.tagger import Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

_NOMINAL = frozenset({"n", "nz", "vn", "an", "LOC", "ORG", "s", "nw", "PER", "a"})
_QUOTED = re.compile(f"{sign('kind of body').either}“(?P<name>[^“”，。！？]{{2,12}})”")
_MARKED = re.compile("“(?P<name>[^“”，。！？：；]{3,14})”")
_SHORTEST, _LONGEST = 2, 16  # characters before the end of a name


def composed_bodies(text: str, tokens: Tokens, known: Row[Element]) -> Iterator[Element]:
    """Organizations by the end of their name (韩国挺身队问题对策协议会), or in marks (人权团体“春天”, “自由联盟”宣布…).

    Args:
        text: Folded text.
        tokens: Its words and tags.
        known: The pieces found so far.

    Yields:
        Pieces of the class body.
    """
    for match in _QUOTED.finditer(text):
        span = Span(*match.span("name"))
        if _is_new(span, known) and not _is_verb(tokens, span):
            yield Element(span, "body", ())
    for match in _MARKED.finditer(text):
        span = Span(*match.span("name"))
        acts = text.startswith((*WORDS.verbs_after_names, *WORDS.follows_names), match.end())
        if acts and contexts.within("organization end", text, span) and _is_new(span, known):
            yield Element(span, "body", ())
    for match in re.finditer(alternatives(WORDS.body_ends), text):
        span = Span(_start(text, tokens, match.start()), match.end())
        if (
            match.start() - span.start >= _SHORTEST
            and _ends_noun(tokens, Span(span.start, match.end()))
            and _is_new(span, known)
            and not text.startswith(WORDS.no_body_after, span.end)
        ):
            yield Element(span, "body", ())


def _start(text: str, tokens: Tokens, place: int) -> int:
    """Where the nouns begin that stand before the end of a name."""
    start = place
    while (token := tokens.at(start - 1)) and token.tag in _NOMINAL and place - token.span.start <= _LONGEST:
        if text[token.span.start : token.span.end] in WORDS.stops:
            break
        start = token.span.start
    return start


def _is_verb(tokens: Tokens, span: Span) -> bool:
    """Whether the words in marks are no name but what is done (组织“恪守”协议)."""
    token = tokens.at(span.start)
    return token is not None and token.span == span and token.tag == "v"


def _ends_noun(tokens: Tokens, span: Span) -> bool:
    """Whether the last word of a name is a noun to the tagger, or its first a place's (not 会 in 协议会如期签署)."""
    first, last = tokens.at(span.start), tokens.at(span.end - 1)
    verb = last is not None and last.tag == "v" and last.span.end == span.end
    return not verb or (first is not None and first.tag in {"LOC", "ORG"})


def _is_new(span: Span, known: Row[Element]) -> bool:
    """Whether no known name stands there but the state or city that an organization bears in its name."""
    return all(span.covers(item.span) and item.kind in {"state", "city"} for item in known.touching(span))
