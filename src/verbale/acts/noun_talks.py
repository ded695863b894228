"""Talks that no act tells, only a noun with its parties, day or place (在利雅得的会谈结束后, 双方的会谈持续两小时)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verbale.acts.clauses import clause_subject
from verbale.acts.members import members
from verbale.acts.setting import Setting
from verbale.acts.signs import sign
from verbale.acts.standing import in_topic
from verbale.entities.phrases import Phrase
from verbale.model import Act, Because, Interval, Modality, Span

_KINDS = frozenset({"meet", "call"})
_TOLD = frozenset({"lead", "paragraph", "caption"})
_WITH = re.compile("(?:与|同|和|跟)$")
_PLACE = re.compile(r"(?:在|于|赴|对|向|到|至|抵|驻|从)$")
_JOINT = re.compile(r"(?:、|和|与|同|及|跟|以及|,)?[^，。；的]{0,3}?(?:与|同|和|跟)?")
_LINKING = frozenset(
    {"p", "u", "c", "n", "nz", "vn", "an", "a", "ad", "d", "m", "q", "t", "s", "f", "ns", "b", "r", "TIME", "LOC", "ORG", "xc", "nt", "w"}
)
_LENGTHS = frozenset({"duration", "recurring"})
# What is agreed is planned, what is suggested is proposed.
_OF_CONTENT: dict[str, Modality] = {"agree": "planned", "promise": "planned", "propose": "proposed"}


def noun_talks(setting: Setting, acts: Sequence[Act]) -> tuple[Act, ...]:
    """Acts for talks told by nouns alone; they have no id, for they are no acts of the record.

    Args:
        setting: What the page has given so far.
        acts: The acts of the page, in order.

    Returns:
        Acts of the kind ``meet`` or ``call`` with their parties, as many as the text shows to have taken or to take place.
    """
    found: list[Act] = []
    for span, sentence in _nouns(setting):
        told = _told(setting, span, sentence, acts)
        if told and not any(other.anchor.overlaps(told.anchor) for other in found):
            found.append(told)
    return tuple(found)


def _nouns(setting: Setting) -> Iterator[tuple[Span, Span]]:
    """The nouns of talks, with their sentences."""
    for paragraph in setting.article.paragraphs:
        for sentence in paragraph.sentences if paragraph.kind in _TOLD else ():
            for match in sign("talks noun").all(setting.text, sentence.start, sentence.end):
                yield Span(match.start(), match.end()), sentence


def _told(setting: Setting, noun: Span, sentence: Span, acts: Sequence[Act]) -> Act | None:
    """The talks of one noun, if its clause gives their parties and shows that they took or take place."""
    clause = setting.clause(noun.start, sentence)
    if _is_taken(clause, acts) or sign("only a part of a word").found(setting.text, noun.end, clause.end):
        return None
    scope = setting.scope(noun.start, sentence)
    before = Span(max(clause.start, scope.start), noun.start)
    asked = next((act for act in acts if act.kind in _OF_CONTENT and act.content and act.content.covers(noun)), None)
    if in_topic(setting, clause, noun) or (asked is None and sign("talks not held").found(setting.text, before.start, before.end)):
        return None
    phrases = _sides(setting, before)
    actors = _actors(setting, phrases, before, scope, asked)
    if len(setting.states(actors)) < 2:
        return None
    date = _day(setting, before, Span(noun.end, clause.end))
    modality = _modality(setting, clause, noun, date, asked)
    if not modality or (sign("general meeting").found(setting.words(noun)) and date is None):
        return None
    kind = "call" if sign("talks by wire").found(setting.words(noun)) else "meet"
    why = Because("talks told by a noun", (noun, *(phrase.span for phrase in phrases)))
    return Act(kind=kind, actors=actors, recipients=(), anchor=noun, modality=modality, date=date, because=why, confidence=0.5)


def _is_taken(clause: Span, acts: Sequence[Act]) -> bool:
    """Whether an act of the clause tells the talks, or calls them off."""
    return any(act.kind in _KINDS | {"cancel"} and clause.start <= act.anchor.start < clause.end for act in acts)


def _sides(setting: Setting, before: Span) -> list[Phrase]:
    """The parties that the noun's own phrase names: the last ones before it, with nothing between but words of time, place and manner."""
    phrases = [phrase for phrase in setting.phrases(before) if not _PLACE.search(setting.text, before.start, phrase.span.start)]
    if not phrases or not _leads(setting, Span(phrases[-1].span.end, before.end)):
        return []
    first = len(phrases) - 1
    while first > 0 and _are_joined(setting, phrases[first - 1], phrases[first]):
        first -= 1
    return phrases[first:]


def _leads(setting: Setting, between: Span) -> bool:
    words = setting.tokens.within(between)
    return all(word.tag in _LINKING or sign("holds talks").found(setting.words(word.span)) for word in words)


def _are_joined(setting: Setting, left: Phrase, right: Phrase) -> bool:
    between = setting.text[left.span.end : right.span.start]
    if not between:
        return len(left.span) == 1
    dated = re.sub(r"[0-9一二三四五六七八九十]+(?:年|月|日|号)|[上中下]午|晚上?|周[一二三四五六日]|星期[一二三四五六日天]", "", between)
    return bool(_JOINT.fullmatch(dated))


def _actors(setting: Setting, phrases: list[Phrase], before: Span, scope: Span, asked: Act | None) -> tuple[str, ...]:
    """Who talks: those named; with 与X the subject of the clause, or who speaks or agrees, and X."""
    named = members(phrases, setting)
    if not phrases or not _WITH.search(setting.text, before.start, phrases[0].span.start):
        return named
    owners = members(clause_subject(setting, Span(before.start, phrases[0].span.start), scope.start), setting)
    owners = owners or (asked.actors if asked else ()) or setting.speakers(before.end)
    return tuple(dict.fromkeys((*owners, *named))) if owners else ()


def _day(setting: Setting, before: Span, after: Span) -> Interval | None:
    """The last day before the noun, else the first after it."""
    days = [time for time in setting.times if time.value and time.value.start and time.kind not in _LENGTHS]
    earlier = [time.value for time in days if before.covers(time.span)]
    later = [time.value for time in days if after.covers(time.span)]
    return earlier[-1] if earlier else later[0] if later else None


def _modality(setting: Setting, clause: Span, noun: Span, date: Interval | None, asked: Act | None) -> Modality | None:
    """Whether the talks took place or are to; ``None`` where nothing shows it."""
    text, known = setting.text, setting.published.end if setting.published else None
    if asked:
        return _OF_CONTENT[asked.kind] if date or sign("next talks").found(text, clause.start, noun.start) else None
    future = date is not None and known is not None and date.start is not None and date.start > known
    if future or sign("talks to come").found(text, clause.start, clause.end):
        return "possible" if re.search("可能|或", text[clause.start : clause.end]) else "planned"
    over = sign("talks over").found(text, noun.end, clause.end + 1) or sign("talks then").found(text, clause.start, noun.start)
    return "happened" if over or date else None
