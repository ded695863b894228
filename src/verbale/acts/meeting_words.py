"""The words of ``lexicons/meetings.toml``, compiled once."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from verbale.entities.phrases import Parties
from verbale.lexicons.signs import sign
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


def states_of(bodies: Iterable[str]) -> tuple[str, ...]:
    """Some parties, with the members in place of each joint body (a border commission of two states).

    Args:
        bodies: Ids of parties, in order.
    """
    known = rules("meetings.toml")["joint bodies"]
    return tuple(dict.fromkeys(state for body in bodies for state in known.get(body, [body])))


@functools.cache
def building() -> re.Pattern[str]:
    """在…宫 and the like, with the name as group ``name``."""
    ends = "|".join(map(re.escape, listed("buildings")))
    return re.compile(rf"在(?P<name>[^，。；：“”（）\n在与和同就]{{1,24}}?(?:{ends}))(?={words('after a building').pattern})")


def acting_for(bodies: Iterable[str], parties: Parties) -> tuple[str, ...]:
    """Some parties, with their state in place of unnamed officials (两国官员在边境会谈).

    Args:
        bodies: Ids of parties, in order.
        parties: The page's parties.
    """
    return tuple(dict.fromkeys(_state_of(parties, body) for body in bodies))


def _state_of(parties: Parties, body: str) -> str:
    known, state = parties.by_id.get(body), parties.state_of(body)
    officials = known is not None and parties.is_unnamed(body) and any(sign("officials").found(name) for name in known.names)
    acts_for = parties.by_id.get(state) if officials else None
    return state if acts_for is not None and acts_for.type == "state" else body
