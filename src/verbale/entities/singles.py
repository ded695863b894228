"""Names of one character, after the title of their bearer and where they stand again (外长敦在会上说 … 敦表示)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verbale.entities import contexts
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.pieces import Element
from verbale.entities.spans import Cover
from verbale.entities.words import WORDS
from verbale.language.tagger import Tokens
from verbale.model import Span

_ENDS = ("和", "与", "及", "、", "，", "（", "。", "”")


def single_names(text: str, tokens: Tokens, found: Sequence[Element], gazetteer: Gazetteer) -> Iterator[Element]:
    """Persons named by one character, where a title that they have held stands before it.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        found: The pieces found so far.
        gazetteer: The known names.

    Yields:
        Pieces of the class person.
    """
    taken = Cover(len(text), found)
    meant: dict[str, tuple[str, ...]] = {}
    for title in (piece for piece in found if piece.kind == "title"):
        span = Span(title.span.end, title.span.end + 1)
        bearers = gazetteer.singles.get(text[span.start : span.end], ())
        held = tuple(person for person in bearers if any(tenure.office in title.ids for tenure in gazetteer.offices_of(person)))
        if held and not taken.touches(span) and _ends(text, tokens, span.end):
            meant[text[span.start]] = held
            yield Element(span, "person", held)
    for letter, persons in meant.items():
        yield from _again(text, tokens, taken, letter, persons)


def _again(text: str, tokens: Tokens, taken: Cover, letter: str, persons: tuple[str, ...]) -> Iterator[Element]:
    """The character as a word of its own, as a clause's subject."""
    for token in tokens.items:
        if text[token.span.start : token.span.end] != letter or taken.touches(token.span):
            continue
        opens = contexts.before("opens a clause", text, token.span.start)
        if opens and text.startswith((*WORDS.verbs_after_names, *WORDS.follows_names), token.span.end):
            yield Element(token.span, "person", persons)


def _ends(text: str, tokens: Tokens, place: int) -> bool:
    """Whether a name may end at a place."""
    token = tokens.at(place)
    timed = token is not None and token.span.start == place and token.tag == "TIME"
    return timed or text.startswith((*WORDS.verbs_after_names, *WORDS.follows_names, *_ENDS), place)
