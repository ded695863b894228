"""What a party holds must, must not, will or will not be: from its acts, and from the norms and conditions in its words."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

import msgspec

from verbale.acts.norms import NormFound, clauses, conditions_in, norms_in, words_of
from verbale.entities.phrases import Parties
from verbale.language.tagger import Tokens
from verbale.lexicons.signs import sign
from verbale.model import Act, Because, Position, Span, Stance, Statement
from verbale.pages.article import Article
from verbale.statements.finding import Statements

_STANCES: dict[str, Stance] = {"demand": "must", "offer": "willing", "refuse": "unwilling", "deny": "unwilling"}
_JOINED = re.compile(r"(?:并且?|同时|以及|且|还|也)+")
_GAP = 2
_Owners: TypeAlias = Sequence[Statement | None]


def positions(article: Article, acts: Sequence[Act], statements: Statements, parties: Parties, tokens: Tokens) -> tuple[Position, ...]:
    """The positions of a page.

    Args:
        article: The article.
        acts: Its acts; spans in code points of ``article.text``.
        statements: Its statements.
        parties: Its parties.
        tokens: Its words.

    Returns:
        Positions in the order of their content; where an act and a norm tell the same words of one party, the act's.
    """
    found = list(_of_acts(article, acts))
    known = _Known(found)
    owners = _owners(len(article.text), statements.items)
    conditions = _of_conditions(article, owners, statements.items)
    for position in [*conditions, *_of_norms(article, owners, statements.items, parties, tokens)]:
        if known.is_new(position):
            found.append(position)
    return tuple(sorted(found, key=lambda item: (item.content, item.holder)))


def _of_acts(article: Article, acts: Sequence[Act]) -> Iterator[Position]:
    for act in acts:
        if act.content is None or act.modality != "happened" or act.kind not in _STANCES:
            continue
        if act.kind == "deny" and not _is_own_will(article.text, act.anchor):
            continue
        if act.kind == "demand" and sign("forbids").found(article.text, act.anchor.start, act.anchor.end):
            continue  # 不应…: the norm itself says what must not be
        for holder in act.actors:
            yield Position(
                holder=holder,
                stance=_STANCES[act.kind],
                content=act.content,
                line=article.line_number(act.content.start),
                because=Because(f"act: {act.kind}", (act.anchor,)),
                confidence=act.confidence,
            )


def _is_own_will(text: str, anchor: Span) -> bool:
    """Whether a denial says what its own side will not do, or has no mind to do (没有…的计划)."""
    planned = text[anchor.start : anchor.end].startswith(("没有", "并无", "并没有")) and sign("no such plan").found(text, anchor.end)
    return bool(planned or sign("own future").found(text, anchor.start, anchor.end))


def _of_conditions(article: Article, owners: _Owners, said: Sequence[Statement]) -> Iterator[Position]:
    for statement in said:
        for found in _own(owners, statement, functools.partial(conditions_in, article.text)):
            yield from _held(article, statement, found)


def _of_norms(article: Article, owners: _Owners, said: Sequence[Statement], parties: Parties, tokens: Tokens) -> Iterator[Position]:
    for statement in said:
        for found in _own(owners, statement, functools.partial(norms_in, article.text)):
            if _counts(article.text, found, parties, tokens) and not _is_plan(article.text, found, statement):
                extended = msgspec.structs.replace(found, content=_extended(article.text, found.content, statement, parties, tokens))
                yield from _held(article, statement, extended)


def _own(owners: _Owners, statement: Statement, find: Callable[[Span], Iterator[NormFound]]) -> Iterator[NormFound]:
    """What stands in a statement's own words, not in words of another that it reports."""
    for span in statement.content:
        for found in find(span):
            owner = owners[found.word.start]
            if owner is None or _length(owner) >= _length(statement):
                yield found


