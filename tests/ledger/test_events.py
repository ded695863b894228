"""Which acts of several pages are one event: invented talks of Botswana, Mongolia, Paraguay and Nepal."""

import itertools
import random

import pytest

from bench.ledger_pages import entries
from tests.ledger.retelling import act, events, page, put
from verbale.ledger.book import Ledger
from verbale.ledger.entry import Entry

HELD = act(
    "meet", "博茨瓦纳外长白洲6日在乌兰巴托同蒙古国外长顾岚举行/会谈/。", "baizhou@BWA gulan@MNG", date="2023-04-06", place="Ulaanbaatar"
)
STATES = act("meet", "博茨瓦纳和蒙古国6日在乌兰巴托就渡轮/会谈/。", "BWA MNG", date="2023-04-06", place="Ulaanbaatar")


def together(*names: str) -> set[frozenset[str]]:
    return {frozenset(names)}


def test_persons_of_one_page_are_the_states_of_another(ledger: Ledger) -> None:
    put(ledger, page("one", "2023-04-06", HELD), page("two", "2023-04-07", STATES))
    assert events(ledger) == together("one:0", "two:0")


def test_what_is_planned_and_what_is_held_a_day_later_is_one(ledger: Ledger) -> None:
    plan = act("meet", "两国外长将于5日在乌兰巴托/会谈/。", "BWA MNG", date="2023-04-05", place="Ulaanbaatar", modality="planned")
    put(ledger, page("plan", "2023-04-02", plan), page("held", "2023-04-07", HELD))
    assert events(ledger) == together("plan:0", "held:0")


def test_what_is_planned_after_a_meeting_is_another(ledger: Ledger) -> None:
    plan = act("meet", "两国外长将于9日在乌兰巴托/会谈/。", "BWA MNG", date="2023-04-09", place="Ulaanbaatar", modality="planned")
    put(ledger, page("held", "2023-04-06", HELD), page("plan", "2023-04-07", plan))
    assert events(ledger) == set()


def test_a_postponed_talk_stays_one_event(ledger: Ledger) -> None:
    plan = act("meet", "第二轮磋商定于12日在亚松森/举行/。", "BWA PRY", date="2023-05-12", place="Asuncion", modality="planned")
    off = act("cancel", "原定12日的第二轮磋商/推迟/|第二轮磋商|。", "BWA PRY", date="2023-05-12")
    later = act("meet", "第二轮磋商15日在亚松森/举行/。", "BWA PRY", date="2023-05-15", place="Asuncion")
    put(ledger, page("plan", "2023-05-08", plan), page("off", "2023-05-10", off), page("held", "2023-05-16", later))
    assert events(ledger) == together("plan:0", "off:0", "held:0")


def test_rounds_are_told_apart(ledger: Ledger) -> None:
    def told(number: str, day: int, place: str) -> dict[str, object]:
        return act("meet", f"{number}轮渔业谈判{day}日/举行/。", "NPL PRY", date=f"2023-06-{day:02}", place=place)

    first, second, third = told("首", 3, "Kathmandu"), told("第二", 5, "Asuncion"), told("第三", 7, "Kathmandu")
    again = act("meet", "上一轮谈判在加德满都/举行/，没有结果。", "NPL PRY", place="Kathmandu")
    put(
        ledger,
        page("a", "2023-06-03", first),
        page("b", "2023-06-05", second, again),
        page("c", "2023-06-07", third),
        page("d", "2023-06-08", third | {"words": "两国7日/举行/第三轮谈判。"}),
    )
    assert events(ledger) == {frozenset({"a:0", "b:1"}), frozenset({"c:0", "d:0"})}


def test_other_persons_of_the_same_states_on_the_same_day_meet_apart(ledger: Ledger) -> None:
    other = act(
        "meet", "博茨瓦纳总统秦山6日在乌兰巴托/会见/蒙古国总统贺川。", "qinshan@BWA hechuan@MNG", date="2023-04-06", place="Ulaanbaatar"
    )
    put(ledger, page("one", "2023-04-06", HELD), page("two", "2023-04-06", other))
    assert events(ledger) == set()


def test_pages_may_name_another_head_of_one_delegation(ledger: Ledger) -> None:
    led = act("meet", "博茨瓦纳和蒙古国代表团6日在乌兰巴托/会谈/。", "baizhou@BWA xuting@MNG", date="2023-04-06", place="Ulaanbaatar")
    put(ledger, page("one", "2023-04-06", HELD), page("two", "2023-04-06", led))
    assert events(ledger) == together("one:0", "two:0")


