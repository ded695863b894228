"""Who speaks, and what they say, on own-written sentences."""

import datetime

import pytest

import verbale

DAY = datetime.date(2025, 10, 10)


def told(text: str) -> list[tuple[tuple[str, ...], str]]:
    """The speakers and the words of each statement."""
    read = verbale.read(f"各地代表当天在场外等候，会场内外聚集了不少人。\n{text}", published=DAY)
    return [(item.speakers, "…".join(read.page.text[span.start : span.end] for span in item.content)) for item in read.statements]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "对于中国外交部发言人毛宁称演习是挑衅，美国国务院驳斥，强调演习是防御性的。",
            [(("mao",), "演习是挑衅"), (("USA",), "演习是防御性的")],
        ),
        ("针对朝鲜称演习是挑衅，韩国国防部表示，演习早有安排。", [(("PRK",), "演习是挑衅"), (("KOR",), "演习早有安排")]),
        ("流亡的反对派领袖季哈诺夫斯卡雅警告，此举会鼓励对手。", [(("tikhanovskaya",), "此举会鼓励对手")]),
        ("朝中社14日播发金与正的谈话说，有关说法毫无根据。", [(("kim-yo-jong",), "有关说法毫无根据")]),
        ("金門縣長陳福海昨表示願代為奔走，時間未定。", [(("chen-fu-hai",), "願代為奔走，時間未定")]),
        (
            "安理会以13票赞成、2票弃权通过决议。俄罗斯弃权。决议由法国起草，要求各方立即停火。",
            [(("UNSC",), "各方立即停火")],
        ),
        ("金与正发表谈话，斥李在明的提议为“白日梦”。", [(("kim-yo-jong",), "李在明的提议为“白日梦”")]),
        ("马克龙承诺扑灭火点，并邀请各方查看。", [(("macron",), "扑灭火点")]),
        (
            "“谁想要热线，”金与正说，“谁就先撤走。”她并称，演习必须取消。",
            [(("kim-yo-jong",), "谁想要热线，…谁就先撤走。"), (("kim-yo-jong",), "演习必须取消")],
        ),
        (
            "古特雷斯的发言人迪雅里克说，古特雷斯欢迎协议，敦促各方落实承诺。",
            [(("dujarric",), "古特雷斯欢迎协议，敦促各方落实承诺"), (("guterres",), "各方落实承诺")],
        ),
        ("克里和乔纳森通了电话，另据尼日利亚官员透露，立场最后才改变。", [(("NGA_PEOPLE",), "立场最后才改变")]),
        (
            "塞尔维亚总统武契奇否认签过协议；被问及科索沃时，这位总统摇头道：“我不会承认。”",
            [(("vucic",), "签过协议"), (("vucic",), "我不会承认。")],
        ),
        ("海港民族阵线发言人指责军方“自导自演”。", [(("hai-gang-min-zu-zhen-xian",), "军方“自导自演”")]),
        (
            "肯尼亚外交部称，对方同意撤出，而乌干达外交部的新闻稿只说，双方商定了办法。",
            [(("KEN",), "对方同意撤出"), (("UGA",), "双方商定了办法")],
        ),
        ("上月，挪威应乍得请求，宣布将士兵撤回国内。", [(("NOR",), "将士兵撤回国内")]),
        ("法国总统 马克龙：我们必须守住底线。", [(("macron",), "我们必须守住底线")]),
        ("據烏克蘭總統網站21日消息，澤連斯基當天說，代表團將繼續討論。", [(("zelensky",), "代表團將繼續討論")]),
        ("据俄罗斯国防部消息，俄军击落三架无人机。", [(("RUS",), "俄军击落三架无人机")]),
        ("根据泰国外交部8日发表的声明，两国将重开口岸。", [(("THA",), "两国将重开口岸")]),
        ("泰国外交部8日发表的声明已送交各方。", []),
        ("毛宁29日在例行记者会上回应，中方愿同各方一道努力。", [(("mao",), "中方愿同各方一道努力")]),
        ("特朗普先后与两人通话，还在社交平台上警告，只要有人开枪，就没有协议。", [(("trump",), "只要有人开枪，就没有协议")]),
        ("马克龙在会上介绍了计划，随后离开。", []),
        ("约翰逊的盟友、北爱民主统一党（DUP）随即发声明，表明不会支持协议。", [(("DUP",), "不会支持协议")]),
        ("以色列極右國家安全部長本－格維爾批評協議「魯莽」。", [(("ben-gvir",), "協議「魯莽」")]),
        ("青瓦台首席秘书尹永灿傍晚对媒体说，双方交换了意见。", [(("yin-yong-can",), "双方交换了意见")]),
        ("欧洲多国领导人指出，欧洲必须发挥作用。", [(("ou-zhou-duo-guo-ling-dao-ren",), "欧洲必须发挥作用")]),
        ("一名要求匿名的反对派领袖告诉路透社，街头还会更乱。", [(("fan-dui-pai-ling-xiu",), "街头还会更乱")]),
        ("该国总统当天没有露面。", []),
        (
            "容克说没有延期需要，但图斯克不肯把话说死，表示收到申请后会咨询成员国。",
            [(("juncker",), "没有延期需要"), (("tusk",), "收到申请后会咨询成员国")],
        ),
        (
            "国务院发言人米勒没有到场。一名美国高级官员强调，决定没有改变。他透露，双方已经会面。",
            [(("mei-guo-gao-ji-guan-yuan",), "决定没有改变"), (("mei-guo-gao-ji-guan-yuan",), "双方已经会面")],
        ),
        ("印军越过实控线挑衅，双方对峙。", []),
        ("默茨在推特上驳斥波兰的指控，称闸门没有打开。", [(("merz",), "闸门没有打开")]),
        ("“M23运动”发言人卡尼乌卡说，和谈没有进展。", [(("ka-ni-wu-ka",), "和谈没有进展")]),
        ("中国驻日内瓦代表陈旭发言，指责美国拖欠会费。", [(("chen-xu",), "美国拖欠会费")]),
        ("美国国务院一名不具名官员告诉路透社，会谈推迟。", [(("mei-guo-guo-wu-yuan-bu-ju-ming-guan-yuan",), "会谈推迟")]),
        ("埃尔多安未正面回应，仅说“还要等一等”。", [(("erdogan",), "还要等一等")]),
        ("印軍控越界者開火。", [(("IND",), "越界者開火")]),
        ("《海港邮报》引述渔业局的数据报道，上周有五百艘渔船。", [(("hai-gang-you-bao",), "上周有五百艘渔船")]),
    ],
)
def test_words_are_given_to_those_who_speak(text: str, said: list[tuple[tuple[str, ...], str]]) -> None:
    """Answers, attributive subjects, cues that the tagger joins to names."""
    assert told(text) == said


