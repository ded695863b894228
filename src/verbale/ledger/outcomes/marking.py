"""Which pages are still to be weighed, and what goes when a page goes."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, delete, exists, insert, or_, select

from verbale.ledger.outcomes.tables import (
    answers,
    deed_keys,
    deeds,
    item_issues,
    pledge_again,
    pledge_keys,
    pledges,
    unweighed,
    weighed_days,
)
from verbale.ledger.talks import gathering
from verbale.ledger.talks.tables import talk_places

_OWN = (item_issues, pledges, deeds, pledge_keys, deed_keys, weighed_days)
# Whether anything follows from a page; whatever else does hangs on these.
_WEIGHED = select(
    or_(*(exists().where(table.c.page == bindparam("page")) for table in (item_issues, pledges, deeds, talk_places, weighed_days)))
)


def mark(connection: Connection, page: int) -> None:
    """Remember that a page is to be weighed.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    connection.execute(delete(unweighed).where(unweighed.c.page == page))
    connection.execute(insert(unweighed).values(page=page))


def forget(connection: Connection, page: int) -> None:
    """Take out all that follows from a page.

    Args:
        connection: A transaction that writes.
        page: The page's number.
    """
    connection.execute(delete(unweighed).where(unweighed.c.page == page))
    if not connection.scalar(_WEIGHED, {"page": page}):
        return
    for table in _OWN:
        connection.execute(delete(table).where(table.c.page == page))
    gathering.leave(connection, page)
    connection.execute(delete(pledge_again).where(or_(pledge_again.c.page == page, pledge_again.c.other_page == page)))
    connection.execute(delete(answers).where(or_(answers.c.page == page, answers.c.by_page == page)))
