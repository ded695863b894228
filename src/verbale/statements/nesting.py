"""Two cues in one sentence: speech inside speech, a new statement, or no statement at all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verbale.entities.discourse import clause_start
from verbale.model import Span
from verbale.statements.cues import Cue
from verbale.statements.media import carries
from verbale.statements.scene import Saying, Scene
from verbale.statements.speakers import Speaker
from verbale.statements.words import CONTENT_ENDS, listed, pattern

# What one can be asked to do (敦促各方停火，承认…): without a subject such a cue belongs to what is asked.
_ASKED_FOR = frozenset({"admit", "promise", "reveal", "doubt"})
_ASKING = frozenset({"demand", "appeal", "propose"})
_CLAUSES = re.compile("[，。；](?![^（]*）)")  # outside brackets
_ADVERBS = frozenset({"d", "ad", "vd"})
_FACING = "[^，。；]{0,16}?<faces another>|[^，。；]{0,8}?[与同跟和][他她]<met>"
_TOLD_AT_MOST = 12  # characters of whom somebody tells (随行的土耳其记者)
_NOUNS = frozenset({"n", "nz", "nw"})


def outermost(made: Sequence[Saying]) -> Saying | None:
    """The last statement of the sentence that is not told inside another."""
    return next((saying for saying in reversed(made) if not saying.nested), None)


def handed_on(scene: Scene, made: list[Saying]) -> list[Saying]:
    """The statements, a medium's left out where it only hands on another's words (法新社报道，马克龙强调，…).

    Args:
        scene: The article.
        made: The statements of a sentence.
    """
    if len(made) < 2 or not made[0].content or not made[0].cue or made[0].cue.entry.meaning != "report":
        return made
    report, inner = made[0], made[1]
    between = scene.text[report.content[0].start : inner.cue.span.start] if inner.cue else ""
    if not inner.nested or inner.via != report.speaker or not carries(scene.parties, report.speaker) or _CLAUSES.search(between):
        return made
    if scene.text[made[0].cue.span.end - 1] in "称说":
        return made  # 报道称，某人强调: the medium's words too
    inner.nested = False
    if len(made) == 2:
        inner.content = [Span(inner.content[0].start, report.content[-1].end)]
    return made[1:]


def passed_on(scene: Scene, made: Sequence[Saying]) -> Saying | None:
    """Whose words go on where a statement only hands on another's (日方说，安倍表示，…，并呼吁…): the last of those.

    Args:
        scene: The article.
        made: The statements of the sentence.
    """
    outer = outermost(made)
    inner = [saying for saying in made if outer and saying.nested and saying.cue and saying.via == outer.speaker]
    if outer is None or not inner or not outer.content or inner[0].cue is None or not inner[0].content:
        return None
    opens = len(scene.parties.phrases_in(Span(outer.content[0].start, outer.content[0].start + 1))) == 1
    set_off = scene.text[inner[0].cue.span.end] in "，："
    near = "，" not in scene.text[outer.content[0].start : inner[0].cue.span.start]
    return inner[-1] if opens and set_off and near else None


def is_nested(scene: Scene, outer: Saying, cue: Cue, clause: int, subject: Speaker | None) -> bool:
    """Whether the words of a cue are told inside the words of the statement before it.

    They are where the cue's clause opens the outer content (``A表示，B重申X``), where the inner cue is one of demand or belief with a
    subject of its own, and where a word such as 曾 or 多次 tells of an earlier saying.

    Args:
        scene: The article.
        outer: The statement before.
        cue: The later cue.
        clause: Where the later cue's clause begins.
        subject: The subject of the later cue, if it has one.
    """
    if not outer.content or outer.quoted or not outer.holds(cue.span.start):
        return False
    start = outer.content[0].start
    opens = len(scene.text[start:clause].strip(CONTENT_ENDS)) <= 1
    if opens or (clause > start and _tells_of_talks(scene, outer)):
        return not opens or subject is None or bool(subject.phrases)
    if subject is None or not subject.phrases:
        return False
    before = scene.text[subject.phrases[-1].span.end : cue.span.start]
    if subject.entities == outer.speaker:
        return bool(pattern("<within speech>|向|<in the talks>").search(before))
    if pattern("<asked by the press>").search(before):
        return False  # …，党魁佛斯特受访时批评，…: the reporter asked somebody else
    told_it = cue.entry.form in listed("addressed") and scene.text[cue.span.end] in "他她我"  # 特朗普说，…，后者告诉他…
    answers = scene.text[start - 1] not in "，：“" and clause > start and cue.entry.form in listed("answers")  # 阿方称…，巴方否认…
    announces = answers or (cue.entry.takes in {"words", "say"} and cue.entry.meaning not in {"doubt", "agree"})
    return told_it or not announces or bool(pattern("<within speech>$").search(before))


def _tells_of_talks(scene: Scene, outer: Saying) -> bool:
    """Whether the words begin with what their speaker said and heard in talks (马英九转述，他在会中提出主张，习近平听后表示…)."""
    first = next(iter(scene.parties.phrases_in(Span(outer.content[0].start, outer.content[0].start + 1))), None)
    if first is None or first.entities != outer.speaker:
        return False
    return pattern("<in the talks>").match(scene.text, first.span.end) is not None


def shared_subject(scene: Scene, outer: Saying, clause: int) -> Speaker | None:
    """Whose attitude somebody tells before the cue (A说，B欢迎协议，敦促…): the words after it are B's too.

    Args:
        scene: The article.
        outer: The statement before.
        clause: Where the clause of the cue begins, right after a comma.
    """
    if not outer.holds(clause) or outer.quoted or scene.text[clause - 1] != "，":
        return None
    start, before = outer.content[0].start, clause
    while before > start:
        before = clause_start(scene.text, before - 1, start)
        first = next(iter(scene.parties.phrases_in(Span(before, before + 1))), None)
        if first is not None and first.span.start == before:
            break
    else:
        return None
    if not first.entities or first.entities == outer.speaker or not scene.is_person(first.entities):
        return None
    near = pattern("(?:[则也还均都]|对[^，。；“]{1,10}(?:表示|感到)|表示)?<attitude>").match(scene.text, first.span.end)
    near = near or pattern("<how it was met>*<meets an offer>").match(scene.text, first.span.end)
    attitude = near is not None and clause_start(scene.text, clause - 1, start) == before
    return Speaker(first.entities, (first,)) if attitude or pattern(_FACING).match(scene.text, first.span.end, clause) else None


def is_nobodys(scene: Scene, made: Sequence[Saying], cue: Cue, clause: int, subject: Speaker | None) -> bool:
    """Whether a cue makes no statement of its own beside those made before it in the sentence.

    Args:
        scene: The article.
        made: The statements before it.
        cue: The cue.
        clause: Where its clause begins.
        subject: Its subject, if it has one; one of an earlier clause of which a norm is told (美国须拿出诚意，承诺…) says nothing.
    """
    outer = outermost(made)
    governor = outer.cue if outer and outer.cue and outer.cue.entry.takes == "clause" else None
    asked = cue.entry.meaning in _ASKED_FOR and governor is not None and governor.entry.meaning in _ASKING | {"promise"}
    if _foresees(cue, clause, subject) or (
        governor and (clause <= governor.span.start or (subject is None and clause == cue.span.start and asked))
    ):
        return True
    too = governor is not None and governor.entry.meaning in _ASKING and _is_asked_too(scene, cue, clause, subject)
    if too or (cue.entry.form in listed("addressed") and not _is_addressed(scene, cue)):
        return True
    if outer and outer.content and subject and cue.entry.meaning == "doubt" and _is_own_belief(scene, outer, clause, subject):
        return True
    if (
        subject
        and subject.phrases
        and pattern("[^，。]{0,6}?(?<![回反响适相供呼必])(?!应[^，。]{1,10}(?:要求|请求|邀))<norm>").match(
            scene.text, subject.phrases[-1].span.end, clause
        )
    ):
        return True
    if subject is not None:
        return False
    carried = pattern("<carried on>").match(scene.text, clause, cue.span.start) or _is_due_too(scene, outer, cue, clause)
    return bool(carried) or _governed(made, cue, clause) or _has_other_subject(scene, Span(clause, cue.span.start))


def cut(scene: Scene, outer: Saying, clause: int) -> None:
    """End the statement before where the clause of the next cue begins, topic and conjunction left out.

    Args:
        scene: The article.
        outer: The statement before; its content is changed.
        clause: Where the clause of the next cue begins.
    """
    kept = []
    clause = _topic_start(scene, outer, clause)
    for span in outer.content:
        joined = pattern(r"(?:，|；|、)?\s*<conjunction>?$").search(scene.text, span.start, min(clause, span.end))
        end = joined.start() if joined and clause < span.end else min(clause, span.end)
        left = scene.trimmed(Span(span.start, end)) if clause < span.end else span
        if span.start < clause and len(left):
            kept.append(left)
    outer.content[:] = kept


def begins_at(scene: Scene, outer: Saying, subject: Speaker | None, clause: int) -> int:
    """Where the sentence of a later cue begins within the words before it: with its subject's clause (…；容克的口气强硬得多，直言…).

    Args:
        scene: The article.
        outer: The statement before.
        subject: The subject of the later cue.
        clause: Where the later cue's clause begins.
    """
    first = subject.phrases[0].span.start if subject is not None and subject.phrases else clause
    return clause_start(scene.text, first, outer.content[0].start) if outer.content[0].start < first < clause else clause


def manner_before(scene: Scene, begun: int, clause: int) -> int:
    """Where to look for the subject of a clause within the words before it: in the clause that tells how somebody speaks, if one does.

    Args:
        scene: The article.
        begun: Where the words before begin.
        clause: Where the clause begins.
    """
    before = clause_start(scene.text, clause - 1, begun)
    first = next(iter(scene.parties.phrases_in(Span(before, clause))), None)
    manner = first is not None and pattern("的<manner of speaking>").match(scene.text, first.span.end)
    return before if manner and not scene.quotations.holding(before) else clause


def _topic_start(scene: Scene, outer: Saying, clause: int) -> int:
    """Where the clause begins with the topic before it (至于峰会，他说…)."""
    before = clause_start(scene.text, clause - 1, outer.content[0].start) if outer.content else clause
    return before if before < clause and pattern("<topic>|就[^，]{2,20}，").match(scene.text, before, clause) else clause


def _is_asked_too(scene: Scene, cue: Cue, clause: int, subject: Speaker | None) -> bool:
    """Whether a cue is one more thing that somebody is asked to do (要求对方放人，并说明理由)."""
    carried = subject is None or not subject.phrases or subject.phrases[-1].span.end <= clause
    return carried and cue.entry.form in listed("asked to say") and scene.text[clause : cue.span.start] in {"", "并", "和", "及", "以及"}


def _is_due_too(scene: Scene, outer: Saying | None, cue: Cue, clause: int) -> bool:
    """Whether a cue is one more thing that somebody's words demand (必须立即通报，并通知邻国)."""
    told = cue.entry.form in listed("must address") | listed("asked to say")
    if not told or outer is None or not outer.holds(clause) or scene.text[clause : cue.span.start] not in {"并", "并且", "和"}:
        return False
    return pattern("<norm>[^，。；]*，$").search(scene.text, outer.content[0].start, clause) is not None


