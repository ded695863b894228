"""What was agreed, asked, struck or called off: the extent of an act's content."""

from __future__ import annotations

import pytest
from plain_text import Told

CASES = [
    ("以军空袭加沙城北部，造成二十人死亡。", "attack", "加沙城北部"),
    ("美国海军击落了三架无人机。", "attack", "三架无人机"),
    ("伊朗扣押一艘载有石油的油轮。", "coerce", "一艘载有石油的油轮"),
    # A party alone is the recipient; the noun of the deed is no content.
    ("乌克兰军队袭击俄罗斯。", "attack", None),
    ("俄罗斯对乌克兰发动大规模袭击。", "attack", None),
    # What is called off may stand before the cue.
    ("挪威把原定周四与瑞典的会谈取消了。", "cancel", "原定周四与瑞典的会谈"),
    ("原定周四举行的会谈，挪威宣布取消。", "cancel", "原定周四举行的会谈"),
    # A content goes on with what the same side does, and ends where something else is said.
    ("马来西亚愿意派出观察团，协助监督停火。", "offer", "派出观察团，协助监督停火"),
    ("缅甸外长说，缅甸不会进攻邻国，行动范围仅限于边境地带。", "deny", "进攻邻国"),
    ("伊朗拒绝这项请求，理由是安全无法保障。", "refuse", "这项请求"),
    ("越南外交部发言人范秋恒说，中方应当认清事实，撤回船只，停止施工。", "demand", "认清事实，撤回船只，停止施工"),
    ("挪威外交大臣艾德说，俄方必须停火，释放战俘，挪威不会让步。", "demand", "停火，释放战俘"),
    ("巴拿马不接受这种指责，已向美方提出抗议。", "refuse", "这种指责"),
    ("柬方要求泰方撤走铁丝网，并提议下月初再谈一轮。", "demand", "泰方撤走铁丝网"),
    ("索马里指责肯尼亚侵犯领海，召回大使并威胁中断合作。", "accuse", "肯尼亚侵犯领海"),
    ("伊朗承诺不再浓缩铀，并要求美国解除制裁。", "promise", "不再浓缩铀"),
    ("塞尔维亚总统武契奇否认投降：塞方绝不承认科索沃。", "deny", "投降"),
    ("墨西哥愿同加拿大举行磋商，具体安排由两国官员商定。", "offer", "同加拿大举行磋商"),
]


@pytest.mark.parametrize(("text", "kind", "content"), CASES)
def test_the_content_of_an_act(text: str, kind: str, content: str | None) -> None:
    told = Told(text)
    acts = told.of_kind(kind)
    assert acts, told.acts
    assert told.words(acts[0].content) == content
