"""Two states in apposition to those who act for them (马泰首相, 俄罗斯和乌克兰两国领导人)."""

from __future__ import annotations

import msgspec

from verbale.entities.discourse import joined
from verbale.entities.phrases import Phrase
from verbale.entities.setting import Setting
from verbale.model import Span

_TWO = 2  # of three and more the text tells rather as states


def add(phrase: Phrase, phrases: list[Phrase], setting: Setting) -> None:
    """Add a phrase; where the two states right before it are those of the two persons whom it means, both are one phrase.

    Args:
        phrase: A phrase.
        phrases: The phrases before it, in order; it is put at their end.
        setting: The page.
    """
    drafts = setting.registry.drafts
    states = {drafts[one].affiliation for one in phrase.entities if drafts[one].type == "person"}
    two = phrase.form == "group" and len(states) == len(phrase.entities) == _TWO
    listed = _listed(phrase, phrases, setting.text) if two else []
    if {one for item in listed for one in item.entities} == states and listed:
        del phrases[-len(listed) :]
        phrase = msgspec.structs.replace(phrase, span=Span(listed[0].span.start, phrase.span.end))
    phrases.append(phrase)


def _listed(phrase: Phrase, phrases: list[Phrase], text: str) -> list[Phrase]:
    """The list that ends right where a phrase begins."""
    if not phrases or phrases[-1].span.end != phrase.span.start:
        return []
    first = len(phrases) - 1
    while first > 0 and joined(text, phrases[first - 1], phrases[first]):
        first -= 1
    return phrases[first:]
