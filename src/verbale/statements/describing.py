"""Whether a word that could report speech only describes the party named behind it (曾批评特朗普的鲁比奥, 一名要求匿名的官员)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.model import Span
from verbale.statements.cues import Cue
from verbale.statements.scene import Scene
from verbale.statements.words import listed, pattern

_CLAUSE = re.compile("[，。；：！？“”\n]")
_ADOPTED = 10  # characters of the verb and the number before such a paper
_VERBAL = frozenset({"v", "vd"})
_LEADING = frozenset({"d", "ad", "v", "vd", "t", "TIME", "m", "q", "p", "f"})


def only_describes(scene: Scene, cue: Cue, sentence: Span, clause: int, begins: int) -> bool:
    """Whether the cue stands in the words that describe a party named after it.

    Args:
        scene: The article.
        cue: The cue.
        sentence: Its sentence.
        clause: Where its clause begins.
        begins: Where a new subject may stand: the beginning of the sentence or of the words told before.
    """
    if _asked_by_paper(scene, cue, sentence):
        return True
    around = scene.parties.phrases_in(Span(clause, cue.span.start + 1))
    if any(phrase.span.start < cue.span.start and phrase.span.covers(cue.span) for phrase in around):
        return True
    before = scene.tokens.within(Span(clause, cue.span.start))
    if around or any(token.tag not in _LEADING for token in before) or scene.text.startswith(tuple(listed("leads on")), clause):
        return False
    if not before and clause != begins:
        return False
    stop = _CLAUSE.search(scene.text, cue.span.end, sentence.end)
    end = stop.start() if stop else sentence.end
    named = [phrase for phrase in scene.parties.phrases_in(Span(cue.span.end, end)) if scene.text[phrase.span.start - 1] == "的"]
    return any(any(token.tag in _VERBAL for token in scene.tokens.within(Span(phrase.span.end, end))) for phrase in named)


def _asked_by_paper(scene: Scene, cue: Cue, sentence: Span) -> bool:
    """Whether the cue only tells what a draft asks for, or a paper that somebody adopts or turns down (通过要求停火的决议)."""
    low = max(sentence.start, cue.span.start - _ADOPTED)
    if cue.entry.meaning in {"demand", "appeal"} and pattern("(?<!以)<proposal>(?:还|也|则|亦|并|中)?$").search(
        scene.text, low, cue.span.start
    ):
        return True  # 他提出的修正案要求…
    adopts = pattern("<adopts>了?<one paper>?$").search(scene.text, low, cue.span.start)
    return adopts is not None and pattern("[^，。；“”]{2,30}的(?:<declaration>|<other paper>)").match(scene.text, cue.span.end) is not None


def shows_only(scene: Scene, cue: Cue, following: Sequence[Cue]) -> bool:
    """Whether a cue only has a thing for its object, the next cue joined to it (公布全文并写道，…).

    Args:
        scene: The article.
        cue: The cue.
        following: The next cue of the sentence, if there is one.
    """
    between = scene.text[cue.span.end : following[0].span.start] if following else ""
    if not between.endswith(("并", "并且")) or _CLAUSE.search(between):
        return False
    return not any(token.tag in _VERBAL for token in scene.tokens.within(Span(cue.span.end, following[0].span.start)))
