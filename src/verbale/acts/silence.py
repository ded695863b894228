"""Why an article yields nothing: no party, no cue, or cues that tell no fact."""

from __future__ import annotations

from verbale.acts.setting import Setting
from verbale.acts.triggers import triggers
from verbale.statements.cues import entries

_SHOWN = 3


def why_silent(setting: Setting) -> str:
    """Why nothing is recorded from an article.

    Args:
        setting: What the stages have found in it: neither a statement nor an act.

    Returns:
        The reason, with the words that came nearest.
    """
    if not setting.parties.phrases:
        return "nothing recorded: the article names no party"
    sentences = [sentence for paragraph in setting.article.paragraphs for sentence in paragraph.sentences]
    told = dict.fromkeys(setting.words(found.span) for sentence in sentences for found in triggers(setting, sentence))
    if told:
        words = ", ".join(list(told)[:_SHOWN])
        return f"nothing recorded: words of acts stand there ({words}), but only as topics, wishes or without a party who does it"
    said = [form for form in entries() if len(form) > 1 and form in setting.text]
    if said:
        return f"nothing recorded: reporting cues stand there ({', '.join(said[:_SHOWN])}), but no party's words"
    return "nothing recorded: the article has parties, but no reporting cue and no act of theirs"
