"""Indirect speech that goes on over a full stop without a cue."""

from __future__ import annotations

from verbale.model import Span
from verbale.statements.scene import Saying, Scene
from verbale.statements.words import listed, pattern

_SHORTEST = 8


def continues(scene: Scene, sentence: Span, speaker: tuple[str, ...]) -> bool:
    """Whether a sentence with no cue plainly still gives the words of the speaker before it.

    Args:
        scene: The article.
        sentence: The sentence.
        speaker: Who spoke in the sentence before.

    Returns:
        True only where the sentence speaks of norms, plans or the speaker's own side, does not name the speaker as the reporter would,
        tells of no other person's doings, and no sign of the reporter (a source, background, another day) stands at its head.
    """
    text = scene.text
    words = text[sentence.start : sentence.end]
    if len(words) < _SHORTEST or words[0] in "“（" or words[-1] in "？?":
        return False
    told = pattern("<reporter>|[^，。]{0,8}[0-9]{1,2}[日月](?![^。]*[将会])").match(words)
    if told and not (pattern("<background>").match(words) and pattern("<looks ahead>").search(words)):
        return False
    if pattern("<no answer>").search(words) or pattern("<all sides>[^，。]{0,4}<agree>").match(words):
        return False
    named = [phrase for phrase in scene.parties.phrases_in(sentence) if phrase.form == "name" and set(phrase.entities) & set(speaker)]
    if (named and scene.is_person(speaker)) or _is_of_another(scene, sentence):
        return False
    own = scene.is_person(speaker) and pattern("[他她]<own plans>").match(words)
    return bool(own or words.startswith("各方") or pattern("<still speaking>|<side>").search(words))


def told_by_side(scene: Scene, sentence: Span, made: list[Saying], force: Saying) -> list[Saying]:
    """The statements of a sentence, where a person goes on to tell what the person's own side holds (…。俄方认为…).

    Args:
        scene: The article.
        sentence: The sentence.
        made: Its statements.
        force: The statement before it.

    Returns:
        The statements; where the side only holds, asks or promises something, they are told by the person, whose words they are.
    """
    outer = [saying for saying in made if not saying.nested]
    if not outer or not force.content or not scene.is_person(force.speaker) or len(force.speaker) != 1:
        return made
    side = (scene.parties.state_of(force.speaker[0]),)
    if (
        side == force.speaker
        or any(saying.speaker != side or not _is_held(scene, saying) for saying in outer)
        or pattern("<reporter>").match(scene.text, sentence.start)
        or pattern("<speech event>").search(scene.text, sentence.start, sentence.end)
    ):
        return made
    for saying in outer:
        saying.nested, saying.via = True, force.speaker
    return [Saying(force.speaker, [scene.trimmed(sentence)], None, force.via, "indirect speech goes on"), *made]


def _is_held(scene: Scene, saying: Saying) -> bool:
    """Whether a cue tells what a side holds, asks or promises, not what it said."""
    cue = saying.cue
    return cue is not None and cue.entry.form in listed("a side holds") and scene.text[cue.span.end] not in "，："


def _is_of_another(scene: Scene, sentence: Span) -> bool:
    """Whether the sentence begins with what a person did or will do (鲁比奥下周将访问…)."""
    first = next(iter(scene.parties.phrases_in(sentence)), None)
    opening = scene.text[sentence.start : first.span.start] if first is not None else ""
    if first is None or first.form not in {"name", "office"} or opening not in {"", "但", "而", "对此，", "随后，", "另外，"}:
        return False
    following = scene.tokens.at(first.span.end)
    return scene.is_person(first.entities) and (following is None or following.tag not in {"n", "vn", "u"})
