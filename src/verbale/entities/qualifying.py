"""References that only describe the party named right after them."""

from __future__ import annotations

from verbale.entities import contexts
from verbale.entities.gazetteer import Gazetteer
from verbale.entities.references import Reference
from verbale.entities.words import WORDS
from verbale.lexicons.signs import sign
from verbale.model import Span

_LED = frozenset({"organization", "group", "body", "state"})


def describes(gazetteer: Gazetteer, reference: Reference, following: Reference) -> bool:
    """Whether a word for a role only describes the party named right after it (斡旋方土耳其).

    Args:
        gazetteer: The known names.
        reference: The word.
        following: The reference after it.
    """
    if reference.kind != "organization" or following.span.start != reference.span.end or len(reference.candidates) != 1:
        return False
    entry = gazetteer.entry("organization", reference.candidates[0])
    return entry is not None and entry.type == "group" and following.kind in {"state", "organization", "person"}


def leads(text: str, reference: Reference, following: Reference) -> bool:
    """Whether a party only tells who leads the one named after it (由达加洛领导的快速支援部队).

    Args:
        text: Folded text.
        reference: The party.
        following: The reference after it.
    """
    if following.kind not in _LED or text[following.span.start - 1] not in "的“":
        return False
    opens = contexts.before("leader before", text, reference.span.start)
    return opens and contexts.within("leader of", text, Span(reference.span.end, following.span.start))


def qualifies(text: str, reference: Reference, following: Reference) -> bool:
    """Whether a party only tells whose the one named right after it is (加拿大 in 加拿大反对党领袖高望山, 韩国 in 韩国在野的国民力量党).

    Args:
        text: Folded text.
        reference: The party.
        following: The reference after it.
    """
    if reference.kind == "state" and following.kind in {"organization", "body"} and following.span.start > reference.span.end:
        return sign("where a party stands").found(text[reference.span.end : following.span.start]) is not None
    if following.span.start != reference.span.end or len(reference.span) == 1:
        return False
    if reference.kind == "pronoun":  # 该党前外长沙希德
        return following.kind == "person" and text.startswith(("该", "本"), reference.span.start)
    if reference.kind == "organization":  # 世界粮食计划署一名官员
        return following.kind == "group" and WORDS.counted.match(text, following.span.start) is not None
    if following.kind == "organization":  # 在野党国民力量党
        return reference.kind == "group" and text[reference.span.end - 1] in "党派"
    return reference.kind in {"state", "group", "body"} and following.kind in {"person", "group", "body"}
