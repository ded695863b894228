"""Which pages are still to be weighed, and what goes when a page goes."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, or_

from verbale.ledger.outcomes.tables import answers, deed_keys, deeds, item_issues, pledge_keys, pledges, unweighed, weighed_days
from verbale.ledger.talks import gathering

_OWN = (item_issues, pledges, deeds, pledge_keys, deed_keys, weighed_days)


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
    for table in (*_OWN, unweighed):
        connection.execute(delete(table).where(table.c.page == page))
    gathering.leave(connection, page)
    connection.execute(delete(answers).where(or_(answers.c.page == page, answers.c.by_page == page)))
