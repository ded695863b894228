"""States by one character, and the same characters where they are plain words."""

import pytest

from verbale.entities import gazetteer
from verbale.entities.elements import elements
from verbale.language.fold import fold
from verbale.language.tagger import tag
from verbale.model import Span

from .reading import phrases


def shorts(text: str) -> list[tuple[str, str]]:
    """Each character that is read as a state, with the likeliest."""
    folded = fold(text)
    pieces = elements(folded, tag(folded, [Span(0, len(folded))]), gazetteer.load())
    return [(folded[item.span.start], item.ids[0]) for item in pieces if len(item.span) == 1 and item.kind == "state"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("美俄双方会谈。", [("美", "USA"), ("俄", "RUS")]),
        ("法外长会见德总理。", [("法", "FRA"), ("德", "DEU")]),
        ("乌方与英、法、德代表会晤。", [("乌", "UKR"), ("英", "GBR"), ("法", "FRA"), ("德", "DEU")]),
        ("中国和菲律宾发表声明。菲中21日签署协议。", [("菲", "PHL"), ("中", "CHN")]),
        ("美国与以色列发表声明。美以对伊朗发动打击。", [("美", "USA"), ("以", "ISR")]),
        ("俄乌21日交换战俘。", [("俄", "RUS"), ("乌", "UKR")]),
        ("總統說，日韓將舉行磋商。", [("日", "JPN"), ("韩", "KOR")]),
        ("朝韩今天交火。", [("朝", "PRK"), ("韩", "KOR")]),
        ("法国总统访华。", [("华", "CHN")]),
        ("以色列总理说，以军空袭一处仓库。", [("以", "ISR")]),
        ("加拿大说，加政府反对。", [("加", "CAN")]),
        ("以总理内塔尼亚胡周日说，战争将继续。", [("以", "ISR")]),
        ("俄对乌发动袭击。", [("俄", "RUS")]),
        ("塞尔维亚和科索沃会谈，塞科达成一致。", [("塞", "SRB"), ("科", "XKX")]),
        ("台外長說，台軍沒有演習。", [("台", "TWN"), ("台", "TWN")]),
        ("日媒刊出全文。", [("日", "JPN")]),
    ],
)
def test_short_forms_are_states(text, wanted):
    assert [pair for pair in shorts(text) if pair in wanted] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "18日军方宣布撤离。",
        "当日军方宣布撤离。",
        "以部队为主的代表团抵达。",
        "新政府成立，新总统就职。",
        "他以总统身份出席。",
        "会谈中总理离席。",
        "代表们从中调停。",
        "双方同意对表。",
        "对美好生活的向往。",
        "对中长期计划的影响。",
        "政府加强执法部队。",
        "加以在会上说明。",
        "沙巴21日下雨。",
        "中巴车3日翻覆。",
        "以美在场为由拒绝。",
    ],
)
def test_plain_words_are_none(text):
    assert shorts(text) == []


def test_the_state_that_the_page_names_decides():
    assert ("印方", ("IDN",)) in phrases("印度尼西亚总统到访。印方表示欢迎。")
    assert ("印方", ("IND",)) in phrases("印度总理到访。印方表示欢迎。")


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("宏都拉斯总统改变立场，宏国将与台湾复交。", "宏国", "HND"),
        ("宏都拉斯总统改变立场，宏方表示欢迎。", "宏方", "HND"),
        ("加拿大总理说，加国不会退让。", "加国", "CAN"),
        ("帛琉总统惠恕仁到访，惠总统感谢台湾。", "惠总统", "whipps"),
        ("外交部长林佳龙出席，林部长随后离开。", "林部长", "lin-chia-lung"),
    ],
)
def test_names_cut_to_their_first_character(text, words, party):
    assert (words, (party,)) in phrases(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("多米尼加外长说，多国支持决议，多方应克制。", {"多国", "多方"}),
        ("海地总理说，海方案尚未公布。", {"海方"}),
        ("乌沙科夫说，乌总统没有出席。", {"乌总统"}),
        ("宏都拉斯总统说，宏大的计划没有完成。", {"宏", "宏大"}),
    ],
)
def test_first_characters_that_are_other_words(text, words):
    meant = {found: parties for found, parties in phrases(text) if found in words}
    assert not {"DOM", "HTI", "ushakov", "HND"} & {party for parties in meant.values() for party in parties}


@pytest.mark.parametrize("text", ["中亚和东非的谈判都有进展。", "在中亚，三国举行会谈。", "西亚将有降雨。"])
def test_a_region_is_no_list_of_states(text):
    assert shorts(text) == []


def test_a_name_made_of_such_characters_is_no_list_of_states():
    told = phrases("签字的是巴德塞将军。巴德塞则表示，和平必须兑现。")
    assert {ids for words, ids in told if words.startswith("巴德塞")} == {("ba-de-sai",)}
    assert ("USA",) in [ids for _, ids in phrases("乌克兰总统说，乌美俄三方会谈已结束。")]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("印巴两军8日通过热线通话。", {"IND", "PAK"}),
        ("阿巴代表團8日在杜哈會談。", {"AFG", "PAK"}),
        ("巴以双方8日同意停火。", {"ISR", "PSE"}),
        ("巴勒斯坦总统阿巴斯说，印巴双方应当克制。", {"IND", "PAK"}),
    ],
)
def test_a_character_beside_another_means_its_neighbour_of_the_pair(text, states):
    assert states <= {one for _, ids in phrases(text) for one in ids}
