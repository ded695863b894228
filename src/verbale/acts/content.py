"""What was agreed, asked, refused or promised: the words of the content, trimmed as statements are."""

from __future__ import annotations

import re
from collections.abc import Callable

from verbale.acts.clauses import clause_subject
from verbale.acts.conditions import opens_condition
from verbale.acts.frames import cue_pattern
from verbale.acts.setting import Setting
from verbale.acts.triggers import Trigger
from verbale.language.sentences import trim
from verbale.model import Span
from verbale.statements.cues import entries

_FINAL = "。！？；，：…!?;、 "
_STOPS = re.compile(
    r"^(?:但是?|不过|然而|前提是|条件是|否则|因为|由于|因此|所以|从而|称|并称|并说|预期|认为|这|此举|以便|以期|以避免|以采取|目前|同时表示|此外|对此|而是|而(?!不)|以免|以防|使得|导致|如果|若|一旦|只要|其中)"
)
# Only words that open speech may be followed by a comma and then their content.
_AFTER_COMMA = frozenset({"propose", "demand", "appeal", "promise", "agree", "threaten"})
_REGARDING = re.compile("(?:针对|对于|就)([^，。；]{4,60})，")
_TOPIC_START = re.compile(r"(?:就|围绕|关于|针对|有关)")
# A new subject stands within so many characters of its clause's beginning.
_HEAD = 5
# 对…表示欢迎: the content stands before.
_FELT = frozenset({"support", "criticise", "refuse"})
_THING = re.compile(r"[^，。；]{0,30}?(?:协议|协定|声明|文件|备忘录|条约|方案|计划|建议|倡议|提议|提案|草案|主张|要求|条件|想法)")
_LIGHT = re.compile(r"(?:表示|感到|表达|给予|予以|深表|致以|提出|持|做出了?|作出了?)(?:了|过)?[^，。；]{0,4}$")
_ABOUT = re.compile(r"(?:对于|对|就)([^，。；]{2,40}?)(?:感到|表示|表达|深表|予以|给予|作出|做出|持|一事)")
# Cues that go on with what is asked or agreed (同意停火，释放人质).
_CARRIED_ON = frozenset(
    [
        "举行",
        "进行",
        "开始",
        "提供",
        "要",
        "停火",
        "撤出",
        "撤回",
        "释放",
        "停止",
        "接受",
        "恢复",
        "继续",
        "讨论",
        "移交",
        "结束",
        "启动",
        "推进",
        "部署",
        "参加",
        "组成",
        "合作",
        "支持",
        "提交",
        "形成",
    ]
)


def content_of(setting: Setting, trigger: Trigger) -> Span | None:
    """The content of one act.

    Args:
        setting: What the page has given so far.
        trigger: Its cue; its frame says where the content stands.

    Returns:
        The span without the cue and without punctuation at its ends, or ``None``.
    """
    held = setting.statement_of(trigger.span)
    if held and trigger.frame.content in {"clause", "own"} and held.content and held.content[0].start >= trigger.span.end:
        return Span(held.content[0].start, held.content[-1].end)
    found = _found(setting, trigger, trigger.frame.content)
    return _trimmed(setting, found) if found is not None and found.start < found.end else None


def _found(setting: Setting, trigger: Trigger, where: str) -> Span | None:
    """The content at one place; places are those of :class:`verbale.acts.frames.Frame`."""
    felt = trigger.frame.kind in _FELT and where in {"object", "clause", "own"}
    if felt and _LIGHT.search(setting.text[trigger.clause.start : trigger.span.start]):
        return _about(setting, trigger)
    finders: dict[str, Callable[[], Span | None]] = {
        "object": lambda: _head(setting, trigger) if trigger.relative else Span(trigger.span.end, _object_end(setting, trigger)),
        "own": lambda: extent(setting, trigger, trigger.span.end, free=False),
        "clause": lambda: extent(setting, trigger, trigger.span.end, free=True),
        "pivot": lambda: _after_party(setting, trigger),
        "topic": lambda: _topic(setting, trigger),
        "before": lambda: Span(trigger.clause.start, trigger.span.start),
        "sentence": lambda: trigger.clause,
        "about": lambda: _about(setting, trigger),
    }
    return finders[where]() if where in finders else None


def _after_party(setting: Setting, trigger: Trigger) -> Span | None:
    phrases = setting.parties.phrases_in(Span(trigger.span.end, trigger.span.end + 2))
    return Span(phrases[0].span.end, trigger.clause.end) if phrases else None


