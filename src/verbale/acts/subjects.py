"""Who does an act: read off the clause, else carried over from the clauses before, else the speaker."""

from __future__ import annotations

import re

from verbale.acts.clauses import clause_subject
from verbale.acts.conditions import opens_condition
from verbale.acts.documents import issuer
from verbale.acts.kinds import SUFFERED
from verbale.acts.leading import joint_by_nature, leading
from verbale.acts.members import members
from verbale.acts.objects import is_object
from verbale.acts.parts import Subject
from verbale.acts.passives import doer
from verbale.acts.relatives import nearest
from verbale.acts.setting import Setting
from verbale.acts.things import NOUNS, blocked, is_governed, noun_before
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated, is_owner, joined
from verbale.entities.phrases import Phrase
from verbale.language.tagger import Token
from verbale.lexicons.signs import sign
from verbale.model import Span

# 感谢邻国向我方提供: no subject, but to whom it is done.
_TOWARD = re.compile("(?:[向对给]|(?<![因认])为)$")
_AMID = re.compile("(?:行动)?(?:中|里|期间)(?![间心东])")
_GOES_ON = re.compile("并且?")
_TITLE = 3
_ADVERBS = frozenset({"d", "ad", "TIME", "xc", "m"})
_WHERE = frozenset({"p", "LOC", "s", "f", "n"})


def subject_of(setting: Setting, trigger: Trigger) -> Subject | None:
    """The subject of a cue.

    Args:
        setting: What the page has given so far.
        trigger: The cue.

    Returns:
        The agent of a passive; the party before a relative clause's verb; the subject of the clause, of a clause before it in the same
        sentence and the same mouth; the speaker; the subject of the sentence before. ``None`` where the text gives none.
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    agent = _agent(setting, trigger, scope)
    if "accepted" in trigger.frame.traits and sign("accepts whose").found(setting.text, trigger.clause.start, trigger.span.start):
        return agent
    if agent or trigger.relative:
        return agent or nearest(setting, trigger, scope)
    own = Span(max(trigger.clause.start, scope.start), trigger.span.start)
    found = embedded(setting, own) or _in_clause(setting, own, scope)
    if found and trigger.frame.kind != "cancel" and _describes(setting, found, own):
        return issuer(setting, trigger)
    body = own_body(setting, trigger)
    ours = body is not None and (found is None or _is_nobodys(setting, found, own))
    if ours or (found is None and (blocked(setting, own) or noun_before(setting, trigger) or _is_unknown_pair(setting, trigger, own))):
        return body or issuer(setting, trigger)
    if found is None and trigger.frame.role == "own" and sign("or else").found(setting.text, own.start, own.end):
        return _unsaid(setting, trigger)
    goes_on = trigger.frame.role == "own" or bool(_GOES_ON.match(setting.text, own.start, own.end))
    return (
        found
        or _in_clauses_before(setting, own.start - 1, scope, goes_on=goes_on, together=joint_by_nature(trigger))
        or _following(setting, trigger, scope)
        or issuer(setting, trigger)
        or _unsaid(setting, trigger)
    )


def _is_nobodys(setting: Setting, subject: Subject, own: Span) -> bool:
    """内阁在收到邻国确认前不会…, 警方不会…: whether the party only stands after the body that opens the clause, or is that body."""
    known = (setting.parties.by_id[one] for one in subject.entities)
    return subject.phrases[0].span.start > own.start or all(one.type == "group" and one.affiliation is None for one in known)


def _is_unknown_pair(setting: Setting, trigger: Trigger, own: Span) -> bool:
    """X说，双方此前商定: somebody's words open with a word for several of whom the text does not tell who they are."""
    if trigger.frame.role == "joint" or not setting.speakers(own.end):
        return False
    first = next((phrase for phrase in setting.parties.phrases_in(own) if phrase.form == "group"), None)
    return first is not None and not first.entities and first.span.start == own.start


def _describes(setting: Setting, subject: Subject, own: Span) -> bool:
    """邻国给予的关税减免将…: whether the party only does what is said of the noun before the cue."""
    words = setting.tokens.within(Span(subject.phrases[-1].span.end, own.end))
    head = setting.text.rfind("的", subject.phrases[-1].span.end, own.end) + 1
    if not head or words[0].tag != "v" or setting.phrases(Span(head, own.end)) or any(token.tag == "p" for token in words):
        return False
    nouns = [token for token in words if token.span.start >= head and token.tag not in _ADVERBS]
    return bool(nouns) and all(token.tag in NOUNS | {"v"} for token in nouns) and nouns[0].tag in NOUNS


