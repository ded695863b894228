"""Names of persons that no table has, and longer forms of those that one has."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from verbale.entities import contexts
from verbale.entities.pieces import Element
from verbale.entities.spans import Row
from verbale.entities.words import WORDS
from verbale.language.tagger import Token, Tokens
from verbale.model import Span

_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,7}(?:(?:[·\-]|(?<!—)—(?!—))[\u4e00-\u9fff]{1,8})+")
_HAN = re.compile("[\u4e00-\u9fff\U00020000-\U0003ffff·\\-]+")
_NAME_TAGS = frozenset({"PER", "nz", "LOC"})
_CUT_TAGS = frozenset({"ORG", "LOC", "nz"})
_CHINESE = 3  # characters of a Chinese name
_LONGEST = 12
_PAIR = 2
_WEEKDAY = re.compile("周[一二三四五六日天]$")
_SAYING = "说称"
# Characters that write the last sound of foreign names, and stand at the head of no common word.
_SOUND = re.compile(
    "[夸娃瓦卡加娜娅亚丽莉莎沙塔达拉玛尼奇齐其基茨斯思兹特德克格夫弗姆恩森逊顿尔耳罗洛科戈托多帕巴诺费菲维威韦希西里利伊蒂迪丁泽策鲁努穆伦兰曼蒙]"
)
_BY_SOUND = "别"  # writes a sound only at the head of a name
_SIDES = frozenset("双各对己我")


def dotted_names(text: str, tokens: Tokens, known: Row[Element]) -> Iterator[Element]:
    """Names with a middle dot, whole: known by their last part, or new where the tagger sees a person.

    Args:
        text: Folded text.
        tokens: Its words and tags.
        known: The pieces found so far.

    Yields:
        Pieces of the classes person and name.
    """
    for match in _DOTTED.finditer(text):
        inside = list(known.touching(Span(*match.span())))
        first, last = _dots(match)
        person = next((item for item in reversed(inside) if item.kind == "person" and item.span.end > last), None)
        span = Span(_name_start(match, first, inside, tokens), person.span.end if person else _name_end(match, last, tokens))
        if not _DOTTED.match(text, span.start, span.end) or any(item.span.covers(span) for item in inside):
            continue
        if person:
            yield Element(span, "person", person.ids)
        elif _NAME_TAGS & {token.tag for token in tokens.within(span)} and not _is_no_person(text, span):
            yield Element(span, "name", ())


def _dots(match: re.Match[str]) -> tuple[int, int]:
    places = [match.start() + place for place, char in enumerate(match[0]) if char in "·-—"]
    return places[0], places[-1]


def _name_start(match: re.Match[str], dot: int, inside: Sequence[Element], tokens: Tokens) -> int:
    """Where the name begins: after any title or state, at the word that holds the character before the first dot."""
    start = max([match.start(), *(item.span.end for item in inside if item.kind != "person" and item.span.end <= dot)])
    token = tokens.at(dot - 1)
    return max(start, token.span.start) if token else start


def _name_end(match: re.Match[str], dot: int, tokens: Tokens) -> int:
    """Where the name ends: with the word that holds the character after the last dot."""
    token = tokens.at(dot + 1)
    end = min(match.end(), token.span.end) if token else match.end()
    begun = end - dot > 2 and contexts.after("word begun by a name's end", match.string, end - 1)
    return end - 1 if begun else end


def tagged_names(text: str, tokens: Tokens, known: Row[Element], shorts: frozenset[str]) -> Iterator[Element]:
    """Names that only the tagger knows, adjacent pieces of one name joined; also a known name with a stray character (a misprint).

    Args:
        text: Folded text.
        tokens: Its words and tags.
        known: The pieces found so far.
        shorts: The characters that stand for a state.

    Yields:
        Pieces of the class name.
    """
    initials = {text[item.span.start] for item in known.items if item.kind in {"person", "state"} and len(item.span) > 1}
    spans = [_trimmed(text, run, shorts) for run in _person_runs(text, tokens, known)]
    places = {text[span.start : span.end] for span in spans if _is_place(text, span, known)}
    for span in spans:
        if (
            len(span) < 2
            or (text[span.start : span.end] in places and not _is_titled(span, known, _LONGEST))
            or text.startswith("...", span.end)
            or _is_side(text, span, shorts)
            or _are_states(text, span, known, shorts)
            or contexts.within("common word", text, span)
            or _is_pair(text, span, initials)
            or (_is_no_person(text, span) and not _is_titled(span, known))
        ):  # 伊美 is a list of states
            continue
        inside = list(known.touching(span))
        if not inside or (len(inside) == 1 and _is_longer(text, span, inside[0], shorts)):
            yield Element(span, "name", ())


def _are_states(text: str, span: Span, known: Row[Element], shorts: frozenset[str]) -> bool:
    """Whether a run is a list of states by one character each (美俄); three of which the page names not all may be a name (塔德塞则说)."""
    letters = text[span.start : span.end]
    named = {text[item.span.start] for item in known.items if item.kind == "state" and len(item.span) > 1}
    acts = text.startswith(("则", *WORDS.verbs_after_names), span.end)
    return shorts.issuperset(letters) and (len(letters) <= _PAIR or not acts or named.issuperset(letters))


def _trimmed(text: str, span: Span, shorts: frozenset[str]) -> Span:
    """The run without what is no part of a name: 乌方 before it, 通 of 通电话 or 摄 after it."""
    start, end = span.start, without_weekday(text, span).end
    if text[start] in shorts and text[start + 1] in "方军":
        start += 2
    if text[end - 1] == "通" and contexts.after("verb across the end", text, end):
        end -= 1
    if text[end - 1] == "摄" and end - start > 2:
        end -= 1
    begun = end - start > 3 and (contexts.after("word begun by a name's end", text, end - 1) or text[end - 1] in _SAYING)
    if begun or (end - start > 2 and _ends_in_word(text, start, end)):  # 敦 in 巴尔代拉敦促
        end -= 1
    return Span(start, max(start, _with_its_end(text, start, end)))


def without_weekday(text: str, span: Span) -> Span:
    """A name without the day that the tagger joined to its end (默茨周一说).

    Args:
        text: Folded text.
        span: What the tagger takes for a name.
    """
    joined = len(span) > _PAIR + 1 and _WEEKDAY.search(text, span.start, span.end)
    return Span(span.start, span.end - _PAIR) if joined else span


def _ends_in_word(text: str, start: int, end: int) -> bool:
    """Whether a foreign name has one character more that writes no sound (派 in 卢拉派, from 卢拉派特使到场)."""
    sounds = WORDS.sounds.issuperset(text[start : end - 1]) and text[end - 1] not in WORDS.sounds
    return sounds and contexts.within("word after a name", text, Span(start, end))


def _with_its_end(text: str, start: int, end: int) -> int:
    """The end of a name whose last character the tagger cut off: each time that the name stands on the page, that character follows."""
    name = text[start:end]
    following = [text[match.end() : match.end() + 1] for match in re.finditer(re.escape(name), text)]
    last = following[0] if len(following) > 1 and len(set(following)) == 1 else ""
    return end + 1 if _SOUND.fullmatch(last) and len(name) > 1 else end


def _is_side(text: str, span: Span, shorts: frozenset[str]) -> bool:
    """Whether the run begins with the end of a side (方正 in 以方正抓紧)."""
    return len(span) == 2 and text[span.start] == "方" and text[span.start - 1 : span.start] in shorts | _SIDES


def _is_pair(text: str, span: Span, initials: Container[str]) -> bool:
    """Whether two characters are the first ones of two whom the page names (习特 in 习特两人), or 周 ends a time (上周向)."""
    if len(span) != 2:
        return False
    if text[span.start] == "周" and contexts.before("counts weeks", text, span.start):
        return True
    both = all(letter in initials for letter in text[span.start : span.end])
    return both and contexts.after("word for two", text, span.end)


def _is_no_person(text: str, span: Span) -> bool:
    return (
        contexts.within("no person end", text, span)
        or contexts.after("no person after", text, span.end)
        or contexts.before("no person before", text, span.start)
    )


def _is_place(text: str, span: Span, known: Row[Element]) -> bool:
    """Whether the words around a name make it a place's (在瑞典林博举行, 攻占布卡武, 戈马和布卡武)."""
    states = (item for item in known.touching(Span(max(0, span.start - 1), span.start)) if item.kind == "state")
    for place in {span.start, *(state.span.start for state in states)}:
        if contexts.before("moves to a place", text, place):
            return True
        if contexts.before("lies in a place", text, place) and contexts.after("held at a place", text, span.end):
            return True
    beside = [*known.touching(Span(max(0, span.start - 2), span.start)), *known.touching(Span(span.end, span.end + 2))]
    return any(item.kind == "city" and _is_joined(text, *sorted((item.span, span))) for item in beside)


