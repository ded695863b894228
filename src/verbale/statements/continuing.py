"""Indirect speech that goes on over a full stop without a cue."""

from __future__ import annotations

import re

from verbale.entities.phrases import Parties
from verbale.model import Span

# The reporter takes over: background, other days, sources, scenes.
_REPORTER = re.compile(
    r"^(?:据|根据|此前|当天|当日|同日|当晚|另据|截至|去年|今年以来|自从|报道|分析|这是|早些时候|稍早|目前，?(?:泰国|美国|双方)|近[日期]|数月来|新华社|有分析|与此同时|另一方面|与|[^，。]{0,8}[0-9]{1,2}[日月](?![^。]*[将会]))"
)
_SPEAKER = re.compile(
    r"我们|我方|将|如果|若|一旦|必须|应[当该]?|需要|可能|不会|不能|才能|愿意|希望|因此|此外|接下来|未来|相关|这[一并将也些]|[美俄乌中伊泰柬丹日韩朝印英法德欧]方|现有|下一轮|相信|仍有"
)


def continues(text: str, sentence: Span, speaker: tuple[str, ...], parties: Parties) -> bool:
    """Whether a sentence with no cue plainly still gives the words of the speaker before it.

    Args:
        text: Folded text.
        sentence: The sentence.
        speaker: Who spoke in the sentence before.
        parties: The parties of the page.

    Returns:
        True only where the sentence speaks of norms, plans or the speaker's own side, and no sign of the reporter stands at its head.
    """
    words = text[sentence.start : sentence.end]
    if _REPORTER.match(words) or len(words) < 8 or words.startswith(("“", "（")):
        return False
    if words.endswith(("？", "?")):
        return False
    named = [phrase for phrase in parties.phrases_in(sentence) if phrase.form == "name" and set(phrase.entities) & set(speaker)]
    if named and any(parties.by_id[entity].type == "person" for entity in speaker):
        return False
    return bool(_SPEAKER.search(words))
