"""双方, 两人, 他, 该组织: whom they take up, in the wording of several regions."""

import pytest

from .reading import phrases


def meant(text: str, word: str) -> tuple[str, ...]:
    """The parties of the last phrase that is this word."""
    return [entities for phrase, entities in phrases(text) if phrase == word][-1]


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("王毅与拉夫罗夫在莫斯科会谈。双方同意加强合作。", "双方", {"wang-yi", "lavrov"}),
        ("王毅与拉夫罗夫在莫斯科会谈。两人讨论了局势。", "两人", {"wang-yi", "lavrov"}),
        ("鲁比奥、威特科夫和拉夫罗夫、乌沙科夫会谈。双方同意继续接触。", "双方", {"USA", "RUS"}),
        ("美方代表团由鲁比奥率领，俄方由拉夫罗夫率领，双方会谈四小时。", "双方", {"USA", "RUS"}),
        ("泰国与柬埔寨同意停火。两国外长将再次会晤。", "两国外长", {"THA", "KHM"}),
        ("普京访问朝鲜，金正恩表示欢迎。朝鲜与俄罗斯签署条约。两国领导人出席仪式。", "两国领导人", {"putin", "kim"}),
        ("特朗普说，他已同泰国总理阿努廷和柬埔寨首相洪玛奈通电话，两国同意停火。", "两国", {"THA", "KHM"}),
        ("美国、俄罗斯和乌克兰代表团会谈。三方同意继续谈判。", "三方", {"USA", "RUS", "UKR"}),
        ("马克龙会见泽连斯基。他表示，法国将继续支持乌克兰。", "他", {"macron"}),
        ("最高法院维持了对马查多的参选禁令。她要求政府举行选举。", "她", {"machado"}),
        ("泰国政府与武装组织国民革命阵线在清迈会谈。双方同意停火。", "双方", {"THA", "BRN_PATANI"}),
        ("以色列與巴勒斯坦伊斯蘭武裝組織哈馬斯達成協議。雙方同意停火。", "双方", {"ISR", "HAMAS"}),
        ("普京与特朗普通了电话。普京说，对方提出了新方案。", "对方", {"trump"}),
        ("印度外长苏杰生会见巴基斯坦外长达尔，后者表示愿意对话。", "后者", {"dar"}),
        ("哈马斯拒绝了提案。该组织说，以色列必须撤军。", "该组织", {"HAMAS"}),
        ("伊朗消息人士说，会谈取消。该消息人士称，美方要求过高。", "该消息人士", {"yi-lang-xiao-xi-ren-shi"}),
        ("岸田文雄與尹錫悅舉行會談。兩人同意恢復穿梭外交。", "两人", {"kishida", "yoon"}),
        ("黃循財與安華在新加坡會面。兩人談到水供。", "两人", {"wong-lawrence", "anwar"}),
        ("李家超訪問東盟。他說，香港願與各方合作。", "他", {"lee-john"}),
        ("美国分别与俄罗斯和乌克兰两国代表会面。", "两国代表", {"RUS", "UKR"}),
        ("舒默批評特朗普的關稅，要求他收回成命。", "他", {"trump"}),
        ("舒默发表声明，表达他的关切。", "他", {"schumer"}),
        ("马科斯的特使罗慕洛抵达东京。岩屋毅与他会谈。", "他", {"luo-mu-luo"}),
    ],
)
def test_words_take_up_parties(text, word, wanted):
    assert set(meant(text, word)) == wanted


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("他们在会后没有讲话。", "他们"),
        ("双方没有讲话。", "双方"),
        ("美国和伊朗的代表会谈，双方指责对方。", "对方"),
        ("李家超訪問東盟。他說，香港願與各方合作。", "各方"),
    ],
)
def test_what_the_text_does_not_tell_stays_open(text, word):
    assert meant(text, word) == ()


def test_they_are_no_single_person():
    assert ("他", ("putin",)) not in phrases("普京到访。他们签署了协议。")


def test_a_shared_title_means_both_holders_or_their_states():
    assert phrases("普京与特朗普通话。美俄总统同意会晤。")[-1] == ("美俄总统", ("trump", "putin"))
    assert phrases("中俄领导人会晤。")[-1] == ("领导人", ("CHN", "RUS"))


READOUT = (
    "王毅同维埃拉通电话\n外交部长王毅同巴西外长维埃拉{met}。\n王毅表示，中方愿加强合作。\n"
    "维埃拉说，巴方重视对华关系。\n{between}双方商定保持沟通。"
)


@pytest.mark.parametrize(
    ("met", "between", "wanted"),
    [
        ("通电话", "", {"wang-yi", "vieira"}),
        ("会谈", "", {"wang-yi", "vieira"}),
        ("举行高级别磋商第五次会晤", "", {"CHN", "BRA"}),  # a round of what their states hold
        ("通电话", "巴西政府随后公布了数据。\n", {"CHN", "BRA"}),  # the page has gone on to something else
    ],
)
def test_both_sides_of_a_readout_are_the_two_who_talked(met, between, wanted):
    assert set(meant(READOUT.format(met=met, between=between), "双方")) == wanted


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("国防军与由达加洛领导的快速支援部队爆发冲突。", "达加洛"),
        ("由普里戈任创办的瓦格纳集团袭击了村庄。", "普里戈任"),
        ("以沙特为首的阿盟拒绝了提议。", "沙特"),
    ],
)
def test_who_leads_a_party_is_no_party_beside_it(text, leader):
    assert leader not in [phrase for phrase, _ in phrases(text)]


def test_who_has_made_a_proposal_stays_a_party():
    assert "达加洛" in [phrase for phrase, _ in phrases("由达加洛提出的方案没有通过。")]


def test_the_two_of_a_readout_agree_though_their_states_were_named_meanwhile():
    text = "岩屋毅会见印尼外长苏吉约诺。\n苏吉约诺说，印尼和日本是朋友。\n岩屋毅说，日本与印尼互信很深。\n双方同意保持沟通。"
    assert meant(text, "双方") == ("iwaya", "sugiono")
    other = "岩屋毅会见印尼外长苏吉约诺。\n印尼与日本去年贸易额下降。\n双方同意保持沟通。"
    assert set(meant(other, "双方")) == {"IDN", "JPN"}
