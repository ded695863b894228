"""Who is the subject, and which phrases stand side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from verbale.entities import contexts
from verbale.lexicons.signs import sign
from verbale.model import Span

_CLAUSE = re.compile(r"[，。；：！？\n“”]")


_LONGEST_ASIDE = 42
_COUNTED_AT_MOST = 16


class HasSpan(Protocol):
    """Anything with a span."""

    @property
    def span(self) -> Span:
        """Its place."""
        ...


Spanned = TypeVar("Spanned", bound=HasSpan)


def clause_start(text: str, place: int, low: int) -> int:
    """Where the clause that holds ``place`` begins (after the nearest comma, stop, colon or quotation mark, not before ``low``).

    What stands in brackets divides no clause around them.
    """
    position = place - 1
    while position >= low:
        opened = text.rfind("（", max(low, position - _LONGEST_ASIDE), position) if text[position] == "）" else -1
        if opened < 0 and _CLAUSE.match(text[position]):
            return position + 1
        position = (opened if opened >= 0 else position) - 1
    return low


def is_oblique(text: str, phrase: HasSpan, low: int) -> bool:
    """Whether the words before the phrase make it no subject (``对美国``, ``与俄方``, ``在白宫``).

    Args:
        text: Folded text.
        phrase: The phrase.
        low: Where its sentence begins.
    """
    place = phrase.span.start
    counted = sign("how many of them").found(text, max(low, place - _COUNTED_AT_MOST), place)
    if counted and contexts.before("oblique", text, counted.start(), low):
        return True
    return contexts.before("oblique", text, place, low) or contexts.before("joined", text, place, low)


def is_owner(text: str, phrase: HasSpan) -> bool:
    """Whether the phrase only owns what follows (``普京的``)."""
    return text[phrase.span.end : phrase.span.end + 1] == "的"


def is_quoted(text: str, place: int, low: int) -> bool:
    """Whether a place stands inside quotation marks.

    Args:
        text: Folded text.
        place: The place, in code points.
        low: Where its sentence begins.
    """
    return text.count("“", low, place) > text.count("”", low, place)


def modifies_next(text: str, phrases: Sequence[HasSpan], position: int) -> bool:
    """Whether a phrase only tells whose the next one is (``普京`` in ``普京助理乌沙科夫``).

    Args:
        text: Folded text.
        phrases: Phrases in order.
        position: The position of the phrase.
    """
    if position + 1 >= len(phrases):
        return False
    here, following = phrases[position].span, phrases[position + 1].span
    between = Span(here.end, following.start)
    return contexts.after("staff of", text, here.end) and (not len(between) or contexts.within("staff of", text, between))


def coordinated(text: str, phrases: Sequence[Spanned], first: int) -> list[Spanned]:
    """The phrases of a list that begins with the phrase at position ``first`` (``A、B和C``).

    Args:
        text: Folded text.
        phrases: Phrases in order.
        first: The position of the list's first phrase.
    """
    group = [phrases[first]]
    for position, phrase in enumerate(phrases[first + 1 :], first + 1):
        if joined(text, group[-1], phrase):
            group.append(phrase)
        elif not _only_tells_of_next(text, group[-1], phrases[position + 1 : position + 2]):
            break
    return group


def _only_tells_of_next(text: str, left: HasSpan, following: Sequence[HasSpan]) -> bool:
    """Whether what stands between a member of a list and the phrase after next only tells of that one (A、B和代表联盟出席的C)."""
    return any(contexts.within("list with a clause", text, Span(left.span.end, right.span.start)) for right in following)


def lists(text: str, phrases: Sequence[Spanned]) -> Iterator[list[Spanned]]:
    """All phrases, those of a list together and each other one alone.

    Args:
        text: Folded text.
        phrases: Phrases in order.
    """
    place = 0
    while place < len(phrases):
        group = coordinated(text, phrases, place)
        yield group
        place = phrases.index(group[-1], place) + 1


def joined(text: str, left: HasSpan, right: HasSpan) -> bool:
    """Whether two neighbours belong to one list: with ``、`` or ``和`` between, or two short forms side by side (``美俄``).

    Args:
        text: Folded text.
        left: The one.
        right: The next.
    """
    between = _without_marks(text, Span(left.span.end, right.span.start))
    if len(between) == 0:
        return len(left.span) == 1 and len(right.span) == 1
    return any(
        contexts.within(name, text, between) for name in ("list", "list with a leader", "list with a clause", "list with a standing")
    )


def _without_marks(text: str, between: Span) -> Span:
    """政府军和“解放阵线”: what stands between two names, without the marks that open and close them."""
    start, end = between.start, between.end
    if end - start > 1:
        start += text[start] == "”" and text.count("“", max(0, start - _LONGEST_ASIDE), start) > 0
        end -= text[end - 1] == "“"
    return Span(start, end)


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
        if is_owner(text, group[-1]) or modifies_next(text, phrases, position + len(group) - 1):
            continue
        return group
    return []
