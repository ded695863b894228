"""The interface's words, and the files of others."""

import hashlib
import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest

from verbale.web.wording import LANGUAGES, words

WEB = Path(str(resources.files("verbale.web")))
SOURCES = [*(WEB / "templates").glob("*.html"), *WEB.rglob("*.py")]


def test_both_languages_have_the_same_keys() -> None:
    assert list(words("en")) == list(words("zh"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_and_braces_agree(language: str) -> None:
    for key, word in words(language).items():
        assert word.strip(), key
        assert set(re.findall(r"\{\w+\}", word)) == set(re.findall(r"\{\w+\}", words("en")[key])), key


def test_every_word_that_is_asked_for_is_there() -> None:
    asked = {key for file in SOURCES for key in re.findall(r"""\bt\("(\w+\.\w+)"[,)]""", file.read_text(encoding="utf-8"))}
    assert len(asked) > 60
    assert asked <= set(words("en"))


def test_no_word_is_idle() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in SOURCES)
    built = set(re.findall(r"""\(["'](\w+\.\w*)["'] \+|f"(\w+\.)\{""", text))
    prefixes = tuple(prefix for pair in built for prefix in pair if prefix)
    idle = [key for key in words("en") if not re.search(rf"""["']{re.escape(key)}["']""", text) and not key.startswith(prefixes)]
    assert not idle


VENDORED = tomllib.loads((WEB / "vendor" / "VENDORED.toml").read_text(encoding="utf-8"))["package"]


@pytest.mark.parametrize("package", VENDORED, ids=lambda package: package["name"])
def test_vendored_files_are_as_published(package: dict[str, object]) -> None:
    folder = WEB / "vendor" / str(package["name"])
    files = package["files"]
    assert isinstance(files, dict)
    assert {file.name for file in folder.iterdir()} == set(files)
    assert "LICENSE" in files
    assert package["version"]
    assert package["licence"]
    for name, digest in files.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_nothing_else_is_vendored() -> None:
    assert {place.name for place in (WEB / "vendor").iterdir() if place.is_dir()} == {package["name"] for package in VENDORED}
