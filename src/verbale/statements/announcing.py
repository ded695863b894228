"""Cues that announce words only where their subject stands beside them (伊朗警告，…), and words of reporting without a medium."""

from __future__ import annotations

import re

from verbale.entities.discourse import clause_start
from verbale.model import Span
from verbale.statements.cues import Cue, announces
from verbale.statements.media import media_of
from verbale.statements.scene import Scene
from verbale.statements.speakers import Speaker
from verbale.statements.standing import is_sent_out
from verbale.statements.words import listed, pattern

_OCCASION = 4  # characters of the longest word for a paper
_AFTER_AN_OCCASION = "(?:<declaration>|[时后中则也]<adverb of saying>?)$"
_ATTRIBUTIVE = re.compile("的$|该[^，。]{1,3}$")
_BESIDE = frozenset({"d", "ad", "c", "t", "TIME"})
_COMPOUNDED = frozenset({"n", "nz", "vn", "s", "LOC", "a"})
_VERBS = frozenset({"v", "vd", "u"})


def is_no_report(scene: Scene, cue: Cue, subject: Speaker | None, low: int) -> bool:
    """Whether a cue is nobody's: a word of reporting without a medium, or that only leads to another's words (报道援引某人的话说).

    Args:
        scene: The article.
        cue: The cue.
        subject: Its subject, if it has one.
        low: The place before which the words belong to a source or another sentence.
    """
    if announces(cue, scene.text[cue.span.end : cue.span.end + 1]) and not _is_beside(scene, subject, cue, low):
        return True
    if cue.entry.form in listed("orders") and not scene.parties.phrases_in(Span(cue.span.end, cue.span.end + 1)):
        return True  # 下令组建新部队: an order to one's own people tells what is done
    first = subject.phrases[0].span if subject is not None and subject.phrases else Span(0, 0)
    if pattern("有<rumour>").fullmatch(scene.text, max(0, first.start - 1), first.end):
        return True  # 有消息称
    if cue.entry.meaning != "report":
        return False
    medium = subject is not None and any(media_of(scene.parties, entity) for entity in subject.entities)
    return not medium or bool(pattern("(?:还|并|也|又)?(?:<citing>|提到|说|称|指出|认为|显示)").match(scene.text, cue.span.end))


def _is_group(scene: Scene, subject: Speaker) -> bool:
    """Whether the subject is people without a name, whom the nouns before tell of (外交圈人士)."""
    return all(scene.parties.by_id[entity].type == "group" for entity in subject.entities)


def _is_beside(scene: Scene, subject: Speaker | None, cue: Cue, low: int) -> bool:
    """Whether a subject opens its clause, and no verb but that of an occasion (被问及…时, 发表声明) stands between it and its cue."""
    if pattern(_AFTER_AN_OCCASION).search(scene.text, max(0, cue.span.start - _OCCASION), cue.span.start):
        return True
    if subject and pattern("(?:在|于)[^，。；]{1,16}(?:上|里|会)$").search(
        scene.text, clause_start(scene.text, cue.span.start, low), cue.span.start
    ):
        return True
    if subject is None or not subject.phrases or subject.phrases[-1].span.end > cue.span.start:
        return False
    within, first, last = scene.tokens.within, subject.phrases[0].span, subject.phrases[-1].span
    attributive = _ATTRIBUTIVE.search(scene.text, max(0, first.start - _OCCASION), first.start)  # 流亡的反对派领袖警告，…
    before = [] if attributive else within(Span(clause_start(scene.text, first.start, min(low, first.start)), first.start))
    between = within(Span(last.end, cue.span.start))
    if is_sent_out(scene.text, cue):
        between = tuple(token for token in between if scene.text[token.span.start : token.span.end] not in listed("sends out") | {"了"})
    kind = _COMPOUNDED if subject.phrases[0].form == "name" and _is_group(scene, subject) else frozenset()
    return all(token.tag in _BESIDE | kind for token in before) and not any(token.tag in _VERBS for token in between)
