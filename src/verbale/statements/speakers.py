"""Who speaks at a cue: the subject of its clause, else of the clauses before it, else the speaker in force."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.entities.discourse import clause_start, coordinated, is_oblique, is_owner, modifies_next
from verbale.entities.phrases import Parties, Phrase
from verbale.model import Span
from verbale.statements.cues import Cue
from verbale.statements.media import media_of
from verbale.statements.quotations import Quotations
from verbale.statements.words import pattern

_TIME_AT_MOST = 7  # characters between such a subject and its cue (对于某人昨日宣称…)
_BESIDE = 2  # characters of the words after which a list names one person only (总统的盟友、议长某某)
# 在今年的北约峰会后: a phrase within the words that tell when or where.
_SETTING_AT_MOST = 12


class Speaker(msgspec.Struct, frozen=True):
    """Whom a cue belongs to: the parties, the phrases that name them, and whether the sentence itself names them."""

    entities: tuple[str, ...]
    phrases: tuple[Phrase, ...]


def subject_before(text: str, parties: Parties, quotations: Quotations, cue: Cue, low: int) -> Speaker | None:
    """The subject of the cue, looked for clause by clause to the left.

    Args:
        text: Folded text.
        parties: The parties of the page.
        quotations: The quotations of the text: a phrase inside one is no subject outside it.
        cue: The cue.
        low: The place before which not to look (the sentence's start, or the end of what another cue governs).

    Returns:
        The speaker, or ``None`` where no clause after ``low`` has a subject.
    """
    end = cue.span.start
    while end > low:
        start = clause_start(text, end, low)
        asked = end < cue.span.start and pattern("<asked about>").match(text, start, end)
        found = None if asked else _subject(text, parties, quotations, Span(start, end), low)
        if found:
            return found
        end = start - 1
    return None


def is_introduced(text: str, subject: Speaker | None) -> bool:
    """Whether a subject's words are only what somebody else answers (对于发言人称…，外交部驳斥)."""
    first = subject.phrases[0].span.start if subject is not None and subject.phrases else 0
    return bool(pattern("<introduced>$").search(text, max(0, first - 2), first))


def _subject(text: str, parties: Parties, quotations: Quotations, clause: Span, low: int) -> Speaker | None:
    phrases = [
        phrase
        for phrase in parties.phrases_in(clause)
        if (phrase.span.end <= clause.end or text[phrase.span.end - 1] == "”") and not quotations.holding(phrase.span.start)
    ]
    for position, phrase in enumerate(phrases):
        start = phrase.span.start
        first = not position or bool(pattern("<beside>、$").search(text, max(clause.start, start - _BESIDE - 1), start))
        free = _stands_free(text, parties, phrase, clause, first=first)
        last = len(phrases) == position + 1
        if not phrase.entities or (is_oblique(text, phrase, max(low, clause.start)) and not free) or _is_in_setting(text, phrase, clause):
            continue
        if not last and (pattern("<in charge>").match(text, phrase.span.end) or _is_beside(text, phrase)):
            continue
        group = _those_who_speak(text, coordinated(text, phrases, position), clause)
        owner = is_owner(text, group[-1]) and len(phrases) > position + len(group)
        if owner or modifies_next(text, phrases, position + len(group) - 1):
            continue
        if is_owner(text, group[-1]) and not pattern("的(?:<paper of somebody>|<manner of speaking>)").match(text, group[-1].span.end):
            continue
        return _speaker(group)
    return None


def _speaker(group: Sequence[Phrase]) -> Speaker:
    return Speaker(tuple(dict.fromkeys(entity for item in group for entity in item.entities)), tuple(group))


def _stands_free(text: str, parties: Parties, phrase: Phrase, clause: Span, *, first: bool) -> bool:
    """Whether a phrase is a subject whatever stands before it (对于某报报道…, 另据官员透露, 东道主、德国总理…)."""
    source = pattern("<another source>$").search(text, phrase.span.start - 2, phrase.span.start) and phrase.entities
    given = source and not media_of(parties, phrase.entities[0])
    introduced = pattern("<introduced>$").search(text, phrase.span.start - 2, phrase.span.start)
    told = clause.end - phrase.span.end <= _TIME_AT_MOST and (introduced or given)
    return bool(told) or (first and text[phrase.span.start - 1] == "、")  # no party stands before it


def _is_beside(text: str, phrase: Phrase) -> bool:
    """Whether a phrase only tells whose ally or rival the one named after it is (总统的盟友、议长某某)."""
    return phrase.form == "name" and bool(pattern("<beside>、").match(text, phrase.span.end - _BESIDE))


def _is_in_setting(text: str, phrase: Phrase, clause: Span) -> bool:
    """Whether a phrase only belongs to the words that tell when or where (在今年的北约峰会后, 答复某报询问时)."""
    before = pattern("(?:在|于)[^，。；后前时上中里]{1,8}$|<replies to>$").search(
        text, max(clause.start, phrase.span.start - _SETTING_AT_MOST), phrase.span.start
    )
    after = pattern("[^，。；的]{0,8}?(?:<setting>|询问|查询|提问|采访|专访)").match(text, phrase.span.end, clause.end)
    return bool(before and after)


def _those_who_speak(text: str, group: list[Phrase], clause: Span) -> list[Phrase]:
    """The parties of a list who speak: the first only, where the others are those whom it met before (特朗普与普京通话后宣布…)."""
    met = len(group) > 1 and pattern("[^，。；]{0,12}?<met>[^，。；]{0,8}[后时]").match(text, group[-1].span.end, clause.end)
    joined = met and text[group[0].span.end : group[1].span.start] in {"与", "同", "跟"}
    together = joined and pattern("[^。；]{0,16}?<together>").match(text, clause.end)
    return group[:1] if joined and not together else group
