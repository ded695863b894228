"""Positions come from acts, and from norms and conditions in somebody's words (codebook 8)."""

from __future__ import annotations

import pytest
from own_page import OwnPage, said

from verbale.acts.norms import Norm, clauses, conditions, conditions_in, norms, norms_in
from verbale.acts.positions import positions
from verbale.model import Act, Position, Span, Statement


def held(page: OwnPage, *statements: Statement, acts: tuple[Act, ...] = ()) -> list[tuple[str, str, str]]:
    found: tuple[Position, ...] = positions(page.article, acts, said(*statements), page.parties, page.tokens)
    return [(item.holder, item.stance, page.words(item.content)) for item in found]


@pytest.mark.parametrize(
    ("kind", "anchor", "stance"),
    [("demand", "要求", "must"), ("offer", "愿意", "willing"), ("refuse", "拒绝", "unwilling"), ("deny", "无意", "unwilling")],
)
def test_acts_are_positions_of_their_actors(kind: str, anchor: str, stance: str) -> None:
    page = OwnPage(f"法国和日本{anchor}恢复谈判。")
    act = page.act(kind, anchor, ["FRA", "JPN"], "恢复谈判")
    assert held(page, acts=(act,)) == [("FRA", stance, "恢复谈判"), ("JPN", stance, "恢复谈判")]


def test_acts_that_give_no_position() -> None:
    page = OwnPage("法国否认指控，呼吁停火，拒绝，没有要求撤军。")
    acts = (
        page.act("deny", "否认", ["FRA"], "指控"),
        page.act("appeal", "呼吁", ["FRA"], "停火"),
        page.act("refuse", "拒绝", ["FRA"]),
        page.act("demand", "要求", ["FRA"], "撤军", modality="denied"),
    )
    assert held(page, acts=acts) == []


def test_a_norm_is_held_by_the_innermost_speaker_with_its_clause() -> None:
    page = OwnPage("甲部长说，会谈很坦率，乙部长认为任何协议都必须得到各方同意，并期待下次会谈。")
    outer = page.says("jia", "会谈很坦率，乙部长认为任何协议都必须得到各方同意，并期待下次会谈")
    inner = page.says("yi", "任何协议都必须得到各方同意")
    assert held(page, outer, inner) == [("yi", "must", "任何协议都必须得到各方同意")]


def test_the_reporter_has_no_positions() -> None:
    page = OwnPage("分析指出，双方必须让步。", "甲部长说，会谈顺利。")
    assert held(page, page.says("jia", "会谈顺利")) == []


def test_leading_words_and_other_clauses_stay_outside_what_goes_on_is_inside() -> None:
    page = OwnPage("甲部长说，会谈顺利，但法国应该先停止袭击，撤出军队，日本对此表示欢迎。")
    statement = page.says("jia", "会谈顺利，但法国应该先停止袭击，撤出军队，日本对此表示欢迎")
    assert held(page, statement) == [("jia", "must", "法国应该先停止袭击，撤出军队")]


def test_a_setting_before_the_clause_belongs_to_it() -> None:
    page = OwnPage("甲部长说，在达成协议之前，应该先签署停火文件。")
    assert held(page, page.says("jia", "在达成协议之前，应该先签署停火文件")) == [("jia", "must", "在达成协议之前，应该先签署停火文件")]


@pytest.mark.parametrize(
    "words",
    [
        "如果法国需要援助，日本可以提供",
        "法国必须履行的承诺仍然有效",
        "要结束冲突，各方就得让步",
        "有些议题需要继续讨论",
        "应法国邀请访问巴黎",
        "双方反应积极",
        "法国是否应该停火还不清楚",
    ],
)
def test_what_only_looks_like_a_norm(words: str) -> None:
    page = OwnPage(f"乙部长说，{words}。")
    assert [stance for _, stance, _ in held(page, page.says("yi", words))] == []


def test_an_act_stands_for_the_norm_in_the_same_words() -> None:
    page = OwnPage("甲部长说，日本必须撤军。")
    act = page.act("demand", "必须", ["jia"], "撤军")
    assert held(page, page.says("jia", "日本必须撤军"), acts=(act,)) == [("jia", "must", "撤军")]


def test_a_condition_is_the_whole_clause_with_what_depends_on_it() -> None:
    page = OwnPage("甲部长说，会谈顺利，如果不解决边界问题，就不可能恢复互信。")
    statement = page.says("jia", "会谈顺利，如果不解决边界问题，就不可能恢复互信")
    assert held(page, statement) == [("jia", "condition", "如果不解决边界问题，就不可能恢复互信")]


def test_what_will_not_be_done_before_is_refused_on_a_condition() -> None:
    page = OwnPage("甲部长说，在停火之前，法国不会恢复谈判。")
    statement = page.says("jia", "在停火之前，法国不会恢复谈判")
    assert held(page, statement) == [("jia", "condition", "在停火之前，法国不会恢复谈判")]
    act = page.act("deny", "不会", ["FRA"], "恢复谈判")
    assert held(page, statement, acts=(act,)) == [("jia", "condition", "在停火之前，法国不会恢复谈判"), ("FRA", "unwilling", "恢复谈判")]


@pytest.mark.parametrize("norm", norms(), ids=lambda norm: norm.name)
def test_examples_of_norms(norm: Norm) -> None:
    assert len(norm.yes) >= 2
    assert norm.no
    assert all(norm.pattern.search(example) for example in norm.yes)
    assert not any(norm.pattern.search(example) for example in norm.no)
    assert all(found.norm.stance == norm.stance for example in norm.yes for found in norms_in(example, Span(0, len(example))))


@pytest.mark.parametrize("condition", conditions(), ids=lambda condition: condition.name)
def test_examples_of_conditions(condition: Norm) -> None:
    assert len(condition.yes) >= 2
    for example in condition.yes:
        (found,) = conditions_in(example, Span(0, len(example)))
        assert found.content == Span(0, len(example))
    assert not any(condition.pattern.search(example) for example in condition.no)


def test_clauses_are_cut_outside_inner_quotations() -> None:
    text = "双方需要在“平等的基础上，认真对话”，然后签字。"
    assert [text[span.start : span.end] for span in clauses(text, Span(0, len(text)))] == ["双方需要在“平等的基础上，认真对话”", "然后签字"]


def test_whoever_has_no_plan_is_unwilling_but_not_whoever_denies_to_plan_an_attack() -> None:
    page = OwnPage("法国没有关闭使馆的计划，日本没有进攻邻国的计划。")
    acts = (page.act("deny", "没有", ["FRA"], "关闭使馆的计划"),)
    assert held(page, acts=acts) == [("FRA", "unwilling", "关闭使馆的计划")]
    page = OwnPage("日本没有攻击邻国的计划。")
    assert held(page, acts=(page.act("deny", "没有", ["JPN"], "攻击邻国的计划"),)) == []
