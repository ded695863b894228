"""Who does an act, and to whom: read off the clause, else carried over from the clauses before, else the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from verbale.acts.conditions import conditions_before
from verbale.acts.parts import Subject
from verbale.acts.setting import Setting
from verbale.acts.standing import in_topic
from verbale.acts.triggers import Trigger
from verbale.entities.discourse import coordinated, is_oblique, is_owner
from verbale.entities.phrases import Phrase
from verbale.model import Span

_TARGET = re.compile(r"(?:向|对|朝|往|将|把|在|于)$")
_AGENT = re.compile(r"(?:被|遭到|遭受|遭|受到|由|经由|得到|获得|获|应)$")
_PARTNER = re.compile(r"(?:与|同|和|跟|及|分别与|先后与|分别同|以及)$")
_PASSIVE = re.compile(r"(?:被|遭|遭到|受到|获|获得)[^，。；]{0,3}$")
_POSSESSION = re.compile(
    r"(?:的|提出的|关于[^，。；]{1,20}的|发出的)?[^，。；]{0,24}(?:要求|提议|建议|条件|邀请|请求|呼吁|方案|计划|指控|指责|说法|申请)$"
)
_SELF = frozenset({"我", "我们", "我方", "我国", "己方", "本国"})
_EACH_OTHER = re.compile(r"(?:互相|相互|彼此)$")
_PREPOSITIONS = frozenset({"在", "于", "就", "对", "与", "围绕", "针对", "关于", "以", "向", "从", "为", "将", "同", "经", "由"})
_THEY = frozenset({"他们", "她们", "它们", "它", "前者", "这", "那", "此举"})
_PHASES = frozenset({"结束", "开始", "继续", "启动", "恢复", "共同", "分别"})
_BETWEEN_VERB = frozenset({"v", "vd"})
_OWNED = frozenset({"sanction", "aid", "attack", "investigate"})
_NOMINAL = frozenset({"n", "nz", "nw", "an", "vn", "nt", "nr", "ORG", "LOC", "PER"})


def members(phrases: Iterable[Phrase], setting: Setting) -> tuple[str, ...]:
    """The parties of some phrases, once each; 我们 is the speaker's side."""
    found = [entity for phrase in phrases for entity in _meant(phrase, setting)]
    return tuple(dict.fromkeys(found))


def _meant(phrase: Phrase, setting: Setting) -> tuple[str, ...]:
    word = setting.words(phrase.head)
    if word in _SELF:
        speakers = setting.speakers(phrase.span.start)
        return speakers if word == "我" else tuple(setting.side(speaker) for speaker in speakers)
    if word == "其" and not phrase.entities and re.match("所?(?:提|要求)", setting.text[phrase.span.end :][:3]):
        return _named_before(setting, phrase)
    return phrase.entities


def _named_before(setting: Setting, phrase: Phrase) -> tuple[str, ...]:
    """告知伊朗，拒绝其提出的…: the party named last."""
    start = setting.text.rfind("。", 0, phrase.span.start) + 1
    before = [item for item in setting.phrases(Span(start, phrase.span.start)) if item.entities]
    return before[-1].entities if before else ()


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
    if agent:
        return agent
    if trigger.relative:
        return _nearest(setting, trigger, scope)
    end = trigger.span.start
    while end > scope.start:
        clause = setting.clause(end, Span(scope.start, max(end, scope.start)))
        clause = Span(clause.start, end)
        found = clause_subject(setting, clause, scope.start)
        if found:
            return Subject(members(found, setting), tuple(found), clause)
        if end == trigger.span.start and (blocked(setting, clause) or noun_before(setting, trigger)):
            return None
        end = clause.start - 1
    following = _following(setting, trigger, scope)
    if following:
        return following
    speakers = setting.speakers(trigger.span.start)
    if speakers:
        return Subject(speakers, (), None)
    return _carried(setting, trigger)


def _following(setting: Setting, trigger: Trigger, scope: Span) -> Subject | None:
    """与俄方会谈后，特朗普…: the subject of the clause after one that only names the time."""
    words = setting.words(trigger.clause)
    if trigger.clause.start > scope.start or trigger.clause.end >= scope.end or not re.search("(?:后|之际|期间|时)$", words):
        return None
    clause = setting.clause(trigger.clause.end + 1, scope)
    group = clause_subject(setting, clause, clause.start)
    return Subject(members(group, setting), tuple(group), None) if group else None


