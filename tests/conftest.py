"""Tests read pages with the lexicons that come with Verbale, whatever the user has in the configuration folder.

What this machine cannot test is told loudly at the end; with ``VERBALE_NO_SKIPS`` set (``.ci/run`` sets it) it is a failure, unless it
needs the labelled pages that only some machines have beside the repository.
"""

import collections
import os

import pytest
from hypothesis import settings

os.environ["VERBALE_LEXICONS"] = ""
ELSEWHERE = "beside the repository"
# No bare seconds: how long an example takes tells of the machine, not of the program.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")
SKIPPED = pytest.StashKey[collections.Counter[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SKIPPED] = collections.Counter()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):  # type: ignore[no-untyped-def]
    report = yield
    if report.skipped and isinstance(report.longrepr, tuple):
        item.config.stash[SKIPPED][report.longrepr[2].removeprefix("Skipped: ")] += 1
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    forbidden = [reason for reason in session.config.stash[SKIPPED] if ELSEWHERE not in reason]
    if forbidden and os.environ.get("VERBALE_NO_SKIPS"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for reason, count in config.stash[SKIPPED].items():
        terminalreporter.write_line(f"NOT TESTED HERE: {reason} ({count} tests)", red=True, bold=True)
