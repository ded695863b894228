"""Words that no cue announces: those that a source cites, quotations after a name and a colon, and words that end with their speaker."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.entities.discourse import clause_start
from verbale.model import Span
from verbale.statements.cues import Cue
from verbale.statements.media import Source, carries
from verbale.statements.quotations import introduces, is_speech
from verbale.statements.scene import Saying, Scene
from verbale.statements.speakers import subject_before
from verbale.statements.words import CONTENT_ENDS, listed, pattern

_SHORTEST = 6  # characters of words that end with their speaker


def words_cited(scene: Scene, sentence: Span, source: Source, made: Sequence[Saying]) -> list[Saying]:
    """The words of those whom the source at the head of the sentence cites; 消息 only brings the words of the one named after it.

    Args:
        scene: The article.
        sentence: The sentence.
        source: The source at its head.
        made: The statements of its cues.
    """
    if not source.cited or source.cue is None:
        return []
    news = scene.text.startswith("消息", source.cue.span.start)
    if news and made and made[0].cue and "，" not in scene.text[source.until : made[0].cue.span.start]:
        return []
    passed_on = carries(scene.parties, (source.party,)) and source.party not in source.cited
    starts = [clause_start(scene.text, saying.cue.span.start, source.until) for saying in made if saying.cue]
    ends = [start for start in starts if start > source.until and scene.text.startswith(("但", "而", "不过"), start)]
    content = scene.trimmed(Span(source.until, min([*ends, sentence.end])))
    return [Saying(source.cited, [content], source.cue, (source.party,) if passed_on else (), "source cited by a medium")]


def words_after_name(scene: Scene, sentence: Span) -> list[Saying]:
    """Quotations with nothing but a name and a colon before them (鲁比奥：“…”).

    Args:
        scene: The article.
        sentence: The sentence.
    """
    made: list[Saying] = []
    for quotation in scene.quotations.within(sentence):
        named = [phrase for phrase in scene.parties.phrases_in(sentence) if introduces(scene.text, phrase.span, quotation)]
        if named and named[0].entities and is_speech(scene.text, quotation):
            made.append(Saying(named[0].entities, [quotation.inner], None, (), "name before a colon", quoted=True))
    return made


def words_after_colon(scene: Scene, sentence: Span) -> list[Saying]:
    """A quotation after a colon and a clause that tells how a person takes something, with no cue (理事长不满没人理会她：“…”).

    Args:
        scene: The article.
        sentence: The sentence.
    """
    for quotation in scene.quotations.within(sentence):
        colon = quotation.span.start - 1
        spoken = len(quotation.inner) >= _SHORTEST and is_speech(scene.text, quotation) and not scene.is_named(quotation)
        if (
            colon <= sentence.start
            or scene.text[colon] != "："
            or not spoken
            or pattern("<no speech before>$").search(scene.text, sentence.start, colon)
        ):
            continue
        clause = clause_start(scene.text, colon, sentence.start)
        subject = subject_before(scene, colon, clause, first=True)
        if subject is not None and scene.is_person(subject.entities):
            return [Saying(subject.entities, [quotation.inner], None, (), "quotation after a colon", quoted=True)]
    return []


def words_before(scene: Scene, sentence: Span, cue: Cue, low: int) -> list[Span]:
    """The words of a sentence that ends with nothing but their speaker and a cue (谈判将持续到周五，马克龙周三表示。).

    Args:
        scene: The article.
        sentence: The sentence.
        cue: The cue.
        low: The place before which the words belong to a source.
    """
    clause = clause_start(scene.text, cue.span.start, low)
    if scene.text[cue.span.end : sentence.end].strip(CONTENT_ENDS) or cue.entry.form not in listed("said after"):
        return []
    first = next(iter(scene.parties.phrases_in(Span(clause, clause + 1))), None)
    words = scene.trimmed(Span(low, max(low, clause - 1)))
    if first is None or first.span.start != clause or not first.entities or scene.text[clause - 1] != "，" or len(words) < _SHORTEST:
        return []
    between = scene.tokens.within(Span(first.span.end, cue.span.start))
    opened = pattern("<setting>$|<asked about>").search(scene.text, words.start, words.end)
    if opened or any(token.tag == "v" for token in between):
        return []
    return [words] if any(token.tag == "v" for token in scene.tokens.within(words)) else []