def test_whoever_meets_two_of_one_state_on_a_day_meets_them_apart(ledger: Ledger) -> None:
    other = act(
        "meet", "博茨瓦纳外长白洲6日在乌兰巴托/会见/蒙古国议长许亭。", "baizhou@BWA xuting@MNG", date="2023-04-06", place="Ulaanbaatar"
    )
    put(ledger, page("one", "2023-04-06", HELD), page("two", "2023-04-06", other))
    assert events(ledger) == set()


def test_a_background_mention_goes_by_its_own_day(ledger: Ledger) -> None:
    old = act("meet", "两国外长去年4月6日在乌兰巴托/会谈/。", "baizhou@BWA gulan@MNG", date="2022-04-06", place="Ulaanbaatar")
    put(ledger, page("old", "2022-04-07", old), page("new", "2023-04-07", HELD, old | {"words": "两国外长去年4月6日/会谈/过。"}))
    assert events(ledger) == together("old:0", "new:1")


def test_a_day_within_a_span_of_days_agrees(ledger: Ledger) -> None:
    span = {"start": "2023-04-05", "end": "2023-04-06"}
    wide = STATES | {"date": span, "words": "双方5日至6日在乌兰巴托/会谈/。"}
    put(ledger, page("one", "2023-04-06", HELD), page("two", "2023-04-07", wide))
    assert events(ledger) == together("one:0", "two:0")


def test_meetings_without_days_need_more_than_the_same_parties(ledger: Ledger) -> None:
    bare = act("meet", "博茨瓦纳和蒙古国/会谈/。", "BWA MNG")
    put(ledger, page("one", "2023-04-06", bare), page("two", "2023-04-20", bare | {"words": "蒙古国和博茨瓦纳/会谈/过。"}))
    assert events(ledger) == set()


def test_several_talks_in_one_word_are_of_no_event(ledger: Ledger) -> None:
    several = act("meet", "两国在乌兰巴托举行两轮/会谈/。", "BWA MNG", place="Ulaanbaatar")
    put(ledger, page("one", "2023-04-06", HELD), page("two", "2023-04-07", several))
    assert events(ledger) == set()


def test_a_call_is_no_meeting(ledger: Ledger) -> None:
    call = act("call", "白洲6日同顾岚/通电话/。", "baizhou@BWA gulan@MNG", date="2023-04-06")
    put(ledger, page("one", "2023-04-06", HELD), page("two", "2023-04-07", call))
    assert events(ledger) == set()


def test_fighting_over_days_is_one_event_and_a_raid_of_another_month_is_not(ledger: Ledger) -> None:
    since = {"start": "2023-08-01", "end": "2023-08-04"}
    put(
        ledger,
        page("a", "2023-08-02", act("attack", "尼泊尔说巴拉圭军队/开火/。", "PRY", "NPL", voice="NPL")),
        page("b", "2023-08-04", act("attack", "两国军队1日以来/交火/。", "PRY NPL", "PRY NPL", date=since)),
        page("c", "2023-08-05", act("attack", "巴拉圭说尼泊尔军队/炮击/边境。", "NPL", "PRY", voice="PRY")),
        page("d", "2023-08-05", act("attack", "6月2日尼泊尔/袭击/巴拉圭哨所。", "NPL", "PRY", date="2023-06-02")),
    )
    assert events(ledger) == together("a:0", "b:0", "c:0")


def test_demands_are_one_where_they_ask_the_same(ledger: Ledger) -> None:
    one = act("demand", "蒙古国6日/要求/博茨瓦纳|在月底前公布渔船检查记录|。", "MNG", "BWA", date="2023-04-06")
    same = act("demand", "蒙方/敦促/博方|月底前公布渔船检查的记录|。", "MNG", "BWA", date="2023-04-06")
    else_ = act("demand", "蒙古国6日/要求/博茨瓦纳|释放三名被扣的船员|。", "MNG", "BWA", date="2023-04-06")
    put(ledger, page("a", "2023-04-06", one, else_), page("b", "2023-04-07", same), page("c", "2023-04-07", one | {"date": "2023-06-06"}))
    assert events(ledger) == together("a:0", "b:0")


