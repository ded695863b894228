"""What belongs to a statement: where its content begins and ends."""

from __future__ import annotations

import re

from verbale.entities.discourse import coordinated
from verbale.model import Span, StatementKind
from verbale.statements.cues import Cue
from verbale.statements.quotations import Quotation, is_speech
from verbale.statements.scene import Saying, Scene
from verbale.statements.turns import to_turn
from verbale.statements.words import CONTENT_ENDS, listed, pattern

_ADDRESSEE_AT_MOST = 10
_VERBAL = frozenset({"v", "vn", "a", "vd", "d", "p"})
_SHORTEST = 4
_STOPS = "。！？!?"
# 他告诉塔斯社说，…: the second verb of telling belongs to the cue.
_SAYS = re.compile("(?:说|称|道|表示)(?=[，：])")
# 告诉本报：“…”; 告诉与会者，…
_TOLD = re.compile("[^，。；：“]*[，：]")
# 质问与会领导人：“…”: whom somebody asks.
_ASKED = re.compile("[^，。；：“]{1,12}(?=：“)")
# 高喊“停止战争”“总统下台”等口号: each slogan is a part of the words.
_SLOGANS = re.compile("(?:“[^“”]{2,}”[、和及与]?)+(?:等|之类)?的?(?:口号|标语|诉求)")
_NAME_AT_MOST = 8  # characters of the noun that ends the name of a thing
_NAMES = frozenset({"LOC", "ORG", "PER"})
_DOING = frozenset({"v", "vd", "a", "d", "ad"})
_GOES_ON = frozenset({"v", "vd", "d", "ad", "p", "c"})


def content_of(scene: Scene, sentence: Span, cue: Cue) -> tuple[list[Span], tuple[str, ...]]:
    """What follows a cue: to the end of the sentence, or the quotation that opens right after it.

    Args:
        scene: The article.
        sentence: The sentence.
        cue: A cue in it.

    Returns:
        The parts of the content (none where nothing follows), and who is told.
    """
    start, addressees = _past_addressee(scene, sentence, cue)
    told = _SAYS.match(scene.text, start, sentence.end) or (
        (cue.entry.meaning == "ask" or cue.entry.takes == "say") and _ASKED.match(scene.text, start, sentence.end)
    )
    start = told.end() if told else start
    while start < sentence.end and scene.text[start] in "，： ":
        start += 1
    rest = scene.trimmed(Span(start, sentence.end))
    if not len(rest):
        return [], addressees
    shouted = _SLOGANS.match(scene.text, start, sentence.end)
    if shouted:
        return [quotation.inner for quotation in scene.quotations.within(Span(*shouted.span()))], addressees
    opening = scene.quotations.within(Span(start, start + 1))
    if opening and is_speech(scene.text, opening[0]) and _is_complete(scene, sentence, opening[0]):
        return [opening[0].inner], addressees
    return [to_turn(scene, rest, cue)], addressees


def _is_complete(scene: Scene, sentence: Span, quotation: Quotation) -> bool:
    """Whether a quotation ends its sentence: nothing follows it, or it has a full stop of its own (“…。”她并称，…)."""
    rest = scene.text[quotation.span.end : sentence.end].strip(CONTENT_ENDS)
    told_on = scene.text[quotation.span.end : quotation.span.end + 1] == "；"
    return not rest or (quotation.closed and (told_on or scene.text[quotation.inner.end - 1] in _STOPS))


def quotation_before(scene: Scene, sentence: Span, cue: Cue, low: int) -> list[Span]:
    """The quotation with which a sentence begins before its cue (``“…”，他说``); none where it begins otherwise."""
    before = [item for item in scene.quotations.within(Span(low, cue.span.start)) if is_speech(scene.text, item)]
    if before and not scene.text[sentence.start : before[0].span.start].strip() and _is_set_off(scene, before[0]):
        return [before[0].inner]
    return []


def _is_set_off(scene: Scene, quotation: Quotation) -> bool:
    """Whether a mark or its speaker follows a quotation; else it is the name of what is told of (“自由联盟”昨天说…)."""
    if scene.is_named(quotation):
        return False
    end = quotation.span.end
    opens = scene.text[quotation.inner.end - 1] in CONTENT_ENDS or scene.text[end : end + 1] in CONTENT_ENDS
    return opens or any(phrase.span.start == end for phrase in scene.parties.phrases_in(Span(end, end + 1)))


