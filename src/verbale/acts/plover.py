"""Kinds of acts in the codes of event data: PLOVER and CAMEO."""

from __future__ import annotations

import functools

import msgspec

from verbale.errors import LexiconError, UsageError
from verbale.lexicons.tables import rows

FILE = "plover.tsv"


class Code(msgspec.Struct, frozen=True):
    """One kind of act in other codes.

    Attributes:
        kind: The kind (codebook 5).
        plover: PLOVER event type, ``None`` where there is none.
        mode: PLOVER mode, ``None`` where the type has none that fits.
        quad: verbal cooperation, material cooperation, verbal conflict or material conflict; ``None`` without a type.
        cameo: The nearest CAMEO code, a string of three or four digits, or ``None``.
        goldstein: The score of that code on the Goldstein scale, -10 (conflict) to 10 (cooperation), or ``None``.
    """

    kind: str
    plover: str | None
    mode: str | None
    quad: str | None
    cameo: str | None
    goldstein: float | None


@functools.cache
def codes() -> dict[str, Code]:
    """All kinds in the order of the table.

    Returns:
        Kind → its codes. The dictionary is shared: do not change it.

    Raises:
        LexiconError: The table cannot be used, or a score is no number between -10 and 10.
    """
    return {row["kind"]: _code(row) for row in rows(FILE, ("kind",))}


def _code(row: dict[str, str]) -> Code:
    try:
        score = float(row["goldstein"]) if row["goldstein"] else None
    except ValueError as error:
        raise LexiconError(f"{FILE}: {row['kind']}: goldstein is {row['goldstein']!r}; write a number or leave it empty") from error
    if score is not None and not -10 <= score <= 10:
        raise LexiconError(f"{FILE}: {row['kind']}: goldstein is {score}; write a number between -10 and 10")
    return Code(row["kind"], row["plover"] or None, row["mode"] or None, row["quad"] or None, row["cameo"] or None, score)


def code(kind: str) -> Code:
    """The codes of one kind.

    Args:
        kind: A kind of act (codebook 5).

    Returns:
        Its codes.

    Raises:
        UsageError: There is no such kind; the message lists those that there are.
    """
    known = codes()
    if kind not in known:
        raise UsageError(f"{kind!r} is no kind of act; the kinds are {', '.join(known)}")
    return known[kind]
