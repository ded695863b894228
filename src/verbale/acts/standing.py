"""Whether a cue stands as a predicate that tells a fact, or only names, wants or concerns one."""

from __future__ import annotations

import re

from verbale.acts.frames import Frame
from verbale.acts.setting import Setting
from verbale.model import Span

_NOUN_BEFORE = re.compile(r"(?:的|之|这一|该|此次|上述|这项|这些|任何|新的?|有关|一项|多项|(?<!日)本|项|个|待|所有)$")
_GOVERNED = re.compile(
    r"(?:(?:受到|面临|引发|招致|导致|获得|收到|遭到|遭受|遭)[^，。；]{0,6}|等待|回应|满足|符合|履行|遵守|违反|恢复|解除|取消|避免|防止|阻止|寻求|扩大|加大|缺乏|作为|失去|免遭|停止)$"
)
_COMPOUND = re.compile(
    r"^(?:代表团|团队|代表|结果|期间|过程|内容|进程|议程|地点|时间|桌|机制|进展|细节|气氛|成果|方式|形式|日期|框架|议题|立场|基础|渠道|伙伴|关系|协议|方案|计划|能力|力度|措施|名单|行动计划|条件|意愿|前景|可能|准备|安排|文本|公报|中心|委员会|小组|部队|范围|风险|事件|性|权|书|与否|问题|局势|程度|文件|精神|大会|邀请|请求|声音|信号|战略|政策|角色|态度|意向|意图)"
)
_SOMEBODY = re.compile(r"^(?:者|派|党|人士|阵营|舰)")
_HELD = re.compile(r"^(?:人员|者|的|平民|士兵|公民|人质)")
_ENDING = re.compile(
    r"^(?:[了过，。；”（]|[时后前并讨就以及、和中约近达逾]|期间|之际|长达|超过|结束|商讨|探讨|[0-9一二两三四五六七八九十半]|$)"
)
_TOPIC = re.compile(
    r"(?:就|围绕|针对|关于|有关|围绕着)(?P<topic>[^，。；]{2,160}?)(?=等?(?:举行|进行|展开|开展|达成|形成|交换|问题|议题|一事|作出|保持|与|同|磋商|会谈|谈判|讨论|接触|对话|沟通|制定|交涉|通电话|发表|表示|感到|持|说|称|的(?:猜测|说法|报道|消息|传闻|可能|问题|表态|指控|担忧)))"
)
_THEN = re.compile("[应会要能不将可必是在已像算有让没行等地]")
_CLOSER = re.compile(
    "举行|进行|展开|开展|达成|形成|交换|问题|议题|一事|作出|保持|与|同|磋商|会谈|谈判|讨论|接触|对话|沟通|制定|交涉|通电话|发表|表示|感到|持|说|称"
)
_TOWARDS = re.compile(r"(?:对于|对)(?P<topic>[^，。；]{2,80}?)(?=表示|感到|持|深表|予以|给予|表达)")
_AIM = re.compile(
    r"(?:为了|旨在|以便|试图|企图|图谋|力图|谋求|寻求|推动|推进|促进|促成|努力|致力于|有助于|有利于|用于|用以|以期|如何|避免|防止|防堵|阻止|讨论|商讨|探讨|研究|考虑|评估|敦促|呼吁|要求|迫使|鼓励|停止|难以|无法|威胁要|希望|期待|主张|应该|必须|应当|需要|不能|不应|不得|能够|可以|想要|能否|是否|还是|而不是|是为|为的是|为防止|看到|乐见|欢迎|祝贺|赞赏|庆祝|支持|意味着|取决于|达到|条件是|危及|破坏|阻碍|有意向|应对|对抗|抵御|防范|权限|无权|有权|资格|担心|担忧|害怕|恐惧|借口)[^，。；]{0,24}$|为(?:了|最终|尽快|早日)?$"
)
_JOINING = frozenset("愿将会拟")
_JOINED = frozenset("同与为向对就在以和")
_TAILS = frozenset("了过着到出向至成为于")
# 应约, 应邀: on request, not 应 as ought.
_ON_REQUEST = re.compile("应[约邀询请]")
_AIM_WORDS = frozenset({"想", "盼", "欲", "应", "须", "需", "要"})


