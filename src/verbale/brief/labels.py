"""The words of the views in English and Chinese, from assets/labels.toml."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import NamedTuple


class Label(NamedTuple):
    """The same word twice."""

    english: str
    chinese: str


@functools.lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Label]]:
    text = asset("labels.toml")
    return {table: {key: Label(*words) for key, words in entries.items()} for table, entries in tomllib.loads(text).items()}


def asset(name: str) -> str:
    """The text of a file that lies beside the views.

    Args:
        name: The file's name in ``brief/assets``.

    Returns:
        Its text.
    """
    return resources.files("verbale.brief").joinpath("assets", name).read_text(encoding="utf-8")


def label(table: str, key: str) -> Label:
    """The word for a key, in both languages.

    Args:
        table: A table of labels.toml, such as ``acts``.
        key: A key of that table, such as ``meet``; a key that has no label stands for itself.

    Returns:
        The label.
    """
    return _tables()[table].get(key, Label(key, key))


def labels(table: str) -> dict[str, Label]:
    """A whole table of labels.toml, in its order.

    Args:
        table: The table's name.

    Returns:
        Key to label.
    """
    return dict(_tables()[table])
