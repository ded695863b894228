"""Media and other sources: 据塔斯社报道, 援引某人的话, 有消息称."""

from __future__ import annotations

import re

import msgspec

from verbale.entities.gazetteer import load
from verbale.entities.phrases import Parties
from verbale.language.fold import fold
from verbale.model import Span
from verbale.statements.cues import Cue, CueEntry
from verbale.statements.words import pattern

# A medium that no table has, by its name's end.
_NAMED = re.compile("(?:报|周刊|通讯社|新闻社|电视台|电台|广播公司|新闻网)$")
_ACCORDING = re.compile(
    r"(?:(?:不过|但是|但|此外|另外|同时|而|另一方面|与此同时)，?)?(?:另|又|综合)?(?:根)?据|综合|按照?|依照|照|用(?=[^，。]{2,24}的话说，)|"
    "有(?=[^，。]{0,8}?(?:消息|报道|报导|传闻|传言|说法|迹象)(?:称|说|透露|指出|显示)，)"
)
_PAPER = "(?:发表|发布|公布|发出)?的(?:联合|书面)?(?:声明|公报|通报|文告|公告|新闻公报)"
_SAYS = re.compile(
    rf"(?:报道说|报道称|报导说|报导称|报道|报导|的话说|的话称|的话报道|所说|所言|所称|所述|的介绍|介绍|估计|的说法|说法|{_PAPER}|称|说|透露|消息|披露|指出|表示)[，：]"
)
_TOLD = CueEntry("据…称", "report", "words", compound=False)


class Source(msgspec.Struct, frozen=True):
    """A stretch of text in a source's words.

    Attributes:
        party: The medium or other source.
        span: The stretch, article offsets.
        until: Where the words that name the source end.
        cited: The parties whose words the medium passes on, if it names any.
        cue: The cue of the cited words.
    """

    party: str
    span: Span
    until: int
    cited: tuple[str, ...] = ()
    cue: Cue | None = None


def media_of(parties: Parties, entity: str) -> bool:
    """Whether a party is a medium or media in general."""
    entry = load().entry("organization", entity)
    if entry is not None:
        return entry.kind == "media"
    known = parties.by_id.get(entity)
    if known is None or known.type not in {"organization", "group"}:
        return False
    return known.id.endswith("MEDIA") or any(_NAMED.search(fold(name)) for name in known.names)


def carries(parties: Parties, entities: tuple[str, ...]) -> bool:
    """Whether parties can stand in ``via``: media, but not media in general."""
    return bool(entities) and media_of(parties, entities[0]) and entities[0] != "MEDIA"


def source_of(text: str, sentence: Span, parties: Parties) -> Source | None:
    """The source that the sentence names at its beginning (``据…报道，``, ``路透社援引…的话说，``), if any.

    Args:
        text: Folded text.
        sentence: The sentence.
        parties: The parties of the page.
    """
    opening = _ACCORDING.match(text, sentence.start, sentence.end)
    if not opening and not _cites(text, sentence, parties):
        return None
    opens = opening.end() if opening else sentence.start
    comma = text.find("，", opens, sentence.end)
    says = _SAYS.search(text, opens, comma + 1) if comma > 0 else None
    phrases = [phrase for phrase in parties.phrases_in(Span(opens, says.start())) if phrase.entities] if says else []
    if not says or not phrases:
        return None
    cites = pattern("<citing>").search(text, opens, says.start())
    cited = next((phrase.entities for phrase in phrases if cites and phrase.span.start >= cites.end()), ())
    medium = media_of(parties, phrases[0].entities[0])
    word = _word(text, says)
    if not medium and not cited:
        cited = phrases[0].entities
    cue = Cue(word, _TOLD) if cited else None
    return Source(phrases[0].entities[0], Span(says.end(), sentence.end), says.end(), cited, cue)


def _word(text: str, says: re.Match[str]) -> Span:
    """The word of saying itself, or the paper that says it (的话说, 发表的声明)."""
    paper = pattern("<declaration>$").search(text, says.start(), says.end() - 1)
    skipped = 2 if says[0].startswith("的话") else 1 if says[0][0] in "所的" else 0
    return Span(paper.start() if paper else says.start() + skipped, says.end() - 1)


def _cites(text: str, sentence: Span, parties: Parties) -> bool:
    """Whether the sentence begins with a medium that passes on another's words (``路透社援引…的话说``)."""
    first = next((phrase for phrase in parties.phrases_in(sentence) if phrase.entities), None)
    if first is None or first.span.start != sentence.start or not media_of(parties, first.entities[0]):
        return False
    return bool(pattern(r"[^，。；]{0,6}<citing>[^，。；]{2,30}的话(?:说|称)，").match(text, first.span.end, sentence.end))
