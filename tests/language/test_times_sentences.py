"""Sentences of all regions with their times marked (times_sentences.txt)."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from verbale.language.times import times_of
from verbale.model import TimeExpression

_MARKED = re.compile(r"\[([^|\[\]]+)\|([^\[\]]+)\]")


def sentences() -> list[tuple[datetime.date, str]]:
    """The day from which each is seen, and the marked sentence."""
    found, seen_from = [], datetime.date.min
    for line in Path(__file__).with_name("times_sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            seen_from = datetime.date.fromisoformat(line[2:])
        elif line and not line.startswith("#"):
            found.append((seen_from, line))
    return found


def value_of(time: TimeExpression) -> str | None:
    """A value as the file writes it."""
    if time.value is None:
        return None if time.minutes is None else f"{time.minutes}m"
    first, last = time.value.start, time.value.end
    return str(first) if first == last else f"{first or ''}..{last or ''}"


def marked(text: str, seen_from: datetime.date) -> str:
    """The text with the times that are found in it marked as in the file."""
    parts, place = [], 0
    for time in times_of(text, seen_from):
        value = value_of(time)
        if value is not None:
            parts += [text[place : time.span.start], f"[{text[time.span.start : time.span.end]}|{value}]"]
            place = time.span.end
    return "".join(parts) + text[place:]


def test_every_time_of_every_sentence_is_found() -> None:
    read = [(sentence, marked(_MARKED.sub(r"\1", sentence), seen_from)) for seen_from, sentence in sentences()]
    assert len(read) > 1300
    wrong = [f"{sentence}\nis read as {found}" for sentence, found in read if found != sentence]
    assert not wrong, "\n".join(wrong)
