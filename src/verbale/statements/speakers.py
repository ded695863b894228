"""Who speaks at a cue: the subject of its clause, else of the clauses before it, else the speaker in force."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.entities.discourse import clause_start, coordinated, is_oblique, is_owner, modifies_next
from verbale.entities.phrases import Parties, Phrase
from verbale.model import Span
from verbale.statements.cues import Cue
from verbale.statements.media import media_of
from verbale.statements.scene import Scene
from verbale.statements.words import listed, pattern

_TIME_AT_MOST = 7  # characters between such a subject and its cue (对于某人昨日宣称…)
_BESIDE = 2  # characters of the words after which a list names one person only (总统的盟友、议长某某)
# 在今年的北约峰会后: a phrase within the words that tell when or where.
_SETTING_AT_MOST = 12


class Speaker(msgspec.Struct, frozen=True):
    """Whom a cue belongs to: the parties, the phrases that name them, and whether the sentence itself names them."""

    entities: tuple[str, ...]
    phrases: tuple[Phrase, ...]


def subject_before(scene: Scene, cue: Cue, low: int, *, first: bool) -> Speaker | None:
    """The subject of the cue, looked for clause by clause to the left; what a verb governs only where nobody else can speak.

    Args:
        scene: The article.
        cue: The cue.
        low: The place before which not to look (the sentence's start, or the end of what another cue governs).
        first: Whether nobody has spoken in the sentence before the cue.

    Returns:
        The speaker, or ``None`` where no clause after ``low`` has a subject.
    """
    found = _nearest(scene, cue, low, governed=False)
    return found or (_nearest(scene, cue, low, governed=True) if first else None)


def _nearest(scene: Scene, cue: Cue, low: int, *, governed: bool) -> Speaker | None:
    text, end = scene.text, cue.span.start
    while end > low:
        start = clause_start(text, end, low)
        asked = end < cue.span.start and pattern("<asked about>").match(text, start, end)
        found = None if asked else _subject(scene, Span(start, end), low, governed=governed)
        if found:
            return found
        end = start - 1
    return None


def is_introduced(text: str, subject: Speaker | None) -> bool:
    """Whether a subject's words are only what somebody else answers (对于发言人称…，外交部驳斥)."""
    first = subject.phrases[0].span.start if subject is not None and subject.phrases else 0
    return bool(pattern("<introduced>$").search(text, max(0, first - 2), first))


def _subject(scene: Scene, clause: Span, low: int, *, governed: bool) -> Speaker | None:
    text, parties = scene.text, scene.parties
    phrases = [
        phrase
        for phrase in parties.phrases_in(clause)
        if (phrase.span.end <= clause.end or text[phrase.span.end - 1] == "”") and not scene.quotations.holding(phrase.span.start)
    ]
    for position, phrase in enumerate(phrases):
        start = phrase.span.start
        first = not position or bool(pattern("<beside>、$").search(text, max(clause.start, start - _BESIDE - 1), start))
        free = _stands_free(text, parties, phrase, clause, first=first)
        last = len(phrases) == position + 1
        if (
            not phrase.entities
            or (is_oblique(text, phrase, max(low, clause.start)) and not free)
            or _is_in_setting(text, parties, phrase, clause)
        ):
            continue
        if not governed and _is_governed(scene, phrase, clause):
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


def _is_governed(scene: Scene, phrase: Phrase, clause: Span) -> bool:
    """Whether a verb right before a phrase makes it an object (拥抱默茨, 听取外务省汇报)."""
    before = [token for token in scene.tokens.within(Span(clause.start, phrase.span.start)) if token.tag != "u"]
    if not before or before[-1].tag != "v" or scene.text[phrase.span.start - 1] in "的地":
        return False
    return scene.text[before[-1].span.start : before[-1].span.end] not in listed("governs nobody")


def _is_beside(text: str, phrase: Phrase) -> bool:
    """Whether a phrase only tells whose ally or rival the one named after it is (总统的盟友、议长某某)."""
    return phrase.form == "name" and bool(pattern("<beside>、").match(text, phrase.span.end - _BESIDE))


def _is_in_setting(text: str, parties: Parties, phrase: Phrase, clause: Span) -> bool:
    """Whether a phrase only belongs to the words that tell when or where (在今年的北约峰会后, 答复某报询问时)."""
    before = pattern("(?:在|于)[^，。；后前时上中里]{1,8}$|<replies to>$").search(
        text, max(clause.start, phrase.span.start - _SETTING_AT_MOST), phrase.span.start
    )
    person = phrase.entities and parties.by_id[phrase.entities[0]].type == "person"
    if person and text[phrase.span.start - 1] == "的":
        return False  # 身在摩洛哥的布林肯听到消息后
    after = pattern("[^，。；的]{0,8}?(?:<setting>|询问|查询|提问|采访|专访)").match(text, phrase.span.end, clause.end)
    return bool(before and after)


def _those_who_speak(text: str, group: list[Phrase], clause: Span) -> list[Phrase]:
    """The parties of a list who speak: the first only, where the others are those whom it met before (特朗普与普京通话后宣布…)."""
    met = len(group) > 1 and pattern("[^，。；]{0,12}?<met>[^，。；]{0,8}[后时]").match(text, group[-1].span.end, clause.end)
    joined = met and text[group[0].span.end : group[1].span.start] in {"与", "同", "跟"}
    together = joined and pattern("[^。；]{0,16}?<together>").match(text, clause.end)
    return group[:1] if joined and not together else group
