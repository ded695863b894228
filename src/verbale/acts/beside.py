"""The parties that stand beside a preposition or a cue."""

from __future__ import annotations

import functools
import re

from verbale.acts.setting import Setting
from verbale.entities.discourse import coordinated, is_owner
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

# How long the words between a preposition and its party may be.
_MODIFIED = 20
_REACH = 8


@functools.cache
def after(name: str) -> re.Pattern[str]:
    """The words of a sign, as what stands right before a party.

    Args:
        name: The name of the sign.
    """
    return re.compile(f"{sign(name).either}$")


def joined_by(setting: Setting, span: Span, preposition: re.Pattern[str], *, owner: bool = False, last: bool = False) -> list[Phrase]:
    """The parties after a preposition, with those beside them.

    Args:
        setting: What the page has given so far.
        span: Where to look, in code points of the article's text.
        preposition: What must stand right before them.
        owner: Whether they may be the owners of something (X的…).
        last: Whether the last such before the cue is meant, not the first.
    """
    phrases = setting.phrases(span)
    groups: list[list[Phrase]] = []
    for position, phrase in enumerate(phrases):
        before = bare(setting.text[max(span.start, phrase.span.start - _MODIFIED) : phrase.span.start])
        group = coordinated(setting.text, phrases, position) if preposition.search(before) else []
        beside = group and sign("borders on").found(setting.text, group[-1].span.end)
        if group and not beside and (owner or not is_owner(setting.text, group[-1])):
            groups.append(_meant(setting, group, phrases[position + len(group) :]) if owner else group)
    return (groups[-1] if last else groups[0]) if groups else []


def _meant(setting: Setting, group: list[Phrase], following: list[Phrase]) -> list[Phrase]:
    """The parties of a list, or the one after it of which they only tell where it is (对邻国北部的武装)."""
    within = following and sign("place of a party").found(setting.text, group[-1].span.end, following[0].span.start)
    return following[:1] if within else group


def bare(before: str) -> str:
    """What stands before a party without the words that only say of it that it is there (与来访的X, 对两家X).

    Args:
        before: The words before it.
    """
    before = before.removesuffix("“")
    found = sign("tells of a party").found(before)
    return before[: found.start()] if found else before


def next_to(setting: Setting, span: Span, *, owner: bool) -> list[Phrase]:
    """The party that follows at once.

    Args:
        setting: What the page has given so far.
        span: Where to look, in code points of the article's text.
        owner: Whether the party may be the owner of something (X的…).
    """
    phrases = setting.parties.phrases_in(Span(span.start, min(span.end, span.start + _REACH)))
    if not phrases or not sign("adjoins").found(setting.text, span.start, phrases[0].span.start):
        return []
    group = coordinated(setting.text, setting.parties.phrases_in(span), 0)
    if not owner and is_owner(setting.text, group[-1]):
        return []
    return group
