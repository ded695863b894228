import datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, func, insert, select

from tests.ledger.invented import OTHER, PAGE, PAGES, add, kept, labelled
from verbale.errors import LedgerError
from verbale.ledger.adding import Added, Job
from verbale.ledger.book import Ledger
from verbale.ledger.connecting import connect, reading, writing
from verbale.ledger.tables import items, judgements, metadata, pages
from verbale.pages.files import page_from_text, read_page

URL = "https://example.org/1"


def rows(location: str) -> dict[str, int]:
    """How many rows each table has."""
    engine = connect(location, create=False)
    with reading(engine) as connection:
        counts = {table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in metadata.sorted_tables}
    engine.dispose()
    return counts


def test_adding_twice_changes_nothing(ledger: Ledger, location: str) -> None:
    assert {one.outcome for one in kept(ledger)} == {"new"}
    before = rows(location)
    assert before["pages"] == before["versions"] == len(labelled())
    assert min(before[name] for name in ("items", "roles", "passages", "entities", "names")) > before["pages"]
    assert {one.outcome for one in kept(ledger)} == {"unchanged"}
    assert rows(location) == before
    assert list(ledger.check()) == []


def test_the_same_bytes_under_another_name_are_the_same_page(ledger: Ledger, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    assert [one[:2] for one in kept(ledger, [Job(read_page(tmp_path / name)) for name in ("one.txt", "two.txt")])] == [
        ("one", "new"),
        ("one", "unchanged"),
    ]


def test_the_same_words_at_two_addresses_are_two_pages(ledger: Ledger) -> None:
    assert [add(ledger, PAGE, url=f"https://example.org/{number}").outcome for number in (1, 2)] == ["new", "new"]
    assert len(set(ledger.names())) == 2
    assert list(ledger.check()) == []


def test_a_changed_page_is_a_new_version_and_the_old_one_stays(ledger: Ledger) -> None:
    name = add(ledger, PAGE, url=URL).name
    changed = PAGE.replace("渡轮航线", "货运航线")
    assert add(ledger, changed, url=URL) == Added(name, "changed", None)
    assert ledger.record(name).page.text == changed
    assert ledger.record(name, 1).page.text == PAGE
    assert [version.ordinal for version in ledger.kept(name).versions] == [1, 2]
    assert ledger.search("渡轮") == []
    assert [hit.page for hit in ledger.search("货运")] == [name]
    assert add(ledger, changed, url=URL).outcome == "unchanged"
    with pytest.raises(LedgerError, match="no version 3"):
        ledger.record(name, 3)
    assert list(ledger.check()) == []


def test_a_changed_file_is_a_new_version(ledger: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    for text, outcome in ((PAGE, "new"), (OTHER, "changed"), (OTHER, "unchanged"), (PAGE, "changed")):
        file.write_text(text, encoding="utf-8")
        assert kept(ledger, [Job(read_page(file))]) == [Added("page", outcome, None)]
    assert len(ledger.kept("page").versions) == 3


def test_a_day_that_is_told_later_is_taken_and_none_is_no_news(ledger: Ledger) -> None:
    text = PAGE.replace("2023年4月6日 10:20\n", "")
    name = add(ledger, text).name
    assert add(ledger, text, day="2021-04-07") == Added(name, "read anew", None)
    assert ledger.record(name).published.start == datetime.date(2021, 4, 7)
    assert add(ledger, text).outcome == "unchanged"
    assert ledger.kept(name).given == "2021-04-07"
    assert len(ledger.kept(name).versions) == 1


def test_names_are_told_apart(ledger: Ledger, tmp_path: Path) -> None:
    for folder, text in (("a", PAGE), ("b", OTHER)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html.txt").write_text(text, encoding="utf-8")
    jobs = [Job(read_page(tmp_path / folder / "index.html.txt")) for folder in "ab"]
    first, second = kept(ledger, jobs)
    assert first.name == "index-html"
    assert second.name.startswith("index-html-")
    assert ledger.record(second.name).page.text == OTHER


def test_a_page_without_an_article_is_kept_with_the_reason(ledger: Ledger) -> None:
    done = add(ledger, "首页 新闻 国际 评论\n登录 注册\n版权所有 不得转载\n")
    assert done.outcome == "new"
    assert done.verdict
    assert ledger.kept(done.name).verdict == done.verdict
    assert ledger.items(done.name) == []


def test_removing_takes_everything_and_other_pages_stay(ledger: Ledger, location: str) -> None:
    kept(ledger)
    before = rows(location)
    name = add(ledger, PAGE, url=URL).name
    add(ledger, OTHER, url=URL)
    assert ledger.remove(name) == name
    assert rows(location) == before
    assert ledger.search("渡轮") == []
    with pytest.raises(LedgerError, match="no such page"):
        ledger.remove(name)
    assert list(ledger.check()) == []


def test_several_processes_read_the_same(ledger: Ledger, tmp_path: Path) -> None:
    jobs = [Job(page_from_text(text)) for text in (PAGE, OTHER)]
    done = list(ledger.add(jobs, processes=2))
    assert sorted(one.outcome for one in done) == ["new", "new"]
    with Ledger(tmp_path / "other.db") as other:
        kept(other, jobs)
        assert dict(other.records()) == dict(ledger.records())


def test_reading_anew_keeps_versions_and_judgements(ledger: Ledger, location: str) -> None:
    name = add(ledger, PAGE, url=URL).name
    kept(ledger)
    record = ledger.record(name)
    judged = record.acts[0]
    engine = connect(location, create=False)
    with writing(engine) as connection:
        telling = {"address": URL, "item": judged.id, "category": "act", "start": judged.anchor.start, "stop": judged.anchor.end}
        connection.execute(insert(judgements).values(verdict="reject", judge="顾问", judged="2023-04-07T10:00:00+00:00", **telling))
        connection.execute(delete(items))
        connection.execute(pages.update().where(pages.c.name == name).values(reader="verbale 0.0.1"))
    assert list(ledger.reread()) == [Added(name, "unchanged", None)]
    assert list(ledger.reread()) == []
    assert [one.name for one in ledger.reread(everything=True)] == [name]
    assert ledger.record(name, 1) == record
    assert ledger.record(name).acts == tuple(act for act in record.acts if act.id != judged.id)
    assert len(ledger.kept(name).versions) == 1
    add(ledger, OTHER, url=URL)
    ledger.remove(name)
    with reading(engine) as connection:
        assert connection.execute(select(judgements.c.item, judgements.c.judge)).all() == [(judged.id, "顾问")]
    engine.dispose()


def test_reading_anew_takes_what_the_lexicons_tell_now(ledger: Ledger, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name = add(ledger, PAGE.replace("蒙古国", "乐普国")).name
    assert "LPG" not in {entity.id for entity in ledger.record(name).entities}
    (tmp_path / "states.tsv").write_text("id\tname\tforms\tshort\tactors\tcapital\nLPG\tLepu\t乐普国\t\t\t\n", encoding="utf-8")
    monkeypatch.setenv("VERBALE_LEXICONS", str(tmp_path))
    assert list(ledger.reread()) == [Added(name, "read anew", None)]
    assert "LPG" in {entity.id for entity in ledger.record(name).entities}
    assert list(ledger.check()) == []


def test_a_record_of_another_page_is_refused(ledger: Ledger, tmp_path: Path) -> None:
    file = tmp_path / "page.json"
    page = read_page(PAGES / "hk-trade-2025.txt")
    for told in ('{"acts": [{"anchor": [0, 99999]}]}', "[]", "no JSON", '{"acts": [{}]}', '{"format": "verbale/1"}'):
        file.write_text(told, encoding="utf-8")
        (done,) = kept(ledger, [Job(page, None, file)])
        assert done.outcome == "failed"
        assert "page.json" in str(done.verdict) or "outside the page" in str(done.verdict)
    assert ledger.names() == []


def test_changed_labels_are_taken(ledger: Ledger, tmp_path: Path) -> None:
    labels, page = tmp_path / "hk.json", read_page(PAGES / "hk-trade-2025.txt")
    labels.write_bytes((PAGES / "hk-trade-2025.json").read_bytes())
    assert kept(ledger, [Job(page, None, labels)])[0].outcome == "new"
    count = len(ledger.record("hk-trade-2025").acts)
    labels.write_text('{"lines": {"1": "title"}, "published": {"start": "2025-07-30", "end": "2025-07-30"}}', encoding="utf-8")
    assert kept(ledger, [Job(page, None, labels)])[0].outcome == "read anew"
    assert count > 0
    assert ledger.record("hk-trade-2025").acts == ()
    assert kept(ledger, [Job(page, None, labels)])[0].outcome == "unchanged"
