"""Another story below or above the page's own is told by its words."""

from __future__ import annotations

from verbale.pages.features import look
from verbale.pages.topics import own_story

NEWS = (
    "北岸国外长林一明7日受访时表示，边境随时可能再起冲突，北岸国正设法避免局势失控。",
    "林一明称，他已向南岸国谈判代表明确指出，南岸国只有两种选择：战争或谈判，而北岸国的选择是谈判。",
    "林一明指出，如果南岸国发动战争，北岸国将对其军事基地作出回应，但不会攻击南岸国的城市。",
    "林一明称，第二轮谈判的时间尚未确定，但南岸国和北岸国都认为谈判应尽快举行。",
    "林一明表示，怎样谈判不重要，要看谈什么，也要看南岸国肯不肯签下协议。",
)
LETTER = (
    "最近很多朋友给我寄来了山里的雪景照片，看得我心里痒痒的，恨不得马上收拾行李回老家去看雪。",
    "小时候在山里过冬，让我难忘的是那几场大雪，一夜之间屋顶、院子全变白了，连水井都盖住了。",
    "下雪的时候我喜欢趴在窗台上看雪花，看着看着天就黑了，母亲喊吃饭也听不见。",
    "灶台边的猫总是最先知道要变天，它把鼻子埋进尾巴里，怎么逗也不肯起来，这时候祖父就去添柴。",
    "祖父的烟斗、墙角的腌菜坛子、门后的蓑衣，如今都不知道到哪里去了，只有梦里还见得着。",
    "小时候祖父常带我去街口，卖豆腐的老人敲着梆子在大雪里走过，那热气如今只有梦里还见得着。",
)


def test_lines_that_share_no_words_with_the_report_are_another_story() -> None:
    looks = [look(line) for line in (*NEWS, *LETTER)]
    assert own_story(looks) == (0, len(NEWS))


def test_the_report_is_kept_where_it_comes_second() -> None:
    looks = [look(line) for line in (*LETTER, *NEWS)]
    assert own_story(looks) == (len(LETTER), len(looks))


def test_one_story_is_not_parted() -> None:
    assert own_story([look(line) for line in NEWS * 2]) == (0, 2 * len(NEWS))
