"""Who speaks where a body stands before its member (外交部东方事务秘书辛格说): the member, not the body."""

from __future__ import annotations

from verbale.model import Span
from verbale.statements.cues import Cue
from verbale.statements.scene import Scene
from verbale.statements.speakers import Speaker
from verbale.statements.words import pattern

_NAMING = frozenset({"n", "nz", "nt", "nw", "nr", "ns", "LOC", "ORG", "PER", "vn", "an", "a", "s", "f", "m", "q", "c", "u", "w", "b"})
_JOINTS = "与兼会"  # 会 is cut off 议会 by the tagger
_BETWEEN = 24  # characters from the body to the title of its member


def holder(scene: Scene, body: Speaker, cue: Cue) -> Speaker:
    """The person who speaks for a body, where the person's name stands between the body and the cue.

    Args:
        scene: The article.
        body: The subject that was found.
        cue: The cue.

    Returns:
        The person; ``body`` where it is a person itself, or where anything but a title stands between it and the next name.
    """
    if len(body.phrases) != 1 or scene.is_person(body.entities):
        return body
    end = body.phrases[0].span.end
    named = scene.parties.phrases_in(Span(end, cue.span.start))
    if not named or not scene.is_person(named[-1].entities) or named[-1].form != "name":
        return body
    last = named[-1].span
    beside = pattern("(?:[0-9一二三四五六日月年周星期上下午晚间清晨早今昨（）]|<said beside>)*(?:(?:在|于|接受|就)[^，。；“]*)?")
    if last.start - end > _BETWEEN or not beside.fullmatch(scene.text, last.end, cue.span.start):
        return body
    between = scene.tokens.within(Span(end, last.start))
    plain = all(token.tag in _NAMING or (len(token.span) == 1 and scene.text[token.span.start] in _JOINTS) for token in between)
    return Speaker(named[-1].entities, (named[-1],)) if plain else body
