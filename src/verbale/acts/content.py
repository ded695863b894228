"""What was agreed, asked, refused or promised: the words of the content, trimmed as statements are."""

from __future__ import annotations

import re
from collections.abc import Callable

from verbale.acts.conditions import opens_condition
from verbale.acts.content_ends import ends_before, is_answered, turns_to_own
from verbale.acts.frames import cue_pattern
from verbale.acts.plans import disposed
from verbale.acts.refused import refused_before
from verbale.acts.setting import Setting
from verbale.acts.standing import dealt_with
from verbale.acts.struck import target_of
from verbale.acts.triggers import Trigger
from verbale.language.sentences import trim
from verbale.lexicons.signs import sign
from verbale.model import Span

_FINAL = "。！？；，：…!?;、 "
# Only words that open speech may be followed by a comma and then their content.
_AFTER_COMMA = frozenset({"propose", "demand", "appeal", "promise", "agree", "threaten"})
# Whoever is asked or told something may answer in the next clause.
_ANSWERED = frozenset({"demand", "appeal", "propose", "agree", "promise", "refuse", "threaten", "offer", "accuse", "deny"})
# 过渡期, 过境, 了解, 了结: words of their own, no aspect.
_PASSING = re.compile("过[渡境去往剩程半热激度早]|了[解结断却]")
_DEGREES = frozenset({"d", "ad", "vd"})
# What somebody says against others, or of what they say.
_AGAINST = frozenset({"accuse", "deny"})
# What somebody says of their own doing: what they go on to say is no part of it (承诺不动武，并同意再会).
_OWN_WORDS = frozenset({"promise", "agree", "offer", "deny", "refuse"})
# 对…表示欢迎: the content stands before.
_FELT = frozenset({"support", "criticise", "refuse"})


def content_of(setting: Setting, trigger: Trigger) -> Span | None:
    """The content of one act.

    Args:
        setting: What the page has given so far.
        trigger: Its cue; its frame says where the content stands.

    Returns:
        The span without the cue and without punctuation at its ends, or ``None``.
    """
    held = setting.statement_of(trigger.span)
    if trigger.span.end == trigger.clause.end and sign("on demand").found(setting.text, trigger.clause.start, trigger.span.start):
        return None
    if held and trigger.frame.content in {"clause", "own"} and held.content and held.content[0].start >= trigger.span.end:
        return _up_to_turn(setting, trigger, setting.up_to_turn(Span(held.content[0].start, held.content[-1].end)))
    found = _found(setting, trigger, trigger.frame.content)
    if trigger.frame.kind == "refuse" and (found is None or not len(found)):
        found = refused_before(setting, trigger)
    return _trimmed(setting, found) if found is not None and found.start < found.end else None


def _up_to_turn(setting: Setting, trigger: Trigger, content: Span) -> Span:
    """保证不会首先开火，但邻国军队必须撤走: what is promised ends where another is told what to do, or speaks up."""
    clause = setting.clause(content.start, content)
    while clause.end < content.end:
        following = setting.clause(clause.end + 1, content)
        if _turns(setting, trigger, clause, Span(following.start, content.end)):
            return Span(content.start, clause.end)
        clause = following if following.end > clause.end else content
    return content


def _turns(setting: Setting, trigger: Trigger, clause: Span, rest: Span) -> bool:
    """Whether what follows a clause of a content is no part of it: a demand on another, an answer, or what its speaker goes on to."""
    kind, following = trigger.frame.kind, setting.clause(rest.start, rest)
    if sign("turns to a demand").found(setting.text, rest.start, rest.end) or (kind in _ANSWERED and is_answered(setting, following)):
        return True
    if kind in _OWN_WORDS and sign("goes on to say").found(setting.text, rest.start, rest.end):
        return True
    if kind in _AGAINST:
        return setting.text[clause.end] == "：" or turns_to_own(setting, trigger, following)
    supposed = opens_condition(setting.text, clause.start, clause.end)
    return kind == "threaten" and not supposed and turns_to_own(setting, trigger, following, "will not")


