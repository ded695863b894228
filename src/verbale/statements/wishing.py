"""Wishes after somebody's words, which are that speaker's own statement or go on with those told of (中方支持停火，希望…)."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model import Span
from verbale.statements.content import says_something
from verbale.statements.cues import Cue
from verbale.statements.nesting import outermost
from verbale.statements.scene import Saying, Scene
from verbale.statements.words import pattern

_NOUNS = frozenset({"n", "nz", "vn", "an", "s", "LOC"})
_COUNTS = frozenset({"m", "TIME", "a"})


def wishes_alone(scene: Scene, made: Sequence[Saying], cue: Cue) -> bool:
    """Whether a wish stands in nobody's words, or is the speaker's own after words about no party (税率不合理，希望对方…).

    Args:
        scene: The article.
        made: The statements before it in the sentence.
        cue: The cue of the wish.
    """
    told = [saying for saying in made if saying.content and says_something(scene, saying)]
    if not told:
        return True
    outer = outermost(told)
    joined = pattern("，(?:<conjunction>|也|还|亦)?$").search(scene.text, max(0, cue.span.start - 3), cue.span.start)
    if outer is None or joined is None or outer.quoted or not outer.holds(cue.span.start):
        return False
    place, end = outer.content[0].start, joined.start()
    if place >= end or not _opens_with_thing(scene, Span(place, end)):
        return False
    while place < end:
        stop = scene.text.find("，", place, end)
        clause = Span(place, stop if stop >= 0 else end)
        parties = scene.parties.phrases_in(Span(place, place + 3))
        if any(not pattern("<matter>").match(scene.text, party.span.end) for party in parties) or pattern("<own side>").search(
            scene.text, clause.start, clause.end
        ):
            return False
        place = clause.end + 1
    return True


def _opens_with_thing(scene: Scene, words: Span) -> bool:
    """Whether somebody's words begin with a thing or a matter, not with themselves or with a verb of theirs (会谈很有用; not 愿意再谈)."""
    first = next((token for token in scene.tokens.within(words) if token.tag not in _COUNTS), None)
    if first is None or pattern("<oneself>").match(scene.text, words.start):
        return False
    return first.tag in _NOUNS or pattern("<talks>").match(scene.text, first.span.start) is not None
