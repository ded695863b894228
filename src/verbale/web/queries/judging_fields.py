"""The fields of an item: what its record says, in the form in which people write it, and what a form changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args

import msgspec

from verbale.acts.plover import codes
from verbale.ledger.judging.fields import EDITABLE
from verbale.model import Interval, MeetingFormat, Modality, Record, Span, Stance, StatementKind

FIXED = "fixed"  # the form of fields that cannot be edited
_REST = ("occasion", "hosts", "mediators", "agenda", "due", "condition", "according_to")
_CHOICES: dict[str, tuple[str, tuple[str, ...]]] = {
    "statement.kind": ("statements", get_args(StatementKind)),
    "act.kind": ("acts", tuple(codes())),
    "act.modality": ("modalities", get_args(Modality)),
    "meeting.modality": ("modalities", get_args(Modality)),
    "meeting.format": ("formats", ("", *get_args(MeetingFormat))),
    "position.stance": ("stances", get_args(Stance)),
}


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One field of an item.

    Attributes:
        name: Its name in the record.
        form: ``parties``, ``party``, ``word``, ``spans``, ``span``, ``days``, ``number`` or ``sides``; ``fixed`` where it cannot be edited.
        written: Its values as people write them, one for each party, span or side.
        words: Of spans: what the page says there.
        choices: The only values that it can have; none where any word will do.
        called: The table of the brief's labels in which the values have names.
    """

    name: str
    form: str
    written: list[str]
    words: list[str]
    choices: tuple[str, ...] = ()
    called: str | None = None


def item_of(record: Record, item: str) -> Any:
    """An item of a record.

    Args:
        record: The record.
        item: The item's id.

    Returns:
        The statement, act, meeting, commitment or position; ``None`` where the record holds none of this id.
    """
    several: tuple[Any, ...] = (*record.statements, *record.acts, *record.meetings, *record.commitments, *record.positions)
    return next((one for one in several if one.id == item), None)


def fields_of(record: Record, category: str, item: str) -> list[Field]:
    """All fields of an item.

    Args:
        record: The record of its page.
        category: What it is.
        item: Its id.

    Returns:
        Those that can be edited first, then the others that hold something; none where the record has no such item.
    """
    found = item_of(record, item)
    if found is None:
        return []
    editable = [_field(found, name, form, category, record.page.text) for name, form in EDITABLE[category].items()]
    others = [name for name in _REST if name not in EDITABLE[category] and getattr(found, name, None)]
    return editable + [_field(found, name, FIXED, category, record.page.text) for name in others]


def _field(item: Any, name: str, form: str, category: str, text: str) -> Field:
    value = getattr(item, name)
    called, choices = _CHOICES.get(f"{category}.{name}", (None, ()))
    words = [text[span.start : span.end] for span in _several(value) if isinstance(span, Span)]
    return Field(name=name, form=form, written=_written(value), words=words, choices=choices, called=called)


def _several(value: Any) -> Sequence[Any]:
    if isinstance(value, Span):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _written(value: Any) -> list[str]:
    if value is None:
        return []
    if isinstance(value, dict):
        return [f"{side}={','.join(persons)}" if persons else side for side, persons in value.items()]
    if isinstance(value, Interval):
        start, end = (day.isoformat() if day else "" for day in (value.start, value.end))
        return [start if start == end else f"{start}..{end}"]
    if isinstance(value, Span):
        return [f"{value.start}-{value.end}"]
    return [part for one in value for part in _written(one)] if isinstance(value, tuple) else [str(value)]


def changes_in(sent: Mapping[str, Sequence[str]], fields: Sequence[Field]) -> dict[str, str]:
    """What a form says otherwise than the record.

    Args:
        sent: The form: ``field.NAME`` → values; of sides ``sides.0`` → party, ``sides.0.person`` → persons, and so on.
        fields: The fields as they are.

    Returns:
        Field → value, for those fields of the form that differ.
    """
    written = {one.name: values for one in fields if (values := _sent(sent, one.name)) is not None}
    return {one.name: _joined(one, written[one.name]) for one in fields if one.name in written and written[one.name] != one.written}


def _sent(sent: Mapping[str, Sequence[str]], name: str) -> list[str] | None:
    """What a form gives for a field, ``None`` where it has no such field."""
    if name == "sides" and "sides.0" in sent:
        numbers = range(sum(key.startswith("sides.") and key.count(".") == 1 for key in sent))
        sides = [(_filled(sent.get(f"sides.{number}", ())), _filled(sent.get(f"sides.{number}.person", ()))) for number in numbers]
        return [f"{side[0]}={','.join(persons)}" if persons else side[0] for side, persons in sides if side]
    return _filled(sent[f"field.{name}"]) if f"field.{name}" in sent else None


def _filled(values: Sequence[str]) -> list[str]:
    return [value.strip() for value in values if value.strip()]


def _joined(field: Field, values: Sequence[str]) -> str:
    return ("; " if field.form == "sides" else ", ").join(values)


def typed(sent: Mapping[str, Sequence[str]], fields: Sequence[Field]) -> dict[str, list[str]]:
    """What was written into a form, so that it is shown again.

    Args:
        sent: The form.
        fields: The fields.

    Returns:
        Field → values, for the fields of the form.
    """
    return {one.name: values for one in fields if (values := _sent(sent, one.name)) is not None}
