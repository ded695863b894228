"""What people said of events: links that they made, and tellings that they keep apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from verbale.ledger.events.tables import tellings
from verbale.ledger.events.tellings import Telling, unpacked
from verbale.ledger.judging.deciding import Pair
from verbale.ledger.telling import Key

SURE = 1.0  # the confidence of a link that somebody made; those that are found stay below
Apart = frozenset[frozenset[Key]]


def merged(connection: Connection, own: Sequence[Telling], page: int, pairs: Iterable[Pair]) -> Iterator[tuple[Key, Key, str]]:
    """The links that people made between what a page tells and what others tell.

    Args:
        connection: The ledger.
        own: What the page tells.
        page: Its number.
        pairs: All merges that stand.

    Yields:
        The tellings, the lesser first, and who said it.
    """
    for pair in pairs:
        if page in {pair.one[0], pair.other[0]}:
            homes = [_home(connection, own, page, key) for key in (pair.one, pair.other)]
            if None not in homes and homes[0] != homes[1]:
                first, second = sorted(filter(None, homes))
                yield first, second, f"merged by {pair.judge}"


def apart(known: Sequence[Telling], pairs: Iterable[Pair]) -> Apart:
    """The pairs of tellings that people keep apart.

    Args:
        known: Tellings.
        pairs: All splits that stand.

    Returns:
        The pairs, each of two of them.
    """
    homes = {(one.page, member.item): one.key for one in known for member in one.members}
    found = {frozenset((homes[pair.one], homes[pair.other])) for pair in pairs if pair.one in homes and pair.other in homes}
    return frozenset(pair for pair in found if len(pair) > 1)


def _home(connection: Connection, own: Sequence[Telling], page: int, key: Key) -> Key | None:
    """The telling that an act or meeting belongs to."""
    told = own if key[0] == page else told_by(connection, key[0])
    return next((one.key for one in told for member in one.members if member.item == key[1]), None)


def told_by(connection: Connection, page: int) -> list[Telling]:
    """What a page tells of events.

    Args:
        connection: The ledger.
        page: The page's number.

    Returns:
        Its tellings; none while it is not linked.
    """
    return [unpacked(data) for data in connection.scalars(select(tellings.c.data).where(tellings.c.page == page))]