def _is_joined(text: str, left: Span, right: Span) -> bool:
    """Whether two names stand in one list."""
    return left.end < right.start and contexts.within("list", text, Span(left.end, right.start))


def _is_titled(span: Span, known: Row[Element], longest: int = _CHINESE) -> bool:
    """Whether a short name stands right after a title (发言人刘德军 is a person, though 军 ends the names of forces)."""
    before = known.touching(Span(span.start - 1, span.start)) if span.start and len(span) <= longest else ()
    return any(item.kind == "title" and item.span.end == span.start for item in before)


def _is_longer(text: str, span: Span, known: Element, shorts: frozenset[str]) -> bool:
    """Whether the run is a name of its own, or a misprint, with a shorter known name in it (李强国, 鲁比奥奥, 阿尔达尔); not 俄普京."""
    if known.kind != "person" or not span.covers(known.span) or len(known.span) == len(span) or len(known.span) > 4:
        return False
    if len(known.span) >= _CHINESE and contexts.within("title end", text, known.span):  # 夏副主席 in 夏副主席行前
        return False
    if span.start == known.span.start:
        begun = contexts.after("word begun by a name's end", text, span.end - 1)
        return len(span) == len(known.span) + 1 and not begun and not contexts.within("word after a name", text, span)
    rest = text[span.start : known.span.start]
    return (
        span.end == known.span.end and not shorts.issuperset(rest) and not contexts.within("word before a name", rest, Span(0, len(rest)))
    )


