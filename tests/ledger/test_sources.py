import pytest

from tests.ledger.invented import OTHER, PAGE, add
from verbale.language.fold import fold
from verbale.ledger.book import Ledger
from verbale.ledger.sources import COPY, letters, likeness, pieces
from verbale.ledger.wires import medium_of
from verbale.lexicons.tables import rules

WIRE = PAGE.replace("博茨瓦纳外长白洲6日在蒙古国", "新华社山城4月6日电 博茨瓦纳外长白洲6日在蒙古国")
COPIED = PAGE.replace("2023年4月6日 10:20", "2023年4月7日 08:00 来源：新华社").replace("并各自任命一名谈判代表", "并各任命一名谈判代表")
TRADITIONAL = """博茨瓦納外長訪問蒙古國
2023年4月8日 10:20

博茨瓦納外長白洲6日在蒙古國首都同蒙古國外長顧嵐舉行會談。白洲會後表示，博茨瓦納願意盡快恢復兩國之間的渡輪航線。

顧嵐說：「蒙古國的港口對博茨瓦納的船隻始終敞開。」雙方同意下個月在博茨瓦納舉行第二輪磋商，並各自任命一名談判代表。
"""


def test_copies_in_another_script_are_found_and_other_reports_are_not(ledger: Ledger) -> None:
    later = add(ledger, TRADITIONAL, url="https://example.org/tw").name
    first = add(ledger, PAGE, url="https://example.org/cn").name
    other = add(ledger, OTHER, url="https://example.org/other").name
    assert ledger.kept(first).copy_of is None
    assert ledger.kept(later).copy_of == first
    assert list(ledger.kept(first).copies) == [later]
    assert COPY <= ledger.kept(first).copies[later] <= 1
    assert ledger.origins([first, later, other]) == {first: first, later: first, other: other}


def test_a_copy_is_no_second_source_in_the_timeline(ledger: Ledger) -> None:
    first = add(ledger, PAGE, url="https://example.org/1").name
    once = ledger.timeline()
    second = add(ledger, PAGE + "博茨瓦纳报评论说，会谈来得太迟。\n", url="https://example.org/2").name
    assert [one.id for one in ledger.timeline() if one.page == first] == [one.id for one in once]
    assert {one.page for one in ledger.timeline()} == {first}
    assert all(one.also == (second,) for one in ledger.timeline())


def test_what_only_the_copy_tells_is_shown(ledger: Ledger) -> None:
    add(ledger, PAGE, url="https://example.org/1")
    second = add(ledger, PAGE + "顾岚还要求博茨瓦纳在月底前公布航线的安全报告。\n", url="https://example.org/2").name
    assert ("demand", second) in {(one.kind, one.page) for one in ledger.timeline()}


def test_the_earliest_page_without_another_source_is_first(ledger: Ledger) -> None:
    same_day = COPIED.replace("2023年4月7日 08:00", "2023年4月6日 08:00")
    copied = add(ledger, same_day, url="https://example.org/1").name
    own = add(ledger, PAGE, url="https://example.org/2").name
    assert ledger.kept(copied).copy_of == own
    earlier = add(ledger, PAGE.replace("4月6日 10", "4月5日 10"), url="https://example.org/3").name
    assert {ledger.kept(name).copy_of for name in (copied, own)} == {earlier}


def test_removing_the_first_makes_another_one_first(ledger: Ledger) -> None:
    names = [add(ledger, PAGE.replace("10:20", f"1{n}:20"), url=f"https://example.org/{n}").name for n in range(3)]
    assert [ledger.kept(name).copy_of for name in names] == [None, names[0], names[0]]
    ledger.remove(names[0])
    assert [ledger.kept(name).copy_of for name in names[1:]] == [None, names[1]]
    ledger.remove(names[2])
    assert ledger.kept(names[1]).copies == {}
    assert list(ledger.check()) == []


def test_a_page_that_changed_is_compared_anew(ledger: Ledger) -> None:
    first, second = (add(ledger, PAGE, url=f"https://example.org/{n}").name for n in range(2))
    add(ledger, OTHER, url="https://example.org/1")
    assert ledger.kept(second).copy_of is None
    assert ledger.kept(first).copies == {}


def test_reports_of_one_wire_are_one_source(ledger: Ledger) -> None:
    own = add(ledger, PAGE, url="https://example.org/1").name
    wire = add(ledger, WIRE, url="https://example.org/2").name
    retold = add(ledger, "据新华社报道，" + OTHER.partition("\n\n")[2], url="https://example.org/3", day="2023-04-09").name
    assert ledger.kept(wire).source == ledger.kept(retold).source == "XINHUA"
    assert set(ledger.origins([own, wire, retold]).values()) == {"XINHUA"}
    assert {one.source for one in ledger.timeline() if one.page == retold} == {"XINHUA"}


@pytest.mark.parametrize("sign", rules("wires.toml")["sign"], ids=lambda sign: sign["name"])
def test_signs_hold_their_examples(sign: dict[str, object]) -> None:
    examples, none = sign["examples"], sign["none"]
    assert isinstance(examples, list)
    assert isinstance(none, list)
    assert len(examples) >= 2
    assert none
    for example in examples:
        assert medium_of([fold(line) for line in example["text"].split("\n")]) == example["medium"]
    for text in none:
        assert medium_of([fold(line) for line in text.split("\n")]) is None


def test_short_texts_are_never_copies(ledger: Ledger) -> None:
    names = [add(ledger, f"顾岚访问博茨瓦纳{'。' * n}", url=f"https://example.org/{n}").name for n in range(1, 3)]
    assert [ledger.kept(name).copy_of for name in names] == [None, None]


def test_likeness_is_the_share_of_common_pieces() -> None:
    one, other = pieces(letters(["甲乙丙丁戊"])), pieces(letters(["乙丙丁戊，", "己"]))
    assert likeness(one, other) == 1 / 3
    assert likeness(one, one) == 1
    assert likeness(frozenset(), frozenset()) == 0
