"""The parties that phrases mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from verbale.acts.setting import Setting
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

_SELF = frozenset({"我", "我们", "我方", "我国", "己方", "本国"})


def members(phrases: Iterable[Phrase], setting: Setting) -> tuple[str, ...]:
    """The parties of some phrases, once each; 我们 is the speaker's side."""
    found = [entity for phrase in phrases for entity in _meant(phrase, setting)]
    return tuple(dict.fromkeys(found))


def _meant(phrase: Phrase, setting: Setting) -> tuple[str, ...]:
    word = setting.words(phrase.head)
    if word in _SELF and not (word == "我国" and phrase.entities):
        speakers = setting.speakers(phrase.span.start)
        return speakers if word == "我" else tuple(setting.side(speaker) for speaker in speakers)
    if word == "其" and not phrase.entities and re.match("所?(?:提|要求)", setting.text[phrase.span.end :][:3]):
        return _named_before(setting, phrase)
    if sign("all sides").found(word):
        return _all_sides(phrase, setting)
    return _warring(phrase, setting) or phrase.entities


def _warring(phrase: Phrase, setting: Setting) -> tuple[str, ...]:
    """苏丹冲突双方: the two sides of the page's matter, where the land is one of them and no side of it speaks."""
    principals = setting.parties.principals
    if not principals or not sign("those who fight in a land").found(setting.words(phrase.span)):
        return ()
    lands = {setting.parties.state_of(one) for one in phrase.entities}
    speaks = setting.states(setting.speakers(phrase.span.start)) & {*principals}
    return principals if lands & {*principals} and not speaks else ()


def _all_sides(phrase: Phrase, setting: Setting) -> tuple[str, ...]:
    """各方: the two sides of the page's matter, those of a conflict whoever talked last; nobody where these are others."""
    principals = setting.parties.principals
    if principals and sign("sides of a conflict").found(setting.words(phrase.head)):
        return () if setting.states(setting.speakers(phrase.span.start)) & {*principals} else principals
    return phrase.entities if {*phrase.entities} == {*principals} else ()


def _named_before(setting: Setting, phrase: Phrase) -> tuple[str, ...]:
    """告知伊朗，拒绝其提出的…: the party named last."""
    start = setting.text.rfind("。", 0, phrase.span.start) + 1
    before = [item for item in setting.phrases(Span(start, phrase.span.start)) if item.entities]
    return before[-1].entities if before else ()


def states_differ(setting: Setting, first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two groups of parties act for different states."""
    one, other = setting.states(tuple(first)), setting.states(tuple(second))
    # The spokesman of a movement speaks for it, whatever its country.
    return not (one & other or one & set(second) or other & set(first))
