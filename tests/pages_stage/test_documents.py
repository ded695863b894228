"""Programmes, tables and essays are kept whole; headlines, profiles and news are not taken for them."""

from __future__ import annotations

import pytest

from verbale.model import ARTICLE_KINDS
from verbale.pages.documents import is_document, with_figures, with_programme
from verbale.pages.features import look
from verbale.pages.lines import label_lines

TOPICS = ("渔业合作", "边境贸易", "铁路建设", "水资源", "气候变化", "海上救援", "文化交流", "青年往来")
PROGRAMME = tuple(
    line
    for number, topic in enumerate(TOPICS, 1)
    for line in (
        f"第{number}场 {topic}",
        f"时  间：{8 + number}:00-{9 + number}:00",
        f"地  点：北岸大学会议楼{100 + number}室",
        f"主持人：林一明（北岸大学{topic}研究所）",
        f"评论人：高远（南岸大学）、周小川（东岭大学）谈{topic}",
    )
)
ESSAY = (
    "我们这一代人小的时候没有电话也没有电视，夏天的晚上大家都搬了",
    "竹床到巷子里乘凉，大人摇着扇子讲古，孩子们围着水井跑来跑去，",
    "跑累了就趴在竹床上数星星，数着数着便睡着了，第二天醒来却总是",
    "在自己的床上，谁也不记得是怎样被抱回屋里去的。后来巷子拆了，",
    "水井填平了，讲古的人也一个一个走了，只有那条小河还在，水浅了",
)


def kinds(lines: tuple[str, ...]) -> list[bool]:
    return [line.kind in ARTICLE_KINDS for line in label_lines("\n".join(lines)).lines]


def test_a_programme_is_an_article_though_it_has_no_sentence() -> None:
    page = label_lines("\n".join(("首页", "关于我们", "登录 注册", *PROGRAMME, "版权所有，未经授权，不得转载")))
    article = [line.kind in ARTICLE_KINDS for line in page.lines]
    assert page.verdict is None
    assert article[:3] == [False] * 3
    assert sum(article[3:-1]) >= len(PROGRAMME) - 2
    assert not article[-1]


@pytest.mark.parametrize(
    "lines",
    [
        tuple(f"外交部：{topic}谈判第{number}轮结束" for number, topic in enumerate(TOPICS, 1)),  # headlines: too few
        tuple(f"{topic}：第{number}轮谈判结束" for number in range(1, 9) for topic in TOPICS[:1]) + tuple(TOPICS) * 12,  # too thin
        tuple(line for number in range(12) for line in (f"昵称：读者{number}", f"发表时间：2021-03-{number + 10}", "等级：会员")),
        tuple(f"北岸国第{number}次派船前往南岸国港口参加演习" for number in range(40)),
    ],
)
def test_headlines_and_readers_profiles_are_no_programme(lines: tuple[str, ...]) -> None:
    nothing = [False] * len(lines)
    assert with_programme(nothing, [look(line) for line in lines]) == nothing


def test_a_page_with_prose_is_no_programme() -> None:
    labels = [True, *[False] * len(PROGRAMME)]
    prose = "北岸大学上周宣布，第八届北岸论坛将在下个月举行，来自十二个国家的学者将讨论八个议题，并发表联合声明。"
    assert with_programme(labels, [look(line) for line in (prose, *PROGRAMME)]) == labels


def test_words_set_downwards_inside_the_article_are_kept() -> None:
    figure = (*"北岸国同南岸国", "│", "↓", "边界", "│", "↓")
    lines = ("会谈的步骤见下图，请从上往下看。", *figure, "图中的每一步都要双方同意，才能走下一步。")
    looks = [look(line) for line in lines]
    assert with_figures([True, *[False] * len(figure), True], looks) == [True] * len(lines)


@pytest.mark.parametrize("between", [("国际", "财经", "体育", "军事", "科技", "健康", "旅游", "汽车", "房产"), ("│", "↓", "北")])
def test_menus_and_short_gaps_are_no_figure(between: tuple[str, ...]) -> None:
    looks = [look(line) for line in ("会谈结束。", *between, "双方没有发表声明。")]
    labels = [True, *[False] * len(between), True]
    assert with_figures(labels, looks) == labels


def document(lines: tuple[str, ...]) -> bool:
    return is_document([look(line) for line in lines], [True] * len(lines))


def test_essays_and_broken_texts_are_documents() -> None:
    assert document(ESSAY * 4)
    assert document(("第一条 本办法适用于在北岸国境内设立的外国公司，外国公司的代表处，以及外国公司派驻的人员。",) * 20)


def test_news_is_no_document() -> None:
    report = "北岸国外长林一明星期五表示，北岸国愿意在平等的基础上同南岸国继续对话，并希望双方尽快恢复谈判。"
    headlines = tuple(f"{topic}{'谈判' * (number + 3)}重启" for number, topic in enumerate(TOPICS))
    assert not document((report,) * 20)
    assert not document((report,) * 12 + headlines)
    assert not document(
        (report,) * 12 + tuple(f"{topic}第十二轮谈判今天在东岭城重启" for topic in TOPICS * 3)
    )  # as long as each other, but short
    assert not document(ESSAY)  # too short to tell