def is_whole_quotation(scene: Scene, span: Span) -> bool:
    """Whether a span is just what stands inside one pair of quotation marks."""
    held = scene.quotations.holding(span.start)
    return held is not None and held.inner == span


def bare(scene: Scene, span: Span) -> Span:
    """The span without its quotation marks where it is just one quotation of somebody's speech."""
    held = scene.quotations.within(Span(span.start, span.start + 1))
    return held[0].inner if held and held[0].span == span and held[0].closed and is_speech(scene.text, held[0]) else span


def first_clauses(scene: Scene, content: Span, cue: Cue) -> Span:
    """Speech inside speech: it ends with its clause, unless a conjunction carries it on.

    Args:
        scene: The article.
        content: All that follows the inner cue.
        cue: The inner cue.
    """
    if pattern("<opener>").match(scene.text, content.start) or "：" in scene.text[content.start : content.end]:
        return content
    if pattern("<adjunct>").match(scene.text, content.start) and not _has_verb(scene, content):
        return content
    place = content.start
    content = Span(place, scene.text.find("；", place, content.end)) if "；" in scene.text[place : content.end] else content
    while (comma := scene.text.find("，", place, content.end)) >= 0:
        condition = pattern("[^，。；]{0,16}?<condition within>").match(scene.text, place, comma)
        goes_on = condition or pattern("<goes on>").match(scene.text, comma + 1) or scene.quotations.holding(comma)
        if not (goes_on or _has_one_doer(scene, cue, comma)) and comma - content.start >= _SHORTEST:
            return Span(content.start, comma)
        place = comma + 1
    return content


def _has_one_doer(scene: Scene, cue: Cue, comma: int) -> bool:
    """Whether the clause after a comma only tells more of what the words before it tell (听到意见，会考虑; 珍惜协议，不要再…)."""
    asking = cue.entry.meaning in {"demand", "appeal", "propose", "threaten"}
    begins = pattern("<asked besides>" if asking else "<told besides>").match(scene.text, comma + 1)
    last = scene.tokens.at(begins.end() - 1) if begins else None
    return begins is not None and last is not None and last.span.end == begins.end()  # not 会 in 会谈


def _has_verb(scene: Scene, content: Span) -> bool:
    """Whether the first clause has a verb, or tells at its end how something is (协议不够透明)."""
    comma = scene.text.find("，", content.start, content.end)
    words = scene.tokens.within(Span(content.start, comma if comma > 0 else content.end))
    told = len(words) > 1 and words[-1].tag == "a" and words[-2].tag in {"d", "ad"}
    return told or any(token.tag == "v" for token in words)


def says_something(scene: Scene, saying: Saying) -> bool:
    """Whether the content holds words of somebody: a quotation, or a clause with a verb; not only the name of a thing."""
    span = saying.content[0]
    if saying.quoted or len(saying.content) > 1 or scene.quotations.holding(span.start):
        return True
    cue = saying.cue
    deed = cue is not None and cue.entry.meaning == "accuse" and _is_deed_named(scene, span)
    if deed or (cue is not None and cue.entry.form == "承认" and _is_one_party(scene, span)):
        return False
    if any(is_speech(scene.text, item) for item in scene.quotations.within(span)):
        return True
    naming = cue is not None and (cue.entry.meaning in {"reveal", "accuse"} or cue.entry.form in listed("names a thing"))
    names = naming and cue is not None and scene.text[cue.span.end] not in "，："
    shows = names and cue is not None and cue.entry.form in listed("shows a thing") | listed("names a thing")
    named = names and cue is not None and _is_noun_phrase(scene, span, cue) and not _is_decision(scene, cue, span)
    if named or (shows and not _has_verb(scene, span)):
        return False
    tags = {token.tag for token in scene.tokens.within(span)}
    if "v" not in tags and pattern("<taken up>[^，。]{1,8}").fullmatch(scene.text, span.start, span.end):
        return False
    asked = cue is not None and cue.entry.meaning in {"demand", "appeal", "deny"} and "v" in tags  # 敦促其停火
    bare_deed = (
        cue is not None and cue.entry.form in listed("decides") and pattern("<bare deed>").fullmatch(scene.text, span.start, span.end)
    )
    return bool(bare_deed) or (len(span) >= (_SHORTEST - 1 if asked else _SHORTEST) and bool(tags & _VERBAL))