def _agent(setting: Setting, trigger: Trigger, scope: Span) -> Subject | None:
    low = max(trigger.clause.start, scope.start)
    phrases = setting.phrases(Span(low, trigger.span.start))
    for position in range(len(phrases) - 1, -1, -1):
        before = setting.text[low : phrases[position].span.start]
        adjoins = trigger.frame.kind == "attack" and phrases[position].span.end == trigger.span.start and not _TARGET.search(before)
        if adjoins:
            return Subject(members([phrases[position]], setting), (phrases[position],), Span(low, trigger.span.start))
        if _AGENT.search(before) and not is_owner(setting.text, phrases[position]):
            group = coordinated(setting.text, phrases, position)
            return Subject(members(group, setting), tuple(group), Span(low, trigger.span.start))
    return None


def _nearest(setting: Setting, trigger: Trigger, scope: Span) -> Subject | None:
    """The parties right before a relative clause's verb, with those joined to them by 与."""
    low = max(trigger.clause.start, scope.start)
    topical = in_topic(setting, trigger.clause, trigger.span)
    phrases = [
        phrase
        for phrase in setting.phrases(Span(low, trigger.span.start))
        if not _is_place_of(setting, phrase, low) and (topical or not in_topic(setting, trigger.clause, phrase.span))
    ]
    if not phrases:
        return None
    first = len(phrases) - 1
    while first > 0 and _joined(setting, phrases[first - 1], phrases[first]):
        first -= 1
    group = phrases[first:]
    if _verb_between(setting, Span(group[-1].span.end, trigger.span.start)) or is_owner(setting.text, group[-1]):
        return None
    before = setting.text[low : group[0].span.start]
    if re.search(r"(?:对|向|给|为|从|把|将)$", before):
        return None
    if _PARTNER.search(before) and len(group) == 1 and not trigger.frame.mutual:
        return None
    if _PARTNER.search(before):
        outer = clause_subject(setting, Span(trigger.clause.start, group[0].span.start), scope.start)
        owners = outer or _previous(setting, trigger, scope)
        actors = members(owners, setting) or setting.speakers(trigger.span.start)
        return Subject((*actors, *members(group, setting)), (*owners, *group), Span(low, trigger.span.start))
    return Subject(members(group, setting), tuple(group), Span(low, trigger.span.start))


def _previous(setting: Setting, trigger: Trigger, scope: Span) -> list[Phrase]:
    if trigger.clause.start <= scope.start:
        return []
    clause = setting.clause(trigger.clause.start - 1, Span(scope.start, trigger.clause.start - 1))
    return clause_subject(setting, clause, scope.start)


def _joined(setting: Setting, left: Phrase, right: Phrase) -> bool:
    between = setting.text[left.span.end : right.span.start]
    return bool(re.fullmatch(r"(?:、|和|与|同|及|跟|以及|[^，。；的]{0,12}(?:与|同|和|跟))?", between)) and (
        bool(between) or len(right.span) == 1
    )


def _verb_between(setting: Setting, span: Span) -> bool:
    words = setting.tokens.within(span)
    return any(token.tag in _BETWEEN_VERB and len(token.span) > 1 and setting.words(token.span) not in _PHASES for token in words)


def _is_place_of(setting: Setting, phrase: Phrase, low: int) -> bool:
    return bool(re.search(r"(?:在|于|至|到|赴|从|驻)$", setting.text[max(low, phrase.span.start - 2) : phrase.span.start]))


def clause_subject(setting: Setting, clause: Span, low: int) -> list[Phrase]:
    """The phrases of a clause's subject; none where it names none."""
    phrases = setting.phrases(clause)
    passed = -1
    for position, phrase in enumerate(phrases):
        group = coordinated(setting.text, phrases, position)
        whole = setting.clause(phrase.span.start, Span(0, len(setting.text)))
        if phrase.span.start < passed or _is_oblique(setting, phrase, max(low, clause.start)) or in_topic(setting, whole, phrase.span):
            passed = max(passed, group[-1].span.end)
            continue
        if is_owner(setting.text, group[-1]) or _opens_relative(setting, group[-1], clause):
            continue
        if not members(group, setting):
            continue
        return group
    return []


def _is_oblique(setting: Setting, phrase: Phrase, low: int) -> bool:
    if setting.text[phrase.span.start - 1 : phrase.span.start] == "《" or _is_governed(setting, phrase, low):
        return True
    asked = setting.text[max(low, phrase.span.start - 2) : phrase.span.start] in {"问及", "问到"}
    return not asked and not _opens_time(setting, phrase, low) and is_oblique(setting.text, phrase, low)


def _is_governed(setting: Setting, phrase: Phrase, low: int) -> bool:
    """对支持X的Y: a phrase after 的 belongs to the preposition before its relative clause."""
    if setting.text[phrase.span.start - 1 : phrase.span.start] != "的":
        return False
    words = setting.tokens.within(Span(low, phrase.span.start))
    return any(setting.words(word.span) in {"对", "向", "与", "同", "把", "在"} for word in words)


