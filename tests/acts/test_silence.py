"""A page that yields nothing says why."""

from __future__ import annotations

import pytest

import verbale

RECIPE = (
    "春日里的一道家常菜\n\n"
    "清明前后，山里的竹笋最嫩。把竹笋剥去外壳，切成薄片，放进开水里焯两分钟，捞出沥干。\n"
    "锅里放少许油，先下姜片和蒜末，炒出香味后放入腊肉，小火慢慢煸出油脂，再倒入笋片大火翻炒。\n"
)
COUNTRY = (
    "北方的山与海\n\n"
    "挪威位于北欧，海岸线曲折漫长，峡湾众多。首都奥斯陆坐落在峡湾北端，四周是森林和湖泊。\n"
    "瑞典与挪威接壤，两国的山脉连成一片。冬季漫长而寒冷，夏季短暂而明亮。\n"
)
TOPICS = (
    "两国关系的前景\n\n"
    "观察人士多年来一直在讨论挪威与瑞典之间谈判的前景，会谈机制的细节从来没有公开过，外界只能凭空猜测。\n"
    "挪威能否同意这样的安排，要看边境地区的情况，而边境地区的冬天总是漫长而寒冷。\n"
)
TIBETAN = "རྒྱལ་ཁབ་གཉིས་ཀྱི་ཕྱི་སྲིད་བློན་ཆེན་གཉིས་ཁ་སང་ཐུག་འཕྲད་བྱས་པ་རེད།"
UYGHUR = "ئىككى دۆلەتنىڭ تاشقى ئىشلار مىنىستىرى پايتەختتە كۆرۈشتى."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (RECIPE, "names no party"),
        (COUNTRY, "no reporting cue and no act"),
        (TOPICS, "words of acts stand there"),
        ("首页\n国际\n热门新闻\n挪威外长访问瑞典 双方谈及渔业\n阅读全文\n版权所有 未经授权不得转载\n", "no article"),
    ],
)
def test_the_record_says_why_it_is_empty(text: str, reason: str) -> None:
    record = verbale.read(text)
    assert not record.statements
    assert not record.acts
    assert any(reason in warning for warning in record.warnings), record.warnings


@pytest.mark.parametrize(("text", "script"), [(TIBETAN, "Tibetan"), (UYGHUR, "Arabic"), ("The ministers met in Oslo on Monday.", "Latin")])
def test_another_script_is_named(text: str, script: str) -> None:
    record = verbale.read(text)
    assert not record.statements
    assert not record.acts
    assert any(script in warning for warning in record.warnings), record.warnings


def test_an_article_that_yields_something_says_nothing() -> None:
    record = verbale.read("边境会谈\n\n挪威外交大臣艾德周一在奥斯陆与瑞典外长斯蒂纳加德举行会谈，双方讨论了边境地区的渔业问题。\n")
    assert record.acts
    assert not any("nothing recorded" in warning for warning in record.warnings)
