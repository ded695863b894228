"""A page of our own with nested, interrupted and joint records, built by hand so that the views are tested without the reading."""

import datetime

import pytest

from verbale.model import (
    Act,
    Because,
    Commitment,
    Entity,
    Evidence,
    Interval,
    Line,
    Meeting,
    Mention,
    Page,
    Position,
    Published,
    Record,
    Span,
    Statement,
    TimeExpression,
)

TEXT = """山海两国外长会晤
山国外长顾岚3月5日在海国首都会见海国外长白洲。白洲说，顾岚重申“山国愿意开放港口”，双方同意下周签约。
“潮水会退，”顾岚说，“邻居还在。”
<script>alert("页面不可信")</script> & 订阅
"""
LINE_KINDS = ("title", "paragraph", "paragraph", "promotion")
DAY = datetime.date(2024, 3, 5)


def span(words: str, after: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words))


def lines() -> tuple[Line, ...]:
    found, place = [], 0
    for line, kind in zip(TEXT.splitlines(), LINE_KINDS, strict=True):
        found.append(Line(Span(place, place + len(line)), kind))
        place += len(line) + 1
    return tuple(found)


def because(rule: str, *evidence: Span) -> Because:
    return Because(rule=rule, evidence=evidence)


def statements() -> tuple[Statement, ...]:
    outer, inner = span("顾岚重申“山国愿意开放港口”"), span("山国愿意开放港口")
    return (
        Statement(id="s1", speakers=("bai",), kind="mixed", content=(outer,), cue=span("说"), line=2, because=because("say", span("说"))),
        Statement(
            id="s2", speakers=("gu",), kind="direct", content=(inner,), cue=span("重申"), via=("bai",), line=2, because=because("restate")
        ),
        Statement(
            id="s3",
            speakers=("gu",),
            kind="direct",
            content=(span("潮水会退，"), span("邻居还在。")),
            cue=span("说", "潮水"),
            line=3,
            because=because("say"),
        ),
    )


def acts() -> tuple[Act, ...]:
    day = Interval(DAY, DAY)
    return (
        Act(
            id="a1",
            kind="meet",
            actors=("gu",),
            recipients=("bai",),
            anchor=span("会见"),
            modality="happened",
            date=day,
            line=2,
            because=because("meet"),
        ),
        Act(
            id="a2",
            kind="agree",
            actors=("gu", "bai"),
            recipients=(),
            anchor=span("同意"),
            content=span("下周签约"),
            modality="happened",
            line=2,
            because=because("agree", span("同意")),
        ),
        Act(
            id="a3",
            kind="offer",
            actors=("MTN",),
            recipients=("SEA",),
            anchor=span("愿意"),
            content=span("开放港口"),
            modality="happened",
            according_to="gu",
            line=2,
            because=because("offer"),
        ),
        Act(
            id="a4",
            kind="visit",
            actors=("gu",),
            recipients=("SEA",),
            anchor=span("在海国"),
            modality="possible",
            line=2,
            because=because("visit"),
        ),
    )


@pytest.fixture(name="record")
def made() -> Record:
    due = Interval(datetime.date(2024, 3, 11), datetime.date(2024, 3, 17))
    return Record(
        page=Page(id="mountain", source="pages/mountain.txt", sha256="0" * 64, text=TEXT, title="山海两国外长会晤", outlet="山海报"),
        published=Published(
            start=DAY, end=DAY, confidence=0.9, evidence=(Evidence("dateline", span("3月5日"), "3月5日", DAY, DAY),), reason=None
        ),
        lines=lines(),
        entities=(
            Entity("gu", "person", "Gu Lan", ("顾岚",), "MTN"),
            Entity("bai", "person", "Bai Zhou", ("白洲",), "SEA"),
            Entity("MTN", "state", "Mountain Land", ("山国",)),
            Entity("SEA", "state", "Sea Land", ("海国",)),
        ),
        mentions=(Mention(span("顾岚"), ("gu",), "name"), Mention(span("双方"), ("gu", "bai"), "group")),
        times=(TimeExpression(span("3月5日"), "day", Interval(DAY, DAY)),),
        statements=statements(),
        acts=acts(),
        meetings=(
            Meeting(
                id="m1",
                format="in person",
                date=Interval(DAY, DAY),
                duration_minutes=90,
                sides={"MTN": ("gu",), "SEA": ("bai",)},
                modality="happened",
                acts=("a1",),
                line=2,
                because=because("meeting"),
            ),
        ),
        commitments=(
            Commitment(
                id="c1", by=("gu", "bai"), to=(), content=span("下周签约"), due=due, act="a2", line=2, because=because("commitment")
            ),
        ),
        positions=(Position(id="p1", holder="MTN", stance="willing", content=span("开放港口"), line=2, because=because("offer")),),
        warnings=("The year rests on <one> piece of evidence.",),
    )
