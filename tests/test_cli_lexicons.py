"""``verbale who``, ``verbale lexicon`` and ``--lexicons`` as a user meets them."""

import json
import os
from pathlib import Path

from click.testing import CliRunner, Result

from verbale.cli import main


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def person(folder: Path, row: str = "gu-lan\tGu Lan\tFRA\t顾岚迪") -> Path:
    (folder / "people.tsv").write_text(f"id\tname\taffiliation\tforms\n{row}\n", encoding="utf-8")
    return folder


def test_who_tells_offices_over_time_and_on_a_day() -> None:
    result = run("who", "鲁比奥")
    assert result.exit_code == 0
    assert "2025-01-21" in result.stdout
    assert "馬可·盧比歐" in result.stdout or "马可·卢比欧" in result.stdout
    assert "2025-01-21" not in run("who", "鲁比奥", "--on", "2024-01-01").stdout
    assert "blinken" in run("who", "美国国务卿", "--on", "2022-01-21").stdout


def test_who_as_json() -> None:
    told = json.loads(run("who", "鲁比奥", "--json").stdout)
    assert told["id"] == "rubio"
    assert {"office": "国务卿", "body": "USA", "start": "2025-01-21", "end": None} in told["offices"]


def test_who_tells_what_is_near_to_an_unknown_name() -> None:
    result = run("who", "鲁比奥奥")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "rubio" in result.stderr


def test_lexicons_of_a_folder_are_used_and_forgotten(tmp_path: Path) -> None:
    assert "Gu Lan" in run("--lexicons", person(tmp_path), "who", "顾岚迪").stdout
    assert os.environ["VERBALE_LEXICONS"] == ""
    assert run("who", "顾岚迪").exit_code == 1


def test_pages_are_read_with_them(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    words = "法国外长顾岚迪5日在巴黎表示，会谈将继续举行，双方愿意在下周交换意见，渡轮航线也会恢复。\n"
    page.write_text(f"法国外长发表讲话\n2024年4月5日\n\n{words * 3}", encoding="utf-8")
    (tmp_path / "mine").mkdir()
    told = json.loads(run("--lexicons", person(tmp_path / "mine"), "read", "--json", page).stdout)
    assert "gu-lan" in {entity["id"] for entity in told["entities"]}
    assert "gu-lan" not in {entity["id"] for entity in json.loads(run("read", "--json", page).stdout)["entities"]}


def test_check_passes_and_fails(tmp_path: Path) -> None:
    assert run("lexicon", "check").exit_code == 0
    assert run("lexicon", "check", person(tmp_path)).exit_code == 0
    result = run("lexicon", "check", person(tmp_path, "gu-lan\tGu Lan\tFRX\t顾岚迪"))
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{tmp_path / 'people.tsv'}:2: error: affiliation 'FRX'")


def test_a_lexicon_that_cannot_be_used_is_wrong_usage(tmp_path: Path) -> None:
    result = run("--lexicons", person(tmp_path, "gu-lan\tGu Lan"), "who", "顾岚迪")
    assert result.exit_code == 2
    assert "people.tsv:2" in result.stderr


def test_the_folder_is_named() -> None:
    assert run("lexicon", "path").stdout.strip().endswith("lexicons")
