"""Whether a cue stands as a predicate that tells a fact, or only names, wants or concerns one."""

from __future__ import annotations

import re

from verbale.acts.frames import Frame
from verbale.acts.setting import Setting
from verbale.entities.phrases import Phrase
from verbale.lexicons.signs import sign
from verbale.model import Span

# How long the phrase that names a party may be.
_LONGEST_NAME = 120
# 同意派, 承诺派: these make no faction of 派.
_MAY_SEND = frozenset({"agree", "promise", "offer", "propose", "demand", "appeal"})
# Cues of one character that the tagger joins to an adverb.
_JOINED = frozenset({"会", "将", "应", "须", "愿"})


def is_word(setting: Setting, span: Span) -> bool:
    """Whether a cue's characters are words of their own (不是 会谈 in 会 议, nor 反对 in 反对派)."""
    first, last = setting.token(span.start), setting.token(span.end - 1)
    if first is None or last is None:
        return False
    longer = setting.text[span.end : last.span.end]
    named = follows_party(setting, span.start) or follows_time(setting, span.start)
    if len(span) == 1:
        split = first.span.start == span.start and (_is_joined(setting.words(span), longer) or _ought_to(setting, span))
        split = split or (first.tag in {"v", "d", "vd"} and _follows_adverb(setting, span, first.span))
        return first.span == span or split or (named and (first.span.end == span.end or _starts_party(setting, span.end)))
    if len(span) > 2 or (sign("always a word").found(setting.words(span)) and not sign("names a thing's kind").found(longer)):
        return True
    split = setting.words(first.span) == "将会" and first.span.end == span.start + 1
    starts = first.span.start == span.start or named or split or (first.tag[0] in "vdpnra" and first.span.end <= span.end)
    verb = last.tag == "v" and last.span.start == span.start and len(longer) > 1
    return starts and (not longer or sign("verb's tail").found(longer) is not None or verb)


def follows_party(setting: Setting, place: int) -> bool:
    """Whether a party ends right before a place, wherever the tagger drew the line (安华吁 for 安华 and 吁)."""
    return any(phrase.span.end == place for phrase in setting.parties.phrases_in(Span(max(0, place - _LONGEST_NAME), place)))


def follows_time(setting: Setting, place: int) -> bool:
    """Whether a time ends right before a place, wherever the tagger drew the line (周五吁 for 周五 and 吁).

    Args:
        setting: What the page has given so far.
        place: The place, in code points of the article's text.
    """
    return any(time.span.end == place for time in setting.times_in(Span(max(0, place - _LONGEST_NAME), place)))


def _starts_party(setting: Setting, place: int) -> bool:
    return any(phrase.span.start == place for phrase in setting.parties.phrases_in(Span(place, place + 1)))


def _is_joined(word: str, longer: str) -> bool:
    """Whether the tagger took the cue and a preposition for one word (将与)."""
    return bool(sign("joined preposition").found(longer) and sign("joined will").found(word))


def _follows_adverb(setting: Setting, span: Span, token: Span) -> bool:
    """Whether the tagger took the cue and an adverb before it for one word (都会, 也应)."""
    before, after = sign("joined adverb").found(setting.text, token.start, span.start), setting.token(span.end)
    governs = after is not None and after.tag[0] != "n"  # 都会选民
    return before is not None and governs and token.end == span.end and setting.words(span) in _JOINED


def _ought_to(setting: Setting, span: Span) -> bool:
    """Whether 应 and what follows were taken for one word (应同, 应避免, and 应对 with a verb after its object)."""
    token = setting.token(span.start)
    joined = token is not None and token.tag == "v" and sign("ought with a verb").found(setting.text, token.span.start, token.span.end)
    return bool(joined) or sign("ought with preposition").found(setting.text, span.start) is not None


def stands(frame: Frame, before: str, after: str, *, noun: bool, relative: bool) -> bool:
    """Whether the cue is a predicate, as far as its neighbours tell.

    Args:
        frame: Its frame.
        before: The clause before it.
        after: The clause after it.
        noun: Whether the noun that its frame asks for was found.
        relative: Whether 的 follows.
    """
    if frame.role in {"nominal", "seized"} or frame.nouns_before:
        return True
    sends = frame.kind in _MAY_SEND and after.startswith("派")  # 同意派代表团; 反对派代表
    if (sign("goes on as somebody").found(after) and not sends) or (before.endswith("被") and sign("held people").found(after)):
        return False
    told_once = frame.role == "norm" and sign("this time").found(before)  # 陆方这次应当…
    verbal = (
        told_once or frame.role == "under" or (frame.role == "predicate" and frame.kind != "mediate" and "与" in before)
    )  # 在邻国的斡旋下
    if sign("makes a noun").found(before) and not verbal:
        return False
    named = sign("goes on as a noun").found(after) and not (frame.after or frame.content == "object")
    if not noun and not relative and (named or (sign("governs").found(before) and not sign("expresses").found(before))):
        return False
    if frame.role == "predicate":
        quoted = frame.kind == "call" and after.startswith("“") and sign("joined by with").found(before)
        return not relative and (noun or bool(quoted or sign("ends the predicate").found(after)))
    return True


def is_owned(setting: Setting, clause: Span, span: Span) -> bool:
    """Whether the cue is a noun that a party owns: 柬方的进攻 (but not 对柬方的进攻)."""
    before = [phrase for phrase in setting.phrases(Span(clause.start, span.start - 1)) if phrase.span.end == span.start - 1]
    if setting.text[span.start - 1] != "的" or not before:
        return False
    return setting.text[before[0].span.start - 1] not in "对向在于"


