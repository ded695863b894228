"""Users' own lexicons extend and override ours, and a change is seen at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from verbale.entities import gazetteer
from verbale.errors import LexiconError
from verbale.lexicons import own, tables


@pytest.fixture(name="mine")
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(own.VARIABLE, str(tmp_path))
    return tmp_path


def write(folder: Path, file: str, *lines: str) -> None:
    path = folder / file
    path.write_text("\n".join(line.replace(" / ", "\t") for line in lines) + "\n", encoding="utf-8")
    os.utime(path, ns=(path.stat().st_mtime_ns, path.stat().st_mtime_ns + 1_000_000))


def named(form: str) -> set[tuple[str, str]]:
    return set(gazetteer.load().named(form))


def test_a_new_person_and_office(mine: Path) -> None:
    write(mine, "people.tsv", "id / name / affiliation / forms", "gu-lan / Gu Lan / FRA / 顾岚|古蘭")
    write(mine, "offices.tsv", "person / office / body / from / to", "gu-lan / 外交部长 / FRA / 2035-03-05 / ")
    assert named("古兰") == {("person", "gu-lan")}
    assert [tenure.office for tenure in gazetteer.load().offices_of("gu-lan")] == ["外交部长"]


def test_forms_are_added_or_replaced(mine: Path) -> None:
    write(mine, "people.tsv", "id / forms", "rubio / +|卢比欧欧", "trump / 特朗普|某总统")
    assert named("卢比欧欧") == {("person", "rubio")}
    assert named("鲁比奥") == {("person", "rubio")}
    assert named("某总统") == {("person", "trump")}
    assert named("杜林普") == set()
    assert gazetteer.load().entries["person", "trump"].name == "Donald Trump"


def test_tenures_of_an_office_are_replaced_together(mine: Path) -> None:
    write(mine, "offices.tsv", "person / office / body / from / to", "trump / 总统 / USA / 2017-01-20 / 2021-01-20")
    assert len([tenure for tenure in gazetteer.load().offices_of("trump") if tenure.office == "总统"]) == 1


def test_a_change_is_seen_at_once(mine: Path) -> None:
    assert named("顾岚") == set()
    write(mine, "people.tsv", "id / name / affiliation / forms", "gu-lan / Gu Lan / FRA / 顾岚")
    assert named("顾岚") == {("person", "gu-lan")}
    write(mine, "people.tsv", "id / name / affiliation / forms", "gu-lan / Gu Lan / FRA / 顾兰")
    assert named("顾岚") == set()
    (mine / "people.tsv").unlink()
    assert named("顾兰") == set()


def test_every_table_can_be_extended(mine: Path) -> None:
    write(mine, "organizations.tsv", "id / type / name / kind / state / forms", "MLR / organization / Mountain Radio / media /  / 山海电台")
    write(mine, "cities.tsv", "id / country / latitude / longitude / forms", "Aarau / CHE / 47.4 / 8.0 / 阿劳")
    write(mine, "venues.tsv", "id / city / forms", "Salt House / Aarau / 盐仓宾馆")
    write(mine, "titles.tsv", "office / name / rank / forms", "界河专员 / commissioner for the border river / 4 / 界河专员")
    write(mine, "states.tsv", "id / name / forms", "QQA / Highland / 山国")
    found = {form: named(form) for form in ("山海电台", "阿劳", "盐仓宾馆", "界河专员", "山国")}
    assert found == {
        "山海电台": {("organization", "MLR")},
        "阿劳": {("city", "Aarau")},
        "盐仓宾馆": {("venue", "Salt House")},
        "界河专员": {("title", "界河专员")},
        "山国": {("state", "QQA")},
    }
    assert gazetteer.load().entries["venue", "Salt House"].country == "CHE"


def test_rules_grow_and_are_overridden_by_name(mine: Path) -> None:
    write(mine, "references.toml", "[pronouns]", 'state = ["彼国"]')
    write(mine, "bodies.toml", "[[body]]", 'name = "side"', 'words = ["侧"]', "after_short = true")
    assert tables.rules("references.toml")["pronouns"]["state"] == ["该国", "彼国"]
    sides = [entry["words"] for entry in tables.rules("bodies.toml")["body"] if entry["name"] == "side"]
    assert sides == [["侧"]]
    (mine / "references.toml").unlink()
    assert tables.rules("references.toml")["pronouns"]["state"] == ["该国"]


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        (("id / forms", "nobody / 某某某"), "name"),
        (("id / form", "rubio / 某某某"), "unknown column"),
        (("id / forms", "rubio"), "write 2"),
    ],
)
def test_a_faulty_file_is_told(mine: Path, lines: tuple[str, ...], right: str) -> None:
    write(mine, "people.tsv", *lines)
    with pytest.raises(LexiconError, match=right) as error:
        gazetteer.load()
    assert str(mine) in str(error.value)


def test_a_folder_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(own.VARIABLE, str(tmp_path / "none"))
    with pytest.raises(LexiconError, match="no such folder"):
        gazetteer.load()


def test_the_configuration_folder_is_the_usual_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(own.VARIABLE)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert own.folder() is None
    own.usual().mkdir(parents=True)
    write(own.usual(), "people.tsv", "id / forms", "rubio / +|卢比欧欧")
    assert named("卢比欧欧") == {("person", "rubio")}
