"""What tells right before an organization's name what it is belongs to its phrase; the state in it does not act."""

import pytest

from .reading import phrases


@pytest.mark.parametrize(
    ("text", "phrase", "wanted"),
    [
        ("哥伦比亚左翼游击队“民族解放军”宣布放人。", "哥伦比亚左翼游击队“民族解放军”", ("ELN",)),
        ("挪威與阿富汗武裝組織塔利班簽署協議。", "阿富汗武装组织塔利班", ("TALIBAN",)),
        ("缅甸少数民族武装组织克钦独立军要求军方撤离。", "缅甸少数民族武装组织克钦独立军", ("KIA",)),
        ("左翼政党激进左翼联盟要求政府下台。", "左翼政党激进左翼联盟", ("SYRIZA",)),
    ],
)
def test_a_description_is_part_of_the_phrase(text, phrase, wanted):
    assert (phrase, wanted) in phrases(text)


@pytest.mark.parametrize(
    ("text", "phrase", "wanted"),
    [
        ("美国打击武装组织哈马斯。", "美国", ("USA",)),
        ("加拿大反对党保守党领袖博励治批评政府。", "加拿大反对党保守党领袖博励治", ("poilievre",)),
    ],
)
def test_whoever_acts_is_not_described(text, phrase, wanted):
    assert (phrase, wanted) in phrases(text)
