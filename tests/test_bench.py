import re
from pathlib import Path

import pytest

from bench import lines, misses, records, times
from bench.__main__ import main
from bench.scorers import score_pages
from bench.scoring import JUNK, detail, ratios, record_of, scores_of, table
from bench.sets import ROOT, SHARED, Labelled, available, labelled_pages

SCORERS = ROOT / "bench/scorers"


@pytest.mark.parametrize("name", ["score.py", "score_pages.py", "score_times.py", "score_ledger.py"])
def test_scorers_are_the_shared_ones(name: str) -> None:
    original = SHARED / "tools" / name
    if not original.is_file():
        pytest.skip("no shared tools beside the repository")
    assert (SCORERS / name).read_bytes() == original.read_bytes()


def test_own_pages_are_always_there() -> None:
    pages = labelled_pages(available()[0])
    assert len(pages) >= 12
    assert all(page.published for page in pages)
    assert {page.name for page in pages} == {file.stem for file in (ROOT / "tests/pages").glob("*.txt")}


def test_ratios() -> None:
    assert ratios(3, 1, 0) == (0.75, 1.0, pytest.approx(6 / 7))
    assert ratios(0, 0, 4) == (0.0, 0.0, 0.0)


def test_a_record_is_right_against_itself() -> None:
    page = labelled_pages("own")[0]
    scores = scores_of([page._replace(gold=record_of(page) | {"lines": {}})])
    assert scores["statement with speaker"][0] > 0
    assert scores["act complete (and modality)"][0] > 0
    assert {name: counts for name, counts in scores.items() if counts[1] or counts[2]} == {}


def lost_statement(page: Labelled) -> Labelled:
    return page._replace(gold=page.gold | {"statements": [{"speakers": ["nobody"], "kind": "direct", "content": [[0, 2]], "cue": None}]})


def test_misses_are_told_by_page() -> None:
    page = lost_statement(labelled_pages("own")[0])
    told: list[str] = []
    scores_of([page], say=told.append)
    assert f"{page.name}: statement missed: ['nobody']: {page.text[:2]}" in told


def test_tables() -> None:
    one, other = {"act": [1, 0, 1], JUNK: [0, 2, 0]}, {"position": [0, 0, 0]}
    rows = [row.split() for row in table({"one": one, "other": other}).splitlines()]
    assert rows == [
        ["F1", "one", "other"],
        ["act", "0.667", "-"],
        [*JUNK.split(), "2", "in", "all", "0", "in", "all"],
        ["position", "-", "-"],
    ]
    assert detail(one).splitlines()[1].split() == ["act", "1.000", "0.500", "0.667", "1", "0", "1"]


ROWS = "\n".join(
    (
        "0\t首页  新闻  登录",
        "0\t",
        "1\t  白洲外长顾岚5日在山城表示，两国会继续谈判，停火协议不会推迟。",
        "1\t她说，下一轮会谈定在六月，双方代表团会在海港见面。",
    )
)


def test_lines_get_one_label_each() -> None:
    page = lines.page_of("one", ROWS)
    kept = lines.kept_by_us(page.texts)
    assert kept.lines == [False, False, True, True] == page.article
    assert kept.text == "".join(f"{text}\n" for text in page.texts[2:])


def test_lines_are_measured_as_the_shared_scorer_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = lines.page_of("one", ROWS)
    for name, text in (("gold", ROWS), ("labels", "1\n0\n1\n0\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.tsv").write_text(text, encoding="utf-8")
    score_pages.lines(tmp_path / "gold", tmp_path / "labels")
    figures = re.findall(r"[01]\.\d{3}", capsys.readouterr().out)
    told = lines.measured([page], [lines.Kept([True, False, True, False], page.texts[2])])
    assert re.findall(r"[01]\.\d{3}", told)[:3] == figures == ["0.500"] * 3


def test_other_programs_are_given_the_lines_as_paragraphs() -> None:
    page = lines.page_of("one", ROWS)
    kept = lines.kept_by(lambda html: "\n".join(re.findall(r"<p>(.*?)</p>", html)[1:]), page.texts)
    assert kept.lines == page.article


def test_times_are_judged(tmp_path: Path) -> None:
    file = tmp_path / "items.jsonl"
    right = (
        '{"id":"a","sentence":"双方3月5日会面。","reference":"2024-03-08","start":2,"end":6,"kind":"day","value":{"start":"2024-03-05"}}'
    )
    file.write_text(right + "\n\n" + right.replace("03-05", "03-06") + "\n", encoding="utf-8")
    counts = times.counts_of(file)
    assert (counts["n"], counts["ex_tp"], counts["strict"]) == (2, 2, 1)


def test_the_command_measures_records(capsys: pytest.CaptureFixture[str]) -> None:
    main(["records", "--set", "own", "--full"])
    shown = capsys.readouterr().out
    assert "== records" in shown
    assert f"own ({len(labelled_pages('own'))})" in shown
    assert "statement with speaker" in shown
    assert "The day of pages that are not told it" in shown


def test_the_held_out_set_is_never_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    own = [lost_statement(labelled_pages("own")[0])]
    monkeypatch.setattr(records, "labelled_pages", lambda name: own)
    records.show(["own"], misses=True)
    assert own[0].name in capsys.readouterr().out
    records.show(["more"], misses=True)
    assert own[0].name not in capsys.readouterr().out


def test_an_unknown_part_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["colour"])
    assert stop.value.code == 2
    assert "colour" in capsys.readouterr().err


def test_a_record_has_no_misses_against_itself() -> None:
    page = labelled_pages("own")[0]
    record = record_of(page)
    assert misses.classes_of(page._replace(gold=record), record) == {}


def test_misses_are_told_by_class() -> None:
    page = labelled_pages("own")[0]
    record = record_of(page)
    nobody = [item | {"speakers": []} for item in record["statements"]]
    lost = record | {"statements": nobody, "acts": record["acts"][1:], "positions": []}
    found = misses.classes_of(page._replace(gold=record), lost)
    assert found["speakers of statements found", "none, but should be some"] == len(record["statements"])
    assert found["acts missed", record["acts"][0]["kind"]] == 1
    assert found["acts missed, why", "no act read there"] == 1
    assert found["positions missed", "no other with these words"] == len(record["positions"])
    assert not any(part.endswith("extra") for part, _ in found)
