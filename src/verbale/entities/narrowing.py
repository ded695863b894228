"""Short forms of a wide name that mean a body named on the page (欧方 beside 欧盟)."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.entities.references import Reference
from verbale.entities.words import WORDS


def narrowed(text: str, full: Sequence[Reference], reference: Reference) -> str | None:
    """The body that a short form of a wider name means.

    Args:
        text: Folded text.
        full: The references of the page that name one party in full, in order.
        reference: The short form.

    Returns:
        The body's id, where the paragraph last named the body or one of its parts before the short form, or, where it named neither, the
        page names them at least as often as the wider party; else ``None``.
    """
    meant = WORDS.narrowed.get(text[reference.head.start : reference.head.end])
    if meant is None or meant["wide"] not in reference.candidates:
        return None
    parties = (meant["wide"], *meant["named_by"])
    start = text.rfind("\n", 0, reference.span.start) + 1
    named = [(item.span, item.candidates[0] == meant["wide"]) for item in full if item.candidates[0] in parties]
    before = [wide for span, wide in named if start <= span.start and span.end <= reference.span.start]
    wide = [wide for _, wide in named]
    is_wide = before[-1] if before else not wide or 2 * sum(wide) > len(wide)
    return None if is_wide else str(meant["body"])