def _owners(length: int, said: Sequence[Statement]) -> list[Statement | None]:
    """For each place of the text the shortest statement that covers it."""
    owners: list[Statement | None] = [None] * length
    for statement in sorted(said, key=lambda item: -_length(item)):
        for span in statement.content:
            owners[span.start : span.end] = [statement] * len(span)
    return owners


def _length(statement: Statement) -> int:
    return sum(map(len, statement.content))


def _counts(text: str, found: NormFound, parties: Parties, tokens: Tokens) -> bool:
    """Whether the word is one by itself, has the subject that it needs, and is not only quoted as a topic."""
    token = tokens.at(found.word.start)
    if token is None or token.span.start != found.word.start or not _has_subject(text, found, parties):
        return False
    closing = text.find("”", found.word.end, found.content.end)
    opening = text.rfind("“", found.content.start, found.word.start)
    return closing < 0 or opening < 0 or not sign("quoted as a topic").found(text, closing, closing + 6)


def _is_plan(text: str, found: NormFound, statement: Statement) -> bool:
    """Whether 要 tells what somebody swears to do (扬言要…)."""
    cue = statement.cue
    return "may be a plan" in found.norm.traits and cue is not None and bool(words_of("plans").search(text, cue.start, cue.end))


def _has_subject(text: str, found: NormFound, parties: Parties) -> bool:
    phrases = parties.phrases_in(Span(found.content.start, found.word.start))
    if found.norm.subject == "joint":
        return len({party for phrase in phrases for party in phrase.entities}) > 1 and phrases[-1].span.end == found.word.start
    if found.norm.subject == "party":
        plural = words_of("subjects")
        before = plural.search(text, found.content.start, found.word.start)
        return bool(phrases or before or plural.match(text, found.word.end) or parties.phrases_in(Span(found.word.end, found.word.end + 1)))
    return True


def _extended(text: str, content: Span, statement: Statement, parties: Parties, tokens: Tokens) -> Span:
    """The clause with those after it that go on without a subject or norm of their own."""
    end = content.end
    within = next((span for span in statement.content if span.start <= content.start < span.end), content)
    for clause in clauses(text, Span(content.end, within.end)):
        if text[end] not in "，、" or clause.start - end > _GAP or not _goes_on(text, clause, parties, tokens):
            break
        end = clause.end
    return Span(content.start, end)


def _goes_on(text: str, clause: Span, parties: Parties, tokens: Tokens) -> bool:
    joined = _JOINED.match(text, clause.start, clause.end)
    start = joined.end() if joined else clause.start
    first = tokens.at(start)
    opens = first is not None and (
        first.tag in {"v", "vn"} or sign("opens a predicate").found(text, first.span.start, first.span.end) is not None
    )
    if first is None or not opens or first.span.start != start or words_of("ends").match(text, start):
        return False
    return not any(norms_in(text, clause)) and not parties.phrases_in(Span(clause.start, start + 1))


def _held(article: Article, statement: Statement, found: NormFound) -> Iterator[Position]:
    for holder in statement.speakers:
        yield Position(
            holder=holder,
            stance=found.norm.stance,
            content=found.content,
            line=article.line_number(found.content.start),
            because=Because(f"norm: {found.norm.name}", (found.word,)),
            confidence=round(0.9 * statement.confidence, 2),
        )


class _Known:
    """The positions found so far, by party and stance and the characters of their content."""

    def __init__(self, positions: Sequence[Position]) -> None:
        self._told: dict[tuple[str, Stance], set[int]] = {}
        for position in positions:
            self._add(position)

    def is_new(self, position: Position) -> bool:
        """Whether no position of the same party and stance tells the same words; it is known from then on."""
        told = self._told.get((position.holder, position.stance), set())
        new = told.isdisjoint(range(position.content.start, position.content.end))
        if new:
            self._add(position)
        return new

    def _add(self, position: Position) -> None:
        self._told.setdefault((position.holder, position.stance), set()).update(range(position.content.start, position.content.end))
