"""Norms and conditions in somebody's words, read from ``lexicons/norms.toml``."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias, cast, get_args

import msgspec

from verbale.errors import LexiconError
from verbale.lexicons.signs import sign
from verbale.lexicons.tables import rules
from verbale.model import Span, Stance

Trait: TypeAlias = Literal["may be a plan", "reaches back", "reaches on"]
_MARKS = re.compile(r"[，。；：！？!?\n]")
_CLOSING = {"“": "”", "‘": "’", "（": "）"}


class Norm(msgspec.Struct, frozen=True):
    """One entry.

    Attributes:
        name: Its name.
        stance: What it says of its clause.
        pattern: Its words.
        subject: What subject it needs: none (empty), ``party`` or ``joint``.
        traits: What else holds of it: ``may be a plan`` (no norm before its aim, or after a cue of planning); ``reaches back`` (at the end
            of its sentence it governs all before it); ``reaches on`` (it governs all after it).
        yes: Examples.
        no: Near-misses.
    """

    name: str
    stance: Stance
    pattern: re.Pattern[str]
    subject: str
    traits: tuple[Trait, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]


class NormFound(msgspec.Struct, frozen=True):
    """A norm at its place: the whole clause, and the word in it."""

    norm: Norm
    content: Span
    word: Span


@functools.cache
def norms() -> tuple[Norm, ...]:
    """The norms in the order of the file.

    Raises:
        LexiconError: An entry lacks a field or its pattern is no regular expression.
    """
    return tuple(_norm(entry, cast(Stance, entry.get("stance"))) for entry in rules("norms.toml")["norm"])


@functools.cache
def conditions() -> tuple[Norm, ...]:
    """The conditions in the order of the file.

    Raises:
        LexiconError: As :func:`norms`.
    """
    return tuple(_norm(entry, "condition") for entry in rules("norms.toml")["condition"])


def _norm(entry: dict[str, object], stance: Stance) -> Norm:
    yes, no = entry.get("yes"), entry.get("no")
    name = entry.get("name", "?")
    if not isinstance(yes, list) or not isinstance(no, list) or stance not in {"must", "must_not", "condition"}:
        raise LexiconError(f"norms.toml: {name}: write name, stance (must or must_not), pattern, yes and no")
    try:
        pattern = re.compile(str(entry["pattern"]).replace("<if>", sign("if").either))
    except (KeyError, re.error) as fault:
        raise LexiconError(f"norms.toml: {name}: {fault!r}; write a regular expression as pattern") from fault
    return Norm(str(name), stance, pattern, str(entry.get("subject", "")), _traits(name, entry.get("traits", [])), tuple(yes), tuple(no))


def _traits(name: object, given: object) -> tuple[Trait, ...]:
    known = get_args(Trait)
    if not isinstance(given, list) or not set(given) <= set(known):
        raise LexiconError(f"norms.toml: {name}: unknown traits {given}; write a list of {', '.join(known)}")
    return tuple(given)


@functools.cache
def words_of(name: str) -> re.Pattern[str]:
    """One list of the file as a pattern, longest words first.

    Args:
        name: Name of the table: open, subjects, plans, ends or aims.
    """
    words = sorted(rules("norms.toml")[name]["words"], key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words)))


def clauses(text: str, within: Span) -> tuple[Span, ...]:
    """The clauses of a stretch: cut at commas and stops that stand in no inner quotation or bracket.

    Args:
        text: Folded text.
        within: The stretch, in code points.

    Returns:
        Spans in order, marks and white space at their ends left out, none empty.
    """
    cuts, place = [within.start], within.start
    while place < within.end:
        close = text.find(_CLOSING[text[place]], place, within.end) if text[place] in _CLOSING else -1
        if close > 0:
            place = close
        elif _MARKS.match(text[place]):
            cuts.append(place + 1)
        place += 1
    return tuple(span for a, b in zip(cuts, [*cuts[1:], within.end], strict=True) if len(span := _bare(text, Span(a, b))))


def _bare(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in "，、；：…"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "，、；：。！？!?…"):
        end -= 1
    if text.count("”", start, end) > text.count("“", start, end) and text[end - 1] == "”":
        end -= 1
    return Span(start, end)


def norms_in(text: str, content: Span) -> Iterator[NormFound]:
    """The norms of a stretch of somebody's words, at most one a clause.

    Args:
        text: Folded text.
        content: The stretch, in code points.

    Yields:
        Each norm with its clause; a setting (在……之前) right before the clause belongs to it.
    """
    cut = _opened(text, clauses(text, content))
    for position, clause in enumerate(cut):
        leading = sign("leads in").found(text, clause.start, clause.end)
        start = leading.end() if leading else clause.start
        found = _first(text[start : clause.end])
        if found is None:
            continue
        norm, match = found
        after = cut[position + 1] if position + 1 < len(cut) else None
        if (
            "may be a plan" in norm.traits
            and after
            and text[clause.end : clause.end + 1] == "，"
            and words_of("aims").search(text, after.start, after.end)
        ):
            continue
        before = cut[position - 1] if position else None
        whole = (
            before.start if before and sign("sets the scene").found(text, before.start, before.end) and text[before.end] == "，" else start
        )
        yield NormFound(norm, Span(whole, clause.end), Span(start + match.start(), start + match.end()))


def _is_aim(text: str, cut: Sequence[Span]) -> bool:
    """Whether a clause only names what the next one is for (要停火，双方须让步)."""
    follows = len(cut) == 2 and text[cut[0].end : cut[0].end + 1] == "，"
    return follows and bool(words_of("aims").search(text, cut[1].start, cut[1].end))


def _opened(text: str, cut: tuple[Span, ...]) -> tuple[Span, ...]:
    """Clauses whose norm stands inside an inner quotation are cut again inside it."""
    parts: list[Span] = []
    for clause in cut:
        words = text[clause.start : clause.end]
        inner = re.search(r"“([^”]*)”$", words)
        inside = inner and _first(inner[1]) is not None and _MARKS.search(inner[1])
        if inner and inside and _first(words[: inner.start()]) is None:
            place = clause.start + inner.start(1)
            parts += [Span(clause.start, place), *clauses(text, Span(place, place + len(inner[1])))]
        else:
            parts.append(clause)
    return tuple(parts)


def _first(words: str) -> tuple[Norm, re.Match[str]] | None:
    found = [(match.start(), norm, match) for norm in norms() if (match := norm.pattern.search(words))]
    if not found:
        return None
    _, norm, match = min(found, key=lambda item: (item[0], item[1].stance == "must", item[1].subject))
    if (
        sign("if").found(words, 0, match.start())
        or words_of("open").search(words, 0, match.start())
        or sign("told of a noun").found(words, match.end())
    ):
        return None
    return norm, match


def conditions_in(text: str, content: Span) -> Iterator[NormFound]:
    """The conditions of a stretch of somebody's words, at most one a sentence.

    Args:
        text: Folded text.
        content: The stretch, in code points.

    Yields:
        Each condition with the clauses that hold it and what depends on it.
    """
    for start, end in _sentences(text, content):
        words = text[start:end]
        found = [(match.start(), norm, match) for norm in conditions() if (match := norm.pattern.search(words))]
        if found:
            _, norm, match = min(found, key=lambda item: item[0])
            word = Span(start + match.start(), start + match.end())
            yield NormFound(norm, _condition_extent(text, Span(start, end), word, norm), word)


def _sentences(text: str, content: Span) -> Iterator[tuple[int, int]]:
    place = content.start
    for match in re.finditer(r"[。；！？!?\n]", text[content.start : content.end]):
        yield place, content.start + match.start()
        place = content.start + match.end()
    if place < content.end:
        yield place, content.end


def _condition_extent(text: str, sentence: Span, word: Span, norm: Norm) -> Span:
    """From the clause in which the condition begins (the whole sentence where it comes last) to the end of what depends on it."""
    cut = clauses(text, sentence)
    first = next((clause for clause in cut if clause.start <= word.start < clause.end), sentence)
    last = next((clause for clause in cut if clause.start < word.end <= clause.end), cut[-1])
    start = first.start
    if "reaches back" in norm.traits and first is not cut[0] and last is cut[-1]:
        start = cut[0].start
    leading = sign("leads in").found(text, start, last.end)
    end = cut[-1].end if "reaches on" in norm.traits else last.end
    return _bare(text, Span(leading.end() if leading else start, end))