def _foresees(cue: Cue, clause: int, subject: Speaker | None) -> bool:
    """Whether a clause opens with what is expected (他说，预计…: one statement; 某人会见特使，预计…: the reporter's view)."""
    own = subject is not None and bool(subject.phrases) and subject.phrases[-1].span.end > clause
    return cue.entry.form in listed("foresees") and clause == cue.span.start and not own


def _is_own_belief(scene: Scene, outer: Saying, clause: int, subject: Speaker) -> bool:
    """Whether somebody's words open with a belief of the speaker's own (他说，他相信…): these are one statement."""
    opens = not scene.text[outer.content[0].start : clause].strip(CONTENT_ENDS)
    return opens and outer.holds(clause) and subject.entities == outer.speaker


def _is_addressed(scene: Scene, cue: Cue) -> bool:
    """Whether a verb of telling names whom it tells, or is set off from what it tells."""
    named = scene.parties.phrases_in(Span(cue.span.end, cue.span.end + 2))
    if cue.entry.form in listed("must address"):
        return bool(named)
    far = _TOLD_AT_MOST if cue.entry.form in {"告诉", "告诫"} else 0
    return bool(named) or bool(pattern(f"[^，。；：“]{{0,{far}}}[，：“]").match(scene.text, cue.span.end))


def _governed(made: Sequence[Saying], cue: Cue, clause: int) -> bool:
    """Whether the cue only stands in the clause that another cue governs (呼吁各方承诺…)."""
    begun = (saying for saying in made if saying.content and saying.cue and saying.cue.span.start >= clause)
    return any(saying.content[0].start <= cue.span.start for saying in begun)


def _has_other_subject(scene: Scene, clause: Span) -> bool:
    """Whether the clause has a subject that is no party (协议要求…), so that the words are nobody's."""
    words = scene.text[clause.start : clause.end]
    if not words.strip():
        return scene.text[clause.start - 1 : clause.start] == "”"
    if pattern("(?:<declaration>|报道|报导|文章|帖文|讲话|报告)<also>*$").search(words):
        return False
    plain = [token for token in scene.tokens.within(clause) if scene.text[token.span.start : token.span.end] not in listed("carrier")]
    if not plain or any(token.tag == "p" for token in plain):
        return False
    while len(plain) > 1 and plain[-1].tag in _ADVERBS:
        plain.pop()
    if plain[-1].tag in _NOUNS | {"w", "ORG", "LOC"}:
        return True
    return plain[0].tag in _NOUNS | {"r"} and any(token.tag == "v" for token in plain[1:])
