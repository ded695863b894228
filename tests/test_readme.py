"""What the readme shows is what the program does."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from verbale.cli import main

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh.md")


@pytest.fixture(name="output", scope="module")
def read_example() -> list[str]:
    result = CliRunner(env={"COLUMNS": "80"}).invoke(main, ["read", str(ROOT / "examples" / "astana-water.txt")])
    assert result.exit_code == 0
    return [uncounted(line) for line in result.stdout.splitlines()]


def uncounted(line: str) -> str:
    """A line without white space at its end and, in a heading, without the number of records."""
    return re.sub(r"(?<=[\u4e00-\u9fff])  \d+$", "", line.rstrip())


@pytest.mark.parametrize("name", READMES)
def test_shown_output_is_the_programs_in_its_order(name: str, output: list[str]) -> None:
    shown = re.search(r"```text\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    place = 0
    for line in map(uncounted, shown[1].splitlines()):
        if line.strip() in {"", "…"} or line.startswith("│"):
            continue
        assert line in output[place:], f"{name} shows a line that the program does not print there: {line}"
        place = output.index(line, place) + 1


@pytest.mark.parametrize("name", READMES)
def test_every_command_and_option_is_told(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for command in main.commands.values():
        assert f"`verbale {command.name} " in text
        for parameter in command.params:
            for option in parameter.opts:
                assert not option.startswith("--") or option in text or option == "--output"


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md", "examples/README.md", "docs/format.md", "docs/adding-a-rule.md"])
def test_links_lead_to_files(name: str) -> None:
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (page.parent / target).exists(), f"{name} links to {target}"


def test_first_two_commands_are_targets() -> None:
    commands = re.findall(r"^make (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    targets = re.findall(r"^(\w+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert commands[:2] == ["demo", "test"]
    assert set(commands) <= set(targets)