def test_a_joint_declaration_is_that_of_all() -> None:
    """联合声明 without a subject belongs to those whom its first words name together."""
    text = "乌兹别克斯坦、塔吉克斯坦、土库曼斯坦和哈萨克斯坦代表出席会议。联合声明说，四国将共用水源。"
    assert told(text) == [(("UZB", "TJK", "TKM", "KAZ"), "四国将共用水源")]


def test_both_sides_are_not_the_go_betweens() -> None:
    """双方 in a mediator's mouth are those between whom it mediates."""
    text = "阿富汗和巴基斯坦代表团举行了会谈。斡旋方土耳其和卡塔尔说，双方都承诺不再越过边界。"
    assert (("AFG", "PAK"), "不再越过边界") in told(text)


def test_the_other_one_is_whom_the_speaker_called() -> None:
    """对方 after a call is the one called."""
    assert (("lammy",), "会谈照常举行") in told("万斯说，他已致电英国副首相拉米，对方保证会谈照常举行。")


def test_an_unnamed_official_answers_for_the_side_named_first() -> None:
    """答：中方… on an official page that names no country beside its ministry; with a new heading the answers have ended."""
    text = "问：欧方公布了结果，有何评论？\n答：中方已注意到结果。\n问：磋商进展如何？\n答：双方商定继续磋商，我们希望对话。"
    assert told(text)[-1][0] == ("CHN",)
    assert told("问：有何评论？\n答：分歧仍然不小，磋商还要继续。") == []


def test_what_somebody_told_the_page_s_own_outlet_comes_through_it() -> None:
    told_it = verbale.read("各地代表当天在场外等候。\n埃及外长阿卜杜勒阿提周一向本台证实，会谈推迟。", published=DAY)
    assert [item.via for item in told_it.statements] == [("ben-tai",)]
    told_its_man = verbale.read("各地代表当天在场外等候。\n土耳其外长费丹对本报记者说，会谈推迟。", published=DAY)
    assert [item.via for item in told_its_man.statements] == [()]
