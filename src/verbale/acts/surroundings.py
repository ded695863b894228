"""The sentence and the clause that hold an act."""

from __future__ import annotations

from verbale.acts.setting import Setting
from verbale.model import Span


def sentence_of(setting: Setting, anchor: Span) -> Span:
    """The sentence that holds an anchor; the anchor itself outside all sentences.

    Args:
        setting: What the stages before have found.
        anchor: The words of an act, in code points of the article's text.
    """
    return setting.sentence_at(anchor.start) or anchor


def clause_of(setting: Setting, anchor: Span) -> Span:
    """The clause that holds an anchor; arguments as for :func:`sentence_of`."""
    return setting.clause(anchor.start, sentence_of(setting, anchor))
