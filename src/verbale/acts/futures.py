"""Whether 将, 会 or a verb of planning tells what somebody will do."""

from __future__ import annotations

from verbale.acts.setting import Setting
from verbale.acts.standing import follows_party
from verbale.acts.triggers import Trigger
from verbale.language.tagger import Token
from verbale.lexicons.signs import sign
from verbale.model import Span

_ADVERBIAL = frozenset({"v", "d", "vd"})
# A verb of doing, also where the tagger takes it for its noun (将“逐案”审批许可).
_VERBS = frozenset({"v", "vn"})
# With these a quotation after 将 begins that tells what will be done, not to what.
_QUOTED = frozenset({"v", "d", "vd", "ad", "a", "p"})
# How long the name before a plan may be.
_NEAR = 40


def is_own_future(setting: Setting, trigger: Trigger) -> bool:
    """Whether 将 or 会 stands before a verb of doing, as adverb.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    token = setting.token(trigger.span.start)
    describes = sign("describes").found(setting.text, trigger.span.end, trigger.clause.end)
    taken_for_noun = sign("verb taken for a noun").found(setting.text, trigger.span.end)
    mistagged = taken_for_noun and follows_party(setting, trigger.span.start)
    adverbial = token is not None and (token.tag in _ADVERBIAL or mistagged or _plans(setting, trigger.span))
    adverbial = adverbial or _is_torn(setting, trigger.span)
    disposes = sign("put before by a norm").found(setting.text, trigger.clause.start, trigger.span.start)
    if not adverbial or describes or disposes or _puts_a_party_first(setting, trigger.span):
        return False
    words = setting.tokens.within(Span(trigger.span.end, trigger.clause.end))
    return bool(taken_for_noun) or trigger.frame.after is not None or any(word.tag in _VERBS for word in words)


def _is_torn(setting: Setting, span: Span) -> bool:
    """Whether the tagger joined the cue to the party before it (开罗会), or took it for a preposition (将“立即”…, 将向议会…)."""
    token, quoted = setting.token(span.end - 1), setting.token(span.end + 1)
    if token is not None and sign("joined preposition").found(setting.text, span.end, token.span.end):
        return token.span.start == span.start
    if token is not None and token.span.start < span.start:
        return token.span.end == span.end and follows_party(setting, span.start)
    governs = setting.token(span.end)
    if token is not None and token.span == span and governs is not None and (governs.tag == "p" or _tells_manner(setting, governs)):
        return True
    return setting.text.startswith("“", span.end) and quoted is not None and quoted.tag in _QUOTED


def _puts_a_party_first(setting: Setting, span: Span) -> bool:
    """早年将群岛分割出去: 将 right before a party only puts it before its verb."""
    after = setting.parties.phrases_in(Span(span.end, span.end + 1))
    return setting.words(span) == "将" and any(phrase.span.start == span.end for phrase in after)


def _tells_manner(setting: Setting, word: Token) -> bool:
    """Whether a word only tells how the verb right after it is done (将强硬回应)."""
    following = setting.token(word.span.end)
    return word.tag in {"a", "ad"} and following is not None and following.tag == "v"


def _plans(setting: Setting, span: Span) -> bool:
    """埃及计划本月底主办…, 塔利班决心履行…: a verb between its subject and a time or another verb, whatever the tagger took it for."""
    nearby = setting.parties.phrases_in(Span(max(0, span.start - _NEAR), span.start))
    before = next((phrase for phrase in nearby if phrase.span.end == span.start), None)
    if before is None or not sign("plans").found(setting.words(span)) or sign("about").found(setting.text, 0, before.span.start):
        return False
    after = setting.token(span.end)
    verbal = after is not None and after.tag in {"v", "vd", "d", "p"}
    return verbal or any(time.span.start == span.end for time in setting.times_in(Span(span.end, span.end + 1)))