def _found(setting: Setting, trigger: Trigger, where: str) -> Span | None:
    """The content at one place; places are those of :class:`verbale.acts.frames.Frame`."""
    felt = trigger.frame.kind in _FELT and where in {"object", "clause", "own"}
    if felt and sign("light verb").found(setting.text, trigger.clause.start, trigger.span.start):
        return _about(setting, trigger)
    finders: dict[str, Callable[[], Span | None]] = {
        "object": lambda: _head(setting, trigger) if trigger.relative else _object(setting, trigger),
        "own": lambda: extent(setting, trigger, trigger.span.end, free=False),
        "clause": lambda: extent(setting, trigger, trigger.span.end, free=trigger.frame.kind != "criticise"),
        "pivot": lambda: _after_party(setting, trigger),
        "target": lambda: target_of(setting, trigger),
        "topic": lambda: _topic(setting, trigger),
        "reached": lambda: _reached(setting, trigger),
        "before": lambda: _judged(setting, trigger),
        "sentence": lambda: trigger.clause,
        "about": lambda: _about(setting, trigger),
        "handled": lambda: dealt_with(setting, trigger.clause, trigger.span),
    }
    return finders[where]() if where in finders else None


def _judged(setting: Setting, trigger: Trigger) -> Span | None:
    """What somebody calls wrong, up to the adverb before the cue (此举太荒谬); none where only an adverb stands there."""
    low = max(trigger.clause.start, setting.scope(trigger.span.start, trigger.sentence).start)
    words = list(setting.tokens.within(Span(low, trigger.span.start)))
    while words and words[-1].tag in _DEGREES:
        words.pop()
    return Span(low, words[-1].span.end) if words and low < trigger.span.start else None


def _after_party(setting: Setting, trigger: Trigger) -> Span | None:
    phrases = setting.parties.phrases_in(Span(trigger.span.end, trigger.span.end + 2))
    return Span(phrases[0].span.end, trigger.clause.end) if phrases else None


