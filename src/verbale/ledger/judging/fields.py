"""The fields of items that can be edited, and how people write their values."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import msgspec

from verbale.acts.plover import codes
from verbale.errors import LedgerError
from verbale.model import Act, Commitment, Meeting, Position, Span, Statement

Party = Callable[[str], str]  # from what somebody calls a party to its id
Item = TypeVar("Item", bound=Statement | Act | Meeting | Commitment | Position)
_QUOTING = {"content", "cue", "anchor", "condition"}  # fields that hold spans
_SPAN = re.compile(r"(\d+)-(\d+)")
_COMMA = re.compile(r"[,，、]")
_WORDS = {"kind", "modality", "stance", "format", "place", "venue", "city", "country"}
EDITABLE: dict[str, dict[str, str]] = {
    "statement": {"speakers": "parties", "kind": "word", "content": "spans", "cue": "span", "via": "parties", "addressees": "parties"},
    "act": {"kind": "word", "actors": "parties", "recipients": "parties", "anchor": "span", "content": "span", "modality": "word"}
    | {"date": "days", "place": "word", "according_to": "party"},
    "meeting": {"format": "word", "date": "days", "venue": "word", "city": "word", "country": "word", "duration_minutes": "number"}
    | {"sides": "sides", "modality": "word"},
    "commitment": {"by": "parties", "to": "parties", "content": "span", "due": "days", "condition": "span"},
    "position": {"holder": "party", "stance": "word", "content": "span"},
}


def value_of(category: str, field: str, written: str, party: Party) -> Any:
    """The value that somebody wrote for a field.

    Args:
        category: The item's category.
        field: The field's name in the record.
        written: The value: names or ids of parties with commas between them, ``START-END`` in code points of the page (several with commas
            for the content of statements), a day or ``DAY..DAY`` (either may be left out), ``SIDE=PERSON,PERSON; SIDE``, a number or a
            word; empty for none.
        party: Gives the id of a party.

    Returns:
        The value as JSON holds it in a record.

    Raises:
        LedgerError: Such items have no such field, or the value cannot be one of it.
    """
    fields = EDITABLE[category]
    if field not in fields:
        raise LedgerError(f"{field}: no field of a {category} that can be edited; there are {', '.join(fields)}")
    return _READ[fields[field]](field, written.strip(), party)


def _parties(_: str, written: str, party: Party) -> list[str]:
    return [party(name.strip()) for name in _COMMA.split(written) if name.strip()]


def _party(_: str, written: str, party: Party) -> str | None:
    return party(written) if written else None


def _spans(field: str, written: str, _: Party) -> list[tuple[int, int]]:
    found = [_SPAN.fullmatch(part.strip()) for part in _COMMA.split(written)]
    if not all(found):
        raise LedgerError(f"{field}={written}: write characters as START-END, such as 120-139, several with commas between them")
    return [(int(match[1]), int(match[2])) for match in found if match]


def _span(field: str, written: str, party: Party) -> tuple[int, int] | None:
    return _spans(field, written, party)[0] if written else None


def _days(_: str, written: str, __: Party) -> dict[str, str | None] | None:
    first, *last = written.split("..")
    return {"start": first.strip() or None, "end": (last or [first])[0].strip() or None} if written else None


def _sides(field: str, written: str, party: Party) -> dict[str, list[str]]:
    sides: dict[str, list[str]] = {}
    for part in filter(None, (part.strip() for part in re.split("[;；]", written))):
        side, _, persons = part.partition("=")
        sides[party(side.strip())] = _parties(field, persons, party)
    return sides


def _number(field: str, written: str, _: Party) -> int | None:
    if written and not written.isdecimal():
        raise LedgerError(f"{field}={written}: write a whole number, or nothing")
    return int(written) if written else None


def _word(_: str, written: str, __: Party) -> str | None:
    return written or None


_READ: dict[str, Callable[[str, str, Party], Any]] = {
    "parties": _parties,
    "party": _party,
    "spans": _spans,
    "span": _span,
    "days": _days,
    "sides": _sides,
    "number": _number,
    "word": _word,
}


def changed(item: Item, changes: Mapping[str, Any], text: str) -> Item:
    """An item with other values in some fields.

    Args:
        item: The item.
        changes: Field → value as JSON holds it.
        text: The page's text, in which spans must lie.

    Returns:
        The item with the same id.

    Raises:
        LedgerError: A value is none of its field, or a span lies outside the page.
    """
    told = msgspec.to_builtins(item) | changes
    if "place" in changes:
        told |= {"place_zh": None, "place_span": None, "coordinates": None}
    try:
        made = msgspec.convert(told, type(item))
    except msgspec.ValidationError as error:
        raise LedgerError(f"{_shown(changes)}: cannot be: {error}") from error
    if isinstance(made, Act) and made.kind not in codes():
        raise LedgerError(f"{made.kind}: no kind of act; the kinds are {', '.join(codes())}")
    _check(made, changes, text)
    return made


def _shown(changes: Mapping[str, Any]) -> str:
    return ", ".join(f"{field}={value}" for field, value in changes.items())


def _check(item: Statement | Act | Meeting | Commitment | Position, changes: Mapping[str, Any], text: str) -> None:
    for field in changes.keys() & _QUOTING:
        for span in _spans_in(getattr(item, field)):
            if not 0 <= span.start < span.end <= len(text):
                raise LedgerError(f"{field}: characters {span.start}-{span.end} lie outside the page, which has {len(text)}")


def _spans_in(value: Span | tuple[Span, ...] | None) -> tuple[Span, ...]:
    return (value,) if isinstance(value, Span) else value or ()


def words_of(changes: Mapping[str, Any], text: str) -> dict[str, list[str]]:
    """What a page says in the characters that changes give.

    Args:
        changes: Field → value as JSON holds it.
        text: The page's text.

    Returns:
        Field → the words of each of its spans, for the fields that hold spans.
    """
    spans = {field: changes[field] for field in sorted(changes.keys() & _QUOTING) if changes[field]}
    several = {field: [value] if isinstance(value[0], int) else value for field, value in spans.items()}
    return {field: [text[start:stop] for start, stop in pairs] for field, pairs in several.items()}
