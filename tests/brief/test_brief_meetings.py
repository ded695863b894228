"""Both views tell what else is known of a meeting."""

from __future__ import annotations

import datetime
import io

import msgspec
from rich.console import Console

from verbale.brief import brief, show
from verbale.brief.entries import of_meeting
from verbale.brief.names import Names
from verbale.model import Because, Interval, Meeting, Record, Span


def with_details(record: Record) -> Record:
    start = record.page.text.index("开放港口")
    day = datetime.date(2024, 3, 20)
    held = msgspec.structs.replace(
        record.meetings[0], hosts=("SEA",), mediators=("gu",), agenda=(Span(start, start + 4),), outcome=("a2",), next_meeting="m2"
    )
    coming = Meeting(
        id="m2", format="in person", date=Interval(day, day), sides=held.sides, modality="planned", line=2, because=Because("meeting")
    )
    return msgspec.structs.replace(record, meetings=(held, coming))


def test_the_terminal_shows_host_mediator_agenda_outcome_and_the_next_meeting(record: Record) -> None:
    stream = io.StringIO()
    show(with_details(record), Console(file=stream, width=200))
    for words in ("host Sea Land", "mediated by Gu Lan", "agenda 开放港口", "outcome agrees: 下周签约", "next 2024-03-20"):
        assert words in stream.getvalue()


def test_the_brief_shows_them_in_both_languages(record: Record) -> None:
    html = brief([with_details(record)])
    for words in ("东道主", "斡旋方", "议题", "成果", "下次会晤", "agrees: 下周签约"):
        assert words in html


def test_nothing_is_shown_where_the_page_says_nothing(record: Record) -> None:
    facts = {name.english for name, _ in of_meeting(Names(record), record.meetings[0], record).facts}
    assert not facts & {"host", "mediated by", "agenda", "outcome", "next"}
