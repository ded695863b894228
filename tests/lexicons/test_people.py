"""The people and their offices: each table is whole, sorted, and refers to nothing that is not there."""

from __future__ import annotations

import calendar
import datetime
import importlib.resources
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from verbale.language.fold import fold

LEXICONS = Path(str(importlib.resources.files("verbale.lexicons")))
Row = dict[str, str]


def table(name: str) -> list[Row]:
    lines = [line for line in (LEXICONS / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def edge(day: str, *, last: bool) -> datetime.date:
    """The first or the last day that an ISO day, month or year can mean."""
    assert re.fullmatch(r"\d{4}(-\d\d){0,2}", day), day
    parts = [int(part) for part in day.split("-")]
    month = parts[1] if len(parts) > 1 else (12 if last else 1)
    number = parts[2] if len(parts) > 2 else (calendar.monthrange(parts[0], month)[1] if last else 1)
    return datetime.date(parts[0], month, number)


PEOPLE = table("people.tsv")
OFFICES = table("offices.tsv")


def forms(person: Row) -> list[str]:
    return person["forms"].split("|")


def shared_forms() -> dict[str, list[str]]:
    owners: dict[str, list[str]] = {}
    for person in PEOPLE:
        for form in forms(person):
            owners.setdefault(fold(form), []).append(person["id"])
    return {form: ids for form, ids in owners.items() if len(ids) > 1}


def test_headers() -> None:
    assert list(PEOPLE[0]) == ["id", "name", "affiliation", "wikidata", "forms"]
    assert list(OFFICES[0]) == ["person", "office", "body", "from", "to"]


def test_people_are_sorted_by_unique_ids() -> None:
    ids = [person["id"] for person in PEOPLE]
    assert ids == sorted(set(ids))


def test_one_person_is_listed_once() -> None:
    assert [name for name, count in Counter(person["name"] for person in PEOPLE).items() if count > 1] == []


@pytest.mark.parametrize(
    ("column", "pattern"),
    [("id", r"[a-z]+(-[a-z]+)*"), ("name", r"\S(.*\S)?"), ("affiliation", r"[A-Z][A-Z0-9_]+"), ("wikidata", r"(Q[1-9]\d*)?")],
)
def test_columns_are_well_formed(column: str, pattern: str) -> None:
    assert [person[column] for person in PEOPLE if not re.fullmatch(pattern, person[column])] == []


def test_offices_are_sorted_and_unique() -> None:
    rows = [tuple(office.values()) for office in OFFICES]
    assert rows == sorted(set(rows))


def test_every_office_is_held_by_a_known_person() -> None:
    assert {office["person"] for office in OFFICES} <= {person["id"] for person in PEOPLE}


def test_offices_are_titles_of_bodies() -> None:
    assert [office for office in OFFICES if not re.fullmatch(r"[\u4e00-\u9fff]{2,12}", office["office"])] == []
    assert [office for office in OFFICES if not re.fullmatch(r"[A-Z][A-Z0-9_]+", office["body"])] == []


def test_office_keys_are_simplified() -> None:
    assert [office["office"] for office in OFFICES if fold(office["office"]) != office["office"]] == []


def test_nobody_leaves_before_coming() -> None:
    wrong = [
        office for office in OFFICES if office["from"] and office["to"] and edge(office["from"], last=False) > edge(office["to"], last=True)
    ]
    assert wrong == []


def test_every_date_parses() -> None:
    assert all(edge(office[side], last=False) for office in OFFICES for side in ("from", "to") if office[side])


def test_one_tenure_ends_before_the_next_begins() -> None:
    """Of one person in one office; a shared day (or a shared month, where only that is known) is allowed."""
    tenures: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for office in OFFICES:
        tenures.setdefault((office["person"], office["office"], office["body"]), []).append((office["from"], office["to"]))
    overlapping = [
        key
        for key, periods in tenures.items()
        for (_, end), (start, _) in zip(sorted(periods), sorted(periods)[1:], strict=False)
        if not end or edge(end, last=False) > edge(start, last=True)
    ]
    assert overlapping == []


def test_no_form_is_a_single_character_or_a_surname() -> None:
    """A surname of one character with a blank or a title is no form either; two folded characters are the least."""
    assert [form for person in PEOPLE for form in forms(person) if len(fold(form).strip(" ·")) < 2] == []


def test_no_person_lists_a_form_twice() -> None:
    assert [person["id"] for person in PEOPLE if len({fold(form) for form in forms(person)}) < len(forms(person))] == []


def test_forms_are_clean() -> None:
    clean = re.compile(r"[^\s·\-—'.](.*[^\s·\-—'])?")
    assert [form for person in PEOPLE for form in forms(person) if not clean.fullmatch(form) or "··" in form] == []


def test_every_person_has_a_chinese_and_the_latin_name() -> None:
    assert [p["id"] for p in PEOPLE if not any(re.search(r"[\u4e00-\u9fff]", form) for form in forms(p))] == []
    assert [p["id"] for p in PEOPLE if p["name"] not in forms(p)] == []


def test_shared_forms_are_reported(record_property: Callable[[str, object], None]) -> None:
    """Two people may share a form (the reader tells them apart by office and country), but never a Latin full name."""
    shared = shared_forms()
    record_property("shared_forms", "; ".join(f"{form}: {', '.join(ids)}" for form, ids in sorted(shared.items())))
    assert [form for form in shared if re.fullmatch(r"[A-Za-z .'-]+", form)] == []


@pytest.mark.parametrize(
    ("form", "person"),
    [("盧比歐", "rubio"), ("鲁比奥", "rubio"), ("澤倫斯基", "zelensky"), ("普丁", "putin"), ("川普", "trump"), ("馬克宏", "macron")],
)
def test_the_forms_of_every_region_name_one_person(form: str, person: str) -> None:
    assert [p["id"] for p in PEOPLE if fold(form) in {fold(known) for known in forms(p)}] == [person]


@pytest.mark.parametrize(
    ("day", "office", "body", "person"),
    [
        ("2022-01-21", "国务卿", "USA", "blinken"),
        ("2025-02-18", "国务卿", "USA", "rubio"),
        ("2019-05-01", "国务卿", "USA", "pompeo"),
        ("2020-12-31", "总统", "USA", "trump"),
        ("2022-01-01", "总统", "UKR", "zelensky"),
        ("2023-06-01", "外交部长", "CHN", "qin-gang"),
        ("2024-01-01", "秘书长", "NATO", "stoltenberg"),
    ],
)
def test_who_held_an_office_on_a_day(day: str, office: str, body: str, person: str) -> None:
    wanted = datetime.date.fromisoformat(day)
    holders = {
        row["person"]
        for row in OFFICES
        if (row["office"], row["body"]) == (office, body)
        and (not row["from"] or edge(row["from"], last=False) <= wanted)
        and (not row["to"] or wanted <= edge(row["to"], last=True))
    }
    assert holders == {person}
