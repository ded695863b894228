"""What became of promises: on invented pages with labels, in any order, on both databases."""

import datetime
import itertools
from pathlib import Path

import msgspec
import pytest

from tests.ledger.talking import ATTACKED, MOVED, PAGES, PROMISED, RELEASED, act, fill, labelled, promise
from verbale.ledger.book import Ledger
from verbale.ledger.outcomes.outcome import Outcome, Shown, decisive
from verbale.ledger.views import Wanted

TALKS, RELEASE, RECORDS, TRUCE = (
    "3月20日在拉巴斯举行第二轮磋商",
    "在3月15日前释放12名智利司机",
    "在3月底前提交水闸的运行记录",
    "从3月6日起停火",
)


def became(ledger: Ledger, on: str | None = None) -> dict[str, str]:
    return {one.commitment.words: one.status for one in ledger.outcomes(on=datetime.date.fromisoformat(on) if on else None)}


def one_of(ledger: Ledger, words: str) -> Outcome:
    return next(one for one in ledger.outcomes() if one.commitment.words == words)


def test_what_was_done_keeps_and_what_was_done_against_it_breaks(ledger: Ledger) -> None:
    fill(ledger, PAGES)
    assert became(ledger) == {TALKS: "broken", RELEASE: "kept", RECORDS: "broken", TRUCE: "broken"}
    release = one_of(ledger, RELEASE)
    assert (release.shown_by[0].shows, release.shown_by[0].page, release.shown_by[0].done) == ("kept", "released", "2024-03-14")
    assert "Lima" in one_of(ledger, TALKS).reason
    assert one_of(ledger, RECORDS).shown_by[0].page == "attacked"


def test_what_shows_it_is_cited_with_its_own_words(ledger: Ledger) -> None:
    fill(ledger, PAGES)
    for one in ledger.outcomes():
        for shown in one.shown_by:
            assert shown.citation == f"[{shown.page}:{shown.line} {shown.start}-{shown.stop}]"
            text = ledger.record(shown.page).page.text
            assert text.count("\n", 0, shown.start) + 1 == shown.line
            assert shown.act is None or shown.act in {item.id for item in ledger.items(shown.citation)}


def test_the_day_decides(ledger: Ledger) -> None:
    fill(ledger, PAGES)
    assert became(ledger, "2024-03-04") == {}
    assert became(ledger, "2024-03-10") == dict.fromkeys((TALKS, RELEASE, RECORDS, TRUCE), "open") | {TRUCE: "overdue"}
    assert became(ledger, "2024-03-15") == {TALKS: "open", RELEASE: "kept", RECORDS: "open", TRUCE: "kept"}
    assert became(ledger, "2024-04-01") == {TALKS: "broken", RELEASE: "kept", RECORDS: "overdue", TRUCE: "kept"}


def test_statuses_parties_and_limits_choose(ledger: Ledger) -> None:
    fill(ledger, PAGES)
    april = datetime.date(2024, 4, 1)
    assert [one.commitment.words for one in ledger.outcomes(on=april, statuses=("overdue",))] == [RECORDS]
    assert [one.commitment.words for one in ledger.outcomes(on=april, statuses=("kept", "overdue"))] == [RELEASE, RECORDS, TRUCE]
    assert ledger.outcomes(statuses=("overdue",)) == []
    assert ledger.outcomes(statuses=("open",)) == []
    assert len(ledger.outcomes(Wanted(party="玻利维亚"))) == 3
    assert ledger.outcomes(Wanted(limit=1, party="BOL"), statuses=("kept",)) == ledger.outcomes(statuses=("kept",))


def test_the_order_of_pages_does_not_matter(tmp_path: Path) -> None:
    found = []
    for number, order in enumerate(itertools.permutations(PAGES)):
        with Ledger(tmp_path / f"{number}.db") as ledger:
            for one in order:
                fill(ledger, [one])
                ledger.weigh()
            found.append(sorted(msgspec.json.encode(one) for one in ledger.outcomes()))
    assert found[0]
    assert all(one == found[0] for one in found)


