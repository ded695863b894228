"""Who is asked by 必须, and whether 将, 愿 and 不会 are said of one's own side."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.acts.conditions import opens_condition
from verbale.acts.members import members, states_differ
from verbale.acts.parts import Roles, Subject
from verbale.acts.setting import Setting
from verbale.acts.subjects import subject_of
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import is_owner
from verbale.entities.phrases import Phrase
from verbale.entities.words import WORDS
from verbale.lexicons.signs import sign
from verbale.model import Span

_NOUNS = frozenset({"n", "nz", "vn", "nw"})
_NEAR = 6


def asked(setting: Setting, trigger: Trigger) -> Roles | None:
    """The roles of a norm: the speaker asks it of its subject.

    Args:
        setting: What the page has given so far.
        trigger: The cue (必须, 应该).

    Returns:
        ``None`` where nobody speaks, the subject is no party, or it is the speaker's own side.
    """
    speakers = setting.speakers(trigger.span.start)
    return (_asked_by_name(setting, trigger, speakers) or _asked_without(setting, trigger, speakers)) if speakers else None


def _asked_by_name(setting: Setting, trigger: Trigger, speakers: tuple[str, ...]) -> Roles | None:
    """The roles where the subject is a party that the page knows."""
    subject = _charged(setting, trigger) or whose_doing(setting, trigger) or subject_of(setting, trigger)
    if subject is None or not subject.phrases or subject.clause is None:
        return None
    if modifies(setting, subject.phrases[-1], trigger) or not subject.entities:
        return None
    if any(setting.words(phrase.head) in WORDS.whoever for phrase in subject.phrases):
        return None
    others = states_differ(setting, speakers, subject.entities) or _are_others(setting, speakers, subject)
    if not others and not _is_their_government(setting, speakers, subject.phrases):
        return None
    return Roles(speakers, subject.entities, tuple(phrase.span for phrase in subject.phrases))


def _asked_without(setting: Setting, trigger: Trigger, speakers: tuple[str, ...]) -> Roles | None:
    """The roles where people or bodies without a name are asked: of 各方 those whom the page tells, but for the speaker's own side."""
    if not asks_unnamed(setting, trigger):
        return None
    start = _start(setting, trigger)
    if sign("one's own forces").found(setting.text, start, trigger.span.start):
        return Roles(speakers, tuple(dict.fromkeys(setting.side(speaker) for speaker in speakers)), ())
    phrases = setting.phrases(Span(start, trigger.span.start))
    known = tuple(one for one in members(phrases, setting) if states_differ(setting, speakers, (one,)))
    own = () if phrases else _their_state(setting, trigger, speakers)
    return Roles(speakers, known or own, tuple(phrase.span for phrase in phrases))


def _their_state(setting: Setting, trigger: Trigger, speakers: tuple[str, ...]) -> tuple[str, ...]:
    """党魁说，政府应…: the state of those who ask it of a government without a country, where they have no part in it."""
    states = tuple(dict.fromkeys(setting.side(speaker) for speaker in speakers))
    bare = sign("government without a country").found(setting.text, _start(setting, trigger), trigger.span.start)
    known = all(setting.parties.by_id[state].type == "state" for state in states)
    return states if bare and known and _are_critics(setting, speakers) else ()


def _is_their_government(setting: Setting, speakers: tuple[str, ...], phrases: Sequence[Phrase]) -> bool:
    """党魁说，政府应…: whether people who have no part in it speak of the government of their own state."""
    bare = all(sign("government without a country").found(setting.text, phrase.span.start, phrase.span.end) for phrase in phrases)
    return bare and _are_critics(setting, speakers)


def _are_critics(setting: Setting, speakers: tuple[str, ...]) -> bool:
    """Whether the page's titles tell that those who speak have no part in a government."""
    known = setting.parties
    if any(known.by_id[one].type != "person" for one in speakers):
        return False
    titles = [setting.words(phrase.span) for phrase in known.phrases if phrase.entities and set(phrase.entities) <= set(speakers)]
    outside = any(sign("outside the government").found(title) for title in titles)
    return outside and not any(sign("in the government").found(title) for title in titles)


def asks_unnamed(setting: Setting, trigger: Trigger) -> bool:
    """地区国家应…, 各方必须…: whether the clause's subject is people or bodies without a name.

    Args:
        setting: What the page has given so far.
        trigger: The cue (必须, 应该).
    """
    if trigger.frame.role != "norm":
        return False
    return sign("unnamed addressee").found(setting.text, _start(setting, trigger), trigger.span.start) is not None


def _start(setting: Setting, trigger: Trigger) -> int:
    """Where the clause begins in the speaker's words."""
    return max(trigger.clause.start, setting.scope(trigger.span.start, trigger.sentence).start)


def _are_others(setting: Setting, speakers: tuple[str, ...], subject: Subject) -> bool:
    """Whether a movement or party of the speaker's own country is meant, not the side for which they speak (nor 双方 with them in it)."""
    if any(phrase.form == "group" for phrase in subject.phrases):
        return False
    sides = {setting.parties.state_of(speaker) for speaker in speakers} | set(speakers)
    return all(setting.parties.by_id[one].type == "organization" and one not in sides for one in subject.entities)


def _charged(setting: Setting, trigger: Trigger) -> Subject | None:
    """必须由X…: the party after 由."""
    start = trigger.span.end
    if setting.text[start : start + 1] != "由":
        return None
    phrases = setting.parties.phrases_in(Span(start + 1, start + 2))
    return Subject(members(phrases, setting), phrases, trigger.clause) if phrases else None


