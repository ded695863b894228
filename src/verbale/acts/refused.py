"""What somebody refuses, where it stands before the word: a topic, what a passive befalls, or what another asked (提议停火，被对方拒绝)."""

from __future__ import annotations

from verbale.acts.frames import by_form, cue_pattern
from verbale.acts.passives import doer
from verbale.acts.setting import Setting
from verbale.acts.standing import is_word
from verbale.acts.triggers import Trigger
from verbale.lexicons.signs import sign
from verbale.model import Span

_ASKED = frozenset({"propose", "demand", "appeal", "offer"})
_NOUNS = frozenset({"n", "vn", "an", "nz"})
_ADVERBS = frozenset({"d", "ad", "vd", "c", "t", "TIME", "p"})
_MARKS = "被遭受获"


def refused_before(setting: Setting, trigger: Trigger) -> Span | None:
    """What is refused, where nothing follows the word.

    Args:
        setting: What the page has given so far.
        trigger: The word of refusing.

    Returns:
        The words before it that name or tell it, punctuation at their ends left on; ``None`` where there are none.
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    if scope.start >= trigger.span.start:
        return None
    finders = (_about, _undergone, _named, _asked)
    return next((found for find in finders if (found := find(setting, trigger, scope)) is not None), None)


def _about(setting: Setting, trigger: Trigger, scope: Span) -> Span | None:
    """对裁决结果，政府不接受: the topic of the clause, or of the sentence."""
    low = max(scope.start, trigger.clause.start - 1)
    found = sign("refused topic").found(setting.text, low, trigger.span.start)
    found = found or sign("refused topic").found(setting.text, scope.start, trigger.span.start)
    return Span(*found.span("topic")) if found else None


def _undergone(setting: Setting, trigger: Trigger, scope: Span) -> Span | None:
    """草案遭两国否决: the subject of the passive, up to its adverbs; only a noun is one."""
    agent = doer(setting, max(scope.start, trigger.clause.start), trigger.span.start)
    mark = agent[0].span.start if agent else trigger.span.start
    while mark > trigger.clause.start and setting.text[mark - 1] in f"{_MARKS}到":
        mark -= 1
    if mark == trigger.span.start or (agent and mark == agent[0].span.start):
        return None
    words = list(setting.tokens.within(Span(max(scope.start, trigger.clause.start), mark)))
    while words and (words[-1].tag in _ADVERBS or setting.words(words[-1].span) in {"则", "时"}):
        words.pop()
    if not words or not sign("may be refused").found(setting.text, trigger.clause.start, words[-1].span.end):
        return None
    while words[0].tag in _ADVERBS | {"w"} and len(words) > 1:
        words.pop(0)
    return Span(words[0].span.start, words[-1].span.end)


def _named(setting: Setting, trigger: Trigger, scope: Span) -> Span | None:
    """日方的无理要求，我们不接受: a clause that is only a noun with its 的."""
    if trigger.span.end < trigger.clause.end or trigger.clause.start - 1 <= scope.start:
        return None
    before = setting.clause(trigger.clause.start - 2, Span(scope.start, trigger.clause.start - 1))
    words = setting.tokens.within(before)
    named = len(words) > 1 and words[-1].tag in _NOUNS and "的" in setting.words(before)
    return before if named and before.start == scope.start and sign("names a thing").found(setting.words(before)) else None


def _asked(setting: Setting, trigger: Trigger, scope: Span) -> Span | None:
    """一方提议停火，另一方没有接受: what was asked in the clauses before."""
    end = trigger.clause.start - 1
    last: Span | None = None
    for cue in cue_pattern().finditer(setting.text, scope.start, max(scope.start, end)):
        word = Span(*cue.span())
        if any(frame.kind in _ASKED and frame.role is None for frame in by_form()[cue[0]]) and is_word(setting, word) and word.end < end:
            last = last if last is not None and setting.text.find("，", last.end, word.start) < 0 else word
    return Span(last.end, end) if last is not None and setting.text[end] in "，；" else None