def _opens_time(setting: Setting, phrase: Phrase, low: int) -> bool:
    """在美方同意…后: the party is the subject of the clause that names the time."""
    before = setting.text[max(low, phrase.span.start - 2) : phrase.span.start]
    clause = setting.clause(phrase.span.start, Span(0, len(setting.text)))
    verb = setting.token(phrase.span.end)
    told = verb is not None and verb.tag in {"v", "d"}
    return (
        told
        and before.endswith(("在", "随着", "据", "当"))
        and bool(re.search("(?:之?后|之?前|时|之际|期间|情况下)$", setting.words(clause)))
    )


def _opens_relative(setting: Setting, phrase: Phrase, clause: Span) -> bool:
    """Whether the phrase is only the subject of a relative clause (``美方提出的``)."""
    words = setting.tokens.within(Span(phrase.span.end, min(clause.end, phrase.span.end + 10)))
    return len(words) > 1 and words[0].tag == "v" and bool(re.match("[了过]?的", setting.text[words[0].span.end :][:3]))


def blocked(setting: Setting, clause: Span) -> bool:
    """Whether a noun that is no party is the subject of the clause (``谈判将…``)."""
    phrases = setting.phrases(clause)
    taken = [phrase.span for phrase in phrases] + [time.span for time in setting.times if time.span.overlaps(clause)]
    for token in setting.tokens.within(clause):
        if any(span.overlaps(token.span) for span in taken):
            continue
        if setting.words(token.span) in _THEY:
            return True
        if token.tag in {"p", "v", "vd"} or setting.words(token.span) in _PREPOSITIONS:
            return False
        if token.tag in _NOMINAL and len(token.span) > 1:
            return True
    return False


def noun_before(setting: Setting, trigger: Trigger) -> bool:
    """Whether a noun that is no party stands right before the cue, with no preposition before it: that is the subject (谈判将…)."""
    place = trigger.span.start - 1
    token = setting.token(place)
    while (
        token is not None
        and token.tag in {"d", "ad", "vd", "w", "TIME"}
        and setting.text[place] not in "，。；：！？\n"
        and place > trigger.clause.start
    ):
        place = token.span.start - 1
        token = setting.token(place)
    if token is None or place < trigger.clause.start or token.tag not in {"n", "vn", "nz", "nw", "an"}:
        return False
    opens = max(trigger.clause.start, setting.text.rfind("的", trigger.clause.start, token.span.start) + 1)
    words = setting.tokens.within(Span(opens, token.span.start))
    if any(word.tag == "p" or setting.words(word.span) in _PREPOSITIONS for word in words):
        return False
    return not any(phrase.span.overlaps(token.span) for phrase in setting.parties.phrases_in(trigger.clause))


def _carried(setting: Setting, trigger: Trigger) -> Subject | None:
    """The subject of the sentence before in the same paragraph."""
    for paragraph in setting.article.paragraphs:
        if paragraph.span.covers(trigger.sentence):
            before = [sentence for sentence in paragraph.sentences if sentence.end <= trigger.sentence.start]
            if not before:
                return None
            return _first_subject(setting, before[-1])
    return None


def _first_subject(setting: Setting, sentence: Span) -> Subject | None:
    place = sentence.start
    while place < sentence.end:
        clause = setting.clause(place, sentence)
        group = clause_subject(setting, clause, clause.start)
        if group:
            return Subject(members(group, setting), tuple(group), None)
        place = max(clause.end, place) + 1
    return None


