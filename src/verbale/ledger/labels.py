"""Records from files instead of from reading: those that ``verbale read --out`` wrote, and hand-made labels (the gold format)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from verbale.errors import LedgerError
from verbale.model import (
    FORMAT,
    Act,
    Because,
    Commitment,
    Entity,
    Evidence,
    Interval,
    Line,
    Meeting,
    Page,
    Position,
    Published,
    Record,
    Span,
    Statement,
    stable_id,
)
from verbale.pages.html import plain

_LABELLED = Because("label")


def record_from(path: Path, page: Page) -> Record:
    """The record that a file holds for a page.

    Args:
        path: A file of JSON, of the format ``verbale/1`` or of labels.
        page: The page that it is about.

    Returns:
        The record; its spans lie in the page.

    Raises:
        LedgerError: It is no such file, or one of another page.
    """
    try:
        told = msgspec.json.decode(path.read_bytes())
        if not isinstance(told, dict):
            raise LedgerError(f"{path}: not a record but {type(told).__name__}; it should be an object")
        record = msgspec.convert(told, Record) if told.get("format") == FORMAT else labelled(told, plain(page))
    except (OSError, msgspec.MsgspecError, KeyError, TypeError, ValueError) as error:
        raise LedgerError(f"{path}: neither a record nor labels of a page: {error}") from error
    if record.page.text != page.text:
        raise LedgerError(f"{path}: a record of another text than {page.source}; read that page anew")
    return msgspec.structs.replace(record, page=plain(page))


def labelled(told: dict[str, Any], page: Page) -> Record:
    """A record made of labels.

    Args:
        told: Labels as docs/codebook.md describes them: ``published``, ``lines`` (number → kind), ``entities``, ``statements``, ``acts``,
            ``meetings``, ``commitments``, ``positions``; spans are pairs, intervals objects or single days.
        page: The page that they are about.

    Returns:
        The record, every id made of the label's place in the list.

    Raises:
        LedgerError: A span lies outside the page.
    """
    acts = tuple(_act(page, index, one) for index, one in enumerate(told.get("acts", ())))
    return Record(
        page=page,
        published=_published(told.get("published")),
        lines=_lines(page, told.get("lines", {})),
        entities=tuple(_entity(one) for one in told.get("entities", ())),
        statements=tuple(_statement(page, index, one) for index, one in enumerate(told.get("statements", ()))),
        acts=acts,
        meetings=tuple(_meeting(page, index, one) for index, one in enumerate(told.get("meetings", ()))),
        commitments=tuple(_commitment(page, index, one, acts) for index, one in enumerate(told.get("commitments", ()))),
        positions=tuple(_position(page, index, one) for index, one in enumerate(told.get("positions", ()))),
    )


def _id(page: Page, name: str, index: int) -> str:
    return stable_id(page.id, "label", name, index)


def _span(page: Page, pair: Sequence[int] | None) -> Span | None:
    return None if pair is None else _pinned(page, pair)


def _pinned(page: Page, pair: Sequence[int]) -> Span:
    start, end = pair
    if not 0 <= start < end <= len(page.text):
        raise LedgerError(f"{page.source}: characters {start}-{end} lie outside the page, which has {len(page.text)}")
    return Span(start, end)


def _interval(value: dict[str, str | None] | str | None) -> Interval | None:
    if value is None:
        return None
    first, last = (value, value) if isinstance(value, str) else (value.get("start"), value.get("end"))
    return Interval(*(datetime.date.fromisoformat(day) if day else None for day in (first, last)))


def _published(value: dict[str, str | None] | str | None) -> Published | None:
    days = _interval(value)
    if days is None or days.start is None:
        return None
    return Published(days.start, days.end, 1.0, (Evidence("label", None, "", days.start, days.end),))


def _lines(page: Page, kinds: dict[str, Any]) -> tuple[Line, ...]:
    """Every line that has a kind; the labels count lines from 1."""
    lines, start = [], 0
    for number, line in enumerate(page.text.split("\n"), 1):
        kind, words = kinds.get(str(number)), line.strip()
        if kind and words:
            begin = start + line.index(words)
            lines.append(Line(Span(begin, begin + len(words)), kind))
        start += len(line) + 1
    return tuple(lines)


def _entity(one: dict[str, Any]) -> Entity:
    return Entity(one["id"], one["type"], one.get("name"), tuple(one.get("names", ())), one.get("affiliation"))


def _statement(page: Page, index: int, one: dict[str, Any]) -> Statement:
    return Statement(
        id=_id(page, "statement", index),
        speakers=tuple(one["speakers"]),
        kind=one["kind"],
        content=tuple(_pinned(page, pair) for pair in one["content"]),
        cue=_span(page, one.get("cue")),
        via=tuple(one.get("via", ())),
        addressees=tuple(one.get("addressees", ())),
        line=one["line"],
        because=_LABELLED,
    )


def _act(page: Page, index: int, one: dict[str, Any]) -> Act:
    return Act(
        id=_id(page, "act", index),
        kind=one["kind"],
        actors=tuple(one["actors"]),
        recipients=tuple(one["recipients"]),
        anchor=_pinned(page, one["anchor"]),
        content=_span(page, one.get("content")),
        modality=one["modality"],
        date=_interval(one.get("date")),
        place=one.get("place"),
        according_to=one.get("according_to"),
        line=one["line"],
        because=_LABELLED,
    )


def _meeting(page: Page, index: int, one: dict[str, Any]) -> Meeting:
    return Meeting(
        id=_id(page, "meeting", index),
        format=one.get("format"),
        date=_interval(one.get("date")),
        venue=one.get("venue"),
        city=one.get("city"),
        country=one.get("country"),
        duration_minutes=one.get("duration_minutes"),
        sides={side: tuple(persons) for side, persons in one["sides"].items()},
        modality=one.get("modality", "happened"),
        line=one["line"],
        because=_LABELLED,
    )


def _commitment(page: Page, index: int, one: dict[str, Any], acts: Sequence[Act]) -> Commitment:
    content = _pinned(page, one["content"])
    return Commitment(
        id=_id(page, "commitment", index),
        by=tuple(one["by"]),
        to=tuple(one.get("to", ())),
        content=content,
        due=_interval(one.get("due")),
        condition=_words(page, one.get("condition"), content),
        according_to=one.get("according_to"),
        act=next((act.id for act in acts if content in (act.content, act.anchor)), ""),
        line=one["line"],
        because=_LABELLED,
    )


def _words(page: Page, words: str | Sequence[int] | None, near: Span) -> Span | None:
    """Where a condition stands that is labelled by its words: the place nearest to the content."""
    if not words:
        return None
    if not isinstance(words, str):
        return _pinned(page, words)
    starts = [start for start in range(len(page.text)) if page.text.startswith(words, start)]
    start = min(starts, key=lambda start: abs(start - near.start), default=None)
    return None if start is None else Span(start, start + len(words))


def _position(page: Page, index: int, one: dict[str, Any]) -> Position:
    return Position(
        id=_id(page, "position", index),
        holder=one["holder"],
        stance=one["stance"],
        content=_pinned(page, one["content"]),
        line=one["line"],
        because=_LABELLED,
    )
