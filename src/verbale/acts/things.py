"""Nouns that are no party, where they are the subject of a cue or belong to a preposition before it."""

from __future__ import annotations

import re

from verbale.acts.setting import Setting
from verbale.acts.standing import closes_topic
from verbale.acts.triggers import Trigger
from verbale.entities.phrases import Phrase
from verbale.language.tagger import Token
from verbale.lexicons.signs import sign
from verbale.model import Span

# 产自邻国的, 产自邻国的约20亿美元
_QUALIFIES = re.compile("的(?:[约近逾]?[0-9一二三四五六七八九十百千万亿.]+多?[^，。；的0-9]{0,3})?$")
# 对300亿加元的美国商品: the amount only says how much.
_AMOUNT = re.compile("(?:价值|总额|总值)?[约近逾达]?[0-9一二三四五六七八九十百千万亿.]+[多余]?[^，。；的]{1,4}的$")
_NOMINAL = frozenset({"n", "nz", "nw", "an", "vn", "nt", "nr", "ORG", "LOC", "PER"})
# Times that reach over a clause are no longer than this.
_LONGEST_TIME = 40
_IN_NAMES = frozenset({"a", "n", "nz", "vn", "an", "nw", "b"})
NOUNS = frozenset({"n", "vn", "nz", "nw", "an"})
PASSED = frozenset({"d", "ad", "vd", "w", "TIME"})


def blocked(setting: Setting, clause: Span) -> bool:
    """Whether a noun that is no party is the subject of the clause (``谈判将…``).

    Args:
        setting: What the page has given so far.
        clause: The clause, up to the cue.
    """
    phrases = setting.phrases(clause)
    around = Span(clause.start - _LONGEST_TIME, clause.end + _LONGEST_TIME)
    taken = [phrase.span for phrase in phrases] + [time.span for time in setting.times_in(around)]
    for token in setting.tokens.within(clause):
        if any(span.overlaps(token.span) for span in taken):
            continue
        if sign("tells how").found(setting.words(token.span)):
            continue
        if sign("somebody taken up").found(setting.words(token.span)):
            return True
        if token.tag in {"p", "v", "vd"} or sign("leads no subject").found(setting.words(token.span)):
            return False
        if token.tag in _NOMINAL and len(token.span) > 1:
            return True
    return False


def noun_before(setting: Setting, trigger: Trigger) -> bool:
    """Whether a noun that is no party stands right before the cue, with no preposition before it: that is the subject (谈判将…).

    Args:
        setting: What the page has given so far.
        trigger: The cue.
    """
    place = trigger.span.start - 1
    token = setting.token(place)
    while token is not None and _is_passed(setting, token) and setting.text[place] not in "，。；：！？\n" and place > trigger.clause.start:
        if setting.text[place] == "、":  # 坚持对话、反对制裁: two verbs of one subject
            return False
        place = token.span.start - 1
        token = setting.token(place)
    # 停火将于…: a noun where a clause begins with it.
    opens_clause = token is not None and token.span.start == trigger.clause.start and sign("truce").found(setting.words(token.span))
    if token is None or place < trigger.clause.start or (token.tag not in NOUNS and not opens_clause):
        return False
    opens = max(trigger.clause.start, setting.text.rfind("的", trigger.clause.start, token.span.start) + 1)
    opens = trigger.clause.start if _AMOUNT.search(setting.text, trigger.clause.start, opens) else opens
    words = setting.tokens.within(Span(opens, token.span.start))
    if any(word.tag == "p" or sign("leads no subject").found(setting.words(word.span)) for word in words):
        return False
    # 对产自邻国的电动汽车加征…: what stands between 的 and the noun is part of its name.
    whole = opens if words and all(word.tag in _IN_NAMES for word in words) else token.span.start
    if is_governed(setting, Span(trigger.clause.start, whole)) or closes_topic(setting, trigger.clause, token.span):
        return False  # 就拖了多年的边界问题达成协议
    return not any(phrase.span.overlaps(token.span) or _are_its_men(setting, phrase, trigger) for phrase in setting.phrases(trigger.clause))


def _is_passed(setting: Setting, token: Token) -> bool:
    """Whether a word before the cue only says when or how."""
    return token.tag in PASSED or sign("tells how").found(setting.words(token.span)) is not None


def _are_its_men(setting: Setting, phrase: Phrase, trigger: Trigger) -> bool:
    """邻国军事顾问必须…: what stands between the party and the cue is the people who do it for the party."""
    between = Span(phrase.span.end, trigger.span.start)
    return between.start < between.end and sign("men of a party").found(setting.text, between.start, between.end) is not None


def is_governed(setting: Setting, before: Span) -> bool:
    """对产自邻国的货物加征…: the noun belongs to a preposition before its relative clause, which begins with its verb or has none.

    In 邻国对本国实施的制裁将… the preposition belongs to the relative clause.

    Args:
        setting: What the page has given so far.
        before: What stands before the noun in its clause.
    """
    words = setting.tokens.within(before)
    if not _QUALIFIES.search(setting.words(before)):
        return False
    governing = (place for place, word in enumerate(words) if sign("governs its noun").found(setting.words(word.span)))
    return any(words[place + 1].tag in {"v", "p"} or all(word.tag != "v" for word in words[place + 1 :]) for place in governing)
