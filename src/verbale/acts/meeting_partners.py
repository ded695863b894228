"""With whom the subject of a meeting meets."""

from __future__ import annotations

import re

from verbale.acts.asking import modifies
from verbale.acts.clauses import clause_subject
from verbale.acts.members import members
from verbale.acts.objects import is_object
from verbale.acts.parts import Subject
from verbale.acts.recipients import partners
from verbale.acts.setting import Setting
from verbale.acts.standing import in_topic
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

MEDIA = re.compile(r"记者|媒体|采访")
_CLOSE = 3
_WITH = re.compile("[与同和跟]")
_CALLING = re.compile("[与同和跟给]")  # 给对方打电话
# 来访的, 到此出席论坛的: a relative clause, between what governs it and the party that it tells of.
_RELATIVE = re.compile("[^，。；的]{1,24}的")
_VERBS = frozenset({"v", "vd", "vn", "d", "p"})
_NAMES = frozenset({"n", "nz", "nr", "nw", "ns", "s", "m", "q", "a", "b", "f", "ORG", "LOC", "PER", "c", "w", "u"})


def joined_to(setting: Setting, trigger: Trigger, subject: Subject) -> list[Phrase]:
    """Who is joined to the subject by 与: in the cue's own clause, else before it.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        subject: Its subject.

    Returns:
        The parties right after the preposition, or after a relative clause (与来访的X).
    """
    after = bool(subject.phrases) and subject.phrases[-1].span.start > trigger.span.start
    if subject.phrases and not after:
        low = max(trigger.clause.start, subject.phrases[-1].span.end)
        joins = _CALLING if trigger.frame.kind == "call" else _WITH
        places = [match.end() for match in joins.finditer(setting.text, low, trigger.span.start)]
        found = next((group for place in places if (group := _group_at(setting, place, trigger))), [])
        if found:
            return found
    return [phrase for phrase in partners(setting, trigger, subject) if not _is_topic(setting, phrase, trigger)]


def met_on_arrival(setting: Setting, trigger: Trigger, subject: Subject) -> Subject | None:
    """X抵达首都，与A和B两国代表会谈: who meets, in the clause before, where the subject found are those after 与.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        subject: The subject that its clause seems to have.

    Returns:
        The subject of the nearest clause before in the same mouth; ``None`` where the clause does not open with 与.
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    opens = max(trigger.clause.start, scope.start)
    joined = sign("opens with whom").found(setting.text, opens, trigger.span.start)
    if joined is None or not subject.phrases or not joined.end() <= subject.phrases[0].span.start < trigger.span.start:
        return None
    end = opens - 1
    while end > scope.start:
        clause = Span(setting.clause(end, Span(scope.start, end)).start, end)
        group = clause_subject(setting, clause, scope.start)
        if group and not is_object(setting, group[0], clause):
            found = Subject(members(group, setting), tuple(group), None)
            return None if setting.states(found.entities) & setting.states(subject.entities) else found
        end = clause.start - 1
    return None


def _is_topic(setting: Setting, phrase: Phrase, trigger: Trigger) -> bool:
    """Whether the party is only talked about, or in another clause only owns or describes something."""
    if phrase.span.start < trigger.clause.start:
        return modifies(setting, phrase, trigger)
    return in_topic(setting, trigger.clause, phrase.span)


def _group_at(setting: Setting, place: int, trigger: Trigger) -> list[Phrase]:
    """The parties that begin at a place, but for names of offices or a relative clause before them; nobody who is a topic or only owns."""
    start = _after_relative(setting, place, trigger.span.start)
    around = [phrase for phrase in setting.phrases(trigger.clause) if phrase.span.start < place <= phrase.head.start]
    phrases = around or setting.phrases(Span(start, trigger.span.start))
    if not phrases or _is_topic(setting, phrases[0], trigger):
        return []
    first = int(len(phrases) > 1 and _is_state_of(setting, phrases[0], phrases[1]))
    group = coordinated(setting.text, phrases, first)
    between = setting.tokens.within(Span(start, max(start, phrases[0].span.start)))
    end = group[-1].span.end
    owns = setting.text[end : end + 1] == "的" and not sign("people of").found(setting.text, end)
    return group if not owns and all(word.tag in _NAMES for word in between) else []


def _is_state_of(setting: Setting, owner: Phrase, owned: Phrase) -> bool:
    """轮值主席国文莱的外长X: whether a state only tells whose officer the person is who is named next."""
    side = {setting.parties.state_of(one) for one in owned.entities}
    return (
        setting.text[owner.span.end : owned.span.start] == "的" and owned.office is not None and side <= {*owner.entities, *owned.entities}
    )


def _after_relative(setting: Setting, place: int, end: int | None = None) -> int:
    """Where a party may begin: after the relative clause that begins at a place, else at the place."""
    relative = _RELATIVE.match(setting.text, place, len(setting.text) if end is None else end)
    token = setting.token(place)
    return relative.end() if relative and token is not None and token.tag in _VERBS else place


def received_by(setting: Setting, trigger: Trigger) -> list[Phrase]:
    """Who is received: the party after the cue, or after a relative clause (会见来访的X); nobody where that is the press.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    text, place = setting.text, trigger.span.end
    place += text[place : place + 1] in {"了", "过"}
    start = _after_relative(setting, place)
    phrases = setting.parties.phrases_in(Span(start, trigger.clause.end))
    if not phrases:
        return _guest(setting, trigger)
    person = all(setting.parties.by_id[entity].type == "person" for entity in phrases[0].entities)
    far = phrases[0].span.start - start > _CLOSE or (trigger.frame.role == "welcome" and not person)
    return [] if far or MEDIA.search(setting.words(phrases[0].span)) else coordinated(text, phrases, 0)


def _guest(setting: Setting, trigger: Trigger) -> list[Phrase]:
    """X受到Y接见: the party before the agent."""
    passive = sign("is received").found(setting.text, trigger.clause.start, trigger.span.start)
    return clause_subject(setting, Span(trigger.clause.start, passive.start()), trigger.clause.start) if passive else []


def the_two(setting: Setting, span: Span) -> tuple[str, ...]:
    """Whom 两人 means; where that is unknown, the last two persons of different sides before it in its sentence, else in the one before.

    Args:
        setting: What the page has given so far.
        span: A stretch before a cue.

    Returns:
        Their ids; empty where the stretch says no such word or two persons cannot be told.
    """
    word = sign("the two").found(setting.text, span.start, span.end)
    if not word:
        return ()
    known = [phrase.entities for phrase in setting.phrases(span) if phrase.span.start == word.start()]
    if known and known[0]:
        return known[0]
    opens = setting.text.rfind("。", 0, word.start()) + 1
    earlier = max(setting.text.rfind("。", 0, max(0, opens - 1)), setting.text.rfind("\n", 0, max(0, opens - 1))) + 1
    return _last_two(setting, Span(opens, word.start())) or _last_two(setting, Span(earlier, opens))


def _last_two(setting: Setting, span: Span) -> tuple[str, ...]:
    known = setting.parties.by_id
    named = [entity for entity in members(setting.phrases(span), setting) if entity in known and known[entity].type == "person"]
    pair = tuple(named[-2:])
    return pair if len(setting.states(pair)) > 1 else ()
