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
from verbale.statements.quotations import Quotations, is_speech
from verbale.statements.standing import is_noun, is_to_come
from verbale.statements.told_of import is_told_of
from verbale.statements.words import CONTENT_ENDS, listed, pattern

# 还称, 并指出: the tagger takes such an adverb and its cue for one word.
_PREFIX = "并还则也又续再亦另皆均都却只仅更曾才竟遂"
# 在某人宣布某事后: the saying is only a point in time.
_OPENED = re.compile(r"(?:在|自|当|随着|直到)[^，。；]{0,20}$")
_TEMPORAL = re.compile(r"[^，。；“]{0,24}?(?:之后|以后|以来|之前|以前|[后前时])(?:[，。；]|并在)")
_CONTROLLED = "实管操遥失调监掌"  # 实控线, 管控: no accusing
_WILLING = "愿拟"
_OPENING = frozenset({"相信", "担心", "预计", "估计", "预料"})
_DATED = re.compile("[0-9）]日$")
_DEGREE = "<degree>?的?"
_NOUN_CLAUSE = 3
_CLAUSE_HEADS = frozenset({"v", "vd", "d", "p"})
_NAMES = frozenset({"LOC", "ORG", "PER", "nz"})
_ANNOUNCED = frozenset({"accuse", "appeal", "demand", "praise", "threaten", "doubt", "stress"})
_LOOK_AHEAD = 16


class CueEntry(msgspec.Struct, frozen=True):
    """One form of the lexicon: its class, what it takes, and whether 说 or 称 may follow."""

    form: str
    meaning: str
    takes: str
    compound: bool


class Names(msgspec.Struct, frozen=True):
    """Where names begin and end: a cue may end or begin there whatever the tagger says (斥李在明…, 内塔尼亚胡说)."""

    starts: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()
    inside: frozenset[int] = frozenset()


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
    choice = "|".join(re.escape(form) + ("(?=[：“])" if entries()[form].takes == "colon" else "") for form in forms)
    return re.compile(f"(?=({choice})(说道|说|称|道|指出|表示)?)")  # looked ahead, for forms overlap (并称 in 并称赞)


def cues(text: str, sentence: Span, tokens: Tokens, quotations: Quotations, names: Names | None = None) -> Iterator[Cue]:
    """The cues of a sentence outside quotation marks, in order.

    Args:
        text: Folded text.
        sentence: The sentence.
        tokens: The words of the text.
        quotations: Its quotations.
        names: Where names begin and end.

    Yields:
        Words that report speech by their form, their tag and their neighbours; who speaks is decided later.
    """
    past = sentence.start
    for match in _pattern().finditer(text, sentence.start, sentence.end):
        cue = _cue(match, tokens, names or Names()) if match.start() >= past else None
        if cue is None:
            continue
        past = cue.span.end
        if quotations.holding(cue.span.start) or _is_aside(text, cue, sentence):
            continue
        quoted = _after_quotation(text, cue, sentence, quotations)
        if _is_compound(text, cue, tokens) or not _stands_free(text, cue, sentence, tokens, quoted=quoted):
            continue
        named = names or Names()
        if not quoted and is_told_of(text, cue, sentence, tokens):
            continue
        if (cue.span.start not in named.ends and is_noun(text, cue, tokens)) or is_to_come(text, cue, sentence, tokens, named.inside):
            continue
        yield cue


def _cue(match: re.Match[str], tokens: Tokens, names: Names) -> Cue | None:
    """The cue, whole words only; the ending 说 or 称 belongs to it where the entry allows it."""
    entry = entries()[match[1]]
    span = Span(match.start(), match.end(2) if match[2] and entry.compound else match.end(1))
    if not _is_word(match.string, span, tokens, names) or (entry.form == "控" and match.string[span.start - 1] in _CONTROLLED):
        return None
    tagged = tokens.at(span.end - 1)
    if match[2] and pattern("(?:^|[，。；\n”]|该|这份)<declaration>$|有(?:<also a noun>)$").search(match.string, 0, match.end(1)):
        return None  # 通报称: the paper's words
    nominal = entry.takes == "clause" and tagged is not None and tagged.tag in {"vn", "n"}
    if nominal and match.string[max(0, span.start - 1)] in "的事令项":
        return None
    return Cue(span, entry)


def _is_word(text: str, span: Span, tokens: Tokens, names: Names) -> bool:
    """Whether the tagger's words begin and end where the cue does (指 in 指数 is no cue; 还称 is one)."""
    first, last = tokens.at(span.start), tokens.at(span.end - 1)
    if first is None or last is None:
        return False
    starts = first.span.start == span.start or (first.span.start == span.start - 1 and text[first.span.start] in _PREFIX)
    dated = bool(_DATED.search(text, max(0, span.start - 3), span.start))  # 昨（28）日称
    # The tagger may take 告说 or 话说 for a word.
    papers = pattern("(?:<declaration>|的(?:话|数据|消息|报告|统计))$").search(text, max(0, span.start - 4), span.start)
    willing = text[span.end] in _WILLING and span.end == last.span.end - 1 if span.end < len(text) else False  # 表示愿/居中联系
    return (starts or dated or papers is not None or span.start in names.ends) and (
        last.span.end == span.end or willing or span.end in names.starts or (span.start in names.ends and first.span.start < span.start)
    )


def _is_aside(text: str, cue: Cue, sentence: Span) -> bool:
    """Whether the cue stands in brackets, or only marks a time (在总统宣布停火后)."""
    opened = text.rfind("（", sentence.start, cue.span.start)
    if opened >= 0 and "）" not in text[opened : cue.span.start]:
        return True
    return bool(_TEMPORAL.match(text, cue.span.end, sentence.end) and _OPENED.search(text, sentence.start, cue.span.start))


