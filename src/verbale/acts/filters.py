"""Cues that only look like acts: wishes, aims, topics, and nouns without a date."""

from __future__ import annotations

from collections.abc import Callable

from verbale.acts.asking import asks_unnamed, whose_doing
from verbale.acts.conditions import opens_condition
from verbale.acts.futures import is_own_future
from verbale.acts.kinds import DEEDS, SPOKEN
from verbale.acts.members import members
from verbale.acts.moments import names_day
from verbale.acts.only_wanted import is_only_wanted
from verbale.acts.setting import Setting
from verbale.acts.standing import closes_topic, dealt_with, follows_party, follows_time, is_aim
from verbale.acts.subjects import own_body, subject_of
from verbale.acts.things import noun_before
from verbale.acts.triggers import Trigger, triggers
from verbale.lexicons.signs import sign
from verbale.model import Span

_VERBAL = frozenset({"v", "vd", "vn", "d", "p", "a", "ad", "an", "n", "nz", "xc", "c", "u"})
_ADVERBIAL = frozenset({"v", "d", "vd"})
_MODIFYING = frozenset({"a", "m", "q", "r", "n", "nz"})
# 如果伊朗不同意: none of these are done by supposing them.
_HELD_TRUE = frozenset({"refuse", "deny", "accuse", "criticise", "support", "aid"})
_TALKS = frozenset({"meet", "call", "visit"})
_PAIR = 2
# These are done by speaking even where their content is only wished.
_WHATEVER = frozenset({"offer", "demand", "appeal", "propose"})
# Only these kinds tell a fact in a relative clause (美方提出的方案, 19日签署的协定).
_RELATIVE = frozenset({"sign", "visit", "meet", "call", "mediate"})


def belongs(setting: Setting, trigger: Trigger) -> bool:
    """Whether the cue tells an act at all.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    if trigger.frame.role == "seized":
        return True  # those held are held, whatever is said of them
    if not _is_verbal(setting, trigger) or _is_unreal(setting, trigger) or is_only_wanted(setting, trigger):
        return False
    own = _BY_ROLE.get(trigger.frame.role or "")
    return own(setting, trigger) if own else _tells_fact(setting, trigger)


def _is_verbal(setting: Setting, trigger: Trigger) -> bool:
    """Whether the tagger takes the cue for a word that can be a verb, or joined it to the name before it (安华吁)."""
    token = setting.token(trigger.span.start)
    announced = sign("announces right before").found(setting.text, trigger.clause.start, trigger.span.start)
    always = sign("always a word").found(setting.words(trigger.span))
    if token is None or token.tag in _VERBAL or len(trigger.span) > _PAIR or announced or always:
        return token is not None
    if token.tag == "f" and token.span.end == trigger.span.end:
        return True  # 机场|外集会: the tagger joins where to the verb
    start = trigger.span.start
    return token.span.start < start and (follows_party(setting, start) or follows_time(setting, start))


def forbids(setting: Setting, trigger: Trigger) -> bool:
    """Whether a norm says what must not be (不得, 不应): nobody is asked to do anything, and what it forbids is not done.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    return trigger.frame.role == "norm" and sign("forbids").found(setting.words(trigger.span)) is not None


def tells_by_another(setting: Setting, trigger: Trigger) -> bool:
    """Whether 将 or 会 only puts another listed act into the future: that act tells it, if it can be told (将与美方会谈).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    return trigger.frame.role == "future" and bool(_listed_after(setting, trigger))


def leaves_a_promise(setting: Setting, trigger: Trigger) -> bool:
    """Whether 将 is a promise where nothing listed after it could be told; talks of unknown sides are none, but of one that goes on.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    talks = any(other.frame.kind in _TALKS and belongs(setting, other) for other in _listed_after(setting, trigger))
    if not talks:
        return True
    subject = subject_of(setting, trigger)
    goes_on = sign("goes on with it").found(setting.text, trigger.span.end, trigger.clause.end)
    return goes_on is not None and subject is not None and len(subject.entities) == 1


def _is_unreal(setting: Setting, trigger: Trigger) -> bool:
    """Whether the words around the cue make it a basis (根据…), a condition, a question, a forecast or a look back."""
    before = setting.text[trigger.clause.start : trigger.span.start]
    if (sign("basis").found(before) and not trigger.relative) or sign("unless").found(before):
        return True
    supposed = trigger.frame.kind not in _TALKS and sign("only supposed").found(setting.text, trigger.span.end, trigger.clause.end)
    uncommented = sign("left without comment").found(setting.text, trigger.anchor.end, trigger.clause.end)
    if supposed or uncommented or (trigger.frame.kind in _TALKS and _is_not_held(setting, trigger)):
        return True
    ruled_out = sign("ruled out" if trigger.frame.kind in DEEDS | _TALKS else "not meant")
    not_against = trigger.frame.kind == "refuse" and sign("not against").found(before)
    if trigger.frame.kind in SPOKEN | DEEDS | _TALKS | {"agree"} and ruled_out.found(before) and not not_against:
        return True
    if trigger.frame.kind in _HELD_TRUE and opens_condition(before):
        return True
    if trigger.frame.kind in SPOKEN and (sign("asked").found(before) or sign("thought over").found(before)):
        return True
    said_ahead = trigger.frame.role in {"future", "own"} and (sign("open question").found(before) or sign("forecast").found(before))
    return bool(said_ahead) or (trigger.frame.role in {"future", "norm", "own"} and _is_of_a_thing(setting, trigger))