def extent(setting: Setting, trigger: Trigger, start: int, *, free: bool) -> Span:
    """From ``start`` over the clauses that go on with it.

    Args:
        setting: What the page has given so far.
        trigger: The cue.
        start: Where the content begins.
        free: Whether further clauses may have subjects of their own (要求 … ；…).

    Returns:
        A span that ends before the next cue, conjunction of contrast, or (unless ``free``) the next subject.
    """
    scope = setting.scope(trigger.span.start, trigger.sentence)
    scope = Span(scope.start, max(scope.end, trigger.clause.end))
    skipped = "，：“ 了" if trigger.frame.kind in _AFTER_COMMA else "“ 了"
    while start < scope.end and setting.text[start] in skipped:
        start += 1
    end = setting.clause(start, scope).end
    if opens_condition(setting.text[start:end]) and setting.text[end : end + 1] == "，" and end < scope.end:  # what follows belongs to it
        end = setting.clause(end + 1, scope).end
    while end < scope.end and setting.text[end] in "，；：":
        clause = setting.clause(end + 1, scope)
        if _ends_before(setting, clause, free=free):
            break
        end = clause.end
    return Span(start, end)


def _ends_before(setting: Setting, clause: Span, *, free: bool) -> bool:
    words = setting.words(clause)
    if not words or _STOPS.match(words):
        return True
    if words.startswith(("包括", "其中包括", "即")) or "是否" in words:
        return False
    head = re.sub(r"^(?:并且|并|也|还|同时|且|又|再次|再)", "", words)
    cue = cue_pattern().match(head)
    if cue and cue[0] not in _CARRIED_ON:
        return True
    if any(head.startswith(form) for form in entries()):
        return True
    if free and setting.text[clause.start - 1] == "；":
        return False
    subject = clause_subject(setting, clause, clause.start)
    return bool(subject) and subject[0].span.start - clause.start <= _HEAD and not free


def _object_end(setting: Setting, trigger: Trigger) -> int:
    scope = setting.scope(trigger.span.start, trigger.sentence)
    end = min(trigger.clause.end, scope.end) if scope.start <= trigger.span.start else trigger.clause.end
    reason = re.compile("的(?:原因|决定|消息|说法|理由|同时)").search(setting.text, trigger.span.end, end)
    return reason.start() if reason else end


def _head(setting: Setting, trigger: Trigger) -> Span | None:
    """What a relative clause is about: the words after 的 up to the noun."""
    start = setting.text.find("的", trigger.span.end, trigger.clause.end) + 1
    if setting.text[trigger.span.start] == "所":
        start = trigger.span.end
    words = setting.text[start : trigger.clause.end]
    found = _THING.match(words)
    if not start or not found:
        return None
    end = start + found.end()
    return Span(start, end + 1 if setting.text[end : end + 1] == "”" else end)


def _topic(setting: Setting, trigger: Trigger) -> Span | None:
    """The 就… before the cue, or what follows 讨论 after it."""
    low = trigger.clause.start
    for found in reversed(list(_TOPIC_START.finditer(setting.text, low, trigger.span.start))):
        token = setting.token(found.start())
        if token and token.span.start == found.start() and trigger.span.start - found.start() > 2:
            return Span(found.start(), trigger.span.start)
    after = re.compile(r"[了过]?(?:[^，。；]{0,4})，?(?:持续)?(?:讨论|商讨|探讨)").match(
        setting.text, trigger.anchor.end, trigger.sentence.end
    )
    if after:
        return Span(after.end(), setting.clause(after.end(), trigger.sentence).end)
    return None


def _about(setting: Setting, trigger: Trigger) -> Span | None:
    found = None
    for match in _ABOUT.finditer(setting.text, trigger.clause.start, trigger.span.end):
        found = Span(match.start(1), match.end(1))
    if found is None and trigger.frame.role == "attitude":
        before = _REGARDING.search(setting.text, trigger.sentence.start, trigger.span.start)
        return Span(before.start(1), before.end(1)) if before else None
    return found


def _trimmed(setting: Setting, span: Span) -> Span | None:
    span = trim(setting.text, span)
    start, end = span.start, span.end
    while start < end and setting.text[start] in "了过，：、 ":
        start += 1
    while end > start and setting.text[end - 1] in _FINAL:
        end -= 1
    words = setting.text[start:end]
    if words.endswith("”") and words.count("“") < words.count("”"):
        end -= 1
    if words.startswith("“") and words.count("“") > words.count("”"):
        start += 1
    if words.endswith("“"):
        end -= 1
    span = trim(setting.text, Span(start, end))
    return span if len(span) else None