def _person_runs(text: str, tokens: Tokens, known: Row[Element]) -> Iterator[Span]:
    """Persons that the tagger sees; one that it cut after three characters or fewer is joined."""
    run: Span | None = None
    for token in tokens.items:
        begins = run is None and _begins_name(text, token, tokens, known)
        if not begins and (token.tag != "PER" or not _HAN.fullmatch(text, token.span.start, token.span.end)):
            if run:
                yield run
            run = None
        elif run and len(run) <= 3:
            run = Span(run.start, token.span.end)
        else:
            if run:
                yield run
            run = token.span
    if run:
        yield run


def _begins_name(text: str, token: Token, tokens: Tokens, known: Row[Element]) -> bool:
    """Whether a word that the tagger takes for a place or a body is the head of a foreign name cut in two (别克图 of 别克图罗夫)."""
    words, rest = text[token.span.start : token.span.end], tokens.at(token.span.end)
    by_sound = WORDS.sounds.issuperset(words.removeprefix(_BY_SOUND))
    if token.tag not in _CUT_TAGS or len(words) > _CHINESE or not by_sound or any(known.touching(token.span)):
        return False
    if rest is None or rest.tag != "PER" or rest.span.start != token.span.end or len(rest.span) > _CHINESE:
        return False
    return WORDS.sounds.issuperset(text[rest.span.start : rest.span.end])
