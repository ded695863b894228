"""Cue words in a sentence that pass what their frame asks of their surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from verbale.acts.frames import Frame, any_of, by_form, cue_pattern
from verbale.acts.setting import Setting
from verbale.model import Span

_NOUN_BEFORE = re.compile(r"(?:的|之|这一|该|此次|上述|这项|这些|任何|新的?|有关|一项|多项|的强烈|的严厉|本|项|个)$")
_GOVERNED = re.compile(
    r"(?:受到|面临|引发|招致|导致|获得|收到|等待|回应|满足|符合|履行|遵守|违反|恢复|解除|取消|避免|防止|阻止|寻求|扩大|加大|缺乏|作为|失去|免遭|遭受|停止|继续)$"
)
_TOPIC = re.compile(
    r"(?:就|围绕|针对|关于|有关|围绕着|对|对于)(?P<topic>[^，。；]{2,80}?)(?=等?(?:举行|进行|展开|开展|达成|形成|交换|问题|议题|一事|作出|保持|与|同|磋商|会谈|谈判|讨论|接触|对话|沟通|发表|表示|感到|持|说|称))"
)
_AIM = re.compile(
    r"(?:为了|旨在|以便|试图|企图|图谋|力图|谋求|寻求|推动|推进|促进|促成|努力|致力于|有助于|有利于|用于|用以|以期|如何|避免|防止|阻止|讨论|商讨|探讨|研究|考虑|评估|敦促|呼吁|要求|迫使|鼓励|停止|难以|无法|威胁要|希望|期待|主张|应该|必须|应当|需要|不能|不应|不得|能够|可以|想要|能否|是否|还是|而不是|是为|为的是|为防止|看到|乐见|意味着|取决于|达到|条件是)[^，。；]{0,24}$"
)
_AIM_WORDS = frozenset({"想", "盼", "欲", "应", "须", "需", "能", "可", "要"})
_LISTED = re.compile(r"^(?:、|和|与|及|或)")
_COMPOUND = re.compile(
    r"^(?:代表团|团队|代表|结果|期间|过程|内容|进程|议程|地点|时间|桌|机制|进展|细节|气氛|成果|方式|形式|日期|框架|议题|立场|基础|渠道|伙伴|关系|协议|方案|计划|能力|力度|措施|名单|行动计划|条件|意愿|前景|可能|准备|安排|文本|公报|中心|委员会|小组|部队|范围|风险|事件|者|性|权|书|与否|问题|局势|程度|文件|精神|大会|邀请|请求|声音|信号|战略|政策|角色)"
)


class Trigger(msgspec.Struct, frozen=True):
    """A cue in its place.

    Attributes:
        frame: Its frame.
        span: The cue word alone.
        anchor: The words shown: the cue, with the noun that follows at once (举行会谈).
        noun: The noun that the frame asked for, if any.
        sentence: Its sentence.
        clause: Its clause.
        relative: Whether it stands in a relative clause (美方提出的方案).
    """

    frame: Frame
    span: Span
    anchor: Span
    noun: Span | None
    sentence: Span
    clause: Span
    relative: bool


def triggers(setting: Setting, sentence: Span) -> Iterator[Trigger]:
    """The cues of one sentence, in order.

    Args:
        setting: What the page has given so far.
        sentence: The sentence.

    Yields:
        For each cue word the first frame whose conditions hold.
    """
    for match in cue_pattern().finditer(setting.text, sentence.start, sentence.end):
        span = Span(match.start(), match.end())
        if not _is_word(setting, span):
            continue
        clause = setting.clause(span.start, sentence)
        for frame in by_form()[match[0]]:
            trigger = _fitting(setting, frame, span, sentence, clause)
            if trigger:
                yield trigger
                break


def _is_word(setting: Setting, span: Span) -> bool:
    first, last = setting.token(span.start), setting.token(span.end - 1)
    if first is None or last is None:
        return False
    if len(span) == 1:
        return first.span == span
    if len(span) > 2:
        return True
    named = any(phrase.span.end == span.start for phrase in setting.parties.phrases_in(Span(first.span.start, span.start)))
    starts = first.span.start == span.start or named or (first.tag[0] in "vdpnra" and first.span.end <= span.end)
    return starts and last.span.end <= span.end + (1 if last.span.start < span.end - 1 else 0)


def _fitting(setting: Setting, frame: Frame, span: Span, sentence: Span, clause: Span) -> Trigger | None:
    before, after = setting.text[clause.start : span.start], setting.text[span.end : clause.end]
    rest = setting.text[span.end : sentence.end]
    if frame.before and not re.search(frame.before, before):
        return None
    if frame.not_before and re.search(frame.not_before, before):
        return None
    if frame.after and not re.search(frame.after, rest):
        return None
    if frame.not_after and re.search(frame.not_after, rest):
        return None
    if frame.near and not re.search(frame.near, before + after):
        return None
    if frame.nouns_before and not any_of(frame.nouns_before).search(before):
        return None
    noun = _noun(frame, span, after)
    if frame.nouns and noun is None:
        return None
    relative = bool(re.match("[了过]?的", after))
    if not _stands(frame, before, after, noun is not None, relative):
        return None
    if before.endswith("被") and re.match("人员|者|的|平民|士兵|公民", after):
        return None
    if not relative and frame.role not in {"nominal"} and in_topic(setting, clause, span):
        return None
    anchor = Span(span.start, noun.end) if noun and noun.start - span.end <= 1 else span
    return Trigger(frame, span, anchor, noun, sentence, clause, relative)


def _noun(frame: Frame, span: Span, after: str) -> Span | None:
    """The last of the nouns in the first run of them: 举行经贸磋商."""
    if not frame.nouns:
        return None
    found = any_of(frame.nouns).search(after)
    return Span(span.end + found.start(), span.end + found.end()) if found else None


def _stands(frame: Frame, before: str, after: str, noun: bool, relative: bool) -> bool:
    """Whether the cue is a predicate, as far as its neighbours tell."""
    if frame.role == "nominal" or frame.nouns_before:
        return True
    if _NOUN_BEFORE.search(before) and not (frame.role == "predicate" and "与" in before):
        return False
    if not noun and not relative and (_COMPOUND.match(after) or _GOVERNED.search(before)):
        return False
    if frame.role == "predicate" and not relative:
        return not after or bool(re.match(r"^[了过，。；”（]|[时后前并讨就以及、和中]", after)) or noun
    return True


def in_topic(setting: Setting, clause: Span, span: Span) -> bool:
    """Whether a cue only names what talks are about (就停火展开谈判)."""
    for found in _TOPIC.finditer(setting.text, clause.start, clause.end):
        token = setting.token(found.start())
        if setting.text[found.start()] == "对" and not re.match(
            "表示|感到|持|进行|展开|发表|作出", setting.text[found.end() : found.end() + 2]
        ):
            continue
        if (
            found.start("topic") <= span.start < found.end("topic")
            and token
            and (token.tag in {"p", "v"} or setting.text[found.start()] != "就")
        ):
            return True
    return False


def is_aim(setting: Setting, trigger: Trigger) -> bool:
    """Whether the cue is only wanted, tried, discussed or possible in principle."""
    before = Span(trigger.clause.start, trigger.span.start)
    words = (setting.words(token.span) for token in setting.tokens.within(Span(max(before.start, before.end - 20), before.end)))
    return bool(_AIM.search(setting.words(before))) or any(word in _AIM_WORDS for word in words)
