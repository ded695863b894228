"""The examples of contexts.toml, each entry held to its own."""

from pathlib import Path

import pytest

from verbale.entities import contexts
from verbale.language.fold import fold
from verbale.lexicons import tables
from verbale.model import Span

ENTRIES = tables.rules("contexts.toml")["context"]


def holds(entry: dict, example: str) -> bool:
    start, end = example.index("【"), example.index("】") - 1
    text = fold(example.replace("【", "").replace("】", ""))
    if entry["side"] == "before":
        return contexts.before(entry["name"], text, start)
    if entry["side"] == "after":
        return contexts.after(entry["name"], text, end)
    return contexts.within(entry["name"], text, Span(start, end))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_context_examples(entry):
    assert len(entry["yields"]) >= 2
    assert [example for example in entry["yields"] if not holds(entry, example)] == []
    assert not holds(entry, entry["nothing"])


def test_contexts_are_named_once_and_well_formed():
    names = [entry["name"] for entry in ENTRIES]
    assert len(names) == len(set(names))
    assert {entry["side"] for entry in ENTRIES} <= {"before", "after", "end", "between"}
    assert [entry["name"] for entry in ENTRIES if ("words" in entry) == ("pattern" in entry)] == []


@pytest.mark.parametrize("entry", [entry for entry in ENTRIES if "words" in entry], ids=lambda entry: entry["name"])
def test_no_word_stands_twice(entry):
    for words in (entry["words"], entry.get("between", [])):
        assert sorted(words) == sorted(set(words))


def test_a_context_before_a_name_does_not_reach_over_the_limit():
    text = "他对美国不满。"
    assert contexts.before("oblique", text, 2)
    assert not contexts.before("oblique", text, 2, low=2)


def test_every_context_is_asked_for():
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(contexts.__file__).parent.glob("*.py"))
    assert [entry["name"] for entry in ENTRIES if f'"{entry["name"]}"' not in sources] == []
