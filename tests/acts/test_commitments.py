"""Commitments are a view of acts (codebook 7)."""

from __future__ import annotations

import pytest
from own_page import OwnPage, day

from verbale.acts.commitments import binds, commitments
from verbale.model import Act

PAGE = OwnPage("法国与日本同意下周恢复会谈，前提是停火。", "甲部长承诺撤军。")


def test_an_agreement_binds_each_of_its_actors() -> None:
    act = PAGE.act("agree", "同意", ["FRA", "JPN"], "下周恢复会谈", due=day(20), condition=PAGE.span("停火"), according_to="jia")
    (commitment,) = commitments([act], PAGE.article)
    assert (commitment.by, commitment.to, PAGE.words(commitment.content)) == (("FRA", "JPN"), (), "下周恢复会谈")
    assert (commitment.due, commitment.condition, commitment.according_to, commitment.act) == (day(20), act.condition, "jia", act.id)


def test_without_content_the_words_of_the_act_stand_for_it() -> None:
    (commitment,) = commitments([PAGE.act("promise", "承诺", ["jia"], recipients=("JPN",))], PAGE.article)
    assert PAGE.words(commitment.content) == "承诺"
    assert (commitment.to, commitment.line) == (("JPN",), 2)


@pytest.mark.parametrize(
    ("kind", "modality", "bound"),
    [
        ("agree", "happened", True),
        ("promise", "planned", True),
        ("agree", "denied", False),
        ("promise", "possible", False),
        ("agree", "conditional", False),
        ("withdraw", "planned", True),
        ("aid", "planned", True),
        ("aid", "happened", False),
        ("aid", "possible", False),
        ("meet", "planned", False),
        ("visit", "planned", False),
        ("call", "planned", False),
        ("sanction", "planned", False),
        ("attack", "planned", False),
        ("threaten", "planned", False),
        ("offer", "happened", False),
    ],
)
def test_what_binds(kind: str, modality: str, bound: bool) -> None:
    act: Act = PAGE.act(kind, "撤军", ["jia"], modality=modality)
    assert binds(act) is bound
    assert len(commitments([act], PAGE.article)) == int(bound)
