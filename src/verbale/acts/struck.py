"""What was struck, seized or punished, where the words name more than a party (空袭能源设施, 扣押两艘油轮)."""

from __future__ import annotations

from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.language.tagger import Token
from verbale.lexicons.signs import sign
from verbale.model import Span

_ENDS = frozenset({"v", "vd", "p", "d", "c", "f", "w", "u", "TIME"})
_PARTIES = frozenset({"state", "organization", "person", "group"})


def target_of(setting: Setting, trigger: Trigger) -> Span | None:
    """The object after the cue.

    Args:
        setting: What the page has given so far.
        trigger: The cue of a deed.

    Returns:
        The noun phrase after it in its clause; ``None`` where none follows, or it is only a party, which is the recipient.
    """
    done = sign("done").found(setting.text, trigger.anchor.end, trigger.clause.end)
    start = done.end() if done else trigger.anchor.end
    tokens = setting.tokens.within(Span(start, trigger.clause.end))
    if trigger.relative or not tokens or tokens[0].span.start != start or tokens[0].tag in _ENDS:
        return None
    found = Span(start, _end(setting, tokens, start))
    about = sign("is about the deed").found(setting.text, found.start, found.end)
    found = Span(start, about.start()) if about else found
    if sign("names the deed").found(setting.text, found.start, found.end):
        return None
    named = any(phrase.span.covers(found) and _is_party(setting, phrase.entities) for phrase in setting.phrases(trigger.clause))
    return None if named or len(found) < 2 else found


def _end(setting: Setting, tokens: tuple[Token, ...] | list[Token], start: int) -> int:
    """Where the noun phrase ends: before the first word after its last 的 that is no noun."""
    head = setting.text.rfind("的", start, tokens[-1].span.end) + 1
    joined = [token for token in tokens if not sign("joins nouns").found(setting.words(token.span))]
    return next((token.span.start for token in joined if token.span.start >= head and token.tag in _ENDS), tokens[-1].span.end)


def _is_party(setting: Setting, entities: tuple[str, ...]) -> bool:
    return any((known := setting.parties.by_id.get(entity)) is not None and known.type in _PARTIES for entity in entities)
