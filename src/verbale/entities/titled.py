"""Foreign names after a title, whole, where the tagger cuts them (外长阿布拉夸在…, 总统发言人奥纳努加没有…)."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from verbale.entities import contexts
from verbale.entities.names import without_weekday
from verbale.entities.pieces import Element
from verbale.entities.spans import Row
from verbale.entities.words import WORDS
from verbale.language.tagger import Tokens
from verbale.lexicons.signs import sign
from verbale.model import Span

_NAME_TAGS = frozenset({"PER", "LOC", "ORG", "nz"})
_SHORTEST, _SURE, _LONGEST = 2, 4, 12
_JOINTS = frozenset("·-")
_REPORTER = "记者"
_GIVEN_NAMES = frozenset({"n", "v", "a", "nz", "vn", "LOC", "ORG"})
# Characters that go on after a name far oftener than they end one.
_AFTER_NAMES = frozenset("将会在与同和说称也则已曾于对向表就是今昨周上下不未没为被由因当随其本出访抵来到的及等一两亦又仍更")
_OWNERS = frozenset({"state", "actor", "organization", "body"})
_CHAIR = "主席"  # an office of states too (轮值主席文莱)
# What a name may be although a table has it: a person whose name begins so, a state's or a company's name that somebody bears.
_BORNE = frozenset({"person", "state", "organization", "city"})


def titled_names(text: str, tokens: Tokens, known: Row[Element], titles: Sequence[Element], capitals: Container[str]) -> Iterator[Element]:
    """Names written by sound that stand right after a title.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        known: The pieces found so far.
        titles: Those of them that are titles, and trades, after which only a name written by sound is sought.
        capitals: Cities whose name nobody bears (两国外长阿布扎比会谈).

    Yields:
        Pieces of the class name: where no table has the name, and the tagger does not end it elsewhere.
    """
    for title in titles:
        if text.endswith(_REPORTER, title.span.start, title.span.end):
            continue
        span = _name(text, tokens, title, known) or (_otherwise(text, tokens, title) if title.kind == "title" else None)
        capital = span is not None and any(
            item.kind == "city" and item.span == span and item.ids[0] in capitals for item in known.touching(span)
        )
        if span is not None and not capital and _is_free(text, tokens, span, known):
            yield Element(span, "name", ())


def _otherwise(text: str, tokens: Tokens, title: Element) -> Span | None:
    """The name that follows an office, where it is not written by sound alone."""
    place = title.span.end
    return (
        _by_surname(text, tokens, place)
        or _japanese(text, tokens, place)
        or _tagged(text, tokens, title)
        or _chinese(text, tokens, place)
        or _common_word(text, tokens, place)
    )


def _name(text: str, tokens: Tokens, title: Element, known: Row[Element]) -> Span | None:
    """The name that follows a title, as far as its characters write sounds; none where what stands there is no name."""
    start = end = title.span.end
    owner = next((item for item in known.touching(Span(max(0, title.span.start - 1), title.span.start)) if item.kind in _OWNERS), None)
    owned, opening = owner is not None, owner.span.start if owner else title.span.start
    while end < len(text) and end - start < _LONGEST and (text[end] in WORDS.sounds or (text[end] in _JOINTS and end > start)):
        end += 1
    end = _before_words(text, tokens, Span(start, end), owned)
    first = tokens.at(start)
    if end - start < _SHORTEST or first is None or text.startswith(WORDS.no_name_before, end) or text[end : end + 1] == "—":
        return None
    joined = first.span.start < start  # the tagger takes title and name for one word (拿督雷京德勒)
    acting = _acts(text, tokens, end) or ((end - start > _SHORTEST or owned) and sign("follows a name").found(text, end) is not None)
    sure = end - start >= _SURE or (end - start == _SURE - 1 and _is_person(tokens, Span(first.span.end, end)))  # 党魁佛/斯特
    swallowed = joined and first.span.start >= opening and (sure or acting)
    last = tokens.at(end) if swallowed else None
    if last is not None and last.tag == "PER" and start < last.span.start < end:  # 都 in 拿/督赛夫/丁阿都拉
        end = last.span.end
    if joined and not swallowed and not (first.span.end == end and (first.tag in _NAME_TAGS or first.span.start == title.span.start)):
        return None
    if first.tag == "PER" and first.span.end > end and not text.startswith(WORDS.verbs_after_names, end):
        return None
    named = first.tag in _NAME_TAGS or any(token.tag in _NAME_TAGS for token in tokens.within(Span(start, end)))
    return Span(start, end) if named or acting or end - start >= _SURE else None


def _acts(text: str, tokens: Tokens, end: int) -> bool:
    """Whether whoever is named before a place then acts or speaks (副发言人立查指控, 总理曼温凯丹此前, 主席图雷在开幕式上说)."""
    return (
        text.startswith(WORDS.verbs_after_names, end)
        or _is_time(tokens, end)
        or sign("speaks after a setting").found(text, end) is not None
    )


def _is_person(tokens: Tokens, span: Span) -> bool:
    """Whether the tagger takes a stretch for one person's name."""
    token = tokens.at(span.start)
    return token is not None and token.span == span and token.tag == "PER"


