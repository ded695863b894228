"""Which pair of the page 双方, 两国 and 两人 take up: not whoever was named last, but whom the page tells as two sides."""

import pytest

from verbale.entities.told_pairs import Place, Told, ToldPairs

from .reading import parties, phrases


def meant(text: str, word: str) -> set[str]:
    """The parties of the last phrase that is this word."""
    return set([entities for phrase, entities in phrases(text) if phrase == word][-1])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("也门政府与胡塞武装的代表在首都握手。联合国秘书长古特雷斯赶到会场宣布，双方同意停火。", {"YEM", "HOUTHI"}),
        ("埃及外长阿卜杜勒阿提说，以色列与哈马斯仍在谈判。卡塔尔和美国从中斡旋，双方尚未让步。", {"ISR", "HAMAS"}),
        ("阿塞拜疆和亚美尼亚签署和约。\n卡塔尔首相说，在卡塔尔和美国斡旋下，双方谈了三年。", {"AZE", "ARM"}),
        ("泰国总理阿努廷与柬埔寨首相洪玛奈会谈。美国大使和中国大使列席。双方同意撤走重武器。", {"anutin", "hunmanet"}),
        ("泰國總理阿努廷與柬埔寨首相洪瑪奈會談。川普事後致電安華。雙方代表將於下週再談。", {"THA", "KHM"}),
        ("马克龙与默茨通电话后，呼吁俄乌停火。他敦促双方谈判。", {"RUS", "UKR"}),
        ("王毅同阿拉格齐通电话。\n王毅表示，中方希望俄罗斯和乌克兰对话。\n双方同意保持沟通。", {"CHN", "IRN"}),
        ("俄罗斯与乌克兰代表团会谈。\n土耳其总统埃尔多安会见了英国首相斯塔默。\n俄罗斯国防部说，双方将交换战俘。", {"RUS", "UKR"}),
        ("安华会见到访的黄循财，双方签署了三份备忘录。", {"anwar", "wong-lawrence"}),
        ("安華會見到訪的黃循財，雙方簽署備忘錄。根據備忘錄，雙方將設立熱線。", {"MYS", "SGP"}),
        ("普京和泽连斯基的团队谈判。特使威特科夫和女婿库什纳抵达莫斯科。双方仍有分歧。", {"putin", "zelensky"}),
        ("苏丹武装部队空袭喀土穆，快速支援部队则占据民宅，双方都没有遵守停火。", {"SDN", "RSF"}),
        ("日本、欧盟和韩国已与美国达成协议。瑞士与美国的谈判仍在继续。\n双方下周再谈。", {"CHE", "USA"}),
        ("在普京与沙拉4日的会谈中，双方讨论了军事基地问题。", {"putin", "sharaa"}),
        ("中国与法国讨论美伊谈判，双方同意保持沟通。", {"CHN", "FRA"}),
        ("以色列與哈瑪斯的談判在開羅繼續。以哈雙方十月停火。", {"ISR", "HAMAS"}),
        ("美国与塔利班签署协议。驻阿美军将撤走。双方还商定交换囚犯。", {"USA", "TALIBAN"}),
        ("冲突双方没有发言。", set()),
        ("记者与摄影师到场。双方没有讲话。", set()),
    ],
)
def test_both_sides_are_those_whom_the_page_tells_as_two_sides(text, wanted):
    assert meant(text, "双方") == wanted


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("威特科夫和库什纳抵达莫斯科，两人会见了普京。", "两人", {"witkoff", "kushner"}),
        ("魯比奧分別會見阿利耶夫和帕希尼揚，兩人都表示願意簽字。", "两人", {"aliyev", "pashinyan"}),
        ("赖清德在总统府接待惠恕仁一行，随后两人举行会谈。", "两人", {"lai", "whipps"}),
        ("布林肯与拉夫罗夫会面。布林肯说：“如果两位总统会面，会很有用。”他提到，两人去年也见过面。", "两人", {"blinken", "lavrov"}),
        ("川普與習近平原定下月會面。川習兩人若在北京見面，將談關稅。", "两人", {"trump", "xi"}),
        ("吉尔吉斯斯坦、哈萨克斯坦和乌兹别克斯坦都有代表。吉哈乌三国签署了协议。", "三国", {"KGZ", "KAZ", "UZB"}),
        ("俄罗斯与乌克兰停火。中国代表说，愿同各方一道努力。", "各方", set()),
        ("印度与巴基斯坦同意停火。美国总统特朗普先后致电两国领导人。", "两国领导人", {"IND", "PAK"}),
        ("安哥拉主持刚果（金）与卢旺达的会谈。联合国和欧盟表示关切。安哥拉总统说，两国应继续对话。", "两国", {"COD", "RWA"}),
    ],
)
def test_two_persons_and_two_states(text, word, wanted):
    assert meant(text, word) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("菲律宾与中国随后磋商，菲律宾要求对方道歉。", {"CHN"}),
        ("安华说，他致电泰国外长西哈萨了解情况，对方保证恢复通关。", {"sihasak"}),
        ("普京与特朗普通了电话。特朗普感谢卡塔尔和特使威特科夫，并要求对方让步。", {"putin"}),
        ("埃尔多安会见普京，建议俄乌两国对对方港口停火。", set()),
    ],
)
def test_the_other_side_is_of_the_pair_of_who_acts(text, wanted):
    assert meant(text, "对方") == wanted


def test_a_longer_list_takes_the_place_of_its_first_two():
    told = ToldPairs()
    told.note(Told(("FRA", "DEU"), frozenset({"FRA", "DEU"}), "list", 4, Place(1, 0)))
    told.drop(1, ("FRA", "DEU", "POL"))
    assert told.likeliest(Place(2, 0)) is None


def test_the_pair_told_most_often_outlasts_one_in_passing():
    told = ToldPairs()
    for sentence in range(3):
        told.note(Told(("FRA", "DEU"), frozenset({"FRA", "DEU"}), "talk", 10 * sentence, Place(sentence, 0)))
    told.note(Told(("UN", "EU"), frozenset({"UN", "EU"}), "list", 40, Place(4, 1)))
    found = told.likeliest(Place(5, 2))
    assert found is not None
    assert found.sides == ("FRA", "DEU")
    assert told.likeliest(Place(5, 2), without=("FRA",)).sides == ("UN", "EU")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("以色列与哈马斯在开罗谈判。以色列和哈马斯随后签署协议。埃及总统塞西与英国首相斯塔默通话。", {"ISR", "HAMAS"}),
        ("法国和德国的代表到场。英国和西班牙的代表也到场。", set()),
    ],
)
def test_the_principal_pair_is_told_more_than_in_passing(text, wanted):
    assert set(parties(text).principals) == wanted
