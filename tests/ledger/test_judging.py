"""What people say of the records: it changes what is shown, outlives reading, and can be taken back."""

import json
from pathlib import Path

import pytest

from tests.ledger.invented import OTHER, PAGE, add, kept
from tests.ledger.test_ledger_cli import run
from verbale.errors import LedgerError
from verbale.ledger.adding import Job
from verbale.ledger.book import Ledger
from verbale.ledger.judging.deciding import Opinion
from verbale.ledger.telling import Told
from verbale.ledger.views import Wanted
from verbale.pages.files import read_page

ADDRESS = "https://example.org/visit"
ANNA, BORIS = Opinion(judge="anna", reason="read it twice"), Opinion(judge="boris")


@pytest.fixture(name="page")
def added(ledger: Ledger) -> str:
    add(ledger, OTHER, "https://example.org/parliament", "2023-04-09")
    return add(ledger, PAGE, ADDRESS, "2023-04-06").name


def told(ledger: Ledger, page: str) -> list[Told]:
    return dict(ledger.pages())[page]


def shown(ledger: Ledger, page: str) -> list[tuple[object, ...]]:
    """What labels hold of a page's items; which acts tell of a meeting they do not."""
    items = [item for item in told(ledger, page) if item.category != "meeting"]
    return sorted((item.category, item.kind, item.modality, item.day_from, item.words, item.start, item.stop) for item in items)


def one(ledger: Ledger, page: str, category: str, kind: str | None = None) -> Told:
    return next(item for item in told(ledger, page) if item.category == category and kind in {None, item.kind})


def test_what_is_rejected_is_shown_nowhere_until_it_is_undone(ledger: Ledger, page: str) -> None:
    agreed = one(ledger, page, "act", "agree")
    before = told(ledger, page)
    made = ledger.judgements.reject(agreed.id, ANNA)
    shown = {item.id for item in told(ledger, page)}
    assert agreed.id not in shown
    assert agreed.id not in {act.id for act in ledger.record(page).acts}
    assert not [item for item in told(ledger, page) if item.category == "commitment" and item.words == agreed.words]
    assert agreed.id not in {item.id for item in ledger.timeline()}
    assert agreed.id in {act.id for act in ledger.record(page, 1).acts}, "a version by its number is as it was read"
    ledger.judgements.undo(made.number, "boris")
    assert told(ledger, page) == before
    assert [(one.judge, one.undone_by) for one in ledger.judgements.history()] == [("anna", "boris")]
    assert not list(ledger.check())


def test_an_edit_gives_other_values_and_brings_parties_in(ledger: Ledger, page: str) -> None:
    agreed = one(ledger, page, "act", "agree")
    ledger.judgements.edit(agreed.id, {"recipients": "苗青", "modality": "planned", "date": "2023-05-01..2023-05-31"}, ANNA)
    after = next(item for item in told(ledger, page) if item.id == agreed.id)
    assert (after.modality, after.day_from, after.day_to, after.confidence) == ("planned", "2023-05-01", "2023-05-31", 1.0)
    assert [party.name_zh for party in after.parties if party.role == "recipient"] == ["苗青"]
    assert after.rule == "edited by anna"
    (promised,) = (item for item in told(ledger, page) if item.category == "commitment" and item.words == agreed.words)
    assert [party.name_zh for party in promised.parties if party.role == "to"] == ["苗青"], "a commitment follows its act"
    assert agreed.id in {item.id for item in ledger.timeline(Wanted(party="苗青"))}
    assert not list(ledger.check())


def test_an_act_that_no_longer_binds_promises_nothing(ledger: Ledger, page: str) -> None:
    agreed = one(ledger, page, "act", "agree")
    ledger.judgements.edit(agreed.id, {"modality": "denied"}, ANNA)
    assert agreed.words not in {item.words for item in told(ledger, page) if item.category == "commitment"}
    ledger.judgements.edit(agreed.id, {"modality": "happened"}, BORIS)
    assert agreed.words in {item.words for item in told(ledger, page) if item.category == "commitment"}


