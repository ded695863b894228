"""States whose name is misprinted (阿美尼亚 for 亚美尼亚)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verbale.entities.gazetteer import Gazetteer
from verbale.entities.pieces import Element
from verbale.entities.spans import Row
from verbale.language.tagger import Tokens

_NAME_TAGS = frozenset({"PER", "LOC", "ORG", "nz"})
_SHORTEST = 4  # one wrong character in a shorter name may make it another's
_JOINTS = ("和", "与", "、")


def misspelt_states(text: str, tokens: Tokens, found: Sequence[Element], gazetteer: Gazetteer) -> Iterator[Element]:
    """Names that differ in one character from a state's: from one that the page names, or from any where it stands like a state's.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        found: The pieces found so far.
        gazetteer: The known names.

    Yields:
        Pieces of the class state.
    """
    known = Row(found)
    names = [token.span for token in tokens.items if token.tag in _NAME_TAGS and len(token.span) >= _SHORTEST]
    # 印度 in 印度尼希亚 is only a part of the name.
    free = [span for span in names if all(item.kind == "state" and len(item.span) < len(span) for item in known.touching(span))]
    if not free:
        return
    named = {text[piece.span.start : piece.span.end]: piece.ids for piece in found if piece.kind == "state"}
    titles = {piece.span.start for piece in found if piece.kind == "title"}
    states = {piece.span.start for piece in found if piece.kind == "state"}
    like_states = {
        text[span.start : span.end]
        for span in free
        if span.end in titles or (text.startswith(_JOINTS, span.end) and span.end + 1 in states)
    }
    every = _states(gazetteer) if like_states else {}
    for span in free:
        name = text[span.start : span.end]
        meant = _meant(name, every if name in like_states else named)
        if meant:
            yield Element(span, "state", meant)


def _states(gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    """The states of the tables by their forms."""
    states = [entry for (kind, _), entry in gazetteer.entries.items() if kind == "state"]
    return {form: (entry.id,) for entry in states for form in entry.forms if len(form) >= _SHORTEST}


def _meant(name: str, states: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The only state from whose name this one differs in one character; none where there is none or several."""
    meant = {ids for state, ids in states.items() if _differs_once(name, state)}
    return meant.pop() if len(meant) == 1 else ()


def _differs_once(name: str, other: str) -> bool:
    return len(name) == len(other) and sum(one != two for one, two in zip(name, other, strict=True)) == 1
