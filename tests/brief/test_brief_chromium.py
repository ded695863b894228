"""The brief in a real browser, where one is installed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from verbale.brief import brief
from verbale.model import Record

CHROMIUM = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=2000",
    "--dump-dom",
]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="NO CHROMIUM: the brief was not opened in a browser; install chromium")


def opened(record: Record, folder: Path, fragment: str = "") -> str:
    page = folder / "brief.html"
    page.write_text(brief([record]), encoding="utf-8")
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={folder / 'profile'}", page.as_uri() + fragment]
    return subprocess.run(command, check=True, capture_output=True, timeout=120, encoding="utf-8").stdout


def lit(document: str) -> str:
    return "".join(re.findall(r'<span class="[^"]*\blit\b[^"]*"[^>]*>([^<]*)</span>', document))


@pytest.mark.parametrize(("key", "words"), [("p1-r4", "说潮水会退，邻居还在。"), ("p1-r3", "重申山国愿意开放港口")])
def test_record_named_in_the_address_lights_its_words(record: Record, tmp_path: Path, key: str, words: str) -> None:
    document = opened(record, tmp_path, f"#{key}")
    assert sorted(lit(document)) == sorted(words)
    assert re.search(rf'<li class="[^"]*\bchosen\b[^"]*" id="{key}"', document)


def test_script_runs_under_the_policy_and_hostile_text_does_not(record: Record, tmp_path: Path) -> None:
    document = opened(record, tmp_path)
    assert document.count('role="button"') > 5
    assert document.count('role="button"') == document.count("data-records=")
    assert document.count("<script>") == 1
    assert not lit(document)
