"""The commands of the ledger as a user meets them."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import duckdb
import msgspec
import pytest
from click.testing import CliRunner, Result

from tests.ledger.invented import OTHER, PAGE, PAGES
from verbale.cli import main
from verbale.model import Record


def run(*arguments: object) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(name="pages")
def written(tmp_path: Path) -> Path:
    return write(tmp_path / "pages")


def write(folder: Path) -> Path:
    folder.mkdir()
    for name, text in (("visit", PAGE), ("parliament", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(name="filled")
def added(location: str, pages: Path) -> str:
    result = run("add", pages, "--ledger", location)
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    return location


@pytest.fixture(name="looked_at", scope="module")
def added_once(standing_location: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same ledger, for tests that only look at it."""
    assert run("add", write(tmp_path_factory.mktemp("written") / "pages"), "--ledger", standing_location).exit_code == 0
    return standing_location


def test_add_tells_what_it_did(location: str, pages: Path) -> None:
    assert run("add", pages, "--ledger", location).stderr == f"{location}: 2 new\n"
    (pages / "visit.txt").write_text(PAGE.replace("渡轮", "货轮"), encoding="utf-8")
    again = run("add", pages, pages / "none.txt", "--ledger", location)
    assert again.exit_code == 1
    assert "none.txt: no such file" in again.stderr
    assert "changed: visit; the version before is kept" in again.stderr
    assert again.stderr.splitlines()[-1] == f"{location}: 1 changed, 1 unchanged, 1 failed"


def test_add_takes_days_and_records(location: str) -> None:
    arguments = ("add", PAGES, "--ledger", location, "--records", PAGES)
    count = len(list(PAGES.glob("*.txt")))
    assert run(*arguments).stderr == f"{location}: {count} new\n"
    assert run(*arguments, "--published", PAGES / "published.tsv").stderr.startswith(f"{location}: {count} read anew")
    assert run(*arguments, "--published", PAGES / "published.tsv").stderr == f"{location}: {count} unchanged\n"


def test_a_record_that_is_missing_is_told_and_others_are_added(location: str, tmp_path: Path) -> None:
    (tmp_path / "hk-who-2021.json").write_bytes((PAGES / "hk-who-2021.json").read_bytes())
    result = run("add", PAGES / "hk-who-2021.txt", PAGES / "hk-trade-2025.txt", "--ledger", location, "--records", tmp_path)
    assert result.exit_code == 1
    assert "no hk-trade-2025.json in it" in result.stderr
    assert result.stderr.endswith("1 new, 1 failed\n")


def test_pages_of_a_collection_are_pages_of_their_own(location: str, tmp_path: Path) -> None:
    collection = tmp_path / "all.jsonl"
    lines = [{"id": "a/1", "text": PAGE, "url": "https://example.org/1", "source": "山海报"}, {"id": "a/2", "text": OTHER}]
    collection.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    assert run("add", collection, "--ledger", location).stderr == f"{location}: 2 new\n"
    assert run("add", collection, "--ledger", location).stderr == f"{location}: 2 unchanged\n"
    assert [json.loads(line)["page"] for line in run("new", location, "--since", "last", "--json").stdout.splitlines()] == [
        "all-a-1",
        "all-a-2",
    ]
    assert json.loads(run("timeline", location, "--json", "--outlet", "山海报").stdout.splitlines()[0])["url"] == "https://example.org/1"


def test_timeline_for_people(looked_at: str) -> None:
    shown = run("timeline", looked_at)
    assert shown.exit_code == 0
    assert "2023-04-06  Botswana 博茨瓦纳: Bai Zhou 白洲 ↔ Mongolia 蒙古: Gu Lan 顾岚" in shown.stdout
    assert "[visit:4 " in shown.stdout
    assert "according to Gu Lan 顾岚" in shown.stdout
    assert "at Mongolia" in shown.stdout
    few = run("timeline", looked_at, "--limit", "1")
    assert few.stdout in shown.stdout
    assert "the latest 1; --limit 0 shows all" in few.stderr


