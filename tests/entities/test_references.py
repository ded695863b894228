"""Noun phrases: where they begin and end, and what they are, on own-written sentences."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .reading import article, found, parties

NAMES = [
    "美国",
    "俄外长",
    "拉夫罗夫",
    "泰国军方",
    "乌方",
    "中美",
    "以军",
    "华府",
    "双方",
    "两国外长",
    "他",
    "该组织",
    "哈马斯",
    "北约",
    "日内瓦",
    "布林肯（Antony Blinken）",
]
TITLES = [
    "总统",
    "国务卿",
    "外交部发言人",
    "前首相",
    "候任防长",
    "消息人士",
    "两名官员",
    "媒体",
    "《环球时报》",
    "王毅",
    "高望山",
    "約翰·史密斯",
    "尹錫悅",
]
WORDS = [
    "与",
    "和",
    "、",
    "对",
    "在",
    "说，",
    "表示：“",
    "”。",
    "。\n",
    "会谈",
    "的",
    "22日",
    "驻",
    "（",
    "）",
    "向",
    "乌美俄",
    "Rubio",
    " ",
    "\n",
]
TEXTS = st.lists(st.sampled_from(NAMES + TITLES + WORDS), max_size=24).map("".join)


def kinds(text: str) -> list[tuple[str, str]]:
    """Each reference that stands on its own, with its kind."""
    read = article(text)
    return [(read.text[item.span.start : item.span.end], item.kind) for item in found(read) if not item.inside]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("美国国务卿鲁比奥抵达。", [("美国国务卿鲁比奥", "person")]),
        ("格陵兰自治政府新任总理尼尔森反对。", [("格陵兰自治政府新任总理尼尔森", "person")]),
        ("乌方原首席谈判代表叶尔马克辞职。", [("乌方原首席谈判代表叶尔马克", "person")]),
        ("泰国陆军第二军区发布公告。", [("泰国陆军第二军区", "state")]),
        ("中国驻意大利大使馆回应。", [("中国驻意大利大使馆", "state")]),
        ("丹麦国防部消息显示，演习取消。", [("丹麦国防部", "state")]),
        ("两名美国政府官员证实。", [("两名美国政府官员", "group")]),
        ("有消息称，会谈推迟。", [("消息", "group")]),
        ("俄乌两国外长会谈。", [("俄", "state"), ("乌", "state"), ("两国外长", "pronoun")]),
        ("会谈未邀请任何第三方。", []),
        ("其他人没有到场。", []),
        ("《海峡周刊》刊登了专访。", [("《海峡周刊》", "body")]),
        ("（日内瓦22日讯）美国国务卿布林肯抵达。", [("日内瓦", "place"), ("美国国务卿布林肯", "person")]),
        ("賴清德總統接見美國參議員。", [("赖清德总统", "person"), ("美国参议员", "group")]),
    ],
)
def test_phrases_are_read_whole(text, wanted):
    assert kinds(text) == wanted


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("列车到达边境城市哈桑。", "哈桑"),
        ("部队炮击埃涅尔戈达尔市。", "达尔"),
        ("他原本扬言否决草案。", "本扬"),
        ("特朗普上周通电话给他。", "周通"),
        ("在半岛部署萨德系统。", "萨德"),
    ],
)
def test_what_is_no_person_is_none(text, nobody):
    assert nobody not in [phrase for phrase, kind in kinds(text) if kind == "person"]


def test_what_stands_in_a_title_is_marked():
    read = article("美国国务卿鲁比奥会见北约秘书长吕特。")
    inside = {read.text[item.span.start : item.span.end]: item.kind for item in found(read) if item.inside}
    assert inside == {"美国": "state", "北约": "organization"}


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_references_lie_in_the_text_in_order_and_never_overlap(text):
    read = article(text)
    references = found(read)
    assert [item.span for item in references] == sorted(item.span for item in references)
    outer = [item.span for item in references if not item.inside]
    for item in references:
        assert 0 <= item.span.start < item.span.end <= len(read.text)
        assert item.span.covers(item.head)
        assert item.gloss is None or item.span.covers(item.gloss)
    assert all(left.end <= right.start for left, right in itertools.pairwise(outer))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_parties_are_those_that_the_page_names(text):
    read = parties(text)
    page = "".join(text.split())
    known = {entity.id for entity in read.entities}
    assert len(known) == len(read.entities)
    for entity in read.entities:
        assert all("".join(name.split()) in page for name in entity.names)
    for phrase in read.phrases:
        assert phrase.span.covers(phrase.head)
        assert set(phrase.entities) <= known
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(read.phrases))