def whose_doing(setting: Setting, trigger: Trigger) -> Subject | None:
    """美国的恐吓行为必须停止: the party whose doing it is.

    Args:
        setting: What the page has given so far.
        trigger: The cue (必须, 应该).
    """
    low = trigger.clause.start
    found = sign("whose hostile doing").found(setting.text, low, trigger.span.start)
    if found is None or not sign("is to stop").found(setting.text, trigger.span.end, trigger.clause.end):
        return None
    owners = tuple(phrase for phrase in setting.phrases(trigger.clause) if phrase.span.end == found.start())
    return Subject(members(owners, setting), owners, trigger.clause) if owners else None


def is_own(setting: Setting, trigger: Trigger, subject: Subject) -> bool:
    """Whether somebody speaks of their own side (or the reporter tells it of them)."""
    speakers = setting.speakers(trigger.span.start)
    if not speakers:
        return bool(subject.phrases) and not (setting.words(trigger.span) == "会" and _all_persons(setting, subject))
    own = "any subject" in trigger.frame.traits or not states_differ(setting, speakers, subject.entities)
    own = own or ("own body" in trigger.frame.traits and _are_of_no_side(setting, speakers, subject))
    return own or _is_reported_plan(setting, trigger, subject, speakers)


def _are_of_no_side(setting: Setting, speakers: tuple[str, ...], subject: Subject) -> bool:
    """武装发言人说，武装不会停止…: whether nothing tells whose the speakers are, and they speak of a body."""
    known = setting.parties.by_id
    unknown = all(setting.parties.state_of(one) == one and known[one].type in {"person", "group"} for one in speakers)
    return unknown and all(known[one].type in {"state", "organization"} for one in subject.entities)


def _is_reported_plan(setting: Setting, trigger: Trigger, subject: Subject, speakers: tuple[str, ...]) -> bool:
    """总统宣布，邻国将采购…; 总理说，对方表示会考虑…: what somebody who has a name says that another party will do."""
    unnamed = any(setting.parties.is_unnamed(speaker) for speaker in speakers)
    if unnamed or trigger.frame.kind not in {"promise", "deny"} or not subject.phrases or subject.clause is None:
        return False
    after = sign("befalls").found(setting.text, trigger.span.end, trigger.clause.end)
    told = sign("tells").found(setting.text, subject.phrases[-1].span.end, trigger.span.start)
    if trigger.frame.kind == "deny":
        return told is not None
    return not after and (setting.words(trigger.span) != "会" or told is not None)


def _all_persons(setting: Setting, subject: Subject) -> bool:
    """Whether only persons do it: told by the reporter, 会 then is a habit of theirs."""
    known = (setting.parties.by_id.get(entity) for entity in subject.entities)
    return all(entity is not None and entity.type == "person" for entity in known)


def own_side(setting: Setting, trigger: Trigger, speakers: tuple[str, ...]) -> Subject | None:
    """发言人说，政府没有…的计划: the subject, where it is the speaker's own side.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        speakers: Who speaks there.

    Returns:
        ``None`` where the words name no such subject, or somebody reaffirms it (重申): they deny it in person; a subject of no party where
        the words speak of another's side or thing.
    """
    subject = _owner(setting, trigger) or subject_of(setting, trigger)
    held = setting.statement_at(trigger.span.start)
    restates = held is not None and held.cue is not None and sign("restates").found(setting.words(held.cue))
    if restates or subject is None or subject.clause is None or not subject.phrases:
        return None
    own = not states_differ(setting, speakers, subject.entities) or subject.phrases[0].form == "pronoun"
    return subject if own else Subject((), subject.phrases, subject.clause)


def _owner(setting: Setting, trigger: Trigger) -> Subject | None:
    """朝鲜的导弹…不是针对…: the party whose thing opens the speaker's words."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    first = [phrase for phrase in setting.phrases(Span(scope.start, trigger.span.start)) if phrase.span.start - scope.start <= 1]
    owns = first and (is_owner(setting.text, first[0]) or modifies(setting, first[0], trigger))
    return Subject(members(first[:1], setting), tuple(first[:1]), trigger.clause) if owns else None


def opens_speech(setting: Setting, trigger: Trigger) -> bool:
    """Whether the clause is the first of somebody's words, or right after their condition: 他说，（一旦获邀，）将继续…."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    supposed = scope.start < trigger.clause.start and opens_condition(setting.text, scope.start, trigger.sentence.end)
    start = trigger.clause.start if supposed or _goes_on_unsaid(setting, scope.start, trigger.clause.start) else scope.start
    return scope.start != trigger.sentence.start and trigger.span.start - start <= _NEAR


def _goes_on_unsaid(setting: Setting, start: int, end: int) -> bool:
    """表示听到各方意见，将…: whether the one clause before opens with its verb: the speaker is the subject of both."""
    first, clause = setting.token(start), setting.clause(start, Span(start, end))
    verbal = first is not None and first.tag == "v" and sign("verb of the speaker").found(setting.text, start)
    return bool(verbal) and start < end == clause.end + 1


def modifies(setting: Setting, phrase: Phrase, trigger: Trigger) -> bool:
    """Whether a noun follows the phrase at once, so that not the party but a thing of it is the subject (俄乌战争)."""
    token = setting.token(phrase.span.end)
    if (
        token is None
        or phrase.span.end == trigger.span.start
        or sign("men of a party").found(setting.text, phrase.span.end, trigger.span.start)
    ):
        return False
    if token.span.start < phrase.span.end < token.span.end:
        return token.tag in _NOUNS
    return token.tag in _NOUNS and token.span.end <= trigger.span.start