def _tagged(text: str, tokens: Tokens, title: Element) -> Span | None:
    """The name that the tagger has, where other characters than those of sounds are in it (发言人巴格达萨良, 丹斯里阿都拉欣诺)."""
    token = tokens.at(title.span.end)
    if token is None or token.tag != "PER" or token.span.start < title.span.start or token.span.end - title.span.end < _SURE:
        return None
    span = without_weekday(text, Span(title.span.end, token.span.end))
    return span if text[span.start : span.end].isalpha() and _acts(text, tokens, span.end) else None


def _common_word(text: str, tokens: Tokens, start: int) -> Span | None:
    """A Chinese name that is a common word as well, where whoever bears it speaks (发言人高峰7日在发布会上表示)."""
    token = tokens.at(start)
    if token is None or token.tag != "n" or token.span.start != start or len(token.span) != _SHORTEST or text[start] not in WORDS.surnames:
        return None
    end, following = token.span.end, tokens.at(token.span.end)
    place = following.span.end if following is not None and _is_time(tokens, end) else end
    spoken = sign("speaks after a setting").found(text, place) is not None
    return (
        token.span
        if spoken and not text.startswith(WORDS.no_name_before, start + 1) and not sign("no name though a surname").found(text, start)
        else None
    )


def _chinese(text: str, tokens: Tokens, start: int) -> Span | None:
    """A Chinese name of two or three characters that the tagger knows not as one (主任简正，, 官房长官游/成惠当天)."""
    surname = next((name for name in WORDS.surnames if text.startswith(name, start)), None)
    token = tokens.at(start)
    if surname is None or token is None or token.tag == "TIME":
        return None
    if token.tag == "PER" and token.span.start == start and len(token.span) < _SURE:
        return _with_given_name(text, tokens, token.span)
    if sign("no name though a surname").found(text, start) or text.startswith(WORDS.begun_like_names, start):
        return None
    place = start + len(surname)
    ends = (end for end in (place + 2, place + 1) if end <= len(text) and text[place:end].isalpha() and text[end - 1] not in _AFTER_NAMES)
    return next((Span(start, end) for end in ends if _may_end(text, tokens, end)), None)


def _with_given_name(text: str, tokens: Tokens, span: Span) -> Span | None:
    """The name with the end of its given name that the tagger takes for a word (简彦/家/向记者)."""
    if len(span) > _SHORTEST:
        begun = text[span.end - 1] in _AFTER_NAMES or contexts.after("word begun by a name's end", text, span.end - 1)
        return span if not begun and _may_end(text, tokens, span.end) else None
    rest = tokens.at(span.end)
    cut = rest is not None and len(rest.span) == 1 and rest.tag in _GIVEN_NAMES and text[span.end] not in _AFTER_NAMES
    return Span(span.start, span.end + 1) if cut and _may_end(text, tokens, span.end + 1) else None


def _may_end(text: str, tokens: Tokens, end: int) -> bool:
    """Whether a Chinese name may end at a place: a word of the tagger does, and what follows goes on after a name."""
    last = tokens.at(end - 1)
    ended = last is not None and last.span.end == end
    following = sign("follows a name").found(text, end) is not None or _acts(text, tokens, end)
    return ended and following and not text.startswith(WORDS.no_name_before, end)