def _is_compound(text: str, cue: Cue, tokens: Tokens) -> bool:
    """Whether the cue and what follows make another word (说法, 称号; not 说法国)."""
    following = tokens.at(cue.span.end)
    begins = following is not None and following.span.start == cue.span.end
    if following is not None and begins and following.tag in _NAMES:
        return False
    joined = pattern("<no cue before>").match(text, cue.span.end)
    return joined is not None and not (following is not None and begins and following.span.end > joined.end())


def _after_quotation(text: str, cue: Cue, sentence: Span, quotations: Quotations) -> bool:
    """Whether a sentence is just a quotation, its speaker and the cue (“…”，马克龙警告。)."""
    first = quotations.within(Span(sentence.start, sentence.start + 1))
    if not first or text[cue.span.end : sentence.end].strip(CONTENT_ENDS) or not is_speech(text, first[0]):
        return False
    return first[0].span.end <= cue.span.start and not re.search("[，。；]", text[first[0].span.end + 1 : cue.span.start])


def _stands_free(text: str, cue: Cue, sentence: Span, tokens: Tokens, *, quoted: bool) -> bool:
    """Whether the words around the cue let it report words."""
    before = text[max(sentence.start, cue.span.start - 4) : cue.span.start]
    after = text[cue.span.end : min(sentence.end, cue.span.end + _LOOK_AHEAD)]
    if _is_other_word(cue, before) or pattern("(?:的|<no cue after>)(?<!数据)$").search(before) or pattern("的(?!是[，：])").match(after):
        return False
    if re.match("中(?:[，。；：]|[的所并也还都])", after) or pattern("[^，。；“]{0,14}时(?:<conjunction>)?<said next>").match(after):
        return False
    if text[cue.span.end - 1] in "称指" and pattern("<naming>").match(after):
        return False
    if cue.entry.form == "承认" and pattern("[^，。；“]{0,20}(?:<recognised>|为[^，。；“]{0,12}<what one is>)(?:[，。；]|$)").match(after):
        return False
    if _leads_on(text, cue) or (cue.entry.meaning == "admit" and before.endswith(("相互", "互相"))):
        return False
    start = clause_start(text, cue.span.start, sentence.start)
    unsaid = pattern("<not said>(?![^，。；]*[时后]$)[^，。；的]{0,10}$").search(text, start, cue.span.start)
    return not unsaid and (quoted or _takes(text, cue, after, tokens))


def _is_other_word(cue: Cue, before: str) -> bool:
    """Whether a cue is a paper (发表声明), or belongs to words such as 对某国来说."""
    if cue.entry.form == "声明":
        return not pattern("<declares>$").search(before)
    return before.endswith("来") and cue.entry.form in {"说", "讲"}


def _leads_on(text: str, cue: Cue) -> bool:
    """Whether a cue only tells how the words of the next are meant (严正驳斥，强调…)."""
    only = cue.entry.takes != "words" or (cue.entry.compound and len(cue.span) == len(cue.entry.form))
    if not only or not text.startswith("，", cue.span.end):
        return False
    following = _pattern().match(text, cue.span.end + 1)
    return following is not None and following[1] not in _OPENING


def _takes(text: str, cue: Cue, after: str, tokens: Tokens) -> bool:
    """Whether what follows is what the entry asks for."""
    if cue.entry.takes in {"clause", "alone"}:
        return _takes_clause(after, cue, tokens)
    if cue.entry.takes == "say":
        addressed = re.match("[^，。；：“]{1,12}：“", after)
        return text[cue.span.end - 1] in "说称道" or after[:1] in {"：", "“", "，"} or addressed is not None
    following = tokens.at(cue.span.end)
    if cue.entry.takes == "verb" and following is not None and following.tag in _CLAUSE_HEADS:
        return True
    if cue.entry.takes == "verb" and after[:1] == "“":
        return False
    if cue.entry.takes in {"after_comma", "verb"}:
        asked = cue.entry.meaning == "ask" and re.match("[^，。；：“]{1,12}：“", after)
        return after[:1] in ("，", "：", "“") or bool(asked)
    return not pattern(f"(?:了|出)?“?{_DEGREE}<attitude>(?:[和与及、]{_DEGREE}<attitude>)*”?(?:[。，；！？]|$)").match(after)


def announces(cue: Cue, after: str) -> bool:
    """Whether a cue of an act by words has its words after a comma (伊朗指责，…): its subject must then stand right before it.

    Args:
        cue: The cue.
        after: The text after it.
    """
    if after[:1] != "，":
        return False
    if len(cue.span) > len(cue.entry.form):
        return False
    return cue.entry.takes == "say" or (cue.entry.takes in {"clause", "after_comma"} and cue.entry.meaning in _ANNOUNCED)


def _takes_clause(after: str, cue: Cue, tokens: Tokens) -> bool:
    """Whether a clause follows (a comma before it only where the cue announces words: 警告，拖延会有后果)."""
    if announces(cue, after):
        return not pattern("<no words>").match(after, 1)
    if after[:1] in {"，", "："}:
        return cue.entry.meaning in {"propose", "promise"} or after[0] == "：" or len(cue.span) > 2
    first, following = re.split("[，。；！？]", after)[0], tokens.at(cue.span.end)
    shared = after[:1] in "和与" and following is not None and following.tag == "p"  # 否认与此事有关
    if not first or (first[0] in "、）和与及了过" and not shared and not after.startswith("和平")):
        return False
    return len(first) >= _NOUN_CLAUSE or cue.entry.form in listed("warned") or (following is not None and following.tag == "v")
