"""People and ships told of as held: by whom, and whose they are."""

from __future__ import annotations

import pytest
from plain_text import Told


def _seizures(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(act.actors, act.recipients) for act in Told(text).by_frame("held people")]


@pytest.mark.parametrize(
    "text",
    [
        "挪威同意释放被扣押的六名瑞典渔民。",
        "挪威沒有在限期前放還遭扣留的瑞典漁船。",
        "瑞典要求挪威释放被扣押的瑞典船员。",
        "瑞典外长促挪威尽快归还遭扣查的瑞典渔船。",
        "挪威与瑞典5日在奥斯陆举行首轮磋商。被扣押的瑞典渔民至今没有回家。",
        "挪威3日扣押两艘瑞典渔船。瑞典说，被扣押的瑞典渔民身体健康。",
        "瑞典与芬兰5日磋商。被扣押在奥斯陆的瑞典渔民致信挪威政府。",
    ],
)
def test_whoever_lets_them_go_or_holds_them_has_seized_them(text: str) -> None:
    assert _seizures(text) == [(("NOR",), ("SWE",))]


@pytest.mark.parametrize(
    "text",
    [
        "瑞典要求立即释放被扣押的瑞典渔民。",
        "被扣押的渔民家属到会场外等候。",
        "挪威释放被扣押的挪威渔民。",
        "被扣押的消息传到瑞典。",
        "挪威释放被风浪围困的瑞典渔民。",
    ],
)
def test_nobody_has_seized_them_where_no_holder_of_another_state_is_told(text: str) -> None:
    assert _seizures(text) == []


def test_other_days_of_the_sentence_are_not_those_of_the_seizure() -> None:
    held = Told("挪威同意在10月28日前释放被扣押的瑞典渔民。").by_frame("held people")
    dated = Told("挪威释放了10月20日被扣押的瑞典渔民。").by_frame("held people")
    assert [act.date for act in held] == [None]
    assert [str(act.date.start) for act in dated if act.date] == ["2025-10-20"]
