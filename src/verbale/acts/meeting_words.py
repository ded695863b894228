"""The words of ``lexicons/meetings.toml``, compiled once."""

from __future__ import annotations

import functools
import re

from verbale.lexicons.tables import rules


@functools.cache
def listed(name: str) -> tuple[str, ...]:
    """One list of the file, longest words first.

    Args:
        name: Name of the table.
    """
    return tuple(sorted(rules("meetings.toml")[name]["words"], key=lambda word: (-len(word), word)))


@functools.cache
def words(name: str) -> re.Pattern[str]:
    """One list of the file as a pattern.

    Args:
        name: Name of the table.
    """
    return re.compile("|".join(map(re.escape, listed(name))))


@functools.cache
def building() -> re.Pattern[str]:
    """在…宫 and the like, with the name as group ``name``."""
    ends = "|".join(map(re.escape, listed("buildings")))
    follows = "[（，。]|举行|会见|会晤|会谈|会面|与|和|同|接待|举办|进行|迎接|欢迎|见面"
    return re.compile(rf"在(?P<name>[^，。；：“”（）\n在与和同就]{{1,24}}?(?:{ends}))(?={follows})")


@functools.cache
def delegation() -> re.Pattern[str]:
    """The words that name who leads or joins a delegation."""
    return re.compile(rules("meetings.toml")["delegations"]["pattern"])