def extent(setting: Setting, trigger: Trigger, start: int, *, free: bool) -> Span:
    """From ``start`` over the clauses that go on with it.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        start: Where the content begins.
        free: Whether further clauses may have subjects of their own (要求 … ；…).

    Returns:
        A span that ends before the next cue, conjunction of contrast, or (unless ``free``) the next subject.
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    scope = Span(scope.start, max(scope.end, trigger.clause.end))
    again = cue_pattern().match(setting.text, start + 1, scope.end) if setting.text[start : start + 1] == "、" else None
    start = again.end() if again else start  # 不认同、不接受
    skipped = "，：“ 了" if trigger.frame.kind in _AFTER_COMMA else "“ 了"
    while start < scope.end and setting.text[start] in skipped:
        start += 1
    end = setting.clause(start, scope).end
    if end == start and trigger.frame.kind == "refuse":
        return Span(start, start)
    if (
        opens_condition(setting.text, start, scope.end) and setting.text[end : end + 1] == "，" and end < scope.end
    ):  # what follows belongs to it
        end = setting.clause(end + 1, scope).end
    while end < scope.end and setting.text[end] in "，；：":
        clause = setting.clause(end + 1, scope)
        if ends_before(setting, trigger, clause, free=free) or (trigger.frame.kind in _ANSWERED and is_answered(setting, clause)):
            break
        if trigger.frame.kind in _AGAINST and (setting.text[end] == "：" or turns_to_own(setting, trigger, clause)):
            break
        end = clause.end
    return Span(start, end)


def _object(setting: Setting, trigger: Trigger) -> Span:
    """What follows the cue; where nothing does, what 将 or 把 puts before it (将周四的会谈取消), for talks called off what they are."""
    after = Span(trigger.span.end, _object_end(setting, trigger))
    if len(after) and not sign("object stood before").found(setting.text, after.start, after.end):
        return after
    low = max(trigger.clause.start, setting.scope(trigger.span.start, trigger.sentence).start)
    for marker in sign("puts the object first").all(setting.text, low, trigger.span.start):
        first = disposed(setting, trigger, Span(*marker.span()))
        if first:
            return first
    if trigger.frame.kind != "cancel":
        return after
    talks = sign("talks called off").found(setting.text, low, trigger.span.start)
    topic = sign("talks put first").found(setting.text, trigger.sentence.start, trigger.clause.start)
    return Span(low, talks.end()) if talks else Span(*topic.span()) if topic else after


def _object_end(setting: Setting, trigger: Trigger) -> int:
    scope = setting.scope(trigger.span.start, trigger.sentence)
    end = min(trigger.clause.end, scope.end) if scope.start <= trigger.span.start else trigger.clause.end
    reason = sign("reason follows").found(setting.text, trigger.span.end, end)
    return min(reason.start() if reason else end, _next_verb(setting, Span(trigger.span.end, end)))


def _next_verb(setting: Setting, span: Span) -> int:
    """Where 并 leads on to the next act (中止谈判并召见大使); the end where it does not."""
    words = setting.tokens.within(span)
    joins = (word.span for word in words if setting.words(word.span) in {"并", "并且"})
    return next((word.start for word in joins if cue_pattern().match(setting.text, word.end, span.end)), span.end)


def _head(setting: Setting, trigger: Trigger) -> Span | None:
    """What a relative clause is about: the words after 的 up to the noun."""
    start = setting.text.find("的", trigger.span.end, trigger.clause.end) + 1
    if setting.text[trigger.span.start] == "所":
        start = trigger.span.end
    words = setting.text[start : trigger.clause.end]
    found = sign("thing").found(words)
    if not start or not found:
        return None
    end = start + found.end()
    return Span(start, end + 1 if setting.text[end : end + 1] == "”" else end)


def _topic(setting: Setting, trigger: Trigger) -> Span | None:
    """The 就… before the cue, or what follows 讨论 after it."""
    low = trigger.clause.start
    for found in reversed(sign("topic begins").all(setting.text, low, trigger.span.start)):
        token = setting.token(found.start())
        if token and token.span.start == found.start() and trigger.span.start - found.start() > 2:
            return Span(found.start(), trigger.span.start)
    after = sign("talked about").found(setting.text, trigger.anchor.end, trigger.sentence.end)
    if after:
        return Span(after.end(), setting.clause(after.end(), trigger.sentence).end)
    return None


def _reached(setting: Setting, trigger: Trigger) -> Span | None:
    """What an agreement is about, else which one was reached, where the words say more than that it is one (达成停火协议); quoted first."""
    start = setting.text.find("的", trigger.span.end) + 1 if trigger.relative else trigger.span.end
    found = sign("agreement reached").found(setting.text, start, trigger.clause.end)
    which = Span(*found.span("which")) if found else None
    if which is not None and setting.text[which.start] == "“":
        return which
    return _topic(setting, trigger) or which


def _about(setting: Setting, trigger: Trigger) -> Span | None:
    about = sign("felt about").all(setting.text, trigger.clause.start, trigger.span.end)[-1:]
    if not about and trigger.frame.role == "attitude":
        about = sign("regarding").all(setting.text, trigger.sentence.start, trigger.span.start)[:1]
    return Span(*about[0].span("topic")) if about else None


def _trimmed(setting: Setting, span: Span) -> Span | None:
    span = trim(setting.text, span)
    start, end = span.start, span.end
    while start < end and setting.text[start] in "了过，：、 ”" and not _PASSING.match(setting.text, start):
        start += 1
    while end > start and setting.text[end - 1] in _FINAL:
        end -= 1
    words = setting.text[start:end]
    if words.endswith("”") and words.count("“") < words.count("”"):
        end -= 1
    if words.startswith("“") and words.count("“") > words.count("”"):
        start += 1
    if words.endswith("“"):
        end -= 1
    span = trim(setting.text, Span(start, end))
    return span if len(span) else None
