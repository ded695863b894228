"""Where one speaker's words end and another's begin, on own-written sentences."""

import pytest

import verbale

Said = list[tuple[tuple[str, ...], str]]


def told(text: str) -> Said:
    """The speakers and the words of each statement."""
    read = verbale.read(f"各地代表当天在场外等候，会场内外聚集了不少人。\n{text}")
    return [(item.speakers, "…".join(read.page.text[span.start : span.end] for span in item.content)) for item in read.statements]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("拉米的口气就平和得多，只承诺英方会研究草案。", [(("lammy",), "英方会研究草案")]),
        (
            "图斯克只说会先同各国商量；欧盟委员会主席容克的口气强硬得多，直言协议没有必要再延期。",
            [(("tusk",), "会先同各国商量"), (("juncker",), "协议没有必要再延期")],
        ),
        ("特朗普的口气缓和下来，鲁比奥却说，谈判没有进展。", [(("rubio",), "谈判没有进展")]),
    ],
)
def test_how_somebody_speaks_tells_who_speaks(text: str, said: Said) -> None:
    """X的口气… is no subject of its own, but the words after it are X's."""
    assert told(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("王毅说，中方愿意对话。多次警告俄罗斯的北约前秘书长斯托尔滕贝格说，局势仍然紧张。", [("stoltenberg", "局势仍然紧张")]),
        ("王毅说，中方愿意对话。曾批评特朗普的国务卿鲁比奥表示，协议符合美国利益。", [("rubio", "协议符合美国利益")]),
        ("王毅说，中方愿意对话。主張停火的教宗方濟各說，戰爭沒有贏家。", [("pope-francis", "戰爭沒有贏家")]),
        ("王毅说，中方愿意对话。一位要求隐去姓名的以色列官员对本台说，这是一记耳光。", [("yi-se-lie-guan-yuan", "这是一记耳光")]),
        ("王毅说，中方愿意对话。他警告美国的盟友不要选边站。", [("wang-yi", "美国的盟友不要选边站")]),
    ],
)
def test_what_describes_a_party_is_no_report(text: str, said: list[tuple[str, str]]) -> None:
    """A cue in the words before a party (曾批评特朗普的鲁比奥) reports nothing."""
    assert told(text)[1:] == [((speaker,), words) for speaker, words in said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "沙利文指出，政府军一再炮击港口，快速支援部队则不断抢占仓库，双方都没有遵守协议。",
            "政府军一再炮击港口，快速支援部队则不断抢占仓库，双方都没有遵守协议",
        ),
        ("沙利文指出，谈判没有结果，布林肯则飞往巴黎。", "谈判没有结果"),
        ("林德纳警告关税只会伤人，欧委会必须重新谈。", "关税只会伤人，欧委会必须重新谈"),
        ("林德纳警告关税只会伤人，欧委会没有答复。", "关税只会伤人"),
        ("李在明扬言将推动国会调查；执政的国民力量党则称赞尹锡悦“为未来作出决断”。", "将推动国会调查"),
        ("尼加拉瓜表示愿意与美方会谈，究竟是诚意还是缓兵之计？", "愿意与美方会谈"),
        ("马杜罗说，会谈无法举行，是美方的责任还是命运的安排？", "会谈无法举行，是美方的责任还是命运的安排"),
    ],
)
def test_words_end_where_another_takes_over(text: str, said: str) -> None:
    """Contrast within the words goes on; another's turn, or the reporter's question, ends them."""
    assert told(text)[0][1] == said


def test_words_set_off_inside_words_go_on() -> None:
    """B's words after a comma, told by A, run to the end; without the comma they end with their clause."""
    assert told("张志军表示，习近平在会谈中指出，两岸是同胞，两岸应当团结。")[1][1] == "两岸是同胞，两岸应当团结"
    assert told("张志军表示，习近平在会谈中重申两岸是同胞，会谈气氛良好。")[1][1] == "两岸是同胞"


def test_the_spokesman_answers_though_others_spoke_between() -> None:
    """A paragraph that names the spokesman is no answer any more."""
    text = (
        "中国商务部发言人何亚东表示，中方不接受终裁。匈牙利外长西雅尔多斥责欧盟“自找麻烦”。\n"
        "问：中方怎么看？\n答：欧方不应绕开商会。\n何亚东介绍，双方还会再谈。"
    )
    assert told(text)[2:] == [(("he-yadong",), "欧方不应绕开商会"), (("he-yadong",), "双方还会再谈")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("马克龙当天到访柏林，拥抱德国总理默茨，随后在联合记者会上说，欧洲必须团结。", "macron"),
        ("石破茂紧急召集内阁成员，听取外务省汇报，并指示有关部门做好准备。", "ishiba"),
        ("普拉博沃访问北京，出席中方举行的欢迎仪式，表示印尼愿意加强合作。", "prabowo"),
        ("人在智利的美国国务卿布林肯得知后却不相信，称俄方的话不可信。", "blinken"),
        ("有埃及外交官透露，会谈推迟一天。", "EGY_PEOPLE"),
    ],
)
def test_what_a_verb_governs_does_not_speak(text: str, speaker: str) -> None:
    """An object before the cue (拥抱默茨，…说) is no subject."""
    assert [item[0] for item in told(text)] == [(speaker,)]


def test_an_account_keeps_all_that_was_said_in_the_talks() -> None:
    """据日方说明，安倍表示…，习近平回应…: both speak through the account, and each has the words of their own."""
    assert told("据日本外务省说明，安倍表示，希望回到原点，并呼吁中方启动机制；习近平回应，双方应相向而行。") == [
        (("JPN",), "安倍表示，希望回到原点，并呼吁中方启动机制；习近平回应，双方应相向而行"),
        (("abe",), "希望回到原点"),
        (("abe",), "中方启动机制"),
        (("xi",), "双方应相向而行"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("洪森说，会谈“非常好”，他感谢特朗普调停。", "会谈“非常好”"),
        ("佩斯科夫表示，双方讨论了基地问题，但拒绝透露更多细节。", "双方讨论了基地问题"),
        ("扎哈罗娃说，各方必须停火；非盟也敦促两军不要关上大门。", "各方必须停火"),
        ("印度外交部批评该协定造成损失，并威胁退出。", "该协定造成损失"),
        ("马杜罗重申自己赢得选举，拒绝重新计票。", "自己赢得选举"),
        ("马克龙透露德国要求推迟会谈，拒绝更换地点。", "德国要求推迟会谈，拒绝更换地点"),
        ("阿塞拜疆国防部宣布控制了重镇，被视为转折点。", "控制了重镇"),
        ("扎哈罗娃说，双方没有达成协议，谈判没有停止。", "双方没有达成协议，谈判没有停止"),
    ],
)
def test_words_end_where_the_reporter_tells_on(text: str, said: str) -> None:
    """Thanks, silence, consequences and further deeds are the reporter's."""
    assert told(text)[0][1] == said
