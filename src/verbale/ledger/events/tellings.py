"""What one page tells of one event: a meeting with its acts, or a single act, in the form in which pages are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from verbale.ledger.events.contents import Content
from verbale.ledger.events.counts import Count
from verbale.ledger.events.intervals import Days
from verbale.ledger.events.pins import Range
from verbale.ledger.events.signs import Round


class Member(msgspec.Struct, frozen=True, array_like=True):
    """An act or meeting of a telling.

    Attributes:
        item: Its id.
        category: ``act`` or ``meeting``.
        kind: Kind of the act; for a meeting ``meet`` or ``call``.
        modality: As in the record.
        line: The line, from 1.
        start: Where its word begins, code points of the page.
        stop: Where it ends, half open.
        voice: In whose words it is told.
        days: When it was or will be done.
        place: Where.
        parties: Who takes part, persons as those whom they act for.
        sides: How many sides its clause says are meeting.
        counts: The numbers of things in what it says.
        minutes: How long it took.
        clause: Where the clause begins in which it stands, and where that ends.
        when: Where its day is told, else its clause; likewise `where` and `long` for place and duration.
        behind: For whom the voice speaks.
    """

    item: str
    category: str
    kind: str
    modality: str
    line: int
    start: int
    stop: int
    voice: str | None
    days: Days | None
    place: str | None
    parties: tuple[str, ...] = ()
    sides: int | None = None
    counts: tuple[Count, ...] = ()
    minutes: int | None = None
    clause: Range = (0, 0)
    when: Range = (0, 0)
    where: Range = (0, 0)
    long: Range = (0, 0)
    behind: str | None = None


class Telling(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one page tells of one event.

    Attributes:
        page: The page's number.
        item: The id of its meeting or act.
        order: What sorts tellings the same in every ledger.
        group: The group of its kind (signs.py).
        compared: How the group is compared.
        kind: Its kind.
        modality: ``happened`` where one of its members is.
        parties: All that take part, persons as those whom they act for, in the page's order.
        doers: Those who do it, likewise.
        others: Those to whom, likewise.
        persons: Party → persons who act for it.
        days: When, as narrow as the members tell.
        told: The days on which the page may have come out.
        undated: Whether the page does not tell that day; `told` then is as the events tell it that it shares with dated pages (dating.py).
        places: Where, English names.
        format: in person, phone or video.
        minutes: How long.
        round: Which of several rounds.
        delegations: Whether delegations are said to meet, whoever is named of them.
        several: Whether it is of several meetings at once.
        content: What was agreed, asked, said … as it is compared.
        voices: In whose words it is told.
        said: The words of its clause, where it has no content.
        only: Whether no other telling of its page is of the same group, doers and recipients.
        future: Whether it denies what somebody may yet do, and nothing that was said.
        back: Whether it is only recalled, as something done before the page's news.
        ago: On a page without a day, how many days before it this was done (1 for 昨天), where the words say so.
        members: Its acts and meetings, the head first.
    """

    page: int
    item: str
    order: str
    group: str
    compared: str
    kind: str
    modality: str
    parties: tuple[str, ...]
    doers: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    persons: dict[str, tuple[str, ...]] = {}
    days: Days | None = None
    told: Days | None = None
    undated: bool = False
    places: tuple[str, ...] = ()
    format: str | None = None
    minutes: int | None = None
    round: Round = Round()
    several: bool = False
    delegations: bool = False
    content: Content = Content()
    voices: tuple[str, ...] = ()
    said: Content = Content()
    only: bool = False
    future: bool = False
    back: bool = False
    ago: int | None = None
    members: tuple[Member, ...] = ()

    @property
    def key(self) -> tuple[int, str]:
        """Page and item."""
        return self.page, self.item


def without_day(telling: Telling) -> Telling:
    """A telling as its page alone tells it: of an undated page without the day that events give it."""
    return msgspec.structs.replace(telling, told=None) if telling.undated and telling.told else telling


def packed(telling: Telling) -> bytes:
    """A telling as a ledger keeps it."""
    return msgspec.msgpack.encode(telling)


def unpacked(data: bytes) -> Telling:
    """The telling that was packed."""
    return _DECODER.decode(data)


_DECODER = msgspec.msgpack.Decoder(Telling)


def all_members(tellings: Iterable[Telling]) -> Iterator[tuple[Telling, Member]]:
    """Every member with its telling, in order."""
    for telling in tellings:
        for member in telling.members:
            yield telling, member
