"""What is asked ends where another party answers; talks are shown by the words that name them; what is only supposed is not told."""

from __future__ import annotations

import pytest
from plain_text import Told


def test_a_request_ends_where_the_other_refuses() -> None:
    told = Told("日本外相茂木敏充要求韩国遵守协议，韩国外长赵显承诺把意见带回去研究。")
    assert [told.words(act.content) for act in told.of_kind("demand")] == ["韩国遵守协议"]
    assert [told.words(act.content) for act in told.of_kind("promise")] == ["把意见带回去研究"]


def test_a_request_goes_on_over_what_another_is_to_do() -> None:
    told = Told("土耳其外长费丹要求以色列停火，以色列军队撤出加沙。")
    assert [told.words(act.content) for act in told.of_kind("demand")] == ["以色列停火，以色列军队撤出加沙"]


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("挪威与芬兰在奥斯陆举行北极事务特别代表机制第十二次磋商。", "磋商"),
        ("挪威和芬兰第三轮经贸谈判周二（21日）在瑞典斯德哥尔摩结束。", "谈判"),
        ("挪威和芬兰的谈判将于下周二在瑞典首都斯德哥尔摩举行。", "举行"),
        ("挪威与芬兰举行会谈。", "举行会谈"),
    ],
)
def test_talks_are_named_by_their_noun_where_it_is_far(text: str, anchor: str) -> None:
    told = Told(text)
    assert [told.words(act.anchor) for act in told.of_kind("meet")] == [anchor]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("在英国同意继续合作的前提下，谈判可以恢复。", "agree"),
        ("只有英国保证不再收容武装人员，会谈才可能恢复。", "promise"),
        ("外长拉米说，在议会点头之前，谈条件还太早。", "agree"),
        ("卡塔尔首相应英国的请求联络德黑兰。", "appeal"),
    ],
)
def test_what_is_only_supposed_is_no_act(text: str, kind: str) -> None:
    assert Told(text).of_kind(kind) == []
