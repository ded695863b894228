"""How the views write parties, days, words and citations."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from verbale.brief.labels import Label, label
from verbale.model import Entity, Page, Published, Record, Span


class Names:
    """The names of one record's parties.

    Args:
        record: The record whose entities are named.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self._entities = {entity.id: entity for entity in record.entities}

    def party(self, identity: str) -> Label:
        """A party's name in English and in Chinese; its id where it has none."""
        entity = self._entities.get(identity)
        return Label(identity, identity) if entity is None else _names(entity)

    def parties(self, identities: Sequence[str]) -> tuple[Label, ...]:
        """The names of several parties."""
        return tuple(self.party(identity) for identity in identities)

    def together(self, identities: Sequence[str]) -> Label | None:
        """Several parties in one label, ``None`` for none."""
        named = self.parties(identities)
        return Label(", ".join(name.english for name in named), "、".join(name.chinese for name in named)) if named else None

    def side(self, party: str, persons: Sequence[str]) -> Label:
        """One side of a meeting: the party and, behind it, its persons."""
        name, people = self.party(party), self.together([person for person in persons if person != party])
        return Label(f"{name.english}: {people.english}", f"{name.chinese}：{people.chinese}") if people else name


def _names(entity: Entity) -> Label:
    """A person in Chinese as this page writes the name, everybody else by the usual name."""
    own = entity.names[0] if entity.names else None
    chinese = (own or entity.name_zh) if entity.type == "person" else (entity.name_zh or own)
    return Label(entity.name or chinese or entity.id, chinese or entity.name or entity.id)


def language(page: Page) -> str:
    """The language tag of a page's text, by which a browser takes the right characters.

    Args:
        page: The page.

    Returns:
        ``zh-Hans``, ``zh-Hant``, or ``zh`` where the script is neither.
    """
    return {"simplified": "zh-Hans", "traditional": "zh-Hant"}.get(page.script, "zh")


def words(page: Page, span: Span | None) -> str | None:
    """The page's words in a span, ``None`` for no span.

    Args:
        page: The page.
        span: Code points of ``page.text``, half open.

    Returns:
        The words, exactly.
    """
    return None if span is None else page.text[span.start : span.end]


def cited(page: Page, line: int, spans: Sequence[Span]) -> str:
    """A short citation: the page, its line (from 1) and the characters (code points, half open), as in ``[astana-water:4 120-139]``.

    Args:
        page: The page.
        line: The line; where it is 0 it is counted.
        spans: The characters; the citation reaches from the first to the last.

    Returns:
        The citation with its brackets.
    """
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    name = page.source.replace("\\", "/").rpartition("/")[2].removesuffix(".txt") or page.id
    return f"[{name}:{line or page.text.count(chr(10), 0, start) + 1} {start}-{end}]"


def days(start: datetime.date | None, end: datetime.date | None) -> Label | None:
    """Days in words, ``None`` where both ends are open.

    Args:
        start: The first day.
        end: The last day.

    Returns:
        One day, two days with a dash between, or one with the word for an open side.
    """
    if start is None and end is None:
        return None
    if start == end or start is None or end is None:
        day = (start or end or datetime.date.min).isoformat()
        before = None if start == end else label("words", "by" if start is None else "from")
        return Label(f"{before.english} {day}", f"{before.chinese} {day}") if before else Label(day, day)
    return Label(f"{start} – {end}", f"{start} – {end}")


def published(when: Published | None) -> Label:
    """The day of an article in words.

    Args:
        when: What is known of it.

    Returns:
        The day or days, or the words for none.
    """
    known = days(when.start, when.end) if when else None
    return known or label("words", "unknown_day")


def title(record: Record) -> str | None:
    """The title of a page: its own, or the line that is one.

    Args:
        record: The record.

    Returns:
        The title, ``None`` where the page has none.
    """
    line = next((line.span for line in record.lines if line.kind == "title"), None)
    return record.page.title or words(record.page, line)
