"""Who speaks at a cue: the subject of its clause, else of the clauses before it, else the speaker in force."""

from __future__ import annotations

import re

import msgspec

from verbale.entities.discourse import clause_start, coordinated, is_oblique, is_owner, modifies_next
from verbale.entities.phrases import Parties, Phrase
from verbale.model import Span
from verbale.statements.cues import Cue
from verbale.statements.media import media_of
from verbale.statements.quotations import Quotations

# 总统的盟友、议长某某: the one named after it speaks.
_BESIDE = ("盟友、", "伙伴、", "搭档、", "副手、", "亲信、", "对手、", "前任、")
# 联合国负责人道事务的副秘书长…: the body belongs to the title of the person after it.
_IN_CHARGE = re.compile(r"(?:负责|主管|分管)")
# 外交部的声明说…: the words are those of whom the paper is.
_WORDS_OF = re.compile("的(?:声明|报道|文章|讲话|帖文|说法|报告|公报|通报|社论|评论|推文|文告|新闻稿|通告|公告|新闻公报|照会|书面声明)")
# 对于某报报道…: the words before the subject belong to the whole sentence.
_INTRODUCED = frozenset({"对于", "针对", "关于", "有关"})
_SOURCE = frozenset({"另据", "但据", "又据", "而据"})  # 另据官员透露，…
_TIME_AT_MOST = 7  # characters between such a subject and its cue (对于某人昨日宣称…)


class Speaker(msgspec.Struct, frozen=True):
    """Whom a cue belongs to: the parties, the phrases that name them, and whether the sentence itself names them."""

    entities: tuple[str, ...]
    phrases: tuple[Phrase, ...]


def subject_before(text: str, parties: Parties, quotations: Quotations, cue: Cue, low: int) -> Speaker | None:
    """The subject of the cue, looked for clause by clause to the left.

    Args:
        text: Folded text.
        parties: The parties of the page.
        quotations: The quotations of the text: a phrase inside one is no subject outside it.
        cue: The cue.
        low: The place before which not to look (the sentence's start, or the end of what another cue governs).

    Returns:
        The speaker, or ``None`` where no clause after ``low`` has a subject.
    """
    end = cue.span.start
    while end > low:
        start = clause_start(text, end, low)
        found = _subject(text, parties, quotations, Span(start, end), low)
        if found:
            return found
        end = start - 1
    return None


def is_introduced(text: str, subject: Speaker | None) -> bool:
    """Whether a subject's words are only what somebody else answers (对于发言人称…，外交部驳斥)."""
    first = subject.phrases[0].span.start if subject is not None and subject.phrases else 0
    return text[max(0, first - 2) : first] in _INTRODUCED


def _subject(text: str, parties: Parties, quotations: Quotations, clause: Span, low: int) -> Speaker | None:
    phrases = [
        phrase
        for phrase in parties.phrases_in(clause)
        if (phrase.span.end <= clause.end or text[phrase.span.end - 1] == "”") and not quotations.holding(phrase.span.start)
    ]
    for position, phrase in enumerate(phrases):
        before = text[phrase.span.start - 2 : phrase.span.start]
        source = before in _SOURCE and phrase.entities and not media_of(parties, phrase.entities[0])
        told = clause.end - phrase.span.end <= _TIME_AT_MOST and (before in _INTRODUCED or source)
        free = told or (not position and text[phrase.span.start - 1] == "、")  # 东道主、德国总理…: no party stands before it
        if not phrase.entities or (is_oblique(text, phrase, max(low, clause.start)) and not free):
            continue
        if phrase.form == "name" and text.startswith(_BESIDE, phrase.span.end - 2) and len(phrases) > position + 1:
            continue
        if _IN_CHARGE.match(text, phrase.span.end) and len(phrases) > position + 1:
            continue
        group = coordinated(text, phrases, position)
        owner = is_owner(text, group[-1]) and len(phrases) > position + len(group)
        if owner or modifies_next(text, phrases, position + len(group) - 1):
            continue
        if is_owner(text, group[-1]) and not _WORDS_OF.match(text, group[-1].span.end):
            continue
        entities = tuple(dict.fromkeys(entity for item in group for entity in item.entities))
        return Speaker(entities, tuple(group))
    return None
