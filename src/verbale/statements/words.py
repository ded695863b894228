"""The words around cues (``lexicons/speech.toml``) as patterns."""

from __future__ import annotations

import functools
import re

from verbale.lexicons.tables import rules

CONTENT_ENDS = "。！？；，：…!?; "


@functools.cache
def listed(name: str) -> frozenset[str]:
    """The words of one list.

    Args:
        name: The list's name in ``speech.toml``.

    Raises:
        StopIteration: There is no such list.
    """
    return frozenset(next(block["words"] for block in rules("speech.toml")["words"] if block["name"] == name))


@functools.cache
def either(name: str) -> str:
    """A pattern that matches one word of a list, the longest first.

    Args:
        name: The list's name in ``speech.toml``.
    """
    return f"(?:{'|'.join(sorted(map(re.escape, listed(name)), key=lambda word: (-len(word), word)))})"


@functools.cache
def pattern(template: str) -> re.Pattern[str]:
    """A compiled pattern with lists in it.

    Args:
        template: A regular expression in which ``<name>`` stands for one word of the list ``name``.
    """
    return re.compile(re.sub(r"<([a-z ]+)>", lambda found: either(found[1]), template))
