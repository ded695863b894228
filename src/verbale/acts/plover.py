"""Kinds of acts in the codes of event data: PLOVER and CAMEO."""

from __future__ import annotations

import functools

import msgspec

from verbale.errors import LexiconError, UsageError
from verbale.lexicons.tables import forms, rows

FILE = "plover.tsv"
TYPES = "plover_types.tsv"


class PloverType(msgspec.Struct, frozen=True):
    """One type of event in PLOVER.

    Attributes:
        name: Its name, in capitals.
        quad: verbal cooperation, material cooperation, verbal conflict or material conflict.
        score: The PLOVER score of the type without a mode, -10 (conflict) to 10 (cooperation).
        cameo: The CAMEO categories that became it: codes of two or three digits.
    """

    name: str
    quad: str
    score: float
    cameo: tuple[str, ...]


class Code(msgspec.Struct, frozen=True):
    """One kind of act in other codes.

    Attributes:
        kind: The kind (codebook 5).
        plover: PLOVER event type, ``None`` where there is none.
        mode: PLOVER mode, ``None`` where the type has none that fits.
        context: PLOVER context that follows from the kind alone, or ``None``.
        quad: The class of the type; ``None`` without a type.
        score: The PLOVER score of the type and mode, -10 (conflict) to 10 (cooperation); ``None`` without a type.
        cameo: The nearest CAMEO code, a string of three or four digits, or ``None``.
        goldstein: The score of that code on the Goldstein scale, -10 (conflict) to 10 (cooperation), or ``None``.
    """

    kind: str
    plover: str | None
    mode: str | None
    context: str | None
    quad: str | None
    score: float | None
    cameo: str | None
    goldstein: float | None


@functools.cache
def types() -> dict[str, PloverType]:
    """The types of PLOVER in the order of the table.

    Returns:
        Name → type. The dictionary is shared: do not change it.

    Raises:
        LexiconError: The table cannot be used, or a score is no number between -10 and 10.
    """
    return {row["type"]: _type(row) for row in rows(TYPES, ("type", "quad", "score", "cameo"))}


def _type(row: dict[str, str]) -> PloverType:
    return PloverType(row["type"], row["quad"], _number(TYPES, row["type"], row["score"]) or 0.0, forms(row["cameo"]))


@functools.cache
def codes() -> dict[str, Code]:
    """All kinds in the order of the table.

    Returns:
        Kind → its codes. The dictionary is shared: do not change it.

    Raises:
        LexiconError: A table cannot be used, a type is unknown, or a score is no number between -10 and 10.
    """
    return {row["kind"]: _code(row) for row in rows(FILE, ("kind",))}


def _code(row: dict[str, str]) -> Code:
    kind, name = row["kind"], row["plover"] or None
    if name and name not in types():
        raise LexiconError(f"{FILE}: {kind}: {name!r} is no type of {TYPES}; the types are {', '.join(types())}")
    return Code(
        kind,
        name,
        row["mode"] or None,
        row["context"] or None,
        types()[name].quad if name else None,
        _number(FILE, kind, row["score"]),
        row["cameo"] or None,
        _number(FILE, kind, row["goldstein"]),
    )


def _number(file: str, name: str, cell: str) -> float | None:
    """A score, ``None`` for an empty cell."""
    if not cell:
        return None
    try:
        score = float(cell)
    except ValueError as error:
        raise LexiconError(f"{file}: {name}: the score is {cell!r}; write a number or leave it empty") from error
    if not -10 <= score <= 10:
        raise LexiconError(f"{file}: {name}: the score is {score}; write a number between -10 and 10")
    return score


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