def in_topic(setting: Setting, clause: Span, span: Span) -> bool:
    """Whether a cue only names what talks or feelings are about (就停火展开谈判, 对协议生效表示欢迎).

    Args:
        setting: What the page has given so far.
        clause: The clause that holds it.
        span: The cue, or any words of the clause.
    """
    return any(topic.start <= span.start < topic.end for topic in _topics(setting, clause))


def dealt_with(setting: Setting, clause: Span, span: Span) -> Span | None:
    """What a preposition puts right before an idiom (对X的方案点了头, 把X的提议晾在一边).

    Args:
        setting: What the page has given so far.
        clause: The clause that holds the idiom.
        span: The idiom.
    """
    found = sign("deals with").found(setting.text, clause.start, span.start)
    return Span(*found.span("topic")) if found else None


def closes_topic(setting: Setting, clause: Span, last: Span) -> bool:
    """Whether a topic ends with a word (就关税问题, 围绕此事) or right before it; arguments as for :func:`in_topic`."""
    return any(topic.start <= last.start <= topic.end for topic in _topics(setting, clause))


def _topics(setting: Setting, clause: Span) -> list[Span]:
    """The topics that a clause names with 就, 围绕 or 对."""
    topics: list[Span] = []
    for name in ("topic", "feeling's object"):
        for found in sign(name).all(setting.text, clause.start, clause.end):
            token = setting.token(found.start())
            adverb = setting.text[found.start()] == "就" and token is not None and token.tag not in {"p", "v"}
            if token is not None and not (adverb and sign("adverb").found(setting.text, found.start() + 1)):
                topics.append(Span(found.start("topic"), _topic_end(setting, found, clause)))
    return topics


def _topic_end(setting: Setting, found: re.Match[str], clause: Span) -> int:
    """Where a topic ends: 与 ends it only before a party, 提出 only where nobody proposes it within (围绕美方提出的方案举行会谈)."""
    end = found.end("topic")
    while _goes_on(setting, found.start("topic"), end):
        longer = sign("closes a topic").found(setting.text, end + 1, clause.end)
        if longer is None:
            return end
        end = longer.start()
    return end


def _goes_on(setting: Setting, start: int, end: int) -> bool:
    """Whether a word that may end a topic stands within it: 与 before no party, the verb of a party within (就对方称…提出抗议)."""
    if setting.text[end : end + 1] in {"与", "同"}:
        return not setting.parties.phrases_in(Span(end + 1, end + 2))
    told = setting.text.startswith("称", end) and any(
        phrase.span.end == end for phrase in setting.parties.phrases_in(Span(start, start + 1))
    )
    return told or (setting.text.startswith("提出的", end) and follows_party(setting, end))


def _topic_ends(setting: Setting, clause: Span, span: Span) -> list[int]:
    """Where the topics named before a cue end: what stands in them governs nothing after them."""
    return [topic.end for topic in _topics(setting, clause) if topic.end <= span.start]


def _joined_from(setting: Setting, before: Span) -> int:
    """Where the verb begins to which 并 joins the cue (赞赏并支持…): it does not govern the cue."""
    words = setting.tokens.within(before)
    joins = len(words) > 1 and setting.words(words[-1].span) in {"并", "并且"} and words[-2].tag in {"v", "vn"}
    return words[-2].span.start if joins else before.end


def _names_somebody(setting: Setting, before: Span, aim: Span) -> bool:
    """Whether a word of wanting only begins the noun for some people (支持者在机场外示威)."""
    return any(phrase.span.start <= aim.start < phrase.span.end for phrase in setting.phrases(before))


def _is_described(setting: Setting, phrase: Phrase, clause: Span) -> bool:
    """与寻求独立的索马里兰签署: what the party that 与 joins wants is no aim of the cue."""
    return sign("joined with a description").found(setting.text, clause.start, phrase.span.start) is not None


def is_aim(setting: Setting, clause: Span, span: Span) -> bool:
    """Whether a cue is only wanted, tried, discussed or possible in principle.

    Args:
        setting: What the page has given so far.
        clause: The clause that holds it.
        span: The cue.
    """
    passed = ("until or since", "votes cast")  # 以6票反对、5票弃权通过
    timed = [found.end() for name in passed for found in sign(name).all(setting.text, clause.start, span.start)]
    timed += [phrase.span.start for phrase in setting.phrases(Span(clause.start, span.start)) if _is_described(setting, phrase, clause)]
    before = Span(max([clause.start, *timed, *_topic_ends(setting, clause, span)]), span.start)
    near = Span(max(before.start, before.end - 20), before.end)
    if sign("condition").found(setting.text, clause.start):
        return False
    beside = setting.text.rfind("、", before.start, before.end) + 1
    before = Span(max(before.start, beside), before.end) if sign("refuses beside").found(setting.words(span)) else before
    aims = (sign(name).found(setting.text, before.start, _joined_from(setting, before)) for name in ("aim", "for"))
    if any(aim and not _names_somebody(setting, before, Span(*aim.span())) for aim in aims):
        return True
    words = [token.span for token in setting.tokens.within(near) if not sign("on request").found(setting.text, token.span.start)]
    return any(sign("wants").found(setting.text, word.start, word.end) for word in words)
