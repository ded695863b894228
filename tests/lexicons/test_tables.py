"""The reader of the tables, and what every table must be."""

import pytest

from verbale.errors import LexiconError
from verbale.language.fold import fold, simplify
from verbale.lexicons import tables

TABLES = {
    "states.tsv": "id",
    "organizations.tsv": "id",
    "cities.tsv": "id",
    "venues.tsv": "id",
    "titles.tsv": "office",
}


def test_parse_reads_cells_by_column_and_skips_comments():
    read = tables.parse("t.tsv", "# note\nid\tforms\n\nA\t甲|乙\nB\t\n", ("id",))
    assert read == [{"id": "A", "forms": "甲|乙"}, {"id": "B", "forms": ""}]


@pytest.mark.parametrize(
    ("content", "where", "right"),
    [
        ("# nothing\n", "t.tsv", "header"),
        ("id\tid\nA\tB\n", "t.tsv:1", "differ"),
        ("id\nA\n", "t.tsv:1", "must have id, forms"),
        ("id\tforms\nA\n", "t.tsv:2", "write 2"),
        ("# note\nid\tforms\nA\t甲\tB\n", "t.tsv:3", "write 2"),
        ("id\tforms\nA\t\n", "t.tsv:2", "at least one"),
        ("id\tforms\nA\t甲||乙\n", "t.tsv:2", "at least one"),
        ("id\tforms\nA \t甲\n", "t.tsv:2", "white space"),
    ],
)
def test_malformed_rows_name_file_line_and_what_is_right(content, where, right):
    with pytest.raises(LexiconError) as error:
        tables.parse("t.tsv", content, ("id", "forms"))
    assert where in str(error.value)
    assert right in str(error.value)


def test_a_missing_lexicon_is_told():
    with pytest.raises(LexiconError, match=r"no_such\.tsv"):
        tables.rows("no_such.tsv")


def test_forms_are_split():
    assert tables.forms("甲|乙") == ("甲", "乙")
    assert tables.forms("") == ()


@pytest.mark.parametrize(("file", "key"), TABLES.items())
def test_ids_are_sorted_and_unique(file, key):
    ids = [row[key] for row in tables.rows(file, (key, "forms"))]
    assert ids == sorted(set(ids))


@pytest.mark.parametrize("file", [*TABLES, "people.tsv"])
def test_no_form_stands_twice_in_a_row(file):
    for row in tables.rows(file):
        forms = tables.forms(row["forms"])
        assert len(forms) == len(set(forms)), row


@pytest.mark.parametrize("file", [*TABLES, "people.tsv"])
def test_simplifying_a_form_is_all_that_folding_does(file):
    whole = simplify(tables.text(file))  # as the gazetteer reads it
    for row in tables.parse(file, whole):
        assert [form for form in tables.forms(row["forms"]) if fold(form) != form] == []


@pytest.mark.parametrize("file", ["states.tsv", "titles.tsv", "venues.tsv", "cities.tsv"])
def test_no_form_means_two_things_in_one_table(file):
    key = TABLES[file]
    owners: dict[str, str] = {}
    clashes = []
    for row in tables.rows(file):
        for form in tables.forms(row["forms"]):
            if owners.setdefault(fold(form), row[key]) != row[key]:
                clashes.append((form, row[key], owners[fold(form)]))
    assert clashes == []
