"""Passives: 遭到以色列空袭, 获俄方释放, 被英国驱逐 — who does it, and to whom."""

from __future__ import annotations

import re

from verbale.acts.clauses import clause_subject
from verbale.acts.setting import Setting
from verbale.entities.discourse import coordinated, is_oblique
from verbale.entities.phrases import Phrase
from verbale.model import Span

_MARK = re.compile(r"(?:被|遭到?|遭受|受到|(?<![为想要以能可])(?:获得?|得到))$")
# Between the doer and the cue: 遭以军两度空袭, 受到多国的批评.
_BETWEEN = re.compile(r"(?!而)(?:以[^，。；：]{1,24}(?:为由|罪名|罪|名义))?[^，。；：的]{0,8}的?(?:强烈|严厉|公开)?")
_LEADING = re.compile(r"[^，。；：]{0,6}")


def doer(setting: Setting, low: int, place: int) -> list[Phrase]:
    """The party by which something is done.

    Args:
        setting: What the page has given so far.
        low: Where the clause begins.
        place: Where the cue begins.

    Returns:
        The party after the word of the passive, with those beside it; empty where the clause is none, or names no doer.
    """
    phrases = setting.phrases(Span(low, place))
    for position in range(len(phrases) - 1, -1, -1):
        if _MARK.search(setting.text, low, phrases[position].span.start):
            group = coordinated(setting.text, phrases, position)
            return group if _BETWEEN.fullmatch(setting.text, group[-1].span.end, place) else []
    return []


def undergoer(setting: Setting, clause: Span, first: Phrase) -> list[Phrase]:
    """Whom the passive befalls.

    Args:
        setting: What the page has given so far.
        clause: The clause of the cue.
        first: The first phrase of the doer.

    Returns:
        The subject before the word of the passive, or the party that owns it (伊朗的核设施遭到…); where the clause begins with that word,
        the subject of the clause before.
    """
    mark = _MARK.search(setting.text, clause.start, first.span.start)
    if mark is None:
        return []
    if _LEADING.fullmatch(setting.text, clause.start, mark.start()) and setting.text[clause.start - 1 : clause.start] == "，":
        before = setting.clause(clause.start - 1, Span(0, clause.start - 1))
        return clause_subject(setting, before, before.start)
    return undergoer_before(setting, Span(clause.start, mark.start()))


def undergoer_before(setting: Setting, own: Span) -> list[Phrase]:
    """The subject of a passive, or the party that owns it.

    Args:
        setting: What the page has given so far.
        own: The clause up to the word of the passive.
    """
    phrases = setting.phrases(own)
    free = next((place for place, phrase in enumerate(phrases) if not is_oblique(setting.text, phrase, own.start)), None)
    return clause_subject(setting, own, own.start) or ([] if free is None else coordinated(setting.text, phrases, free))