def test_the_words_of_a_statement_can_be_set_right(ledger: Ledger, page: str) -> None:
    said = one(ledger, page, "statement", "direct")
    ledger.judgements.edit(said.id, {"content": f"{said.stop - 4}-{said.stop}"}, ANNA)
    after = next(item for item in told(ledger, page) if item.id == said.id)
    assert after.words == said.words[-4:]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "greet"}, "no kind of act"),
        ({"modality": "soon"}, "cannot be"),
        ({"speakers": "USA"}, "no field of a act|no field of an act"),
        ({"date": "next week"}, "cannot be"),
        ({"content": "5-90000"}, "outside the page"),
        ({"content": "here"}, "START-END"),
        ({"actors": "谁也不是"}, "no page of this ledger"),
        ({}, "at least one"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(ledger: Ledger, page: str, changes: dict[str, str], message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        ledger.judgements.edit(one(ledger, page, "act", "agree").id, changes, ANNA)
    assert ledger.judgements.history() == []


def test_judgements_outlive_reading_and_a_changed_page(ledger: Ledger, page: str) -> None:
    agreed, said = one(ledger, page, "act", "agree"), one(ledger, page, "statement", "direct")
    ledger.judgements.reject(said.id, ANNA)
    ledger.judgements.edit(agreed.id, {"content": f"{agreed.stop - 6}-{agreed.stop - 2}"}, ANNA)
    list(ledger.reread(everything=True))
    assert said.id not in {item.id for item in told(ledger, page)}
    add(ledger, PAGE.replace("渡轮航线", "轮船航线。另据报道，渡轮航线"), ADDRESS, "2023-04-06")
    assert ledger.judgements.history(page)
    assert not list(ledger.check()), "an edit of characters that moved is not believed"
    ledger.remove(page)
    assert len(ledger.judgements.history()) == 2
    assert {made.page for made in ledger.judgements.history()} == {None}


def test_two_people_at_once_are_told_of_each_other(ledger: Ledger, page: str) -> None:
    agreed = one(ledger, page, "act", "agree")
    seen = ledger.judgements.state(agreed)
    made = ledger.judgements.accept(agreed.id, Opinion(judge="anna", seen=seen))
    with pytest.raises(LedgerError, match="anna: accept"):
        ledger.judgements.reject(agreed.id, Opinion(judge="boris", seen=seen))
    again = ledger.judgements.state(agreed)
    ledger.judgements.undo(made.number, "anna")
    with pytest.raises(LedgerError, match="anna took a judgement back"):
        ledger.judgements.reject(agreed.id, Opinion(judge="boris", seen=again))
    with pytest.raises(LedgerError, match="was undone by anna"):
        ledger.judgements.undo(made.number, "boris")


def test_the_queue_begins_with_doubt_and_leaves_out_what_was_judged(ledger: Ledger, page: str) -> None:
    kept(ledger)
    waiting = ledger.judgements.queue(500)
    sure = [item.confidence for item in waiting]
    assert sure == sorted(sure)
    assert "commitment" not in {item.category for item in waiting}
    ledger.judgements.accept(waiting[0].id, ANNA)
    assert waiting[0].id not in {item.id for item in ledger.judgements.queue(500)}
    assert {item.page for item in ledger.judgements.queue(500, page=page)} == {page}


def test_pages_that_were_judged_whole_become_labels(ledger: Ledger, page: str, tmp_path: Path) -> None:
    ledger.judgements.reject(one(ledger, page, "statement", "direct").id, ANNA)
    assert ledger.judgements.write_labels(tmp_path / "first") == 0
    for item in ledger.judgements.queue(500, page=page):
        ledger.judgements.accept(item.id, ANNA)
    assert ledger.judgements.write_labels(tmp_path / "labels") == 1
    labels = json.loads((tmp_path / "labels" / "gold" / f"{page}.json").read_text(encoding="utf-8"))
    assert "direct" not in {statement["kind"] for statement in labels["statements"]}
    with Ledger(tmp_path / "again.db") as again:
        list(
            again.add([Job(read_page(tmp_path / "labels" / "pages" / f"{page}.txt"), None, tmp_path / "labels" / "gold" / f"{page}.json")])
        )
        (name,) = again.names()
        assert shown(again, name) == shown(ledger, page)


def test_the_commands_judge_tell_and_undo(location: str, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "visit.txt").write_text(PAGE, encoding="utf-8")
    run("add", folder, "--ledger", location)
    waiting = [json.loads(line) for line in run("judge", "queue", location, "--json").stdout.splitlines()]
    meeting, agreed = (next(row["id"] for row in waiting if row["kind"] == kind) for kind in ("meet", "agree"))
    assert "accept act" in run("judge", "accept", location, meeting, "--by", "anna").stderr
    edited = run("judge", "edit", location, agreed, "modality=planned", "--by", "anna", "--because", "它还没有发生")
    assert 'modality="planned"  because 它还没有发生' in edited.stderr
    assert "write FIELD=VALUE" in run("judge", "edit", location, agreed, "modality").stderr
    refused = run("judge", "reject", location, "00000000")
    assert (refused.exit_code, "no item of this id" in refused.stderr) == (2, True)
    assert "undone: " in run("judge", "undo", location, "--by", "anna").stderr
    assert "has judged nothing" in run("judge", "undo", location, "--by", "carla").stderr
    assert "(undone by anna" in run("judge", "history", location).stdout
    assert "labels of 0 pages" in run("judge", "labels", location, tmp_path / "labels").stderr


SAME = """挪威与瑞典外长会谈
2023年5月9日 09:00

挪威外交大臣艾德8日在奥斯陆同瑞典外交大臣比尔斯特伦举行会谈，讨论边境渔业。
"""
LATER = SAME.replace("8日在奥斯陆", "17日在奥斯陆").replace("5月9日", "5月18日")


def events_of(ledger: Ledger) -> dict[str, str]:
    """Page → the event of its meeting."""
    homes = ledger.homes()
    return {name: homes[name, item.id] for name, items in ledger.pages() for item in items if item.category == "meeting"}


def test_people_merge_and_split_events(ledger: Ledger) -> None:
    first = add(ledger, SAME, "https://example.org/a", "2023-05-09").name
    again = add(ledger, SAME.replace("讨论边境渔业", "双方谈到边境渔业"), "https://example.org/b", "2023-05-09").name
    later = add(ledger, LATER, "https://example.org/c", "2023-05-18").name
    found = events_of(ledger)
    assert found[first] == found[again] != found[later]
    one, other, last = (one_of(ledger, page) for page in (first, again, later))
    merge = ledger.judgements.merge(one, last, ANNA)
    found = events_of(ledger)
    assert found[first] == found[later]
    list(ledger.reread(everything=True))
    assert events_of(ledger)[first] == events_of(ledger)[later], "a merge outlives reading"
    ledger.judgements.undo(merge.number, "anna")
    assert events_of(ledger)[first] != events_of(ledger)[later]
    split = ledger.judgements.split(other, BORIS)
    assert events_of(ledger)[first] != events_of(ledger)[again]
    with pytest.raises(LedgerError, match="another item"):
        ledger.judgements.split(other, BORIS)
    ledger.judgements.undo(split.number, "boris")
    with pytest.raises(LedgerError, match="one event already"):
        ledger.judgements.merge(one, other, ANNA)


def one_of(ledger: Ledger, page: str) -> str:
    return one(ledger, page, "meeting").id