@pytest.mark.parametrize(
    "command", [("timeline",), ("promises",), ("positions", "蒙古国"), ("search", "渡轮"), ("new", "--since", "2020-01-01")]
)
def test_every_view_speaks_json_and_csv(looked_at: str, command: tuple[str, ...]) -> None:
    arguments = (command[0], looked_at, *command[1:])
    as_json, as_csv = run(*arguments, "--json"), run(*arguments, "--csv")
    told = [json.loads(line) for line in as_json.stdout.splitlines()]
    rows = list(csv.DictReader(io.StringIO(as_csv.stdout)))
    assert told
    assert [one["page"] for one in told] == [row["page"] for row in rows]
    if command[0] != "new":
        assert all(row["citation"].startswith(f"[{row['page']}:{row['line']} ") for row in rows)
    assert run(*arguments, "--json", "--csv").exit_code == 2


def test_search_marks_and_cites(looked_at: str) -> None:
    found = run("search", looked_at, "渡輪 航線")
    assert "[visit:4 " in found.stdout
    assert "尽快恢复两国" in found.stdout
    assert found.stderr == "1 line\n"
    assert run("search", looked_at, "无此词").stderr == "nothing found for 无此词\n"
    for arguments in (("，",), ("渡轮", "--party", "无名氏")):
        assert run("search", looked_at, *arguments).exit_code == 2


def test_promises_tell_what_became_of_them(location: str) -> None:
    run("add", PAGES, "--ledger", location, "--records", PAGES)
    assert "OVERDUE: due by" in run("promises", location, "--on", "2030-01-01").stdout
    overdue = run("promises", location, "--on", "2030-01-01", "--overdue", "--json").stdout.splitlines()
    assert {json.loads(line)["status"] for line in overdue} == {"overdue"}
    assert all(json.loads(line)["due_to"] < "2030-01-01" for line in overdue)
    assert run("promises", location, "--on", "1999-01-01").stderr == "no promises\n"


def test_show_a_page_a_version_a_record(filled: str, pages: Path) -> None:
    page = run("show", filled, "visit")
    assert "博茨瓦纳外长访问蒙古国" in page.stdout
    assert "kept as visit:" in page.stderr
    record = msgspec.json.decode(run("show", filled, "visit", "--json").stdout, type=Record)
    act = record.acts[0]
    one = run("show", filled, act.id, "--explain")
    assert act.because.rule in one.stdout
    assert "visit, from line" in one.stdout
    citation = json.loads(run("show", filled, act.id, "--json").stdout)["citation"]
    assert act.id in run("show", filled, citation).stdout
    (pages / "visit.txt").write_text(OTHER + PAGE, encoding="utf-8")
    run("add", pages / "visit.txt", "--ledger", filled)
    assert "2 versions" in run("show", filled, "visit").stderr
    assert msgspec.json.decode(run("show", filled, "visit", "--json", "--version", "1").stdout, type=Record) == record
    missing = run("show", filled, "visits")
    assert missing.exit_code == 2
    assert "visits: no such page in this ledger" in missing.stderr


def test_exports_go_to_a_file_or_to_standard_output(looked_at: str, tmp_path: Path) -> None:
    target = tmp_path / "out" / "items.parquet"
    assert run("export", looked_at, "--format", "parquet", "-o", target).exit_code == 0
    assert duckdb.read_parquet(str(target)).fetchall()
    assert run("export", looked_at, "--format", "csv").stdout.startswith("day,category,kind")
    refused = run("export", looked_at, "--format", "xml")
    assert refused.exit_code == 2
    assert "jsonl, csv, parquet, plover, cross" in refused.stderr


def test_looking_after_a_ledger(filled: str, tmp_path: Path) -> None:
    assert run("check", filled).stderr == f"{filled}: 2 pages, sound\n"
    assert run("doctor", filled).stderr == f"{filled}: 2 pages written anew\n"
    assert run("reread", filled).stderr == f"{filled}: no pages\n"
    assert run("reread", filled, "visit", "--all").stderr == f"{filled}: 1 unchanged\n"
    assert run("remove", filled, "visit").stderr == "removed visit\n"
    assert run("remove", filled, "visit").exit_code == 2
    backed = run("backup", filled, tmp_path / "copy.db")
    assert backed.exit_code == (2 if "://" in filled else 0)


def test_a_ledger_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("timeline", tmp_path / "none.db")
    assert result.exit_code == 2
    assert "no such ledger; 'verbale add" in result.stderr


def test_help_opens_no_database() -> None:
    code = "import sys\nfrom click.testing import CliRunner\nfrom verbale.cli import main\nCliRunner().invoke(main, ['--help'])\n"
    told = subprocess.run(
        [sys.executable, "-c", code + "print({'sqlalchemy', 'datasketch', 'scipy', 'rich'} & set(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "set()\n"
