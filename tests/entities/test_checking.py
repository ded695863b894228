"""Every kind of fault in a lexicon is told with its file, its line and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from verbale.entities.checking import check

PEOPLE = "id\tname\taffiliation\tforms"
ORGANIZATIONS = "id\ttype\tname\tkind\tstate\tforms"
OFFICES = "person\toffice\tbody\tfrom\tto"
Fault = tuple[str, tuple[str, ...], str, str]


def write(folder: Path, file: str, *lines: str) -> None:
    (folder / file).write_text("\n".join(line.replace(" / ", "\t") for line in lines) + "\n", encoding="utf-8")


def told(folder: Path, file: str, *lines: str) -> list[str]:
    """What is told of a user's file, without the path."""
    write(folder, file, *lines)
    return [str(problem).removeprefix(str(folder / file)) for problem in check(folder) if str(folder) in problem.file]


def test_ours_are_without_fault() -> None:
    assert check(None) == ()


def test_good_files_are_without_fault(tmp_path: Path) -> None:
    assert told(tmp_path, "people.tsv", PEOPLE, "gu-lan / Gu Lan / FRA / 顾岚迪|古蘭迪|Gu Lan") == []
    assert told(tmp_path, "offices.tsv", OFFICES, "gu-lan / 外长 / FRA / 2035-03 / ") == []
    assert told(tmp_path, "references.toml", "[pronouns]", 'state = ["彼国"]') == []


FAULTS = [
    ("people.tsv", (PEOPLE, "gu-lan / Gu Lan / FRX / 顾岚迪"), ":2: error: affiliation 'FRX'", "ISO alpha-3"),
    ("people.tsv", (PEOPLE, "Gu Lan / Gu Lan / FRA / 顾岚迪"), ":2: error: id 'Gu Lan'", "gu-lan"),
    ("people.tsv", (PEOPLE, "gu-lan / Gu Lan / FRA / 顾岚迪|顾"), ":2: error: forms: '顾'", "two characters"),
    ("people.tsv", (PEOPLE, "gu-lan / Gu Lan / FRA / 顾岚迪|顾岚迪"), ":2: error: forms: '顾岚迪' stands twice", "write it once"),
    ("people.tsv", ("id\tforms", "gu-lan / 顾岚迪"), ":2: error: the new entry", "write name"),
    ("people.tsv", (PEOPLE, "gu-lan / Gu Lan / FRA / 顾岚迪", "a-b / A B / FRA / 艾比西"), ":3: warning: a-b stands after", "sort"),
    ("people.tsv", (PEOPLE, "a-b / A B / FRA / 艾比西", "a-b / A B / FRA / 艾比西"), ":3: error: a-b stands twice", "one row"),
    (
        "people.tsv",
        (PEOPLE, "gu-lan / Gu Lan / FRA / 鲁比奥"),
        ":2: warning: '鲁比奥' of gu-lan is also a form of rubio",
        "leave it out",
    ),
    ("people.tsv", (PEOPLE, "gu-lan / Gu Lan / FRA / 会谈"), ":2: warning: '会谈' is a common word", "guard"),
    ("people.tsv", (PEOPLE, "gu-lan / Gu Lan"), ":2: error: 2 cells", "write 4"),
    ("people.tsv", (PEOPLE + "\tage", "rubio / Marco Rubio / USA / 鲁比奥 / 1"), ":1: error: unknown column 'age'", "there are id"),
    ("offices.tsv", (OFFICES, "rubio / 国务卿 / USA / 2025-13 / "), ":2: error: from '2025-13'", "ISO day"),
    ("offices.tsv", (OFFICES, "rubio / 国务卿 / USA / 2025-02 / 2024"), ":2: error: ends (2024) before", "from before to"),
    ("offices.tsv", (OFFICES, "nobody / 国务卿 / USA / 2025 / "), ":2: error: person 'nobody'", "people.tsv"),
    ("offices.tsv", (OFFICES, "rubio / 国务清 / USA / 2025 / "), ":2: error: office '国务清'", "titles.tsv"),
    ("offices.tsv", (OFFICES, "rubio / 国务卿 / USA / 2021 / 2023", "rubio / 国务卿 / USA / 2022 / "), ":3: error: begins", "mend"),
    ("cities.tsv", ("id\tcountry\tlatitude\tlongitude\tforms", "Zug / CHE / 147 / 8 / 楚格"), ":2: error: latitude", "degrees"),
    ("venues.tsv", ("id\tcity\tforms", "Salt House / Baar / 盐仓宾馆"), ":2: error: city 'Baar'", "cities.tsv"),
    ("titles.tsv", ("office\tname\trank\tforms", "某专员 / aide / 9 / 某专员"), ":2: error: rank '9'", "1, 2, 3, 4, 5"),
    ("titles.tsv", ("office\tname\trank\tforms", "某专员 / aide / 1 / 某专员|外长"), ":2: error: '外长' of 某专员", "外交部长"),
    (
        "organizations.tsv",
        (ORGANIZATIONS, "FRA / club / X / media /  / 某电台"),
        ":2: error: type 'club'",
        "group",
    ),
    (
        "organizations.tsv",
        (ORGANIZATIONS, "FRA / group / X / media /  / 某电台"),
        ":2: error: id 'FRA'",
        "another",
    ),
    ("states.tsv", ("id\tname\tforms\tshort", "QQA / Highland / 山国 / 山国"), ":2: error: short: '山国'", "forms"),
    ("person.tsv", ("id",), ": error: is not read", "people.tsv"),
    ("cues.toml", ("[[cue]]", 'class = "neutral"'), ":1: error: forms is missing", "every entry"),
    ("cues.toml", ("[[clue]]", 'class = "neutral"'), ":1: error: 'clue' is no part", "cue"),
    ("bodies.toml", ("[[body]]", "name = 1"), ":1: error: name is a int", "str"),
    ("contexts.toml", ("[[context]]", 'name = "x"', 'pattern = "("'), ":1: error: pattern is no regular expression", "mend"),
    ("bodies.toml", ("", "[[body]", ""), ":2: error: ", "TOML"),
]


def rounds() -> list[list[Fault]]:
    """The faults in folders with one file of a name each: a folder is checked as a whole, ours with it."""
    found: list[list[Fault]] = []
    for fault in FAULTS:
        place = next((one for one in found if fault[0] not in {file for file, *_ in one}), None)
        if place is None:
            found.append([fault])
        else:
            place.append(fault)
    return found


@pytest.mark.parametrize("faults", rounds(), ids=lambda faults: " ".join(file for file, *_ in faults))
def test_faults(tmp_path: Path, faults: list[Fault]) -> None:
    for file, lines, *_ in faults:
        write(tmp_path, file, *lines)
    problems = check(tmp_path)
    for file, lines, place, right in faults:
        words = [str(problem).removeprefix(str(tmp_path / file)) for problem in problems if problem.file == str(tmp_path / file)]
        found = [one for one in words if one.startswith(place)]
        assert len(found) == 1, (file, lines, words)
        assert right in found[0], (file, lines)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "people.tsv").write_bytes(b"\xff\xfe\xff")
    assert [problem.level for problem in check(tmp_path)] == ["error"]