def test_the_only_demand_of_both_pages_may_be_worded_otherwise(ledger: Ledger) -> None:
    one = act("demand", "蒙古国6日/要求/博茨瓦纳|归还三艘渔船|。", "MNG", "BWA", date="2023-04-06")
    other = act("demand", "蒙方/敦促/博方|尽快交还被扣的渔船|。", "MNG", "BWA", date="2023-04-06")
    nothing = act("demand", "蒙方/敦促/博方|公布海底电缆的路线图|。", "MNG", "BWA", date="2023-04-06")
    put(ledger, page("a", "2023-04-06", one), page("b", "2023-04-06", other), page("c", "2023-04-06", nothing))
    assert events(ledger) == together("a:0", "b:0")


def test_a_round_of_a_page_without_any_day_is_found_by_its_number(ledger: Ledger) -> None:
    second = act("meet", "第二轮渡轮磋商6日在乌兰巴托/举行/。", "BWA MNG", date="2023-04-06", place="Ulaanbaatar")
    bare = act("meet", "两国第二轮磋商/举行/，气氛坦诚。", "BWA MNG")
    third = act("meet", "两国第三轮磋商/举行/，没有结果。", "BWA MNG")
    put(ledger, page("undated", None, bare), page("a", "2023-04-07", second), page("other", None, third))
    assert events(ledger) == together("undated:0", "a:0")


def test_denied_and_done_are_not_one_deed(ledger: Ledger) -> None:
    done = act("agree", "蒙古国说博茨瓦纳已/同意/|撤出渔船|。", "BWA", voice="MNG", date="2023-04-06")
    denied = act("agree", "博茨瓦纳从未/同意/|撤出渔船|。", "BWA", voice="BWA", modality="denied", date="2023-04-06")
    put(ledger, page("a", "2023-04-06", done), page("b", "2023-04-06", denied))
    assert events(ledger) == set()


def story() -> list[Entry]:
    plan = act("meet", "两国外长将于6日/会谈/。", "BWA MNG", date="2023-04-06", modality="planned")
    call = act("call", "白洲5日同顾岚/通电话/。", "baizhou@BWA gulan@MNG", date="2023-04-05")
    pages = [page("a", "2023-04-06", HELD), page("b", "2023-04-07", STATES), page("c", "2023-04-03", plan), page("d", "2023-04-06", call)]
    return [
        *pages,
        page("e", "2023-04-08", call | {"words": "两国外长5日/通电话/。"}),
        page("f", "2023-04-10", HELD | {"date": "2023-04-07"}),
    ]


def state(ledger: Ledger) -> list[tuple[object, ...]]:
    return sorted((name, item, event) for (name, item), event in ledger.homes().items())


def test_the_order_in_which_pages_come_changes_nothing(tmp_path: object) -> None:
    found = set()
    for number, order in enumerate(itertools.permutations(story(), 6)):
        if number % 90 == 0:
            with Ledger(f"{tmp_path}/{number}.db") as ledger:
                for one in order:
                    put(ledger, one)
                    if number % 180:
                        ledger.link()
                found.add(str(state(ledger)))
    assert len(found) == 1


def test_removing_and_adding_a_page_leaves_the_events_as_they_were(ledger: Ledger) -> None:
    put(ledger, *story())
    before = state(ledger)
    ledger.remove("b")
    assert not any(name == "b" for name, *_ in state(ledger))
    put(ledger, story()[1])
    assert state(ledger) == before


def test_linking_twice_does_nothing_and_doctor_gives_the_same(ledger: Ledger) -> None:
    put(ledger, *story())
    assert ledger.link() == 6
    before = state(ledger)
    assert ledger.link() == 0
    ledger.doctor()
    assert state(ledger) == before


def test_many_pages_in_any_order_give_the_same_events(tmp_path: object) -> None:
    pages = list(entries(60))
    found = []
    for seed in (1, 2):
        random.Random(seed).shuffle(pages)
        with Ledger(f"{tmp_path}/{seed}.db") as ledger:
            put(ledger, *pages)
            found.append(state(ledger))
    assert found[0] == found[1]
    assert len(found[0]) > 300


@pytest.mark.parametrize("day", ["2023-04-06", "2023-04-09"])
def test_a_copy_tells_the_same_event(ledger: Ledger, day: str) -> None:
    put(ledger, page("one", "2023-04-06", HELD), page("copy", day, HELD))
    assert events(ledger) == together("one:0", "copy:0")
