import csv
import io
import json
from pathlib import Path

import duckdb
import msgspec
import pytest

from tests.ledger.invented import OTHER, PAGE, add, kept
from verbale.acts.plover import codes
from verbale.errors import LedgerError
from verbale.ledger.book import Ledger
from verbale.ledger.exports.flat import COLUMNS
from verbale.ledger.exports.plover import COLUMNS as PLOVER
from verbale.ledger.exports.writing import export
from verbale.model import Record


def exported(ledger: Ledger, form: str) -> bytes:
    file = io.BytesIO()
    export(ledger, form, file)
    return file.getvalue()


def table(ledger: Ledger, form: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(ledger, form).decode("utf-8"), newline="")))


def test_jsonl_is_every_record_as_it_is(standing: Ledger) -> None:
    records = [msgspec.json.decode(line, type=Record) for line in exported(standing, "jsonl").splitlines()]
    assert records == [record for _, record in standing.records()]
    assert len(records) == len(standing.names())


def test_csv_has_one_row_an_item(standing: Ledger) -> None:
    rows = table(standing, "csv")
    parts = ("statements", "acts", "meetings", "commitments", "positions")
    assert len(rows) == sum(len(getattr(record, part)) for _, record in standing.records() for part in parts)
    assert list(rows[0]) == list(COLUMNS)
    for row in rows:
        text = standing.record(row["page"]).page.text
        assert row["words"].split(" … ")[0] in text[int(row["start"]) : int(row["stop"])] or row["category"] == "statement"
    assert {row["who"] for row in rows if row["category"] == "position"}


def test_parquet_is_read_by_duckdb(standing: Ledger, tmp_path: Path) -> None:
    (tmp_path / "items.parquet").write_bytes(exported(standing, "parquet"))
    with duckdb.connect() as database:
        found = database.execute("SELECT * FROM read_parquet(?)", [str(tmp_path / "items.parquet")])
        names, rows = [column[0] for column in found.description], found.fetchall()
        counted = database.execute(
            "SELECT category, count(*) FROM read_parquet(?) GROUP BY ALL ORDER BY ALL", [str(tmp_path / "items.parquet")]
        ).fetchall()
    wanted = table(standing, "csv")
    assert names == list(COLUMNS)
    assert [{name: "" if value is None else str(value) for name, value in zip(names, row, strict=True)} for row in rows] == wanted
    assert dict(counted) == {name: sum(row["category"] == name for row in wanted) for name in {row["category"] for row in wanted}}


def test_plover_is_a_row_a_pair_with_codes(ledger: Ledger) -> None:
    add(ledger, PAGE)
    rows = table(ledger, "plover")
    assert list(rows[0]) == list(PLOVER)
    meeting = [row for row in rows if row["Kind"] == "meet"]
    assert {(row["Actor Country"], row["Recipient Country"]) for row in meeting} == {("BWA", "MNG"), ("MNG", "BWA")}
    assert {(row["Event Type"], row["Quad Code"], row["Event Date"]) for row in meeting} == {
        ("CONSULT", "VERBAL COOPERATION", "2023-04-06")
    }
    assert {row["Event ID"] for row in meeting} == {meeting[0]["Event ID"]}
    assert all(row["Citation"].startswith("[") and row["Story Locations"] for row in rows)


def test_plover_holds_what_happened_only_and_no_copy(ledger: Ledger) -> None:
    kept(ledger)
    acts = {(name, act.id): act for name, record in ledger.records() for act in record.acts}
    rows = table(ledger, "plover")
    told = {tuple(row["Event ID"].split("/")) for row in rows}
    assert told == {key for key, act in acts.items() if act.modality == "happened" and codes()[act.kind].plover}
    add(ledger, OTHER, url="https://example.org/1")
    before = {row["Event ID"] for row in table(ledger, "plover")}
    add(ledger, OTHER + "（完）\n", url="https://example.org/2")
    assert {row["Event ID"] for row in table(ledger, "plover")} == before


def test_plover_knows_where_cities_lie(standing: Ledger) -> None:
    placed = [row for row in table(standing, "plover") if row["Feature Type"] == "PPL"]
    assert placed
    assert all(-90 <= float(row["Latitude"]) <= 90 and len(row["Country"]) == 3 for row in placed)


def test_cross_names_every_act_of_every_page(standing: Ledger) -> None:
    told = json.loads(exported(standing, "cross"))
    acts = [(name, act.kind, [act.anchor.start, act.anchor.end]) for name, record in standing.records() for act in record.acts]
    assert [(one["page"], one["kind"], one["anchor"]) for one in told["acts"]] == acts
    assert set(told) == {"acts", "outcomes", "contradictions", "moves"}


def test_an_unknown_form_is_refused_with_the_choices(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="there are jsonl, csv, parquet, plover, cross"):
        exported(ledger, "xml")


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "plover", "cross"])
def test_an_empty_ledger_can_be_exported(ledger: Ledger, form: str) -> None:
    assert exported(ledger, form) or form == "jsonl"
