"""Indirect speech that goes on over a full stop without a cue."""

from __future__ import annotations

from verbale.entities.phrases import Parties
from verbale.model import Span
from verbale.statements.words import pattern

_SHORTEST = 8


def continues(text: str, sentence: Span, speaker: tuple[str, ...], parties: Parties) -> bool:
    """Whether a sentence with no cue plainly still gives the words of the speaker before it.

    Args:
        text: Folded text.
        sentence: The sentence.
        speaker: Who spoke in the sentence before.
        parties: The parties of the page.

    Returns:
        True only where the sentence speaks of norms, plans or the speaker's own side, does not name the speaker as the reporter would,
        and no sign of the reporter (a source, background, another day) stands at its head.
    """
    words = text[sentence.start : sentence.end]
    if len(words) < _SHORTEST or words[0] in "“（" or words[-1] in "？?":
        return False
    if pattern("<reporter>|[^，。]{0,8}[0-9]{1,2}[日月](?![^。]*[将会])").match(words):
        return False
    if pattern("<no answer>").search(words):
        return False
    named = [phrase for phrase in parties.phrases_in(sentence) if phrase.form == "name" and set(phrase.entities) & set(speaker)]
    if named and any(parties.by_id[entity].type == "person" for entity in speaker):
        return False
    return bool(pattern("<still speaking>").search(words))
