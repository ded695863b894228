"""Transcripts and interviews: paragraphs that are somebody's words without a cue or quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from verbale.entities.phrases import Phrase
from verbale.model import Span
from verbale.statements.scene import Scene
from verbale.statements.words import pattern


class Turn(msgspec.Struct, frozen=True):
    """One turn of a transcript.

    Attributes:
        speaker: Who speaks; nobody for a question.
        content: The words, to the end of the paragraph; what a question tells is nobody's of the interview.
        answering: Whether the paragraphs after it go on answering.
    """

    speaker: tuple[str, ...]
    content: Span | None
    answering: bool


def turn_of(scene: Scene, paragraph: Span, answering: bool, answerer: tuple[str, ...]) -> Turn | None:
    """The turn that a paragraph is, if it is one.

    Args:
        scene: The article.
        paragraph: The paragraph.
        answering: Whether an answer was being given before it.
        answerer: Who answers in an interview: whoever last spoke or gave out the answers.

    Returns:
        The turn of a speaker named before a colon (``冯德莱恩：…``), of an answer (``答：…``) or of nobody's question (``问：…``), or an
        answer that goes on (not where the paragraph names who answers, as only the reporter would); else ``None``.
    """
    for phrase in _head(scene, paragraph):
        if (
            phrase.entities
            and phrase.form in {"name", "office"}
            and (marked := pattern("(?:记者)?：(?!“)").match(scene.text, phrase.span.end))
        ):
            return Turn(phrase.entities, _words(scene, marked.end(), paragraph.end), answering=False)
    marked = pattern("[（(]?<question>[）)]?：").match(scene.text, paragraph.start, paragraph.end)
    if marked:
        return Turn((), _words(scene, marked.end(), paragraph.end), answering=False)
    marked = pattern("[（(]?<answer>[）)]?：").match(scene.text, paragraph.start, paragraph.end)
    if marked:
        return Turn(answerer or _own_side(scene, marked.end()), _words(scene, marked.end(), paragraph.end), answering=True)
    if answering and answerer and not _is_named(scene, paragraph, answerer) and not _is_of_another(scene, paragraph):
        return Turn(answerer, _words(scene, paragraph.start, paragraph.end), answering=True)
    return None


def answerer_named(scene: Scene) -> tuple[str, ...]:
    """The one person of the page who can answer its questions: its only spokesman, else the only one interviewed.

    Args:
        scene: The article.
    """
    persons = [phrase for phrase in scene.parties.phrases if phrase.form == "name" and scene.is_person(phrase.entities)]
    spokesmen = {phrase.entities for phrase in persons if phrase.office and phrase.office.endswith("发言人")}
    asked = {phrase.entities for phrase in persons if pattern("[^。；？\n]{0,20}?<meets the press>").match(scene.text, phrase.span.end)}
    return next((next(iter(found)) for found in (spokesmen, asked) if len(found) == 1), ())


def _head(scene: Scene, paragraph: Span) -> Iterator[Phrase]:
    """The phrase at the head of a paragraph, and the name set off from it as in a caption on the screen (法国总统 马克龙：…)."""
    for phrase in scene.parties.phrases_in(Span(paragraph.start, paragraph.start + 1)):
        yield phrase
        after = phrase.span.end
        if scene.text[after : after + 1] == " ":
            yield from scene.parties.phrases_in(Span(after + 1, after + 2))


def _is_named(scene: Scene, paragraph: Span, answerer: tuple[str, ...]) -> bool:
    """Whether a paragraph names a person who answers (何亚东介绍，…)."""
    named = (phrase.entities for phrase in scene.parties.phrases_in(paragraph) if phrase.form == "name")
    return scene.is_person(answerer) and answerer in named


def _is_of_another(scene: Scene, paragraph: Span) -> bool:
    """Whether a paragraph begins with whom the reporter names in full, and what that person said (发言人朱凤莲6日指责…)."""
    first = next(iter(scene.parties.phrases_in(Span(paragraph.start, paragraph.start + 1))), None)
    if first is None or first.form != "name" or not first.office or not scene.is_person(first.entities):
        return False
    return pattern("[^，。；：“”]{0,10}?(?:<speaks up>|<said after>)").match(scene.text, first.span.end) is not None


def _own_side(scene: Scene, start: int) -> tuple[str, ...]:
    """The side for which an unnamed official answers: the one with which the answer begins (答：中方注意到…)."""
    first = next(iter(scene.parties.phrases_in(Span(start, start + 1))), None)
    return first.entities if first is not None and scene.text[first.span.end - 1] == "方" and len(first.entities) == 1 else ()


def _words(scene: Scene, start: int, end: int) -> Span | None:
    span = scene.trimmed(Span(start, end))
    return span if len(span) else None
