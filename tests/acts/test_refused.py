"""What is refused, where it stands before the word of refusing."""

from __future__ import annotations

import datetime

import pytest

import verbale

LEAD = "各地代表当天在场外等候，会场内外聚集了不少人。\n"


def refused(text: str) -> list[tuple[tuple[str, ...], str | None]]:
    record = verbale.read(LEAD + text, published=datetime.date(2025, 3, 10))
    words = record.page.text
    acts = (act for act in record.acts if act.kind == "refuse")
    return [(act.actors, words[act.content.start : act.content.end] if act.content else None) for act in acts]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("加拿大提议设立热线，被墨西哥拒绝。", "设立热线"),
        ("挪威提議先開放港口，冰島沒有接受。", "先開放港口"),
        ("越南要求柬埔寨撤走渔船，金边当场拒绝，并召见了大使。", "柬埔寨撤走渔船"),
        ("一份措辞相近的决议草案随后遭法国否决。", "一份措辞相近的决议草案"),
        ("菲律宾对仲裁结果一概不接受，已提出申诉。", "仲裁结果"),
        ("波兰外长西科尔斯基说，对欧盟公布的配额，波方不接受。", "欧盟公布的配额"),
        ("日本提议推迟谈判，但韩国拒绝讨论日期。", "讨论日期"),
    ],
)
def test_a_topic_a_subject_or_what_another_asked(text: str, content: str) -> None:
    assert [words for _, words in refused(text)] == [content]


def test_nothing_is_taken_for_it_where_nothing_was_asked() -> None:
    assert [words for _, words in refused("两国代表昨天握手，但埃及当场拒绝。")] in ([], [None])
    assert all(words != "代表团" for _, words in refused("代表团被埃及拒绝。"))
