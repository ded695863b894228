"""The interface's own words in English and Chinese: ``words/en.toml`` and ``words/zh.toml``."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from verbale.brief.labels import label

LANGUAGES = ("en", "zh")


@functools.cache
def words(language: str) -> dict[str, str]:
    """All words of a language.

    Args:
        language: ``en`` or ``zh``.

    Returns:
        ``table.key`` → word.
    """
    text = resources.files("verbale.web").joinpath("words", f"{language}.toml").read_text(encoding="utf-8")
    return {f"{table}.{key}": word for table, entries in tomllib.loads(text).items() for key, word in entries.items()}


def say(language: str, key: str, **values: object) -> str:
    """A word or a sentence of the interface.

    Args:
        language: ``en`` or ``zh``.
        key: ``table.key``.
        **values: What stands in its braces.

    Returns:
        The text, not escaped.
    """
    return words(language)[key].format(**values) if values else words(language)[key]


def called(language: str, table: str, key: str) -> str:
    """A word for something that is recorded, as the brief calls it.

    Args:
        language: ``en`` or ``zh``.
        table: A table of the brief's labels, such as ``acts``.
        key: A key of it.

    Returns:
        The word; the key itself where there is none.
    """
    found = label(table, key)
    return found.chinese if language == "zh" else found.english
