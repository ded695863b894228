"""How positions move: held, moved from what to what, dropped; and what is on another matter."""

import itertools
from pathlib import Path

import pytest

from tests.ledger.talking import PAGES, act, fill, labelled, position
from verbale.ledger.book import Ledger
from verbale.ledger.entry import Entry
from verbale.ledger.views import Wanted

CHANGES = {
    "the same words": (("must", "玻利维亚必须先拆除水闸"), ("must", "必须先拆除水闸"), "held"),
    "the same issue": (("unwilling", "割让任何一块领土"), ("unwilling", "任何损害领土完整的安排"), "held"),
    "in traditional characters": (("must", "解除對智利的全部制裁"), ("must", "解除对智利的制裁"), "held"),
    "will after all": (("unwilling", "从边境地区撤军"), ("willing", "从边境地区分步撤军"), "moved"),
    "will no more": (("willing", "接受国际核查"), ("unwilling", "接受国际核查"), "moved"),
    "takes less": (("must", "玻利维亚立即撤出全部军队"), ("willing", "接受玻利维亚军队分阶段撤出"), "moved"),
    "another number": (("must", "把关税降至百分之五"), ("must", "把关税降至百分之八"), "moved"),
    "gives it up": (("must", "玻利维亚必须先道歉"), ("willing", "不再坚持玻利维亚先道歉"), "dropped"),
    "will not give it up": (("unwilling", "放弃铀浓缩权利"), ("unwilling", "放弃铀浓缩权利"), "held"),
    "on a condition before": (("condition", "只有全部船员获释，才会讨论边界划定"), ("willing", "先讨论边界划定"), "moved"),
    "still on a condition": (("condition", "释放战俘以先归还遗体为前提"), ("condition", "先归还遗体才能释放战俘"), "held"),
    "refuses less than it asked for": (("must", "每年放水不少于三十亿吨"), ("unwilling", "少于三十亿吨的水量"), "held"),
    "a first step of it": (("must", "取消对煤炭的进口禁令"), ("must", "公布取消煤炭进口禁令的时间表"), "moved"),
    "another matter": (("must", "玻利维亚必须先拆除水闸"), ("must", "释放全部船员"), None),
    "another stance on another part": (("must", "停火必须由联合国监督"), ("unwilling", "在停火前会见总统"), None),
    "words alike only by chance": (("must", "双方举行会谈"), ("must", "双方遵守协定"), None),
}


def pages_of(before: tuple[str, str], after: tuple[str, str], later: str = "2024-05-01") -> list[Entry]:
    held = [position("CHL", *before), position("CHL", *after)]
    texts = [f"智利表示，{one['content']}。" for one in held]
    return [
        labelled(f"page-{number}", day, text, positions=[one])
        for number, (day, text, one) in enumerate(zip(("2024-03-05", later), texts, held, strict=True))
    ]


@pytest.mark.parametrize("name", CHANGES)
def test_changes(tmp_path: Path, name: str) -> None:
    before, after, status = CHANGES[name]
    with Ledger(tmp_path / "ledger.db") as ledger:
        fill(ledger, pages_of(before, after))
        found = ledger.moves()
    assert [one.status for one in found] == [status] * (status is not None)
    for one in found:
        assert (one.holder, one.before.words, one.after.words, one.before.page) == ("CHL", before[1], after[1], "page-0")


def test_moves_are_of_one_holder_between_days_and_pages(tmp_path: Path) -> None:
    held = ("must", "玻利维亚必须先拆除水闸")
    with Ledger(tmp_path / "same-day.db") as ledger:
        fill(ledger, pages_of(held, held, later="2024-03-05"))
        assert ledger.moves() == []
    with Ledger(tmp_path / "other-holder.db") as ledger:
        other = labelled("other", "2024-05-01", f"秘鲁说，{held[1]}。", positions=[position("PER", *held)])
        fill(ledger, [pages_of(held, held)[0], other])
        assert ledger.moves() == []


def test_what_is_conceded_is_dropped(tmp_path: Path) -> None:
    conceded = labelled(
        "conceded", "2024-05-01", "智利放弃了玻利维亚先道歉的要求。", acts=[act("concede", "CHL", "放弃", "玻利维亚先道歉的要求")]
    )
    with Ledger(tmp_path / "ledger.db") as ledger:
        fill(ledger, [pages_of(("must", "玻利维亚必须先道歉"), ("must", "停火"))[0], conceded])
        (one,) = ledger.moves()
    assert (one.status, one.after.category, one.after.kind) == ("dropped", "act", "concede")


def test_party_issue_day_and_limit_choose(ledger: Ledger) -> None:
    fill(ledger, [*PAGES, *pages_of(("unwilling", "割让任何一块领土"), ("unwilling", "任何损害领土完整的安排"))])
    assert [one.issue for one in ledger.moves(Wanted(party="智利"), "territory")] == ["territory"]
    assert ledger.moves(Wanted(party="智利"), "grain") == []
    assert ledger.moves(Wanted(party="玻利维亚")) == []
    assert len(ledger.moves(Wanted(limit=1))) == 1
    assert [one.words for one in ledger.positions(Wanted(party="CHL"), "territory")] == ["割让任何一块领土", "任何损害领土完整的安排"]


def test_the_order_of_pages_does_not_matter(tmp_path: Path) -> None:
    pages = [
        *pages_of(*CHANGES["takes less"][:2]),
        labelled(
            "third", "2024-06-01", "智利说，玻利维亚立即撤出全部军队。", positions=[position("CHL", "must", "玻利维亚立即撤出全部军队")]
        ),
    ]
    found = []
    for number, order in enumerate(itertools.permutations(pages)):
        with Ledger(tmp_path / f"{number}.db") as ledger:
            fill(ledger, list(order))
            found.append([(one.before.citation, one.status, one.after.citation) for one in ledger.moves()])
    assert len(found[0]) == 2
    assert all(one == found[0] for one in found)
