"""Reporting cues in a sentence (``lexicons/cues.toml``)."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import msgspec

from verbale.entities.discourse import clause_start
from verbale.language.tagger import Tokens
from verbale.lexicons.tables import rules
from verbale.model import Span
from verbale.statements.quotations import Quotations

_PREFIX = "并还则也又续再亦另皆均都"
_BEFORE_NONE = re.compile(r"(?:、|据|被|所|无法|没有|未|未予|拒绝|不愿|难以|不予|没|不再|无可|不|须|如|来|换句话|一般|可以)$")
_AFTER_NONE = re.compile(r"^(?:号|赞|服|法|的(?!是)|过的|了的|书|稿|人|员|性|中(?!国|方|美|俄|日|欧|东))")
_NAMING = re.compile(r"^(?:为|作|之为|呼)")
_NEGATED = re.compile(r"(?:尚未|没有|未能|拒绝|并未|从未|是否|不予)[^，。；的]{0,10}$")
_ATTITUDE = re.compile(
    r"^(?:了|出)?“?(?:强烈|热烈|高度|深切|诚挚|坚决|严重|极大|由衷|衷心|完全|充分|一定|原则)?(?:的)?"
    r"(?:欢迎|感谢|支持|反对|谴责|遗憾|关切|关注|担忧|不满|满意|赞赏|祝贺|愤怒|失望|理解|同情|慰问|哀悼|敬意|抗议|怀疑|悲观|乐观|谢意|歉意|肯定|认可|认同|赞同|同意|异议|震惊|好奇)”?(?:[。，；！？]|$)"
)
# 在某人宣布某事后: the saying is only a point in time.
_OPENED = re.compile(r"(?:在|自|当|随着|直到)[^，。；]{0,20}$")
_TEMPORAL = re.compile(r"[^，。；“]{0,24}?(?:之后|以后|以来|之前|以前|[后前时])(?:[，。；]|并在)")
_NOUN_CLAUSE = 3


class CueEntry(msgspec.Struct, frozen=True):
    """One form of the lexicon: its class, what it takes, and whether 说 or 称 may follow."""

    form: str
    meaning: str
    takes: str
    compound: bool


class Cue(msgspec.Struct, frozen=True):
    """A cue in the text."""

    span: Span
    entry: CueEntry


@functools.lru_cache(maxsize=1)
def entries() -> dict[str, CueEntry]:
    """Every cue form of the lexicon; of a form listed twice the compound entry counts."""
    table: dict[str, CueEntry] = {}
    for block in rules("cues.toml")["cue"]:
        for form in block["forms"]:
            known = table.get(form)
            compound = bool(block["compound"]) or bool(known and known.compound)
            table[form] = CueEntry(form, known.meaning if known else block["class"], known.takes if known else block["takes"], compound)
    return table


@functools.lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    forms = sorted(entries(), key=lambda form: (-len(form), form))
    return re.compile(f"({'|'.join(map(re.escape, forms))})(说道|说|称|道|指出|表示)?")


def cues(text: str, sentence: Span, tokens: Tokens, quotations: Quotations) -> Iterator[Cue]:
    """The cues of a sentence outside quotation marks, in order.

    Args:
        text: Folded text.
        sentence: The sentence.
        tokens: The words of the text.
        quotations: Its quotations.

    Yields:
        Words that report speech by their form, their tag and their neighbours; who speaks is decided later.
    """
    for match in _pattern().finditer(text, sentence.start, sentence.end):
        cue = _cue(match, tokens)
        if cue is None or quotations.holding(cue.span.start) or not _stands_free(text, cue, sentence):
            continue
        yield cue


def _takes_clause(after: str, cue: Cue) -> bool:
    """Whether a clause follows (a comma before it only where the cue announces words: 警告，拖延会有后果)."""
    if after[:1] in {"，", "："}:
        return cue.entry.meaning in {"propose", "promise"} or cue.entry.form == "警告" or after[0] == "：" or cue.span.end - cue.span.start > 2
    return bool(after) and after[0] not in "。；！？、）和与及了过" and len(re.split("[，。；！？]", after)[0]) >= _NOUN_CLAUSE


def _cue(match: re.Match[str], tokens: Tokens) -> Cue | None:
    """The cue, whole words only; the ending 说 or 称 belongs to it where the entry allows it."""
    entry = entries()[match[1]]
    span = Span(match.start(), match.end() if match[2] and entry.compound else match.end(1))
    if match[2] and not entry.compound and match[2] in {"说", "称"} and match[1] in {"并", "续"}:
        return None
    if not _is_word(match.string, span, tokens):
        return None
    tagged = tokens.at(span.end - 1)
    if entry.takes == "clause" and tagged and tagged.tag in {"vn", "n"} and span.start > 0 and match.string[span.start - 1] in "的事令项":
        return None
    return Cue(span, entry)


def _is_word(text: str, span: Span, tokens: Tokens) -> bool:
    """Whether the tagger's words begin and end where the cue does (指 in 指数 is no cue; 还称 is one)."""
    first, last = tokens.at(span.start), tokens.at(span.end - 1)
    if first is None or last is None:
        return False
    starts = first.span.start == span.start or (first.span.start == span.start - 1 and text[first.span.start] in _PREFIX)
    return starts and last.span.end == span.end


def _stands_free(text: str, cue: Cue, sentence: Span) -> bool:
    before = text[max(sentence.start, cue.span.start - 4) : cue.span.start]
    opened = text.rfind("（", sentence.start, cue.span.start)
    if opened >= 0 and "）" not in text[opened : cue.span.start]:
        return False
    after = text[cue.span.end : min(sentence.end, cue.span.end + 16)]
    if _TEMPORAL.match(text, cue.span.end, sentence.end) and _OPENED.search(text, sentence.start, cue.span.start):
        return False
    if _BEFORE_NONE.search(before) or _AFTER_NONE.match(after) or before.endswith("的"):
        return False
    if text[cue.span.end - 1] in "称指" and _NAMING.match(after):
        return False
    if _NEGATED.search(text, clause_start(text, cue.span.start, sentence.start), cue.span.start):
        return False
    if cue.entry.takes == "clause":
        return _takes_clause(after, cue)
    if cue.entry.takes == "say":
        answered = after[:1] == "，" and text[cue.span.start - 1] in "时后中则也"
        return text[cue.span.end - 1] in "说称道" or after[:1] in ("：", "“") or answered
    if cue.entry.takes == "after_comma":
        return after[:1] in ("，", "：", "“")
    return not _ATTITUDE.match(after)
