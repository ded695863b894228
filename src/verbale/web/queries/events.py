"""The passages in which pages tell of an event, and the events of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, and_, or_, select

from verbale.ledger.events.accounts import Account
from verbale.ledger.events.clashes import Contradiction
from verbale.ledger.events.tables import event_members, events
from verbale.ledger.tables import pages, passages
from verbale.ledger.telling import Told
from verbale.model import Span
from verbale.web.queries.parties import Named, known_names

_MOST = 60
_ID = re.compile(r"[\w-]+")


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a page that tells of an event.

    Attributes:
        page: The page's name.
        line: The line, from 1.
        start: Its first character, code points of the page.
        words: Its words.
        spans: Where the words for it stand, code points of the page.
        items: The ids of what it tells.
    """

    page: str
    line: int
    start: int
    words: str
    spans: tuple[Span, ...]
    items: tuple[str, ...]

    @property
    def pieces(self) -> list[tuple[str, bool]]:
        """The words, cut where what it tells stands."""
        found, place = [], self.start
        for span in self.spans:
            start, end = max(span.start, place), min(span.end, self.start + len(self.words))
            if start < end:
                found += [
                    (self.words[place - self.start : start - self.start], False),
                    (self.words[start - self.start : end - self.start], True),
                ]
                place = end
        return [piece for piece in (*found, (self.words[place - self.start :], False)) if piece[0]]


def passages_telling(connection: Connection, told: Sequence[Told]) -> list[Passage]:
    """The lines in which items stand.

    Args:
        connection: The ledger.
        told: The items.

    Returns:
        Each line once, by page in the order of the items.
    """
    by_line: dict[tuple[str, int], list[Told]] = {}
    for one in told[:_MOST]:
        by_line.setdefault((one.page, one.line), []).append(one)
    joined = passages.join(pages, pages.c.number == passages.c.page)
    wanted = [and_(pages.c.name == page, passages.c.line == line) for page, line in by_line]
    rows = connection.execute(select(pages.c.name, passages).select_from(joined).where(or_(*wanted))).all() if wanted else ()
    found = {(row.name, row.line): row for row in rows}
    return [
        Passage(
            page=page,
            line=line,
            start=found[page, line].start,
            words=found[page, line].words,
            spans=tuple(sorted({Span(one.start, one.stop) for one in several})),
            items=tuple(one.id for one in several),
        )
        for (page, line), several in by_line.items()
        if (page, line) in found
    ]


def events_of_page(connection: Connection, name: str) -> dict[str, tuple[str, int]]:
    """The events that a page tells of.

    Args:
        connection: The ledger.
        name: The page's name.

    Returns:
        Item's id → the event's id and how many pages tell it.
    """
    joined = event_members.join(events, events.c.id == event_members.c.event).join(pages, pages.c.number == event_members.c.page)
    asked = select(event_members.c.item, events.c.id, events.c.pages).select_from(joined).where(pages.c.name == name)
    return {item: (event, count) for item, event, count in connection.execute(asked)}


def clashing(several: Iterable[Contradiction]) -> set[str]:
    """The parties whom contradictions name.

    Args:
        several: Contradictions.

    Returns:
        Ids, and other words.
    """
    sources = [source for one in several for source in one.sources]
    return {source.voice for source in sources if source.voice} | {word for source in sources for word in _ID.findall(source.value)}


def voices(account: Account) -> set[str]:
    """The parties whom the account of an event names.

    Args:
        account: The account.

    Returns:
        Ids, and other words.
    """
    values = [value for field in account.fields for value in field.values]
    spoken = {said.voice for value in values for said in value.said if said.voice}
    words = {word for value in values for word in _ID.findall(value.value)}
    return spoken | words | set(account.event.parties) | clashing(account.contradictions)


def named(connection: Connection, identities: Iterable[str]) -> dict[str, Named]:
    """Parties by their ids.

    Args:
        connection: The ledger.
        identities: The ids.

    Returns:
        Id → party, for those that pages name.
    """
    return known_names(connection, set(identities))
