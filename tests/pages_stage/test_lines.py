"""Lines of own-written pages: article or junk, their kinds, broken lines, and pages that hold no article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verbale.language.fold import fold
from verbale.model import ARTICLE_KINDS
from verbale.pages.article import article_of
from verbale.pages.files import page_from_text
from verbale.pages.lines import Labelled, label_lines

PARAGRAPHS = (
    "（北岸城22日讯）北岸国外长林一明星期五在北岸城同南岸国外长高远会面，双方就边境问题交换意见，并同意尽快恢复谈判。",
    "林一明在会后的记者会上说，北岸国愿意在平等的基础上继续对话，“只要双方都有诚意，边境问题就能解决”。",
    "高远表示，南岸国重视边境居民的安全，希望两国军方尽快建立热线，避免再次发生误会。",
    "据南岸国通讯社报道，两国去年在边境发生三次冲突，造成多人受伤，此后谈判一直中断。",
    "两国外长将于下个月在第三国举行第二轮会谈，预计将讨论贸易和渔业合作等议题。",
)
TITLE = "北岸南岸外长会面 同意恢复边境谈判"
CHROME_ABOVE = ("首页", "国际", "财经", "体育", "登录 注册", "当前位置：首页 > 国际", "下载南风新闻APP")
CHROME_BELOW = (
    "【责任编辑：王小明】",
    "分享到：",
    "相关阅读",
    "• 少年拾金不昧 失主登门致谢",
    "• 台风逼近 多地学校停课",
    "• 球队连胜五场 主帅：还不够",
    "• 老城旧书店开张百年",
    "阅读全文",
    "• 新片上映三天票房破亿",
    "阅读全文",
    "版权所有，未经授权，不得转载",
)


def kinds(text: str) -> dict[str, str]:
    """The kind of each line by its text."""
    return {text[line.span.start : line.span.end]: line.kind for line in label_lines(text).lines}


def article_lines(text: str) -> list[str]:
    return [text[line.span.start : line.span.end] for line in label_lines(text).lines if line.kind in ARTICLE_KINDS]


def test_a_clean_article_is_article_from_first_to_last() -> None:
    assert article_lines("\n".join(PARAGRAPHS)) == list(PARAGRAPHS)
    assert article_lines("\n\n".join((TITLE, *PARAGRAPHS))) == [TITLE, *PARAGRAPHS]


def test_title_byline_caption_and_subheading_are_told() -> None:
    byline, caption, heading, author = (
        "2021-10-22 12:30 来源：南风日报",
        "△两国外长在会后握手（资料图）",
        "边境冲突中断谈判",
        "（南风日报记者 陈大文）",
    )
    text = "\n".join((TITLE, byline, caption, *PARAGRAPHS[:3], heading, *PARAGRAPHS[3:], author))
    found = kinds(text)
    assert found[TITLE] == "title"
    assert found[byline] == "byline"
    assert found[caption] == "caption"
    assert found[heading] == "subheading"
    assert found[author] == "byline"
    assert {found[line] for line in PARAGRAPHS} <= {"paragraph", "lead"}


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", " \n\u3000\u3000"])
def test_chrome_around_an_article_is_junk(gap: str) -> None:
    text = gap.join((*CHROME_ABOVE, TITLE, "2021-10-22 12:30", *PARAGRAPHS, *CHROME_BELOW))
    assert article_lines(text) == [TITLE, "2021-10-22 12:30", *PARAGRAPHS]


def test_junk_lines_get_their_kinds() -> None:
    found = kinds("\n".join((*CHROME_ABOVE, TITLE, *PARAGRAPHS, *CHROME_BELOW, "- [写真] 某模特 海边 [30P]", "网友评论：")))
    assert found["首页"] == found["登录 注册"] == found["阅读全文"] == "navigation"
    assert found["下载南风新闻APP"] == "promotion"
    assert found["【责任编辑：王小明】"] == found["版权所有，未经授权，不得转载"] == "notice"
    assert found["• 台风逼近 多地学校停课"] == "teaser"
    assert found["- [写真] 某模特 海边 [30P]"] == "spam"
    assert found["网友评论："] == "comment"


def test_a_related_headline_between_paragraphs_is_junk() -> None:
    link = "• 南岸国外长抵达北岸城 展开三天访问行程"
    text = "\n".join((TITLE, *PARAGRAPHS[:2], link, *PARAGRAPHS[2:]))
    assert kinds(text)[link] == "teaser"


def test_excerpts_of_other_stories_after_the_article_are_junk() -> None:
    excerpts = [
        f"{place}一名男子昨天在市场买菜时捡到一个装有现金的钱包，他立即交给警方，警方其后联系失主，失主对他的诚实..."
        for place in "甲乙丙丁"
    ]
    cycle = [line for excerpt in excerpts for line in ("社会", "男子捡到钱包交警方", excerpt, "阅读全文")]
    assert article_lines("\n\n".join((*PARAGRAPHS, "热门新闻", *cycle))) == list(PARAGRAPHS)


def test_a_title_with_one_cut_excerpt_is_an_article() -> None:
    text = f"{TITLE}\n\n{PARAGRAPHS[0]}林一明在会后说，双方在会上讨论了两国的贸易，他期待下..."
    labelled = label_lines(text)
    assert [line.kind for line in labelled.lines] == ["title", "paragraph"]
    assert labelled.verdict is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\n".join(CHROME_ABOVE + CHROME_BELOW), "no line"),
        ("404\n您访问的页面不存在，请返回首页。", "error page"),
        ("首页\n会员专享\n请登录后阅读全文。\n登录 注册", "wall"),
        (
            "\n".join(
                f"{name}国总理宣布辞职\n{name}国总理昨天在首都宣布，他将在本月底辞去职务，反对党对此表示欢迎，并要求尽快举行选举，执政党则..."
                for name in "甲乙丙丁戊"
            ),
            "teasers",
        ),
    ],
)
def test_a_page_without_an_article_says_why(text: str, reason: str) -> None:
    labelled = label_lines(text)
    assert labelled.verdict is not None
    assert reason in labelled.verdict
    assert not [line for line in labelled.lines if line.kind in ARTICLE_KINDS]


@pytest.mark.parametrize("place", [38, 45, 50])
def test_a_sentence_broken_over_two_lines_is_joined(place: int) -> None:
    first = PARAGRAPHS[0]
    text = "\n".join((first[:place], first[place:], *PARAGRAPHS[1:]))
    labelled = label_lines(text)
    assert labelled.joins == (0,)
    article = article_of(page_from_text(text), labelled.lines, labelled.joins)
    assert article.text.split("\n") == [fold(paragraph) for paragraph in PARAGRAPHS]


@pytest.mark.parametrize("heading", ["边境冲突中断谈判", "林一明：愿意继续对话", "南岸国反应", "专家：谈判前景不明"])
def test_a_heading_is_not_joined_to_the_text_under_it(heading: str) -> None:
    labelled = label_lines("\n".join((TITLE, *PARAGRAPHS[:2], heading, *PARAGRAPHS[2:])))
    assert labelled.joins == ()
    assert [line.kind for line in labelled.lines].index("subheading") == 3


def test_an_empty_text_has_no_lines() -> None:
    assert label_lines("").lines == label_lines(" \n\u3000\n").lines == ()


LINES = st.lists(
    st.one_of(
        st.sampled_from((*PARAGRAPHS, *CHROME_ABOVE, *CHROME_BELOW, TITLE, "", "  ", "\u3000")),
        st.text(alphabet=st.sampled_from("双方会谈國務卿表示，。：“”「」,.[]…·•→ \u3000\t\U00020000aA1🙂"), max_size=40),
    ),
    max_size=14,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_every_line_that_is_not_blank_is_labelled_once_in_order(lines: list[str], end: str) -> None:
    text = end.join(lines)
    labelled = label_lines(text)
    assert [text[line.span.start : line.span.end] for line in labelled.lines] == [line.strip() for line in lines if line.strip()]
    assert label_lines(text) == labelled
    assert all(labelled.lines[place].kind in ARTICLE_KINDS and place + 1 < len(labelled.lines) for place in labelled.joins)


@given(LINES)
def test_each_character_of_the_article_stands_for_one_of_the_page(lines: list[str]) -> None:
    text = "\n".join((*PARAGRAPHS, *lines))
    labelled: Labelled = label_lines(text)
    page = page_from_text(text)
    article = article_of(page, labelled.lines, labelled.joins)
    assert len(article.origin) == len(article.text)
    assert list(article.origin) == sorted(article.origin)
    raw = "".join("\n" if folded == "\n" else page.text[origin] for folded, origin in zip(article.text, article.origin, strict=True))
    assert fold(raw) == article.text


@pytest.mark.parametrize("copy", [PARAGRAPHS[1], PARAGRAPHS[2][:24] + "……", PARAGRAPHS[2][:24] + "..."])
def test_what_is_said_twice_word_for_word_counts_once(copy: str) -> None:
    text = "\n".join((TITLE, copy, *PARAGRAPHS))
    found = label_lines(text).lines
    assert sum(text[line.span.start : line.span.start + 20] == copy[:20] and line.kind in ARTICLE_KINDS for line in found) == 1


@pytest.mark.parametrize(
    "byline",
    ["国际　22/10/2021 19:52", "2021年10月22日 18:05　记者 陈大文 发自北岸城", "國際新聞　發佈時間：2021/10/22 19:20　撰文：陳大文"],
)
def test_a_date_with_a_few_words_under_the_title_is_a_byline(byline: str) -> None:
    assert kinds("\n".join((TITLE, byline, *PARAGRAPHS)))[byline] == "byline"
    assert kinds("\n".join((TITLE, byline, *PARAGRAPHS)))[TITLE] == "title"


def test_a_short_sentence_right_after_the_article_belongs_to_it() -> None:
    last = "据南岸国国防部称，两国军方同日通电话。"
    assert article_lines("\n".join((TITLE, *PARAGRAPHS, last, *CHROME_BELOW)))[-1] == last


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        ("高远随后表示，南岸国将在下周就此作出决定，并希望北岸国能...", "cut off"),
        ("（本文未结束）", "goes on"),
        ("（未完待续）", "goes on"),
        ("请登录后继续阅读全文", "login"),
        ("订阅会员 解锁完整内容", "login"),
    ],
)
def test_an_article_that_is_a_part_is_told(end: str, reason: str) -> None:
    (warning,) = label_lines("\n".join((TITLE, *PARAGRAPHS, end))).warnings
    assert warning.startswith("incomplete")
    assert reason in warning


@pytest.mark.parametrize(
    "end",
    [
        "（完）",
        "登录 注册",
        "林一明说，谈判还没结束的时候，不应下结论，双方应当保持克制，避免再次发生误会，也应当照顾边境居民的安全和生计。",
        "阅读全文",
    ],
)
def test_a_whole_article_has_no_warning(end: str) -> None:
    assert label_lines("\n".join((TITLE, *PARAGRAPHS, end, *CHROME_BELOW))).warnings == ()