def test_what_a_page_showed_goes_with_it_and_comes_again(ledger: Ledger) -> None:
    fill(ledger, PAGES)
    before = ledger.outcomes()
    ledger.remove("released")
    assert became(ledger) == {TALKS: "broken", RELEASE: "overdue", RECORDS: "broken", TRUCE: "broken"}
    fill(ledger, [RELEASED])
    assert ledger.outcomes() == before
    ledger.doctor()
    assert ledger.weigh() == len(PAGES)
    assert ledger.outcomes() == before
    ledger.remove("promised")
    assert ledger.outcomes() == []


NEAR_MISSES = {
    "others did it": ("秘鲁14日释放了12名智利司机。", act("release", "PER", "释放", "12名智利司机", recipients=["CHL"], date="2024-03-14")),
    "before it was promised": ("玻利维亚2日释放了12名智利司机。", act("release", "BOL", "释放", "12名智利司机", date="2024-03-02")),
    "fewer": ("玻利维亚14日释放了3名智利司机。", act("release", "BOL", "释放", "3名智利司机", date="2024-03-14")),
    "planned": ("玻利维亚将释放12名智利司机。", act("release", "BOL", "释放", "12名智利司机", modality="planned")),
    "denied": ("玻利维亚没有释放12名智利司机。", act("release", "BOL", "释放", "12名智利司机", modality="not_happened")),
    "something else": ("玻利维亚14日释放了一名记者。", act("release", "BOL", "释放", "一名记者", date="2024-03-14")),
    "promised again": ("玻利维亚承诺释放12名智利司机。", act("promise", "BOL", "承诺", "释放12名智利司机")),
    "another round": ("智利和玻利维亚18日举行第四轮磋商。", act("meet", "CHL BOL", "举行", date="2024-03-20")),
    "others met": ("智利和秘鲁20日举行第二轮磋商。", act("meet", "CHL PER", "举行", date="2024-03-20")),
    "an attack on others": ("智利军队9日炮击了秘鲁。", act("attack", "CHL", "炮击", "秘鲁", recipients=["PER"], date="2024-03-09")),
    "an attack before": ("智利军队5日炮击了玻利维亚。", act("attack", "CHL", "炮击", recipients=["BOL"], date="2024-03-05")),
    "only words": ("智利指责玻利维亚违反停火。", act("accuse", "CHL", "指责", "违反停火", recipients=["BOL"])),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_what_looks_alike_leaves_a_promise_open(tmp_path: Path, name: str) -> None:
    text, told = NEAR_MISSES[name]
    with Ledger(tmp_path / "ledger.db") as ledger:
        fill(ledger, [PROMISED, labelled("other", "2024-03-14", text, acts=[told])])
        assert [one for one in ledger.outcomes(statuses=("kept", "broken"))] == []


DONE = {
    "handed over": ("在月底前移交全部档案", "智利外交部28日说，已向玻利维亚交还了全部档案。", "kept"),
    "published in time": ("在月底前公布会谈纪要", "智利26日如期公布了会谈纪要。", "kept"),
    "opened": ("月底前重新开放塔拉口岸", "智利25日正式开放塔拉口岸。", "kept"),
    "in traditional characters": ("月底前重新開放塔拉口岸", "智利25日正式開放塔拉口岸。", "kept"),
    "only planned": ("月底前重新开放塔拉口岸", "智利将于25日重新开放塔拉口岸。", "open"),
    "only asked for": ("月底前重新开放塔拉口岸", "玻利维亚要求智利立即重新开放塔拉口岸。", "open"),
    "only in part": ("在月底前移交全部档案", "智利20日移交了第一批档案。", "open"),
    "by another": ("月底前重新开放塔拉口岸", "秘鲁25日正式开放塔拉口岸。", "open"),
    "something else opened": ("月底前重新开放塔拉口岸", "智利25日正式开放新机场。", "open"),
    "not yet": ("月底前重新开放塔拉口岸", "智利尚未重新开放塔拉口岸。", "open"),
}


@pytest.mark.parametrize("name", DONE)
def test_sentences_tell_what_no_act_tells(tmp_path: Path, name: str) -> None:
    content, told, status = DONE[name]
    text = f"智利承诺{content}。"
    promised = labelled(
        "first",
        "2024-03-05",
        text,
        acts=[act("promise", "CHL", "承诺", content)],
        commitments=[promise("CHL", content, due=("2024-03-05", "2024-03-31"))],
    )
    with Ledger(tmp_path / "ledger.db") as ledger:
        fill(ledger, [promised, labelled("second", "2024-03-29", told)])
        assert [one.status for one in ledger.outcomes()] == [status]
        assert [one.status for one in ledger.outcomes(on=datetime.date(2024, 4, 1))] == ["overdue" if status == "open" else status]


PLACES = {
    "a place of no table": ("5月8日在石桥镇举行第三轮谈判", "智利和玻利维亚8日在柳林镇举行第三轮谈判。", "broken"),
    "the same place": ("5月8日在石桥镇举行第三轮谈判", "智利和玻利维亚8日在边境的石桥镇举行第三轮谈判。", "kept"),
    "a way, not a place": ("5月8日在石桥镇举行第三轮谈判", "智利和玻利维亚8日在严格保密的情况下举行第三轮谈判。", "kept"),
    "no place": ("5月8日在石桥镇举行第三轮谈判", "智利和玻利维亚8日举行第三轮谈判。", "kept"),
    "somebody stayed away": ("5月8日同秘鲁举行三方谈判", "智利和玻利维亚8日举行谈判，秘鲁没有派代表出席，缺席了三方谈判。", "broken"),
}


@pytest.mark.parametrize("name", PLACES)
def test_where_and_with_whom_talks_are_held(tmp_path: Path, name: str) -> None:
    content, told, status = PLACES[name]
    text = f"智利、玻利维亚和秘鲁代表商定{content}。"
    by = "CHL BOL PER" if "三方" in content else "CHL BOL"
    agreed = act("agree", by, "商定", content)
    promised = labelled("first", "2024-05-01", text, acts=[agreed], commitments=[promise(by, content, due=("2024-05-08", "2024-05-08"))])
    with Ledger(tmp_path / "ledger.db") as ledger:
        fill(ledger, [promised, labelled("second", "2024-05-09", told, acts=[act("meet", "CHL BOL", "举行", date="2024-05-08")])])
        assert [one.status for one in ledger.outcomes()] == [status]


def shown(shows: str, done: str, confidence: float = 0.8) -> Shown:
    return Shown(shows=shows, reason="", done=done, page="p", citation="", act=None, line=1, start=0, stop=1, confidence=confidence)


def test_what_decides() -> None:
    kept, broken, late = shown("kept", "2024-03-10"), shown("broken", "2024-03-05"), shown("kept", "2024-05-01")
    assert decisive([], lasting=False, due="") is None
    assert decisive([kept, broken], lasting=False, due="") is broken
    assert decisive([kept, broken], lasting=False, due="2024-03-20") is kept
    assert decisive([late, broken], lasting=False, due="2024-03-20") is broken
    assert decisive([shown("kept", "2024-03-01"), broken], lasting=True, due="") is broken


def test_the_day_of_the_latest_page_is_meant(ledger: Ledger) -> None:
    assert ledger.outcomes() == []
    fill(ledger, [PROMISED, ATTACKED, MOVED])
    assert {one.on for one in ledger.outcomes()} == {"2024-04-10"}


def test_what_is_told_again_shares_what_became_of_it(ledger: Ledger) -> None:
    again = labelled(
        "again",
        "2024-03-25",
        "智利和玻利维亚本月5日商定，玻利维亚在3月15日前释放12名智利司机。",
        acts=[act("promise", "BOL", "商定", "玻利维亚在3月15日前释放12名智利司机", date="2024-03-05")],
        commitments=[promise("BOL", "玻利维亚在3月15日前释放12名智利司机")],
    )
    fill(ledger, [PROMISED, RELEASED, again])
    assert became(ledger) == {TALKS: "overdue", RELEASE: "kept", RECORDS: "open", TRUCE: "kept"} | {
        "玻利维亚在3月15日前释放12名智利司机": "kept"
    }
