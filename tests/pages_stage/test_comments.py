"""Readers' comments under an article are not the article's; words like those that head them elsewhere cut nothing off."""

from __future__ import annotations

import pytest

from verbale.language.fold import fold
from verbale.pages.comments import without_comments
from verbale.pages.features import look

ARTICLE = (
    "北岸国外长林一明星期五在北岸城同南岸国外长高远会面，双方就边境问题交换意见，并同意尽快恢复谈判。",
    "林一明在会后的记者会上说，北岸国愿意在平等的基础上继续对话，只要双方都有诚意，边境问题就能解决。",
    "高远表示，南岸国重视边境居民的安全，希望两国军方尽快建立热线，避免再次发生误会。",
)
COMMENTS = (
    "老街坊 2021-10-22 18:05",
    "谈了这么多年，边境还是老样子，老百姓只想安安稳稳过日子，希望这次是真的，别又是说说而已。",
    "山里人家 2021-10-22 19:11",
    "我家就在边境上，去年冲突的时候全村都搬走了，到现在还有人不敢回去，真心希望两边好好谈下去。",
    "小河流水 2021-10-23 07:40",
    "支持恢复谈判！不过我看没有那么容易，两边都有自己的算盘，第三国也不会白白帮忙，走着瞧吧。",
)


def kept(lines: tuple[str, ...]) -> list[str]:
    labels = without_comments([True] * len(lines), [look(fold(line)) for line in lines])
    return [line for line, label in zip(lines, labels, strict=True) if label]


@pytest.mark.parametrize(
    "heading",
    [
        "评论",
        "网友评论",
        "3条评论",
        "最新评论：",
        "读者留言",
        "留言（3）",
        "讀者回應",
        "留言列表 (3)",
        "全部回复",
        "已有3件评论",
        "《恢复谈判》已有3条评论",
    ],
)
def test_nothing_below_a_heading_of_comments_is_kept(heading: str) -> None:
    assert kept((*ARTICLE, heading, *COMMENTS)) == list(ARTICLE)


def test_many_signed_comments_may_be_longer_than_the_article() -> None:
    assert kept((*ARTICLE[:2], "评论", *COMMENTS * 3)) == list(ARTICLE[:2])


@pytest.mark.parametrize("line", ["发表评论", "网友评论 0 条", "我要评论", "留言"])
def test_a_bar_above_the_text_cuts_nothing_off(line: str) -> None:
    lines = ("北岸南岸外长会面", line, *ARTICLE)
    assert kept(lines) == list(lines)
    lines = (*ARTICLE[:2], line, *ARTICLE * 2)  # a bar after the first lines, and nobody signs below it
    assert kept(lines) == list(lines)


@pytest.mark.parametrize(
    "line",
    [
        "北岸国外交部对此回应说，会谈没有取消。",
        "评论：谈判桌上的耐心",
        "评论员指出，分歧仍在。",
        "外长的回应",
        "社评：边境需要热线",
        "對此，外交部未有回應。",
    ],
)
def test_words_of_the_article_cut_nothing_off(line: str) -> None:
    lines = (*ARTICLE, line, ARTICLE[0])
    assert kept(lines) == list(lines)
