"""What was said of items: the state that a form must name, and the last judgement that stands."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from verbale.ledger.judging import keeping
from verbale.ledger.judging.judgement import Judgement
from verbale.ledger.tables import judgements, pages, passages

UNSEEN = "0-0"  # the state of an item of which nothing was said
_ASKED = 400  # ids in one statement


class Standing(msgspec.Struct, frozen=True):
    """What was said of an item.

    Attributes:
        seen: Its state, as :func:`verbale.ledger.judging.keeping.state_of` tells it.
        last: The last judgement of it that stands; ``None`` where there is none.
    """

    seen: str = UNSEEN
    last: Judgement | None = None


def standing(connection: Connection, names: Iterable[str], items: Iterable[str] | None = None) -> dict[str, Standing]:
    """What was said of the items of pages.

    Args:
        connection: The ledger.
        names: The names of the pages.
        items: Only these items, by their ids; ``None`` for all.

    Returns:
        ``PAGE#ID`` → what was said, for the items of which something was.
    """
    said: dict[str, list[Judgement]] = {}
    there = judgements.c.address.in_(select(pages.c.address).where(pages.c.name.in_(sorted(set(names)))))
    wanted = None if items is None else sorted(set(items))
    asked = [[]] if wanted is None else [[judgements.c.item.in_(wanted[at : at + _ASKED])] for at in range(0, len(wanted), _ASKED)]
    for narrowed in asked:
        for one in keeping.history(connection, there, *narrowed):
            said.setdefault(f"{one.page}#{one.at.item}", []).append(one)
    return {name: _standing(several) for name, several in said.items()}


def _standing(several: list[Judgement]) -> Standing:
    undone = sum(one.undone is not None for one in several)
    return Standing(f"{len(several)}-{undone}", next((one for one in reversed(several) if not one.undone), None))


def of_item(connection: Connection, item: str, page: str) -> Standing:
    """What was said of an item, also where it is no longer there.

    Args:
        connection: The ledger.
        item: The item's id.
        page: The name of its page; empty for all pages that have the same text.

    Returns:
        It.
    """
    there = [judgements.c.address.in_(select(pages.c.address).where(pages.c.name == page))] if page else []
    return _standing(keeping.history(connection, judgements.c.item == item, *there))


def words_of(connection: Connection, several: Iterable[Judgement]) -> dict[int, str]:
    """The words that judgements are about, as the pages have them now.

    Args:
        connection: The ledger.
        several: The judgements.

    Returns:
        Number of a judgement → the words in the line where its item begins; none where the page has no such line any more.
    """
    made = list(several)
    joined = judgements.join(pages, pages.c.address == judgements.c.address).join(passages, passages.c.page == pages.c.number)
    here = passages.c.start <= judgements.c.start, passages.c.stop > judgements.c.start
    found: dict[int, str] = {}
    for at in range(0, len(made), _ASKED):
        numbers = [one.number for one in made[at : at + _ASKED]]
        asked = select(judgements.c.number, judgements.c.start, judgements.c.stop, passages.c.start.label("first"), passages.c.words)
        for row in connection.execute(asked.select_from(joined).where(judgements.c.number.in_(numbers), *here)):
            found[row.number] = row.words[row.start - row.first : row.stop - row.first]
    return found
