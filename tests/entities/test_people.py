"""People, firms and factions who act without a name."""

import pytest

from verbale.language.fold import fold

from .reading import parties, phrases


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("三名在世原告拒绝和解。", "三名在世原告"),
        ("锡克教团体计划下周示威。", "锡克教团体"),
        ("他呼吁各党派重开谈判。", "各党派"),
        ("市民團體在廣場集會。", "市民團體"),
        ("北部的塞族人随即设置路障。", "塞族人"),
        ("他说，企业须在月底前离场。", "企业"),
        ("那里的居民投了赞成票。", "那里的居民"),
        ("我國要求五家種植公司交代情況。", "五家種植公司"),
        ("38国同意减排。", "38国"),
        ("枪手在市场打死三人。", "枪手"),
        ("海盜劫持了一艘漁船。", "海盜"),
        ("约三千人在广场集会。", "约三千人"),
        ("場外有數十人示威。", "數十人"),
    ],
)
def test_they_are_groups(text: str, words: str) -> None:
    """With their number and what tells which they are."""
    found = {words: ids for words, ids in phrases(text)}
    assert fold(words) in found
    assert parties(text).by_id[found[fold(words)][0]].type == "group"


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("瑞士表示满意，瑞企会增资。", "瑞企", "CHE"),
        ("緬甸各方同意對話。", "緬甸各方", "MMR"),
        ("哥伦比亚选民否决了协议。", "哥伦比亚选民", "COL"),
        ("法国漁船封鎖港口。", "法国漁船", "FRA"),
        ("以色列定居者烧毁两辆汽车。", "以色列定居者", "ISR"),
        ("俄羅斯駭客組織要求贖金，俄羅斯黑客否認。", "俄羅斯黑客", "RUS"),
    ],
)
def test_those_of_a_state_belong_to_it(text: str, words: str, state: str) -> None:
    """But do not act for it."""
    found = {words: ids for words, ids in phrases(text)}
    party = parties(text).by_id[found[fold(words)][0]]
    assert (party.type, party.affiliation) == ("group", state)


def test_fighters_of_a_movement_are_the_movement() -> None:
    """But those of a state are people of it."""
    assert ("哈马斯武装分子", ("HAMAS",)) in phrases("哈马斯武装分子袭击了车队。")
    assert ("伊朗武装分子", ("IRN",)) not in phrases("伊朗武装分子袭击了车队。")


@pytest.mark.parametrize("text", ["法院下令释放二十人。", "两国约200人出席仪式。", "第三人拒绝作证。"])
def test_people_told_by_their_number_are_a_group_only_where_they_march(text: str) -> None:
    """Elsewhere the number says how many there are."""
    assert not [words for words, _ in phrases(text) if words.endswith("人")]


def test_their_noun_alone_names_them_too() -> None:
    """选民 after 哥伦比亚选民."""
    text = "哥伦比亚选民否决了协议。选民要求重谈。"
    assert len({ids for words, ids in phrases(text) if words.endswith("选民")}) == 1


@pytest.mark.parametrize("text", ["企业家到场。", "居民区断电。", "公司负责人没有到场。", "俄数家能源企业停工。"])
def test_nouns_that_belong_to_another_are_none(text: str) -> None:
    """Nor are those who only belong to a state before them."""
    assert not [words for words, _ in phrases(text) if words.endswith(("企业", "居民", "公司"))]


def test_leaders_of_a_protest_are_no_head_of_state() -> None:
    """Though the page names the head of state."""
    found = dict(phrases("缅甸领导人敏昂莱到场。一名抗争领袖告诉路透社，抗议不会停。"))
    assert [ids for words, ids in found.items() if words.endswith("抗争领袖")] == [("kang-zheng-ling-xiu",)]
