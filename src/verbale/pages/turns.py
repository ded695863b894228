"""Transcripts: the turns of those who speak in the article belong to it down to the last, however short."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from verbale.pages.features import Look

_TURN = re.compile(r"([^\s：，。、“”（）]{1,14})：")
_ASKING = ("记者", "问")
_FEWEST = 3  # turns of one speaker that make a page a transcript


def with_turns(labels: Sequence[bool], looks: Sequence[Look]) -> list[bool]:
    """The labels with the turns right after the article in it.

    Args:
        labels: For each line whether it is taken for the article's.
        looks: The lines.

    Returns:
        The labels as they are where nobody speaks three times at least; else lines that follow the article and begin with a speaker of
        it, or with a reporter who asks, are the article's too.
    """
    speakers = [_speaker(one) if label else None for label, one in zip(labels, looks, strict=True)]
    counts = Counter(speaker for speaker in speakers if speaker)
    if not counts or max(counts.values()) < _FEWEST:
        return list(labels)
    kept = list(labels)
    for place in range(1, len(looks)):
        speaker = _speaker(looks[place])
        if kept[place - 1] and speaker and (speaker in counts or speaker.endswith(_ASKING)):
            kept[place] = True
    return kept


def _speaker(one: Look) -> str | None:
    """Who speaks in a line (``林剑：…``), or ``None``."""
    turn = _TURN.match(one.text)
    return turn[1] if turn and len(one.text) > turn.end() else None
