"""Time expressions: found in folded text, symbolic until the page is dated, then closed intervals of days."""

from __future__ import annotations

import datetime

from verbale.language.fold import fold
from verbale.language.times.resolving import resolve
from verbale.language.times.scanning import scan
from verbale.language.times.symbols import Amount, SymbolicTime
from verbale.model import Interval, TimeExpression

__all__ = ["Amount", "SymbolicTime", "resolve", "scan", "times_of"]


def times_of(sentence: str, reference: datetime.date) -> tuple[TimeExpression, ...]:
    """The times of one sentence as somebody wrote it.

    Args:
        sentence: Raw text, any script and width.
        reference: The day on which it was written.

    Returns:
        Expressions in order, spans in code points of ``sentence``.
    """
    folded = fold(sentence)
    return resolve(scan(folded), published=Interval(reference, reference), text=folded)
