"""Who speaks at a cue: the subject of its clause, else of the clauses before it, else the speaker in force."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import msgspec

from verbale.entities.discourse import coordinated, is_oblique, is_owner, modifies_next
from verbale.entities.phrases import Parties, Phrase
from verbale.model import Span
from verbale.statements.media import media_of
from verbale.statements.scene import Saying, Scene
from verbale.statements.words import listed, pattern

_TIME_AT_MOST = 7  # characters between such a subject and its cue (对于某人昨日宣称…)
_BESIDE = 2  # characters of the words after which a list names one person only (总统的盟友、议长某某)
# 在今年的北约峰会后: a phrase within the words that tell when or where.
_SETTING_AT_MOST = 12
# 由瑞士宣布双方愿意…; not 草案由埃及提出，…
_ACTS = re.compile("[^，。；：]{4}")
_PLACES = frozenset({"LOC", "ns"})
_SHORT_PLACE = 2  # characters: a shorter name may be cut (赴沙 in 赴沙特)


class Speaker(msgspec.Struct, frozen=True):
    """Whom a cue belongs to: the parties, the phrases that name them, and whether the sentence itself names them."""

    entities: tuple[str, ...]
    phrases: tuple[Phrase, ...]


def subject_before(scene: Scene, place: int, low: int, *, first: bool) -> Speaker | None:
    """The subject of a cue, looked for clause by clause to the left; what a verb governs only where nobody else can speak.

    Args:
        scene: The article.
        place: Where the cue begins.
        low: The place before which not to look (the sentence's start, or the end of what another cue governs).
        first: Whether nobody has spoken in the sentence before the cue.

    Returns:
        The speaker, or ``None`` where no clause after ``low`` has a subject.
    """
    found = _nearest(scene, place, low, governed=False)
    return found or (_nearest(scene, place, low, governed=True) if first else None)


def same_person(
    scene: Scene, subject: Speaker, sentence: Span, clause: int, before: Saying | None, beside: Collection[tuple[str, ...]]
) -> Speaker:
    """The subject of a cue; 他 or 她 at the head of a sentence, or after a semicolon, is the person who spoke before.

    Args:
        scene: The article.
        subject: The subject that was found.
        sentence: The sentence.
        clause: Where the cue's clause begins.
        before: The statement before.
        beside: Who else spoke in the sentence before: the subject found may be one of them.
    """
    first = subject.phrases[0].span if len(subject.phrases) == 1 else Span(0, 0)
    taken_up = scene.text[first.start : first.end] in {"他", "她"} and scene.text[clause : first.start] in {"", "但", "而"}
    opens = clause == sentence.start or scene.text[clause - 1] in "；”"
    if (
        not (taken_up and opens)
        or before is None
        or subject.entities in beside
        or len(before.speaker) != 1
        or not scene.is_person(before.speaker)
    ):
        return subject
    return Speaker(before.speaker, subject.phrases)


def _nearest(scene: Scene, place: int, low: int, *, governed: bool) -> Speaker | None:
    text, end = scene.text, place
    while end > low:
        start = scene.clause_start(end, low)
        asked = end < place and pattern("<asked about>").match(text, start, end)
        found = None if asked else _subject(scene, Span(start, end), low, governed=governed)
        if found:
            return found
        end = start - 1
    return None


def joint_with(scene: Scene, speaker: tuple[str, ...], clause: Span) -> tuple[str, ...]:
    """The speakers of a clause that only names with whom the speaker before speaks (…，并与某人一道表示).

    Args:
        scene: The article.
        speaker: Who spoke before.
        clause: The clause up to its cue.
    """
    named = [phrase for phrase in scene.parties.phrases_in(clause) if phrase.entities]
    if len(named) != 1 or not pattern("<with>$").search(scene.text, clause.start, named[0].span.start):
        return speaker
    if not pattern("<jointly>").match(scene.text, named[0].span.end, clause.end):
        return speaker
    return tuple(dict.fromkeys((*speaker, *named[0].entities)))


def is_introduced(text: str, subject: Speaker | None) -> bool:
    """Whether a subject's words are only what somebody else answers (对于发言人称…，外交部驳斥)."""
    first = subject.phrases[0].span.start if subject is not None and subject.phrases else 0
    return bool(pattern("<introduced>$").search(text, max(0, first - 2), first))


def _subject(scene: Scene, clause: Span, low: int, *, governed: bool) -> Speaker | None:
    text, parties = scene.text, scene.parties
    phrases = [
        phrase
        for phrase in parties.phrases_in(clause)
        if (phrase.span.end <= clause.end or text[phrase.span.end - 1] == "”") and _is_outside(scene, phrase)
    ]
    for position, phrase in enumerate(phrases):
        start = phrase.span.start
        first = not position or bool(pattern("<beside>、$").search(text, max(clause.start, start - _BESIDE - 1), start))
        free = _stands_free(text, parties, phrase, clause, first=first)
        last = len(phrases) == position + 1
        if (
            not phrase.entities
            or (is_oblique(text, phrase, max(low, clause.start)) and not free and not _is_after_name(scene, phrase))
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
        if is_owner(text, group[-1]) and not _gives_words(scene, group):
            continue
        return _speaker(group)
    return None


def _gives_words(scene: Scene, group: Sequence[Phrase]) -> bool:
    """Whether parties own the paper or voice that speaks (外长的声明说), not one that a verb before them answers (驳斥对方的说法，称…)."""
    if not pattern("的(?:<paper of somebody>|<manner of speaking>|<governing body>)").match(scene.text, group[-1].span.end):
        return False
    before = scene.tokens.at(group[0].span.start - 1)
    return before is None or before.tag != "v"


def _is_outside(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase stands in nobody's quoted words; a name may stand in marks of its own (“M23运动”宣布…)."""
    held = scene.quotations.holding(phrase.span.start)
    if held is None:
        return True
    opens = held.span.start == 0 or scene.text[held.span.start - 1] in "，。；！？\n”的"  # not 在“真实社交”上, 对“信使报”说
    return opens and scene.is_named(held)


def _speaker(group: Sequence[Phrase]) -> Speaker:
    return Speaker(tuple(dict.fromkeys(entity for item in group for entity in item.entities)), tuple(group))


def _stands_free(text: str, parties: Parties, phrase: Phrase, clause: Span, *, first: bool) -> bool:
    """Whether a phrase is a subject whatever stands before it (对于某报报道…, 另据官员透露, 由土耳其宣布…, 东道主、德国总理…)."""
    source = pattern("<another source>$").search(text, phrase.span.start - 2, phrase.span.start) and phrase.entities
    given = source and not media_of(parties, phrase.entities[0])
    introduced = pattern("<introduced>$").search(text, phrase.span.start - 2, phrase.span.start)
    told = clause.end - phrase.span.end <= _TIME_AT_MOST and (introduced or given)
    acting = text[phrase.span.start - 1] == "由" and _ACTS.match(text, clause.end) and clause.end - phrase.span.end <= _TIME_AT_MOST
    return bool(told or acting) or (first and text[phrase.span.start - 1] == "、")  # no party stands before it


def _is_after_name(scene: Scene, phrase: Phrase) -> bool:
    """Whether a place's name ends right before a phrase: its last character is no preposition (加勒比官员)."""
    before = scene.tokens.at(phrase.span.start - 1)
    return before is not None and before.tag in _PLACES and len(before.span) > _SHORT_PLACE and before.span.end == phrase.span.start


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
    before = pattern("(?:在|于)[^，。；后前时上中里]{1,8}$|<replies to>(?:[0-9一二两三四五六七八九十多数几]+[名位])?$").search(
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
    other = len(group) > 1 and pattern("，[^，。；“]{0,8}<each other>").match(text, clause.end)  # A与B见面，夸奖对方…
    met = met or other
    joined = met and text[group[0].span.end : group[1].span.start] in {"与", "同", "跟"}
    together = joined and pattern("[^。；]{0,16}?<together>").match(text, clause.end)
    return group[:1] if joined and (other or not together) else group
