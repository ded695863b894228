"""The meetings that own-written sentences tell, from the words to the record."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

import verbale
from verbale.model import Meeting, Record

CASES: dict[str, Any] = tomllib.loads((Path(__file__).parent / "meeting_sentences.toml").read_text(encoding="utf-8"))
# One sentence is no page: this one stands before each.
OPENING = "各地代表当天在场外等候，会场内外聚集了不少人。\n"


def read(text: str, published: datetime.date = datetime.date(2025, 3, 10)) -> Record:
    return verbale.read(OPENING + text, published=published)


def shown(record: Record, meeting: Meeting, wanted: str) -> str:
    """A meeting in the notation of the cases; a person by that name of hers which the case uses."""
    named = {entity.id: entity.names for entity in record.entities}
    asked = {name for side in wanted.split(" | ", maxsplit=1)[0].split(" + ") for name in side.partition(":")[2].split(",")}
    sides = []
    for side, persons in meeting.sides.items():
        names = [next((name for name in named[person] if name in asked), person) for person in persons]
        sides.append(f"{side}:{','.join(names)}" if names else side)
    return " | ".join(
        [" + ".join(sorted(sides)), days(meeting), meeting.city or meeting.country or "-", meeting.modality, str(meeting.format)]
    )


def days(meeting: Meeting) -> str:
    if meeting.date is None:
        return "-"
    return str(meeting.date.start) if meeting.date.start == meeting.date.end else f"{meeting.date.start}/{meeting.date.end}"


def ordered(wanted: str) -> str:
    """The same meeting with its sides in alphabetical order."""
    sides, *rest = wanted.split(" | ")
    return " | ".join([" + ".join(sorted(sides.split(" + "))), *rest])


@pytest.mark.parametrize("case", CASES["told"], ids=lambda case: case["text"][:24])
def test_what_a_sentence_tells(case: dict[str, Any]) -> None:
    record = read(case["text"], case["published"])
    assert len(record.meetings) == len(case["meetings"]), record.meetings
    found = {shown(record, meeting, wanted) for meeting in record.meetings for wanted in case["meetings"]}
    assert {ordered(wanted) for wanted in case["meetings"]} <= found


@pytest.mark.parametrize("text", CASES["none"]["texts"])
def test_no_meeting_where_none_is_told(text: str) -> None:
    assert read(text).meetings == ()
