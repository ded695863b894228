"""Host, mediators, agenda, outcome and next meeting of own-written sentences, from the words to the record and back from JSON."""

from __future__ import annotations

import datetime
import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

import verbale
from verbale.model import Record

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "meeting_details.toml").read_text(encoding="utf-8"))["told"]
FIELDS = ("hosts", "mediators", "agenda", "outcome", "next_meeting")
# One sentence is no page: this one stands before each.
OPENING = "各地代表当天在场外等候，会场内外聚集了不少人。\n"


def read(text: str) -> Record:
    return verbale.read(OPENING + text, published=datetime.date(2025, 3, 10))


def named(record: Record, parties: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The parties, each by that name of its own, or of its office on this page, which the case uses."""
    names = {entity.id: {entity.id, *entity.names} for entity in record.entities}
    for mention in record.mentions:
        for entity in mention.entities:
            names[entity].add(record.page.text[mention.span.start : mention.span.end])
    return [next((name for name in wanted if name in names[party]), party) for party in parties]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:28])
def test_what_a_page_tells_of_its_meeting(case: dict[str, Any]) -> None:
    record = read(case["text"])
    meeting, kinds = record.meetings[0], {act.id: act.kind for act in record.acts}
    assert named(record, meeting.hosts, case.get("hosts", [])) == case.get("hosts", [])
    assert named(record, meeting.mediators, case.get("mediators", [])) == case.get("mediators", [])
    assert [record.page.text[span.start : span.end] for span in meeting.agenda] == case.get("agenda", [])
    assert [kinds[act] for act in meeting.outcome] == case.get("outcome", [])
    following = [other for other in record.meetings if other.id == meeting.next_meeting]
    assert len(following) == int(case.get("next", False))
    assert all(other.modality == "planned" and other.sides.keys() == meeting.sides.keys() for other in following)


def test_a_mediator_is_no_side_and_a_meeting_to_come_has_no_outcome() -> None:
    record = read("在美国总统特朗普斡旋下，美国、俄罗斯和乌克兰代表8日在日内瓦会谈。三方将于12日再次会晤并签署协议。")
    assert record.meetings[0].mediators == ()
    assert [meeting.outcome for meeting in record.meetings if meeting.modality == "planned"] == [()]


def test_the_words_before_another_meeting_belong_to_the_first() -> None:
    record = read("在阿曼斡旋下，美国与伊朗代表8日在罗马会谈，印度总理莫迪当天在新德里会见法国总统马克龙，两人讨论核能合作。")
    talks, received = sorted(record.meetings, key=lambda meeting: "IND" in meeting.sides)
    assert (talks.mediators, talks.agenda) == (("OMN",), ())
    assert received.mediators == ()
    assert [record.page.text[span.start : span.end] for span in received.agenda] == ["核能合作"]


def test_a_later_paragraph_goes_on_about_the_last_meeting_of_its_sides_alone() -> None:
    first = "日本外相岩屋毅8日在东京同韩国外长赵兑烈举行会谈。\n会谈气氛友好，会场外有人举牌。\n"
    record = read(first + "日韩两国同意恢复防务对话。")
    assert record.meetings[0].outcome == tuple(act.id for act in record.acts if act.kind == "agree") != ()
    other = "德国总理默茨8日在柏林会见日本首相石破茂。\n"
    assert read(first + other + "日韩两国同意恢复防务对话。").meetings[0].outcome == ()


def test_every_meeting_has_an_id_of_its_own_and_a_second_reading_gives_the_same() -> None:
    text = "美国和俄罗斯代表团8日在利雅得会谈。双方将于4月1日在利雅得举行下一轮会谈。"
    first, second = read(text), read(text)
    assert first.meetings == second.meetings
    assert len({meeting.id for meeting in first.meetings}) == 2
    assert first.meetings[0].next_meeting == first.meetings[1].id


def test_a_record_comes_back_from_json_with_its_details() -> None:
    record = read("日本外相岩屋毅8日在东京同韩国外长赵兑烈举行会谈，讨论了朝核问题。双方商定下月在首尔再次会晤。")
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


def test_a_record_written_before_these_fields_still_reads() -> None:
    record = read("泰國與柬埔寨8日在布城會談，會談由馬來西亞首相安華主持，雙方就停火安排交換意見。")
    old = json.loads(msgspec.json.encode(record))
    for meeting in old["meetings"]:
        for field in FIELDS:
            del meeting[field]
    meeting = msgspec.json.decode(json.dumps(old), type=Record).meetings[0]
    assert (meeting.hosts, meeting.mediators, meeting.agenda, meeting.outcome, meeting.next_meeting) == ((), (), (), (), None)
    assert meeting.sides == record.meetings[0].sides
