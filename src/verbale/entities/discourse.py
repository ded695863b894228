"""Who is the subject, and which phrases stand side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from verbale.model import Span

# Prepositions and verbs after which a phrase is no subject (与 and 和 join subjects where a subject stands before them).
_OBLIQUE = re.compile(
    r"(?:对于|针对|关于|围绕|根据|按照|有关|随着|除了|作为|包括|通过|经由|代表|通报|告诉|告知|前往|抵达|访问|敦促|呼吁|要求|指责|批评|谴责|支持|邀请|会见|来自|位于|"
    r"[对向就由被遭受据将把为从在给经至到往赴抵离替让令使因应自使以较比于像如])$"
)
_JOINT = re.compile(r"(?:[与和同跟及暨]|以及|连同|、|，与|，和|，同|并与|并同|并和|还与|还同)$")
_BETWEEN = re.compile(r"^(?:、|和|与|同|及|跟|以及|暨|，以及|、以及|等国?(?:和|与|以及))$")
_CLAUSE = re.compile(r"[，。；：！？\n“”]")


class HasSpan(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Its place."""
        ...


Spanned = TypeVar("Spanned", bound=HasSpan)


def clause_start(text: str, place: int, low: int) -> int:
    """Where the clause that holds ``place`` begins (after the nearest comma, stop, colon or quotation mark, not before ``low``)."""
    for position in range(place - 1, low - 1, -1):
        if _CLAUSE.match(text[position]):
            return position + 1
    return low


def is_oblique(text: str, phrase: HasSpan, low: int) -> bool:
    """Whether the words before the phrase make it no subject (``对美国``, ``与俄方``, ``在白宫``).

    Args:
        text: Folded text.
        phrase: The phrase.
        low: Where its sentence begins.
    """
    before = text[max(low, phrase.span.start - 4) : phrase.span.start]
    return bool(_OBLIQUE.search(before) or _JOINT.search(before))


def is_owner(text: str, phrase: HasSpan) -> bool:
    """Whether the phrase only owns what follows (``普京的``)."""
    return text[phrase.span.end : phrase.span.end + 1] == "的"


def coordinated(text: str, phrases: Sequence[Spanned], first: int) -> list[Spanned]:
    """The phrases of a list that begins with the phrase at position ``first`` (``A、B和C``).

    Args:
        text: Folded text.
        phrases: Phrases in order.
        first: The position of the list's first phrase.
    """
    group = [phrases[first]]
    for phrase in phrases[first + 1 :]:
        between = text[group[-1].span.end : phrase.span.start]
        if between and not _BETWEEN.match(between):
            break
        if not between and not (len(phrase.span) == 1 and len(group[-1].span) == 1):
            break
        group.append(phrase)
    return group


def subjects(text: str, phrases: Sequence[Spanned], clause: Span) -> list[Spanned]:
    """The subject of a clause: its first phrase that stands free, with those beside it in a list.

    Args:
        text: Folded text.
        phrases: The phrases that begin in the clause, in order.
        clause: The clause, in code points of ``text``.

    Returns:
        The phrases of the subject; empty where the clause names none.
    """
    for position, phrase in enumerate(phrases):
        if is_oblique(text, phrase, clause.start) or phrase.span.end > clause.end:
            continue
        group = coordinated(text, phrases, position)
        if is_owner(text, group[-1]):
            continue
        return group
    return []
