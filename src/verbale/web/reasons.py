"""The reasons that the ledger gives, in the visitor's language.

The ledger writes reasons in English. ``words/reasons.toml`` has each of these sentences with its Chinese, as message catalogues do.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Callable
from importlib import resources
from typing import NamedTuple

_BRACED = re.compile(r"\\\{(\w+)\\\}")
# What can stand in braces, by the first word of its name; anything else is any words.
_SHAPES = {"day": r"\d{4}-\d\d-\d\d", "count": r"\d+", "share": r"\d+%", "kind": "[a-z_]+", "modality": "[a-z_]+"}
_SHAPES["stance"] = "must|must_not|willing|unwilling|condition"
_BETWEEN = ", "


class _Reason(NamedTuple):
    """One kind of reason: how it is found, and how it is said in English and in Chinese."""

    pattern: re.Pattern[str]
    english: str
    chinese: str


@functools.cache
def _known() -> tuple[_Reason, ...]:
    text = resources.files("verbale.web").joinpath("words", "reasons.toml").read_text(encoding="utf-8")
    pairs = [pair for table in tomllib.loads(text).values() for pair in table.items()]
    return tuple(_Reason(re.compile(_BRACED.sub(_shape, re.escape(english))), english, chinese) for english, chinese in pairs)


def _shape(braced: re.Match[str]) -> str:
    name = braced[1]
    return f"(?P<{name}>{_SHAPES.get(name.partition('_')[0], '.+')})"


def said(reason: str, named: Callable[[str, str], str], *, chinese: bool) -> str | None:
    """A reason of the ledger.

    Args:
        reason: In the ledger's words; several with commas between them.
        named: What stands in braces in the visitor's language, by what it is (``place``, ``kind``, ``who`` …).
        chinese: Whether it is said in Chinese.

    Returns:
        The reason, ``None`` where it is not known.
    """
    parts, found = reason.split(_BETWEEN), []
    while parts:
        size = next((size for size in range(len(parts), 0, -1) if _one(_BETWEEN.join(parts[:size]), named, chinese)), 0)
        if not size:
            return None
        found.append(_one(_BETWEEN.join(parts[:size]), named, chinese) or "")
        parts = parts[size:]
    return ("；" if chinese else _BETWEEN).join(found)


def _one(reason: str, named: Callable[[str, str], str], chinese: bool) -> str | None:
    for known in _known():
        if match := known.pattern.fullmatch(reason):
            values = {name: named(name.partition("_")[0], value) for name, value in match.groupdict().items()}
            return (known.chinese if chinese else known.english).format(**values)
    return None
