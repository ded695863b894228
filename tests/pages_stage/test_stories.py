"""A short story in much else is found by its headline; what has nothing to do with it is left out."""

from __future__ import annotations

import pytest

from verbale.model import ARTICLE_KINDS
from verbale.pages.lines import label_lines

HEADLINE = "北岸国外长林一明：愿与南岸国恢复边境谈判"
REPORT = "北岸国外长林一明星期五在会见南岸国外长高远时表示，北岸国愿与南岸国恢复边境谈判，并希望两国早日..."
FORUM = (
    "昨天做的红烧肉味道真不错，全家人都说好吃。下次我要多放一点糖，再炖久一点。",
    "我家的小猫最近总是睡不醒，喂什么都不肯吃。后来才知道是天气太热，开了风扇就好了。",
    "周末去爬山，路上遇到一场大雨，鞋子全湿了。不过山顶的风景很美，大家都觉得值得。",
)
ROW = ("首页", "论坛", "图片", "登录 注册", "• 菜谱大全", "• 宠物天地", "• 户外活动")


def article(lines: tuple[str, ...]) -> list[str]:
    text = "\n".join(lines)
    return [text[line.span.start : line.span.end] for line in label_lines(text).lines if line.kind in ARTICLE_KINDS]


def test_a_headline_with_one_cut_report_is_found_in_much_else() -> None:
    assert article((*ROW, HEADLINE, "", REPORT, *ROW, *(f"• {line[:16]}" for line in FORUM), *ROW)) == [HEADLINE, REPORT]


@pytest.mark.parametrize("before", [True, False])
def test_prose_that_has_nothing_to_do_with_the_story_is_left_out(before: bool) -> None:
    story = (HEADLINE, REPORT)
    assert article((*ROW, *FORUM, *ROW, *story) if before else (*ROW, *story, *ROW, *FORUM)) == list(story)


def test_a_full_report_keeps_its_lines_whatever_headline_stands_elsewhere() -> None:
    report = (
        "（东岭城3日电）东岭国总理周小川星期三在东岭城会见来访的西岭国议长何大江，双方讨论了铁路建设。",
        "周小川说，东岭国将在明年完成勘测，并希望两国的工程人员早日开始合作。",
        "何大江表示，西岭国议会支持这一计划，下个月将就拨款进行表决。",
        "据东岭国媒体报道，这条铁路全长三百公里，预计四年后通车。",
    )
    assert article(("东岭总理会见西岭议长 商谈铁路建设", *report, "推荐阅读", HEADLINE, REPORT))[1:5] == list(report)


def test_several_headlines_with_reports_are_no_story() -> None:
    text = "\n".join(line.replace("林一明", name) for name in ("张大山", "李小河", "王文海", "赵长江") for line in (HEADLINE, REPORT))
    assert label_lines(text).verdict is not None


def test_the_beginning_of_a_report_cut_off_by_a_line_break_belongs_to_it() -> None:
    first, rest = (
        "北岸国外长林一明星期五在北岸城同南岸国外长高",
        "远会面，双方就边境问题交换意见。林一明表示，北岸国愿与南岸国恢复边境谈判，双方同意保持联系。",
    )
    assert article((*ROW, HEADLINE, "", first, rest, *ROW)) == [HEADLINE, first, rest]


def test_a_novel_is_no_report() -> None:
    forum = ("我爱看侦探小说和侦探电影", "我从小就爱看侦探小说，侦探电影也看了不少，家里的书架上放满了这些，怎么看也看不够。")
    assert article((*ROW, HEADLINE, REPORT, *ROW, *forum)) == [HEADLINE, REPORT]


@pytest.mark.parametrize(
    ("headline", "first", "rest"),
    [
        (
            "北岸国外长呼吁南岸国恢复谈判",
            "即将访问东岭城的北岸国外长林一明（Lin Yiming）呼吁南岸国在边境问题的处理中发挥",
            "更大的作用，并恢复谈判。据北岸国通讯社报道，林一明星期二在议会说...",
        ),
        (
            "北岸總理：不接受南岸國的最後通牒",
            "北岸國總理趙長江週三在國會回答議員質詢時強調北岸國絕不接受南岸國提出的所謂最後",
            "通牒，也不會因此改變立場。他指出，兩國仍可透過對話解決分歧...",
        ),
    ],
)
def test_a_broken_report_is_found_before_the_prose_of_others(headline: str, first: str, rest: str) -> None:
    kept = article((*ROW, headline, "", first, rest, *FORUM, "发表评论", *ROW))
    assert kept[-2:] == [first, rest]
    assert set(kept) <= {headline, first, rest}


def test_a_long_headline_heads_its_report() -> None:
    headline = "北岸国外长在边境问题公开会上发言：恢复谈判才是南岸国与北岸国人民共同的愿望"
    report = "北岸国外长林一明星期五在边境问题公开会上发言时强调，恢复谈判是两国人民共同的愿望，武力不是出路..."
    assert article((*ROW, headline, "", report, *ROW)) == [headline, report]