def _is_of_a_thing(setting: Setting, trigger: Trigger) -> bool:
    """谈判将…: said of a noun that is no party, nor what a party does (美国的封锁必须停止)."""
    if asks_unnamed(setting, trigger) or (trigger.frame.role == "norm" and whose_doing(setting, trigger)):
        return False
    return noun_before(setting, trigger) and own_body(setting, trigger) is None


def _is_not_held(setting: Setting, trigger: Trigger) -> bool:
    """Whether talks or a visit are only counted (这是首次会谈), or named as what is called off."""
    if sign("was to be held").found(setting.text, trigger.span.end, trigger.clause.end):
        return True
    return trigger.frame.kind == "meet" and (_is_counted(setting, trigger) or _put_first(setting, trigger))


def _is_counted(setting: Setting, trigger: Trigger) -> bool:
    """这是两国首次举行会谈, but not 这是两人第三次会面: those who met are told of once more."""
    starts = (trigger.sentence.start, trigger.clause.start)
    counted = [found for start in starts if (found := sign("looks back").found(setting.text, start))]
    again = (
        trigger.frame.role == "predicate" and sign("met once more").found(setting.text, counted[0].end(), trigger.span.start)
        if counted
        else None
    )
    return bool(counted) and not again


def _is_norm(setting: Setting, trigger: Trigger) -> bool:
    """必须 in somebody's words, before a verb of doing."""
    token = setting.token(trigger.span.start)
    states = sign("state verb").found(setting.text, trigger.span.end)
    adverbial = token is not None and (token.tag in _ADVERBIAL or len(trigger.span) > 1)
    return adverbial and not states and setting.statement_at(trigger.span.start) is not None


def _is_attitude(setting: Setting, trigger: Trigger) -> bool:
    strong = sign("a strong feeling").found(setting.text, trigger.span.start) and "about" in trigger.frame.recipients
    return bool(strong or sign("felt").found(setting.text, trigger.clause.start, trigger.span.start))


def _tells_fact(setting: Setting, trigger: Trigger) -> bool:
    """Whether the cue is more than a relative clause's verb, a basis (根据…), a wish or a condition."""
    frame = trigger.frame
    if trigger.relative:
        tells = frame.nouns or frame.nouns_before or frame.kind in _RELATIVE
        return bool(tells) and not (frame.kind == "meet" and _called_off(setting, trigger)) and not _only_names(setting, trigger)
    before = setting.text[trigger.clause.start : trigger.span.start]
    if frame.nouns_before:
        return not sign("ought").found(before)
    named = sign("names a policy").found(setting.text, trigger.anchor.end, trigger.clause.end)
    if frame.kind in DEEDS and (sign("not done if").found(before) or named or _only_dates(setting, trigger)):
        return False
    if _only_names(setting, trigger) or _is_modified(setting, trigger) or _is_judged(setting, trigger):
        return False
    handled = dealt_with(setting, trigger.clause, trigger.span) if frame.content == "handled" else None
    cue = Span(handled.start - 1, handled.end) if handled else trigger.span  # with its preposition: 为 tells no aim there
    return frame.role == "speaker" or frame.kind in _WHATEVER or not is_aim(setting, trigger.clause, cue)


def _is_judged(setting: Setting, trigger: Trigger) -> bool:
    """中方谴责这一袭击: a deed without a doer that somebody condemns or welcomes is none of theirs."""
    before = setting.text, trigger.clause.start, trigger.span.start
    votes = [Span(*found.span()) for found in sign("votes cast").all(*before)]  # 以6票反对、5票弃权通过
    told = sign("judges a deed").all(*before) if trigger.frame.kind in DEEDS else []
    judged = [found for found in told if not any(vote.overlaps(Span(*found.span())) for vote in votes)]
    return bool(judged) and not setting.phrases(Span(judged[-1].end(), trigger.span.start))


def _called_off(setting: Setting, trigger: Trigger) -> bool:
    return bool(sign("called off").found(setting.text, trigger.span.end, trigger.clause.end))


