"""Whether a word that could report speech does so where it stands: not a noun, and not words still to be spoken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verbale.entities.discourse import clause_start
from verbale.language.tagger import Tokens
from verbale.model import Span
from verbale.statements.words import listed, pattern

if TYPE_CHECKING:
    from verbale.statements.cues import Cue

_NOUNS = frozenset({"vn", "n", "an"})
_GOVERNING = frozenset({"v", "a", "an", "vn", "m"})
_COUNTED = re.compile("[一二两三四五六七八九十几多数0-9][点项条大份番]$")  # 五点主张
_SENT = 4  # characters of the longest verb that sends a warning out, with 了
_VERBAL = frozenset({"v", "vd", "d", "ad"})


def is_noun(text: str, cue: Cue, tokens: Tokens) -> bool:
    """Whether a cue is a noun here: governed by what stands before it (作担保, 书面保证), or part of a compound (承诺资金).

    Args:
        text: Folded text.
        cue: The cue.
        tokens: The words of the text.
    """
    here = tokens.at(cue.span.end - 1)
    if _COUNTED.search(text, max(0, cue.span.start - 3), cue.span.start):
        return cue.entry.form in listed("also a noun")
    if here is None or here.tag not in _NOUNS or cue.entry.form not in listed("also a noun") or len(cue.span) > len(cue.entry.form):
        return False
    before, after = tokens.at(cue.span.start - 1), tokens.at(cue.span.end)
    if is_sent_out(text, cue):
        return False
    governed = before is not None and (before.tag in _GOVERNING or text[before.span.start : before.span.end] in {"及", "和", "与"})
    if cue.entry.meaning == "accuse" and after is not None and after.tag in {"d", "v"}:
        return True
    compound = after is not None and after.tag in {"n", "vn"} and before is not None and before.tag == "n"
    return governed or compound


def is_sent_out(text: str, cue: Cue) -> bool:
    """Whether a cue is the object of a verb that only sends it out, its words after a comma (发出警告，…).

    Args:
        text: Folded text.
        cue: The cue.
    """
    told = pattern("，(?!<no words>|[^，。；]*<no answer>)|：").match(text, cue.span.end)
    return bool(told and pattern("<sends out>了?$").search(text, max(0, cue.span.start - _SENT), cue.span.start))


def is_to_come(text: str, cue: Cue, sentence: Span, tokens: Tokens, named: frozenset[int]) -> bool:
    """Whether the words are only meant, due or possible (将宣布, 须通报, 绝不会承认).

    Args:
        text: Folded text.
        cue: The cue.
        sentence: Its sentence.
        tokens: The words of the text.
        named: The characters inside names (海基会人士).
    """
    start = clause_start(text, cue.span.start, sentence.start)
    for token in tokens.within(Span(start, cue.span.start)):
        if pattern("<other paper>$").search(text, start, token.span.end):
            continue  # 照会
        if token.tag in _VERBAL and token.span.start not in named and text[token.span.start : token.span.end] in listed("not yet said"):
            return not re.search("[的时后“”]|(?<!提)前", text[token.span.end : cue.span.start])
    return False