def embedded(setting: Setting, own: Span) -> Subject | None:
    """因俄方拒绝, 批评美方派出, 不敢问北京为何派: the party between a word that takes a clause and the cue.

    Args:
        setting: What the page has given so far.
        own: The words of the cue's clause before the cue.
    """
    phrases = setting.phrases(own)
    free = [place for place, phrase in enumerate(phrases) if not _TOWARD.search(setting.text, own.start, phrase.span.start)]
    if not free:
        return None
    group = _listed_up_to(setting, phrases, free[-1], own)
    between = Span(group.phrases[-1].span.end, own.end)
    passed = [time.span for time in setting.times_in(between)] + [phrase.span for phrase in phrases[free[-1] + 1 :]]
    passed += [Span(*found.span()) for found in sign("tells when it was").all(setting.text, between.start, between.end)]
    words = [token for token in setting.tokens.within(between) if not any(item.covers(token.span) for item in passed)]
    words = [] if all(token.tag in _ADVERBS | _WHERE for token in words) and words and words[0].tag == "p" else words
    if _opens_with_reason(setting, own, group, words):
        return group
    # Nothing but adverbs, or where it was done, stands before the verb of its subject.
    if any(token.tag not in _ADVERBS and not sign("asks why").found(setting.words(token.span)) for token in words):
        return None
    first = group.phrases[0].span.start
    takes = sign("takes a clause").found(setting.text, own.start, first) or _opens_when(setting, own, first)
    return group if takes and group.entities else None


def _opens_when(setting: Setting, own: Span, place: int) -> bool:
    """邻国在对方空袭后还击: whether the party at a place is the subject of the words that tell when."""
    planned = sign("may be foreseen").found(setting.text, own.start, place)
    if planned or sign("opens a time").found(setting.text, own.start, place) is None:
        return False
    whole = setting.clause(own.start, Span(0, len(setting.text)))
    return sign("time told of a deed").found(setting.text, own.end, whole.end) is not None


def _opens_with_reason(setting: Setting, own: Span, group: Subject, words: list[Token]) -> bool:
    """由于欧盟决定延长制裁, …: a clause of reason is told of the party that it opens with, where a verb comes first after it."""
    reason = sign("joins a clause of reason").found(setting.text, own.start, group.phrases[0].span.start)
    first = next((word for word in words if word.tag not in _ADVERBS | {"p", "LOC", "s"}), None)
    return reason is not None and reason.start() == own.start and bool(group.entities) and first is not None and first.tag == "v"


def _in_clause(setting: Setting, clause: Span, scope: Span) -> Subject | None:
    group = clause_subject(setting, clause, scope.start)
    return Subject(members(group, setting), tuple(group), clause) if group else None


def _in_clauses_before(setting: Setting, end: int, scope: Span, *, goes_on: bool, together: bool) -> Subject | None:
    """The subject of the nearest clause before in the same mouth; a condition's only where the cue's clause does not go on (并…).

    Of those who met or called with one another it is all (``together``), or only the first.
    """
    while end > scope.start:
        clause = Span(setting.clause(end, Span(scope.start, end)).start, end)
        supposed = goes_on and opens_condition(setting.words(clause))
        found = None if supposed or _only_dates(setting, clause) else _in_clause(setting, clause, scope)
        if found and not is_object(setting, found.phrases[0], clause):
            return found if together else leading(setting, found)
        end = clause.start - 1
    return None


def _only_dates(setting: Setting, clause: Span) -> bool:
    """他说，在敌军撤离之前，不会…: whether a clause only says when something is done, so that nobody in it does it."""
    return sign("time clause").found(setting.text, clause.start, clause.end) is not None


def _unsaid(setting: Setting, trigger: Trigger) -> Subject | None:
    """The speaker; where nobody speaks, the subject of the sentence before."""
    speakers = setting.speakers(trigger.span.start)
    if speakers:
        return Subject(speakers, (), None)
    return None if _is_of_people(setting, trigger) else _carried(setting, trigger)


def _is_of_people(setting: Setting, trigger: Trigger) -> bool:
    """约1.5万名市民集会，要求…: whether the sentence begins with people whom no name tells."""
    start = trigger.sentence.start
    return trigger.clause.start > start and sign("unnamed people").found(setting.text, start, trigger.clause.start) is not None


def _following(setting: Setting, trigger: Trigger, scope: Span) -> Subject | None:
    """与俄方会谈后，特朗普…: the subject of the clause after one that only names the time."""
    whole = trigger.clause
    if whole.start > scope.start or whole.end >= scope.end or not sign("clause of time").found(setting.words(whole)):
        return None
    clause = setting.clause(trigger.clause.end + 1, scope)
    group = clause_subject(setting, clause, clause.start)
    return Subject(members(group, setting), tuple(group), None) if group else None


