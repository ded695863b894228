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
        ("普坦的语气要谨慎得多，只承诺泰方会落实共识。", [(("phumtham",), "泰方会落实共识")]),
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
        ("王毅说，中方愿意对话。一位要求隐去姓名的以色列官员对本台说，这是一记耳光。", [("ISR_PEOPLE", "这是一记耳光")]),
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
            "沙利文指出，政府军持续空袭首都，快速支援部队则继续占据民宅，双方都没有遵守协议。",
            "政府军持续空袭首都，快速支援部队则继续占据民宅，双方都没有遵守协议",
        ),
        ("沙利文指出，谈判没有结果，布林肯则飞往巴黎。", "谈判没有结果"),
        ("林德纳警告贸易战没有赢家，欧委会必须接着谈。", "贸易战没有赢家，欧委会必须接着谈"),
        ("林德纳警告贸易战没有赢家，欧委会没有答复。", "贸易战没有赢家"),
        ("李在明扬言将推动国会调查；执政的国民力量党则称赞尹锡悦“为未来作出决断”。", "将推动国会调查"),
        ("委内瑞拉表示愿意与美方会谈，是积极的回应还是敷衍之举？", "愿意与美方会谈"),
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
        "中国商务部发言人何亚东表示，中方不接受终裁。匈牙利外长西雅尔多批评布鲁塞尔“朝自己开枪”。\n"
        "问：中方怎么看？\n答：欧方不应绕开商会。\n何亚东介绍，双方还会再谈。"
    )
    assert told(text)[2:] == [(("he-yadong",), "欧方不应绕开商会"), (("he-yadong",), "双方还会再谈")]
