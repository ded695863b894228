"""Paragraphs that give an expert's view without a cue: a medium asks somebody to explain, and the page goes on."""

from __future__ import annotations

from verbale.model import Span
from verbale.pages.article import Paragraph
from verbale.statements.scene import Scene
from verbale.statements.words import pattern

_SHORTEST = 6


class Commentary:
    """Who gives a view in the paragraphs being read, if anybody does."""

    def __init__(self) -> None:
        self._speaker: tuple[str, ...] = ()

    def begin(self, scene: Scene, paragraph: Paragraph) -> None:
        """Before a paragraph: one that names the commentator is the reporter's, and ends the commentary."""
        named = (phrase.entities for phrase in scene.parties.phrases_in(paragraph.span) if phrase.form == "name")
        if self._speaker and self._speaker in named:
            self._speaker = ()

    def end(self, scene: Scene, paragraph: Paragraph) -> tuple[str, ...]:
        """After a paragraph: whom its last sentence asks for a view, if anybody; that person speaks from now on."""
        asked = commentator_of(scene, paragraph.sentences[-1]) if paragraph.sentences else ()
        self._speaker = asked or self._speaker
        return asked

    def speaker_of(self, scene: Scene, sentence: Span) -> tuple[str, ...]:
        """The commentator, where a sentence without a cue may give the view: no question, no sign of the reporter at its head."""
        words = scene.text[sentence.start : sentence.end].strip()
        if len(words) < _SHORTEST or words[-1] in "？?：" or words[0] in "（(【" or pattern("<no comment>").match(words):
            return ()
        return self._speaker


def commentator_of(scene: Scene, sentence: Span) -> tuple[str, ...]:
    """The person whom the page's own medium asks for a view, where the sentence says no more; nobody where it does not.

    Args:
        scene: The article.
        sentence: The last sentence of a paragraph.
    """
    asked = pattern("<host>[^。；“”]{0,16}?<asks for a view>").search(scene.text, sentence.start, sentence.end)
    asked = asked or pattern("(?:今天|今日|本期|下面|且)?，?(?:请|听听|且听)(?!求)").match(scene.text, sentence.start, sentence.end)
    if not asked:
        return ()
    ends = pattern("<view>[^，。；“”]{0,6}[。：]?$").search(scene.text, asked.end(), scene.trimmed(sentence).end)
    named = [phrase for phrase in scene.parties.phrases_in(Span(asked.end(), sentence.end)) if phrase.form == "name"]
    persons = [phrase.entities for phrase in named if scene.is_person(phrase.entities)]
    return persons[0] if ends and len(persons) == 1 else ()