def partners(setting: Setting, trigger: Trigger, subject: Subject) -> list[Phrase]:
    """The parties joined to the subject by 与, 同 or 和 between it and the cue."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    low = subject.phrases[-1].span.end if subject.phrases and subject.clause else max(scope.start, trigger.clause.start)
    if subject.phrases and subject.phrases[-1].span.start > trigger.span.start:
        return []
    return _joined_by(setting, Span(low, trigger.span.start), _PARTNER)


def _joined_by(setting: Setting, span: Span, preposition: re.Pattern[str], *, owner: bool = False) -> list[Phrase]:
    phrases = setting.phrases(span)
    for position, phrase in enumerate(phrases):
        before = setting.text[max(span.start, phrase.span.start - 3) : phrase.span.start]
        if preposition.search(before):
            group = coordinated(setting.text, phrases, position)
            if owner or not is_owner(setting.text, group[-1]):
                return group
    return []


def recipients_of(setting: Setting, trigger: Trigger, content: Span | None, actors: tuple[str, ...]) -> list[Phrase]:
    """The phrases that name to whom the act is done, as its frame says where they stand."""
    for place in trigger.frame.recipients:
        found = _recipients(setting, trigger, content, place)
        found = [phrase for phrase in found if set(members([phrase], setting)) - set(actors)]
        if found:
            return found
    return []


def _recipients(setting: Setting, trigger: Trigger, content: Span | None, place: str) -> list[Phrase]:
    low = trigger.clause.start
    before = Span(low, trigger.span.start)
    if place == "condition":
        return _of_condition(setting, trigger)
    if place == "proposer":
        return _proposer(setting, content)
    if place == "guest":
        return _guest(setting, trigger)
    if place in {"向", "对", "给", "为", "与"}:
        return _joined_by(setting, before, re.compile(f"(?:{place}|针{place}|{place}于)$"), owner=trigger.frame.kind in _OWNED)
    if place == "with":
        return _joined_by(setting, before, re.compile("(?:与|同|和|对|向|为)$")) or _first_with(setting, content)
    if place in {"object", "pivot"}:
        return _next(setting, Span(trigger.anchor.end, trigger.clause.end), owner=place == "object")
    if place == "thanked":
        return _next(setting, Span(trigger.anchor.end, trigger.clause.end), owner=True) or _owner_after(setting, content)
    if place == "about":
        return _inside(setting, content)[:1]
    if place == "inside":
        return _inside(setting, content)
    if place == "whose":
        return _inside(setting, content) if content and _POSSESSION.match(setting.words(content)) else []
    return []


def _of_condition(setting: Setting, trigger: Trigger) -> list[Phrase]:
    """The subject of the condition: 如果美方…."""
    condition = conditions_before(setting, trigger, setting.scope(trigger.span.start, trigger.sentence))
    return clause_subject(setting, setting.clause(condition.start, condition), condition.start) if condition else []


def _proposer(setting: Setting, content: Span | None) -> list[Phrase]:
    """Whose proposal is agreed to: 美方提出的方案."""
    phrases = setting.phrases(content) if content else []
    return [
        phrase
        for phrase in phrases
        if re.match("(?:所)?(?:提出|提议|倡议|起草|主张)的|的(?:提议|建议|方案|计划|要求)", setting.text[phrase.span.end :][:5])
    ][:1]


def _guest(setting: Setting, trigger: Trigger) -> list[Phrase]:
    """应X邀请，Y将…: the subject of the clause that follows."""
    if not setting.words(Span(trigger.clause.start, trigger.span.start)).startswith("应") or trigger.clause.end >= trigger.sentence.end:
        return []
    clause = setting.clause(trigger.clause.end + 1, trigger.sentence)
    return clause_subject(setting, clause, clause.start)


def _owner_after(setting: Setting, content: Span | None) -> list[Phrase]:
    """The party whose deed is thanked for or welcomed: 对阿曼所做的安排."""
    phrases = setting.phrases(content) if content else []
    return phrases[:1] if content and phrases and phrases[0].span.start - content.start <= 3 else []


def _first_with(setting: Setting, content: Span | None) -> list[Phrase]:
    if content is None:
        return []
    return _joined_by(setting, Span(content.start, min(content.end, content.start + 24)), re.compile("(?:与|同|和|对|向)$"))


def _next(setting: Setting, span: Span, *, owner: bool) -> list[Phrase]:
    """The party that follows at once."""
    phrases = setting.parties.phrases_in(Span(span.start, min(span.end, span.start + 3)))
    if not phrases or not re.fullmatch(r"[了过，“]?(?:所有|全体|两国)?", setting.text[span.start : phrases[0].span.start]):
        return []
    group = coordinated(setting.text, setting.parties.phrases_in(span), 0)
    if not owner and is_owner(setting.text, group[-1]):
        return []
    return group


def _inside(setting: Setting, content: Span | None) -> list[Phrase]:
    if content is None:
        return []
    phrases = setting.phrases(content)
    return coordinated(setting.text, phrases, 0) if phrases else []


def is_passive(setting: Setting, trigger: Trigger) -> bool:
    """Whether the cue is passive with no agent named."""
    return bool(_PASSIVE.search(setting.text[trigger.clause.start : trigger.span.start]))


def each_other(setting: Setting, trigger: Trigger) -> bool:
    """Whether the actors act on each other."""
    before = setting.text[trigger.clause.start : trigger.span.start]
    return bool(_EACH_OTHER.search(before)) or "对方" in setting.text[trigger.span.end : trigger.span.end + 4]


def states_differ(setting: Setting, first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether two groups of parties act for different states."""
    return not setting.states(tuple(first)) & setting.states(tuple(second))
