import datetime

import pytest

from tests.ledger.invented import OTHER, PAGE, add, kept
from verbale.errors import LedgerError
from verbale.ledger.book import Ledger
from verbale.ledger.views import Wanted


def parties(one: object) -> list[tuple[str, str]]:
    return [(party.role, party.id) for party in one.parties]  # type: ignore[attr-defined]


def test_the_timeline_is_in_order_and_every_line_is_pinned(standing: Ledger) -> None:
    told = standing.timeline()
    assert len(told) > 50
    assert [one.day for one in told] == sorted(one.day for one in told)
    for one in told:
        text = standing.record(one.page).page.text
        assert one.cue in text[one.start : one.stop]
        assert one.words in text
        assert text.count("\n", 0, one.start) + 1 == one.line
        assert one.citation == f"[{one.page}:{one.line} {one.start}-{one.stop}]"
        assert one.id in {item.id for item in standing.items(one.citation)}
    assert len({(one.page, one.id) for one in told}) == len(told)


def test_the_limit_keeps_the_latest(standing: Ledger) -> None:
    every = standing.timeline()
    assert standing.timeline(Wanted(limit=7)) == every[-7:]
    assert standing.timeline(Wanted(limit=10_000)) == every


def test_days_bound_the_timeline(standing: Ledger) -> None:
    first, last = datetime.date(2021, 1, 1), datetime.date(2023, 12, 31)
    wanted = [one for one in standing.timeline() if one.day and "2021-01-01" <= one.day <= "2023-12-31"]
    assert 0 < len(wanted) < len(standing.timeline())
    assert standing.timeline(Wanted(first=first, last=last)) == wanted


def test_a_party_is_known_by_every_name_and_by_those_who_act_for_it(standing: Ledger) -> None:
    found = [[one.id for one in standing.timeline(Wanted(party=name))] for name in ("CHN", "中国", "中國", "China", "中华人民共和国")]
    assert found[0]
    assert all(ids == found[0] for ids in found)
    roles = {role for one in standing.timeline(Wanted(party="CHN")) for role, party in parties(one) if party == "CHN"}
    assert {"actor", "affiliation"} <= roles
    with pytest.raises(LedgerError, match="no page of this ledger names"):
        standing.timeline(Wanted(party="ATL"))


def test_kinds_and_categories_choose(standing: Ledger) -> None:
    assert {one.category for one in standing.timeline(Wanted(kinds=("meeting",)))} == {"meeting"}
    assert {one.kind for one in standing.timeline(Wanted(kinds=("demand", "refuse")))} == {"demand", "refuse"}


def test_an_act_of_a_meeting_shows_as_the_meeting(ledger: Ledger) -> None:
    add(ledger, PAGE)
    meetings = [one for one in ledger.timeline() if one.category == "meeting" and one.day == "2023-04-06"]
    assert len(meetings) == 1
    assert meetings[0].modality == "happened"
    assert {role for role, _ in parties(meetings[0])} >= {"side"}
    assert not [one for one in ledger.timeline() if one.kind == "meet" and one.day == "2023-04-06"]


def test_promises_tell_by_whom_to_whom_and_until_when(standing: Ledger) -> None:
    told = standing.commitments()
    assert {one.category for one in told} == {"commitment"}
    assert any(one.due_to for one in told)
    by = datetime.date(2021, 12, 31)
    assert [one.id for one in standing.commitments(on=by)] == [one.id for one in told if one.day and one.day <= "2021-12-31"]
    assert 0 < len(standing.commitments(on=by)) < len(told)


def test_positions_are_of_the_party_and_its_people(ledger: Ledger) -> None:
    add(ledger, OTHER)
    kept(ledger)
    told = ledger.positions(Wanted(party="美国"))
    assert told
    assert all("USA" in {party for _, party in parties(one)} for one in told)
    assert {one.kind for one in told} <= {"must", "must_not", "willing", "unwilling", "condition"}


def test_what_is_new_is_shown_once(ledger: Ledger) -> None:
    url = "https://example.org/1"
    name = add(ledger, PAGE, url=url).name
    (one,) = ledger.news()
    assert (one.page, one.version, one.published) == (name, 1, "2023-04-06")
    assert one.meetings >= 1
    assert one.statements == len(ledger.record(name).statements)
    assert ledger.news() == []
    add(ledger, PAGE, url=url)
    assert ledger.news() == []
    add(ledger, OTHER, url=url)
    assert [(one.page, one.version) for one in ledger.news()] == [(name, 2)]
    today = datetime.datetime.now(datetime.UTC).date()
    assert [one.page for one in ledger.news(today)] == [name]
    assert ledger.news(today + datetime.timedelta(days=1)) == []


def test_a_page_removed_hides_none_that_come_later(ledger: Ledger) -> None:
    name = add(ledger, PAGE).name
    ledger.news()
    ledger.remove(name)
    assert add(ledger, OTHER).outcome == "new"
    assert len(ledger.news()) == 1


def test_items_are_found_by_id_citation_and_line(ledger: Ledger) -> None:
    name = add(ledger, PAGE).name
    act = ledger.record(name).acts[-1]
    (by_id,) = ledger.items(act.id)
    assert by_id.cue == PAGE[act.anchor.start : act.anchor.end]
    assert by_id in ledger.items(act.id[:6])
    assert by_id in ledger.items(by_id.citation)
    assert by_id in ledger.items(f"{name}:{act.line}")
    assert ledger.items("ffffffffffff") == []
    assert ledger.items(name) == []


def test_in_whose_words_it_is_told_has_a_name(ledger: Ledger) -> None:
    add(ledger, OTHER)
    told = [one for one in ledger.timeline() if one.according_to]
    assert told
    assert all(one.according_to in {party for role, party in parties(one) if role == "according_to"} for one in told)


def test_a_page_is_found_by_name_id_address_and_the_like_are_told(ledger: Ledger) -> None:
    name = add(ledger, PAGE, url="https://example.org/1").name
    for known in (name, ledger.record(name).page.id, "https://example.org/1"):
        assert ledger.record(known).page.text == PAGE
    with pytest.raises(LedgerError, match=f"no such page in this ledger; there is {name}"):
        ledger.record(name[:5])
