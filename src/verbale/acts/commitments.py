"""What parties bound themselves to do: a view of their acts."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.model import Act, Because, Commitment
from verbale.pages.article import Article

_BINDING = frozenset({"agree", "promise"})
# Planned meetings are meetings; hostile plans are no promises.
_MEETINGS = frozenset({"meet", "call", "visit"})
_HOSTILE = frozenset({"threaten", "sanction", "expel", "deploy", "coerce", "attack"})


def commitments(acts: Sequence[Act], article: Article) -> tuple[Commitment, ...]:
    """The commitments of a page.

    Args:
        acts: Its acts, with their ids; spans in code points of ``article.text``.
        article: The article.

    Returns:
        One commitment for each binding act, in the order of the acts; its content is the act's, else the words that name the act.
    """
    return tuple(commitment_of(act, article.line_number(act.anchor.start)) for act in acts if binds(act))


def commitment_of(act: Act, line: int) -> Commitment:
    """What an act binds its actors to.

    Args:
        act: An act that binds.
        line: The line of the page in which it stands, from 1.

    Returns:
        The commitment, without an id.
    """
    return Commitment(
        by=act.actors,
        to=act.recipients,
        content=act.content or act.anchor,
        due=act.due,
        condition=act.condition,
        according_to=act.according_to,
        act=act.id,
        line=line,
        because=Because(f"act: {act.kind}, {act.modality}", (act.anchor,)),
        confidence=act.confidence,
    )


def binds(act: Act) -> bool:
    """Whether an act commits its actors (codebook 7).

    Args:
        act: Any act.
    """
    if act.kind in _BINDING:
        return act.modality in {"happened", "planned"}
    return act.modality == "planned" and act.kind not in _MEETINGS | _HOSTILE
