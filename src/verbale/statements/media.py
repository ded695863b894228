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

_ACCORDING = (
    "(?:<turn of the reporter>，?|[^，。；：“”]{0,12}<time at the head>[^，。；：“”]{0,6}，)?"
    "(?:另|又|综合)?(?:根)?据|<according to>|用(?=[^，。]{2,24}的话说，)|"
    "有(?=[^，。]{0,8}?<rumour>(?:称|说|透露|指出|显示)，)"
)
_SAYS = "(?:<gives out>?的(?:联合|书面)?<declaration>|<source says>)[，：]"
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
    return known.id.endswith("MEDIA") or any(pattern("<medium>$").search(fold(name)) for name in known.names)


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
    opening = pattern(_ACCORDING).match(text, sentence.start, sentence.end)
    if not opening and not _cites(text, sentence, parties):
        return None
    opens = opening.end() if opening else sentence.start
    comma = text.find("，", opens, sentence.end)
    says = pattern(_SAYS).search(text, opens, comma + 1) if comma > 0 else None
    phrases = [phrase for phrase in parties.phrases_in(Span(opens, says.start())) if phrase.entities] if says else []
    if not says or not phrases:
        return None
    cites = pattern("<citing>").search(text, opens, says.start())
    cited = next((phrase.entities for phrase in phrases if cites and phrase.span.start >= cites.end()), ())
    medium = media_of(parties, phrases[0].entities[0])
    word = _word(text, says)
    rumour = pattern("<rumour>").fullmatch(text, phrases[0].span.start, phrases[0].span.end)
    if not medium and not cited and not rumour:
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