def _put_first(setting: Setting, trigger: Trigger) -> bool:
    """Whether the talks are named first and called off right after (原定周四的会谈，政府宣布取消)."""
    starts = (trigger.sentence.start, trigger.clause.start)  # 据了解，原定周四的会谈，…
    topics = (sign("talks put first").found(setting.text, start, trigger.sentence.end) for start in starts)
    topic = next((found for found in topics if found and trigger.span.start < found.end()), None)
    if topic is None:
        return False
    return bool(sign("called off").found(setting.text, topic.end(), setting.clause(topic.end() + 1, trigger.sentence).end))


def _only_dates(setting: Setting, trigger: Trigger) -> bool:
    """在哈马斯释放人质后，以色列将…: what must come first has not happened yet."""
    clause = trigger.clause
    timed = sign("time clause").found(setting.text, clause.start, clause.end)
    return bool(timed and sign("what follows then").found(setting.text, clause.end, trigger.sentence.end))


def _only_names(setting: Setting, trigger: Trigger) -> bool:
    """达成协议的难度, 达成协议之前: an agreement spoken of, not reached."""
    if trigger.frame.role != "joint":
        return False
    end = trigger.noun.end if trigger.noun else trigger.anchor.end
    return bool(
        sign("named by").found(setting.text, end, trigger.clause.end) or sign("not yet").found(setting.text, end, trigger.clause.end)
    )


def _is_modified(setting: Setting, trigger: Trigger) -> bool:
    """本轮会谈, 新谈判, 在会谈中: a noun, not the verb."""
    if trigger.frame.kind != "meet" or trigger.frame.role != "predicate":
        return False
    before = setting.text[trigger.clause.start : trigger.span.start]
    token = setting.token(trigger.span.start - 1) if before else None
    if (
        sign("time again").found(before)
        or sign("manner of talks").found(before)
        or _is_site(setting, trigger)
        or _is_chaired(setting, trigger)
    ):
        return False
    if token is not None and (closes_topic(setting, trigger.clause, token.span) or sign("with officials").found(before)):
        return False
    if sign("modifies talks").found(before) or sign("takes place").found(setting.text, trigger.span.end, trigger.clause.end):
        return True
    phrases = setting.parties.phrases_in(trigger.clause)
    held = token is not None and (any(phrase.span.covers(token.span) for phrase in phrases) or setting.text[token.span.start - 1] in "在于")
    return token is not None and token.tag in _MODIFYING and not held


def _is_chaired(setting: Setting, trigger: Trigger) -> bool:
    """主持两国外长的间接会谈: whether somebody has had two sides talk, who are named before the cue."""
    chairs = sign("has them talk").found(setting.text, trigger.clause.start, trigger.span.start)
    sides = members(setting.phrases(Span(chairs.end(), trigger.span.start)), setting) if chairs else ()
    return len(setting.states(sides)) > 1


def _is_site(setting: Setting, trigger: Trigger) -> bool:
    """Whether the words right before the cue only say where (在湖畔会谈, but not 在会谈中, 在首轮三方会谈后)."""
    site = sign("site of talks").found(setting.text, trigger.clause.start, trigger.span.start)
    if site is None or sign("amid talks").found(setting.text, trigger.span.end):
        return False
    return not any(token.tag in {"v", "vn", "p", "u"} for token in setting.tokens.within(Span(site.start("site"), trigger.span.start)))


def _listed_after(setting: Setting, trigger: Trigger) -> list[Trigger]:
    """The other listed acts that will be done: they tell the future act themselves."""
    return [
        other
        for other in triggers(setting, trigger.clause)
        if other.span.start >= trigger.span.end
        and other.frame.kind not in {"promise", "threaten"}
        and other.frame.role not in {"norm", "nominal"}
        and not other.relative
        and not (other.frame.kind in _TALKS and _talks_to_anybody(setting, trigger, other))
        and not (other.frame.kind == "ceasefire" and sign("keeps to it").found(setting.words(other.span)))
        and (other.frame.kind in _TALKS or not sign("before it").found(setting.text, other.anchor.end))
    ]


def _talks_to_anybody(setting: Setting, trigger: Trigger, other: Trigger) -> bool:
    """将继续与各方接触: talks with nobody in particular are what somebody promises."""
    return sign("with nobody in particular").found(setting.text, trigger.span.end, other.span.start) is not None


def _is_dated(setting: Setting, trigger: Trigger) -> bool:
    """A noun tells a fact only with its day or place beside it and something said of it."""
    scope = setting.scope(trigger.span.start, trigger.sentence)
    before = Span(max(trigger.clause.start, scope.start), trigger.span.start)
    if sign("named only").found(setting.text, trigger.span.end) or _called_off(setting, trigger):
        return False
    dated = any(names_day(setting, time) for time in setting.times_in(before))
    return dated and setting.text[trigger.span.start - 1] != "届"


_BY_ROLE: dict[str, Callable[[Setting, Trigger], bool]] = {
    "future": is_own_future,
    "norm": _is_norm,
    "nominal": _is_dated,
    "attitude": _is_attitude,
}