def is_word(setting: Setting, span: Span) -> bool:
    """Whether a cue's characters are words of their own (不是 会谈 in 会 议, nor 反对 in 反对派)."""
    first, last = setting.token(span.start), setting.token(span.end - 1)
    if first is None or last is None:
        return False
    longer = setting.text[span.end : last.span.end]
    if len(span) == 1:
        return first.span == span or (first.span.start == span.start and longer in _JOINED and setting.words(span) in _JOINING)
    if len(span) > 2:
        return True
    named = any(phrase.span.end == span.start for phrase in setting.parties.phrases_in(Span(first.span.start, span.start)))
    starts = first.span.start == span.start or named or (first.tag[0] in "vdpnra" and first.span.end <= span.end)
    verb = last.tag == "v" and last.span.start == span.start and len(longer) > 1
    return starts and (not longer or longer in _TAILS or verb)


def stands(frame: Frame, before: str, after: str, *, noun: bool, relative: bool) -> bool:
    """Whether the cue is a predicate, as far as its neighbours tell.

    Args:
        frame: Its frame.
        before: The clause before it.
        after: The clause after it.
        noun: Whether the noun that its frame asks for was found.
        relative: Whether 的 follows.
    """
    if frame.role == "nominal" or frame.nouns_before:
        return True
    if _SOMEBODY.match(after) or (before.endswith("被") and _HELD.match(after)):
        return False
    if _NOUN_BEFORE.search(before) and not (frame.role == "predicate" and "与" in before):
        return False
    named = _COMPOUND.match(after) and not (frame.after or frame.content == "object")
    if not noun and not relative and (named or _GOVERNED.search(before)):
        return False
    if frame.role == "predicate":
        return not relative and (noun or bool(_ENDING.match(after)))
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


def _topics(setting: Setting, clause: Span) -> list[Span]:
    """The topics that a clause names with 就, 围绕 or 对."""
    topics: list[Span] = []
    for pattern in (_TOPIC, _TOWARDS):
        for found in pattern.finditer(setting.text, clause.start, clause.end):
            token = setting.token(found.start())
            adverb = setting.text[found.start()] == "就" and token is not None and token.tag not in {"p", "v"}
            if token is not None and not (adverb and _THEN.match(setting.text, found.start() + 1)):
                topics.append(Span(found.start("topic"), _topic_end(setting, found, clause)))
    return topics


def _topic_end(setting: Setting, found: re.Match[str], clause: Span) -> int:
    """Where a topic ends: 与 ends it only before a party (就停火与美方磋商, but 就停火与撤军举行会谈)."""
    end = found.end("topic")
    while setting.text[end : end + 1] in {"与", "同"} and not setting.parties.phrases_in(Span(end + 1, end + 2)):
        longer = _CLOSER.search(setting.text, end + 1, clause.end)
        if longer is None:
            return end
        end = longer.start()
    return end


def _topic_ends(setting: Setting, clause: Span, span: Span) -> list[int]:
    """Where the topics named before a cue end: what stands in them governs nothing after them."""
    return [topic.end for topic in _topics(setting, clause) if topic.end <= span.start]


def is_aim(setting: Setting, clause: Span, span: Span) -> bool:
    """Whether a cue is only wanted, tried, discussed or possible in principle.

    Args:
        setting: What the page has given so far.
        clause: The clause that holds it.
        span: The cue.
    """
    before = Span(max([clause.start, *_topic_ends(setting, clause, span)]), span.start)
    near = Span(max(before.start, before.end - 20), before.end)
    words = (setting.words(token.span) for token in setting.tokens.within(near) if not _ON_REQUEST.match(setting.text, token.span.start))
    if re.match("如果|若|一旦|只要", setting.text[clause.start : clause.end]):
        return False
    return bool(_AIM.search(setting.words(before))) or any(word in _AIM_WORDS for word in words)
