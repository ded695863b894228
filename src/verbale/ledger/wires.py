"""Whose report a page is: the wire or other medium that it names as its source (``lexicons/wires.toml``)."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec

from verbale.entities import gazetteer
from verbale.language.fold import fold
from verbale.ledger.passages import passages_of
from verbale.lexicons.tables import rules
from verbale.model import Record

FILE = "wires.toml"
_NEAR = 3  # lines at either end of an article


class Sign(msgspec.Struct, frozen=True):
    """One sign.

    Attributes:
        name: What it is called.
        where: The part of the article in which it counts: ``head``, ``lead``, ``end`` or ``anywhere``.
        pattern: Finds it in folded text; its group is the medium's name.
    """

    name: str
    where: str
    pattern: re.Pattern[str]


def wire_of(record: Record) -> str | None:
    """The medium whose report a page is by its own words.

    Args:
        record: The page's record.

    Returns:
        The medium's id, ``None`` where the page names none.
    """
    return medium_of([fold(passage.words) for passage in passages_of(record)])


def medium_of(lines: Sequence[str]) -> str | None:
    """The medium whose report an article is.

    Args:
        lines: The article's lines, folded.

    Returns:
        The medium's id, by the first sign that is found.
    """
    known = gazetteer.load()
    for sign in _signs(known):
        for line in _part(lines, sign.where):
            found = sign.pattern.match(line.lstrip()) if sign.where == "lead" else sign.pattern.search(line)
            if found:
                return _identity(known, found["medium"])
    return None


def _part(lines: Sequence[str], where: str) -> Sequence[str]:
    return {"lead": lines[:_NEAR], "head": lines[:_NEAR], "end": lines[-_NEAR:]}.get(where, lines)


@functools.lru_cache(maxsize=2)
def _signs(known: gazetteer.Gazetteer) -> tuple[Sign, ...]:
    forms = {fold(form) for entry in known.entries.values() if entry.kind == "media" for form in entry.forms}
    medium = f"(?P<medium>{'|'.join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))})"
    return tuple(Sign(one["name"], one["where"], re.compile(one["pattern"].replace("<medium>", medium))) for one in rules(FILE)["sign"])


def _identity(known: gazetteer.Gazetteer, form: str) -> str | None:
    found = (known.entry(category, identity) for category, identity in known.named(form))
    return next((entry.id for entry in found if entry is not None and entry.kind == "media"), None)