def kind_of(scene: Scene, content: list[Span], *, quoted: bool = False) -> StatementKind:
    """Direct, indirect or mixed, by the quotation marks (``quoted``: the words stand by themselves, as in a transcript)."""
    if quoted:
        return "direct"
    if all((held := scene.quotations.holding(span.start)) and held.inner.covers(span) for span in content):
        return "direct"
    spoken = (item for span in content for item in scene.quotations.within(span) if is_speech(scene.text, item))
    return "mixed" if any(spoken) else "indirect"


def _past_addressee(scene: Scene, sentence: Span, cue: Cue) -> tuple[int, tuple[str, ...]]:
    """The place after whom the cue addresses, and who that is."""
    start = cue.span.end
    named = scene.parties.phrases_in(Span(start, min(sentence.end, start + 2)))
    if pattern("<addressed>").fullmatch(cue.entry.form):
        if named:
            told = coordinated(scene.text, scene.parties.phrases_in(Span(start, sentence.end)), 0)
            end = pattern("<in one word>").match(scene.text, told[-1].span.end)
            return end.end() if end else told[-1].span.end, tuple(dict.fromkeys(entity for phrase in told for entity in phrase.entities))
        unnamed = _TOLD.match(scene.text, start, min(sentence.end, start + _ADDRESSEE_AT_MOST))
        return (unnamed.end() - 1 if unnamed else start), ()
    if pattern("<warned>").fullmatch(cue.entry.form) and named and scene.text[named[0].span.end : named[0].span.end + 1] == "，":
        return named[0].span.end, named[0].entities
    return start, ()


def _is_one_party(scene: Scene, span: Span) -> bool:
    """Whether the first clause is nothing but the name of a party (承认某国)."""
    first = next(iter(scene.parties.phrases_in(span)), None)
    return first is not None and first.span.start == span.start and (first.span.end == span.end or scene.text[first.span.end] in "，；")


def _is_decision(scene: Scene, cue: Cue, span: Span) -> bool:
    """Whether a cue announces a deed (宣布解除对某国的制裁), not the name of a thing (宣布最后的名单)."""
    first = next(iter(scene.tokens.within(span)), None)
    return cue.entry.form in listed("decides") and first is not None and first.tag in _GOES_ON


def _is_deed_named(scene: Scene, span: Span) -> bool:
    """Whether the content only names a deed, with no verb outside quotation marks (谴责美方有关做法, 抗议邻国“夺岛”图谋)."""
    if not pattern("[^，]*<names a deed>").fullmatch(scene.text, span.start, span.end):
        return False
    plain = (token for token in scene.tokens.within(span) if not scene.quotations.holding(token.span.start))
    return not any(token.tag in _DOING for token in plain)


def _is_noun_phrase(scene: Scene, span: Span, cue: Cue) -> bool:
    """Whether the content is no clause but the name of a thing (披露了会谈的细节, 谴责一切形式的暴力)."""
    words = scene.text[span.start : span.end]
    if cue.entry.takes == "verb":
        words = words.split("，")[0]
    if _is_deed_named(scene, span):
        return True
    last = max(words.rfind("的"), words.rfind("之"))
    if "，" in words or last < 0 or len(words) - last > _NAME_AT_MOST + 1:
        return False
    if any(token.tag in {"v", "vd", "a", "d", "ad"} for token in scene.tokens.within(Span(span.start + last, span.start + len(words)))):
        return False
    before = scene.tokens.within(Span(span.start, span.start + last))
    if any(token.tag != "p" and scene.text[token.span.start : token.span.end] in listed("in a clause") for token in before):
        return False
    if pattern("<heads a name>").match(words) or pattern("的<names a deed>$").search(words):
        return True
    verbs = [token for token in before if token.tag == "v"]
    first = next(iter(before), None)
    doing = first is not None and first.tag in _NAMES and any(token.span.end < span.start + last for token in verbs)
    return len(verbs) <= 1 and not doing
