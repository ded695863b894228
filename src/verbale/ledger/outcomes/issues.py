"""What a text is about: issues by their words (``lexicons/issues.toml``)."""

from __future__ import annotations

import functools
import re

import msgspec

from verbale.errors import LexiconError
from verbale.language.fold import fold
from verbale.lexicons import own
from verbale.lexicons.tables import rules

FILE = "issues.toml"


class Issue(msgspec.Struct, frozen=True):
    """Something that talks are about.

    Attributes:
        name: Its id.
        en: English label.
        zh: Chinese label.
        theme: What it is talked about together with; empty for any.
        pattern: Finds its words in folded text.
    """

    name: str
    en: str
    zh: str
    theme: str
    pattern: re.Pattern[str]


def issues() -> dict[str, Issue]:
    """All issues by name, in the order of the file.

    Raises:
        LexiconError: An entry lacks a field or its pattern is no regular expression.
    """
    return _issues(own.stamp())


@functools.lru_cache(maxsize=2)
def _issues(_: own.Stamp) -> dict[str, Issue]:
    found = [_issue(entry) for entry in rules(FILE)["issue"]]
    return {issue.name: issue for issue in found}


def _issue(entry: dict[str, str | list[str]]) -> Issue:
    try:
        words = sorted(entry["words"], key=lambda word: (-len(word), word))
        pattern = "|".join([*map(re.escape, words), *([str(entry["pattern"])] if "pattern" in entry else ())])
        return Issue(str(entry["name"]), str(entry["en"]), str(entry["zh"]), str(entry["theme"]), re.compile(pattern))
    except (KeyError, re.error) as fault:
        raise LexiconError(f"{FILE}: {entry.get('name', '?')}: {fault!r}; write name, en, zh, theme and words") from fault


def issues_of(folded: str) -> tuple[str, ...]:
    """What a text is about.

    Args:
        folded: Folded text (see :mod:`verbale.language.fold`).

    Returns:
        The names of its issues, in the order of the file.
    """
    return _issues_of(folded, own.stamp())


@functools.lru_cache(maxsize=2048)  # a sentence is asked for each of the acts that it tells
def _issues_of(folded: str, _: own.Stamp) -> tuple[str, ...]:
    return tuple(name for name, issue in issues().items() if issue.pattern.search(folded))


def issue_named(words: str) -> str | None:
    """The issue that a name or label means.

    Args:
        words: Id, English or Chinese label, in any script, or one of its words.

    Returns:
        The issue's name, ``None`` where there is none such.
    """
    asked = fold(words.strip()).lower()
    for name, issue in issues().items():
        if asked in {name, issue.en.lower(), issue.zh}:
            return name
    found = issues_of(asked)
    return found[0] if found else None
