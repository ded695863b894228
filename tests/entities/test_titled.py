"""Foreign names that the tagger cuts: whole after a title, and wherever they stand again."""

import pytest

from tests.entities.reading import parties


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("海国外长阿布拉夸在社交媒体上说，对等是基本原则。", "阿布拉夸"),
        ("尼日利亚总统发言人奥纳努加没有回应。", "奥纳努加"),
        ("机械业协会主席希尔策尔批评协议草案不公平。", "希尔策尔"),
        ("智利外长佩雷斯麦肯纳会后透露，铁路将整修。", "佩雷斯麦肯纳"),
        ("海地问题特别代表萨尔瓦多警告说，局势危急。", "萨尔瓦多"),
        ("渔民联会行政总裁麦当劳批评，政府太软弱。", "麦当劳"),
        ("党主席丹斯里哈迪阿旺抨击政府。", "哈迪阿旺"),
        ("州务大臣拿督莫哈末纳苏鲁丁欢迎大桥动工。", "莫哈末纳苏鲁丁"),
        ("总理国家安全顾问雷德万承诺兑现条款。", "雷德万"),
        ("石油部长特列切亚则表示，公司早有准备。", "特列切亚"),
        ("坦桑尼亚外长科姆博达成了一项交易。", "科姆博"),
    ],
)
def test_a_foreign_name_after_a_title_is_whole(sentence: str, name: str) -> None:
    """The name ends where its sounds end, not where the tagger cuts it."""
    people = [entity for entity in parties(sentence).entities if entity.type == "person"]
    assert [entity.names for entity in people] == [(name,)]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("法国总统马克龙希望双方尽快谈判。", "马克龙"),
        ("俄罗斯总统普京特别强调这一点。", "普京"),
        ("外长费丹达成了一项共识。", "费丹"),
        ("美国总统特朗普加强了戒备。", "特朗普"),
    ],
)
def test_a_known_name_ends_before_the_words_after_it(sentence: str, name: str) -> None:
    """达成, 希望, 特别 begin like names and are none."""
    people = [entity for entity in parties(sentence).entities if entity.type == "person"]
    assert [entity.names for entity in people] == [(name,)]


def test_a_name_is_known_again_where_the_tagger_cuts_it() -> None:
    """One place gives it whole, the others follow."""
    people = [entity for entity in parties("加纳外长阿布拉夸抵达会场。\n阿布拉夸在会后没有久留。").entities if entity.type == "person"]
    assert [entity.names for entity in people] == [("阿布拉夸",)]