def _agent(setting: Setting, trigger: Trigger, scope: Span) -> Subject | None:
    low = max(trigger.clause.start, scope.start)
    given = doer(setting, low, trigger.span.start)
    if given:
        return Subject(members(given, setting), tuple(given), Span(low, trigger.span.start))
    phrases = setting.phrases(Span(low, trigger.span.start))
    for position in range(len(phrases) - 1, -1, -1):
        before = setting.text[low : phrases[position].span.start]
        gap = setting.text[phrases[position].span.end : trigger.span.start]
        governed = before.endswith("的") and is_governed(setting, Span(low, phrases[position].span.start))
        amid = before.endswith("在") and _AMID.match(setting.text, trigger.span.end) is not None  # 在邻国空袭中丧生
        adjoins = trigger.frame.kind == "attack" and gap in {"", "的"} and (amid or not sign("aimed at").found(before)) and not governed
        if adjoins:
            return _listed_up_to(setting, phrases, position, Span(low, trigger.span.start))
        if trigger.frame.kind == "mediate":
            listed = _listed_up_to(setting, phrases, position, Span(low, trigger.span.start))
            thanked = sign("thanks whoever is next").found(setting.text, low, listed.phrases[0].span.start) and sign(
                "how it was done for thanks"
            ).found(gap)
            if thanked or sign("in between").found(gap + setting.words(trigger.span)):
                return listed
        invites = "accepted" in trigger.frame.traits and before.endswith("接受") and len(gap) <= _TITLE
        if (sign("acted on by").found(before) or invites) and not is_owner(setting.text, phrases[position]):
            group = coordinated(setting.text, phrases, position)
            if sign("after that").found(setting.text, group[-1].span.end, trigger.span.start) or _is_passed(setting, group[-1], trigger):
                continue
            return Subject(members(group, setting), tuple(group), Span(low, trigger.span.start))
    return None


def _is_passed(setting: Setting, agent: Phrase, trigger: Trigger) -> bool:
    """由各省代表组成的|联盟拒绝, 由阿曼安排下|会晤: what the agent does ends before the cue, at whom it makes up."""
    gap = Span(agent.span.end, trigger.span.start)
    if sign("under that").found(setting.words(gap)):
        return True
    ends = sign("makes up").found(setting.words(gap))
    return ends is not None and any(phrase.span.start == gap.start + ends.end() for phrase in setting.phrases(gap))


def _listed_up_to(setting: Setting, phrases: list[Phrase], last: int, clause: Span) -> Subject:
    """The parties of a list that ends with a phrase (感谢埃及和约旦居中…)."""
    first = last
    while first > 0 and joined(setting.text, phrases[first - 1], phrases[first]):
        first -= 1
    group = phrases[first : last + 1]
    return Subject(members(group, setting), tuple(group), clause)


def own_body(setting: Setting, trigger: Trigger) -> Subject | None:
    """议长说，国会将…; 代表说，代表团不会…: a body without a country, in the mouth of somebody of its country or movement.

    Args:
        setting: What the page has given so far.
        trigger: The cue.

    Returns:
        The speaker's side, where the body opens the clause and the cue tells of its speaker's own side; ``None`` where not.
    """
    speakers = setting.speakers(trigger.span.start)
    low = max(trigger.clause.start, setting.scope(trigger.span.start, trigger.sentence).start)
    own = trigger.frame.role in {"own", "future"} or "own side" in trigger.frame.traits
    if not own or not speakers:
        return None
    if not sign("body of one's own").found(setting.text, low, trigger.span.start):
        return None
    sides = tuple(dict.fromkeys(setting.side(speaker) for speaker in speakers))
    return Subject(sides, (), Span(low, trigger.span.start))


def _carried(setting: Setting, trigger: Trigger) -> Subject | None:
    """The subject of the sentence before in the same paragraph."""
    before = setting.sentence_before(trigger.sentence)
    return _first_subject(setting, before) if before else None


def _first_subject(setting: Setting, sentence: Span) -> Subject | None:
    place = sentence.start
    while place < sentence.end:
        clause = setting.clause(place, sentence)
        group = clause_subject(setting, clause, clause.start)
        if group:
            return Subject(members(group, setting), tuple(group), None)
        place = max(clause.end, place) + 1
    return None


def is_passive(setting: Setting, trigger: Trigger) -> bool:
    """Whether the cue is passive with no agent named (遭扣押, 被捕)."""
    names = ("befallen", "undergone") if trigger.frame.kind in SUFFERED else ("befallen",)
    before = trigger.clause.start, trigger.span.start
    return setting.words(trigger.span).startswith("被") or any(sign(name).found(setting.text, *before) for name in names)