def _is_time(tokens: Tokens, place: int) -> bool:
    """Whether a word of time begins at a place."""
    token = tokens.at(place)
    return token is not None and token.span.start == place and token.tag == "TIME"


def _by_surname(text: str, tokens: Tokens, start: int) -> Span | None:
    """A Chinese name that the tagger cuts after its surname (主委管碧玲); none where there is none."""
    surname, given = tokens.at(start), tokens.at(start + 1)
    if surname is None or given is None or surname.span != Span(start, start + 1) or text[start] not in WORDS.surnames:
        return None
    return Span(start, given.span.end) if given.tag == "PER" and given.span.start == start + 1 and len(given.span) <= _SHORTEST else None


def _japanese(text: str, tokens: Tokens, start: int) -> Span | None:
    """A Japanese name that the tagger cuts after its surname (副大臣牧原/秀/树上周)."""
    surname = next((name for name in WORDS.japanese if text.startswith(name, start)), None)
    first = tokens.at(start)
    if surname is None or first is None or first.span.start != start:
        return None
    place = start + len(surname)
    after = (*WORDS.verbs_after_names, *WORDS.follows_names, "，", "：", "。", "、", "（")
    if first.tag in _NAME_TAGS and first.span.end > place and text.startswith(after, first.span.end):
        return None
    return next((Span(start, end) for end in (place + 2, place + 1) if text.startswith(after, end) and text[place:end].isalpha()), None)


def _before_words(text: str, tokens: Tokens, run: Span, owned: bool) -> int:
    """Where the name ends: before a word of the tagger that begins with sounds only by chance (达成, 希望, 特别)."""
    for place in range(run.start + 1, run.end):
        if text.startswith(WORDS.begun_like_names, place):
            return place
    for token in tokens.within(Span(run.start + 1, run.end)):
        if token.tag == "TIME":
            return token.span.start
        crossing = token.span.end > run.end and token.tag not in _NAME_TAGS
        sure = owned and sign("follows a name").found(text, run.end) is not None  # 基塔/事后 of 总理基/塔事/后
        if (
            crossing and not sure and not text.startswith(WORDS.follows_names, run.end, token.span.end)
        ):  # 加没有 is the end of a name and 没有
            return token.span.start
    return run.end


def _is_free(text: str, tokens: Tokens, span: Span, known: Row[Element]) -> bool:
    """Whether no table has the name: nothing known stands in it, or what does is cut from a longer word or borne as a name."""
    first = tokens.at(span.start)
    inside = [item for item in known.touching(span) if not _is_cut(tokens, item, span)]
    whole = first is not None and first.span.covers(span) and first.span.end == span.end and first.tag in _NAME_TAGS
    if not inside:
        return True
    if not all(item.kind in _BORNE and span.covers(item.span) for item in inside):
        return False
    if whole and all(item.span != span for item in inside):
        return True
    item = inside[0]
    if len(inside) > 1 or item.span.start != span.start:
        return False
    if item.span == span:
        return whole and not _is_itself(text, item)
    token, following = tokens.at(item.span.end - 1), tokens.within(Span(item.span.end, span.end))
    cut = token is not None and token.tag in _NAME_TAGS and token.span.end > item.span.end
    named = bool(following) and all(token.tag in _NAME_TAGS for token in following)  # 莫哈末/PER 纳苏鲁丁/PER
    return item.kind == "person" and (cut or named)


def _is_itself(text: str, item: Element) -> bool:
    """Whether a known name after a title is that of the person, state or city (主席文莱, 两国外长阿布扎比会谈), borne by nobody else."""
    if item.kind == "city":
        return sign("talks begin").found(text, item.span.end) is not None
    return item.kind == "person" or (item.kind == "state" and text.endswith(_CHAIR, 0, item.span.start))


def _is_cut(tokens: Tokens, item: Element, span: Span) -> bool:
    """Whether a known name is only cut from a word that is another name (哈尔 in 瓜哈尔/多, 尼日 in 梅戈尼/日前)."""
    token = tokens.at(item.span.start)
    if token is None or token.tag not in _NAME_TAGS or max(token.span.start, span.start) >= item.span.start:
        return False
    return item.span.end <= token.span.end or (token.tag == "PER" and token.span.end == span.end)
