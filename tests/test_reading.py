"""What holds for the record of any page, whatever stands on it."""

import datetime
import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc_pyo3 import OpenCC

from verbale.model import ARTICLE_KINDS, Record, Span
from verbale.pages.files import page_from_text
from verbale.reading import read_opened

DAY = datetime.date(2024, 3, 8)
SPEAKERS = (
    "俄罗斯外长拉夫罗夫",
    "美国国务卿布林肯",
    "他",
    "她",
    "双方",
    "两国外长",
    "欧盟",
    "白洲外长顾岚",
    "乌克兰总统泽连斯基",
    "北约秘书长",
    "中方",
    "外交部发言人",
    "",
)
CUES = (
    "说：",
    "表示，",
    "强调，",
    "要求",
    "呼吁",
    "承诺",
    "拒绝",
    "否认",
    "同意",
    "警告称，",
    "告诉记者，",
    "星期二在日内瓦会见",
    "5日与",
    "将于下周访问",
    "签署了",
)
CONTENTS = (
    "“停火必须先于谈判。”",
    "“我们不会接受任何前提，”他补充说，“永远不会。”",
    "对方从边境撤军",
    "谈判将在6月10日前恢复",
    "如果对方不停火，就不可能签署协议",
    "俄美双方下周五将再次会晤",
    "这不是最后的方案",
    "「港口不應關閉」",
    "“没有关上的引号",
    "有引号没打开”",
    "白宫",
    "🙂👍🏽",
    "…………",
)
ENDS = ("。", "！", "？", "；", "，", "", "……", "。”", ".")
JUNK = (
    "首页 新闻 登录 注册",
    "版权所有 不得转载",
    "分享到微信",
    "相关阅读",
    "上一篇 下一篇",
    "http://example.org/?a=1&b=2",
    "责任编辑：张三",
    "广告",
    "评论 (3)",
    "► 更多",
)
BREAKS = ("\n", "\n\n", "\r\n", "\n\u3000\u3000", " \n", "", "\u2028", "\t")


def written(text: str) -> Record:
    return read_opened(page_from_text(text), DAY)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(SPEAKERS)) + draw(st.sampled_from(CUES)) + draw(st.sampled_from(CONTENTS)) + draw(st.sampled_from(ENDS))


CHARACTERS = "说称，。：“”「」‘’（）《》\n\r\u3000 1日5年月俄美中他其与和将不🙂𠮷é\u200b\ufeffA"
ANYTHING = st.text(alphabet=CHARACTERS, max_size=40)
PIECES = st.one_of(sentences(), sentences(), sentences(), st.sampled_from(JUNK), ANYTHING)


@st.composite
def pages(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(PIECES, min_size=1, max_size=14))
    text = "".join(piece + draw(st.sampled_from(BREAKS)) for piece in pieces)
    beginning = "白洲外长顾岚5日抵达日内瓦，与俄罗斯外长拉夫罗夫举行会谈。\n" * draw(st.integers(1, 2))
    return beginning + text * draw(st.sampled_from((1, 1, 1, 8)))  # eight times: long pages, and long lines where no break stands


def spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        yield from (span for name in value.__struct_fields__ for span in spans(getattr(value, name)))
    elif isinstance(value, dict | tuple | list):
        yield from (span for item in (value.values() if isinstance(value, dict) else value) for span in spans(item))


def words(text: str) -> str:
    return "".join(text.split())


def parts(record: Record) -> list[tuple[str, str, tuple[Span, ...], tuple[str, ...]]]:
    """What the record says, without ids (they hold the page's own)."""
    said = [("statement", item.kind, item.content, item.speakers) for item in record.statements]
    done = [("act", item.kind, (item.anchor,), (*item.actors, *item.recipients)) for item in record.acts]
    held = [("position", item.stance, (item.content,), (item.holder,)) for item in record.positions]
    return [*said, *done, *held]


def moved(record: Record, by: int) -> list[tuple[str, str, tuple[Span, ...], tuple[str, ...]]]:
    return [(part, kind, tuple(Span(at.start + by, at.end + by) for at in where), who) for part, kind, where, who in parts(record)]


@settings(max_examples=40, deadline=None)
@given(pages())
def test_every_span_lies_on_the_page(text: str) -> None:
    record = written(text)
    assert all(0 <= span.start < span.end <= len(record.page.text) for span in spans(record))


@settings(max_examples=25, deadline=None)
@given(pages())
def test_names_stand_on_the_page(text: str) -> None:
    record = written(text)
    assert all(words(name) in words(text) for entity in record.entities for name in entity.names)


@settings(max_examples=25, deadline=None)
@given(pages())
def test_records_speak_only_of_their_parties(text: str) -> None:
    record = written(text)
    said = {party for item in record.statements for party in (*item.speakers, *item.via, *item.addressees)}
    done = {party for item in record.acts for party in (*item.actors, *item.recipients)}
    met = {party for item in record.meetings for side, persons in item.sides.items() for party in (side, *persons)}
    held = {item.holder for item in record.positions} | {party for item in record.commitments for party in (*item.by, *item.to)}
    assert said | done | met | held <= {entity.id for entity in record.entities}


@settings(max_examples=25, deadline=None)
@given(pages())
def test_nothing_comes_from_junk(text: str) -> None:
    record = written(text)
    junk = [line.span for line in record.lines if line.kind not in ARTICLE_KINDS]
    starts = [*(item.content[0] for item in record.statements), *(item.anchor for item in record.acts)]
    assert not any(start.overlaps(line) for start in starts for line in junk)


@settings(max_examples=25, deadline=None)
@given(pages())
def test_records_survive_json_and_have_ids_of_their_own(text: str) -> None:
    record = written(text)
    assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record
    ids = [item.id for part in ("statements", "acts", "meetings", "commitments", "positions") for item in getattr(record, part)]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    assert written(text) == record


OWN = sorted((Path(__file__).parent / "pages").glob("*.txt"))
CASES = pytest.mark.parametrize("file", OWN, ids=lambda file: file.stem)


@functools.cache
def own(file: Path) -> Record:
    return written(file.read_text(encoding="utf-8"))


@CASES
def test_other_marks_change_nothing(file: Path) -> None:
    text = own(file).page.text
    assert parts(written(text.translate(str.maketrans("“”‘’", "「」『』")))) == parts(own(file))
    assert parts(written(text.translate(str.maketrans("，：；！？（）", ",:;!?()")))) == parts(own(file))


@CASES
def test_other_line_ends_move_spans_only(file: Path) -> None:
    text = own(file).page.text.replace("\r\n", "\n")
    record = written(text.replace("\n", "\r\n"))
    unix = written(text)
    shown = [[words(record.page.text[at.start : at.end]) for at in where] for _, _, where, _ in parts(record)]
    assert shown == [[words(text[at.start : at.end]) for at in where] for _, _, where, _ in parts(unix)]
    assert [who for *_, who in parts(record)] == [who for *_, who in parts(unix)]


@CASES
@pytest.mark.parametrize("junk", ["分享到微信\n扫一扫\n", "\n\n"], ids=["sharing", "blank"])
def test_junk_before_moves_spans_only(file: Path, junk: str) -> None:
    assert parts(written(junk + own(file).page.text)) == moved(own(file), len(junk))


@CASES
def test_traditional_script_changes_nothing(file: Path) -> None:
    text = own(file).page.text
    other = OpenCC("s2t").convert(text)
    assert len(other) == len(text)
    assert parts(written(other)) == parts(own(file))
