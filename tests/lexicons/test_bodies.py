"""The examples of bodies.toml and the guards, each entry held to its own."""

import re

import pytest

from verbale.entities import gazetteer, guards
from verbale.language.fold import fold
from verbale.lexicons import tables

RULES = tables.rules("bodies.toml") | {"guard": [rule for file in guards.FILES for rule in tables.rules(file)["guard"]]}
STATES = {fold(form): row["id"] for row in tables.rows("states.tsv") for form in tables.forms(row["forms"])}
SHORTS = {fold(form) for row in tables.rows("states.tsv") for form in tables.forms(row["short"])}


def entries(group: str) -> list:
    return [pytest.param(entry, id=f"{group}: {entry['name']}") for entry in RULES[group]]


def body(entry: dict) -> str:
    words = "|".join(sorted(map(re.escape, entry.get("words", ())), key=len, reverse=True)) or entry["pattern"]
    refused = "".join(f"(?!{word})" for word in entry.get("not_before", ()))
    return f"(?:{words}){refused}"


def found_bodies(entry: dict, text: str) -> list[str]:
    names = "|".join(sorted(STATES, key=len, reverse=True)) + ("|[" + "".join(sorted(SHORTS)) + "]" if entry["after_short"] else "")
    middle = "(?:高级|资深|政府|前)?" if entry.get("group") else ""
    return [match[0] for match in re.finditer(f"(?:{names}){middle}{body(entry)}", fold(text))]


@pytest.mark.parametrize("entry", entries("body"))
def test_body_examples(entry):
    for text, words in entry["yields"]:
        assert found_bodies(entry, text) == [fold(words)]
    assert found_bodies(entry, entry["nothing"]) == []


@pytest.mark.parametrize("entry", entries("joint"))
def test_joint_examples(entry):
    nouns = "|".join(entry["words"])
    pattern = re.compile(f"([{''.join(sorted(SHORTS))}]{{2,4}})(?:{nouns})")
    for text, words in entry["yields"]:
        assert [match[1] for match in pattern.finditer(fold(text))] == [words]
    assert pattern.findall(fold(entry["nothing"])) == []


@pytest.mark.parametrize("entry", entries("abroad"))
def test_abroad_examples(entry):
    pattern = re.compile(f"(?:{'|'.join(entry['words'])})([{''.join(sorted(SHORTS))}])")
    for text, words in entry["yields"]:
        assert pattern.findall(fold(text)) == [words]
    assert pattern.findall(fold(entry["nothing"])) == []


@pytest.mark.parametrize("entry", entries("title_prefix"))
def test_title_prefix_examples(entry):
    titles = sorted((fold(form) for row in tables.rows("titles.tsv") for form in tables.forms(row["forms"])), key=len, reverse=True)
    prefixes = sorted(entry["words"], key=len, reverse=True)
    pattern = re.compile(f"({'|'.join(prefixes)})(?:{'|'.join(map(re.escape, titles))})")
    for text, words in entry["yields"]:
        assert pattern.findall(fold(text)) == [words]
    assert pattern.findall(fold(entry["nothing"])) == []


def guarded(entry: dict, text: str) -> list[str]:
    names = gazetteer.load()
    if "form" in entry:
        return [found.form for found in names.find(fold(text)) if found.form == entry["form"]]
    ends = entry.get("ends", "")
    return [found.form for found in names.find(fold(text)) if found.ids(entry["category"]) and found.form.endswith(ends)]


@pytest.mark.parametrize("entry", entries("guard"))
def test_guard_examples(entry):
    for text, words in entry["yields"]:
        assert words in guarded(entry, text)
    assert guarded(entry, entry["nothing"]) == []


@pytest.mark.parametrize("group", ["body", "joint", "abroad", "guard"])
def test_every_entry_has_its_examples_and_a_name_of_its_own(group):
    names = [entry["name"] for entry in RULES[group]]
    assert len(names) == len(set(names))
    assert [entry["name"] for entry in RULES[group] if len(entry["yields"]) < 2 or not entry["nothing"]] == []


def test_a_guarded_form_is_a_form():
    assert [entry["form"] for entry in RULES["guard"] if "form" in entry and entry["form"] not in gazetteer.load().forms] == []


def test_no_body_stands_twice_in_an_entry():
    for entry in RULES["body"] + RULES["joint"] + RULES["abroad"]:
        words = entry.get("words", [])
        assert sorted(words) == sorted(set(words)), entry["name"]


def test_prefixes_are_unique():
    words = [word for entry in RULES["title_prefix"] for word in entry["words"]]
    assert len(words) == len(set(words))
